package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func atLeast(n int) programme.Clause {
	return programme.Clause{Kind: programme.OfficesAtLeast, Minimum: count(n)}
}

func TestOfficesAtLeast(t *testing.T) {
	examine(t, []want{
		{name: "all are open", status: compliance.Met, measured: "count 2", needs: []string{}, probability: []float64{1},
			world: func(t testing.TB) *world {
				return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-05-02").opened("r1", "Åre", "2022").clause(atLeast(2))
			}},
		{name: "enough are open, though one opened after the mandate's end", status: compliance.Met, probability: []float64{1},
			world: func(t testing.TB) *world {
				return worldOn(t, "2024-12-31").opened("r1", "Boden", "2022-05-02").opened("r1", "Åre", "2024-09").clause(atLeast(2))
			}},
		{name: "planned in good time", status: compliance.MetByPlan, measured: "count 2", needs: []string{}, probability: []float64{1},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").risky("r1", "Åre", "2022-05-02").clause(atLeast(2))
			}},
		{name: "planned so late that it may fail", status: compliance.AtRisk, needs: []string{"open-earlier"}, probability: []float64{0.3, 0.7},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").risky("r1", "Åre", "2023-08-01").clause(atLeast(2))
			}},
		{name: "one to spare makes up for the risk", status: compliance.MetByPlan, measured: "count 3", probability: []float64{1},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").risky("r1", "Åre", "2023-07-17").sure("r1", "Laholm", "2022-05-02").clause(atLeast(2))
			}},
		{name: "too few projects", status: compliance.NotMet, measured: "count 1", needs: []string{"more-projects"}, probability: []float64{0},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").clause(atLeast(2))
			}},
		{name: "enough projects, one without a forecast", status: compliance.MetByPlan, needs: []string{"forecast"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").silent("r1", "Åre").clause(atLeast(2))
			}},
		{name: "the mandate has no end", status: compliance.MetByPlan, needs: []string{"state-window"},
			world: func(t testing.TB) *world {
				w := worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").clause(atLeast(1))
				w.s.Mandates[0].Window = span("")
				return w
			}},
		{name: "the mandate is over, and nobody has said whether it opened", status: compliance.Unknown, needs: []string{"say-opened"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2024-12-31").sure("r1", "Boden", "2022-05-02").clause(atLeast(1))
			}},
		{name: "the mandate is over, and work was still going on", status: compliance.NotMet, needs: []string{"more-open"}, probability: []float64{0},
			world: func(t testing.TB) *world {
				return worldOn(t, "2024-12-31").silent("r1", "Boden").said("2024-06-01").clause(atLeast(1))
			}},
		{name: "no minimum", status: compliance.Unknown, needs: []string{"state-field"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.OfficesAtLeast})
			}},
	})
}

// Only projects that open an office of this mandate count.
func TestOfficesAtLeastCountsOnlyItsOwn(t *testing.T) {
	w := worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").sure("", "Åre", "2022-05-02").sure("r1", "Laholm", "2022-05-02").clause(atLeast(2))
	w.s.Projects[1].Mandate = "another"
	w.s.Projects[2].Kind = programme.Close
	if f := w.check(); f.Status != compliance.NotMet || f.Measured.Canonical() != "count 1" {
		t.Errorf("%s, measured %s", f.Status, f.Measured.Canonical())
	}
}

// A stricter limit turns what is met by the plan into a risk.
func TestSureIsAChoice(t *testing.T) {
	w := worldOn(t, "2021-09-24").risky("r1", "Åre", "2023-08-01").clause(atLeast(1))
	for sure, status := range map[float64]compliance.Status{0.2: compliance.MetByPlan, 0: compliance.AtRisk, 0.95: compliance.AtRisk} {
		if f := w.matrix(compliance.Options{Sure: sure}).Findings[0]; f.Status != status {
			t.Errorf("with %v it is %s, want %s", sure, f.Status, status)
		}
	}
}
