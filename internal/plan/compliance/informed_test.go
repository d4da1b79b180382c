package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestInformed(t *testing.T) {
	clause := programme.Clause{Kind: programme.Informed, Parties: []programme.PartyID{"fi"}}
	tell := func(state programme.ConsultationState, held string) programme.Consultation {
		c := talk(programme.Information, state, "fi")
		c.Held = span(held)
		return c
	}
	// The forecast of Boden is 2022-05-13; the timetable says a day.
	told := func(day, opening string) func(testing.TB) *world {
		return func(t testing.TB) *world {
			return worldOn(t, day).sure("r1", "Boden", "2022-05-02").frozen("a", "2021-09-24", "boden", opening).clause(clause)
		}
	}
	late := told("2021-12-01", "2022-03-01")
	redrawn := func(t testing.TB) *world {
		return worldOn(t, "2022-02-01").sure("r1", "Boden", "2022-05-02").frozen("b", "2022-01-14", "boden", "2022-05-13").frozen("a", "2021-09-24", "boden", "2022-03-01").clause(clause)
	}
	with := func(base func(testing.TB) *world, c programme.Consultation) func(testing.TB) *world {
		return func(t testing.TB) *world { return base(t).consults(c) }
	}
	examine(t, []want{
		{name: "nothing has changed", status: compliance.NotDue, measured: "words ?", needs: []string{}, world: told("2021-12-01", "2022-05-13")},
		{name: "a fortnight is no change", status: compliance.NotDue, measured: "words ?", world: told("2021-12-01", "2022-04-29")},
		{name: "a timetable of today is not changed yet", status: compliance.NotDue, world: told("2021-09-24", "2022-03-01")},
		{name: "later than told, and nothing recorded", status: compliance.Unknown, measured: "count 0..1", needs: []string{"inform"}, world: late},
		{name: "earlier than told, and nothing recorded", status: compliance.Unknown, measured: "count 0..1", world: told("2021-12-01", "2022-08-01")},
		{name: "later than told, and telling is planned", status: compliance.AtRisk, needs: []string{"inform"}, world: with(late, tell(programme.ConsultationPlanned, ""))},
		{name: "told since", status: compliance.MetByPlan, measured: "count 1", needs: []string{}, world: with(late, tell(programme.ConsultationHeld, "2021-11-15"))},
		{name: "told before", status: compliance.Unknown, world: with(late, tell(programme.ConsultationHeld, "2021-09-01"))},
		{name: "told some day before or after", status: compliance.Unknown, world: with(late, tell(programme.ConsultationHeld, "2021"))},
		{name: "a dialogue that goes on", status: compliance.MetByPlan, world: with(late, tell(programme.ConsultationOngoing, "2021-06-01/.."))},
		{name: "asked for an opinion is not told", status: compliance.Unknown, world: func(t testing.TB) *world {
			c := tell(programme.ConsultationHeld, "2021-11-15")
			c.Kind = programme.Opinion
			return late(t).consults(c)
		}},
		{name: "told of another project", status: compliance.Unknown, world: func(t testing.TB) *world {
			c := tell(programme.ConsultationHeld, "2021-11-15")
			c.Projects = []programme.ProjectID{"are"}
			return late(t).consults(c)
		}},
		{name: "a new timetable, and nothing recorded", status: compliance.Unknown, measured: "count 0..1", needs: []string{"inform"}, world: redrawn},
		{name: "a new timetable, told on its day", status: compliance.MetByPlan, measured: "count 1", world: with(redrawn, tell(programme.ConsultationHeld, "2022-01-14"))},
		{name: "a new timetable, in a report to them", status: compliance.MetByPlan, measured: "count 1", world: func(t testing.TB) *world {
			w := redrawn(t)
			w.s.Mandates[0].Deliverables = []programme.Deliverable{{ID: "d2", To: "fi"}}
			w.s.Submissions = []programme.Submission{{Deliverable: "d2", Date: civil.MustDate("2022-01-14"), Baseline: "b"}}
			return w
		}},
		{name: "opened late", status: compliance.Unknown, measured: "count 0..1", world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-31").frozen("a", "2021-09-24", "boden", "2022-03-01").clause(clause)
		}},
		{name: "opened in time", status: compliance.NotDue, measured: "words ?", world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-03-10").frozen("a", "2021-09-24", "boden", "2022-03-01").clause(clause)
		}},
		{name: "opened in time or late", status: compliance.Unknown, measured: "count 0..1", needs: []string{"say-opened"}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022").frozen("a", "2021-09-24", "boden", "2022-03-01").clause(clause)
		}},
		{name: "the day has passed, and nobody has said", status: compliance.Unknown, measured: "count 0..1", needs: []string{"say-opened"}, world: told("2022-12-31", "2022-03-01")},
		{name: "the mandate is over without a change", status: compliance.Met, measured: "words ?", world: func(t testing.TB) *world {
			return worldOn(t, "2024-12-31").opened("r1", "Boden", "2022-03-01").frozen("a", "2021-09-24", "boden", "2022-03-01").clause(clause)
		}},
		{name: "the mandate is over, and all changes are told", status: compliance.Met, measured: "count 1", world: func(t testing.TB) *world {
			return worldOn(t, "2024-12-31").opened("r1", "Boden", "2022-06-01").frozen("a", "2021-09-24", "boden", "2022-03-01").clause(clause).consults(tell(programme.ConsultationHeld, "2022-05-01"))
		}},
		{name: "the mandate is over, and no timetable is known", status: compliance.Unknown, needs: []string{"freeze"}, world: func(t testing.TB) *world {
			return worldOn(t, "2024-12-31").opened("r1", "Boden", "2022-06-01").clause(clause)
		}},
		{name: "no parties", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.Informed})
		}},
	})
}

// A new timetable goes by its name in both languages, in its row and in what is
// needed, and the offices that it moves are listed.
func TestInformedNamesTheTimetable(t *testing.T) {
	w := worldOn(t, "2022-02-01").sure("r1", "Boden", "2022-05-02").frozen("a", "2021-09-24", "boden", "2022-03-01").frozen("b", "2022-01-14", "boden", "2022-05-13").
		clause(programme.Clause{Kind: programme.Informed, Parties: []programme.PartyID{"fi"}})
	name := programme.Text{Sv: "Tidplan b", En: "Timetable b"}
	w.s.Baselines[1].Name = name
	f := w.check()
	if len(f.Evidence) != 1 || f.Evidence[0].Subject != name {
		t.Fatalf("the rows are %+v", f.Evidence)
	}
	if got := locale.English.Label(f.Evidence[0].What); got != "new timetable of 2022-01-14 changes opening days (1): Boden; no information is recorded" {
		t.Errorf("the change is %q", got)
	}
	if got := locale.English.Label(f.Needs[0]); got != "Tell of the change, or record that it was done (1): Timetable b." {
		t.Errorf("it needs %q", got)
	}
}
