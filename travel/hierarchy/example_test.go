package hierarchy_test

import (
	"context"
	"fmt"
	"log"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
)

// Two offices and three homes along a road, a minute between neighbours; one home lies in the middle of a stretch.
func Example() {
	var edges []graph.Edge
	for v := range graph.Node(5) {
		edges = append(edges, graph.Edge{From: v, To: v + 1, Weight: 60_000}, graph.Edge{From: v + 1, To: v, Weight: 60_000})
	}
	g, err := graph.FromEdges(6, edges)
	if err != nil {
		log.Fatal(err)
	}
	h, err := hierarchy.Build(context.Background(), g, hierarchy.Options{})
	if err != nil {
		log.Fatal(err)
	}
	offices := [][]graph.Seed{{graph.At(0)}, {graph.At(5)}}
	homes := [][]graph.Seed{{graph.At(1)}, {graph.At(4)}, {{Node: 2, Offset: 20_000}, {Node: 3, Offset: 40_000}}}
	// People travel to the offices, so the searches start at the offices, inward.
	r, err := h.Restrict(homes, hierarchy.Inward, false)
	if err != nil {
		log.Fatal(err)
	}
	times, err := r.Table(context.Background(), offices, 0)
	if err != nil {
		log.Fatal(err)
	}
	for i := range offices {
		fmt.Println("to office", i, "in ms:", times[i*len(homes):(i+1)*len(homes)])
	}
	// Output:
	// to office 0 in ms: [60000 240000 140000]
	// to office 1 in ms: [240000 60000 160000]
}
