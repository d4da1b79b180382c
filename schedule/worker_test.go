package schedule

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// charged returns the sums of excess and wait over a project's activities.
func charged(s *Spec, r *Result, p Project) (excess, wait float64) {
	for a, spec := range s.Activities {
		if spec.Project == p {
			excess += r.Activities[a].Excess
			wait += r.Activities[a].Wait
		}
	}
	return excess, wait
}

// The identity of Result holds on any network with any history, against the network's own plan and
// against any other dates.
func TestAttributionAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		opt := Options{Runs: 300, Seed: 1}
		if rapid.Bool().Draw(t, "other reference") {
			opt.Reference = anyReference(t, len(s.Activities))
		}
		r, err := Simulate(context.Background(), n, opt)
		if err != nil {
			t.Fatal(err)
		}
		for p, got := range r.Projects {
			excess, wait := charged(s, r, Project(p))
			if sum := float64(got.Reference) + excess + got.Residual; math.Abs(sum-got.Mean) > 1e-6 {
				t.Fatalf("project %d: reference %d + excess %g + residual %g = %g, mean %g\n%s",
					p, got.Reference, excess, got.Residual, sum, got.Mean, describe(s))
			}
			if math.Abs(wait-got.Residual) > 1e-6 {
				t.Fatalf("project %d: waits add up to %g, residual %g", p, wait, got.Residual)
			}
			if math.Abs(got.Mean-r.Finish.Mean(Project(p))) > 1e-6 {
				t.Fatalf("project %d: mean %g, of the samples %g", p, got.Mean, r.Finish.Mean(Project(p)))
			}
		}
	})
}

func anyReference(t *rapid.T, size int) *Reference {
	ref := &Reference{}
	for range size {
		start := rapid.Int32Range(-50, 100).Draw(t, "reference start")
		duration := rapid.Int32Range(0, 50).Draw(t, "reference duration")
		ref.Start = append(ref.Start, start)
		ref.Duration = append(ref.Duration, duration)
		ref.Finish = append(ref.Finish, start+duration+rapid.Int32Range(0, 9).Draw(t, "reference wait"))
	}
	return ref
}

// Where nothing has started, the residual is what the reference's slack absorbs, and never positive.
func TestResidualIsAbsorbedSlack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(false).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Simulate(context.Background(), n, Options{Runs: 300, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		for p, got := range r.Projects {
			if got.Residual > 0 {
				t.Fatalf("project %d: residual %g\n%s", p, got.Residual, describe(s))
			}
		}
	})
}

// In a series everything is critical, nothing waits, and each activity is charged the difference of
// its mean from its reference.
func TestSeriesAttribution(t *testing.T) {
	s := chain(Triangular(10, 12, 40), Fixed(5), LogNormal(30, 60))
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 4000, Seed: 9})
	plan := mustCompile(t, s).Plan()
	for a, got := range r.Activities {
		near(t, "criticality", got.Criticality, 1, 0)
		near(t, "excess", got.Excess, got.MeanDuration-float64(plan.Duration[a]), 1e-9)
		near(t, "wait", got.Wait, 0, 0)
	}
	near(t, "residual", r.Projects[0].Residual, 0, 0)
}

// Two branches, worked out run by run from the samples' definition: the longer one is charged, less the
// slack that it had in the reference.
func TestMergeAttribution(t *testing.T) {
	a, b := Triangular(10, 20, 50), Triangular(5, 12, 60)
	n := mustCompile(t, merge(a, b))
	const runs = 3000
	r := mustSimulate(t, n, Options{Runs: runs, Seed: 9})
	da, db := make([]int32, runs), make([]int32, runs)
	drawDurations(da, newTable(a), stream(9, 1, 0, forDuration), 0)
	drawDurations(db, newTable(b), stream(9, 1, 1, forDuration), 0)
	var ea, eb, wait, critical float64
	for i := range da {
		if da[i] >= db[i] {
			ea += float64(da[i]-20) / runs
			critical += 1.0 / runs
		} else {
			eb += float64(db[i]-12) / runs
			wait -= 8.0 / runs
		}
	}
	near(t, "excess of the first", r.Activities[0].Excess, ea, 1e-9)
	near(t, "excess of the second", r.Activities[1].Excess, eb, 1e-9)
	near(t, "criticality of the first", r.Activities[0].Criticality, critical, 1e-9)
	near(t, "wait at the merge", r.Activities[2].Wait, wait, 1e-9)
	near(t, "residual", r.Projects[0].Residual, wait, 1e-9)
}

// Against a frozen baseline, delay that has happened is charged to what was late, and time in which
// nothing was done to the activity that did not start.
func TestAttributionAgainstBaseline(t *testing.T) {
	s := chain(Fixed(10), Fixed(20), Fixed(5))
	baseline := mustCompile(t, s).Plan().Reference() // 0–10, 10–30, 30–35
	s.Now = 60
	s.Activities[0].Status = Finished(On(3), On(18)) // 3 late to start, 5 longer
	s.Activities[1].Status = Started(On(25))         // 7 after its predecessor
	s.Activities[1].Duration = Fixed(50)             // 30 longer than the baseline's
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 10, Reference: baseline})
	for a, want := range []struct{ excess, wait, critical float64 }{{5, 3, 0}, {30, 7, 1}, {0, 0, 1}} {
		got := r.Activities[a]
		if got.Excess != want.excess || got.Wait != want.wait || got.Criticality != want.critical {
			t.Errorf("activity %d: excess %g, wait %g, criticality %g, want %+v", a, got.Excess, got.Wait, got.Criticality, want)
		}
	}
	if want := (ProjectResult{Reference: 35, Mean: 80, Residual: 10}); r.Projects[0] != want {
		t.Errorf("%+v, want %+v", r.Projects[0], want)
	}
}

// Time that passes before an unstarted activity whose predecessor is done is its own wait.
func TestNotStartedInTimeIsWait(t *testing.T) {
	s := chain(Fixed(10), Fixed(20))
	baseline := mustCompile(t, s).Plan().Reference()
	s.Now = 33
	s.Activities[0].Status = Finished(On(0), On(12))
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 10, Reference: baseline})
	if a, b := r.Activities[0], r.Activities[1]; a.Excess != 2 || a.Wait != 0 || b.Excess != 0 || b.Wait != 21 {
		t.Errorf("%+v\n%+v", a, b)
	}
}

// Against the network's own plan, what is done and known to the day has no part in the deviation.
func TestDoneIsNotCharged(t *testing.T) {
	s := chain(Fixed(10), LogNormal(20, 50))
	s.Now = 33
	s.Activities[0].Status = Finished(On(2), On(31))
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 500})
	if a := r.Activities[0]; a.Excess != 0 || a.Wait != 0 || a.Criticality != 0 {
		t.Errorf("%+v", a)
	}
	if r.Activities[1].Criticality != 1 {
		t.Errorf("%+v", r.Activities[1])
	}
}
