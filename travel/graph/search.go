package graph

// Search is the memory of one-to-all searches on one graph. It is reused from run to run, which then allocate nothing
// once the queue has grown; goroutines need one each.
type Search struct {
	g       *Graph
	dist    []uint32
	reached []Node
	queue   Queue
}

// NewSearch returns a workspace for g, of four bytes a node.
func NewSearch(g *Graph) *Search {
	s := &Search{g: g, dist: make([]uint32, g.Nodes())}
	for v := range s.dist {
		s.dist[v] = Unreachable
	}
	return s
}

// Run finds the distance from the nearest seed to every node within the limit, limit included. It forgets the run
// before, at a cost of what that run reached.
func (s *Search) Run(seeds []Seed, limit uint32) {
	limit = min(limit, MaxDistance)
	for _, v := range s.reached {
		s.dist[v] = Unreachable
	}
	s.reached, s.queue = s.reached[:0], s.queue[:0]
	for _, seed := range seeds {
		s.reach(seed.Node, seed.Offset, limit)
	}
	g := s.g
	for len(s.queue) > 0 {
		top := s.queue.Pop()
		v, d := Node(top), uint32(top>>32)
		if d > s.dist[v] {
			continue
		}
		for a := g.First[v]; a < g.First[v+1]; a++ {
			s.reach(g.Head[a], d+g.Weight[a], limit)
		}
	}
}

func (s *Search) reach(v Node, d, limit uint32) {
	old := s.dist[v]
	if d > limit || d >= old {
		return
	}
	if old == Unreachable {
		s.reached = append(s.reached, v)
	}
	s.dist[v] = d
	s.queue.Push(Label(d, v))
}

// Distance returns what the last run found for v, or [Unreachable].
func (s *Search) Distance(v Node) uint32 { return s.dist[v] }

// To returns the least distance to any of the seeds, each with its offset added, or [Unreachable].
func (s *Search) To(seeds []Seed) uint32 {
	best := Unreachable
	for _, seed := range seeds {
		if d := s.dist[seed.Node]; d != Unreachable && seed.Offset <= MaxDistance-d {
			best = min(best, d+seed.Offset)
		}
	}
	return best
}

// Reached returns the nodes that the last run reached, in the order in which it came upon them; valid until the next.
func (s *Search) Reached() []Node { return s.reached }
