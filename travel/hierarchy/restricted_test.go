package hierarchy

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// Sweeps for one source and for batches, over what is wanted and over everything, with and without stalling, give what
// one plain search for each source gives.
func TestSweepsEqualPlainSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		h := mustBuild(t, g, Options{})
		sources, targets := make([][]graph.Seed, rapid.IntRange(0, 20).Draw(t, "sources")), make([][]graph.Seed, rapid.IntRange(0, 12).Draw(t, "targets"))
		for i := range sources {
			sources[i] = drawSeeds(t, g)
		}
		for i := range targets {
			targets[i] = drawSeeds(t, g)
		}
		for name, d := range directions() {
			allSweepsEqual(t, name, h, sources, targets, d, oracle(g, sources, targets, d))
		}
	})
}

func TestSweepsOfCityEqualPlainSearch(t *testing.T) {
	g := city(t, 70, 50, 9)
	h := mustBuild(t, g, Options{})
	sources, targets := places(g, 21, 3), places(g, 500, 4)
	for name, d := range directions() {
		allSweepsEqual(t, name, h, sources, targets, d, oracle(g, sources, targets, d))
	}
	// One seed for each target is a way of its own.
	for i := range targets {
		targets[i] = targets[i][:1]
	}
	allSweepsEqual(t, "one seed", h, sources, targets, Inward, oracle(g, sources, targets, Inward))
}

func allSweepsEqual(t tester, name string, h *Hierarchy, sources, targets [][]graph.Seed, d Direction, want []uint32) {
	t.Helper()
	for _, whole := range []bool{false, true} {
		r := mustRestrict(t, h, targets, d, whole)
		for _, workers := range []int{1, 2} {
			table, err := r.Table(context.Background(), sources, workers)
			if err != nil {
				t.Fatal(err)
			}
			same(t, name+" table", table, want)
			rows := make([]uint32, len(want))
			if err := r.Matrix(context.Background(), sources, workers, func(i int, values []uint32) {
				copy(rows[i*len(targets):], values)
			}); err != nil {
				t.Fatal(err)
			}
			same(t, name+" matrix", rows, want)
		}
		s := r.NewSweep()
		values := make([]uint32, len(targets))
		for i, source := range sources {
			for _, s.NoStalling = range []bool{false, true} {
				s.From(source, values)
				same(t, name+" sweep", values, want[i*len(targets):(i+1)*len(targets)])
			}
		}
	}
}

// Queries give the same with and without stalling, also from several seeds to several.
func TestQueriesEqualPlainSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		q := mustBuild(t, g, Options{}).NewQuery()
		for range 5 {
			from, to := drawSeeds(t, g), drawSeeds(t, g)
			want := oracle(g, [][]graph.Seed{from}, [][]graph.Seed{to}, Outward)[0]
			for _, q.NoStalling = range []bool{false, true} {
				if got := q.Between(from, to); got != want {
					t.Fatalf("from %v to %v: %d, want %d", from, to, got, want)
				}
			}
		}
	})
}

// Restricting is worth its memory: few targets need few places, and slots lie after all that leads to them.
func TestRestrictedIsSmallAndInOrder(t *testing.T) {
	g := city(t, 60, 60, 6)
	h := mustBuild(t, g, Options{})
	r := mustRestrict(t, h, places(g, 10, 5), Outward, false)
	if size, _ := r.Size(); size > g.Nodes()/3 {
		t.Errorf("10 targets need %d places of %d", size, g.Nodes())
	}
	all := mustRestrict(t, h, places(g, 10, 5), Outward, true)
	if size, _ := all.Size(); size != g.Nodes()+1 {
		t.Errorf("all places are %d of %d", size, g.Nodes())
	}
	slot, arcs := uint32(0), r.arcs
	for _, run := range r.runs {
		for range run.slots {
			for _, a := range arcs[:run.arcs] {
				if a.head() >= slot {
					t.Fatalf("slot %d needs slot %d", slot, a.head())
				}
			}
			arcs = arcs[run.arcs:]
			slot++
		}
	}
	if int(slot) != r.slots || len(arcs) != 0 {
		t.Errorf("%d slots of %d, %d arcs left", slot, r.slots, len(arcs))
	}
}

// Places that are not there are refused by number; a source in a matrix too.
func TestRestrictRefuses(t *testing.T) {
	h := mustBuild(t, mustGraph(t, 3, nil), Options{})
	if _, err := h.Restrict([][]graph.Seed{nil, {{Node: 3}}}, Outward, false); err == nil || !strings.Contains(err.Error(), "target 1 lies at node 3; expected a node below 3") {
		t.Errorf("%v", err)
	}
	r := mustRestrict(t, h, [][]graph.Seed{{graph.At(0)}}, Outward, false)
	if _, err := r.Table(context.Background(), [][]graph.Seed{nil, nil, {{Node: 9}}}, 1); err == nil || !strings.Contains(err.Error(), "source 2 lies at node 9") {
		t.Errorf("%v", err)
	}
}

// A matrix stops between batches when the context ends, and tells every source once otherwise.
func TestMatrixStopsAndTellsOnce(t *testing.T) {
	g := city(t, 20, 20, 7)
	r := mustRestrict(t, mustBuild(t, g, Options{}), places(g, 30, 1), Outward, false)
	sources := places(g, 100, 2)
	ctx, cancel := context.WithCancel(context.Background())
	told := 0
	err := r.Matrix(ctx, sources, 1, func(int, []uint32) { told++; cancel() })
	if !errors.Is(err, context.Canceled) || told != lanes {
		t.Errorf("%v after %d sources", err, told)
	}
	count := make([]int, len(sources))
	if err := r.Matrix(context.Background(), sources, 1, func(i int, _ []uint32) { count[i]++ }); err != nil {
		t.Fatal(err)
	}
	if slices.Min(count) != 1 || slices.Max(count) != 1 {
		t.Errorf("told %v", count)
	}
}

// A sweep whose memory is there allocates nothing.
func TestSweepDoesNotAllocate(t *testing.T) {
	g := city(t, 30, 30, 8)
	r := mustRestrict(t, mustBuild(t, g, Options{}), places(g, 100, 1), Outward, false)
	s, values, source := r.NewSweep(), make([]uint32, 100), []graph.Seed{graph.At(7)}
	s.From(source, values)
	if n := testing.AllocsPerRun(5, func() { s.From(source, values) }); n > 0 {
		t.Errorf("%g allocations a sweep", n)
	}
}

func BenchmarkSweep(b *testing.B) {
	g := city(b, 200, 200, 1)
	r := mustRestrict(b, mustBuild(b, g, Options{}), places(g, 5_000, 1), Inward, false)
	sources := places(g, 64, 2)
	b.Run("one", func(b *testing.B) {
		s, values := r.NewSweep(), make([]uint32, r.Targets())
		for i := 0; b.Loop(); i++ {
			s.From(sources[i%len(sources)], values)
		}
	})
	b.Run("batch", func(b *testing.B) {
		for b.Loop() {
			if err := r.Matrix(context.Background(), sources, 1, func(int, []uint32) {}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(sources)), "ns/source")
	})
}
