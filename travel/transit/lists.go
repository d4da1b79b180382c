package transit

import (
	"fmt"
	"slices"
)

// Hop is a walk to a target: a position in the caller's slice of targets, and the time on foot.
type Hop struct {
	To      int32
	Seconds int32
}

// Lists are walks from each of many places: those from place i are Hops[First[i]:First[i+1]].
type Lists struct {
	First []int32
	Hops  []Hop
}

// From returns the walks from place i.
func (l *Lists) From(i int) []Hop { return l.Hops[l.First[i]:l.First[i+1]] }

// Len is the number of places.
func (l *Lists) Len() int { return len(l.First) - 1 }

// ListsOf puts lists side by side.
func ListsOf(lists [][]Hop) *Lists {
	l := &Lists{First: []int32{0}}
	for _, h := range lists {
		l.Hops = append(l.Hops, h...)
		l.First = append(l.First, int32(len(l.Hops)))
	}
	return l
}

// Turned gives the same walks the other way: from each of the targets, to the places.
func (l *Lists) Turned(targets int) *Lists {
	r := &Lists{First: make([]int32, targets+1), Hops: make([]Hop, len(l.Hops))}
	for _, h := range l.Hops {
		r.First[h.To+1]++
	}
	for i := range targets {
		r.First[i+1] += r.First[i]
	}
	next := slices.Clone(r.First)
	for i := range l.Len() {
		for _, h := range l.From(i) {
			r.Hops[next[h.To]] = Hop{int32(i), h.Seconds}
			next[h.To]++
		}
	}
	return r
}

// check refuses lists that lead to places that are not there or take negative time.
func (l *Lists) check(what string, from, to int) error {
	if l == nil || l.Len() != from {
		n := 0
		if l != nil {
			n = l.Len()
		}
		return fmt.Errorf("transit: walks %s start at %d places; want %d", what, n, from)
	}
	for i := range from {
		if l.First[i] < 0 || l.First[i] > l.First[i+1] || int(l.First[i+1]) > len(l.Hops) {
			return fmt.Errorf("transit: walks %s: the list of place %d does not lie within the hops", what, i)
		}
		for _, h := range l.From(i) {
			if h.To < 0 || int(h.To) >= to || h.Seconds < 0 || h.Seconds > maxTime {
				return fmt.Errorf("transit: walks %s: %d → %d in %d s; want a target 0 … %d and 0 … %d s", what, i, h.To, h.Seconds, to-1, maxTime)
			}
		}
	}
	return nil
}
