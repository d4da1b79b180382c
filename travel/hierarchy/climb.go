package hierarchy

import "github.com/etablera/etablera/travel/graph"

// climb is the memory of searches upwards from a source. What it reaches is small, a few hundred places, so it cleans
// up after itself by what it reached.
type climb struct {
	dist    []uint32
	reached []uint32
	queue   graph.Queue
}

func newClimb(n int) *climb {
	c := &climb{dist: make([]uint32, n)}
	for v := range c.dist {
		c.dist[v] = far
	}
	return c
}

// begin forgets the search before and enters at the seeds.
func (c *climb) begin(h *Hierarchy, seeds []graph.Seed) {
	for _, v := range c.reached {
		c.dist[v] = far
	}
	c.reached, c.queue = c.reached[:0], c.queue[:0]
	for _, s := range seeds {
		c.reach(h.place[s.Node], limitOffset(s.Offset))
	}
}

func (c *climb) reach(v, d uint32) {
	old := c.dist[v]
	if d > graph.MaxDistance || d >= old {
		return
	}
	if old == far {
		c.reached = append(c.reached, v)
	}
	c.dist[v] = d
	c.queue.Push(graph.Label(d, graph.Node(v)))
}

// next settles one place and returns its distance, or far when nothing is left. Where a place is reached from above on
// a shorter way, its own way up is on no shortest path and the search stalls there (Geisberger et al. 2012).
func (c *climb) next(up, down *half, stall bool) (v, d uint32) {
	for len(c.queue) > 0 {
		top := c.queue.Pop()
		v, d = uint32(top), uint32(top>>32)
		if d > c.dist[v] || stall && c.stalls(v, d, down) {
			continue
		}
		for _, a := range up.of(v) {
			c.reach(a.head(), d+a.weight())
		}
		return v, d
	}
	return 0, far
}

func (c *climb) stalls(v, d uint32, down *half) bool {
	for _, a := range down.of(v) {
		if c.dist[a.head()]+a.weight() < d {
			return true
		}
	}
	return false
}
