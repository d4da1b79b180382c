package graph

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A renumbered graph has the same distances between the same nodes.
func TestPermuteKeepsDistances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		orders := [][]Node{DepthFirst(g), rapid.Permutation(DepthFirst(g)).Draw(t, "order")}
		for _, order := range orders {
			p, place, err := g.Permute(order)
			if err != nil {
				t.Fatal(err)
			}
			a, b := NewSearch(g), NewSearch(p)
			source := Node(rapid.IntRange(0, g.Nodes()-1).Draw(t, "source"))
			a.Run([]Seed{At(source)}, MaxDistance)
			b.Run([]Seed{At(place[source])}, MaxDistance)
			for v := range g.Nodes() {
				if a.Distance(Node(v)) != b.Distance(place[v]) {
					t.Fatalf("node %d: %d, renumbered %d", v, a.Distance(Node(v)), b.Distance(place[v]))
				}
			}
			back, err := Inverse(place)
			if err != nil || !slices.Equal(back, order) {
				t.Fatalf("%v: %v is not %v", err, back, order)
			}
		}
	})
}

// What is no order of all nodes is refused with its place.
func TestPermuteRefuses(t *testing.T) {
	g, err := FromEdges(3, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		order []Node
		want  string
	}{
		{[]Node{0, 1}, "2 entries; expected one for each of the 3 nodes"},
		{[]Node{0, 1, 3}, "entry 2 of the order is node 3; expected 0 … 2"},
		{[]Node{0, 2, 0}, "entry 2 of the order is node 0, which stands at 0 already"},
	} {
		if _, _, err := g.Permute(c.order); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.order, err, c.want)
		}
	}
}

// A chain comes out in one piece, whatever the direction of its arcs and the numbers of its nodes.
func TestDepthFirstFollowsChains(t *testing.T) {
	g, err := FromEdges(6, []Edge{{3, 0, 1}, {3, 5, 1}, {5, 1, 1}, {4, 1, 1}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := DepthFirst(g), []Node{0, 3, 5, 1, 4, 2}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// On a full square of cells, each step along the curve leads to a cell beside the last.
func TestByPlaceIsHilbertsCurve(t *testing.T) {
	const side = 16
	var x, y []int32
	for i := range int32(side * side) {
		// The curve divides the span evenly if its last cell ends where the coordinates do.
		x, y = append(x, i%side*1000), append(y, i/side*1000)
	}
	order := ByPlace(x, y)
	for i := 1; i < len(order); i++ {
		a, b := order[i-1], order[i]
		if step := math.Abs(float64(x[a]-x[b])) + math.Abs(float64(y[a]-y[b])); step != 1000 {
			t.Fatalf("step %d leads from %d,%d to %d,%d", i, x[a], y[a], x[b], y[b])
		}
	}
}

// The ends of the coordinates' range are no trouble, and nodes at one place keep their order.
func TestByPlaceAtTheEnds(t *testing.T) {
	x := []int32{math.MaxInt32, math.MinInt32, math.MaxInt32, math.MinInt32}
	y := []int32{math.MaxInt32, math.MinInt32, math.MaxInt32, math.MinInt32}
	if got := ByPlace(x, y); !slices.Equal(got, []Node{1, 3, 0, 2}) {
		t.Errorf("%v", got)
	}
	if got := ByPlace([]int32{5, 5}, []int32{1, 1}); !slices.Equal(got, []Node{0, 1}) {
		t.Errorf("%v", got)
	}
	if got := ByPlace(nil, nil); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// Both orders name every node once; depth first leaves no part of the graph before it has seen all of it.
func TestOrdersNameEveryNodeOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		x := rapid.SliceOfN(rapid.Int32(), g.Nodes(), g.Nodes()).Draw(t, "x")
		y := rapid.SliceOfN(rapid.Int32(), g.Nodes(), g.Nodes()).Draw(t, "y")
		deep := DepthFirst(g)
		for _, order := range [][]Node{deep, ByPlace(x, y)} {
			if len(order) != g.Nodes() {
				t.Fatalf("%d of %d nodes", len(order), g.Nodes())
			}
			if _, err := Inverse(order); err != nil {
				t.Fatal(err)
			}
		}
		part := parts(g)
		left := map[int]bool{}
		for i, v := range deep {
			if i > 0 && part[v] != part[deep[i-1]] {
				left[part[deep[i-1]]] = true
			}
			if left[part[v]] {
				t.Fatalf("%v comes back to a part at %d", deep, i)
			}
		}
	})
}

// parts numbers the parts of a graph that no arc joins, by joining the ends of every arc until nothing changes.
func parts(g *Graph) []int {
	part := make([]int, g.Nodes())
	for v := range part {
		part[v] = v
	}
	for again := true; again; {
		again = false
		for v := range part {
			for a := g.First[v]; a < g.First[v+1]; a++ {
				if u := g.Head[a]; part[u] != part[v] {
					least := min(part[u], part[v])
					part[u], part[v], again = least, least, true
				}
			}
		}
	}
	return part
}

// Neighbours lie nearer together along the curve than by chance: that is what the order is for.
func TestByPlaceBringsNeighboursTogether(t *testing.T) {
	const side = 60
	g := randomGrid(t, side, side, 5)
	var x, y []int32
	for i := range int32(side * side) {
		x, y = append(x, i%side), append(y, i/side)
	}
	p, _, err := g.Permute(ByPlace(x, y))
	if err != nil {
		t.Fatal(err)
	}
	// Row by row, half of all arcs are one apart and half a row: the middle of the curve does better than a row.
	if curve := spread(p); curve >= side/2 {
		t.Errorf("half of all arcs reach over %d nodes or more", curve)
	}
}

// spread returns the median of how far apart the ends of arcs are numbered.
func spread(g *Graph) int {
	var all []int
	for v := range g.Nodes() {
		for a := g.First[v]; a < g.First[v+1]; a++ {
			all = append(all, abs(v-int(g.Head[a])))
		}
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// Places are sorted as any sort would, however many and wherever they are.
func TestByPlaceIsSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.Uint64(), 0, 60).Draw(t, "keys")
		for i := range keys {
			keys[i] = keys[i]>>32<<32 | uint64(i)
		}
		want := slices.Clone(keys)
		slices.Sort(want)
		if got := sortByPlace(keys); !slices.Equal(got, want) {
			t.Fatalf("%x, want %x", got, want)
		}
	})
}
