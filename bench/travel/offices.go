package main

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/bench/travel/terrain"
	"github.com/etablera/etablera/travel/assignment"
	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
)

// nearest measures the nearest office of all nodes, and the two nearest, on the network as it lies in a prepared file: along a curve.
func (b *bench) nearest(t *terrain.Terrain, offices [][]graph.Seed) error {
	g, place, err := t.Graph.Reverse().Permute(graph.ByPlace(t.X, t.Y))
	if err != nil {
		return err
	}
	moved := make([][]graph.Seed, len(offices))
	for i, seeds := range offices {
		for _, s := range seeds {
			moved[i] = append(moved[i], graph.Seed{Node: place[s.Node], Offset: s.Offset})
		}
	}
	two, one := graph.NewTwoNearest(g), graph.NewOneNearest(g)
	second, err := repeat(9, func() error { two.Run(moved, graph.MaxDistance); return nil })
	if err != nil {
		return err
	}
	first, err := repeat(9, func() error { one.Run(moved, graph.MaxDistance); return nil })
	if err != nil {
		return err
	}
	// Held against one plain search for all: without regard to which, the nearest is as far.
	var all []graph.Seed
	for _, seeds := range moved {
		all = append(all, seeds...)
	}
	plain := graph.NewSearch(g)
	whole, err := measure(func() error { plain.Run(all, graph.MaxDistance); return nil })
	if err != nil {
		return err
	}
	for v := range g.Nodes() {
		got, want := one.Nearest(graph.Node(v)), plain.Distance(graph.Node(v))
		if got.Distance != want || got != two.Nearest(graph.Node(v)) {
			return fmt.Errorf("node %d: nearest office %v and %v, want %d", v, got, two.Nearest(graph.Node(v)), want)
		}
	}
	b.add(row{on: fmt.Sprintf("nearest of %d offices for all nodes", len(offices)), anchor: "–", goal: "≤ 0.7 s",
		measured: first.String(), ratio: "–", met: first.middle.clock <= 700*time.Millisecond})
	b.add(row{on: fmt.Sprintf("nearest and second nearest of %d offices for all nodes", len(offices)), anchor: "–", goal: "–",
		measured: second.String(), ratio: "–", met: true})
	b.note("Dijkstra with a heap, for the nearest office alone, took %s; its answers were equal.", whole)
	return nil
}

// repeated is the cost of something done several times.
type repeated struct {
	middle took
	least  time.Duration
	times  int
}

func (r repeated) String() string {
	return fmt.Sprintf("median of %d: %s, least %s", r.times, r.middle, short(r.least))
}

func repeat(n int, work func() error) (repeated, error) {
	var times, spent []time.Duration
	for range n {
		cost, err := measure(work)
		if err != nil {
			return repeated{}, err
		}
		times, spent = append(times, cost.clock), append(spent, cost.processor)
	}
	middle := middles(times, spent)
	return repeated{middle, times[0], n}, nil
}

// offices opens and closes one office after the other beside those that are open, each time with all indicators: shares
// within five limits, mean and three quantiles of the nearest and of the second nearest office. Opening includes the
// sweep that finds the new office's times.
func (b *bench) offices(r *hierarchy.Restricted, offices, candidates [][]graph.Seed) error {
	a := assignment.New(r.Targets())
	s := r.NewSweep()
	add := func(number int, where []graph.Seed) error {
		times := make([]uint32, r.Targets())
		s.From(where, times)
		return a.Open(graph.Site(number), times)
	}
	for i, office := range offices {
		if err := add(i, office); err != nil {
			return err
		}
	}
	const minute = 60_000
	people := make([]float64, r.Targets())
	for i := range people {
		people[i] = float64(1 + i*7919%400)
	}
	question := assignment.Question{Weights: people, Limits: []uint32{10 * minute, 20 * minute, 30 * minute, 45 * minute, 60 * minute}, Levels: []float64{0.5, 0.9, 1}}
	indicators := func() error {
		for _, question.Rank = range []assignment.Rank{assignment.First, assignment.Second} {
			if _, err := a.Summarize(question); err != nil {
				return err
			}
		}
		return nil
	}
	var opening, closing []time.Duration
	for i, candidate := range candidates {
		begin := time.Now()
		if err := add(len(offices)+i, candidate); err != nil {
			return err
		}
		if err := indicators(); err != nil {
			return err
		}
		opening = append(opening, time.Since(begin))
		begin = time.Now()
		if err := a.Close(graph.Site(i)); err != nil {
			return err
		}
		if err := indicators(); err != nil {
			return err
		}
		closing = append(closing, time.Since(begin))
	}
	opened, longestOpening := median(opening)
	closed, longestClosing := median(closing)
	b.add(row{on: fmt.Sprintf("open or close one of %d offices: all indicators over %d points", len(offices), r.Targets()), anchor: "–", goal: "≤ 50 ms",
		measured: fmt.Sprintf("median of %d: open %s, close %s; longest %s and %s", len(opening), short(opened), short(closed), short(longestOpening), short(longestClosing)),
		ratio:    "–", met: max(opened, closed) <= 50*time.Millisecond})
	return nil
}
