package graph

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Dijkstra gives what the plain method gives, within any limit, from any seeds, also in a workspace that has been used.
func TestSearchEqualsSlow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		s := NewSearch(g)
		for range 3 {
			seeds := drawSeeds(t, g, 0)
			limit := rapid.OneOf(rapid.Uint32Range(0, 20), rapid.Uint32()).Draw(t, "limit")
			s.Run(seeds, limit)
			want := slow(g, seeds, limit)
			reached := 0
			for v, d := range want {
				if got := s.Distance(Node(v)); got != d {
					t.Fatalf("node %d: %d, want %d", v, got, d)
				}
				if d != Unreachable {
					reached++
				}
			}
			if len(s.Reached()) != reached {
				t.Fatalf("%d nodes reached, want %d: %v", len(s.Reached()), reached, s.Reached())
			}
			for _, v := range s.Reached() {
				if s.Distance(v) == Unreachable {
					t.Fatalf("%d is reached without a distance", v)
				}
			}
		}
	})
}

// On a perfect grid the distance is the number of blocks.
func TestSearchOnPerfectGrid(t *testing.T) {
	const w, h, block = 40, 25, 7
	g := grid(t, w, h, func() uint32 { return block })
	s := NewSearch(g)
	s.Run([]Seed{{Node: 5*w + 10, Offset: 3}}, 100)
	for v := range w * h {
		want := uint32(3 + block*(abs(v%w-10)+abs(v/w-5)))
		if want > 100 {
			want = Unreachable
		}
		if got := s.Distance(Node(v)); got != want {
			t.Fatalf("node %d: %d, want %d", v, got, want)
		}
	}
}

func abs(x int) int { return max(x, -x) }

// The way to seeds adds their offsets and stops at MaxDistance.
func TestSearchTo(t *testing.T) {
	g, err := FromEdges(4, []Edge{{0, 1, 10}, {1, 2, 10}})
	if err != nil {
		t.Fatal(err)
	}
	s := NewSearch(g)
	s.Run([]Seed{At(0)}, MaxDistance)
	for _, c := range []struct {
		seeds []Seed
		want  uint32
	}{
		{nil, Unreachable},
		{[]Seed{At(3)}, Unreachable},
		{[]Seed{At(2)}, 20},
		{[]Seed{At(2), {Node: 1, Offset: 9}}, 19},
		{[]Seed{{Node: 2, Offset: 5}, {Node: 3}}, 25},
		{[]Seed{{Node: 2, Offset: MaxDistance - 20}}, MaxDistance},
		{[]Seed{{Node: 2, Offset: MaxDistance - 19}}, Unreachable},
		{[]Seed{{Node: 2, Offset: Unreachable}}, Unreachable},
	} {
		if got := s.To(c.seeds); got != c.want {
			t.Errorf("to %v: %d, want %d", c.seeds, got, c.want)
		}
	}
}

// A workspace that has grown allocates nothing.
func TestSearchDoesNotAllocate(t *testing.T) {
	g := randomGrid(t, 30, 30, 1)
	s := NewSearch(g)
	seeds := []Seed{At(0), At(899)}
	s.Run(seeds, MaxDistance)
	if n := testing.AllocsPerRun(5, func() { s.Run(seeds, MaxDistance) }); n != 0 {
		t.Errorf("%g allocations a run", n)
	}
	if got := slices.Clone(s.Reached()); len(got) != g.Nodes() {
		t.Errorf("%d nodes reached of %d", len(got), g.Nodes())
	}
}

func BenchmarkSearch(b *testing.B) {
	g := randomGrid(b, 300, 300, 1)
	s := NewSearch(g)
	for b.Loop() {
		s.Run([]Seed{At(45_150)}, MaxDistance)
	}
}
