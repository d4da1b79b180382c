package osm_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/travel/osm"
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

func benchmarkDecode(b *testing.B, name string, want osm.Kind) {
	path := data(b, "osm/"+name)
	f, err := osm.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	f.Workers = 1
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	nodes := 0
	for b.Loop() {
		nodes = 0
		if err := f.Each(context.Background(), want, func(block *osm.Block) error {
			nodes += len(block.Nodes)
			return nil
		}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(nodes), "nodes")
}

func BenchmarkDecodeDelaware(b *testing.B) { benchmarkDecode(b, "delaware-latest.osm.pbf", osm.All) }
func BenchmarkDecodePorto(b *testing.B)    { benchmarkDecode(b, "porto_portugal.osm.pbf", osm.All) }
