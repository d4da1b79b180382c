package locate

import (
	"math"
	"slices"
)

// whole says whether every list is held.
func (c *columns) whole() bool { return !slices.Contains(c.held, false) }

// priceAll evaluates the multipliers over all options, those whose lists are not held as
// well, which are then read from the Spec: the bound, each option's price, and which are
// taken. The prices are good until the next evaluation.
func (r *run) priceAll(m *multipliers) (value float64, rho []float64, taken []int32) {
	if r.cols.whole() {
		r.d.settle(r.p.state)
		value = r.d.evaluate(m)
		return value, r.d.rho, r.d.taken
	}
	scale := r.p.scaleFor(m)
	e := r.p.exactly(m, scale, r.cols, r.d.nested, r.p.state)
	if !e.likely {
		return math.Inf(1), nil, nil
	}
	rho = make([]float64, len(e.rho))
	for j, x := range e.rho {
		rho[j] = float64(x) / float64(scale)
	}
	return float64(e.total) / float64(scale), rho, e.taken
}

// admit holds what the bound at the multipliers does not rule out, the cheapest first as
// long as there is room, and leaves the rest out of the climb. It gives the bound.
func (r *run) admit(m *multipliers) float64 {
	value, rho, taken := r.priceAll(m)
	if math.IsInf(value, 1) || r.ctx.Err() != nil {
		return value
	}
	worst := math.Inf(-1)
	for _, j := range taken {
		worst = max(worst, rho[j])
	}
	order := slices.Clone(taken)
	for j, s := range r.p.state {
		if s == open && rho[j]-max(worst, 0) <= 1.05*(float64(r.value)-value) {
			order = append(order, int32(j))
		}
	}
	slices.SortFunc(order, cheaper(rho))
	order = slices.Compact(order)
	average := 1 + r.cols.entriesOf(r.d.want)/max(len(r.d.want), 1)
	order = order[:min(len(order), max(int(someEntries)/3/average, len(taken)))]
	order = append(order, r.pool[0].Options...)
	r.add(r.ctx, order)
	r.leave(order)
	return value
}

// leave has only the options given undecided in the climb.
func (r *run) leave(options []int32) {
	state := slices.Clone(r.p.state)
	for j, s := range state {
		if s == open {
			state[j] = closed
		}
	}
	for _, j := range options {
		state[j] = r.p.state[j]
	}
	r.d.settle(state)
}
