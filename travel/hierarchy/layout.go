package hierarchy

import "github.com/etablera/etablera/travel/graph"

// layOut numbers the nodes by level from the top, and within a level as they lay, and turns their last links into the
// arcs of the two halves. The builder is used up. moved says where each node of the caller's graph went before.
func (b *builder) layOut(moved []graph.Node) *Hierarchy {
	n := len(b.level)
	levels := uint32(0)
	for _, l := range b.level {
		levels = max(levels, l+1)
	}
	next := make([]uint32, levels+1)
	for _, l := range b.level {
		next[levels-l]++
	}
	for l := uint32(1); l <= levels; l++ {
		next[l] += next[l-1]
	}
	// next[levels−1−l] is now the number of nodes above level l.
	place, at := make([]uint32, n), make([]uint32, n)
	for v, l := range b.level {
		p := next[levels-1-l]
		next[levels-1-l]++
		place[v], at[p] = p, uint32(v)
	}
	h := &Hierarchy{}
	h.up.first, h.down.first = make([]uint32, n+1), make([]uint32, n+1)
	for p, v := range at {
		up, down := h.up.first[p], h.down.first[p]
		for _, l := range b.adj.lists[v] {
			if l.out < far {
				up++
			}
			if l.in < far {
				down++
			}
		}
		h.up.first[p+1], h.down.first[p+1] = up, down
	}
	h.up.arcs, h.down.arcs = make([]arc, 0, h.up.first[n]), make([]arc, 0, h.down.first[n])
	for _, v := range at {
		for _, l := range b.adj.lists[v] {
			if l.out < far {
				h.up.arcs = append(h.up.arcs, newArc(place[l.node], l.out))
			}
			if l.in < far {
				h.down.arcs = append(h.down.arcs, newArc(place[l.node], l.in))
			}
		}
	}
	if moved == nil {
		h.place = place
		return h
	}
	h.place = at // its memory, no longer needed
	for v, m := range moved {
		h.place[v] = place[m]
	}
	return h
}
