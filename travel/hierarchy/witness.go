package hierarchy

import "github.com/etablera/etablera/travel/graph"

// witness looks for ways round a node: paths between two of its neighbours that are no longer than the one through it.
type witness struct {
	dist    []uint32
	goal    []bool
	reached []uint32
	queue   graph.Queue
}

func newWitness(n int) *witness {
	w := &witness{dist: make([]uint32, n), goal: make([]bool, n)}
	for v := range w.dist {
		w.dist[v] = far
	}
	return w
}

// shortcut is an arc that a contraction leaves behind.
type shortcut struct {
	from, to, weight uint32
	hops             uint16
}

// around adds every shortcut that contracting v needs. Nodes for which gone is set count as contracted. With settle
// below 1 there is no search.
func (w *witness) around(b *builder, v uint32, settle int, made *[]shortcut) {
	links := b.adj.lists[v]
	for i := range links {
		from := &links[i]
		if from.in >= far {
			continue
		}
		if settle > 0 {
			w.search(b, v, i, settle)
		}
		for j := range links {
			to := &links[j]
			length := from.in + to.out
			if j == i || to.out >= far || length > graph.MaxDistance || w.dist[to.node] <= length {
				continue
			}
			hops := uint16(min(uint32(from.inHops)+uint32(to.outHops), 1<<15))
			*made = append(*made, shortcut{from.node, to.node, length, hops})
		}
		w.forget()
	}
}

// search finds distances from neighbour i of v in what remains without v, until every other neighbour has been settled
// or has a way round that is short enough, or as many nodes as are allowed have been settled.
func (w *witness) search(b *builder, v uint32, i, settle int) {
	links := b.adj.lists[v]
	from := links[i].node
	w.queue = w.queue[:0]
	w.dist[from] = 0
	w.reached = append(w.reached, from)
	w.expand(b, from, v, 0, graph.MaxDistance)
	// Most ways round are a single arc. What they leave over says how far to look.
	limit, goals := uint32(0), 0
	for j := range links {
		if to := &links[j]; j != i && to.out < far && w.dist[to.node] > links[i].in+to.out {
			w.goal[to.node] = true
			limit, goals = max(limit, links[i].in+to.out), goals+1
		}
	}
	limit = min(limit, graph.MaxDistance)
	for len(w.queue) > 0 && goals > 0 && settle > 0 {
		top := w.queue.Pop()
		u, d := uint32(top), uint32(top>>32)
		if d > w.dist[u] {
			continue
		}
		if d > limit {
			break
		}
		if w.goal[u] {
			goals--
		}
		settle--
		w.expand(b, u, v, d, limit)
	}
	for j := range links {
		w.goal[links[j].node] = false
	}
}

// expand reaches out from u, at distance d, without touching skip.
func (w *witness) expand(b *builder, u, skip, d, limit uint32) {
	for _, l := range b.adj.lists[u] {
		next := d + l.out
		if next > limit || next >= w.dist[l.node] || l.node == skip || b.gone[l.node] {
			continue
		}
		if w.dist[l.node] == far {
			w.reached = append(w.reached, l.node)
		}
		w.dist[l.node] = next
		w.queue.Push(graph.Label(next, graph.Node(l.node)))
	}
}

func (w *witness) forget() {
	for _, u := range w.reached {
		w.dist[u] = far
	}
	w.reached = w.reached[:0]
}
