package terrain

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/travel/graph"
)

// The network has the size that was asked for, hangs together, and is the same for the same seed.
func TestMakeKeepsItsWord(t *testing.T) {
	const nodes, arcs = 30_000, 62_000
	a, err := Make(1, nodes, arcs)
	if err != nil {
		t.Fatal(err)
	}
	if a.Graph.Nodes() != nodes || a.Graph.Arcs() != arcs || len(a.X) != nodes || len(a.Y) != nodes {
		t.Fatalf("%d nodes, %d arcs, %d places", a.Graph.Nodes(), a.Graph.Arcs(), len(a.X))
	}
	if err := a.Graph.Check(); err != nil {
		t.Fatal(err)
	}
	for v := range nodes {
		if a.X[v] < 0 || a.X[v] > Width || a.Y[v] < 0 || a.Y[v] > Height {
			t.Fatalf("node %d lies at %d, %d", v, a.X[v], a.Y[v])
		}
	}
	// One-way streets may lock in a few; nearly all must reach nearly all.
	s := graph.NewSearch(a.Graph)
	best := 0
	for v := range 5 {
		s.Run([]graph.Seed{graph.At(graph.Node(v))}, graph.MaxDistance)
		best = max(best, len(s.Reached()))
	}
	if best < nodes*95/100 {
		t.Errorf("%d of %d nodes are in reach", best, nodes)
	}
	b, err := Make(1, nodes, arcs)
	if err != nil || !slices.Equal(a.Graph.Head, b.Graph.Head) || !slices.Equal(a.Graph.Weight, b.Graph.Weight) || !slices.Equal(a.X, b.X) {
		t.Errorf("seed 1 again: another network, %v", err)
	}
	c, err := Make(2, nodes, arcs)
	if err != nil || slices.Equal(a.Graph.Weight, c.Graph.Weight) {
		t.Errorf("seed 2: the same network, %v", err)
	}
}

// Sizes that do not fit together are refused.
func TestMakeRefuses(t *testing.T) {
	for _, c := range []struct{ nodes, arcs int }{{1000, 6000}, {1000, 100}} {
		if _, err := Make(1, c.nodes, c.arcs); err == nil {
			t.Errorf("%d nodes and %d arcs: no error", c.nodes, c.arcs)
		}
	}
}

// Every node has a road, and there are dead ends, bends and junctions, as in map data.
func TestMakeHasDegreesOfEveryKind(t *testing.T) {
	a, err := Make(3, 30_000, 62_000)
	if err != nil {
		t.Fatal(err)
	}
	around := make([]map[graph.Node]bool, a.Graph.Nodes())
	for v := range around {
		around[v] = map[graph.Node]bool{}
	}
	for v := range a.Graph.Nodes() {
		for e := a.Graph.First[v]; e < a.Graph.First[v+1]; e++ {
			around[v][a.Graph.Head[e]], around[a.Graph.Head[e]][graph.Node(v)] = true, true
		}
	}
	var count [4]int
	for _, near := range around {
		count[min(len(near), 3)]++
	}
	if count[0] > 0 || count[1] < 3_000 || count[2] < 10_000 || count[3] < 5_000 {
		t.Errorf("nodes of degree 0, 1, 2, 3 and more: %v", count)
	}
}
