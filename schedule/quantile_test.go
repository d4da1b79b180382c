package schedule

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Nearest rank: the ⌈n·p⌉th of the sorted values, counted from 1.
func TestRank(t *testing.T) {
	for _, c := range []struct {
		p    float64
		n    int
		want int
	}{
		{0, 10, 0}, {-1, 10, 0}, {1, 10, 9}, {2, 10, 9},
		{0.1, 10, 0}, {0.11, 10, 1}, {0.5, 10, 4}, {0.51, 10, 5}, {0.8, 10, 7}, {0.9, 10, 8}, {0.91, 10, 9},
		{0.5, 1, 0}, {0.5, 2, 0}, {0.5, 3, 1},
		{0.07, 100, 6}, // 0.07·100 is a little more than 7 in floating point
		{0.1, 10_000, 999}, {0.8, 10_000, 7999}, {0.29, 100, 28}, {0.57, 100, 56},
	} {
		if got := rank(c.p, c.n); got != c.want {
			t.Errorf("rank(%g, %d) = %d, want %d", c.p, c.n, got, c.want)
		}
	}
}

// Every percent of every number of values gets the exact rank, worked out in whole numbers.
func TestRankIsExact(t *testing.T) {
	for n := 1; n <= 500; n++ {
		for percent := 1; percent <= 100; percent++ {
			if got, want := rank(float64(percent)/100, n), (n*percent+99)/100-1; got != want {
				t.Fatalf("rank(%d %%, %d) = %d, want %d", percent, n, got, want)
			}
		}
	}
}

// Counting gives what sorting gives, also when its memory is used again, and for days far apart.
func TestQuantilesEqualSorting(t *testing.T) {
	var count []uint32
	rapid.Check(t, func(t *rapid.T) {
		spread := rapid.SampledFrom([]int32{0, 3, 50, 1 << 20}).Draw(t, "spread")
		days := rapid.SliceOfN(rapid.Int32Range(-spread, spread), 1, 60).Draw(t, "days")
		levels := []float64{0.1, 0.5, 0.5, 0.8, 1}
		got := make([]int32, len(levels))
		into := make([]*int32, len(levels))
		for i := range got {
			into[i] = &got[i]
		}
		before := slices.Clone(days)
		count = quantiles(days, count, levels, into)
		if !slices.Equal(days, before) {
			t.Fatal("the days were changed")
		}
		slices.Sort(before)
		for i, p := range levels {
			if want := before[rank(p, len(before))]; got[i] != want {
				t.Fatalf("quantile %g of %v is %d, want %d", p, before, got[i], want)
			}
		}
	})
}
