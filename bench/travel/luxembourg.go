package main

import (
	"fmt"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
	"github.com/etablera/etablera/travel/vectors"
)

// luxembourg asks for all reference pairs of RoutingKit's test data.
func (b *bench) luxembourg() error {
	var failed error
	read := func(name string) []uint32 {
		v, err := vectors.Read[uint32](b.file("graph", "luxembourg", "luxembourg_"+name))
		if err != nil && failed == nil {
			failed = err
		}
		return v
	}
	g := &graph.Graph{Weight: read("travel_time")}
	for _, a := range read("first_out") {
		g.First = append(g.First, graph.Arc(a))
	}
	for _, v := range read("head") {
		g.Head = append(g.Head, graph.Node(v))
	}
	from, to, want := read("source_node"), read("target_node"), read("query_reference_travel_time_length")
	if failed != nil {
		return failed
	}
	h, err := hierarchy.Build(b.ctx, g, hierarchy.Options{})
	if err != nil {
		return err
	}
	q := h.NewQuery()
	equal := 0
	cost, _ := measure(func() error {
		for i, d := range want {
			if d == 1<<31-1 { // RoutingKit's sign for no way
				d = graph.Unreachable
			}
			if q.Distance(graph.Node(from[i]), graph.Node(to[i])) == d {
				equal++
			}
		}
		return nil
	})
	b.add(row{on: "Luxembourg graph, 100,000 reference pairs", anchor: "RoutingKit's answers", goal: "all equal",
		measured: fmt.Sprintf("%d of %d equal, %s", equal, len(want), cost), ratio: "–", met: equal == len(want) && equal == 100_000})
	return nil
}
