package closing

import (
	"context"
	"slices"

	"github.com/etablera/etablera/locate"
)

// latest puts the offices of a set in the order that keeps them longest, and of such orders
// takes the one best for the goal. Where the stages' numbers are given there is nothing
// to choose.
func (k *Closing) latest(ctx context.Context, w *world, count int, b *Best) error {
	weights, _ := k.weights()
	unit := int64(1) // days of one weight
	for t, n := range weights {
		if n > 0 {
			unit = int64(k.Stages[t].Days) / n
		}
	}
	if k.free() && len(k.Stages) > 1 {
		s := k.newSearch(w, w.thenTime(k.classes(w, b.Goal, len(w.offices), w.deep(b.Closes, len(k.Stages))), b.Goal, len(w.offices)), nil, k.pays(b.Goal == County))
		s.late = true
		before := slices.Clone(b.Closes)
		if s.run(ctx, b.Closes, k.counts(count)) && k.kept(s.best) >= k.kept(b.Closes) {
			b.Closes = slices.Clone(s.best)
		}
		for i := range before {
			if before[i] != b.Closes[i] {
				b.Reordered++
			}
		}
		m := k.orderModel(w, count, b.Closes)
		a, err := k.ask(ctx, m, k.limits(0, orderNodes), b)
		if err != nil {
			return err
		}
		b.KeptBound = -a.Bound * unit
	}
	b.Kept = k.kept(b.Closes) * unit
	b.KeptBound = max(b.KeptBound, b.Kept)
	return nil
}

// orderNodes bounds the work on the proof that no order is later.
const orderNodes = 100

// kept is the weighted days for which offices that close are kept after the first stage.
func (k *Closing) kept(closes []int) int64 {
	weights, _ := k.weights()
	n := int64(0)
	for _, c := range closes {
		if c == len(k.Stages) {
			continue
		}
		for _, d := range weights[:c] {
			n += d
		}
	}
	return n
}

// orderModel asks for the order of a set that keeps its offices longest: its options save
// the days that they keep an office.
func (k *Closing) orderModel(w *world, count int, closes []int) *model {
	m := k.newModel(w, count, k.all())
	k.state(w, m, []demand{{rule: -1}})
	weights, _ := k.weights()
	for i, c := range closes {
		for n, j := range m.options[i] {
			o := &m.spec.Options[j]
			switch {
			case c == len(k.Stages):
				o.State = locate.Open
			case n == len(k.Stages)-1:
				o.State = locate.Forbidden
			default:
				o.Cost = -weights[n]
			}
		}
	}
	return m
}

// deep is how many steps of each point a set can need.
func (w *world) deep(closes []int, stages int) []int {
	out := make([]int, len(w.near))
	for p, near := range w.near {
		for out[p] < len(near) && closes[near[out[p]]] < stages {
			out[p]++
		}
	}
	return out
}
