package locate

import (
	"context"
	"math"
	"slices"
	"time"
)

// eliteSize is how many choices take part in recombining.
const eliteSize = 10

// better improves the choices found: the best district by district, then by recombining
// others. Where time is limited that gets a part of it.
func (r *run) better(share []float64) {
	if len(r.pool) == 0 || r.done() || r.ctx.Err() != nil || r.p.beyond() {
		return
	}
	if end, ok := r.ctx.Deadline(); ok && r.o.Time > 0 {
		whole := r.ctx
		ctx, stop := context.WithTimeout(whole, time.Until(end)*betterShare/100)
		r.ctx = ctx
		defer func() { stop(); r.ctx = whole }()
	}
	r.persist()
	if r.p.divisible() && len(r.pool[0].Options) >= districtsFrom {
		r.districts(r.pool[0])
	}
	r.recombine(share)
	r.persist()
}

// How many entries may be judged while nothing better is found: persistPasses for each
// that there is, and no more than persistWork.
const persistWork, persistPasses = 200_000_000, 2000

// persist disturbs the best choice and mends it until that has long given nothing.
func (r *run) persist() {
	r.s.start(r.pool[0].Options)
	r.s.index(append(slices.Clone(r.cand), r.s.options...))
	most := min(persistWork, persistPasses*(r.cols.entriesOf(r.d.want)+len(r.p.state)))
	for since := r.s.work; r.s.work-since < most && r.ctx.Err() == nil && !r.done(); {
		before := r.s.work
		if r.s.shake(r.ctx, 300, r.rng) > 0 {
			r.offer(r.s.options)
			since = r.s.work
		}
		if r.s.work == before {
			return
		}
	}
}

// betterShare is how many percent of the time left go to better choices, before the
// tree proves and improves.
const betterShare = 40

// recombine searches from choices drawn by how often the relaxation takes each option,
// and on the paths between the best choices found (GRASP with path relinking: Resende &
// Werneck 2004): first each new one with one of the elite, then the elite with each
// other, generation after generation, as long as that gives a better choice.
func (r *run) recombine(share []float64) {
	if r.done() {
		return
	}
	r.ready()
	elite := []Choice{r.pool[0]}
	rho := make([]float64, len(share))
	for k := range eliteSize {
		for j := range rho {
			rho[j] = -share[j] - 0.5*float64(k+1)/eliteSize*r.rng.Float64()*min(1, 4*share[j]+0.02)
		}
		_, taken, ok := choose(r.d.nested, rho, r.p.state, nil)
		if !ok || r.ctx.Err() != nil {
			break
		}
		r.s.start(taken)
		c, ok := r.mended()
		if !ok {
			continue
		}
		if between, ok := r.between(elite[r.rng.IntN(len(elite))].Options, c.Options); ok {
			elite = admit(elite, between)
		}
		elite = admit(elite, c)
		if r.done() {
			return
		}
	}
	r.generations(elite)
}

// generations joins all pairs of the elite until no better choice comes of it.
func (r *run) generations(elite []Choice) {
	for best := int64(math.MaxInt64); elite[0].Value < best && len(elite) > 1; {
		best = elite[0].Value
		next := elite[:1:1]
		for a := range elite {
			for b := range a {
				if r.ctx.Err() != nil || r.done() {
					return
				}
				if c, ok := r.between(elite[b].Options, elite[a].Options); ok {
					next = admit(next, c)
				}
			}
		}
		if r.p.divisible() {
			r.concentrate(elite)
		}
		r.tell("search", 0)
		elite = next
	}
}

// ready lets the search move among the candidates and all that is in the pool.
func (r *run) ready() {
	list := slices.Clone(r.cand)
	for _, c := range r.pool {
		list = append(list, c.Options...)
	}
	r.s.index(list)
}

// mended improves what the search has by swaps, then here and there.
func (r *run) mended() (Choice, bool) {
	if !r.s.indexed(-1) {
		r.s.index(append(slices.Clone(r.cand), r.s.options...))
	}
	r.s.improve(r.ctx, r.cand, r.rng)
	r.s.shake(r.ctx, 50+len(r.s.options), r.rng)
	c, ok := r.met(r.s.options)
	if ok && r.p.divisible() && len(c.Options) >= districtsFrom {
		c = r.districts(c)
	}
	return c, ok
}

// between searches from the best choice on the path from one choice to another.
func (r *run) between(from, to []int32) (Choice, bool) {
	middle := r.s.path(from, to)
	if middle == nil {
		return Choice{}, false
	}
	r.s.start(middle)
	return r.mended()
}

// path changes one choice into another by the swaps that cost least, and gives the best
// choice on the way; nil where the two are so near that there is nothing between.
// O(d² × (entries of a list + d)) for d differences.
func (s *search) path(from, to []int32) []int32 {
	s.start(from)
	var in []int32
	keep := make([]bool, len(s.at))
	for _, j := range to {
		if keep[j] = true; s.at[j] < 0 {
			in = append(in, j)
		}
	}
	var out []int32
	for _, j := range from {
		if !keep[j] && s.state[j] != chosen {
			out = append(out, j)
		}
	}
	steps := min(len(in), len(out))
	if steps < 3 {
		return nil
	}
	var best []int32
	value, least := 0.0, math.Inf(1)
	for k := range steps - 1 {
		a, b, delta := s.step(in, out)
		s.move(in[a], out[b])
		in, out = slices.Delete(in, a, a+1), slices.Delete(out, b, b+1)
		if value += delta; value < least && k > 0 {
			best, least = append(best[:0], s.options...), value
		}
	}
	return best
}

// step finds the cheapest swap of one to come in for one to go out.
func (s *search) step(in, out []int32) (a, b int, least float64) {
	least = math.Inf(1)
	for x, j := range in {
		base := s.cost[j] - s.weigh(j)
		for y, r := range out {
			if change := base + s.loss[r] - s.extra[r] - s.cost[r] + s.rules(j, r); change < least {
				a, b, least = x, y, change
			}
		}
		for _, r := range s.options {
			s.extra[r] = 0
		}
	}
	return a, b, least
}

// admit puts a choice among the elite if it differs from those that are better, and
// takes out those that are worse and hardly differ from it.
func admit(elite []Choice, c Choice) []Choice {
	const differ = 3
	at, same := slices.BinarySearchFunc(elite, c, compareChoices)
	if same {
		return elite
	}
	for _, e := range elite[:at] {
		if missing(e.Options, c.Options) < differ {
			return elite
		}
	}
	kept := append(slices.Clone(elite[:at]), c)
	for _, e := range elite[at:] {
		if missing(e.Options, c.Options) >= differ {
			kept = append(kept, e)
		}
	}
	return kept[:min(len(kept), eliteSize)]
}

// missing counts the options of one ascending list that the other has not.
func missing(list, other []int32) int {
	n, k := 0, 0
	for _, j := range list {
		for k < len(other) && other[k] < j {
			k++
		}
		if k == len(other) || other[k] != j {
			n++
		}
	}
	return n
}
