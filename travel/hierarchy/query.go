package hierarchy

import "github.com/etablera/etablera/travel/graph"

// Query is the memory of searches between two places, eight bytes a node. It is reused from search to search;
// goroutines need one each.
type Query struct {
	// NoStalling turns stalling on demand off. No distance depends on it.
	NoStalling bool

	h           *Hierarchy
	there, back *climb
}

// NewQuery returns a workspace for point-to-point searches.
func (h *Hierarchy) NewQuery() *Query {
	return &Query{h: h, there: newClimb(h.Nodes()), back: newClimb(h.Nodes())}
}

// Distance returns the distance between two nodes, or [graph.Unreachable].
func (q *Query) Distance(from, to graph.Node) uint32 {
	return q.Between([]graph.Seed{graph.At(from)}, []graph.Seed{graph.At(to)})
}

// Between returns the least distance from any seed to any other, with both offsets added, or [graph.Unreachable]. The
// seeds' nodes must be nodes of the graph. Both
// sides climb in turn and meet at the highest place of the shortest path.
func (q *Query) Between(from, to []graph.Seed) uint32 {
	h := q.h
	q.there.begin(h, from)
	q.back.begin(h, to)
	best := far
	for more := true; more; {
		more = false
		if least(q.there) < best {
			v, d := q.there.next(&h.up, &h.down, !q.NoStalling)
			best = meet(best, d, q.back.dist, v)
			more = true
		}
		if least(q.back) < best {
			v, d := q.back.next(&h.down, &h.up, !q.NoStalling)
			best = meet(best, d, q.there.dist, v)
			more = true
		}
	}
	if best > graph.MaxDistance {
		return graph.Unreachable
	}
	return best
}

func least(c *climb) uint32 {
	if len(c.queue) == 0 {
		return far
	}
	return uint32(c.queue[0] >> 32)
}

// meet returns the better of the best way and the one over v.
func meet(best, d uint32, other []uint32, v uint32) uint32 {
	if d == far || other[v] == far {
		return best
	}
	return min(best, d+other[v])
}
