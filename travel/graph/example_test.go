package graph_test

import (
	"fmt"
	"log"

	"github.com/etablera/etablera/travel/graph"
)

// Which of two offices is nearest to each of four places along a road, and how far the other is.
func ExampleTwoNearest() {
	var edges []graph.Edge
	for v := range graph.Node(3) {
		edges = append(edges, graph.Edge{From: v, To: v + 1, Weight: 10}, graph.Edge{From: v + 1, To: v, Weight: 10})
	}
	g, err := graph.FromEdges(4, edges)
	if err != nil {
		log.Fatal(err)
	}
	// Turned round, for it is the way to the office that counts.
	s := graph.NewTwoNearest(g.Reverse())
	s.Run([][]graph.Seed{{graph.At(0)}, {graph.At(2)}}, graph.MaxDistance)
	for v := range graph.Node(4) {
		fmt.Println(v, s.Nearest(v), s.Second(v))
	}
	// Output:
	// 0 {0 0} {1 20}
	// 1 {0 10} {1 10}
	// 2 {1 0} {0 20}
	// 3 {1 10} {0 30}
}
