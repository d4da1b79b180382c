package hierarchy

import "github.com/etablera/etablera/travel/graph"

// builder contracts a graph in rounds. A round takes out all nodes that matter less than all their neighbours. No two
// of them are neighbours, so the shortcuts of one do not depend on those of another, and the order in which goroutines
// come to them is of no account (Vetter 2009).
type builder struct {
	opt       Options
	adj       *adjacency
	level     []uint32 // one more than the highest contracted neighbour
	rank      []uint64 // what matters less is contracted first
	gone      []bool   // contracted, or about to be in this round
	stale     []bool   // a neighbour has gone since the rank was found
	remaining []uint32
	workers   []*worker
}

// worker is the memory of one goroutine.
type worker struct {
	witness   *witness
	shortcuts []shortcut
}

// part is what a goroutine found in one piece of the work; the pieces are put together in their order.
type part struct {
	nodes     []uint32
	waiting   []uint32
	shortcuts []shortcut
}

func newBuilder(g *graph.Graph, opt Options) *builder {
	n := g.Nodes()
	b := &builder{
		opt: opt, adj: newAdjacency(g), level: make([]uint32, n), rank: make([]uint64, n), gone: make([]bool, n), stale: make([]bool, n),
		remaining: make([]uint32, n),
	}
	for v := range n {
		b.remaining[v] = uint32(v)
	}
	for range opt.Workers {
		b.workers = append(b.workers, &worker{witness: newWitness(n)})
	}
	return b
}

// rankAll finds a first rank for every node.
func (b *builder) rankAll() {
	settle := b.settle(witnessToRank)
	b.each(len(b.remaining), func(w *worker, lo, hi int) (p part) {
		for _, v := range b.remaining[lo:hi] {
			w.shortcuts = w.shortcuts[:0]
			w.witness.around(b, v, settle, &w.shortcuts)
			b.rank[v] = b.importance(v, w.shortcuts)
		}
		return p
	})
}

// settle returns what bounds a search for a way round: the caller's wish, or what is good here.
func (b *builder) settle(good int) int {
	if b.opt.Witness != 0 {
		return b.opt.Witness
	}
	return good
}

// round contracts one independent set. Ranks are brought up to date only where they matter: a node that comes up as
// the least among its neighbours is ranked anew, and waits if it is the least no longer. A node whose rank is fresh goes
// without further question, so every round contracts a node or leaves fewer stale ones.
func (b *builder) round() {
	var candidates []uint32
	for _, p := range b.each(len(b.remaining), func(_ *worker, lo, hi int) part { return b.choose(lo, hi) }) {
		candidates = append(candidates, p.nodes...)
	}
	// Ways round must not lead through another node of the set: of two equal paths each might be left out for the other.
	for _, v := range candidates {
		b.gone[v] = true
	}
	settle := b.settle(witnessToContract)
	parts := b.each(len(candidates), func(w *worker, lo, hi int) (p part) {
		for _, v := range candidates[lo:hi] {
			before := len(p.shortcuts)
			w.witness.around(b, v, settle, &p.shortcuts)
			rank := b.importance(v, p.shortcuts[before:])
			if b.stale[v] && !b.least(v, rank) {
				p.shortcuts = p.shortcuts[:before]
				p.waiting = append(p.waiting, v)
			} else {
				p.nodes = append(p.nodes, v)
			}
			b.rank[v], b.stale[v] = rank, false
		}
		return p
	})
	for _, p := range parts {
		for _, v := range p.waiting {
			b.gone[v] = false
		}
		for _, v := range p.nodes {
			b.takeOut(v)
		}
	}
	for _, p := range parts {
		for _, s := range p.shortcuts {
			b.adj.connect(s)
		}
	}
	left := b.remaining[:0]
	for _, v := range b.remaining {
		if !b.gone[v] {
			left = append(left, v)
		}
	}
	b.remaining = left
}

// choose returns the remaining nodes of a range that rank below all their neighbours.
func (b *builder) choose(lo, hi int) (p part) {
	for _, v := range b.remaining[lo:hi] {
		if b.least(v, b.rank[v]) {
			p.nodes = append(p.nodes, v)
		}
	}
	return p
}

// least says whether no neighbour of v ranks below a rank.
func (b *builder) least(v uint32, rank uint64) bool {
	for _, l := range b.adj.lists[v] {
		if b.rank[l.node] < rank {
			return false
		}
	}
	return true
}

// takeOut parts v from its neighbours; v's own list stays as its arcs to the places above it.
func (b *builder) takeOut(v uint32) {
	for _, l := range b.adj.lists[v] {
		u := l.node
		b.adj.disconnect(u, v)
		b.level[u] = max(b.level[u], b.level[v]+1)
		b.stale[u] = true
	}
}

// importance says how much a node matters: its level, how many arcs its contraction makes for each that it takes away,
// and the same in original arcs (Geisberger et al. 2012). The lower half tells all nodes apart, mixed so that equal
// neighbours do not go one after the other along a street.
func (b *builder) importance(v uint32, made []shortcut) uint64 {
	const scale = 1000
	var madeHops, taken, takenHops uint64
	for _, s := range made {
		madeHops += uint64(s.hops)
	}
	for _, l := range b.adj.lists[v] {
		if l.out < far {
			taken++
			takenHops += uint64(l.outHops)
		}
		if l.in < far {
			taken++
			takenHops += uint64(l.inHops)
		}
	}
	rank := scale * uint64(b.level[v])
	if taken > 0 {
		rank += scale*uint64(len(made))/taken + scale*madeHops/takenHops
	}
	return min(rank, 1<<32-1)<<32 | uint64(scramble(v))
}

// scramble maps the 32-bit numbers onto themselves, one to one.
func scramble(v uint32) uint32 {
	v = (v ^ v>>16) * 0x7FEB352D
	v = (v ^ v>>15) * 0x846CA68B
	return v ^ v>>16
}
