package vectors_test

import (
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/vectors"
)

// write lays down a graph of three nodes in a ring, with some of its files replaced.
func write(t testing.TB, replaced map[string][]byte) string {
	t.Helper()
	u := func(values ...uint32) (b []byte) {
		for _, v := range values {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
		return b
	}
	f := func(values ...float32) (b []byte) {
		for _, v := range values {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
		}
		return b
	}
	files := map[string][]byte{
		"first_out": u(0, 1, 2, 3), "head": u(1, 2, 0), "travel_time": u(10, 20, 30),
		"latitude": f(49.5, 49.75, 50), "longitude": f(6, 6.25, 6.5),
	}
	for name, content := range replaced {
		files[name] = content
	}
	prefix := filepath.Join(t.TempDir(), "ring_")
	for name, content := range files {
		if content == nil {
			continue
		}
		if err := os.WriteFile(prefix+name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return prefix
}

// What was written comes back.
func TestLoad(t *testing.T) {
	n, err := vectors.Load(write(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	g := n.Graph
	if !slices.Equal(g.First, []graph.Arc{0, 1, 2, 3}) || !slices.Equal(g.Head, []graph.Node{1, 2, 0}) || !slices.Equal(g.Weight, []uint32{10, 20, 30}) ||
		!slices.Equal(n.Lat, []float64{49.5, 49.75, 50}) || !slices.Equal(n.Lon, []float64{6, 6.25, 6.5}) {
		t.Errorf("got %+v %+v", n, g)
	}
}

// What is cut off, contradictory or not on the earth is refused, with file and entry.
func TestLoadRefuses(t *testing.T) {
	nan := binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(math.NaN())))
	for _, c := range []struct {
		file    string
		content []byte
		want    string
	}{
		{"head", []byte{1, 0, 0, 0, 2, 0}, "ring_head: ends at byte 6"},
		{"head", nil, "ring_head"},
		{"head", []byte{1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0}, "Head[2] is 3"},
		{"first_out", []byte{}, "First is empty"},
		{"first_out", []byte{0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0}, "First[2] is 1"},
		{"travel_time", []byte{1, 0, 0, 0}, "Weight is 1 long"},
		{"latitude", []byte{0, 0, 0, 0}, "1 latitudes and 3 longitudes for 3 nodes"},
		{"latitude", []byte{0, 0, 0x80, 0x7f}, "entry 0 is +Inf"},
		{"longitude", nan, "entry 0 is NaN"},
	} {
		if _, err := vectors.Load(write(t, map[string][]byte{c.file: c.content})); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s of %v: got %v, want %q", c.file, c.content, err, c.want)
		}
	}
}

// The graph of Luxembourg is read whole, and searches on it give the reference times.
func TestLuxembourg(t *testing.T) {
	root := os.Getenv("ETABLERA_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "data")
	}
	prefix := filepath.Join(root, "graph", "luxembourg", "luxembourg_")
	if _, err := os.Stat(prefix + "head"); err != nil {
		t.Skipf("the shared data is not here: %v; set ETABLERA_DATA", err)
	}
	n, err := vectors.Load(prefix)
	if err != nil {
		t.Fatal(err)
	}
	if n.Graph.Nodes() != 76_595 || n.Graph.Arcs() != 175_323 {
		t.Fatalf("%d nodes and %d arcs, want 76595 and 175323", n.Graph.Nodes(), n.Graph.Arcs())
	}
	var pairs [3][]uint32
	for i, name := range []string{"source_node", "target_node", "query_reference_travel_time_length"} {
		if pairs[i], err = vectors.Read[uint32](prefix + name); err != nil {
			t.Fatal(err)
		}
	}
	search := graph.NewSearch(n.Graph)
	for i := 0; i < len(pairs[0]); i += 10_000 {
		search.Run([]graph.Seed{graph.At(graph.Node(pairs[0][i]))}, graph.MaxDistance)
		if d := search.Distance(graph.Node(pairs[1][i])); d != pairs[2][i] && !(d == graph.Unreachable && pairs[2][i] >= 1<<31-1) {
			t.Errorf("pair %d: %d, want %d", i, d, pairs[2][i])
		}
	}
}

// Whatever the bytes are, the answer is a graph that holds together, or an error.
func FuzzLoad(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0}, []byte{1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0}, []byte{0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, first, head, lat []byte) {
		n, err := vectors.Load(write(t, map[string][]byte{"first_out": append([]byte{}, first...), "head": append([]byte{}, head...), "latitude": append([]byte{}, lat...)}))
		if err == nil && n.Graph.Check() != nil {
			t.Fatal("a graph was read that does not hold together")
		}
	})
}
