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
