package graph

// OneNearest is the memory of searches for the nearest site of all nodes of one graph: half of what [TwoNearest] needs,
// and about half of its time, where the second nearest is not asked for. It is reused from run to run; goroutines need
// one each.
type OneNearest struct {
	nodes []single // one for each node and a last one
	arcs  []uint64 // weight in the upper half, head in the lower
	ring
}

// single is the nearest site of a node as a key, and where its arcs begin.
type single struct {
	key  uint64
	arcs Arc
}

// NewOneNearest returns a workspace for g. O(V+E).
func NewOneNearest(g *Graph) *OneNearest {
	s := &OneNearest{nodes: make([]single, g.Nodes()+1)}
	for v, a := range g.First {
		s.nodes[v].arcs = a
	}
	s.arcs, s.ring = together(g)
	return s
}

// Run finds for every node the nearest site within the limit, of equals the one with the lower number. A site may have
// several seeds. Seeds beyond the limit are passed over.
func (s *OneNearest) Run(sites [][]Seed, limit uint32) {
	limit = min(limit, MaxDistance)
	for v := range s.nodes {
		s.nodes[v].key = None.key()
	}
	s.clear()
	s.run(sites, limit, s.reach, s.empty)
}

// empty works off one bucket, with what falls into it meanwhile, and returns by how much the number of waiting labels
// has grown.
func (s *OneNearest) empty(at int, limit uint32) (grown int) {
	for s.bucket[at] != noBlock {
		b := &s.blocks[s.bucket[at]]
		if b.used == 0 {
			emptied := s.bucket[at]
			s.bucket[at], b.next, s.free = b.next, s.free, emptied
			continue
		}
		b.used--
		grown--
		key, v := b.keys[b.used], b.nodes[b.used]
		n := &s.nodes[v]
		if key != n.key {
			continue
		}
		for _, a := range s.arcs[n.arcs:s.nodes[v+1].arcs] {
			next := key + a>>32<<32
			// The look at the head's key stands here: most labels end at it.
			if next < s.nodes[Node(a)].key && uint32(next>>32) <= limit {
				grown += s.reach(v, Node(a), next)
			}
		}
	}
	return grown
}

// reach gives a node a label, from a neighbour, and returns 1 if it has to be passed on: not from a dead end, whose only
// arc leads back.
func (s *OneNearest) reach(from, v Node, key uint64) int {
	n := &s.nodes[v]
	if key >= n.key {
		return 0
	}
	n.key = key
	if out := s.arcs[n.arcs:s.nodes[v+1].arcs]; len(out) == 0 || len(out) == 1 && Node(out[0]) == from {
		return 0
	}
	s.put(key, v)
	return 1
}

// Nearest returns the nearest site of v in the last run, or [None].
func (s *OneNearest) Nearest(v Node) Near { return fromKey(s.nodes[v].key) }
