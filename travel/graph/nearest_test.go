package graph

import (
	"testing"

	"pgregory.net/rapid"
)

// twoBest returns the two nearest sites of every node from one search for each site.
func twoBest(g *Graph, sites [][]Seed, limit uint32) (first, second []Near) {
	first, second = make([]Near, g.Nodes()), make([]Near, g.Nodes())
	for v := range first {
		first[v], second[v] = None, None
	}
	s := NewSearch(g)
	for site, seeds := range sites {
		s.Run(seeds, limit)
		for _, v := range s.Reached() {
			n := Near{Site(site), s.Distance(v)}
			switch {
			case n.Distance < first[v].Distance:
				first[v], second[v] = n, first[v]
			case n.Distance < second[v].Distance:
				second[v] = n
			}
		}
	}
	return first, second
}

// One search from all sites tells what a search from each tells, ties included.
func TestTwoNearestEqualsOneSearchEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		s := NewTwoNearest(g)
		for range 2 {
			sites := make([][]Seed, rapid.IntRange(0, 6).Draw(t, "sites"))
			for i := range sites {
				sites[i] = drawSeeds(t, g, 0)
			}
			limit := rapid.OneOf(rapid.Uint32Range(0, 50), rapid.Uint32()).Draw(t, "limit")
			s.Run(sites, limit)
			first, second := twoBest(g, sites, limit)
			for v := range g.Nodes() {
				if s.Nearest(Node(v)) != first[v] || s.Second(Node(v)) != second[v] {
					t.Fatalf("node %d: %v and %v, want %v and %v", v, s.Nearest(Node(v)), s.Second(Node(v)), first[v], second[v])
				}
			}
		}
	})
}

// The same on a grid that fills many buckets and blocks.
func TestTwoNearestOnGrid(t *testing.T) {
	g := randomGrid(t, 120, 90, 7)
	var sites [][]Seed
	for i := range 40 {
		sites = append(sites, []Seed{At(Node(i * 270)), {Node: Node(i*270 + 1), Offset: 50}})
	}
	s := NewTwoNearest(g)
	for _, limit := range []uint32{MaxDistance, 60_000} {
		s.Run(sites, limit)
		first, second := twoBest(g, sites, limit)
		for v := range g.Nodes() {
			if s.Nearest(Node(v)) != first[v] || s.Second(Node(v)) != second[v] {
				t.Fatalf("limit %d, node %d: %v and %v, want %v and %v", limit, v, s.Nearest(Node(v)), s.Second(Node(v)), first[v], second[v])
			}
		}
	}
}

// On a line of one-way arcs the sites stand in order behind every node.
func TestTwoNearestOnLine(t *testing.T) {
	var edges []Edge
	for v := range 9 {
		edges = append(edges, Edge{Node(v), Node(v + 1), 10})
	}
	g, err := FromEdges(10, edges)
	if err != nil {
		t.Fatal(err)
	}
	s := NewTwoNearest(g)
	s.Run([][]Seed{{At(6)}, {At(2)}, {At(4)}}, MaxDistance)
	for _, c := range []struct {
		v             Node
		first, second Near
	}{
		{1, None, None},
		{2, Near{1, 0}, None},
		{4, Near{2, 0}, Near{1, 20}},
		{5, Near{2, 10}, Near{1, 30}},
		{9, Near{0, 30}, Near{2, 50}},
	} {
		if s.Nearest(c.v) != c.first || s.Second(c.v) != c.second {
			t.Errorf("node %d: %v and %v, want %v and %v", c.v, s.Nearest(c.v), s.Second(c.v), c.first, c.second)
		}
	}
}

// A site on the limit lies within it.
func TestTwoNearestKeepsTheLimit(t *testing.T) {
	g := grid(t, 9, 1, func() uint32 { return 10 })
	s := NewTwoNearest(g)
	s.Run([][]Seed{{At(0)}, {{Node: 8, Offset: 30}}}, 30)
	for v, want := range []uint32{0, 10, 20, 30, Unreachable, Unreachable, Unreachable, Unreachable, 30} {
		if got := s.Nearest(Node(v)).Distance; got != want {
			t.Errorf("node %d: %d, want %d", v, got, want)
		}
	}
}

// A workspace that has grown allocates nothing but the queue of seeds.
func TestTwoNearestReusesItsMemory(t *testing.T) {
	g := randomGrid(t, 60, 60, 3)
	s := NewTwoNearest(g)
	sites := [][]Seed{{At(0)}, {At(3599)}}
	s.Run(sites, MaxDistance)
	if n := testing.AllocsPerRun(3, func() { s.Run(sites, MaxDistance) }); n > 8 {
		t.Errorf("%g allocations a run", n)
	}
}

// Seeds that lie far apart in time wait for their turn, however few buckets there are.
func TestTwoNearestTakesLateSeeds(t *testing.T) {
	g := grid(t, 50, 1, func() uint32 { return 1 })
	var sites [][]Seed
	for i := range 6 {
		sites = append(sites, []Seed{{Node: Node(9 * i), Offset: uint32(i*i) * 1_000_000}, {Node: 49, Offset: MaxDistance}})
	}
	sites = append(sites, []Seed{{Node: 3, Offset: MaxDistance + 1}}, nil)
	s := NewTwoNearest(g)
	s.Run(sites, MaxDistance)
	first, second := twoBest(g, sites, MaxDistance)
	for v := range g.Nodes() {
		if s.Nearest(Node(v)) != first[v] || s.Second(Node(v)) != second[v] {
			t.Fatalf("node %d: %v and %v, want %v and %v", v, s.Nearest(Node(v)), s.Second(Node(v)), first[v], second[v])
		}
	}
}

// A dead end knows its sites although it passes nothing on, and so does what only it leads to.
func TestTwoNearestAtDeadEnds(t *testing.T) {
	// 0 ⇄ 1 is a dead end at 0; 2 → 3 has no way on from 3; 1 → 2 is one-way.
	g, err := FromEdges(4, []Edge{{0, 1, 5}, {1, 0, 5}, {1, 2, 7}, {2, 3, 1}})
	if err != nil {
		t.Fatal(err)
	}
	s := NewTwoNearest(g)
	s.Run([][]Seed{{At(0)}, {At(1)}}, MaxDistance)
	for v, want := range [][2]Near{{{0, 0}, {1, 5}}, {{1, 0}, {0, 5}}, {{1, 7}, {0, 12}}, {{1, 8}, {0, 13}}} {
		if s.Nearest(Node(v)) != want[0] || s.Second(Node(v)) != want[1] {
			t.Errorf("node %d: %v and %v, want %v", v, s.Nearest(Node(v)), s.Second(Node(v)), want)
		}
	}
}
