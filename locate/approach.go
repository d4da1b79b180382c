package locate

import (
	"math"
	"slices"
)

// coreEntries is from how many entries on the climb begins on part of the options.
var coreEntries = 2_000_000

// approach brings the multipliers of a large problem near their best at a fraction of
// the work: first on a random sample of the options, where prices come out much as
// on all, then on those whose price is lowest among all (the core problem of Avella,
// Boccia, Salerno & Vasilyev 2012), until the bound over all options agrees with the
// bound over the core. It says whether it had anything to do.
func (r *run) approach(m *multipliers) bool {
	total := 0
	for _, list := range r.cols.lists {
		total += len(list)
	}
	if total < coreEntries || len(r.pool) == 0 {
		return false
	}
	all, p, d := slices.Clone(r.cand), r.p, r.d
	part := append(r.spread(r.pool[0].Options), r.pool[0].Options...)
	bound := r.onPart(part, m, true)
	best, most := m.copy(), math.Inf(-1)
	rounds, near := 4, nearEnough
	if !r.cols.whole() {
		rounds, near = 8, nearEnough/10 // what is held must do
	}
	for round := range rounds {
		value, rho, taken := r.priceAll(m)
		if value > most {
			most = value
			best.copyFrom(m)
			r.bound = int64(math.Floor(most))
		}
		r.tell("dual", 0)
		if r.ctx.Err() != nil || r.settled(most) || bound-value < near*math.Abs(value) {
			break
		}
		order := slices.Clone(all)
		average := 1 + total/max(len(d.want), 1)
		want := min(len(all), max(600, 8*len(taken), min(2000, coreEntries*4/average)))
		selectCheapest(order, rho, want)
		if !r.cols.whole() && round > 0 {
			part = part[:0]
		}
		part = append(append(append(part, order[:want]...), taken...), r.pool[0].Options...)
		slices.Sort(part)
		part = slices.Compact(part)
		r.add(r.ctx, part)
		if round%3 == 0 {
			r.searchPart(part)
		}
		bound = r.onPart(part, m, false)
	}
	m.copyFrom(&best)
	if r.cols.whole() {
		d.settle(p.state)
	} else {
		r.admit(m)
	}
	return true
}

// nearEnough is how near the bound over all options comes to that over the core before
// the climb goes on with all that the bound does not rule out.
const nearEnough = 0.005

// searchPart improves choices among the part, or among its cheapest where it is large.
func (r *run) searchPart(part []int32) {
	r.cand = r.cand[:0]
	for _, j := range part {
		if r.p.state[j] == open {
			r.cand = append(r.cand, j)
		}
	}
	slices.SortFunc(r.cand, cheaper(r.d.rho))
	entries := 0
	for k, j := range r.cand {
		if entries += len(r.cols.lists[r.p.listOf[j]]); entries > 8_000_000 {
			r.cand = r.cand[:k]
			break
		}
	}
	r.s.rows.has = nil
	r.local(r.d.taken)
	r.local(r.pool[0].Options)
}

// onPart improves the multipliers with only the options given left open, and says how
// far the bound over them came.
func (r *run) onPart(part []int32, m *multipliers, fresh bool) float64 {
	r.leave(part)
	most := 300
	if fresh {
		most = 600
		a := newAscent(r.d, m)
		a.patience = 5
		for a.used < roughly && a.theta > 0.02 && r.ctx.Err() == nil {
			a.run(r.ctx, 20, float64(r.value), float64(r.value)-0.1)
		}
		r.used += a.used
		m.copyFrom(&a.best)
	}
	v := newVolume(r.d, m)
	for v.used < most && !v.spent() && !r.settled(v.bound) {
		before := v.bound
		v.run(r.ctx, volumeWindow, float64(r.value), float64(r.value)-0.1)
		if !fresh && v.used > 150 && v.bound-before < 0.01*(float64(r.value)-v.bound) {
			break
		}
	}
	r.used += v.used
	m.copyFrom(&v.best)
	return v.bound
}
