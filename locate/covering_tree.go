package locate

import (
	"container/heap"
	"math"
	"runtime"
	"slices"
	"sync"
)

// coverTree is a best-first branch and bound over the sites of a covering. Each node is
// reduced to what is left there and starts from its parent's prices and shares. Nodes are
// worked on in batches of a constant size, so that the number of cores changes nothing.
type coverTree struct {
	*coverRun
	queue   coverQueue
	floor   int64 // least bound of what was given up
	memory  int64
	used    int
	visited int
	stored  map[*Multipliers]int32
}

// coverTask is an open node.
type coverTask struct {
	id     int32 // its node in the certificate
	state  []decided
	from   *coverPoint
	bound  int64
	vector *Multipliers // proves the bound
}

// coverPoint is where a node's children start, in terms of the covering at the root.
type coverPoint struct{ v, y []float32 }

type coverQueue []*coverTask

func (q coverQueue) Len() int { return len(q) }
func (q coverQueue) Less(a, b int) bool {
	return q[a].bound < q[b].bound || q[a].bound == q[b].bound && q[a].id > q[b].id
}
func (q coverQueue) Swap(a, b int) { q[a], q[b] = q[b], q[a] }
func (q *coverQueue) Push(x any)   { *q = append(*q, x.(*coverTask)) }
func (q *coverQueue) Pop() any {
	old := *q
	t := old[len(old)-1]
	*q = old[:len(old)-1]
	return t
}

// coverResult is what work on a node found.
type coverResult struct {
	vector *Multipliers
	bound  int64
	fixed  []Decision
	branch int32 // -1 for none
	from   coverPoint
	choice *eliteCover
	used   int
}

func newCoverTree(k *coverRun) *coverTree {
	t := &coverTree{coverRun: k, floor: Never, stored: map[*Multipliers]int32{}}
	if k.proof.Classes == nil {
		k.prove()
	}
	if k.proof.Classes == nil { // the context ended before the first step
		e := k.c.exactly(k.d.vp, k.scale, k.n, k.state)
		k.bound, k.proof = e.bound(), k.p.vectorOf(k.c, e.value, e.scale)
	}
	t.queue = coverQueue{{id: k.node, state: k.state, from: &coverPoint{narrow(k.d.vp), narrow(k.d.yp)}, bound: k.bound, vector: &k.proof}}
	return t
}

func narrow(x []float64) []float32 {
	out := make([]float32, len(x))
	for i := range x {
		out[i] = float32(x[i])
	}
	return out
}

func widen(x []float32) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		out[i] = float64(x[i])
	}
	return out
}

// run works until nothing is open, the gap is reached, a limit is met or the context ends.
func (t *coverTree) run() bool {
	limit := t.o.Nodes
	if limit == 0 {
		limit = math.MaxInt
	}
	for len(t.queue) > 0 && t.visited < limit && t.ctx.Err() == nil && t.memory < 3<<30 {
		t.bound = max(t.bound, t.least())
		if t.done() {
			return true
		}
		var work []*coverTask
		for len(work) < batch && len(t.queue) > 0 {
			if k := heap.Pop(&t.queue).(*coverTask); k.bound < t.value || len(t.pool) == 0 {
				work = append(work, k)
			} else {
				t.leaf(k.id, k.vector, k.bound)
			}
		}
		results := make([]*coverResult, len(work))
		together(len(work), func(k int) { results[k] = t.process(work[k]) })
		for k, r := range results {
			t.merge(work[k], r)
		}
		if t.visited%256 < batch {
			t.tell("tree", t.visited)
		}
	}
	t.bound = max(t.bound, t.least())
	return len(t.queue) == 0
}

// together does n things on as many cores as there are.
func together(n int, work func(k int)) {
	var wait sync.WaitGroup
	next := make(chan int, n)
	for k := range n {
		next <- k
	}
	close(next)
	for range min(runtime.GOMAXPROCS(0), n) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for k := range next {
				work(k)
			}
		}()
	}
	wait.Wait()
}

// least is what holds for everything that is open or was given up.
func (t *coverTree) least() int64 {
	b := t.floor
	if len(t.pool) > 0 {
		b = min(b, t.value)
	}
	for _, k := range t.queue {
		b = min(b, k.bound)
	}
	return b
}

// process improves the prices of a node and decides how to go on.
func (t *coverTree) process(k *coverTask) *coverResult {
	n := t.n.copy()
	c := t.c.reduce(k.state)
	d := newCoverDual(c, n, k.state, c.merge(widen(k.from.v)), c.take(t.c, widen(k.from.y)))
	target := float64(t.value) - 1 + 1e-3
	if len(t.pool) == 0 {
		target = math.Inf(1)
	}
	for round := range 30 {
		before := d.bound
		d.run(t.ctx, 20, target)
		if d.bound >= target || t.ctx.Err() != nil || d.value-d.bound < 0.2*(target-d.value) || round >= 4 && d.bound-before < 0.02*(target-d.bound) {
			break
		}
	}
	r := &coverResult{used: d.used, branch: -1}
	best := d.best
	if d.used == 0 {
		best = d.vp
	}
	e := c.exactly(best, t.scale, n, k.state)
	v := t.p.vectorOf(c, e.value, t.scale)
	r.vector, r.bound = &v, e.bound()
	if r.bound < k.bound {
		r.vector, r.bound = k.vector, k.bound
	}
	if !e.likely || r.bound >= t.value && len(t.pool) > 0 {
		return r
	}
	t.round(c, d, k, r)
	if len(c.option) > 0 {
		t.divide(c, d, e, k, r)
	}
	return r
}

// round makes a choice of the shares, and improves it.
func (t *coverTree) round(c *covering, d *coverDual, k *coverTask, r *coverResult) {
	rho := make([]float64, len(k.state))
	for j, o := range c.option {
		rho[o] = 1e-3 - d.yp[j]
	}
	_, taken, ok := choose(d.nested, rho, k.state, nil)
	if !ok {
		return
	}
	s := newCoverSearch(t.p, c, k.state)
	s.start(c.sitesOf(taken))
	s.improve(t.ctx, d.support)
	near := float64(s.value) <= float64(t.value)+t.o.Tolerance*abs(t.value)
	if s.value < t.value || len(t.pool) == 0 || near && t.o.Tolerance > 0 {
		r.choice = &eliteCover{s.value, s.options()}
	}
}

// divide fixes what the bound fixes, and picks the site to branch on.
func (t *coverTree) divide(c *covering, d *coverDual, e *exact, k *coverTask, r *coverResult) {
	if len(t.pool) > 0 && r.vector != k.vector {
		r.fixed = e.fix(d.nested, k.state, t.value, false)
	}
	isFixed := make(map[int32]bool, len(r.fixed))
	for _, f := range r.fixed {
		isFixed[f.Option] = true
	}
	most := -1.0
	for j, o := range c.option {
		if isFixed[o] {
			continue
		}
		y := d.yp[j]
		if doubt := min(y, 1-y) + 1e-6*d.gainp[j]/(1+d.mass[j]); doubt > most {
			r.branch, most = o, doubt
		}
	}
	if last := len(r.fixed) - 1; r.branch < 0 {
		r.branch, r.fixed = r.fixed[last].Option, r.fixed[:last]
	}
	v := lift(c, t.c, d.vp, 1)
	y := make([]float32, len(t.c.option))
	for j, o := range c.option {
		at, _ := slices.BinarySearch(t.c.option, o)
		y[at] = float32(d.yp[j])
	}
	r.from = coverPoint{narrow(v), y}
}

// merge writes the outcome into the certificate and the queue.
func (t *coverTree) merge(k *coverTask, r *coverResult) {
	t.visited++
	t.used += r.used
	if r.choice != nil {
		t.accept(*r.choice)
	}
	if r.branch < 0 {
		t.leaf(k.id, r.vector, r.bound)
		return
	}
	node := Node{Branch: r.branch, Fixed: r.fixed}
	state := slices.Clone(k.state)
	if len(r.fixed) > 0 {
		node.Vector = t.store(r.vector)
		for _, f := range r.fixed {
			state[f.Option] = closed
			if f.Chosen {
				state[f.Option] = chosen
			}
		}
	}
	id := int32(len(t.cert.Nodes))
	node.Open, node.Closed = id, id+1
	t.cert.Nodes = append(t.cert.Nodes, Node{Branch: -1}, Node{Branch: -1})
	t.cert.Nodes[k.id] = node
	for c, to := range []decided{chosen, closed} {
		child := &coverTask{id: id + int32(c), state: slices.Clone(state), from: &r.from, bound: r.bound, vector: r.vector}
		child.state[r.branch] = to
		heap.Push(&t.queue, child)
	}
	t.memory += int64(2*len(state) + 4*len(r.from.v) + 8*len(r.vector.Classes))
}

// leaf closes a node.
func (t *coverTree) leaf(id int32, vector *Multipliers, bound int64) {
	t.cert.Nodes[id].Vector = t.store(vector)
	t.floor = min(t.floor, bound)
}

func (t *coverTree) store(m *Multipliers) int32 {
	if at, ok := t.stored[m]; ok {
		return at
	}
	at := int32(len(t.cert.Vectors))
	t.cert.Vectors = append(t.cert.Vectors, *m)
	t.stored[m] = at
	t.memory += int64(8 * len(m.Classes))
	return at
}

// certificate closes what is open and hands over the proof.
func (t *coverTree) certificate() Certificate {
	t.cert.Bound = t.least()
	for len(t.queue) > 0 {
		k := heap.Pop(&t.queue).(*coverTask)
		t.leaf(k.id, k.vector, k.bound)
	}
	return t.cert
}
