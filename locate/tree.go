package locate

import (
	"container/heap"
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// tree is a best-first branch and bound over what to choose. Nodes keep the
// multipliers of their parent; options whose price alone rules them in or out are
// fixed. Nodes are worked on in batches of a constant size, so that the outcome does
// not depend on the number of cores.
type tree struct {
	p       *problem
	cols    *columns
	root    []decided
	upper   int64 // value to beat; above every value there can be while there is no best
	best    []int32
	scale   int64
	cert    Certificate
	queue   queue
	floor   int64 // least bound of what was given up
	used    int
	visited int
	memory  int64
	workers []*worker
	average []float64 // of the climb to the root
	all     *ranking  // collects all choices below upper, where they are asked for; there is no certificate then
	base    *byClass  // of the dual that climbed
}

type worker struct {
	d      *dual
	search *search
}

// task is an open node.
type task struct {
	id    int32 // its node in the certificate
	state []decided
	from  *multipliers
	bound int64
	theta float64
}

type queue []*task

func (q queue) Len() int { return len(q) }
func (q queue) Less(a, b int) bool {
	return q[a].bound < q[b].bound || q[a].bound == q[b].bound && q[a].id > q[b].id
}
func (q queue) Swap(a, b int) { q[a], q[b] = q[b], q[a] }
func (q *queue) Push(x any)   { *q = append(*q, x.(*task)) }
func (q *queue) Pop() any {
	old := *q
	t := old[len(old)-1]
	*q = old[:len(old)-1]
	return t
}

// result is what work on a task found.
type result struct {
	vector  *Multipliers
	fixed   []Decision
	sacks   *knapsack[int64] // proves the node's bound, where it is there
	branch  int32
	bound   int64
	from    multipliers
	used    int
	choices [][]int32
}

const batch = 4

// newTree starts at the root, whose decisions the Spec itself has made.
func newTree(p *problem, cols *columns, scale int64, from *multipliers, bound int64) *tree {
	t := &tree{p: p, cols: cols, root: p.state, scale: scale, upper: p.worst() + 1, floor: Never}
	t.cert = Certificate{Scale: scale, Kept: p.nested.kept, Nodes: []Node{{Branch: -1}}}
	t.queue = queue{{id: 0, state: slices.Clone(p.state), from: from, bound: bound, theta: 0.3}}
	for range batch {
		t.workers = append(t.workers, &worker{})
	}
	return t
}

// offer takes a choice if it is feasible and better than the best.
func (t *tree) offer(options []int32) bool {
	c, ok := t.p.evaluate(options)
	if !ok || c.Value >= t.upper {
		return false
	}
	if t.all != nil {
		t.all.offer(c)
		t.upper = t.all.limit
		return false
	}
	t.upper, t.best = c.Value, c.Options
	return true
}

// run works until nothing is open, the gap is reached, the limit of nodes or memory
// is met, or the context ends. It says whether it came to its end.
func (t *tree) run(ctx context.Context, nodes int, gap float64, report func()) bool {
	for len(t.queue) > 0 && t.visited < nodes && ctx.Err() == nil && t.memory < 3<<30 {
		if t.closeEnough(gap) {
			return true
		}
		var work []*task
		for len(work) < batch && len(t.queue) > 0 {
			if k := heap.Pop(&t.queue).(*task); k.bound < t.upper || k.id == 0 {
				work = append(work, k)
			} else if !t.keep(k, t.upper) {
				heap.Push(&t.queue, k)
			}
		}
		results := make([]*result, len(work))
		together(len(work), func(k int) { results[k] = t.process(ctx, t.worker(k), work[k]) })
		for k, r := range results {
			t.merge(work[k], r)
		}
		report()
	}
	return len(t.queue) == 0
}

// bound is what holds for everything: the least of what is open and given up.
func (t *tree) bound() int64 {
	b := min(t.upper, t.floor)
	for _, k := range t.queue {
		b = min(b, k.bound)
	}
	return b
}

func (t *tree) closeEnough(gap float64) bool {
	if gap <= 0 || t.best == nil {
		return false
	}
	return float64(t.upper-t.bound()) <= gap*abs(t.upper)
}

func (t *tree) worker(k int) *worker {
	w := t.workers[k]
	if w.d == nil {
		w.d = newDual(t.p, t.cols, t.base)
		w.search = newSearch(t.p, t.cols, w.d.state)
	}
	return w
}

// process improves the multipliers of a node and decides how to go on.
func (t *tree) process(ctx context.Context, w *worker, k *task) *result {
	d := w.d
	d.settle(k.state)
	r := &result{branch: -1}
	best, share := t.raise(ctx, d, k, r)
	r.from = best.copy()
	if t.promising(w, d.taken) {
		r.choices = append(r.choices, slices.Clone(d.taken))
	}
	if k.id%mendEvery == 1 && !t.p.beyond() && t.all == nil {
		r.choices = append(r.choices, w.mend(ctx, share, uint64(k.id)))
	}
	e := t.p.exactly(best, t.scale, t.cols, d.nested, k.state)
	if t.p.backup && e.bound() < k.bound { // other spares than the parent's may prove less
		r.from = k.from.copy()
		e = t.p.exactly(k.from, t.scale, t.cols, d.nested, k.state)
	}
	v := e.multipliers()
	r.vector, r.bound = &v, max(e.bound(), k.bound)
	if r.bound >= t.upper || !e.likely {
		r.bound = max(r.bound, e.bound())
		return r
	}
	if t.p.budget != nil {
		sacks, proven, bound := e.proveBudget(d.nested, k.state, t.upper, t.p.proofNodes(t.cols))
		if proven {
			r.sacks, r.bound = sacks, bound
			return r
		}
		if sacks != nil && sacks.some && t.promising(w, sacks.taken) {
			r.choices = append(r.choices, sacks.taken)
		}
		if bound < k.bound { // the parent's multipliers prove more
			r.from = k.from.copy()
		}
		r.bound = max(bound, k.bound)
	}
	r.fixed = e.fix(d.nested, k.state, t.upper, k.id == 0)
	r.branch = t.pick(share, d, k.state, r.fixed)
	if n := len(r.fixed); r.branch < 0 && n > 0 {
		r.branch, r.fixed = r.fixed[n-1].Option, r.fixed[:n-1]
	}
	if r.branch < 0 {
		t.decideLeaf(r, k.state)
	}
	return r
}

// raise improves the bound of a node for as long as that pays, and gives the best
// multipliers and how often each option was taken.
func (t *tree) raise(ctx context.Context, d *dual, k *task, r *result) (best *multipliers, share []float64) {
	upper := float64(t.upper)
	if t.best == nil {
		upper = float64(k.bound) + 0.05*abs(k.bound) + 1
	}
	target := float64(t.upper) - 1 + 1e-3
	a := newAscent(d, k.from)
	a.theta, a.patience = 0.3, 6
	if k.id == 0 {
		t.first(ctx, k, a, upper, target)
		r.used = a.used
		return &a.best, t.average
	}
	a.run(ctx, nodeProbe, upper, target)
	r.used = a.used
	if a.bound >= target || math.IsInf(d.value, 1) || ctx.Err() != nil {
		return &a.best, a.average
	}
	if d.p.beyond() {
		return t.raiseBeyond(ctx, a, r, upper, target)
	}
	v := newVolume(d, &a.best)
	v.step, v.mix = nodeStep, nodeMix
	for round := range nodeRounds {
		before := v.bound
		v.run(ctx, nodeRound, upper, target)
		left := target - v.bound
		if left <= 0 || round >= 2 && v.bound-before < nodePays*left || v.spent() || math.IsInf(v.bound, 1) || ctx.Err() != nil {
			break
		}
	}
	r.used += v.used
	return &v.best, v.share
}

// raiseBeyond goes on by the subgradient method alone.
func (t *tree) raiseBeyond(ctx context.Context, a *ascent, r *result, upper, target float64) (*multipliers, []float64) {
	for round := range 10 {
		before := a.bound
		a.run(ctx, nodeProbe/2, upper, target)
		left := target - a.bound
		if left <= 0 || round >= 1 && left > 1 || a.bound-before < 0.08*left || math.IsInf(a.d.value, 1) {
			break
		}
	}
	r.used = a.used
	return &a.best, a.average
}

// How much a node is worked on: a few steps of the subgradient method, which close easy
// nodes, then rounds of the volume algorithm.
var (
	nodeProbe  = 24
	nodeRound  = 50
	nodeRounds = 8
	nodeStep   = 0.03
	nodeMix    = 0.05
	nodePays   = 0.05
)

// promising says whether a choice may beat the best, where that is quickly seen.
func (t *tree) promising(w *worker, options []int32) bool {
	if !t.cols.all || t.p.beyond() {
		return true
	}
	w.search.start(options)
	return w.search.value() < float64(t.upper)-0.5
}

// mendEvery is at how many of the nodes a choice near the relaxation is improved.
const mendEvery = 4

// mend rounds the relaxation of the node to a choice and improves it by swaps among what
// the relaxation takes at all.
func (w *worker) mend(ctx context.Context, share []float64, seed uint64) []int32 {
	rho := make([]float64, len(share))
	var list []int32
	for j, y := range share {
		if rho[j] = -y; y > 0.02 && w.d.state[j] == open {
			list = append(list, int32(j))
		}
	}
	_, taken, ok := choose(w.d.nested, rho, w.d.state, nil)
	if !ok {
		return nil
	}
	w.search.start(taken)
	w.search.index(append(slices.Clone(list), taken...))
	w.search.improve(ctx, list, rand.New(rand.NewPCG(seed, 0x7ee)))
	return slices.Clone(w.search.options)
}

// pick chooses the option about which the dual is most in doubt.
func (t *tree) pick(share []float64, d *dual, state []decided, fixed []Decision) int32 {
	isFixed := make([]bool, len(state))
	for _, f := range fixed {
		isFixed[f.Option] = true
	}
	best, most := int32(-1), -1.0
	for j, s := range state {
		if s != open || isFixed[j] {
			continue
		}
		doubt := min(share[j], 1-share[j])
		doubt += 1e-3 / (1 + math.Abs(d.rho[j]))
		if doubt > most {
			best, most = int32(j), doubt
		}
	}
	return best
}

// decideLeaf bounds a node where everything is decided by what that choice costs.
func (t *tree) decideLeaf(r *result, state []decided) {
	var options []int32
	for j, s := range state {
		if s == chosen {
			options = append(options, int32(j))
		}
	}
	r.choices = append(r.choices, options)
	e := t.p.exactAt(options, t.upper, t.scale, t.cols, state)
	v := e.multipliers()
	r.vector, r.bound = &v, e.bound()
}

// merge writes the outcome into the certificate and the queue.
func (t *tree) merge(k *task, r *result) {
	t.visited++
	t.used += r.used
	for _, c := range r.choices {
		t.offer(c)
	}
	node := &t.cert.Nodes[k.id]
	if r.sacks != nil {
		t.emit(k.id, r.vector, r.sacks)
		t.floor = min(t.floor, r.bound)
		return
	}
	if r.branch == -1 {
		node.Vector = t.store(r.vector)
		t.floor = min(t.floor, r.bound)
		return
	}
	next := slices.Clone(k.state)
	if len(r.fixed) > 0 {
		node.Vector, node.Fixed = t.store(r.vector), r.fixed
		for _, f := range r.fixed {
			next[f.Option] = closed
			if f.Chosen {
				next[f.Option] = chosen
			}
		}
	}
	t.branch(k, r, next)
}

func (t *tree) branch(k *task, r *result, next []decided) {
	j := r.branch
	id := int32(len(t.cert.Nodes))
	t.cert.Nodes = append(t.cert.Nodes, Node{Branch: -1}, Node{Branch: -1})
	node := &t.cert.Nodes[k.id]
	node.Branch, node.Open, node.Closed = j, id, id+1
	from := r.from
	for c, to := range []decided{chosen, closed} {
		child := &task{id: id + int32(c), from: &from, bound: r.bound, theta: 0.3}
		child.state = slices.Clone(next)
		child.state[j] = to
		heap.Push(&t.queue, child)
		t.memory += int64(len(next))
	}
	t.memory += int64(8 * len(from.v))
}

func (t *tree) store(m *Multipliers) int32 {
	if t.all != nil {
		return 0
	}
	t.cert.Vectors = append(t.cert.Vectors, *m)
	t.memory += int64(8 * len(m.Classes))
	return int32(len(t.cert.Vectors) - 1)
}

// keep writes an open node that need not be worked on any more as a leaf. It says
// whether that proves the goal; a node that does not has its bound corrected.
func (t *tree) keep(k *task, goal int64) bool {
	n := t.worker(0).d.nested
	e := t.p.exactly(k.from, t.scale, t.cols, n, k.state)
	v := e.multipliers()
	if t.p.budget != nil && e.bound() < goal {
		sacks, proven, bound := e.proveBudget(n, k.state, goal, 4*t.p.proofNodes(t.cols))
		if !proven {
			k.bound = e.bound()
			return false
		}
		t.emit(k.id, &v, sacks)
		t.floor = min(t.floor, bound)
		return true
	}
	t.leaf(k, e, &v)
	return true
}

// leaf writes a node that proves what its multipliers give.
func (t *tree) leaf(k *task, e *exact, v *Multipliers) {
	t.cert.Nodes[k.id].Vector = t.store(v)
	t.floor = min(t.floor, max(e.bound(), k.bound))
}

// certificate closes what is open and hands over the proof.
func (t *tree) certificate() Certificate {
	bound := t.bound()
	for len(t.queue) > 0 {
		if k := heap.Pop(&t.queue).(*task); !t.keep(k, bound) {
			e := t.p.exactly(k.from, t.scale, t.cols, t.worker(0).d.nested, k.state)
			v := e.multipliers()
			t.leaf(k, e, &v)
		}
	}
	t.cert.Bound = min(bound, t.floor)
	return t.cert
}
