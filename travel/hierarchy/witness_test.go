package hierarchy

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// without returns the distance between two nodes of what remains when v has gone too.
func without(t tester, b *builder, v, from, to uint32) uint32 {
	gone := b.gone[v]
	b.gone[v] = true
	g := overlay(t, b)
	b.gone[v] = gone
	// Nodes that have gone keep their arcs in: nothing leaves them.
	s := graph.NewSearch(g)
	s.Run([]graph.Seed{graph.At(graph.Node(from))}, graph.MaxDistance)
	return s.Distance(graph.Node(to))
}

// A search without bounds finds exactly the shortcuts that nothing else replaces; one with bounds finds these and
// perhaps more, and none finds all pairs. Each leaves its memory clean.
func TestWitnessFindsWhatIsNeeded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		b := newBuilder(g, Options{Workers: 1})
		v := uint32(rapid.IntRange(0, g.Nodes()-1).Draw(t, "contracted"))
		for u := range b.gone {
			// Some that are about to go, but no neighbour of v: the set is independent.
			b.gone[u] = uint32(u) != v && shortest(g, u, int(v)) == far && shortest(g, int(v), u) == far && rapid.Bool().Draw(t, "gone")
		}
		w := b.workers[0].witness
		found := map[int]map[[2]uint32]uint32{}
		for _, settle := range []int{-1, 2, 1000} {
			var made []shortcut
			w.around(b, v, settle, &made)
			found[settle] = map[[2]uint32]uint32{}
			for _, s := range made {
				found[settle][[2]uint32{s.from, s.to}] = s.weight
			}
			if len(found[settle]) != len(made) || len(w.reached) > 0 {
				t.Fatalf("%d shortcuts for %d pairs, %d nodes not forgotten", len(made), len(found[settle]), len(w.reached))
			}
			for u := range w.dist {
				if w.dist[u] != far || w.goal[u] {
					t.Fatalf("node %d is not forgotten", u)
				}
			}
		}
		for _, from := range b.adj.lists[v] {
			for _, to := range b.adj.lists[v] {
				length := uint64(from.in) + uint64(to.out)
				if from.node == to.node || from.in == far || to.out == far || length > uint64(graph.MaxDistance) {
					continue
				}
				pair := [2]uint32{from.node, to.node}
				needed := uint64(without(t, b, v, from.node, to.node)) > length
				if weight, made := found[1000][pair]; made != needed || made && uint64(weight) != length {
					t.Fatalf("%v: made %v of %d, needed %v of %d", pair, made, weight, needed, length)
				}
				if _, made := found[2][pair]; needed && !made {
					t.Fatalf("%v is needed and a short search leaves it out", pair)
				}
				if _, made := found[-1][pair]; !made {
					t.Fatalf("%v is left out without a search", pair)
				}
			}
		}
	})
}

// The hops of a shortcut add up, and stop growing where they no longer fit.
func TestHopsAddUp(t *testing.T) {
	b := newBuilder(mustGraph(t, 3, []graph.Edge{{From: 0, To: 1, Weight: 1}, {From: 1, To: 2, Weight: 1}}), Options{Workers: 1})
	for _, c := range []struct{ in, out, want uint16 }{{1, 1, 2}, {5, 9, 14}, {1 << 15, 1 << 15, 1 << 15}} {
		b.adj.find(1, 0).inHops, b.adj.find(1, 2).outHops = c.in, c.out
		var made []shortcut
		b.workers[0].witness.around(b, 1, 10, &made)
		if len(made) != 1 || made[0] != (shortcut{0, 2, 2, c.want}) {
			t.Errorf("%d and %d hops: %+v", c.in, c.out, made)
		}
	}
}
