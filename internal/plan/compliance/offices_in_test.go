package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestOfficesIn(t *testing.T) {
	named := programme.Clause{Kind: programme.OfficesIn, Municipalities: []string{"Boden", "Åre"}}
	examine(t, []want{
		{name: "open in each", status: compliance.Met, measured: "count 2", needs: []string{},
			world: func(t testing.TB) *world {
				return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-02").opened("r1", "Åre", "2022-05-02").clause(named)
			}},
		{name: "a project in each", status: compliance.MetByPlan, measured: "count 2", needs: []string{},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-12-31").sure("r1", "Boden", "2022-05-02").silent("r1", "Åre").clause(named)
			}},
		{name: "one is missing", status: compliance.NotMet, measured: "count 1", needs: []string{"project-in"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-12-31").sure("r1", "Boden", "2022-05-02").sure("r1", "Laholm", "2022-05-02").clause(named)
			}},
		{name: "the mandate is over and one is silent", status: compliance.Unknown, needs: []string{"say-opened"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2024-12-31").opened("r1", "Boden", "2022-05-02").sure("r1", "Åre", "2022-05-02").clause(named)
			}},
		{name: "the mandate is over and one was not open after it", status: compliance.NotMet, needs: []string{"open"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2024-12-31").opened("r1", "Boden", "2022-05-02").silent("r1", "Åre").said("2024-06-01").clause(named)
			}},
		{name: "none is named", status: compliance.Unknown, needs: []string{"state-field"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2024-12-31").clause(programme.Clause{Kind: programme.OfficesIn})
			}},
	})
}

// Of two projects in a municipality the open one is shown.
func TestOfficesInShowsTheForemost(t *testing.T) {
	w := worldOn(t, "2022-12-31").sure("r1", "Boden", "2023-05-02").opened("r1", "Boden", "2022-05-02").
		clause(programme.Clause{Kind: programme.OfficesIn, Municipalities: []string{"Boden"}})
	f := w.check()
	if e := row(t, f, "Boden"); f.Status != compliance.Met || e.What.Key != "compliance.row.opened" || e.For != programme.Yes {
		t.Errorf("%s: %+v", f.Status, e)
	}
}

// With a window an office must open in it in each municipality.
func TestOfficesInAWindow(t *testing.T) {
	in := func(window string) programme.Clause {
		return programme.Clause{Kind: programme.OfficesIn, Municipalities: []string{"Boden", "Åre"}, Window: span(window)}
	}
	by := in("../2022-06-01")
	examine(t, []want{
		{name: "both opened in time", status: compliance.Met, measured: "count 2", needs: []string{}, probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-02").opened("r1", "Åre", "2022-05").clause(by)
		}},
		{name: "one opened later", status: compliance.NotMet, measured: "count 1", needs: []string{}, probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-02").opened("r1", "Åre", "2022-07").clause(by)
		}},
		{name: "one opened before or after the last day", status: compliance.Unknown, measured: "count 1..2", needs: []string{"say-opened"}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-02").opened("r1", "Åre", "2022-05-27/2022-09-29").clause(by)
		}},
		{name: "the day has passed, and nobody has said", status: compliance.Unknown, measured: "count 1..2", needs: []string{"say-opened"}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-02").sure("r1", "Åre", "2022-04-01").clause(by)
		}},
		{name: "the day has passed, and one was not open after it", status: compliance.NotMet, measured: "count 1", needs: []string{}, probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-02").silent("r1", "Åre").said("2022-07-01").clause(by)
		}},
		{name: "planned in good time", status: compliance.MetByPlan, measured: "count 2", needs: []string{}, probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-02-01").sure("r1", "Åre", "2022-02-01").clause(by)
		}},
		{name: "both may be late, and only together is it met", status: compliance.AtRisk, needs: []string{"open-earlier"}, probability: []float64{0.1, 0.5}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").risky("r1", "Boden", "2023-08-01").risky("r1", "Åre", "2023-08-01").clause(in("../2024-02-23"))
		}},
		{name: "planned too late", status: compliance.AtRisk, measured: "count 1", needs: []string{"open-earlier"}, probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-02-01").sure("r1", "Åre", "2022-09-01").clause(by)
		}},
		{name: "a second office makes up for the late one", status: compliance.MetByPlan, needs: []string{}, probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-02-01").sure("r1", "Åre", "2022-09-01").sure("r1", "Åre", "2022-02-01").clause(by)
		}},
		{name: "no forecast", status: compliance.Unknown, measured: "count 1..2", needs: []string{"forecast"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-02-01").silent("r1", "Åre").clause(by)
		}},
		{name: "no project", status: compliance.NotMet, measured: "count 1", needs: []string{"project-in"}, probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-02-01").clause(by)
		}},
	})
}

// Work that had begun by the day of the report, and no more, does not show that
// the office was still closed then.
func TestABoundOnTheStartIsNoSignOfBeingClosed(t *testing.T) {
	for started, status := range map[string]compliance.Status{"2021-06-01/2022-07-01": compliance.Unknown, "2021-06": compliance.NotMet} {
		w := worldOn(t, "2022-12-31").silent("r1", "Åre").said("2022-07-01").
			clause(programme.Clause{Kind: programme.OfficesIn, Municipalities: []string{"Åre"}, Window: span("../2022-06-01")})
		w.s.Progress[len(w.s.Progress)-1].Started = span(started)
		if f := w.check(); f.Status != status {
			t.Errorf("started %s: %s, want %s", started, f.Status, status)
		}
	}
}
