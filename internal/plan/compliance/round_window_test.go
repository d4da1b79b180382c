package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func during2022(share programme.Share) programme.Clause {
	return programme.Clause{Kind: programme.RoundWindow, Round: "r1", Window: span("2022"), Share: share}
}

func TestRoundWindow(t *testing.T) {
	half := during2022(500_000)
	examine(t, []want{
		{name: "half of three is two, and two have opened in time", status: compliance.Met, measured: "count 2", probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-09-30").opened("r1", "Boden", "2022-01").opened("r1", "Åre", "2022-02-01/2022-03-15").sure("r1", "Laholm", "2023-02-01").clause(half)
		}},
		{name: "planned in time", status: compliance.MetByPlan, measured: "count 2", needs: []string{}, probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").sure("r1", "Åre", "2022-05-02").sure("r1", "Laholm", "2023-02-01").clause(half)
		}},
		{name: "planned before the window is not in it", status: compliance.AtRisk, measured: "count 0", probability: []float64{0}, needs: []string{"open-earlier"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2021-11-01").clause(half)
		}},
		{name: "planned so late that it may fail", status: compliance.AtRisk, measured: "count 1", needs: []string{"open-earlier"}, probability: []float64{0.3, 0.75}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").risky("r1", "Boden", "2022-06-01").clause(half)
		}},
		{name: "at risk, by old statements", status: compliance.AtRisk, needs: []string{"open-earlier", "report-progress"}, probability: []float64{0, 0.8}, world: func(t testing.TB) *world {
			w := worldOn(t, "2022-06-01").risky("r1", "Boden", "2022-06-20").clause(half)
			w.s.Progress[0].Provenance = known("2021-09-24")
			return w
		}},
		{name: "one of two without a forecast", status: compliance.Unknown, measured: "count 1..2", needs: []string{"forecast"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").silent("r1", "Åre").clause(during2022(programme.Whole))
		}},
		{name: "one of two without a forecast, when one is enough", status: compliance.MetByPlan, measured: "count 1..2", needs: []string{"forecast"}, probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").silent("r1", "Åre").clause(half)
		}},
		{name: "too many have opened too late", status: compliance.NotMet, measured: "count 0", needs: []string{}, probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2023-06-30").opened("r1", "Boden", "2023-02-01").clause(half)
		}},
		{name: "too many have opened too early", status: compliance.NotMet, measured: "count 0", probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-06-30").opened("r1", "Boden", "2021-12-30").clause(half)
		}},
		{name: "the window is over, and nobody has said whether it opened", status: compliance.Unknown, measured: "count 0..1", needs: []string{"say-opened"}, world: func(t testing.TB) *world {
			return worldOn(t, "2023-06-30").sure("r1", "Boden", "2022-05-02").clause(half)
		}},
		{name: "the window is over, and it opened in it or after", status: compliance.Unknown, measured: "count 0..1", needs: []string{"say-opened"}, world: func(t testing.TB) *world {
			return worldOn(t, "2023-06-30").opened("r1", "Boden", "2022-10/2023-02").clause(half)
		}},
		{name: "the window is over, and work was still going on", status: compliance.NotMet, measured: "count 0", probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2023-06-30").silent("r1", "Boden").said("2023-01-15").clause(half)
		}},
		{name: "the window is over, and work was going on on its last day", status: compliance.Unknown, measured: "count 0..1", world: func(t testing.TB) *world {
			return worldOn(t, "2023-06-30").silent("r1", "Boden").said("2022-12-31").clause(half)
		}},
		{name: "the window is over, and it was announced for later", status: compliance.NotMet, measured: "count 0", probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2023-01-31").silent("r1", "Boden").event(programme.OpeningPlanned, "2023-03", "2022-12-20").clause(half)
		}},
		{name: "the window is over, and a later timetable has it still to open", status: compliance.NotMet, measured: "count 0", probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2023-06-30").silent("r1", "Boden").frozen("b", "2023-02-01", "boden", "2023-05-01").clause(half)
		}},
		{name: "finishing the work that opens it is opening", status: compliance.Met, measured: "count 1", probability: []float64{1}, world: func(t testing.TB) *world {
			w := worldOn(t, "2022-12-31").silent("r1", "Boden").clause(half)
			w.s.Progress = []programme.Progress{{Project: "boden", Activity: "arbete", Started: span("2022-02-01"), Finished: span("2022-03-01")}}
			return w
		}},
		{name: "a round without projects", status: compliance.Unknown, needs: []string{"projects-in-round"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(half)
		}},
		{name: "no share", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").clause(during2022(0))
		}},
		{name: "no window", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			c := half
			c.Window = span("")
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").clause(c)
		}},
	})
}

// The number asked for is the share of the round, rounded up.
func TestShareIsRoundedUp(t *testing.T) {
	w := worldOn(t, "2021-09-24")
	for n, want := range []string{"", "count 1", "count 1", "count 2", "count 2", "count 3"} {
		if n == 0 {
			continue
		}
		w.sure("r1", "Boden", "2022-05-02").clause(during2022(500_000))
		if got := w.check().Required.Canonical(); got != want {
			t.Errorf("half of %d is %s, want %s", n, got, want)
		}
	}
}

// Offices that are late together are late together: three with an even chance
// each do not give the chance of one.
func TestJointChance(t *testing.T) {
	w := worldOn(t, "2021-09-24").risky("r1", "Boden", "2022-06-20").risky("r1", "Åre", "2022-06-20").risky("r1", "Laholm", "2022-06-20")
	one := w.clause(during2022(1)).check().Probability
	all := w.clause(during2022(programme.Whole)).check().Probability
	if !(all < 0.35 && one > 0.7 && all > 0) {
		t.Errorf("one opens in time with %v, all with %v", one, all)
	}
}
