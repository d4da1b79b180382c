package economy

import (
	"math/bits"

	"github.com/etablera/etablera/internal/money"
)

// buckets is how finely a first pass sorts the runs.
const buckets = 1 << 10

// quantilesOf ranks the runs: the value at or below which the share of runs
// lies. The runs are counted into buckets of equal width, and only the bucket of
// a rank is searched: O(n) with one pass over the memory for each rank. room
// holds as many values as there are runs.
func quantilesOf(runs, room []int64) Quantiles {
	low, high := runs[0], runs[0]
	for _, v := range runs {
		low, high = min(low, v), max(high, v)
	}
	if low == high {
		return Quantiles{money.Ore(low), money.Ore(low), money.Ore(low)}
	}
	width := max(0, bits.Len64(uint64(high-low))-bits.Len(buckets-1))
	var count [buckets]int32
	for _, v := range runs {
		count[uint64(v-low)>>width&(buckets-1)]++
	}
	at := func(rank int) money.Ore {
		b, before := 0, 0
		for ; before+int(count[b]) <= rank; b++ {
			before += int(count[b])
		}
		n := 0
		for _, v := range runs {
			if int(uint64(v-low)>>width) == b {
				room[n] = v
				n++
			}
		}
		return money.Ore(selectAt(room[:n], rank-before))
	}
	n := len(runs)
	return Quantiles{at((n+9)/10 - 1), at((n+1)/2 - 1), at((4*n+4)/5 - 1)}
}

// selectAt puts the value of rank k in its place, smaller ones before it and
// larger ones after, and returns it: Hoare's Find (1961), expected O(n).
func selectAt(v []int64, k int) int64 {
	lo, hi := 0, len(v)-1
	for lo < hi {
		// The middle of three guards against runs that come in order.
		a, b, c := v[lo], v[lo+(hi-lo)/2], v[hi]
		pivot := max(min(a, b), min(max(a, b), c))
		i, j := lo, hi
		for i <= j {
			for v[i] < pivot {
				i++
			}
			for v[j] > pivot {
				j--
			}
			if i <= j {
				v[i], v[j] = v[j], v[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return v[k]
		}
	}
	return v[k]
}
