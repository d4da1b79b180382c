package economy

import "sort"

// demand is what the facts require of the types of a round: between least and
// most offices in all, between low[t] and high[t] of type t, and among them every
// named office with a type that it may have.
type demand struct {
	least, most int
	low, high   []int
	groups      []group
	named       int // offices in groups
	m           *matcher
}

func newDemand(least, most int, low, high []int, allowed []typeSet) *demand {
	groups := grouped(allowed)
	return &demand{least, most, low, high, groups, len(allowed), newMatcher(groups, len(low))}
}

// feasible says whether some count vector lies within the demand. A set of
// types that can be filled and a set of offices that can be placed can be had at
// once (Mendelsohn and Dulmage 1958), so two flows answer: one places every
// office within the upper limits, one fills the lower limits as far as named
// offices can; unnamed offices must do for the rest.
func (d *demand) feasible() bool {
	below, above := 0, 0
	for t := range d.low {
		if d.low[t] > d.high[t] {
			return false
		}
		below += d.low[t]
		above += d.high[t]
	}
	total := min(d.most, above)
	if total < d.least || total < d.named || total < below || d.m.most(d.high) < d.named {
		return false
	}
	return below-d.m.most(d.low) <= total-d.named
}

// tighten narrows the limits of every type to what some feasible vector has.
// The feasible vectors are M-convex, so each count takes every value between.
func (d *demand) tighten() {
	for t := range d.low {
		d.low[t], d.high[t] = d.smallest(t), d.largest(t)
	}
}

func (d *demand) largest(t int) int {
	low := d.low[t]
	defer func() { d.low[t] = low }()
	return low + sort.Search(d.high[t]-low, func(i int) bool {
		d.low[t] = low + i + 1
		return !d.feasible()
	})
}

func (d *demand) smallest(t int) int {
	low, high := d.low[t], d.high[t]
	defer func() { d.high[t] = high }()
	return low + sort.Search(high-low, func(i int) bool {
		d.high[t] = low + i
		return d.feasible()
	})
}

// outermost returns the feasible vector that has as many as possible of the
// first type in order, then of the second, and so on: the one of greatest cost
// when the dearest stand first. With fewest set, the total is made as small as
// it can be first; then cheapest first gives the one of least cost. The demand
// must be feasible and is left as it was.
func (d *demand) outermost(order []TypeIndex, fewest bool) []int {
	c := *d
	c.low, c.high = append([]int(nil), d.low...), append([]int(nil), d.high...)
	if fewest {
		c.most = d.least + sort.Search(d.most-d.least, func(i int) bool {
			c.most = d.least + i
			return c.feasible()
		})
	}
	for _, t := range order {
		n := c.largest(int(t))
		c.low[t], c.high[t] = n, n
	}
	return c.low
}

// How many vectors are tried and kept before an enumeration is given up.
const (
	maxTried = 5000
	maxKept  = 500
)

// vectors lists the feasible count vectors in lexicographic order, or false
// when there are too many to list. The limits must be tight.
func (d *demand) vectors() ([][]int, bool) {
	var out [][]int
	tried := 0
	count := make([]int, len(d.low))
	var choose func(t, sum int) bool
	choose = func(t, sum int) bool {
		if t == len(count) {
			if tried++; tried > maxTried || len(out) >= maxKept {
				return false
			}
			if sum >= d.least && d.m.most(count) == d.named {
				out = append(out, append([]int(nil), count...))
			}
			return true
		}
		rest := 0
		for _, h := range d.high[t+1:] {
			rest += h
		}
		for n := max(d.low[t], d.least-sum-rest); n <= d.high[t] && sum+n <= d.most; n++ {
			count[t] = n
			if !choose(t+1, sum+n) {
				return false
			}
		}
		return true
	}
	if !choose(0, 0) {
		return nil, false
	}
	return out, true
}
