package schedule

import (
	"slices"
	"testing"
)

// struck returns projects of one activity of 100 days that a risk of 30 days may strike.
func struck(projects int, r RiskSpec) *Spec {
	s := &Spec{Risks: []RiskSpec{r}}
	for i := range projects {
		p := s.AddProject(uint64(i + 1))
		a := s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(100), Risks: []Risk{0}})
		s.SetEnds(p, a, a)
	}
	return s
}

// A risk adds its impact with its probability: the finish is a mixture of two days, and the mean excess is
// what is expected.
func TestARiskAddsItsImpact(t *testing.T) {
	const runs = 50_000
	r := mustSimulate(t, mustCompile(t, struck(1, RiskSpec{Key: 1, Probability: 0.3, Impact: Fixed(30)})), Options{Runs: runs})
	hits := 0
	for _, day := range r.Finish.Append(nil, 0) {
		switch day {
		case 130:
			hits++
		case 100:
		default:
			t.Fatalf("finished on %d", day)
		}
	}
	near(t, "probability", float64(hits)/runs, 0.3, 0.01)
	near(t, "excess", r.Activities[0].Excess, 9, 0.3)
	near(t, "mean", r.Projects[0].Mean, 109, 0.3)
}

// Never and always.
func TestCertainRisks(t *testing.T) {
	for p, want := range map[float64]int32{0: 100, 1: 130} {
		r := mustSimulate(t, mustCompile(t, struck(1, RiskSpec{Key: 1, Probability: p, Impact: Fixed(30)})), Options{Runs: 1000})
		if lo, hi := r.Finish.Range(0); lo != want || hi != want {
			t.Errorf("probability %g: %d … %d, want %d", p, lo, hi, want)
		}
	}
}

// A common risk strikes all projects in the same runs, another each on its own.
func TestCommonRisks(t *testing.T) {
	for common, want := range map[bool]float64{true: 0.3, false: 0.09} {
		r := mustSimulate(t, mustCompile(t, struck(2, RiskSpec{Key: 1, Probability: 0.3, Impact: Fixed(30), Common: common})), Options{Runs: 50_000})
		near(t, "both struck", 1-r.Finish.ShareAtLeast(r.Finish.AllProjects(), 1, 100), want, 0.01)
	}
}

// What is done or has known days left is struck no more; what runs may be.
func TestRisksOfWhatHasBegun(t *testing.T) {
	s := struck(3, RiskSpec{Key: 1, Probability: 1, Impact: Fixed(30)})
	s.Now = 50
	s.Activities[0].Status = Finished(On(0), On(40))
	s.Activities[1].Status = StartedWithRemaining(On(0), 20)
	s.Activities[2].Status = Started(On(0))
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 100})
	for p, want := range []int32{40, 70, 130} {
		if got := r.Finish.Quantile(Project(p), 0.5); got != want {
			t.Errorf("project %d finishes on %d, want %d", p, got, want)
		}
	}
}

// The plan of likely durations knows no risk, and a risk leaves the durations drawn as they were.
func TestARiskChangesNothingElse(t *testing.T) {
	s := chain(LogNormal(60, 120), LogNormal(30, 60))
	plain := mustSimulate(t, mustCompile(t, s), Options{Runs: 2000})
	s.Risks = []RiskSpec{{Key: 9, Probability: 0.2, Impact: Triangular(1, 5, 9)}}
	s.Activities[1].Risks = []Risk{0}
	n := mustCompile(t, s)
	risky := mustSimulate(t, n, Options{Runs: 2000})
	if !slices.Equal(n.Plan().Finish, []int32{60, 90}) {
		t.Errorf("the plan finishes on %v", n.Plan().Finish)
	}
	more := 0
	for run := range 2000 {
		switch added := risky.Finish.At(0, run) - plain.Finish.At(0, run); {
		case added < 0 || added > 9:
			t.Fatalf("run %d: %d days added", run, added)
		case added > 0:
			more++
		}
	}
	near(t, "share with added days", float64(more)/2000, 0.2, 0.03)
}
