package schedule

import (
	"math"
	"slices"
)

// rank returns the position, from 0, of the p-quantile among n sorted values by the nearest-rank
// definition: the smallest value that at least n·p of the values do not exceed. So a quantile is always
// a value that occurred; p ≤ 0 gives the least value and p ≥ 1 the greatest.
func rank(p float64, n int) int {
	// n·p is computed with an error that must not lift an exact rank to the next one: 0.07·100 > 7.
	k := int(math.Ceil(float64(n)*p*(1-1e-12))) - 1
	return min(max(k, 0), n-1)
}

// quantiles stores the quantiles of days at rising levels. It counts days where they lie close together,
// O(n + range), and sorts a copy elsewhere. It returns count, grown if need be, for the next call.
func quantiles(days []int32, count []uint32, levels []float64, into []*int32) []uint32 {
	lo, hi := slices.Min(days), slices.Max(days)
	width := int(hi-lo) + 1
	if width > 1<<16 {
		sorted := slices.Clone(days)
		slices.Sort(sorted)
		for i, p := range levels {
			*into[i] = sorted[rank(p, len(days))]
		}
		return count
	}
	if len(count) < width {
		count = make([]uint32, width)
	}
	hist := count[:width]
	clear(hist)
	for _, d := range days {
		hist[d-lo]++
	}
	k, seen := 0, int(hist[0])
	for i, p := range levels {
		for want := rank(p, len(days)); seen <= want; {
			k++
			seen += int(hist[k])
		}
		*into[i] = lo + int32(k)
	}
	return count
}
