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
