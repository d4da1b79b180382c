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

// around calls make for every shortcut that contracting v needs. Nodes for which gone is set count as contracted. With
// settle 0 there is no search.
func (w *witness) around(b *builder, v uint32, settle int, make func(shortcut)) {
	links := b.adj.lists[v]
	goals := 0
	for _, l := range links {
		if l.out < far {
			w.goal[l.node] = true
			goals++
		}
	}
	for i := range links {
		from := &links[i]
		if from.in >= far || goals == 0 {
			continue
		}
		var longest uint32
		others := 0
		for j := range links {
			if j != i && links[j].out < far {
				longest, others = max(longest, links[j].out), others+1
			}
		}
		if others == 0 {
			continue
		}
		if settle > 0 {
			w.search(b, from.node, v, min(from.in+longest, graph.MaxDistance), others, settle)
		}
		for j := range links {
			to := &links[j]
			length := from.in + to.out
			if j == i || to.out >= far || length > graph.MaxDistance || w.dist[to.node] <= length {
				continue
			}
			hops := uint16(min(uint32(from.inHops)+uint32(to.outHops), 1<<15))
			make(shortcut{from.node, to.node, length, hops})
		}
		w.forget()
	}
	for _, l := range links {
		w.goal[l.node] = false
	}
}

// search finds distances from a node in what remains without skip, until all goals but the source have been settled,
// or as many nodes as are allowed.
func (w *witness) search(b *builder, from, skip, limit uint32, goals, settle int) {
	w.queue = w.queue[:0]
	w.dist[from] = 0
	w.reached = append(w.reached, from)
	w.queue.Push(graph.Label(0, graph.Node(from)))
	for len(w.queue) > 0 {
		top := w.queue.Pop()
		u, d := uint32(top), uint32(top>>32)
		if d > w.dist[u] {
			continue
		}
		if w.goal[u] && u != from {
			if goals--; goals == 0 {
				return
			}
		}
		if settle--; settle < 0 {
			return
		}
		for _, l := range b.adj.lists[u] {
			next := d + l.out
			if next > limit || l.node == skip || next >= w.dist[l.node] || b.gone[l.node] {
				continue
			}
			if w.dist[l.node] == far {
				w.reached = append(w.reached, l.node)
			}
			w.dist[l.node] = next
			w.queue.Push(graph.Label(next, graph.Node(l.node)))
		}
	}
}

func (w *witness) forget() {
	for _, u := range w.reached {
		w.dist[u] = far
	}
	w.reached = w.reached[:0]
}
