package road

// component finds the largest set of nodes that can all reach one another, by Tarjan's algorithm (1972) without recursion, O(nodes +
// pieces). Of sets of equal size the one found first counts. It returns a mark per node, copies included.
func component(p *pieces, all star, t *turns) (inside []bool, size int) {
	n := t.nodes()
	c := &tarjan{p: p, all: all, t: t, index: make([]uint32, n), low: make([]uint32, n), next: make([]uint32, n)}
	for v := range n {
		if c.index[v] == 0 {
			c.visit(uint32(v))
		}
	}
	inside = make([]bool, n)
	for v, group := range c.low {
		// A finished node's low is its set, marked by the top bit.
		if group == c.best|done {
			inside[v] = true
		}
	}
	return inside, c.bestSize
}

const done = 1 << 31

type tarjan struct {
	p   *pieces
	all star
	t   *turns
	// index is when a node was reached, from 1; low is the least index that it reaches on the stack, and, once its set is
	// known, the set's number with done.
	index, low, next []uint32
	clock, groups    uint32
	stack, path      []uint32
	best             uint32
	bestSize         int
}

func (c *tarjan) enter(v uint32) {
	c.clock++
	c.index[v], c.low[v] = c.clock, c.clock
	c.stack = append(c.stack, v)
	c.path = append(c.path, v)
}

func (c *tarjan) visit(root uint32) {
	c.enter(root)
	for len(c.path) > 0 {
		v := c.path[len(c.path)-1]
		ends := c.all.at(c.t.node(v))
		if int(c.next[v]) < len(ends) {
			e := ends[c.next[v]]
			c.next[v]++
			if c.p.time[e&1][e>>1] == closed || !c.t.permits(v, e) {
				continue
			}
			w := c.t.head(c.p, e)
			if c.index[w] == 0 {
				c.enter(w)
			} else if c.low[w]&done == 0 {
				c.low[v] = min(c.low[v], c.index[w])
			}
			continue
		}
		c.path = c.path[:len(c.path)-1]
		if c.low[v] == c.index[v] {
			c.finish(v)
		} else if len(c.path) > 0 {
			u := c.path[len(c.path)-1]
			c.low[u] = min(c.low[u], c.low[v])
		}
	}
}

// finish takes the set of v off the stack.
func (c *tarjan) finish(v uint32) {
	size := 0
	for {
		w := c.stack[len(c.stack)-1]
		c.stack = c.stack[:len(c.stack)-1]
		c.low[w] = c.groups | done
		size++
		if w == v {
			break
		}
	}
	if size > c.bestSize {
		c.best, c.bestSize = c.groups, size
	}
	c.groups++
}
