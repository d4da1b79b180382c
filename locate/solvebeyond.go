package locate

import (
	"math"
	"slices"
)

// solveBeyond is solve where the nearest does not settle who serves: the same dual and
// the same tree, with choices improved by [exchange].
func (r *run) solveBeyond() *Answer {
	r.cols = r.p.hold(r.p.tops())
	r.d = newDual(r.p, r.cols, nil)
	x := newExchange(r.p, r.cols)
	r.offer(x.improve(r.ctx, r.sample()))
	start := r.p.noMultipliers()
	for i := range start.v {
		if start.v[i] = 0.5 * r.p.classes[i].top(); math.IsInf(start.v[i], 1) {
			start.v[i] = 0.5 * float64(r.p.most)
		}
	}
	a := r.climbBeyond(&start, x)
	scale := r.p.scaleFor(&a.best)
	e := r.p.exactly(&a.best, scale, r.cols, r.d.nested, r.p.state)
	r.bound = e.bound()
	r.tell("search", 0)
	r.startsBeyond(a, x)
	return r.branch(&a.best, a.average, scale)
}

// startsBeyond improves choices drawn by how often the dual took each option.
func (r *run) startsBeyond(a *ascent, x *exchange) {
	rho := make([]float64, len(a.average))
	for k := range 6 {
		if r.done() || r.ctx.Err() != nil {
			return
		}
		for j := range rho {
			rho[j] = -a.average[j] - 0.1*float64(k)*r.rng.Float64()
		}
		if _, taken, ok := choose(r.d.nested, rho, r.p.state, nil); ok {
			r.offer(x.improve(r.ctx, taken))
		}
		r.tell("search", 0)
	}
}

// climbBeyond improves the multipliers, and on the way the choices that they suggest.
func (r *run) climbBeyond(start *multipliers, x *exchange) *ascent {
	a := newAscent(r.d, start)
	a.patience = 20
	var last []int32
	for a.theta >= 2e-3 && !r.settled(a.bound) {
		a.run(r.ctx, 50, r.ceiling(a.bound), float64(r.value)-1+1e-3)
		if !slices.Equal(last, r.d.taken) {
			last = slices.Clone(r.d.taken)
			r.offer(x.improve(r.ctx, last))
		}
		r.bound = int64(math.Floor(max(a.bound, -maxTotal)))
		r.tell("dual", 0)
	}
	r.used += a.used
	return a
}
