package examples_test

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
)

// Of what became known later, a plan as of the report's day sees nothing.
func TestReportDayKnowsNothingLater(t *testing.T) {
	whole := read(t)
	if whole.Programme.AsOf != reportDay {
		t.Fatalf("the programme stands on %s, want %s", whole.Programme.AsOf, reportDay)
	}
	s := whole.AsOf(reportDay)
	for _, src := range s.Sources {
		if src.Date > reportDay {
			t.Errorf("source %s of %s is seen", src.ID, src.Date)
		}
	}
	x := programme.NewIndex(s)
	for _, p := range projectsOf(s, "") {
		for _, i := range x.Events(p.Office) {
			t.Errorf("%s: %s %s is seen", p.Office, s.OfficeEvents[i].Kind, s.OfficeEvents[i].Date)
		}
	}
	for _, e := range s.OfficeEvents {
		if e.Kind != programme.Opened && e.Kind != programme.OpeningPlanned || e.Date.First > reportDay {
			t.Errorf("%s: %s %s is seen", e.Office, e.Kind, e.Date)
		}
	}
	for _, n := range s.NetworkCounts {
		if n.Kind == programme.Counted && n.Date.Last > reportDay {
			t.Errorf("a count of %s is seen", n.Date)
		}
	}
	if len(s.Mandates) != 2 || len(s.Submissions) != 1 || len(s.Competences) != 1 || len(s.Levels) != 0 || len(s.Areas) != 0 {
		t.Errorf("%d mandates, %d submissions, %d competences, %d levels, %d areas; want 2, 1, 1, 0, 0",
			len(s.Mandates), len(s.Submissions), len(s.Competences), len(s.Levels), len(s.Areas))
	}
	if len(whole.Mandates) != 3 || len(whole.Levels) == 0 || len(whole.Areas) == 0 {
		t.Error("the whole folder must hold the later facts, else this test sees nothing")
	}
	if len(projectsOf(s, "")) != 28 || len(s.Projects) != 33 {
		t.Errorf("%d projects, %d of the mandate; want 33 and 28", len(s.Projects), len(projectsOf(s, "")))
	}
}

// Looked back to on any day that a source brings something, from the report's
// day on, the facts refer only to things that were known then.
func TestEveryDayIsWhole(t *testing.T) {
	whole := read(t)
	days := []civil.Date{reportDay}
	for _, src := range whole.Sources {
		if src.Date > reportDay {
			days = append(days, src.Date)
		}
	}
	slices.Sort(days)
	for _, day := range slices.Compact(days) {
		for _, p := range programme.Validate(whole.AsOf(day), register.Names()) {
			t.Errorf("as of %s: %s %s %v", day, p.Path, p.Key, p.Args)
		}
	}
}

// What is documented of the openings comes into sight on the day of its
// source, as exactly as the source states it; the rest stays unknown.
func TestLaterOpenings(t *testing.T) {
	s := read(t)
	opened := map[programme.OfficeID]string{}
	for _, e := range s.OfficeEvents {
		if e.Kind == programme.Opened {
			opened[e.Office] = e.Date.String()
		}
	}
	for office, want := range map[programme.OfficeID]string{
		"laholm":               "2022-05-31",
		"are":                  "2022-01/2022-06",
		"borgholm":             "2022-01/2022-06",
		"boden":                "2023-06-12/2023-06-16",
		"nordmaling":           "2024-09/2024-10",
		"finspang":             "",
		"linkoping-skaggetorp": "", // announced only
	} {
		if got := opened[office]; got != want {
			t.Errorf("%s opened %q, want %q", office, got, want)
		}
	}
	x := programme.NewIndex(s.AsOf(civil.MustDate("2022-05-30")))
	if len(x.Events("laholm")) != 0 {
		t.Error("the opening in Laholm is seen before the day of its source")
	}
}

// Two of the eleven offices were shut before anybody had decided it.
func TestShutBeforeDecided(t *testing.T) {
	s := read(t)
	decided, early := map[programme.OfficeID]civil.Date{}, 0
	for _, e := range s.OfficeEvents {
		if e.Kind == programme.ClosingDecided {
			decided[e.Office] = e.Date.First
		}
	}
	for _, e := range s.OfficeEvents {
		if d, ok := decided[e.Office]; ok && e.Kind == programme.ClosedDeFacto && e.Date.Last < d {
			early++
		}
	}
	if len(decided) != 11 || early != 2 {
		t.Errorf("%d decided closures, %d shut before; want 11 and 2", len(decided), early)
	}
}
