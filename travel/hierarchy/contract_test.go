package hierarchy

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// After every round the nodes that remain are as far from one another as they were, no two that went together were
// neighbours, and every node that went has a level below all its neighbours.
func TestRoundsKeepDistances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		b := newBuilder(g, Options{Workers: 2})
		b.rankAll()
		plain := graph.NewSearch(g)
		for rounds := 0; len(b.remaining) > 0; rounds++ {
			if rounds > 10*g.Nodes() {
				t.Fatalf("%d nodes are left for ever", len(b.remaining))
			}
			before := slices.Clone(b.remaining)
			b.round()
			rest := graph.NewSearch(overlay(t, b))
			for _, from := range b.remaining {
				plain.Run([]graph.Seed{graph.At(graph.Node(from))}, graph.MaxDistance)
				rest.Run([]graph.Seed{graph.At(graph.Node(from))}, graph.MaxDistance)
				for _, to := range b.remaining {
					if got, want := rest.Distance(graph.Node(to)), plain.Distance(graph.Node(to)); got != want {
						t.Fatalf("round %d, from %d to %d: %d, want %d", rounds, from, to, got, want)
					}
				}
			}
			for _, v := range before {
				if !b.gone[v] {
					continue
				}
				for _, l := range b.adj.lists[v] {
					if b.gone[l.node] || b.level[l.node] <= b.level[v] {
						t.Fatalf("round %d: %d went with %d, or is no higher", rounds, l.node, v)
					}
				}
			}
		}
	})
}

// A dead end matters least, then a bend, then a junction: what a contraction adds for each arc that it takes.
func TestImportanceOfSimplePlaces(t *testing.T) {
	var edges []graph.Edge
	both := func(a, b graph.Node) {
		edges = append(edges, graph.Edge{From: a, To: b, Weight: 10}, graph.Edge{From: b, To: a, Weight: 10})
	}
	for arm := graph.Node(1); arm <= 9; arm += 3 { // three arms of three nodes around node 0
		both(0, arm)
		both(arm, arm+1)
		both(arm+1, arm+2)
	}
	b := newBuilder(mustGraph(t, 10, edges), Options{Workers: 1})
	b.rankAll()
	rank := func(v int) uint64 { return b.rank[v] >> 32 }
	// A bend takes 4 arcs of one hop and makes 2 of two; the junction takes 6 and makes 6.
	for v, want := range map[int]uint64{3: 0, 2: 500 + 1000, 1: 500 + 1000, 0: 1000 + 2000} {
		if rank(v) != want {
			t.Errorf("node %d has rank %d, want %d", v, rank(v), want)
		}
	}
	b.level[3] = 2
	if got := b.importance(3, nil) >> 32; got != 2000 {
		t.Errorf("a dead end on level 2 has rank %d", got)
	}
}

// No two nodes share the half of the rank that tells them apart.
func TestScrambleIsOneToOne(t *testing.T) {
	seen := make([]bool, 1<<24)
	distinct := map[uint32]bool{}
	for v := range uint32(1 << 16) {
		s := scramble(v)
		seen[s>>8] = true
		distinct[s] = true
	}
	if len(distinct) != 1<<16 {
		t.Errorf("%d of %d are distinct", len(distinct), 1<<16)
	}
	// Spread over the range, not in the order of the nodes.
	if spread := countTrue(seen); spread < 60_000 {
		t.Errorf("%d of %d upper parts", spread, 1<<16)
	}
}

func countTrue(list []bool) (n int) {
	for _, x := range list {
		if x {
			n++
		}
	}
	return n
}

// Every piece is done once, and what was found comes back in order, on any number of goroutines.
func TestEachDoesEveryPieceOnce(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		b := newBuilder(mustGraph(t, 1, nil), Options{Workers: workers})
		for _, n := range []int{0, 1, piece, piece + 1, 10*piece + 3} {
			var got []uint32
			for _, p := range b.each(n, func(_ *worker, lo, hi int) (p part) {
				for i := lo; i < hi; i++ {
					p.nodes = append(p.nodes, uint32(i))
				}
				return p
			}) {
				got = append(got, p.nodes...)
			}
			if len(got) != n || !slices.IsSorted(got) || n > 0 && int(got[n-1]) != n-1 {
				t.Errorf("%d workers, %d: %d done, last %v", workers, n, len(got), got[max(0, len(got)-1):])
			}
		}
	}
}
