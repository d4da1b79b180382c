package hierarchy

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// A batch leaves nothing behind for the next, full or not, whatever was in reach before.
func TestBatchesDoNotMix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		h := mustBuild(t, g, Options{})
		targets := make([][]graph.Seed, rapid.IntRange(1, 6).Draw(t, "targets"))
		for i := range targets {
			targets[i] = drawSeeds(t, g)
		}
		r := mustRestrict(t, h, targets, Inward, false)
		b := r.newBatch()
		for range 4 {
			sources := make([][]graph.Seed, rapid.IntRange(1, lanes).Draw(t, "sources"))
			values := make([][]uint32, len(sources))
			for i := range sources {
				sources[i], values[i] = drawSeeds(t, g), make([]uint32, len(targets))
			}
			b.from(sources, rapid.Bool().Draw(t, "stall"), values)
			want := oracle(g, sources, targets, Inward)
			for i := range values {
				same(t, "batch", values[i], want[i*len(targets):(i+1)*len(targets)])
			}
		}
	})
}

// More goroutines than batches, no sources and no targets are no trouble.
func TestMatrixOfOddSizes(t *testing.T) {
	g := city(t, 15, 15, 12)
	h := mustBuild(t, g, Options{})
	for _, c := range []struct{ sources, targets, workers int }{{0, 5, 3}, {5, 0, 3}, {1, 1, 9}, {lanes, 3, 0}, {lanes + 1, 3, 2}, {3 * lanes, 1, 5}} {
		sources, targets := places(g, c.sources, 1), places(g, c.targets, 2)
		table, err := mustRestrict(t, h, targets, Outward, false).Table(context.Background(), sources, c.workers)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "table", table, oracle(g, sources, targets, Outward))
	}
}
