package graph

// Reverse returns the graph with every arc turned round. The arcs into a node stand in the order of their tails, so
// turning round twice sorts each node's arcs by head. O(V+E).
func (g *Graph) Reverse() *Graph {
	n := g.Nodes()
	r := &Graph{First: make([]Arc, n+1), Head: make([]Node, g.Arcs()), Weight: make([]uint32, g.Arcs())}
	for _, head := range g.Head {
		r.First[head+1]++
	}
	for v := range n {
		r.First[v+1] += r.First[v]
	}
	next := make([]Arc, n)
	copy(next, r.First)
	for v := range n {
		for a := g.First[v]; a < g.First[v+1]; a++ {
			head := g.Head[a]
			r.Head[next[head]], r.Weight[next[head]] = Node(v), g.Weight[a]
			next[head]++
		}
	}
	return r
}
