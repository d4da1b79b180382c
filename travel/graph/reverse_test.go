package graph

import (
	"testing"

	"pgregory.net/rapid"
)

// The way from a to b is as long as the way from b to a with every arc turned round.
func TestReverseTurnsDistancesRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		r := g.Reverse()
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		there, back := NewSearch(g), NewSearch(r)
		for a := range g.Nodes() {
			there.Run([]Seed{At(Node(a))}, MaxDistance)
			for b := range g.Nodes() {
				back.Run([]Seed{At(Node(b))}, MaxDistance)
				if there.Distance(Node(b)) != back.Distance(Node(a)) {
					t.Fatalf("from %d to %d: %d, turned round %d", a, b, there.Distance(Node(b)), back.Distance(Node(a)))
				}
			}
		}
	})
}

// Turning round twice sorts the arcs by head; doing it again changes nothing.
func TestReverseTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		twice := drawGraph(t).Reverse().Reverse()
		if !equal(twice, twice.Reverse().Reverse()) {
			t.Fatal("a sorted graph is not kept")
		}
	})
}
