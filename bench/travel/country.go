package main

import (
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"time"

	"github.com/etablera/etablera/bench/travel/terrain"
	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
)

// The size of the task: populated squares, places where an office is or could be, offices that are.
const (
	points = 115_000
	sites  = 2_150
	open   = 150
)

// nearby measures only the nearest offices, on the network that country makes.
func (b *bench) nearby() error {
	t, err := terrain.Make(b.seed, b.nodes, b.nodes/30*62)
	if err != nil {
		return err
	}
	debug.FreeOSMemory()
	return b.nearest(t, drawNodes(rand.New(rand.NewPCG(b.seed, 3)), t.Graph, open))
}

// country measures on a made-up network of a country's size.
func (b *bench) country() error {
	arcs := b.nodes / 30 * 62
	t, err := terrain.Make(b.seed, b.nodes, arcs)
	if err != nil {
		return err
	}
	targets := populated(t, points)
	where := drawNodes(rand.New(rand.NewPCG(b.seed, 3)), t.Graph, sites)
	fmt.Fprintf(b.log, "made %d nodes, %d arcs, %d targets\n", t.Graph.Nodes(), t.Graph.Arcs(), len(targets))
	debug.FreeOSMemory()

	h, err := b.build(t.Graph)
	if err != nil {
		return err
	}
	debug.FreeOSMemory()
	compared, err := b.compare(t.Graph, h, where[:4], targets, hierarchy.Inward)
	if err != nil {
		return err
	}
	b.note("On the made-up country %d values were held against Dijkstra before measuring, and were equal.", compared)
	r, err := h.Restrict(targets, hierarchy.Inward, false)
	if err != nil {
		return err
	}
	if err := b.oneSite(r, where); err != nil {
		return err
	}
	if err := b.nearest(t, where[:open]); err != nil {
		return err
	}
	if err := b.offices(r, where[:open], where[open:open+41]); err != nil {
		return err
	}
	debug.FreeOSMemory()
	return b.matrix(r, where)
}

// populated picks one node in each of as many square kilometres as are asked for, row by row, as a population grid
// lists them. Nodes are numbered at random, so squares with many are no likelier to be chosen first than in life.
func populated(t *terrain.Terrain, count int) [][]graph.Seed {
	type square struct{ y, x int32 }
	first := map[square]graph.Node{}
	var squares []square
	for v := range t.X {
		s := square{t.Y[v] / 1000, t.X[v] / 1000}
		if _, there := first[s]; !there && len(squares) < count {
			first[s] = graph.Node(v)
			squares = append(squares, s)
		}
	}
	slices.SortFunc(squares, func(a, b square) int { return int(a.y-b.y)*10_000 + int(a.x-b.x) })
	out := make([][]graph.Seed, len(squares))
	for i, s := range squares {
		out[i] = []graph.Seed{graph.At(first[s])}
	}
	return out
}

func (b *bench) build(g *graph.Graph) (*hierarchy.Hierarchy, error) {
	var h *hierarchy.Hierarchy
	cost, err := measure(func() (err error) {
		h, err = hierarchy.Build(b.ctx, g, hierarchy.Options{})
		return err
	})
	if err != nil {
		return nil, err
	}
	held, err := peak()
	if err != nil {
		return nil, err
	}
	up, down := h.Arcs()
	b.add(row{on: fmt.Sprintf("made-up network of %d nodes, %d arcs: build", g.Nodes(), g.Arcs()), anchor: "RoutingKit 32 s, on another network of that size",
		goal: "≤ 90 s", measured: fmt.Sprintf("%s, peak memory so far %d MB", cost, held>>20), ratio: ratio(cost.clock, 32*time.Second), met: cost.clock <= 90*time.Second})
	b.note("The hierarchy of the made-up country has %d arcs up and %d down.", up, down)
	return h, nil
}

func (b *bench) oneSite(r *hierarchy.Restricted, where [][]graph.Seed) error {
	places, arcs := r.Size()
	s, values := r.NewSweep(), make([]uint32, r.Targets())
	var times []time.Duration
	for _, site := range where[:min(500, len(where))] {
		begin := time.Now()
		s.From(site, values)
		times = append(times, time.Since(begin))
	}
	middle, worst := median(times)
	b.add(row{on: fmt.Sprintf("one site to %d targets, one core, one at a time", r.Targets()), anchor: "RoutingKit 8.8 ms", goal: "≤ 4 ms",
		measured: fmt.Sprintf("median of %d: %s, longest %s", len(times), short(middle), short(worst)),
		ratio:    ratio(middle, 8800*time.Microsecond), met: middle <= 4*time.Millisecond})
	batch := where[:256]
	var clock, spent []time.Duration
	for range 7 {
		cost, err := measure(func() error { return r.Matrix(b.ctx, batch, 1, func(int, []uint32) {}) })
		if err != nil {
			return err
		}
		clock, spent = append(clock, cost.clock/time.Duration(len(batch))), append(spent, cost.processor/time.Duration(len(batch)))
	}
	each := middles(clock, spent)
	b.add(row{on: "the same in batches of eight sites, for each site", anchor: "RoutingKit 8.8 ms", goal: "≤ 4 ms",
		measured: fmt.Sprintf("median of %d × %d: %s", len(clock), len(batch), each), ratio: ratio(each.clock, 8800*time.Microsecond), met: each.clock <= 4*time.Millisecond})
	b.note("A sweep over the %d targets looks at %d places and %d arcs: what that is on other networks decides how the times carry over.", r.Targets(), places, arcs)
	return nil
}

func (b *bench) matrix(r *hierarchy.Restricted, where [][]graph.Seed) error {
	var table []uint32
	cost, err := measure(func() (err error) {
		table, err = r.Table(b.ctx, where, 0)
		return err
	})
	if err != nil {
		return err
	}
	b.add(row{on: fmt.Sprintf("%d sites × %d points, all cells, both cores", len(where), r.Targets()), anchor: "RoutingKit 19 s on one core", goal: "≤ 8 s",
		measured: cost.String(), ratio: ratio(cost.clock, 19*time.Second), met: cost.clock <= 8*time.Second})
	held, err := peak()
	if err != nil {
		return err
	}
	b.add(row{on: fmt.Sprintf("peak memory of all rows of the made-up country, the table of %d MB held", len(table)*4>>20), anchor: "–", goal: "≤ 2 GB",
		measured: fmt.Sprintf("%d MB", held>>20), ratio: "–", met: held <= 2<<30})
	return nil
}
