package assignment

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/etablera/etablera/travel/graph"
)

// Rank says which of a place's sites a summary is about.
type Rank uint8

const (
	// First is the nearest site.
	First Rank = iota
	// Second is the second nearest.
	Second
)

// Question says what to sum up.
type Question struct {
	Rank Rank
	// Weights has one weight for each place, 0 or more.
	Weights []float64
	// Limits are distances; a place on the limit lies within it.
	Limits []uint32
	// Levels are shares of the weight, 0 … 1.
	Levels []float64
}

// Summary is the answer. Whole weights add up exactly, as long as the total lies below 2⁵³.
type Summary struct {
	Total   float64   // the weight of all places
	Reached float64   // the weight of the places that have a site in reach
	Mean    float64   // of the distance, over the weight that is reached; without meaning where Reached is 0
	Within  []float64 // the weight within each limit
	// Quantiles holds for each level the least distance within which that share of all weight lies, and
	// [graph.Unreachable] where so much is not in reach.
	Quantiles []uint32
}

// Summarize answers a question about the present state. O(places · limits).
func (a *Assignment) Summarize(q Question) (Summary, error) {
	if len(q.Weights) != len(a.nearest) {
		return Summary{}, fmt.Errorf("assignment: %d weights; expected one for each of %d places", len(q.Weights), len(a.nearest))
	}
	for i, level := range q.Levels {
		if !(level >= 0 && level <= 1) {
			return Summary{}, fmt.Errorf("assignment: level %d is %g; expected 0 … 1", i, level)
		}
	}
	near := a.nearest
	if q.Rank == Second {
		near = a.second
	}
	s := Summary{Within: make([]float64, len(q.Limits)), Quantiles: make([]uint32, len(q.Levels))}
	var sum float64
	var longest uint32
	for p, w := range q.Weights {
		if !(w >= 0) {
			return Summary{}, fmt.Errorf("assignment: place %d weighs %g; expected 0 or more", p, w)
		}
		s.Total += w
		d := near[p].Distance
		if d == graph.Unreachable {
			continue
		}
		s.Reached += w
		sum += w * float64(d)
		longest = max(longest, d)
		for i, limit := range q.Limits {
			if d <= limit {
				s.Within[i] += w
			}
		}
	}
	if s.Reached > 0 {
		s.Mean = sum / s.Reached
	}
	h := newHistogram(near, q.Weights, longest)
	for i, level := range q.Levels {
		s.Quantiles[i] = h.quantile(level * s.Total)
	}
	return s, nil
}

// histogram holds the weight of each bucket of distances.
type histogram struct {
	near    []graph.Near
	weights []float64
	shift   int
	buckets []float64
}

const bucketBits = 12

func newHistogram(near []graph.Near, weights []float64, longest uint32) *histogram {
	h := &histogram{near: near, weights: weights, shift: max(0, bits.Len32(longest)-bucketBits)}
	h.buckets = make([]float64, longest>>h.shift+1)
	for p, n := range near {
		if n.Distance != graph.Unreachable {
			h.buckets[n.Distance>>h.shift] += weights[p]
		}
	}
	return h
}

// quantile returns the least distance within which the weight lies.
func (h *histogram) quantile(weight float64) uint32 {
	var below float64
	for b, w := range h.buckets {
		if w > 0 && below+w >= weight {
			return h.within(uint32(b), weight-below)
		}
		below += w
	}
	return graph.Unreachable
}

// within returns the least distance of a bucket within which so much of the bucket's weight lies.
func (h *histogram) within(bucket uint32, weight float64) uint32 {
	var places []int
	for p, n := range h.near {
		if n.Distance != graph.Unreachable && n.Distance>>h.shift == bucket && h.weights[p] > 0 {
			places = append(places, p)
		}
	}
	slices.SortStableFunc(places, func(p, q int) int { return int(int64(h.near[p].Distance) - int64(h.near[q].Distance)) })
	var sum float64
	for _, p := range places {
		if sum += h.weights[p]; sum >= weight {
			return h.near[p].Distance
		}
	}
	// Fractions may have been rounded on the way: what is missing is less than one of them.
	return h.near[places[len(places)-1]].Distance
}
