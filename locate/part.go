package locate

import (
	"math"
	"slices"
)

// A problem too large to hold is worked on with part of its columns: those whose
// price is lowest (the core; Avella, Boccia, Salerno & Vasilyev 2012). Bounds are
// always taken over all columns, from the Spec's own service costs, and the core
// grows by what they show to be missing.

// solveOnPart is solve for a problem that is too large to hold.
func (r *run) solveOnPart() *Answer {
	p := r.p
	r.cols = &columns{lists: make([][]entry, len(p.serves)), held: make([]bool, len(p.serves))}
	seed := r.sample()
	top := p.third(seed)
	r.cols.top = top
	r.add(append(slices.Clone(seed), r.spread(seed)...))
	r.s = newSearch(p, r.cols, p.state)
	r.s.start(seed)
	r.s.improve(r.ctx, r.core(), r.rng)
	r.offer(r.s.options)
	r.tell("search", 0)

	best := slices.Clone(r.s.options)
	r.cols = &columns{lists: make([][]entry, len(p.serves)), held: make([]bool, len(p.serves)), top: p.third(best)}
	r.add(best)
	r.d = newDual(p, r.cols)
	r.s = newSearch(p, r.cols, p.state)
	r.s.start(best)
	m := p.noMultipliers()
	for i := range m.v {
		f := &r.s.first[i]
		m.v[i] = 0.5*f.d1 + 0.5*f.d2
	}
	final := r.rounds(&m)
	scale := p.scaleFor(&final)
	e := p.exactly(&final, scale, r.cols, r.d.nested, p.state)
	r.bound = max(e.bound(), -p.worst()-1)
	t := newTree(p, r.cols, scale, &final, r.bound)
	return r.finish(t, !r.done() && r.holdTheRest(e))
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
	n := min(max(500, 3*len(seed)), len(r.cand))
	list := make([]int32, n)
	for k := range list {
		list[k] = r.cand[r.rng.IntN(len(r.cand))]
	}
	return list
}

// add holds the lists of the options.
func (r *run) add(options []int32) {
	var lists []int32
	seen := make([]bool, len(r.p.serves))
	for _, j := range options {
		if l := r.p.listOf[j]; !seen[l] && !r.cols.held[l] {
			seen[l] = true
			lists = append(lists, l)
		}
	}
	r.p.add(r.cols, lists)
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
	inShards(len(top), func(_, from, to int) {
		for i := from; i < to; i++ {
			a, b, c := int64(Never), int64(Never), int64(Never)
			for _, j := range options {
				switch x := p.cost(i, int(j)); {
				case x < a:
					a, b, c = x, a, b
				case x < b:
					b, c = x, b
				case x < c:
					c = x
				}
			}
			if c == Never {
				c = maxCost
			}
			top[i] = min(c+1, p.classes[i].base)
		}
	})
	return top
}

// rounds alternates between a bound over everything and an ascent on the core, until
// the gap asked for is reached or nothing more is gained.
func (r *run) rounds(m *multipliers) multipliers {
	p, d := r.p, r.d
	best, bound := m.copy(), math.Inf(-1)
	state := make([]decided, len(p.state))
	theta, idle := 1.0, 0
	for round := range 40 {
		d.load(m)
		p.gainsOfAll(d.prices, d.gain)
		d.finish()
		r.used++
		value := d.value
		if value > bound {
			if value-bound < 0.02*(float64(r.value)-value) {
				idle++
			}
			bound = value
			best.copyFrom(&d.at)
			r.bound = int64(math.Floor(bound))
		} else {
			idle++
		}
		r.tell("dual", 0)
		if r.ctx.Err() != nil || r.done() && float64(r.value)-bound < 0.8*r.o.Gap*abs(r.value) || idle > 4 || float64(r.value)-bound < 1 {
			break
		}
		fresh := r.choosePart(state)
		d.settle(state)
		a := newAscent(d, &d.at)
		a.theta, a.patience = theta, 10
		if round > 3 {
			theta = max(0.05, theta*0.8)
		}
		a.run(r.ctx, 60+20*min(round, 10), float64(r.value), math.Inf(1))
		r.used += a.used
		m.copyFrom(&a.best)
		if fresh || round < 6 {
			r.s.start(d.taken)
			r.s.improve(r.ctx, r.core(), r.rng)
			r.offer(r.s.options)
		}
	}
	return best
}

// choosePart puts the options with the lowest prices into the core and says whether
// any is new.
func (r *run) choosePart(state []decided) bool {
	p, d := r.p, r.d
	order := slices.Clone(r.cand)
	chosenNow := len(d.taken)
	want := min(max(300, 3*chosenNow), len(order))
	selectCheapest(order, d.rho, want)
	before := 0
	for _, h := range r.cols.held {
		if h {
			before++
		}
	}
	r.add(order[:want])
	r.add(d.taken)
	after := 0
	for j := range state {
		state[j] = p.state[j]
		if state[j] == open && !r.cols.held[p.listOf[j]] {
			state[j] = closed
		}
	}
	for _, h := range r.cols.held {
		if h {
			after++
		}
	}
	return after > before
}

// holdTheRest reads the lists of all options that the bound does not rule out, if
// they are few enough for a tree.
func (r *run) holdTheRest(e *exact) bool {
	state := slices.Clone(r.p.state)
	for _, f := range e.fix(r.d.nested, state, r.value, true) {
		if !f.Chosen {
			state[f.Option] = closed
		}
	}
	var left []int32
	total := 0
	for j, s := range state {
		if s != closed && !r.cols.held[r.p.listOf[j]] {
			left = append(left, int32(j))
		}
		if s != closed {
			total++
		}
	}
	if int64(total)*int64(len(r.p.classes)) > 100*heldEntries || len(left) > 4000 {
		return false
	}
	r.add(left)
	return true
}
