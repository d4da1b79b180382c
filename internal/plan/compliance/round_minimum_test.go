package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestRoundMinimum(t *testing.T) {
	two := programme.Clause{Kind: programme.RoundMinimum, Round: "r1", Minimum: count(2)}
	stated := func(low, high int) func(testing.TB) *world {
		return func(t testing.TB) *world {
			w := worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").clause(two)
			w.s.RoundCounts = []programme.RoundCount{{Round: "r1", Count: programme.Between(low, high)}, {Round: "r1", Type: "small", Count: count(9)}}
			return w
		}
	}
	examine(t, []want{
		{name: "enough", status: compliance.MetByPlan, measured: "count 2", needs: []string{}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").silent("r1", "Åre").silent("r2", "Laholm").clause(two)
		}},
		{name: "open", status: compliance.Met, measured: "count 2", world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022").opened("r1", "Åre", "2022").clause(two)
		}},
		{name: "too few", status: compliance.NotMet, measured: "count 1", needs: []string{"more-projects"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").silent("r2", "Åre").clause(two)
		}},
		{name: "too few are named, but enough are stated", status: compliance.MetByPlan, measured: "count 2", needs: []string{"list-projects"}, world: stated(2, 2)},
		{name: "too few are named, and perhaps enough stated", status: compliance.Unknown, measured: "count 1..2", needs: []string{"list-projects"}, world: stated(1, 2)},
		{name: "too few are named and stated", status: compliance.NotMet, measured: "count 1", needs: []string{"more-projects"}, world: stated(1, 1)},
		{name: "the mandate is over", status: compliance.Unknown, needs: []string{"say-opened"}, world: func(t testing.TB) *world {
			return worldOn(t, "2025-01-01").silent("r1", "Boden").opened("r1", "Åre", "2022").clause(two)
		}},
		{name: "no minimum", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2025-01-01").clause(programme.Clause{Kind: programme.RoundMinimum, Round: "r1"})
		}},
	})
}
