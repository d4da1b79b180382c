package schedule

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A chain of fixed durations has one possible outcome.
func TestFixedChain(t *testing.T) {
	s := chain(Fixed(3), Fixed(4), Fixed(5))
	s.Now = 10
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 1000})
	if lo, hi := r.Finish.Range(0); lo != 22 || hi != 22 {
		t.Errorf("finish %d … %d, want 22", lo, hi)
	}
	for a, want := range []ActivityResult{
		{P10: 13, P50: 13, P80: 13, P90: 13, MeanStart: 10, MeanFinish: 13, MeanDuration: 3, Criticality: 1},
		{P10: 17, P50: 17, P80: 17, P90: 17, MeanStart: 13, MeanFinish: 17, MeanDuration: 4, Criticality: 1},
		{P10: 22, P50: 22, P80: 22, P90: 22, MeanStart: 17, MeanFinish: 22, MeanDuration: 5, Criticality: 1},
	} {
		if r.Activities[a] != want {
			t.Errorf("activity %d: %+v, want %+v", a, r.Activities[a], want)
		}
	}
	if want := (ProjectResult{Reference: 22, Mean: 22}); r.Projects[0] != want {
		t.Errorf("%+v, want %+v", r.Projects[0], want)
	}
}

// Where branches merge, the finish is the maximum, and its distribution the product of theirs
// (Van Slyke 1963). Its mean lies above each branch's: averages do not show that.
func TestMergeIsProduct(t *testing.T) {
	a, b := LogNormal(60, 100), Triangular(40, 55, 110)
	r := mustSimulate(t, mustCompile(t, merge(a, b)), Options{Runs: 100_000, Seed: 3})
	product := func(k int32) float64 { return a.CDF(k) * b.CDF(k) }
	if w := furthest(r.Finish.Append(nil, 0), product); w > ksLimit(100_000) {
		t.Errorf("the CDF is off by %g", w)
	}
	mean, first := 0.0, 0.0
	for k := int32(0); k < 3000; k++ {
		mean += 1 - product(k)
		first += (a.CDF(k) - a.CDF(k-1)) * b.CDF(k) // a lasts k, b no longer: a is the first of equals
	}
	near(t, "mean", r.Projects[0].Mean, mean, 0.3)
	near(t, "criticality of the first", r.Activities[0].Criticality, first, 0.006)
	near(t, "criticality of the second", r.Activities[1].Criticality, 1-first, 0.006)
	if r.Projects[0].Mean <= max(a.Mean(), b.Mean()) {
		t.Errorf("mean %g does not show the merge effect", r.Projects[0].Mean)
	}
}

// In series means and variances add up.
func TestSeriesMoments(t *testing.T) {
	ds := []Distribution{Triangular(10, 20, 60), LogNormal(60, 100), Triangular(5, 5, 30)}
	r := mustSimulate(t, mustCompile(t, chain(ds...)), Options{Runs: 100_000, Seed: 8})
	mean, variance := 0.0, 0.0
	for i, d := range ds {
		m := d.Mean()
		mean += m
		for k := int32(0); k < 3000; k++ {
			variance += (float64(k) - m) * (float64(k) - m) * (d.CDF(k) - d.CDF(k-1))
		}
		near(t, "mean duration of "+d.String(), r.Activities[i].MeanDuration, m, 0.4)
	}
	near(t, "mean", r.Projects[0].Mean, mean, 0.5)
	got := 0.0
	for _, day := range r.Finish.Append(nil, 0) {
		got += (float64(day) - mean) * (float64(day) - mean)
	}
	near(t, "standard deviation", math.Sqrt(got/100_000), math.Sqrt(variance), 0.3)
}

// The finish of what runs, alone in its project, is the truncated distribution from its start.
func TestRunningIsTruncated(t *testing.T) {
	d := LogNormal(60, 120)
	s := chain(d)
	s.Now = 90
	s.Activities[0].Status = Started(On(10))
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 50_000})
	given := func(k int32) float64 { return 1 - d.Survivor(k-10)/d.Survivor(80) }
	if w := furthest(r.Finish.Append(nil, 0), given); w > ksLimit(50_000) {
		t.Errorf("the CDF is off by %g", w)
	}
	if lo, _ := r.Finish.Range(0); lo <= 90 {
		t.Errorf("a finish on %d, although it is unfinished on 90", lo)
	}
}

// The same seed gives the same result with any number of workers, to the last bit.
func TestWorkersDoNotMatter(t *testing.T) {
	n := mustCompile(t, programme(20))
	one := mustSimulate(t, n, Options{Runs: 1500, Seed: 5, Workers: 1, Starts: true})
	for _, workers := range []int{2, 3, 50} {
		if many := mustSimulate(t, n, Options{Runs: 1500, Seed: 5, Workers: workers, Starts: true}); !reflect.DeepEqual(one, many) {
			t.Errorf("%d workers give another result", workers)
		}
	}
	if other := mustSimulate(t, n, Options{Runs: 1500, Seed: 6, Starts: true}); reflect.DeepEqual(one.Finish, other.Finish) {
		t.Error("another seed gives the same result")
	}
}

// The same on random networks.
func TestWorkersDoNotMatterOnAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, err := Compile(anySpec(true).Draw(t, "spec"))
		if err != nil {
			t.Fatal(err)
		}
		run := func(workers int) *Result {
			r, err := Simulate(context.Background(), n, Options{Runs: 300, Seed: 1, Workers: workers})
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		if !reflect.DeepEqual(run(1), run(2)) {
			t.Fatal("1 and 2 workers differ")
		}
	})
}

// A project's samples depend on its key, not on its place or on its neighbours.
func TestProjectsAreIndependentOfNeighbours(t *testing.T) {
	build := func(keys ...uint64) *Spec {
		var s Spec
		for _, key := range keys {
			p := s.AddProject(key)
			a := s.AddActivity(ActivitySpec{Project: p, Duration: LogNormal(30, 60)})
			b := s.AddActivity(ActivitySpec{Project: p, Duration: Triangular(5, 9, 20)})
			s.AddLink(a, b, FinishStart, 0)
			s.SetEnds(p, a, b)
		}
		return &s
	}
	of := func(s *Spec, p Project) []int32 {
		return mustSimulate(t, mustCompile(t, s), Options{Runs: 700, Seed: 2}).Finish.Append(nil, p)
	}
	alone := of(build(42), 0)
	if !slices.Equal(alone, of(build(7, 42, 9), 1)) || !slices.Equal(alone, of(build(9, 8, 7, 42), 3)) {
		t.Error("the samples change with the neighbours")
	}
	if slices.Equal(alone, of(build(43), 0)) {
		t.Error("another key gives the same samples")
	}
}

// Scenarios share random numbers: a change moves a run by what it changes and by nothing else.
func TestCommonRandomNumbers(t *testing.T) {
	s := chain(LogNormal(30, 60), Fixed(5), Triangular(5, 9, 20))
	before := mustSimulate(t, mustCompile(t, s), Options{Runs: 2000, Seed: 2})
	s.Activities[1].Duration = Fixed(12)
	after := mustSimulate(t, mustCompile(t, s), Options{Runs: 2000, Seed: 2})
	for run := range 2000 {
		if got := after.Finish.At(0, run) - before.Finish.At(0, run); got != 7 {
			t.Fatalf("run %d moves by %d days, want 7", run, got)
		}
	}
}

// Fewer runs are the first ones of more.
func TestRunsArePrefix(t *testing.T) {
	n := mustCompile(t, programme(3))
	few, many := mustSimulate(t, n, Options{Runs: 300}), mustSimulate(t, n, Options{Runs: 1000})
	for p := range Project(3) {
		if !slices.Equal(few.Finish.Append(nil, p), many.Finish.Append(nil, p)[:300]) {
			t.Errorf("project %d: the first 300 runs differ", p)
		}
	}
}

// Every run keeps within what is possible, and what is done stays as it was.
func TestSimulationKeepsHistory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Simulate(context.Background(), n, Options{Runs: 260, Seed: 1, Starts: true})
		if err != nil {
			t.Fatal(err)
		}
		best := n.PlanAt(0)
		for p, project := range s.Projects {
			lo, hi := r.Finish.Range(Project(p))
			st := s.Activities[project.Milestone].Status
			switch {
			case st.State == Done && (lo < min(st.Finish.Lo, s.Now) || hi > s.Now):
				t.Fatalf("milestone of %d is done and finishes %d … %d\n%s", p, lo, hi, describe(s))
			case st.State != Done && lo < s.Now:
				t.Fatalf("milestone of %d finishes on %d, before now", p, lo)
			case onlyKnownStarts(s) && lo < best.MilestoneFinish(Project(p)):
				t.Fatalf("milestone of %d finishes on %d, the fastest plan on %d", p, lo, best.MilestoneFinish(Project(p)))
			}
		}
		for a, q := range r.Activities {
			st := s.Activities[a].Status.State
			if !(q.P10 <= q.P50 && q.P50 <= q.P80 && q.P80 <= q.P90) || q.MeanFinish < q.MeanStart {
				t.Fatalf("activity %d: %+v", a, q)
			}
			if q.Criticality < 0 || q.Criticality > 1 || st == Done && q.Criticality != 0 {
				t.Fatalf("activity %d in state %d has criticality %g", a, st, q.Criticality)
			}
		}
	})
}

func onlyKnownStarts(s *Spec) bool {
	return !slices.ContainsFunc(s.Activities, func(a ActivitySpec) bool {
		return a.Status.State != NotStarted && (a.Status.Start.Lo != a.Status.Start.Hi || a.Status.Finish.Lo != a.Status.Finish.Hi)
	})
}

// Days that do not fit into 16 bits are refused, and the project is named.
func TestRangeError(t *testing.T) {
	wide := Triangular(0, 16000, 32000)
	s := chain(Fixed(1))
	p := s.AddProject(2)
	for range 12 {
		a := s.AddActivity(ActivitySpec{Project: p, Duration: wide})
		if a > 1 {
			s.AddLink(a-1, a, FinishStart, 0)
		}
	}
	s.SetEnds(p, 1, 12)
	_, err := Simulate(context.Background(), mustCompile(t, s), Options{})
	var tooWide *RangeError
	if !errors.As(err, &tooWide) || tooWide.Project != p || tooWide.Hi-tooWide.Lo <= maxOffset {
		t.Fatalf("error %v, want a *RangeError of project 1", err)
	}
	if !strings.Contains(err.Error(), "project 1") || !strings.Contains(err.Error(), "65535") {
		t.Errorf("message %q", err)
	}
}

// A cancelled simulation stops and says so; before it starts as well as under way.
func TestCancel(t *testing.T) {
	n := mustCompile(t, programme(200))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r, err := Simulate(ctx, n, Options{Runs: 100}); r != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before: %v, %v", r, err)
	}
	ctx, cancel = context.WithCancel(context.Background())
	defer cancel()
	last := 0
	r, err := Simulate(ctx, n, Options{Runs: 100, Progress: func(done, _ int) {
		if last = done; done == 5 {
			cancel()
		}
	}})
	if r != nil || !errors.Is(err, context.Canceled) || last > 100 {
		t.Errorf("cancelled at 5 of 200: %v, %v, went on to %d", r, err, last)
	}
}

// Progress counts every project once, in order.
func TestProgress(t *testing.T) {
	var seen []int
	mustSimulate(t, mustCompile(t, programme(9)), Options{Runs: 50, Workers: 3, Progress: func(done, total int) {
		if total != 9 {
			t.Errorf("total %d", total)
		}
		seen = append(seen, done)
	}})
	if !slices.Equal(seen, []int{1, 2, 3, 4, 5, 6, 7, 8, 9}) {
		t.Errorf("progress %v", seen)
	}
}

func TestDefaults(t *testing.T) {
	r := mustSimulate(t, mustCompile(t, chain(Fixed(1))), Options{})
	if r.Runs != DefaultRuns || r.Finish.Runs() != DefaultRuns || r.Start != nil {
		t.Errorf("%d runs, starts %v", r.Runs, r.Start)
	}
	if r := mustSimulate(t, mustCompile(t, &Spec{}), Options{}); r.Finish.Projects() != 0 || len(r.Activities) != 0 {
		t.Error("an empty network has results")
	}
}

// A reference of another network is refused.
func TestReferenceMustFit(t *testing.T) {
	n := mustCompile(t, chain(Fixed(1), Fixed(2)))
	_, err := Simulate(context.Background(), n, Options{Reference: &Reference{Start: []int32{0}, Finish: []int32{0, 0}, Duration: []int32{0, 0}}})
	if err == nil || !strings.Contains(err.Error(), "1 starts, 2 finishes and 2 durations; want 2 of each") {
		t.Errorf("error %v", err)
	}
}

// Memory is set aside once, not run by run.
func TestNoAllocationPerRun(t *testing.T) {
	n := mustCompile(t, programme(5))
	allocations := func(runs int) float64 {
		return testing.AllocsPerRun(3, func() { mustSimulate(t, n, Options{Runs: runs, Workers: 1}) })
	}
	if few, many := allocations(1000), allocations(20_000); many > few+5 {
		t.Errorf("%g allocations at 1,000 runs, %g at 20,000", few, many)
	}
}
