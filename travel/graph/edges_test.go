package graph

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Every edge of the list is an arc, those of a node in the order of the list, and nothing else is.
func TestFromEdgesKeepsEveryEdge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		var edges []Edge
		for v := range g.Nodes() {
			for a := g.First[v]; a < g.First[v+1]; a++ {
				edges = append(edges, Edge{Node(v), g.Head[a], g.Weight[a]})
			}
		}
		again, err := FromEdges(g.Nodes(), edges)
		if err != nil || !equal(g, again) {
			t.Fatalf("%v: %+v is not %+v", err, again, g)
		}
		if err := g.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

func equal(a, b *Graph) bool {
	return slices.Equal(a.First, b.First) && slices.Equal(a.Head, b.Head) && slices.Equal(a.Weight, b.Weight)
}

// A wrong edge is refused with its place.
func TestFromEdgesRefuses(t *testing.T) {
	for _, c := range []struct {
		n     int
		edges []Edge
		want  string
	}{
		{-1, nil, "-1 nodes"},
		{2, []Edge{{0, 1, 5}, {0, 2, 5}}, "edge 1 leads from node 0 to node 2; expected 0 … 1"},
		{2, []Edge{{2, 0, 5}}, "edge 0 leads from node 2 to node 0"},
		{2, []Edge{{1, 0, MaxDistance + 1}}, "edge 0 from node 1 to node 0 weighs 1073741825; expected at most 1073741824"},
	} {
		if _, err := FromEdges(c.n, c.edges); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%d nodes, %v: %v, want %q", c.n, c.edges, err, c.want)
		}
	}
}
