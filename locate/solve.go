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

	// Unexplained says not to search for the rules that cannot be met together, which can
	// take longer than the proof: an infeasible Answer then names none.
	Unexplained bool
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
	ctx    context.Context
	p      *problem
	o      Options
	rng    *rand.Rand
	cols   *columns
	d      *dual
	s      *search
	pool   []Choice // feasible choices met, best first
	value  int64    // of the best; above all values while there is none
	bound  int64    // proven so far
	used   int
	cand   []int32
	prices *multipliers // best of the climb, once it has ended
	trim   int64        // pairs of class and list from which lists are cut
}

// offer notes a choice if it is feasible; it says whether it is the best so far.
func (r *run) offer(options []int32) bool {
	before := r.value
	r.met(options)
	return r.value < before
}

// met evaluates a choice and remembers it if it is feasible.
func (r *run) met(options []int32) (Choice, bool) {
	c, ok := r.p.evaluate(options)
	if ok {
		r.value = min(r.value, c.Value)
		r.remember(c)
	}
	return c, ok
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
	v := r.climb(&start)
	r.prices = &v.best
	scale := r.p.scaleFor(&v.best)
	e := r.p.exactly(&v.best, scale, r.cols, r.d.nested, r.p.state)
	r.bound = e.bound()
	r.tell("search", 0)
	return r.branch(&v.best, v.share, scale)
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

// focus narrows the search to the options whose price is lowest.
func (r *run) focus() {
	r.cand = r.cand[:0]
	for j, s := range r.d.state {
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

// probeWork is how many entries the tree may look at before more is spent on choices:
// an easy problem is proven by then.
const probeWork = 2_000_000_000

// probe is how many nodes that is, roughly.
func (r *run) probe() int {
	return probeWork / (nodeRound * nodeRounds * (r.cols.entriesOf(r.d.want) + len(r.p.state)))
}

// look takes over what the tree has found.
func (r *run) look(t *tree) {
	r.bound = t.bound()
	if t.best != nil && t.upper < r.value {
		r.offer(t.best)
	}
	if t.visited%256 == 0 {
		r.tell("tree", t.visited)
	}
}

// branch closes the gap that is left.
func (r *run) branch(from *multipliers, share []float64, scale int64) *Answer {
	r.offer(r.p.standing())
	t := newTree(r.p, r.cols, scale, from, r.bound)
	t.average, t.base = share, r.d.base
	if len(r.pool) > 0 {
		t.upper, t.best = r.value, r.pool[0].Options
	}
	nodes := r.o.Nodes
	if nodes == 0 {
		nodes = math.MaxInt
	}
	ended := r.done() && r.value > r.bound
	if !ended {
		ended = t.run(r.ctx, min(nodes, r.probe()), r.o.Gap, func() { r.look(t) })
	}
	if !ended && t.visited < nodes {
		r.better(share)
		if len(r.pool) > 0 && r.value < t.upper {
			t.upper, t.best = r.value, r.pool[0].Options
		}
		ended = t.run(r.ctx, nodes, r.o.Gap, func() { r.look(t) })
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
			answer.Alternatives, answer.Complete = r.every(answer.Options, from, share, scale)
			answer.Iterations = r.used + t.used
		}
	} else if answer.Bound > r.p.worst() {
		answer.Infeasible = r.conflict()
	}
	return answer
}
