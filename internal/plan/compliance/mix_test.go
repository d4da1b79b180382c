package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

// is gives the last office its categories.
func (w *world) is(c ...programme.Category) *world {
	w.lastOffice().Categories = c
	return w
}

func TestMix(t *testing.T) {
	two := programme.Clause{Kind: programme.Mix, Minimum: count(2), MinimumRegions: count(2)}
	mixed := func(t testing.TB) *world {
		return worldOn(t, "2021-09-24").clause(two).
			sure("r1", "Boden", "2022-05-02").is(programme.Rural).sure("r1", "Lund", "2022-05-02").is(programme.Metropolitan, programme.Vulnerable).
			sure("r2", "Åre", "2023-05-02").is(programme.Rural).sure("r2", "Solna", "2023-05-02").is(programme.Metropolitan)
	}
	examine(t, []want{
		{name: "each round is mixed", status: compliance.MetByPlan, measured: "count 2", needs: []string{}, world: mixed},
		{name: "one round has one category", status: compliance.NotMet, measured: "count 1", needs: []string{"mix"}, world: func(t testing.TB) *world {
			return mixed(t).is(programme.Rural)
		}},
		{name: "one round has one county", status: compliance.NotMet, measured: "count 1", needs: []string{"mix"}, world: func(t testing.TB) *world {
			w := mixed(t)
			w.lastOffice().Municipality = "Krokom"
			return w
		}},
		{name: "a category is unknown", status: compliance.Unknown, measured: "count 1..2", needs: []string{"say-mix"}, world: func(t testing.TB) *world {
			return mixed(t).is()
		}},
		{name: "a municipality is unknown", status: compliance.Unknown, measured: "count 1..2", needs: []string{"say-mix"}, world: func(t testing.TB) *world {
			w := mixed(t)
			w.lastOffice().Municipality = ""
			return w
		}},
		{name: "one county too few for certain, though a category is unknown", status: compliance.NotMet, measured: "count 1", world: func(t testing.TB) *world {
			w := mixed(t).is()
			w.lastOffice().Municipality = "Krokom"
			return w
		}},
		{name: "more categories than there are", status: compliance.NotMet, measured: "count 0", world: func(t testing.TB) *world {
			return mixed(t).is().clause(programme.Clause{Kind: programme.Mix, Minimum: count(4)})
		}},
		{name: "a round without projects", status: compliance.Unknown, measured: "count 1..2", world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(two).sure("r1", "Boden", "2022-05-02").is(programme.Rural, programme.Vulnerable).sure("r1", "Lund", "2022-05-02")
		}},
		{name: "all are open", status: compliance.Met, measured: "count 2", world: func(t testing.TB) *world {
			w := worldOn(t, "2023-12-30").clause(programme.Clause{Kind: programme.Mix, MinimumRegions: count(1)})
			return w.opened("r1", "Boden", "2022").opened("r2", "Lund", "2023-05")
		}},
		{name: "nothing is asked for", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.Mix})
		}},
		{name: "no rounds", status: compliance.Unknown, needs: []string{"rounds"}, world: func(t testing.TB) *world {
			w := worldOn(t, "2021-09-24").clause(two)
			w.s.Rounds = nil
			return w
		}},
	})
}

// The finding that is not met names the round.
func TestMixNamesTheRound(t *testing.T) {
	f := worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.Mix, Minimum: count(2)}).
		sure("r1", "Boden", "2022-05-02").is(programme.Rural).
		sure("r2", "Lund", "2023-05-02").is(programme.Metropolitan, programme.Vulnerable).check()
	if needed(f, "mix") != "Omgång 1" || row(t, f, "Omgång 1").For != programme.No || row(t, f, "Omgång 2").For != programme.Yes {
		t.Errorf("%+v %+v", f.Needs, f.Evidence)
	}
}
