package timetable

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// What has become of an office that opened, by the events known on a day.
func TestWhatHasBecomeOfAnOffice(t *testing.T) {
	for _, c := range []struct {
		name, closed string
		want         State
		fill         func(*scene)
	}{
		{"it stays", "", Opened, func(*scene) {}},
		{"shut in fact", "2023-03-25", Closed, func(s *scene) { s.event("a", programme.ClosedDeFacto, "2023-03-25", "2023-04-10") }},
		{"shut, nobody says when", "", Closed, func(s *scene) { s.event("a", programme.Closed, "", "2023-04-10") }},
		{"decided", "", Closing, func(s *scene) { s.event("a", programme.ClosingDecided, "2023-04-10", "2023-04-10") }},
		{"a last day ahead", "2023-09", Closing, func(s *scene) {
			s.event("a", programme.ClosingPlanned, "2023-09", "2023-04-10").event("a", programme.ClosingDecided, "2023-04-10", "2023-04-10")
		}},
		{"a last day that has passed", "2023-05-30", Closed, func(s *scene) { s.event("a", programme.ClosingPlanned, "2023-05-30", "2023-04-10") }},
		{"on its last day it is open", "2023-06-30", Closing, func(s *scene) { s.event("a", programme.ClosingPlanned, "2023-06-30", "2023-04-10") }},
		{"a closing of the future", "2023-12-31", Closing, func(s *scene) { s.event("a", programme.Closed, "2023-12-31", "2023-04-10") }},
		{"a plan without a day", "", Closing, func(s *scene) { s.event("a", programme.ClosingPlanned, "", "2023-04-10") }},
		{"the later of two plans", "2023-12-01", Closing, func(s *scene) {
			s.event("a", programme.ClosingPlanned, "2023-12-01", "2023-05-10").event("a", programme.ClosingPlanned, "2023-05-30", "2023-04-10")
		}},
		{"not known yet", "", Opened, func(s *scene) { s.event("a", programme.Closed, "2023-06-01", "2023-07-10") }},
		{"an earlier office at the place", "", Opened, func(s *scene) { s.event("a", programme.Closed, "2019-06-01", "2019-06-01") }},
		{"another office", "", Opened, func(s *scene) { s.event("b", programme.Closed, "2023-06-01", "2023-06-01") }},
	} {
		s := sceneOn(t, "2023-06-30").chain("1", "1", "1").project("a").event("a", programme.Opened, "2022-05-31", "")
		c.fill(s)
		tt := s.make(Options{})
		p := &tt.Projects[0]
		if p.State != Opened || p.Standing() != c.want || p.Closed.String() != c.closed {
			t.Errorf("%s: %s, closed %q", c.name, p.Standing(), p.Closed)
		}
		if f, _ := tt.Book().Figure(p.At("state")); f.Value.Words != string(c.want) || !slices.Contains(States, p.Standing()) {
			t.Errorf("%s: the figure says %s", c.name, f.Value.Canonical())
		}
		for _, field := range []string{"state", "closed"} {
			if _, err := figure.Explain(shelf(tt), p.At(field), 0); err != nil {
				t.Error(err)
			}
		}
	}
}

// An office that has not opened does not close: its project does not end here.
func TestOnlyOpenOfficesClose(t *testing.T) {
	s := sceneOn(t, "2023-06-30").chain("1", "1", "1").project("a").event("a", programme.ClosingDecided, "2023-04-10", "2023-04-10")
	if p := s.only(); p.Standing() != NotStarted || p.Closed.IsKnown() {
		t.Errorf("%s, %s", p.Standing(), p.Closed)
	}
}

// A project is stale when it has not opened and its latest statement of any kind
// is more than StaleDays old.
func TestStale(t *testing.T) {
	for name, c := range map[string]struct {
		fill     func(*scene)
		reported string
		stale    bool
	}{
		"nothing has a day":      {func(*scene) {}, "", false},
		"old progress":           {func(s *scene) { s.progress("a", "lokal", "2022-03-01", "2022-02-14") }, "2022-03-01", true},
		"on the last fresh day":  {func(s *scene) { s.progress("a", "lokal", "2022-06-04", "2022-02-14") }, "2022-06-04", false},
		"the day after":          {func(s *scene) { s.progress("a", "lokal", "2022-06-03", "2022-02-14") }, "2022-06-03", true},
		"progress not known yet": {func(s *scene) { s.progress("a", "lokal", "2022-12-24", "2022-02-14") }, "", false},
		"a newer baseline": {func(s *scene) {
			s.progress("a", "lokal", "2022-03-01", "2022-02-14")
			s.baseline("b", "2022-11-01", "a", "2023-02-01")
		}, "2022-11-01", false},
		"a baseline of others": {func(s *scene) {
			s.progress("a", "lokal", "2022-03-01", "2022-02-14")
			s.baseline("b", "2022-11-01", "b", "2023-02-01")
		}, "2022-03-01", true},
		"a newer announcement": {func(s *scene) {
			s.progress("a", "lokal", "2022-03-01", "2022-02-14")
			s.event("a", programme.OpeningPlanned, "2023-02-01", "2022-10-01")
		}, "2022-10-01", false},
		"an opening a year ago": {func(s *scene) { s.event("a", programme.Opened, "2021-11-01", "2021-11-02") }, "", false},
		"progress before it opened": {func(s *scene) {
			s.progress("a", "lokal", "2021-03-01", "2021-02-14")
			s.event("a", programme.Opened, "2021-11-01", "2021-11-02")
		}, "2021-03-01", false},
	} {
		s := sceneOn(t, "2022-12-01").chain("5", "5", "5").project("a").round("2022", 1)
		c.fill(s)
		tt := s.make(Options{})
		p := &tt.Projects[0]
		if p.Reported.String() != c.reported || p.Stale != c.stale || tt.Rounds[0].Stale != map[bool]int{true: 1}[c.stale] {
			t.Errorf("%s: reported %s, stale %v, in the round %d", name, p.Reported, p.Stale, tt.Rounds[0].Stale)
		}
		f, _ := tt.Book().Figure("timetable/round/r1/stale")
		if want := figure.OfCount(tt.Rounds[0].Stale); f.Value != want || c.stale && p.Driver() != nil {
			t.Errorf("%s: %s are stale, driven by %v", name, f.Value.Canonical(), p.Driver())
		}
	}
}

// An announced opening that lies ahead is the likely day; the quantiles are the model's.
func TestAnAnnouncedDayGoverns(t *testing.T) {
	for announced, want := range map[string]string{
		"": "2022-03-09", "2022-05-02": "2022-05-02", "2022-02-01": "2022-03-09", "2022-03-01": "2022-03-09", "2022-05": "2022-05-16",
		"2022-02/2022-03": "2022-03-16", "../2022-05-02": "2022-03-09", "2022-05-02/..": "2022-03-09",
	} {
		s := sceneOn(t, "2022-03-01").chain("1", "1", "1").project("boden")
		s.progress("boden", "lokal", "", "2022-03-07")
		if announced != "" {
			s.event("boden", programme.OpeningPlanned, announced, "2022-02-01")
		}
		tt := s.make(Options{})
		p := &tt.Projects[0]
		if p.Planned.String() != want || p.Forecast != same("2022-03-09") {
			t.Errorf("announced %q: planned %s, forecast %v", announced, p.Planned, p.Forecast)
		}
		f, _ := tt.Book().Figure(p.At("planned"))
		if by := f.Inputs[0] == p.At("announced"); by != (want != "2022-03-09") || f.Value != figure.OfDate(p.Planned) {
			t.Errorf("announced %q: %+v", announced, f)
		}
	}
}

// An opening known as a span deviates by a range, without parts; one of which
// only the end is known deviates by nobody knows how much.
func TestADeviationOfASpan(t *testing.T) {
	for opened, want := range map[string]string{
		"2022-01/2022-06": "period -151..29", "2022-05-31": "period -1", "../2022-06-10": "period ?", "2022-07-01/2022-07-11": "period 30..40",
		"2023-01/2023-12": "period 214..272", // it has not opened later than today
	} {
		s := sceneOn(t, "2023-02-28").chain("10", "10", "10").project("a").event("a", programme.Opened, opened, "").baseline("b", "2021-09-24", "a", "2022-06-01")
		tt := s.make(Options{})
		d := &tt.Projects[0].Deviations[0]
		f, ok := tt.Book().Figure("timetable/project/a/deviation/b")
		if !ok || f.Value.Canonical() != want || !d.IsExact() && (len(d.Parts) > 0 || d.Days != 0) {
			t.Errorf("%s: %s, want %s: %+v", opened, f.Value.Canonical(), want, d)
		}
		if _, has := tt.Book().Figure("timetable/project/a/deviation/b/explained"); has != d.IsExact() {
			t.Errorf("%s: explained is there: %v", opened, has)
		}
		if _, err := figure.Explain(shelf(tt), f.Address, 0); err != nil {
			t.Error(err)
		}
	}
}

// Asked why, an exact deviation answers with its parts and the rest, and a cause
// stands beside days that were lost only.
func TestADeviationIsExplainedByItsParts(t *testing.T) {
	s := delayed(t).baseline("b1", "2021-12-01", "boden", "2022-02-18")
	late := s.progress("boden", "ombyggnad", "2022-02-18")
	late.CausedBy, late.Cause = "elnätet", programme.Text{Sv: "Elanslutningen dröjer."}
	tt := s.make(Options{})
	f, _ := tt.Book().Figure("timetable/project/boden/deviation/b1")
	want := []figure.Address{f.Address + "/part/ombyggnad", f.Address + "/part/inflyttning", f.Address + "/part/rest"}
	if f.Rule != figure.Sum || !slices.Equal(f.Inputs, want) {
		t.Errorf("%s of %v", f.Rule, f.Inputs)
	}
	causes := func() int {
		part, _ := tt.Book().Figure(want[0])
		n := 0
		for _, l := range part.Notes {
			if l.Key == "timetable.note.cause" {
				n++
			}
		}
		return n
	}
	d := &tt.Projects[0].Deviations[0]
	if causes() != 1 || d.Parts[0].Party != "elnätet" {
		t.Errorf("%d causes of %+v", causes(), d.Parts[0])
	}
	d.Parts[0].Days = -5
	if a := &tt.Projects[0].Activities[1]; causes() != 0 || tt.party(&tt.Projects[0], a, -5) != "vasakronan" {
		t.Errorf("a cause is stated for time that was gained")
	}
}

// The driver is where days are lost, else what decides the day most often.
func TestWhatDrivesAProject(t *testing.T) {
	p := Project{Forecast: same("2023-01-01"), Activities: []Activity{
		{Stage: "done", done: true, Criticality: 1, Excess: 90}, {Stage: "sure", Criticality: 0.9, Excess: 2}, {Stage: "late", Criticality: 0.3, Excess: 8},
		{Stage: "never", Excess: 50}}}
	for _, c := range []struct {
		name, want string
		change     func()
	}{
		{"the greatest excess", "late", func() {}},
		{"of equals the one that decides more often", "sure", func() { p.Activities[1].Excess = 8 }},
		{"early is as good as on time", "sure", func() { p.Activities[1].Excess, p.Activities[2].Excess = -3, -1 }},
		{"stale", "", func() { p.Stale = true }},
		{"open", "", func() { p.Stale, p.State = false, Opened }},
		{"no forecast", "", func() { p.State, p.Forecast = Underway, Quantiles{} }},
	} {
		c.change()
		got := ""
		if a := p.Driver(); a != nil {
			got = string(a.Stage)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
