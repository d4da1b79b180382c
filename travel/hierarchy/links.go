package hierarchy

import (
	"slices"

	"github.com/etablera/etablera/travel/graph"
)

// link joins a node that is not yet contracted to a neighbour, in both directions at once: most roads have two, and a
// neighbour is then looked up once. Parallel arcs are merged into the shortest.
type link struct {
	node    uint32
	out, in uint32 // to the neighbour and from it; far where there is no arc
	// The number of original arcs in each, a measure of how much of the network a shortcut stands for.
	outHops, inHops uint16
}

// adjacency holds the links of every node. Lists grow inside large slabs, so that millions of them cost the collector
// nothing.
type adjacency struct {
	lists [][]link
	slab  []link
}

const slabLinks = 1 << 16

func newAdjacency(g *graph.Graph) *adjacency {
	n := g.Nodes()
	r := g.Reverse()
	a := &adjacency{lists: make([][]link, n)}
	all := make([]link, 0, g.Arcs()*2)
	for v := range n {
		begin := len(all)
		for e := g.First[v]; e < g.First[v+1]; e++ {
			if int(g.Head[e]) != v {
				all = append(all, link{node: uint32(g.Head[e]), out: g.Weight[e], in: far, outHops: 1})
			}
		}
		for e := r.First[v]; e < r.First[v+1]; e++ {
			if int(r.Head[e]) != v {
				all = append(all, link{node: uint32(r.Head[e]), out: far, in: r.Weight[e], inHops: 1})
			}
		}
		own := all[begin:]
		slices.SortFunc(own, func(x, y link) int { return int(int64(x.node) - int64(y.node)) })
		merged := own[:0]
		for _, l := range own {
			if len(merged) == 0 || merged[len(merged)-1].node != l.node {
				merged = append(merged, l)
				continue
			}
			m := &merged[len(merged)-1]
			if l.out < m.out {
				m.out, m.outHops = l.out, l.outHops
			}
			if l.in < m.in {
				m.in, m.inHops = l.in, l.inHops
			}
		}
		all = all[:begin+len(merged)]
		a.lists[v] = merged[:len(merged):len(merged)]
	}
	return a
}

// find returns the link from v to its neighbour u, made if it is not there.
func (a *adjacency) find(v, u uint32) *link {
	list := a.lists[v]
	for i := range list {
		if list[i].node == u {
			return &list[i]
		}
	}
	if len(list) == cap(list) {
		list = a.grow(list)
	}
	list = append(list, link{node: u, out: far, in: far})
	a.lists[v] = list
	return &list[len(list)-1]
}

func (a *adjacency) grow(list []link) []link {
	need := len(list) + len(list)/2 + 2
	if need > len(a.slab) {
		a.slab = make([]link, max(slabLinks, need))
	}
	grown := a.slab[:len(list):need]
	a.slab = a.slab[need:]
	copy(grown, list)
	return grown
}

// connect adds a shortcut, or shortens the arc that is there.
func (a *adjacency) connect(s shortcut) {
	if l := a.find(s.from, s.to); s.weight < l.out {
		l.out, l.outHops = s.weight, s.hops
	}
	if l := a.find(s.to, s.from); s.weight < l.in {
		l.in, l.inHops = s.weight, s.hops
	}
}

// disconnect takes the link to u out of v's list, keeping the order of the others.
func (a *adjacency) disconnect(v, u uint32) {
	list := a.lists[v]
	for i := range list {
		if list[i].node == u {
			copy(list[i:], list[i+1:])
			a.lists[v] = list[:len(list)-1]
			return
		}
	}
}
