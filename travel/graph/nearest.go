package graph

import "math/bits"

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
	pairs  []pair   // one for each node and a last one
	arcs   []uint64 // weight in the upper half, head in the lower
	width  uint     // a bucket holds 1<<width distances
	bucket []int32
	blocks []block
	free   int32
}

// block is a part of a bucket; blocks are chained so that buckets of any size share one memory.
type block struct {
	keys  [blockSize]uint64
	nodes [blockSize]Node
	used  int32
	next  int32
}

const (
	blockSize = 84 // a block takes about one kilobyte
	noBlock   = -1
)

// NewTwoNearest returns a workspace for g. O(V+E). The mean arc decides the width of the buckets: a quarter of it keeps
// the nodes that are scanned twice below one in a thousand on roads.
func NewTwoNearest(g *Graph) *TwoNearest {
	s := &TwoNearest{pairs: make([]pair, g.Nodes()+1), arcs: make([]uint64, g.Arcs()), free: noBlock}
	for v, a := range g.First {
		s.pairs[v].arcs = a
	}
	var longest uint32
	var sum uint64
	for a, w := range g.Weight {
		s.arcs[a] = uint64(w)<<32 | uint64(g.Head[a])
		longest = max(longest, w)
		sum += uint64(w)
	}
	mean := sum / uint64(max(1, g.Arcs()))
	s.width = uint(max(bits.Len64(mean)-3, bits.Len32(longest)-16, 0))
	// A label lies less than one longest arc behind the bucket at work.
	// A power of two turns the ring's division into a mask.
	s.bucket = make([]int32, 1<<bits.Len32(longest>>s.width+1))
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
	for i := range s.bucket {
		s.bucket[i] = noBlock
	}
	// Seeds may lie further apart than the buckets reach: they wait in a heap of their own.
	var late Queue
	var labels []uint64
	for site, seeds := range sites {
		for _, seed := range seeds {
			if seed.Offset > limit {
				continue
			}
			late.Push(Label(seed.Offset, Node(len(labels))))
			labels = append(labels, uint64(seed.Node)<<32|uint64(site))
		}
	}
	waiting := 0
	for at := uint64(0); waiting > 0 || len(late) > 0; at++ {
		if waiting == 0 {
			at = max(at, late[0]>>32>>s.width)
		}
		for len(late) > 0 && late[0]>>32>>s.width <= at {
			top := late.Pop()
			l := labels[uint32(top)]
			waiting += s.reach(NoNode, Node(l>>32), top>>32<<32|l&0xFFFFFFFF)
		}
		waiting += s.empty(int(at&uint64(len(s.bucket)-1)), limit)
	}
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
	at := key >> 32 >> s.width & uint64(len(s.bucket)-1)
	i := s.bucket[at]
	if i == noBlock || s.blocks[i].used == blockSize {
		i = s.takeBlock(i)
		s.bucket[at] = i
	}
	b := &s.blocks[i]
	b.keys[b.used], b.nodes[b.used] = key, v
	b.used++
	return 1
}

func (s *TwoNearest) takeBlock(next int32) int32 {
	i := s.free
	if i == noBlock {
		i = int32(len(s.blocks))
		s.blocks = append(s.blocks, block{})
	} else {
		s.free = s.blocks[i].next
	}
	s.blocks[i].used, s.blocks[i].next = 0, next
	return i
}

// Nearest returns the nearest site of v in the last run, or [None].
func (s *TwoNearest) Nearest(v Node) Near { return fromKey(s.pairs[v].first) }

// Second returns the nearest of all sites but Nearest(v), or [None].
func (s *TwoNearest) Second(v Node) Near { return fromKey(s.pairs[v].second) }
