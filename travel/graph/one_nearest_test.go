package graph

import (
	"testing"

	"pgregory.net/rapid"
)

// nearestIsFirst holds a run of both against one search for each site.
func nearestIsFirst(t rapid.TB, s *OneNearest, g *Graph, sites [][]Seed, limit uint32) {
	t.Helper()
	s.Run(sites, limit)
	first, _ := twoBest(g, sites, limit)
	for v := range g.Nodes() {
		if s.Nearest(Node(v)) != first[v] {
			t.Fatalf("limit %d, node %d: %v, want %v", limit, v, s.Nearest(Node(v)), first[v])
		}
	}
}

// One search from all sites tells what a search from each tells, ties included, and the same
// workspace tells it again.
func TestOneNearestEqualsOneSearchEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		s := NewOneNearest(g)
		for range 2 {
			sites := make([][]Seed, rapid.IntRange(0, 6).Draw(t, "sites"))
			for i := range sites {
				sites[i] = drawSeeds(t, g, 0)
			}
			nearestIsFirst(t, s, g, sites, rapid.OneOf(rapid.Uint32Range(0, 50), rapid.Uint32()).Draw(t, "limit"))
		}
	})
}

// The same on a grid that fills many buckets and blocks, and with seeds that lie far apart in time.
func TestOneNearestOnGrid(t *testing.T) {
	g := randomGrid(t, 120, 90, 7)
	var sites [][]Seed
	for i := range 40 {
		sites = append(sites, []Seed{At(Node(i * 270)), {Node: Node(i*270 + 1), Offset: 50}})
	}
	s := NewOneNearest(g)
	for _, limit := range []uint32{MaxDistance, 60_000, 0} {
		nearestIsFirst(t, s, g, sites, limit)
	}
	for i := range sites {
		sites[i][0].Offset = uint32(i*i) * 1_000_000
	}
	nearestIsFirst(t, s, g, append(sites, []Seed{{Node: 3, Offset: MaxDistance + 1}}, nil), MaxDistance)
}

// It is the first of the two nearest, whatever the order of the nodes.
func TestOneNearestIsFirstOfTwo(t *testing.T) {
	g := randomGrid(t, 60, 60, 11)
	sites := [][]Seed{{At(7)}, {At(1800)}, {At(3599), {Node: 5, Offset: 900}}}
	one, two := NewOneNearest(g), NewTwoNearest(g)
	one.Run(sites, MaxDistance)
	two.Run(sites, MaxDistance)
	for v := range g.Nodes() {
		if one.Nearest(Node(v)) != two.Nearest(Node(v)) {
			t.Fatalf("node %d: %v and %v", v, one.Nearest(Node(v)), two.Nearest(Node(v)))
		}
	}
	if n := testing.AllocsPerRun(3, func() { one.Run(sites, MaxDistance) }); n > 10 {
		t.Errorf("%g allocations a run", n)
	}
}

// A dead end knows its site although it passes nothing on, and so does what only it leads to.
func TestOneNearestAtDeadEnds(t *testing.T) {
	// 0 ⇄ 1 is a dead end at 0; 2 → 3 has no way on from 3; 1 → 2 is one-way; nothing leads to 4.
	g, err := FromEdges(5, []Edge{{0, 1, 5}, {1, 0, 5}, {1, 2, 7}, {2, 3, 1}})
	if err != nil {
		t.Fatal(err)
	}
	s := NewOneNearest(g)
	s.Run([][]Seed{{At(0)}, {{Node: 2, Offset: 1}}}, MaxDistance)
	for v, want := range []Near{{0, 0}, {0, 5}, {1, 1}, {1, 2}, None} {
		if got := s.Nearest(Node(v)); got != want {
			t.Errorf("node %d: %v, want %v", v, got, want)
		}
	}
}
