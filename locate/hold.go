package locate

import (
	"context"
	"slices"
)

// hold reads the lists, and makes a choice to begin with: a random one, improved among
// a sample of the options. Large problems have their lists cut where a third option
// of that choice would serve: no price needs to be as high.
func (r *run) hold() {
	p := r.p
	seed := r.sample()
	large := int64(len(p.classes))*int64(len(p.serves)) > r.trim
	if !large {
		r.cols = p.hold(p.tops())
		r.search(seed, r.cand)
		r.d = newDual(p, r.cols, nil)
		return
	}
	r.cols = &columns{lists: make([][]entry, len(p.serves)), held: make([]bool, len(p.serves)), top: p.third(seed)}
	r.add(context.Background(), seed)
	r.add(r.ctx, r.spread(seed))
	r.search(seed, r.core())
	if r.ctx.Err() != nil { // what is proven in the end reads the lists that are not held
		r.d = newDual(p, r.cols, nil)
		return
	}
	best := slices.Clone(r.s.options)
	top := p.third(best)
	if len(p.serves) >= manyLists {
		if _, few := p.entries(top, someEntries); !few {
			r.holdSome(best, top)
			return
		}
	}
	for k := 0; k < 20; k++ {
		if _, few := p.entries(top, heldEntries); few {
			break
		}
		for i := range top {
			top[i] -= top[i] / 8
		}
	}
	r.cols = p.hold(top)
	r.s = newSearch(p, r.cols, p.state)
	r.s.start(best)
	r.d = newDual(p, r.cols, nil)
}

// Where there are so many lists, and together more entries, most lists are never needed:
// only those are held that a bound does not rule out.
var (
	manyLists   = 10_000
	someEntries = int64(60_000_000)
)

// holdSome holds the lists of the choice and of a sample to begin with.
func (r *run) holdSome(best []int32, top []int64) {
	r.cols = &columns{lists: make([][]entry, len(r.p.serves)), held: make([]bool, len(r.p.serves)), top: top}
	r.add(context.Background(), best)
	r.add(r.ctx, r.spread(best))
	r.s = newSearch(r.p, r.cols, r.p.state)
	r.s.start(best)
	r.d = newDual(r.p, r.cols, nil)
}

func (r *run) search(seed, candidates []int32) {
	r.s = newSearch(r.p, r.cols, r.p.state)
	r.s.start(seed)
	if r.ctx.Err() == nil {
		r.s.index(append(slices.Clone(candidates), seed...))
	}
	r.s.improve(r.ctx, candidates, r.rng)
	if len(candidates) > 1000 && r.ctx.Err() == nil {
		r.s.shake(r.ctx, len(seed)+200, r.rng)
	}
	r.offer(r.s.options)
	r.tell("search", 0)
}

// sample makes a first choice at random.
func (r *run) sample() []int32 {
	rho := make([]float64, len(r.p.state))
	for j := range rho {
		rho[j] = r.rng.Float64() - 1
	}
	_, taken, _ := choose(r.p.nested.copy(), rho, r.p.state, nil)
	return taken
}

// spread draws candidates to go with a choice, a few for each option chosen.
func (r *run) spread(seed []int32) []int32 {
	n := 2000
	if len(r.p.serves) >= manyLists {
		n = max(600, min(n, 80*len(seed))) // long lists, where few options are chosen
	}
	n = min(max(n, 4*len(seed)), len(r.cand))
	list := make([]int32, n)
	for k := range list {
		list[k] = r.cand[r.rng.IntN(len(r.cand))]
	}
	return list
}

// add holds the lists of the options, or of some of them where the context ends.
func (r *run) add(ctx context.Context, options []int32) {
	var lists []int32
	seen := make([]bool, len(r.p.serves))
	for _, j := range options {
		if l := r.p.listOf[j]; !seen[l] && !r.cols.held[l] {
			seen[l] = true
			lists = append(lists, l)
		}
	}
	r.p.add(ctx, r.cols, lists)
}

// core are the candidates whose lists are held.
func (r *run) core() []int32 {
	var list []int32
	for _, j := range r.cand {
		if r.cols.held[r.p.listOf[j]] {
			list = append(list, j)
		}
	}
	return list
}

// third is the cost at which the third of the options serves each class: no price
// needs to be as high, as long as the options are a good choice.
func (p *problem) third(options []int32) []int64 {
	top := make([]int64, len(p.classes))
	p.nearest(options, func(i int, _, _, c int64) {
		if c == Never {
			c = maxCost
		}
		top[i] = min(c+1, p.classes[i].base)
	})
	return top
}
