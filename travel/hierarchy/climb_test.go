package hierarchy

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// A climb settles places in order of distance. Without stalling it is a plain search over the arcs that lead up; with
// it, it leaves places out, but none that is the highest on a shortest path.
func TestClimbIsSearchOverArcsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		h := mustBuild(t, g, Options{})
		var edges []graph.Edge
		for v := range h.Nodes() {
			for _, a := range h.up.of(uint32(v)) {
				edges = append(edges, graph.Edge{From: graph.Node(v), To: graph.Node(a.head()), Weight: a.weight()})
			}
		}
		upward := graph.NewSearch(mustGraph(t, h.Nodes(), edges))
		c := newClimb(h.Nodes())
		for range 3 {
			seeds := drawSeeds(t, g)
			placed := make([]graph.Seed, len(seeds))
			for i, s := range seeds {
				placed[i] = graph.Seed{Node: graph.Node(h.place[s.Node]), Offset: s.Offset}
			}
			upward.Run(placed, graph.MaxDistance)
			for _, stall := range []bool{false, true} {
				settled := 0
				c.begin(h, seeds)
				last := uint32(0)
				for v, d := c.next(&h.up, &h.down, stall); d != far; v, d = c.next(&h.up, &h.down, stall) {
					if d < last {
						t.Fatalf("%d after %d", d, last)
					}
					last = d
					settled++
					if want := upward.Distance(graph.Node(v)); d < want || !stall && d != want {
						t.Fatalf("place %d: %d, want %d", v, d, want)
					}
				}
				if all := len(upward.Reached()); settled > all || !stall && settled != all {
					t.Fatalf("stalling %v: %d places settled of %d", stall, settled, all)
				}
			}
		}
	})
}

// Stalling is worth its time: fewer places are settled.
func TestStallingSavesPlaces(t *testing.T) {
	g := city(t, 50, 50, 11)
	h := mustBuild(t, g, Options{})
	c := newClimb(h.Nodes())
	count := func(stall bool) (n int) {
		for v := range graph.Node(100) {
			c.begin(h, []graph.Seed{graph.At(v * 25)})
			for _, d := c.next(&h.up, &h.down, stall); d != far; _, d = c.next(&h.up, &h.down, stall) {
				n++
			}
		}
		return n
	}
	if with, without := count(true), count(false); with >= without {
		t.Errorf("%d places with stalling, %d without", with, without)
	}
}

// What is just within reach counts, what is beyond does not, wherever the distance comes from.
func TestReachEndsAtMaxDistance(t *testing.T) {
	const most = graph.MaxDistance
	g := mustGraph(t, 3, []graph.Edge{{From: 0, To: 1, Weight: most - 5}, {From: 1, To: 2, Weight: 5}})
	h := mustBuild(t, g, Options{})
	q := h.NewQuery()
	for _, c := range []struct{ leave, arrive, want uint32 }{
		{0, 0, most}, {1, 0, graph.Unreachable}, {0, 1, graph.Unreachable}, {most, most, graph.Unreachable},
		{graph.Unreachable, 0, graph.Unreachable}, {0, graph.Unreachable, graph.Unreachable},
	} {
		from, to := []graph.Seed{{Node: 0, Offset: c.leave}}, []graph.Seed{{Node: 2, Offset: c.arrive}}
		if got := q.Between(from, to); got != c.want {
			t.Errorf("query with offsets %d and %d: %d, want %d", c.leave, c.arrive, got, c.want)
		}
		values := []uint32{0}
		mustRestrict(t, h, [][]graph.Seed{to}, Outward, false).NewSweep().From(from, values)
		if values[0] != c.want {
			t.Errorf("sweep with offsets %d and %d: %d, want %d", c.leave, c.arrive, values[0], c.want)
		}
		mustRestrict(t, h, [][]graph.Seed{from}, Inward, false).NewSweep().From(to, values)
		if values[0] != c.want {
			t.Errorf("inward with offsets %d and %d: %d, want %d", c.leave, c.arrive, values[0], c.want)
		}
	}
}
