package hierarchy

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// On the roads of real extracts, by car and on foot, sweeps and batches to places in the middle of streets equal plain
// searches in both directions.
func TestExtractsEqualPlainSearch(t *testing.T) {
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	for i, name := range []string{"lund-station-sweden", "liechtenstein", "andorra"} {
		f, err := osm.Open(filepath.Join(dir, "osm", name+".osm.pbf"))
		if err != nil {
			t.Skipf("no test data: set ETABLERA_DATA to the folder that holds osm: %v", err)
		}
		networks, err := road.Build(context.Background(), f, []road.Profile{road.Car(), road.Foot()}, road.Options{})
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range networks {
			h := mustBuild(t, n.Graph, Options{})
			r := rand.New(rand.NewPCG(uint64(i), 1))
			sources, targets := drawPlaces(t, r, n, 9), drawPlaces(t, r, n, 400)
			for direction, d := range directions() {
				allSweepsEqual(t, name+" "+n.Meta.Profile.Name+" "+direction, h, sources, targets, d, oracle(n.Graph, sources, targets, d))
			}
		}
		if testing.Short() {
			break
		}
	}
}

// drawPlaces strews positions around nodes and gives the seeds of where they meet the network.
func drawPlaces(t *testing.T, r *rand.Rand, n *road.Network, count int) [][]graph.Seed {
	out := make([][]graph.Seed, count)
	for i := range out {
		v := r.IntN(n.Graph.Nodes())
		place, ok := n.Snap(float64(n.Lat[v])/1e7+0.002*(r.Float64()-0.5), float64(n.Lon[v])/1e7+0.002*(r.Float64()-0.5), 5_000)
		if !ok {
			t.Fatalf("node %d has no road within 5 km", v)
		}
		// As targets they stand for arrivals, as sources for departures; here only that there are several matters.
		out[i] = n.Arrivals(place, nil)
	}
	return out
}
