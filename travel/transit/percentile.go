package transit

import (
	"fmt"
	"slices"
)

// ranks turns percentiles into positions among count sorted values: nearest rank.
func ranks(percentiles []int, count int) ([]int, error) {
	out := make([]int, len(percentiles))
	for i, q := range percentiles {
		if q < 1 || q > 100 {
			return nil, fmt.Errorf("transit: percentile %d; want 1 … 100", q)
		}
		out[i] = (q*count+99)/100 - 1
	}
	return out, nil
}

// ranker sorts travel times to read off percentiles.
type ranker struct {
	limit    int32
	low, all []uint16
	big      []int32
}

func newRanker(count int, limit int32) *ranker {
	return &ranker{limit: limit, low: make([]uint16, count), all: make([]uint16, count), big: make([]int32, count)}
}

// at writes the times of the given ranks.
func (r *ranker) at(times []int32, ranks []int, out []int32) {
	if r.limit >= 1<<16-1 {
		copy(r.big, times)
		slices.Sort(r.big)
		for i, k := range ranks {
			out[i] = r.big[k]
		}
		return
	}
	r.sort(times)
	for i, k := range ranks {
		out[i] = int32(r.all[k])
		if r.all[k] == 1<<16-1 {
			out[i] = Never
		}
	}
}

// sort is a radix sort in two passes of a byte; Never becomes the greatest value.
func (r *ranker) sort(times []int32) {
	var low, high [256]int32
	for _, t := range times {
		v := uint16(min(t, 1<<16-1))
		low[v&255]++
		high[v>>8]++
	}
	var a, b int32
	for i := range 256 {
		a, low[i] = a+low[i], a
		b, high[i] = b+high[i], b
	}
	for _, t := range times {
		v := uint16(min(t, 1<<16-1))
		r.low[low[v&255]] = v
		low[v&255]++
	}
	for _, v := range r.low {
		r.all[high[v>>8]] = v
		high[v>>8]++
	}
}
