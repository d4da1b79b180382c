package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// extracts compares all ways of finding a time, by car and on foot, on every extract there is.
func (b *bench) extracts() error {
	files, err := filepath.Glob(b.file("osm", "*.pbf"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no extracts at %s: set ETABLERA_DATA", b.file("osm"))
	}
	total, networks := 0, 0
	for _, name := range files {
		f, err := osm.Open(name)
		if err != nil {
			return err
		}
		nets, err := road.Build(b.ctx, f, []road.Profile{road.Car(), road.Foot()}, road.Options{})
		f.Close()
		if err != nil {
			return err
		}
		for _, n := range nets {
			var h *hierarchy.Hierarchy
			cost, err := measure(func() (err error) {
				h, err = hierarchy.Build(b.ctx, n.Graph, hierarchy.Options{})
				return err
			})
			if err != nil {
				return err
			}
			r := rand.New(rand.NewPCG(b.seed, uint64(networks)))
			for _, d := range []hierarchy.Direction{hierarchy.Outward, hierarchy.Inward} {
				count, err := b.compare(n.Graph, h, drawNodes(r, n.Graph, 20), drawNodes(r, n.Graph, 2_000), d)
				if err != nil {
					return fmt.Errorf("%s, %s: %w", filepath.Base(name), n.Meta.Profile.Name, err)
				}
				total += count
			}
			networks++
			up, down := h.Arcs()
			fmt.Fprintf(b.log, "%s, %s: %d nodes, %d arcs; built in %s with %d arcs; all equal\n", strings.TrimSuffix(filepath.Base(name), ".pbf"),
				n.Meta.Profile.Name, n.Graph.Nodes(), n.Graph.Arcs(), cost, up+down)
		}
	}
	b.add(row{on: fmt.Sprintf("sweeps, batches and queries against Dijkstra, %d extracts by car and on foot", len(files)), anchor: "–", goal: "all equal",
		measured: fmt.Sprintf("%d values on %d networks, all equal", total, networks), ratio: "–", met: true})
	return nil
}

func drawNodes(r *rand.Rand, g *graph.Graph, count int) [][]graph.Seed {
	out := make([][]graph.Seed, count)
	for i := range out {
		out[i] = []graph.Seed{graph.At(graph.Node(r.IntN(g.Nodes())))}
	}
	return out
}
