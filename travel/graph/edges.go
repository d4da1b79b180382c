package graph

import "fmt"

// Edge is one arc of a list that is to become a graph.
type Edge struct {
	From, To Node
	Weight   uint32
}

// FromEdges lays out a graph of n nodes. The arcs of a node keep the order of the list. O(n + edges).
func FromEdges(n int, edges []Edge) (*Graph, error) {
	if n < 0 || uint64(n) >= uint64(NoNode) {
		return nil, fmt.Errorf("graph: %d nodes; expected 0 … %d", n, NoNode-1)
	}
	if uint64(len(edges)) >= uint64(NoNode) {
		return nil, fmt.Errorf("graph: %d edges; expected fewer than %d", len(edges), NoNode)
	}
	g := &Graph{First: make([]Arc, n+1), Head: make([]Node, len(edges)), Weight: make([]uint32, len(edges))}
	for i, e := range edges {
		if uint64(e.From) >= uint64(n) || uint64(e.To) >= uint64(n) {
			return nil, fmt.Errorf("graph: edge %d leads from node %d to node %d; expected 0 … %d", i, e.From, e.To, n-1)
		}
		if e.Weight > MaxDistance {
			return nil, fmt.Errorf("graph: edge %d from node %d to node %d weighs %d; expected at most %d", i, e.From, e.To, e.Weight, MaxDistance)
		}
		g.First[e.From+1]++
	}
	for v := range n {
		g.First[v+1] += g.First[v]
	}
	next := make([]Arc, n)
	copy(next, g.First)
	for _, e := range edges {
		a := next[e.From]
		next[e.From]++
		g.Head[a], g.Weight[a] = e.To, e.Weight
	}
	return g, nil
}
