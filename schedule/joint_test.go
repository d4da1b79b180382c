package schedule

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Counts per run are those of counting one by one, for any list of projects.
func TestCountBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := anyDays(t)
		s := sampled(t, days...)
		day := rapid.Int32Range(-50, 50).Draw(t, "day")
		list := rapid.SliceOfDistinct(rapid.SampledFrom(s.AllProjects()), rapid.ID).Draw(t, "list")
		want := make([]int32, s.Runs())
		for _, p := range list {
			for r, d := range days[p] {
				if d <= day {
					want[r]++
				}
			}
		}
		equalDays(t, "count", s.CountBy(list, day), want)
		for k := 0; k <= len(list)+1; k++ {
			reached := 0
			for _, c := range want {
				if int(c) >= k {
					reached++
				}
			}
			if got := s.ShareAtLeast(list, k, day); got != float64(reached)/float64(s.Runs()) {
				t.Fatalf("at least %d: %g, want %d of %d", k, got, reached, s.Runs())
			}
		}
	})
}

// The quick curve equals the slow one: count, sort, take the rank, day by day.
func TestCurveEqualsCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := anyDays(t)
		s := sampled(t, days...)
		list := rapid.SliceOfDistinct(rapid.SampledFrom(s.AllProjects()), rapid.ID).Draw(t, "list")
		at := rapid.SliceOfN(rapid.Int32Range(-60, 60), 0, 9).Draw(t, "at")
		slices.Sort(at)
		levels := []float64{0.1, 0.5, 0.8, 0}
		curve := s.Curve(list, at, levels)
		if len(curve) != len(at) {
			t.Fatalf("%d days", len(curve))
		}
		for i, day := range at {
			count := s.CountBy(list, day)
			slices.Sort(count)
			want := make([]int32, len(levels))
			for j, q := range levels {
				want[j] = count[rank(q, len(count))]
			}
			equalDays(t, "curve", curve[i], want)
		}
	})
}

// A curve rises with the days and with the level.
func TestCurveRises(t *testing.T) {
	r := mustSimulate(t, mustCompile(t, programme(40)), Options{Runs: 500, Seed: 1})
	var days []int32
	for d := int32(0); d <= 600; d += 20 {
		days = append(days, d)
	}
	curve := r.Finish.Curve(r.Finish.AllProjects(), days, []float64{0.1, 0.5, 0.9})
	for i := range curve {
		for j := range curve[i] {
			if j > 0 && curve[i][j] < curve[i][j-1] || i > 0 && curve[i][j] < curve[i-1][j] {
				t.Fatalf("day %d: %v after %v", days[i], curve[i], curve[max(i-1, 0)])
			}
		}
	}
	if first, last := curve[0][2], curve[len(curve)-1][0]; first != 0 || last < 39 {
		t.Errorf("the curve goes from %d to %d", first, last)
	}
}

// Projects of their own keys are independent, so the chance that all have finished is the product of
// theirs: much less than any one's. This is what a list of likely dates hides.
func TestAllIsProduct(t *testing.T) {
	var s Spec
	for i := range 5 {
		p := s.AddProject(uint64(i + 1))
		a := s.AddActivity(ActivitySpec{Project: p, Duration: LogNormal(100, 150)})
		s.SetEnds(p, a, a)
	}
	r := mustSimulate(t, mustCompile(t, &s), Options{Runs: 100_000, Seed: 1})
	all := r.Finish.AllProjects()
	p := LogNormal(100, 150).CDF(126) // near 0.77
	near(t, "all five", r.Finish.ShareAtLeast(all, 5, 126), math.Pow(p, 5), 0.006)
	near(t, "at least four", r.Finish.ShareAtLeast(all, 4, 126), math.Pow(p, 5)+5*math.Pow(p, 4)*(1-p), 0.006)
	near(t, "at least one", r.Finish.ShareAtLeast(all, 1, 126), 1-math.Pow(1-p, 5), 0.006)
	if got := r.Finish.ShareAtLeast(all, 0, -5); got != 1 {
		t.Errorf("at least none: %g", got)
	}
}

// No projects and no days are fine.
func TestEmptyQuestions(t *testing.T) {
	s := sampled(t, []int32{1, 2, 3})
	equalDays(t, "count", s.CountBy(nil, 5), []int32{0, 0, 0})
	if got := s.Curve(nil, []int32{5}, []float64{0.5}); got[0][0] != 0 {
		t.Errorf("%v", got)
	}
	if got := s.Curve([]Project{0}, nil, []float64{0.5}); len(got) != 0 {
		t.Errorf("%v", got)
	}
}
