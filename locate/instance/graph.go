package instance

import "slices"

// edge joins two vertices in both directions.
type edge struct {
	a, b   int32
	length int64
}

// lastOnly keeps of the edges between the same two vertices the last one.
func lastOnly(list []edge) []edge {
	for i := range list {
		if e := &list[i]; e.a > e.b {
			e.a, e.b = e.b, e.a
		}
	}
	slices.SortStableFunc(list, func(e, f edge) int {
		if e.a != f.a {
			return int(e.a) - int(f.a)
		}
		return int(e.b) - int(f.b)
	})
	out := list[:0]
	for i, e := range list {
		if i+1 == len(list) || list[i+1].a != e.a || list[i+1].b != e.b {
			out = append(out, e)
		}
	}
	return out
}

// graph holds the arcs that leave a vertex side by side.
type graph struct {
	n      int
	start  []int32
	to     []int32
	length []int64
}

func newGraph(n int, edges []edge) *graph {
	g := &graph{n: n, start: make([]int32, n+1), to: make([]int32, 2*len(edges)), length: make([]int64, 2*len(edges))}
	for _, e := range edges {
		g.start[e.a+1]++
		g.start[e.b+1]++
	}
	for v := range n {
		g.start[v+1] += g.start[v]
	}
	free := slices.Clone(g.start)
	put := func(from, to int32, length int64) {
		g.to[free[from]], g.length[free[from]] = to, length
		free[from]++
	}
	for _, e := range edges {
		put(e.a, e.b, e.length)
		put(e.b, e.a, e.length)
	}
	return g
}

const unreached = int64(1) << 62

// shortest gives all shortest paths by Dijkstra's algorithm from each vertex: O(n·m·log n) time. Where the graph hangs
// together the rows are full; else vertices that cannot be reached are left out of a row.
func (g *graph) shortest() Rows {
	rows := Rows{Start: make([]int64, 1, g.n+1)}
	dist := make([]int64, g.n)
	full := true
	q := queue{at: make([]int32, g.n)}
	for v := range g.n {
		g.from(int32(v), dist, &q)
		for w, d := range dist {
			if d == unreached {
				full = false
				continue
			}
			rows.To = append(rows.To, int32(w))
			rows.At = append(rows.At, d)
		}
		rows.Start = append(rows.Start, int64(len(rows.At)))
	}
	if full {
		rows.To = nil
	}
	return rows
}

func (g *graph) from(v int32, dist []int64, q *queue) {
	for w := range dist {
		dist[w], q.at[w] = unreached, -1
	}
	dist[v] = 0
	q.lower(v, dist)
	for len(q.heap) > 0 {
		u := q.least(dist)
		for k := g.start[u]; k < g.start[u+1]; k++ {
			if w := g.to[k]; dist[u]+g.length[k] < dist[w] {
				dist[w] = dist[u] + g.length[k]
				q.lower(w, dist)
			}
		}
	}
}

// queue is a binary heap of vertices by distance that knows where each vertex stands; -1 is nowhere.
type queue struct{ heap, at []int32 }

func (q *queue) lower(v int32, dist []int64) {
	if q.at[v] < 0 {
		q.at[v] = int32(len(q.heap))
		q.heap = append(q.heap, v)
	}
	for i := q.at[v]; i > 0; {
		up := (i - 1) / 2
		if dist[q.heap[up]] <= dist[v] {
			return
		}
		q.swap(i, up)
		i = up
	}
}

func (q *queue) least(dist []int64) int32 {
	top, last := q.heap[0], int32(len(q.heap)-1)
	q.swap(0, last)
	q.heap = q.heap[:last]
	for i := int32(0); ; {
		child := 2*i + 1
		if child >= last {
			break
		}
		if child+1 < last && dist[q.heap[child+1]] < dist[q.heap[child]] {
			child++
		}
		if dist[q.heap[i]] <= dist[q.heap[child]] {
			break
		}
		q.swap(i, child)
		i = child
	}
	q.at[top] = -1
	return top
}

func (q *queue) swap(i, j int32) {
	q.heap[i], q.heap[j] = q.heap[j], q.heap[i]
	q.at[q.heap[i]], q.at[q.heap[j]] = i, j
}
