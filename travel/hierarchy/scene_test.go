package hierarchy

import (
	"context"
	"fmt"
	"math/rand/v2"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// tester is what tests, benchmarks and drawn cases have in common.
type tester interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// drawGraph draws a small graph with everything that a reader may hand over: parallel arcs, loops, arcs of no length,
// arcs too long to be part of a path, nodes without arcs, parts that nothing joins.
func drawGraph(t *rapid.T) *graph.Graph {
	n := rapid.IntRange(1, 24).Draw(t, "nodes")
	weight := rapid.OneOf(rapid.Uint32Range(0, 3), rapid.Uint32Range(0, 1000), rapid.Uint32Range(graph.MaxDistance/4, graph.MaxDistance))
	return mustGraph(t, n, rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.Edge {
		return graph.Edge{
			From:   graph.Node(rapid.IntRange(0, n-1).Draw(t, "from")),
			To:     graph.Node(rapid.IntRange(0, n-1).Draw(t, "to")),
			Weight: weight.Draw(t, "weight"),
		}
	}), 0, 4*n).Draw(t, "edges"))
}

func drawSeeds(t *rapid.T, g *graph.Graph) []graph.Seed {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.Seed {
		return graph.Seed{
			Node:   graph.Node(rapid.IntRange(0, g.Nodes()-1).Draw(t, "node")),
			Offset: rapid.OneOf(rapid.Just[uint32](0), rapid.Uint32Range(0, 9), rapid.Uint32()).Draw(t, "offset"),
		}
	}), 0, 5).Draw(t, "seeds")
}

func mustGraph(t tester, n int, edges []graph.Edge) *graph.Graph {
	t.Helper()
	g, err := graph.FromEdges(n, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func mustBuild(t tester, g *graph.Graph, opt Options) *Hierarchy {
	t.Helper()
	h, err := Build(context.Background(), g, opt)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func mustRestrict(t tester, h *Hierarchy, targets [][]graph.Seed, d Direction, whole bool) *Restricted {
	t.Helper()
	r, err := h.Restrict(targets, d, whole)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// city is a grid of streets with a tenth of them missing, a fifth one-way and every eighth line fast: large enough for
// ways round, shortcuts of shortcuts and a dense top.
func city(t tester, w, h int, seed uint64) *graph.Graph {
	r := rand.New(rand.NewPCG(seed, 1))
	var edges []graph.Edge
	street := func(a, b, line int) {
		weight := 2_000 + r.Uint32N(8_000)
		if line%8 == 0 {
			weight /= 4
		}
		if r.IntN(10) == 0 {
			return
		}
		edges = append(edges, graph.Edge{From: graph.Node(a), To: graph.Node(b), Weight: weight})
		if r.IntN(5) > 0 {
			edges = append(edges, graph.Edge{From: graph.Node(b), To: graph.Node(a), Weight: weight + r.Uint32N(2)*500})
		}
	}
	for y := range h {
		for x := range w {
			if x+1 < w {
				street(y*w+x, y*w+x+1, y)
			}
			if y+1 < h {
				street((y+1)*w+x, y*w+x, x)
			}
		}
	}
	return mustGraph(t, w*h, edges)
}

// even gives the arcs of a graph lengths of 1 … most, so that nearly every pair has several shortest paths, and others
// that are longer by one.
func even(g *graph.Graph, most uint32) *graph.Graph {
	out := &graph.Graph{First: g.First, Head: g.Head, Weight: make([]uint32, g.Arcs())}
	for a, w := range g.Weight {
		out.Weight[a] = 1 + w%most
	}
	return out
}

// places are seeded places of a graph: one, two or three seeds each.
func places(g *graph.Graph, count int, seed uint64) [][]graph.Seed {
	r := rand.New(rand.NewPCG(seed, 2))
	out := make([][]graph.Seed, count)
	for i := range out {
		for range 1 + i%3 {
			out[i] = append(out[i], graph.Seed{Node: graph.Node(r.IntN(g.Nodes())), Offset: r.Uint32N(2) * r.Uint32N(5_000)})
		}
	}
	return out
}

// oracle returns the distances between sources and targets by one plain search for each source.
func oracle(g *graph.Graph, sources, targets [][]graph.Seed, d Direction) []uint32 {
	if d == Inward {
		g = g.Reverse()
	}
	s := graph.NewSearch(g)
	var out []uint32
	for _, source := range sources {
		s.Run(source, graph.MaxDistance)
		for _, target := range targets {
			out = append(out, s.To(target))
		}
	}
	return out
}

// same compares distances, source after source.
func same(t tester, what string, got, want []uint32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("%s: value %d is %d, want %d", what, i, got[i], want[i])
		}
	}
}

func directions() map[string]Direction {
	return map[string]Direction{"outward": Outward, "inward": Inward}
}

// everyWay are the ways to build that must change no distance.
func everyWay() map[string]Options {
	out := map[string]Options{}
	for _, workers := range []int{1, 2} {
		for _, witness := range []int{0, -1, 1, 5, 1_000_000} {
			for _, keep := range []bool{false, true} {
				out[fmt.Sprintf("%d workers, witness %d, keep %v", workers, witness, keep)] = Options{Workers: workers, Witness: witness, KeepOrder: keep}
			}
		}
	}
	return out
}
