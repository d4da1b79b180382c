package hierarchy

import (
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/travel/graph"
)

// vector reads a file of little-endian 32-bit numbers of RoutingKit's test data.
func vector[T ~uint32](t testing.TB, name string) []T {
	t.Helper()
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	data, err := os.ReadFile(filepath.Join(dir, "graph", "luxembourg", "luxembourg_"+name))
	if err != nil {
		t.Skipf("no test data: set ETABLERA_DATA to the folder that holds graph/luxembourg: %v", err)
	}
	out := make([]T, len(data)/4)
	for i := range out {
		out[i] = T(binary.LittleEndian.Uint32(data[4*i:]))
	}
	return out
}

func luxembourg(t testing.TB) *graph.Graph {
	return &graph.Graph{First: vector[graph.Arc](t, "first_out"), Head: vector[graph.Node](t, "head"), Weight: vector[uint32](t, "travel_time")}
}

// All 100,000 reference pairs, found by RoutingKit, are equal; and sweeps from twelve sources to 5,000 targets equal plain
// searches.
func TestLuxembourgEqualsReference(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute under the race detector")
	}
	g := luxembourg(t)
	from, to := vector[graph.Node](t, "source_node"), vector[graph.Node](t, "target_node")
	want := vector[uint32](t, "query_reference_travel_time_length")
	h := mustBuild(t, g, Options{})
	q := h.NewQuery()
	wrong, unreachable := 0, 0
	for i := range from {
		// RoutingKit writes its greatest 31-bit number where there is no way.
		expected := want[i]
		if expected == 1<<31-1 {
			expected = graph.Unreachable
			unreachable++
		}
		if got := q.Distance(from[i], to[i]); got != expected {
			if wrong++; wrong < 10 {
				t.Errorf("pair %d, from %d to %d: %d, want %d", i, from[i], to[i], got, expected)
			}
		}
	}
	if len(from) != 100_000 || wrong > 0 {
		t.Errorf("%d of %d pairs differ", wrong, len(from))
	}
	t.Logf("%d pairs, %d of them out of reach of one another", len(from), unreachable)
	targets := make([][]graph.Seed, 5_000)
	for i := range targets {
		targets[i] = []graph.Seed{graph.At(to[i])}
	}
	sources := make([][]graph.Seed, 12)
	for i := range sources {
		sources[i] = []graph.Seed{graph.At(from[i])}
	}
	for name, d := range directions() {
		table, err := mustRestrict(t, h, targets, d, false).Table(context.Background(), sources, 2)
		if err != nil {
			t.Fatal(err)
		}
		same(t, name, table, oracle(g, sources, targets, d))
	}
}
