package locate

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// Options steer a search; the zero value proves the optimum without limits on work.
type Options struct {
	Seed      uint64
	Gap       float64        // stop once proven within this share of the value
	Nodes     int            // at most so many nodes of the tree; 0 for no limit
	Time      time.Duration  // stop after this; 0 for no limit. Answers then depend on the machine
	Tolerance float64        // collect other choices within this share of the best value
	Base      int64          // the Tolerance is a share of the value's distance from this
	All       int            // find every choice within the Tolerance, up to so many, once the best is proven; 0: those met on the way
	Progress  func(Progress) // told now and then, from one goroutine at a time

	plain bool // do not say why nothing is feasible
}

// Progress is how far a search has come.
type Progress struct {
	Stage string // "dual", "search", "tree"
	Found bool
	Value int64 // of the best choice, if Found
	Bound int64
	Nodes int
}

// heldEntries is how many entries are read into memory, at 8 bytes each.
const heldEntries = 200_000_000

// trimPairs is from where lists are cut: below, it is not worth the while.
var trimPairs = int64(100_000)

// Solve finds a choice and proves how good it is. The error is for a Spec that is
// not valid; an infeasible one is an Answer.
func Solve(ctx context.Context, s *Spec, o Options) (*Answer, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	if o.Time > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, o.Time)
		defer cancel()
	}
	if o.All > 0 {
		o.Gap = 0
	}
	r := &run{ctx: ctx, p: compile(s), o: o, rng: rand.New(rand.NewPCG(o.Seed, 0x10ca7e)), trim: trimPairs}
	r.value = r.p.worst() + 1
	if a := r.impossible(); a != nil {
		return a, nil
	}
	if c := newCovering(r.p); c != nil && !plainCover {
		return r.othersOfCovering(r.solveCovering(c)), nil
	}
	return r.solve(), nil
}

// run is one search.
type run struct {
	ctx   context.Context
	p     *problem
	o     Options
	rng   *rand.Rand
	cols  *columns
	d     *dual
	s     *search
	pool  []Choice // feasible choices met, best first
	value int64    // of the best; above all values while there is none
	bound int64    // proven so far
	used  int
	cand  []int32
	trim  int64 // pairs of class and list from which lists are cut
}

// offer notes a choice if it is feasible; it says whether it is the best so far.
func (r *run) offer(options []int32) bool {
	c, ok := r.p.evaluate(options)
	if !ok {
		return false
	}
	better := c.Value < r.value
	if better {
		r.value = c.Value
	}
	r.remember(c)
	return better
}

func (r *run) tell(stage string, nodes int) {
	if r.o.Progress != nil {
		p := Progress{Stage: stage, Found: len(r.pool) > 0, Bound: r.bound, Nodes: nodes}
		if p.Found {
			p.Value = r.value
		}
		r.o.Progress(p)
	}
}

func (r *run) done() bool {
	if len(r.pool) == 0 {
		return false
	}
	return r.value <= r.bound || float64(r.value-r.bound) <= r.o.Gap*abs(r.value)
}

func (r *run) solve() *Answer {
	for j, s := range r.p.state {
		if s == open {
			r.cand = append(r.cand, int32(j))
		}
	}
	if r.p.beyond() {
		return r.solveBeyond()
	}
	r.hold()
	start := r.first()
	a := r.climb(&start)
	scale := r.p.scaleFor(&a.best)
	e := r.p.exactly(&a.best, scale, r.cols, r.d.nested, r.p.state)
	r.bound = e.bound()
	r.tell("search", 0)
	if !r.done() {
		r.starts(a)
	}
	return r.branch(a, scale)
}

// first gives multipliers halfway between what each class pays in the choice to begin
// with and what the next best would cost it.
func (r *run) first() multipliers {
	m := r.p.noMultipliers()
	for i := range m.v {
		f := &r.s.first[i]
		m.v[i] = 0.5*f.d1 + 0.5*f.d2
		if f.option < 0 || math.IsInf(m.v[i], 1) {
			m.v[i] = f.d1
		}
	}
	return m
}

// climb improves the multipliers, and on the way the choices that they suggest. When
// the step is spent it begins again with more patience, as long as that pays.
func (r *run) climb(start *multipliers) *ascent {
	near := r.approach(start)
	a := newAscent(r.d, start)
	before := math.Inf(-1)
	for a.patience = 10; a.patience <= 80; a.patience *= 2 {
		a.theta, a.since = 1, 0
		if near && a.patience == 10 {
			a.theta = 0.1
			a.run(r.ctx, 1, r.ceiling(a), float64(r.value)-1+1e-3)
			r.narrow(a)
		} else if a.patience > 10 {
			a.theta = 0.5
			a.try.copyFrom(&a.best)
		}
		for a.theta >= 2e-3 && !r.settled(a) {
			a.run(r.ctx, 50, r.ceiling(a), float64(r.value)-1+1e-3)
			if a.patience == 10 {
				r.focus()
				r.local(r.d.taken)
			}
			r.bound = int64(math.Floor(a.bound))
			r.tell("dual", 0)
			r.narrow(a)
		}
		r.local(r.d.taken)
		r.polish(max(200, 2*len(r.d.taken)))
		if r.settled(a) || a.bound-before < 0.02*(float64(r.value)-a.bound) {
			break
		}
		before = a.bound
	}
	r.used += a.used
	return a
}

// narrow leaves out of the climb the options that the bound rules out by now. What is
// proven later rests on all options again.
func (r *run) narrow(a *ascent) {
	d := r.d
	value := d.evaluate(&a.best)
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
func (r *run) settled(a *ascent) bool {
	left := float64(r.value) - a.bound
	return r.ctx.Err() != nil || left < 1-1e-3 || math.IsInf(r.d.value, 1) ||
		len(r.pool) > 0 && left <= 0.99*r.o.Gap*abs(r.value)
}

// ceiling is what the climb steps towards.
func (r *run) ceiling(a *ascent) float64 {
	if len(r.pool) > 0 {
		return float64(r.value)
	}
	if math.IsInf(a.bound, -1) && r.s != nil {
		return r.s.value()
	}
	if math.IsInf(a.bound, -1) {
		return float64(r.p.worst())
	}
	return a.bound + 0.1*math.Abs(a.bound) + 1
}

// focus narrows the search to the options whose price is lowest.
func (r *run) focus() {
	r.cand = r.cand[:0]
	for j, s := range r.p.state {
		if s == open {
			r.cand = append(r.cand, int32(j))
		}
	}
	want := min(len(r.cand), max(400, 5*len(r.d.taken)))
	selectCheapest(r.cand, r.d.rho, want)
	r.cand = r.cand[:want]
	slices.Sort(r.cand)
	r.s.rows.has = nil
}

// local improves a choice by swaps and offers what comes out.
func (r *run) local(options []int32) bool {
	if r.ctx.Err() != nil && len(r.pool) > 0 {
		return false
	}
	r.s.start(options)
	if r.ctx.Err() == nil && !r.s.indexed(-1) {
		r.s.index(append(slices.Clone(r.cand), options...))
	}
	r.s.improve(r.ctx, r.cand, r.rng)
	return r.offer(r.s.options)
}

// polish disturbs the best choice here and there, for as long as that pays.
func (r *run) polish(rounds int) {
	if len(r.pool) == 0 || r.done() || r.ctx.Err() != nil {
		return
	}
	r.s.start(r.pool[0].Options)
	r.s.index(append(slices.Clone(r.cand), r.s.options...))
	for range 20 {
		if r.s.shake(r.ctx, rounds, r.rng) <= 0 || r.ctx.Err() != nil {
			break
		}
		r.offer(r.s.options)
		r.tell("search", 0)
	}
}

// starts searches from choices drawn by how often the dual took each option.
func (r *run) starts(a *ascent) {
	rho := make([]float64, len(a.average))
	for k := range 12 {
		for j := range rho {
			rho[j] = -a.average[j] - 0.3*float64(k)/12*r.rng.Float64()
		}
		_, taken, ok := choose(r.d.nested, rho, r.p.state, nil)
		if ok {
			r.local(taken)
		}
		if r.done() || r.ctx.Err() != nil {
			return
		}
	}
}

// branch closes the gap that is left.
func (r *run) branch(a *ascent, scale int64) *Answer {
	r.offer(r.p.standing())
	t := newTree(r.p, r.cols, scale, &a.best, r.bound)
	t.average = a.average
	if len(r.pool) > 0 {
		t.upper, t.best = r.value, r.pool[0].Options
	}
	nodes := r.o.Nodes
	if nodes == 0 {
		nodes = math.MaxInt
	}
	ended := r.done() && r.value > r.bound
	if !ended {
		ended = t.run(r.ctx, nodes, r.o.Gap, func() {
			r.bound = t.bound()
			if t.best != nil && t.upper < r.value {
				r.offer(t.best)
			}
			if t.visited%256 == 0 {
				r.tell("tree", t.visited)
			}
		})
	}
	answer := &Answer{Found: len(r.pool) > 0, Iterations: r.used + t.used, Nodes: t.visited, Stopped: !ended}
	answer.Certificate = t.certificate()
	answer.Bound = answer.Certificate.Bound
	if answer.Found {
		answer.Choice = r.pool[0]
		if r.p.enforced {
			answer.Flows = r.p.flows(r.p.divide(answer.Options), answer.Options)
		}
		answer.Proven = answer.Bound >= answer.Value
		answer.Alternatives = r.alternatives()
		if r.o.All > 0 && answer.Proven {
			answer.Alternatives, answer.Complete = r.every(answer.Options, &a.best, a.average, scale)
			answer.Iterations = r.used + t.used
		}
	} else if answer.Bound > r.p.worst() {
		answer.Infeasible = r.conflict()
	}
	return answer
}
