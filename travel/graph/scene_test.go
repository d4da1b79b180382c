package graph

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// drawGraph draws a small graph with everything that a reader may hand over: parallel arcs, loops, arcs of no length,
// arcs too long to be part of a path, nodes without arcs, parts that nothing joins.
func drawGraph(t *rapid.T) *Graph {
	n := rapid.IntRange(1, 30).Draw(t, "nodes")
	weight := rapid.OneOf(rapid.Uint32Range(0, 3), rapid.Uint32Range(0, 1000), rapid.Uint32Range(MaxDistance/4, MaxDistance))
	edges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Edge {
		return Edge{
			From:   Node(rapid.IntRange(0, n-1).Draw(t, "from")),
			To:     Node(rapid.IntRange(0, n-1).Draw(t, "to")),
			Weight: weight.Draw(t, "weight"),
		}
	}), 0, 4*n).Draw(t, "edges")
	g, err := FromEdges(n, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func drawSeeds(t *rapid.T, g *Graph, least int) []Seed {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Seed {
		return Seed{
			Node:   Node(rapid.IntRange(0, g.Nodes()-1).Draw(t, "node")),
			Offset: rapid.OneOf(rapid.Uint32Range(0, 5), rapid.Uint32Range(0, MaxDistance)).Draw(t, "offset"),
		}
	}), least, 4).Draw(t, "seeds")
}

// grid returns w × h nodes in rows, every arc in both directions with the weight that is given.
func grid(t testing.TB, w, h int, weight func() uint32) *Graph {
	var edges []Edge
	both := func(a, b int) {
		edges = append(edges, Edge{Node(a), Node(b), weight()}, Edge{Node(b), Node(a), weight()})
	}
	for y := range h {
		for x := range w {
			if x+1 < w {
				both(y*w+x, y*w+x+1)
			}
			if y+1 < h {
				both(y*w+x, (y+1)*w+x)
			}
		}
	}
	g, err := FromEdges(w*h, edges)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func randomGrid(t testing.TB, w, h int, seed uint64) *Graph {
	r := rand.New(rand.NewPCG(seed, 0))
	return grid(t, w, h, func() uint32 { return 1 + r.Uint32N(9999) })
}

// slow returns all distances by the method that has least to go wrong: every arc again and again, in 64 bits, until
// nothing improves (Bellman 1958).
func slow(g *Graph, seeds []Seed, limit uint32) []uint32 {
	const far = uint64(1) << 60
	dist := make([]uint64, g.Nodes())
	for v := range dist {
		dist[v] = far
	}
	for _, s := range seeds {
		dist[s.Node] = min(dist[s.Node], uint64(s.Offset))
	}
	for again := true; again; {
		again = false
		for v := range dist {
			for a := g.First[v]; a < g.First[v+1]; a++ {
				if d := dist[v] + uint64(g.Weight[a]); d < dist[g.Head[a]] {
					dist[g.Head[a]], again = d, true
				}
			}
		}
	}
	out := make([]uint32, len(dist))
	for v, d := range dist {
		out[v] = Unreachable
		if d <= uint64(min(limit, MaxDistance)) {
			out[v] = uint32(d)
		}
	}
	return out
}
