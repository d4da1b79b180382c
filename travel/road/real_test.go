package road_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// data returns the path of a file of the shared data, or skips.
func data(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("ETABLERA_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "data")
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the shared data is not here: %v; set ETABLERA_DATA", err)
	}
	return path
}

func build(t testing.TB, path string, options road.Options, profiles ...road.Profile) []*road.Network {
	t.Helper()
	f, err := osm.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n, err := road.Build(context.Background(), f, profiles, options)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func BenchmarkBuildDelaware(b *testing.B) {
	path := data(b, "osm/delaware-latest.osm.pbf")
	b.ReportAllocs()
	for b.Loop() {
		build(b, path, road.Options{}, road.Car(), road.Foot())
	}
}

func BenchmarkBuildDelawareCar(b *testing.B) {
	path := data(b, "osm/delaware-latest.osm.pbf")
	b.ReportAllocs()
	for b.Loop() {
		build(b, path, road.Options{}, road.Car())
	}
}
func TestReal(t *testing.T) {
	for _, name := range []string{"andorra.osm.pbf", "liechtenstein.osm.pbf", "porto_portugal.osm.pbf", "delaware-latest.osm.pbf", "oslo-east-filtered.osm.pbf", "lund-station-sweden.osm.pbf"} {
		for _, n := range build(t, data(t, "osm/"+name), road.Options{}, road.Car(), road.Foot()) {
			t.Logf("%s %s %+v", name, n.Meta.Profile.Name, n.Meta.Counts)
			if err := n.Graph.Check(); err != nil {
				t.Error(err)
			}
		}
	}
}
