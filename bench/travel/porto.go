package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// porto measures a table of 1,000 × 1,000 positions by car: from degrees to milliseconds, on a network that is ready.
func (b *bench) porto() error {
	f, err := osm.Open(b.file("osm", "porto_portugal.osm.pbf"))
	if err != nil {
		return err
	}
	defer f.Close()
	networks, err := road.Build(b.ctx, f, []road.Profile{road.Car()}, road.Options{})
	if err != nil {
		return err
	}
	n := networks[0]
	h, err := hierarchy.Build(b.ctx, n.Graph, hierarchy.Options{})
	if err != nil {
		return err
	}
	from, to := drawPositions(n, b.seed, 1_000), drawPositions(n, b.seed+1, 1_000)
	if b.positions != "" {
		if err := writePositions(b.positions, from, to); err != nil {
			return err
		}
	}
	var table []uint32
	var times, spent []time.Duration
	for range 41 {
		cost, err := measure(func() (err error) {
			table, err = b.positionTable(n, h, from, to)
			return err
		})
		if err != nil {
			return err
		}
		times, spent = append(times, cost.clock), append(spent, cost.processor)
	}
	reached := 0
	for _, d := range table {
		if d != graph.Unreachable {
			reached++
		}
	}
	if err := portoEqual(n, from, to, table); err != nil {
		return err
	}
	cost := middles(times, spent)
	b.add(row{on: "Porto, 1,000 × 1,000 positions by car, snapping included", anchor: "OSRM 0.42 s of processor time", goal: "≤ 0.05 s",
		measured: fmt.Sprintf("median of %d: %s on both cores, least %s", len(times), cost, short(times[0])),
		ratio:    ratio(cost.processor, 420*time.Millisecond) + " of processor time", met: cost.clock <= 50*time.Millisecond})
	b.note("Porto: %d nodes and %d arcs after merging; %d of %d cells in reach; 40 rows were held against Dijkstra and were equal.", n.Graph.Nodes(), n.Graph.Arcs(), reached, len(table))
	return nil
}

type position struct{ lat, lon float64 }

// drawPositions strews positions around nodes of the network, by up to some 200 m.
func drawPositions(n *road.Network, seed uint64, count int) []position {
	r := rand.New(rand.NewPCG(seed, 4))
	out := make([]position, count)
	for i := range out {
		v := r.IntN(n.Graph.Nodes())
		out[i] = position{float64(n.Lat[v])/1e7 + 0.004*(r.Float64()-0.5), float64(n.Lon[v])/1e7 + 0.004*(r.Float64()-0.5)}
	}
	return out
}

// writePositions writes both sides of the table for another program.
func writePositions(name string, from, to []position) error {
	var b strings.Builder
	b.WriteString("kind,lat,lon\n")
	for _, p := range from {
		fmt.Fprintf(&b, "from,%.7f,%.7f\n", p.lat, p.lon)
	}
	for _, p := range to {
		fmt.Fprintf(&b, "to,%.7f,%.7f\n", p.lat, p.lon)
	}
	return os.WriteFile(name, []byte(b.String()), 0o600)
}

func snap(n *road.Network, positions []position) ([]road.Place, error) {
	out := make([]road.Place, len(positions))
	for i, p := range positions {
		var ok bool
		if out[i], ok = n.Snap(p.lat, p.lon, 2_000); !ok {
			return nil, fmt.Errorf("position %d, %f %f: no road within 2 km", i, p.lat, p.lon)
		}
	}
	return out, nil
}

func (b *bench) positionTable(n *road.Network, h *hierarchy.Hierarchy, from, to []position) ([]uint32, error) {
	var targets []road.Place
	var failed error
	var beside sync.WaitGroup
	beside.Go(func() { targets, failed = snap(n, to) })
	sources, err := snap(n, from)
	beside.Wait()
	if err = cmp.Or(err, failed); err != nil {
		return nil, err
	}
	leave, arrive := make([][]graph.Seed, len(sources)), make([][]graph.Seed, len(targets))
	for i, p := range sources {
		leave[i] = n.Departures(p, nil)
	}
	onEdge := map[uint32][]int{}
	for i, p := range targets {
		arrive[i] = n.Arrivals(p, nil)
		onEdge[p.Edge] = append(onEdge[p.Edge], i)
	}
	r, err := h.Restrict(arrive, hierarchy.Outward, false)
	if err != nil {
		return nil, err
	}
	table, err := r.Table(b.ctx, leave, 0)
	if err != nil {
		return nil, err
	}
	for i, p := range sources {
		for _, t := range onEdge[p.Edge] {
			if d, ok := n.Direct(p, targets[t]); ok {
				table[i*len(targets)+t] = min(table[i*len(targets)+t], d)
			}
		}
	}
	return table, nil
}

func portoEqual(n *road.Network, from, to []position, table []uint32) error {
	sources, err := snap(n, from)
	if err != nil {
		return err
	}
	targets, err := snap(n, to)
	if err != nil {
		return err
	}
	s := graph.NewSearch(n.Graph)
	for i := 0; i < len(sources); i += 25 {
		s.Run(n.Departures(sources[i], nil), graph.MaxDistance)
		for t, p := range targets {
			want := s.To(n.Arrivals(p, nil))
			if d, ok := n.Direct(sources[i], p); ok {
				want = min(want, d)
			}
			if got := table[i*len(targets)+t]; got != want {
				return fmt.Errorf("from position %d to %d: %d ms, want %d", i, t, got, want)
			}
		}
	}
	return nil
}
