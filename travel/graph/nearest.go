package graph

// Site is the position of a site in the list that a search starts from.
type Site uint32

// NoSite stands where no site is in reach.
const NoSite Site = 1<<32 - 1

// Near is a site and the distance between it and a node.
type Near struct {
	Site     Site
	Distance uint32
}

// None is what stands for a site out of reach.
var None = Near{Site: NoSite, Distance: Unreachable}

// The key of a Near has the distance in the upper half, so that the nearer is the lesser and equal distances are told
// apart by the site.
func (n Near) key() uint64    { return uint64(n.Distance)<<32 | uint64(n.Site) }
func fromKey(key uint64) Near { return Near{Site: Site(key), Distance: uint32(key >> 32)} }

// pair is the nearest site of a node and the nearest of all other sites, as keys, and where its arcs begin; those of the
// next node's pair begin where they end.
type pair struct {
	first, second uint64
	arcs          Arc
}

// improve takes up a label and says whether it is one of the two best of different sites.
func (p *pair) improve(key uint64) bool {
	if key >= p.second {
		return false
	}
	switch site := uint32(key); {
	case site == uint32(p.first):
		if key >= p.first {
			return false
		}
		p.first = key
	case key < p.first:
		p.first, p.second = key, p.first
	default:
		p.second = key
	}
	return true
}

// TwoNearest is the memory of searches for the two nearest sites of all nodes of one graph: 24 bytes a node, 8 an arc
// and 12 for each label that waits. It is reused from run to run; goroutines need one each.
//
// The searches from all sites run side by side, so little of the network is in the near caches: what belongs to a node
// lies together, and what belongs to an arc.
type TwoNearest struct {
	pairs []pair   // one for each node and a last one
	arcs  []uint64 // weight in the upper half, head in the lower
	ring
}

// NewTwoNearest returns a workspace for g. O(V+E).
func NewTwoNearest(g *Graph) *TwoNearest {
	s := &TwoNearest{pairs: make([]pair, g.Nodes()+1)}
	for v, a := range g.First {
		s.pairs[v].arcs = a
	}
	s.arcs, s.ring = together(g)
	return s
}

// Run finds for every node the nearest and the second nearest site within the limit. A site may have several seeds; it
// counts once. Seeds beyond the limit are passed over.
func (s *TwoNearest) Run(sites [][]Seed, limit uint32) {
	limit = min(limit, MaxDistance)
	for v := range s.pairs {
		p := &s.pairs[v]
		p.first, p.second = None.key(), None.key()
	}
	s.clear()
	s.run(sites, limit, s.reach, s.empty)
}

// empty works off one bucket, with what falls into it meanwhile, and returns by how much the number of waiting labels
// has grown.
func (s *TwoNearest) empty(at int, limit uint32) (grown int) {
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
		p := &s.pairs[v]
		if key != p.first && key != p.second {
			continue
		}
		for _, a := range s.arcs[p.arcs:s.pairs[v+1].arcs] {
			next := key + a>>32<<32
			if uint32(next>>32) <= limit {
				grown += s.reach(v, Node(a), next)
			}
		}
	}
	return grown
}

// reach gives a node a label, from a neighbour, and returns 1 if it has to be passed on: not from a dead end, whose only
// arc leads back.
func (s *TwoNearest) reach(from, v Node, key uint64) int {
	p := &s.pairs[v]
	if !p.improve(key) {
		return 0
	}
	if out := s.arcs[p.arcs:s.pairs[v+1].arcs]; len(out) == 0 || len(out) == 1 && Node(out[0]) == from {
		return 0
	}
	s.put(key, v)
	return 1
}

// Nearest returns the nearest site of v in the last run, or [None].
func (s *TwoNearest) Nearest(v Node) Near { return fromKey(s.pairs[v].first) }

// Second returns the nearest of all sites but Nearest(v), or [None].
func (s *TwoNearest) Second(v Node) Near { return fromKey(s.pairs[v].second) }
