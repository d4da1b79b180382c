package locate

import (
	"slices"
)

// coverRun solves a covering: bound and choice are improved side by side, sites are settled
// by reduced costs and the covering reduced to what is left, and a tree closes the gap.
type coverRun struct {
	*run
	c     *covering
	n     *nested
	state []decided // as far as it is proven
	d     *coverDual
	scale int64
	cert  Certificate
	node  int32        // of the certificate: what it has come to
	proof Multipliers  // of the best bound there
	tried float64      // the bound when it was last looked at
	elite []eliteCover // the best choices met, best first
	turn  int          // searches so far
	// The search takes place on some of the sites.
	area      *covering
	areaState []decided
	part      bool // of a larger search: a covering of some of its sites
}

// coverSteps is how many steps of the dual are taken between looks at the choices.
const coverSteps = 100

func (r *run) solveCovering(c *covering) *Answer {
	k := &coverRun{run: r, c: c, n: r.p.nested.copy(), state: slices.Clone(r.p.state)}
	k.climb()
	return k.branch()
}

// climb improves choices and prices side by side until both have come to rest.
func (k *coverRun) climb() {
	k.scale = k.c.scaleOf()
	k.cert = Certificate{Scale: k.scale, Kept: k.p.nested.kept, Nodes: []Node{{Branch: -1}}}
	k.area, k.areaState = k.c, k.state
	s := newCoverSearch(k.p, k.c, k.state)
	k.begin(s, nil, k.rng)
	s.improve(k.ctx, shuffled(len(k.c.option), k.rng))
	k.keep(eliteCover{s.value, s.options()})
	v, y := s.guess()
	k.d = newCoverDual(k.c, k.n, k.state, v, y)
	for round, idle, near := 0, 0, false; round < 400; round++ {
		before, value := k.d.bound, k.value
		k.both(near && round%4 > 0)
		k.prove()
		if !k.part && (round == 1 || round == 3 || round%8 == 7) && len(k.c.class) > 1<<14 {
			k.narrow()
		}
		k.tell("dual", 0)
		left := float64(k.value) - k.d.bound
		if idle++; k.value < value {
			idle = 0
		}
		near = k.d.value-k.d.bound < 0.02*left
		still := near || k.d.bound-before < 0.005*left
		if k.done() || k.ctx.Err() != nil || still && idle >= 6 || k.part && round >= 5 {
			break
		}
	}
}

// guess gives prices and shares to begin with: those of the choice.
func (s *coverSearch) guess() (v, y []float64) {
	v, y = make([]float64, len(s.count)), make([]float64, len(s.at))
	for i, n := range s.count {
		v[i] = 1 / float64(1+n)
	}
	for _, j := range s.sites {
		y[j] = 1
	}
	return v, y
}

// both runs the dual and a search at a time, or two searches where the dual has little left
// to gain; none knows of the other until both end.
func (k *coverRun) both(search bool) {
	var found [2]eliteCover
	seeds := [2]uint64{k.rng.Uint64(), k.rng.Uint64()}
	together(2, func(half int) {
		if half == 1 && !search {
			k.d.run(k.ctx, coverSteps, float64(k.value)-1+1e-3)
			return
		}
		found[half] = k.seek(k.turn+half, seeds[half])
	})
	k.turn++
	k.keep(found[0])
	if search {
		k.turn++
		k.keep(found[1])
	} else {
		k.used += coverSteps
	}
}

// prove computes the bound in integers, settles what it settles, and reduces the covering
// where that is worth while.
func (k *coverRun) prove() {
	if k.d.used == 0 || k.d.bound <= k.tried {
		return
	}
	k.tried = k.d.bound
	e := k.c.exactly(k.d.best, k.scale, k.n, k.state)
	if b := e.bound(); b > k.bound || k.proof.Classes == nil {
		k.bound, k.proof = b, k.p.vectorOf(k.c, e.value, e.scale)
	}
	if k.done() || len(k.pool) == 0 {
		return
	}
	fixed := e.fix(k.n, k.state, k.value, true)
	entries := 0
	for _, f := range fixed {
		if j, ok := slices.BinarySearch(k.c.option, f.Option); ok {
			entries += int(k.c.start[j+1] - k.c.start[j])
		}
	}
	if len(fixed) > 1 && 8*entries > len(k.c.class) {
		k.settle(e, fixed)
	}
}

// settle notes in the certificate that options are fixed, which takes one node above the
// rest: the last is branched on, and its other side is no better than the best choice.
func (k *coverRun) settle(e *exact, fixed []Decision) {
	last := fixed[len(fixed)-1]
	vector := int32(len(k.cert.Vectors))
	k.cert.Vectors = append(k.cert.Vectors, k.p.vectorOf(k.c, e.value, e.scale))
	id := int32(len(k.cert.Nodes))
	k.cert.Nodes = append(k.cert.Nodes, Node{Vector: vector, Branch: -1}, Node{Vector: vector, Branch: -1})
	top := &k.cert.Nodes[k.node]
	*top = Node{Vector: vector, Fixed: fixed[:len(fixed)-1], Branch: last.Option, Open: id, Closed: id + 1}
	if k.node = id + 1; last.Chosen {
		k.node = id
	}
	for _, f := range fixed {
		k.state[f.Option] = closed
		if f.Chosen {
			k.state[f.Option] = chosen
		}
	}
	old := k.d
	k.c = k.c.reduce(k.state)
	k.d = newCoverDual(k.c, k.n, k.state, k.c.merge(old.vp), k.c.take(old.c, old.yp))
	k.d.ratio = old.ratio
	k.area, k.areaState = k.c, k.state
	k.tried = k.d.bound
}

// take carries shares over from the covering that this one was made from.
func (c *covering) take(old *covering, y []float64) []float64 {
	out := make([]float64, len(c.option))
	k := 0
	for j, o := range old.option {
		if k < len(out) && c.option[k] == o {
			out[k] = y[j]
			k++
		}
	}
	return out
}

// branch gives the answer once the tree has done what it could.
func (k *coverRun) branch() *Answer {
	t := newCoverTree(k)
	ended := k.done()
	if !ended {
		ended = t.run()
	}
	a := &Answer{Found: len(k.pool) > 0, Iterations: k.used + t.used, Nodes: t.visited, Stopped: !ended, Certificate: t.certificate()}
	a.Bound = a.Certificate.Bound
	if k.o.Tolerance > 0 {
		for _, e := range k.elite {
			k.accept(e)
		}
	}
	if a.Found {
		a.Choice, a.Proven, a.Alternatives = k.pool[0], a.Bound >= k.pool[0].Value, k.alternatives()
	}
	return a
}
