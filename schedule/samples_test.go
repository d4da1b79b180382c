package schedule

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sampled stores the given days, project by project.
func sampled(t interface {
	Helper()
	Fatal(...any)
}, days ...[]int32) *Samples {
	t.Helper()
	s := newSamples(len(days), len(days[0]))
	for p, d := range days {
		if err := s.set(Project(p), d); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// anyDays draws samples of some projects.
func anyDays(t *rapid.T) [][]int32 {
	runs := rapid.IntRange(1, 30).Draw(t, "runs")
	days := make([][]int32, rapid.IntRange(1, 6).Draw(t, "projects"))
	for p := range days {
		days[p] = rapid.SliceOfN(rapid.Int32Range(-40, 40), runs, runs).Draw(t, "days")
	}
	return days
}

// What is stored comes back.
func TestSamplesKeepDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := anyDays(t)
		s := sampled(t, days...)
		if s.Projects() != len(days) || s.Runs() != len(days[0]) {
			t.Fatalf("%d projects, %d runs", s.Projects(), s.Runs())
		}
		for p, want := range days {
			p := Project(p)
			equalDays(t, "days", s.Append([]int32{}, p), want)
			for r := range want {
				if s.At(p, r) != want[r] {
					t.Fatalf("At(%d, %d) = %d, want %d", p, r, s.At(p, r), want[r])
				}
			}
			if lo, hi := s.Range(p); lo != slices.Min(want) || hi != slices.Max(want) {
				t.Fatalf("range %d … %d", lo, hi)
			}
		}
	})
}

// Means, shares and quantiles are those of the plain list.
func TestSamplesOfOneProject(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := anyDays(t)
		s := sampled(t, days...)
		day := rapid.Int32Range(-50, 50).Draw(t, "day")
		q := rapid.Float64Range(0, 1).Draw(t, "q")
		for p, list := range days {
			p := Project(p)
			sum, by := 0.0, 0
			for _, d := range list {
				sum += float64(d)
				if d <= day {
					by++
				}
			}
			n := float64(len(list))
			if math.Abs(s.Mean(p)-sum/n) > 1e-9 {
				t.Fatalf("mean %g, want %g", s.Mean(p), sum/n)
			}
			if s.ShareBy(p, day) != float64(by)/n {
				t.Fatalf("share by %d is %g, want %d of %g", day, s.ShareBy(p, day), by, n)
			}
			sorted := slices.Clone(list)
			slices.Sort(sorted)
			want := sorted[rank(q, len(list))]
			if got := s.Quantile(p, q); got != want {
				t.Fatalf("quantile %g of %v is %d, want %d", q, sorted, got, want)
			}
			equalDays(t, "quantiles", s.Quantiles(p, 1, q, 0), []int32{sorted[len(sorted)-1], want, sorted[0]})
		}
	})
}

// A quantile is the day by which the share is reached, and not a day earlier.
func TestQuantileReachesShare(t *testing.T) {
	r := mustSimulate(t, mustCompile(t, programme(4)), Options{Runs: 1234, Seed: 2})
	for p := range Project(4) {
		for _, q := range []float64{0.01, 0.1, 0.5, 0.8, 0.9, 0.99} {
			day := r.Finish.Quantile(p, q)
			if r.Finish.ShareBy(p, day) < q || r.Finish.ShareBy(p, day-1) >= q {
				t.Errorf("P%g is day %d, by which the share is %g", 100*q, day, r.Finish.ShareBy(p, day))
			}
		}
	}
}

// The widest span that fits, and one day more.
func TestSamplesSpan(t *testing.T) {
	s := newSamples(1, 2)
	if err := s.set(0, []int32{-1000, -1000 + maxOffset}); err != nil {
		t.Fatal(err)
	}
	if s.At(0, 1) != -1000+maxOffset || s.Quantile(0, 1) != -1000+maxOffset {
		t.Errorf("the last day is %d", s.At(0, 1))
	}
	var tooWide *RangeError
	if err := s.set(0, []int32{5, 5 + maxOffset + 1}); !errors.As(err, &tooWide) || *tooWide != (RangeError{0, 5, 65541}) {
		t.Errorf("error %v", err)
	}
}

// Any day may be asked for.
func TestShareByExtremeDays(t *testing.T) {
	s := sampled(t, []int32{-5, 0, 5})
	for day, want := range map[int32]float64{math.MinInt32: 0, math.MaxInt32: 1, -6: 0, 5: 1} {
		if got := s.ShareBy(0, day); got != want {
			t.Errorf("by %d: %g, want %g", day, got, want)
		}
		if got := s.ShareAtLeast([]Project{0}, 1, day); got != want {
			t.Errorf("at least one by %d: %g, want %g", day, got, want)
		}
	}
}
