package hierarchy

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// shortest returns the least arc from one node to another, or far.
func shortest(g *graph.Graph, from, to int) uint32 {
	best := far
	for a := g.First[from]; a < g.First[from+1]; a++ {
		if int(g.Head[a]) == to {
			best = min(best, g.Weight[a])
		}
	}
	return best
}

// overlay returns the graph of the links between nodes that have not gone.
func overlay(t tester, b *builder) *graph.Graph {
	var edges []graph.Edge
	for v, links := range b.adj.lists {
		if b.gone[v] {
			continue
		}
		for _, l := range links {
			if l.out < far {
				edges = append(edges, graph.Edge{From: graph.Node(v), To: graph.Node(l.node), Weight: l.out})
			}
		}
	}
	return mustGraph(t, len(b.adj.lists), edges)
}

// The links hold the shortest arc of each pair in both directions, each neighbour once, and no loop.
func TestLinksHoldShortestArcs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		adj := newAdjacency(g)
		for v, links := range adj.lists {
			count := 0
			for u := range g.Nodes() {
				i := slices.IndexFunc(links, func(l link) bool { return int(l.node) == u })
				out, in := shortest(g, v, u), shortest(g, u, v)
				if u == v || out == far && in == far {
					if i >= 0 {
						t.Fatalf("node %d has a link to %d", v, u)
					}
					continue
				}
				count++
				if i < 0 || links[i].out != out || links[i].in != in {
					t.Fatalf("node %d, neighbour %d: %+v, want %d out and %d in", v, u, links, out, in)
				}
			}
			if count != len(links) {
				t.Fatalf("node %d: a neighbour twice in %+v", v, links)
			}
		}
	})
}

// A shortcut makes or shortens the link at both ends, and never lengthens it.
func TestConnectOnlyShortens(t *testing.T) {
	adj := newAdjacency(mustGraph(t, 3, []graph.Edge{{From: 0, To: 1, Weight: 10}}))
	for _, c := range []struct {
		s         shortcut
		out, hops uint32
	}{
		{shortcut{0, 1, 12, 4}, 10, 1},
		{shortcut{0, 1, 10, 4}, 10, 1},
		{shortcut{0, 1, 7, 3}, 7, 3},
		{shortcut{0, 2, 5, 2}, 5, 2},
	} {
		adj.connect(c.s)
		there, back := *adj.find(c.s.from, c.s.to), *adj.find(c.s.to, c.s.from)
		if there.out != c.out || back.in != c.out || uint32(there.outHops) != c.hops || uint32(back.inHops) != c.hops {
			t.Errorf("%+v: %+v and %+v", c.s, there, back)
		}
		if there.in != far || back.out != far {
			t.Errorf("%+v: an arc the other way, %+v and %+v", c.s, there, back)
		}
	}
}

// Lists that grow and shrink keep what they hold, in order.
func TestListsKeepTheirOrder(t *testing.T) {
	const n = 3000
	adj := newAdjacency(mustGraph(t, n+1, nil))
	for u := range uint32(n) {
		adj.connect(shortcut{n, u, u, 1})
	}
	for u := uint32(0); u < n; u += 3 {
		adj.disconnect(n, u)
	}
	adj.disconnect(n, 0) // no longer there
	var want []uint32
	for u := range uint32(n) {
		if u%3 != 0 {
			want = append(want, u)
		}
	}
	var got []uint32
	for _, l := range adj.lists[n] {
		if l.out != l.node {
			t.Fatalf("%+v", l)
		}
		got = append(got, l.node)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d links, want %d", len(got), len(want))
	}
}
