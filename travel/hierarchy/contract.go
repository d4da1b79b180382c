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
	stale     []bool   // in touched
	touched   []uint32 // nodes whose rank has to be found anew
	remaining []uint32
	workers   []*worker
}

// worker is the memory of one goroutine.
type worker struct {
	witness *witness
}

// part is what a goroutine found in one piece of the work; the pieces are put together in their order.
type part struct {
	nodes     []uint32
	shortcuts []shortcut
}

func newBuilder(g *graph.Graph, opt Options) *builder {
	n := g.Nodes()
	b := &builder{
		opt: opt, adj: newAdjacency(g), level: make([]uint32, n), rank: make([]uint64, n), gone: make([]bool, n), stale: make([]bool, n),
		touched: make([]uint32, n), remaining: make([]uint32, n),
	}
	for v := range n {
		b.remaining[v], b.touched[v], b.stale[v] = uint32(v), uint32(v), true
	}
	for range opt.Workers {
		b.workers = append(b.workers, &worker{newWitness(n)})
	}
	return b
}

// round contracts one independent set. At least one node remains of it: the least of all.
func (b *builder) round() {
	b.each(len(b.touched), func(w *worker, lo, hi int) part {
		for _, v := range b.touched[lo:hi] {
			b.rank[v] = b.importance(w.witness, v)
			b.stale[v] = false
		}
		return part{}
	})
	b.touched = b.touched[:0]
	var chosen []uint32
	for _, p := range b.each(len(b.remaining), func(_ *worker, lo, hi int) part { return b.choose(lo, hi) }) {
		chosen = append(chosen, p.nodes...)
	}
	for _, v := range chosen {
		b.gone[v] = true
	}
	settle := b.opt.Witness
	if settle == 0 {
		settle = witnessToContract
	}
	made := b.each(len(chosen), func(w *worker, lo, hi int) (p part) {
		for _, v := range chosen[lo:hi] {
			w.witness.around(b, v, settle, func(s shortcut) { p.shortcuts = append(p.shortcuts, s) })
		}
		return p
	})
	for _, v := range chosen {
		b.takeOut(v)
	}
	for _, p := range made {
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
next:
	for _, v := range b.remaining[lo:hi] {
		own := b.rank[v]
		for _, l := range b.adj.lists[v] {
			if b.rank[l.node] < own {
				continue next
			}
		}
		p.nodes = append(p.nodes, v)
	}
	return p
}

// takeOut parts v from its neighbours; v's own list stays as its arcs to the places above it.
func (b *builder) takeOut(v uint32) {
	for _, l := range b.adj.lists[v] {
		u := l.node
		b.adj.disconnect(u, v)
		b.level[u] = max(b.level[u], b.level[v]+1)
		if !b.stale[u] {
			b.stale[u] = true
			b.touched = append(b.touched, u)
		}
	}
}

// importance says how much a node matters: its level, how many arcs its contraction makes for each that it takes away,
// and the same in original arcs (Geisberger et al. 2012). The lower half tells all nodes apart, mixed so that equal
// neighbours do not go one after the other along a street.
func (b *builder) importance(w *witness, v uint32) uint64 {
	const scale = 1000
	settle := b.opt.Witness
	if settle == 0 {
		settle = witnessToRank
	}
	var made, taken, madeHops, takenHops uint64
	w.around(b, v, settle, func(s shortcut) {
		made++
		madeHops += uint64(s.hops)
	})
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
		rank += scale*made/taken + scale*madeHops/takenHops
	}
	return min(rank, 1<<32-1)<<32 | uint64(scramble(v))
}

// scramble maps the 32-bit numbers onto themselves, one to one.
func scramble(v uint32) uint32 {
	v = (v ^ v>>16) * 0x7FEB352D
	v = (v ^ v>>15) * 0x846CA68B
	return v ^ v>>16
}
