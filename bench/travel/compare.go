package main

import (
	"fmt"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
)

// compare holds sweeps, batches and queries against one plain search for each source, and returns how many values were
// compared.
func (b *bench) compare(g *graph.Graph, h *hierarchy.Hierarchy, sources, targets [][]graph.Seed, direction hierarchy.Direction) (int, error) {
	r, err := h.Restrict(targets, direction, false)
	if err != nil {
		return 0, err
	}
	table, err := r.Table(b.ctx, sources, 0)
	if err != nil {
		return 0, err
	}
	if direction == hierarchy.Inward {
		g = g.Reverse()
	}
	plain, sweep, query := graph.NewSearch(g), r.NewSweep(), h.NewQuery()
	values := make([]uint32, len(targets))
	for i, source := range sources {
		plain.Run(source, graph.MaxDistance)
		sweep.From(source, values)
		for t, target := range targets {
			want := plain.To(target)
			if got := table[i*len(targets)+t]; got != want || values[t] != want {
				return 0, fmt.Errorf("source %d, target %d: %d in a batch, %d alone, want %d", i, t, got, values[t], want)
			}
			if t%100 != i%100 {
				continue
			}
			from, to := source, target
			if direction == hierarchy.Inward {
				from, to = to, from
			}
			if got := query.Between(from, to); got != want {
				return 0, fmt.Errorf("source %d, target %d: %d by query, want %d", i, t, got, want)
			}
		}
	}
	return len(table), nil
}
