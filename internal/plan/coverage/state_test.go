package coverage_test

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// What is planned leaves out what is to close: by an event, a decision or a
// project, but not by the closing of an earlier office.
func TestPlannedClosings(t *testing.T) {
	event := func(kind programme.EventKind, date string) programme.Event {
		e := programme.Event{Office: "a", Kind: kind, Provenance: programme.Provenance{Source: programme.Citation{ID: "s"}}}
		if date != "" {
			e.Date = span(t, date)
		}
		return e
	}
	for name, c := range map[string]struct {
		events   []programme.Event
		projects []programme.Project
		stays    bool
	}{
		"nothing":              {nil, nil, true},
		"decided":              {[]programme.Event{event(programme.ClosingDecided, "")}, nil, false},
		"planned":              {[]programme.Event{event(programme.ClosingPlanned, "2023-01-01")}, nil, false},
		"a project":            {nil, []programme.Project{{ID: "p", Kind: programme.Close, Office: "a"}}, false},
		"the lease is given":   {[]programme.Event{event(programme.LeaseGiven, "2022-01-01")}, nil, true},
		"of an earlier office": {[]programme.Event{event(programme.Closed, "2010-01-01"), event(programme.Opened, "2020-01-01")}, nil, true},
	} {
		s := world(office("a", 0))
		s.OfficeEvents, s.Projects = c.events, c.projects
		cov := cover(t, s, coverage.Options{Population: street(1)})
		now, planned := cov.States[cov.State(coverage.Now)], cov.States[cov.State(coverage.Planned)]
		if len(now.Open) != 1 || (len(planned.Open) == 1) != c.stays {
			t.Errorf("%s: %d now, %d planned", name, len(now.Open), len(planned.Open))
		}
	}
}

// Looked at on a later day the network grows as its timetable says, up to all that
// is planned; looked at before, it is smaller.
func TestOnOtherDays(t *testing.T) {
	last := 0
	for _, on := range []string{"2019-01-01", "2020-07-01", "2021-09-24", "2022-06-30", "2022-12-31", "2024-12-31"} {
		c, _ := example(t, "2021-09-24", on, nil)
		n, planned := len(c.States[0].Open), len(c.States[c.State(coverage.Planned)].Open)
		if n < last || n > planned {
			t.Errorf("on %s %d are open, %d before it, %d planned", on, n, last, planned)
		}
		last = n
	}
	early, _ := example(t, "2021-09-24", "2019-01-01", nil)
	late, _ := example(t, "2021-09-24", "2024-12-31", nil)
	if a, b := len(early.States[0].Open), len(late.States[0].Open); a >= 7 || b < 30 {
		t.Errorf("%d in 2019 and %d in 2024, by what was known in 2021", a, b)
	}
}

// A mandate is compared with and without its own offices only, and one that opens
// none is not compared.
func TestMandates(t *testing.T) {
	c, _ := example(t, "2021-09-24", "2021-09-24", nil)
	var ids []string
	for _, x := range c.Comparisons {
		ids = append(ids, x.ID)
		if n := len(c.States[x.After].Open) - len(c.States[x.Before].Open); x.ID == "mandate-uppdrag-2021" && n != 28 || x.ID == "mandate-uppdrag-2020" && n != 1 {
			t.Errorf("%s adds %d offices whose place is known", x.ID, n)
		}
	}
	if len(ids) != 4 || ids[0] != "planned" || ids[3] != "scenario-stang" {
		t.Errorf("%v", ids)
	}
	s := world(office("a", 0))
	s.Mandates = []programme.Mandate{{ID: "m"}}
	if c := cover(t, s, coverage.Options{Population: street(1)}); len(c.Comparisons) != 1 {
		t.Errorf("%+v", c.Comparisons)
	}
}

// Which list of vulnerable areas counts: the mandate's own, else the latest of the
// day.
func TestListYear(t *testing.T) {
	s := world(office("a", 0))
	for on, want := range map[string]int{"2014-01-01": 2015, "2020-06-01": 2019, "2022-06-01": 2021, "2025-01-01": 2023} {
		if c := cover(t, s, coverage.Options{Population: street(1), On: civil.MustDate(on)}); c.ListYear != want {
			t.Errorf("on %s the list of %d, want %d", on, c.ListYear, want)
		}
	}
	s.Mandates = []programme.Mandate{{ID: "m", Clauses: []programme.Clause{{ListYear: 2017}}}}
	if c := cover(t, s, coverage.Options{Population: street(1)}); c.ListYear != 2017 {
		t.Errorf("the list of %d though the mandate names that of 2017", c.ListYear)
	}
}
