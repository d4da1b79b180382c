package locate

import (
	"math"
	"slices"
)

// climb improves the multipliers, and on the way the choices that they suggest: first
// by a subgradient method, which is quick far from the optimum, then by the volume
// algorithm, which comes near it.
func (r *run) climb(start *multipliers) *volume {
	large := r.approach(start)
	if !large {
		r.ascend(start)
	}
	v := newVolume(r.d, start)
	r.narrow(&v.best)
	for range 3 {
		r.raise(v, large)
		if r.cols.whole() || r.ctx.Err() != nil {
			break
		}
		value := r.admit(&v.best)
		if v.bound-value < 2e-5*math.Abs(value) {
			break
		}
		v.restart()
	}
	r.d.evaluate(&v.best)
	r.focus()
	r.local(r.d.taken)
	r.polish(max(200, 2*len(r.d.taken)))
	r.used += v.used
	return v
}

// raise lets the volume algorithm come as far as it does, and searches on the way.
func (r *run) raise(v *volume, large bool) {
	next := 0
	for before, window := v.bound, volumeWindow; !r.settled(v.bound); {
		if v.spent() {
			if v.bound-before < again*(float64(r.value)-v.bound) {
				break
			}
			before = v.bound
			v.restart()
		}
		if window = volumeWindow; large && len(r.d.want) > 4000 {
			window = volumeWindow / 4 // options ruled out early make the rest quick
		}
		v.run(r.ctx, window, r.ceiling(v.bound), float64(r.value)-1+1e-3)
		r.bound = int64(math.Floor(v.bound))
		r.tell("dual", 0)
		r.narrow(&v.best)
		if v.used < next {
			continue
		}
		next = v.used + volumeWindow/2
		r.focus()
		r.local(r.d.taken)
		r.round(v.share)
	}
}

// again is the share of the gap that the volume algorithm must have closed to begin again.
const again = 0.02

// roughly is how many evaluations the subgradient method gets at most.
const roughly = 200

func (r *run) ascend(m *multipliers) {
	a := newAscent(r.d, m)
	a.patience = 5
	for a.used < roughly && a.theta >= 0.02 && !r.settled(a.bound) {
		a.run(r.ctx, 50, r.ceiling(a.bound), float64(r.value)-1+1e-3)
		r.focus()
		r.local(r.d.taken)
		r.bound = int64(math.Floor(a.bound))
		r.tell("dual", 0)
		r.narrow(&a.best)
	}
	r.used += a.used
	m.copyFrom(&a.best)
}

// round begins a search from the options most often taken.
func (r *run) round(share []float64) {
	rho := make([]float64, len(share))
	for j := range rho {
		rho[j] = -share[j]
	}
	if _, taken, ok := choose(r.d.nested, rho, r.p.state, nil); ok {
		r.local(taken)
	}
}

// narrow leaves out of the climb the options that the bound rules out by now. What is
// proven later rests on all options again.
func (r *run) narrow(m *multipliers) {
	d := r.d
	value := d.evaluate(m)
	if !d.nested.plain || len(r.pool) == 0 || math.IsInf(value, 1) {
		return
	}
	worst := math.Inf(-1)
	for _, j := range d.taken {
		worst = max(worst, d.rho[j])
	}
	if g := &d.nested.groups[0]; len(d.nested.groups) == 1 || len(d.taken) < g.max {
		worst = max(worst, 0) // another may come in without one going out
	}
	state, some := slices.Clone(d.state), false
	for j, s := range state {
		if s == open && d.rho[j]-worst > 1.05*(float64(r.value)-value) {
			state[j], some = closed, true
		}
	}
	if some {
		d.settle(state)
	}
}

// settled says whether the climb may end: the bound meets the value, or is near
// enough, or there is no time.
func (r *run) settled(bound float64) bool {
	left := float64(r.value) - bound
	return r.ctx.Err() != nil || left < 1-1e-3 || math.IsInf(r.d.value, 1) ||
		len(r.pool) > 0 && left <= 0.99*r.o.Gap*abs(r.value)
}

// ceiling is what the climb steps towards.
func (r *run) ceiling(bound float64) float64 {
	if len(r.pool) > 0 {
		return float64(r.value)
	}
	if math.IsInf(bound, -1) && r.s != nil {
		return r.s.value()
	}
	if math.IsInf(bound, -1) {
		return float64(r.p.worst())
	}
	return bound + 0.1*math.Abs(bound) + 1
}
