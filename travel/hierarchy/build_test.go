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

// Whatever the graph and the way of building, all distances are those of the plain search.
func TestHierarchyEqualsPlainSearch(t *testing.T) {
	ways := everyWay()
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		all := make([][]graph.Seed, g.Nodes())
		for v := range all {
			all[v] = []graph.Seed{graph.At(graph.Node(v))}
		}
		want := oracle(g, all, all, Outward)
		for name, opt := range ways {
			q := mustBuild(t, g, opt).NewQuery()
			for i, d := range want {
				from, to := graph.Node(i/len(all)), graph.Node(i%len(all))
				if got := q.Distance(from, to); got != d {
					t.Fatalf("%s: from %d to %d: %d, want %d", name, from, to, got, d)
				}
			}
		}
	})
}

// The same on a network with a dense top, where bounded searches give up.
func TestHierarchyOfCityEqualsPlainSearch(t *testing.T) {
	g := city(t, 40, 30, 1)
	sources, targets := places(g, 25, 1), places(g, 200, 2)
	want := oracle(g, sources, targets, Outward)
	for name, opt := range everyWay() {
		if opt.Witness < 0 {
			continue // without any search for ways round the top has as many arcs as it has pairs
		}
		q := mustBuild(t, g, opt).NewQuery()
		for i, d := range want {
			if got := q.Between(sources[i/len(targets)], targets[i%len(targets)]); got != d {
				t.Fatalf("%s: pair %d: %d, want %d", name, i, got, d)
			}
		}
	}
}

// Where nearly all paths tie, none may be left out for another that was left out for it.
func TestTiesEqualPlainSearch(t *testing.T) {
	for most := range uint32(4) {
		g := even(city(t, 30, 30, uint64(most)), most+1)
		sources, targets := places(g, 12, 1), places(g, 300, 2)
		for i := range sources {
			sources[i] = sources[i][:1]
		}
		for name, d := range directions() {
			allSweepsEqual(t, name, mustBuild(t, g, Options{}), sources, targets, d, oracle(g, sources, targets, d))
		}
		q := mustBuild(t, g, Options{}).NewQuery()
		for i, d := range oracle(g, sources, targets, Outward) {
			for _, q.NoStalling = range []bool{false, true} {
				if got := q.Between(sources[i/len(targets)], targets[i%len(targets)]); got != d {
					t.Fatalf("lengths up to %d, pair %d: %d, want %d", most+1, i, got, d)
				}
			}
		}
	}
}

// On a perfect grid the distance is the number of blocks.
func TestPerfectGrid(t *testing.T) {
	const w, h, block = 30, 20, 5
	var edges []graph.Edge
	for v := range graph.Node(w * h) {
		if v%w+1 < w {
			edges = append(edges, graph.Edge{From: v, To: v + 1, Weight: block}, graph.Edge{From: v + 1, To: v, Weight: block})
		}
		if v/w+1 < h {
			edges = append(edges, graph.Edge{From: v, To: v + w, Weight: block}, graph.Edge{From: v + w, To: v, Weight: block})
		}
	}
	q := mustBuild(t, mustGraph(t, w*h, edges), Options{}).NewQuery()
	for from := 0; from < w*h; from += 7 {
		for to := range w * h {
			blocks := max(from%w-to%w, to%w-from%w) + max(from/w-to/w, to/w-from/w)
			if got := q.Distance(graph.Node(from), graph.Node(to)); got != uint32(block*blocks) {
				t.Fatalf("from %d to %d: %d, want %d blocks of %d", from, to, got, blocks, block)
			}
		}
	}
}

// One goroutine or several: the same hierarchy, bit by bit.
func TestBuildDoesNotDependOnWorkers(t *testing.T) {
	g := city(t, 60, 50, 5)
	one := mustBuild(t, g, Options{Workers: 1})
	for _, workers := range []int{2, 3, 8} {
		if other := mustBuild(t, g, Options{Workers: workers}); !equal(one, other) {
			t.Errorf("%d workers build another hierarchy", workers)
		}
	}
}

func equal(a, b *Hierarchy) bool {
	return slices.Equal(a.place, b.place) &&
		slices.Equal(a.up.first, b.up.first) && slices.Equal(a.up.arcs, b.up.arcs) &&
		slices.Equal(a.down.first, b.down.first) && slices.Equal(a.down.arcs, b.down.arcs)
}

// Every arc leads to a place above, and every node has a place of its own.
func TestEveryArcLeadsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGraph(t)
		h := mustBuild(t, g, Options{})
		places := slices.Clone(h.place)
		slices.Sort(places)
		for i, p := range places {
			if int(p) != i {
				t.Fatalf("places %v", h.place)
			}
		}
		for _, half := range []*half{&h.up, &h.down} {
			for v := range h.Nodes() {
				for _, a := range half.of(uint32(v)) {
					if int(a.head()) >= v || a.weight() > graph.MaxDistance {
						t.Fatalf("place %d has an arc to %d of %d", v, a.head(), a.weight())
					}
				}
			}
		}
	})
}

// Searching for ways round is worth its time: it leaves fewer arcs, and the more the longer it may search.
func TestWitnessesSaveArcs(t *testing.T) {
	g := city(t, 30, 30, 2)
	count := func(witness int) int {
		up, down := mustBuild(t, g, Options{Witness: witness}).Arcs()
		return up + down
	}
	none, few, many := count(-1), count(5), count(200)
	if !(many < few && few < none) {
		t.Errorf("%d arcs without a search, %d with a short one, %d with a long one", none, few, many)
	}
}

// A chain needs no more arcs than it had: every shortcut takes the place of two arcs.
func TestChainHasFewShortcuts(t *testing.T) {
	const n = 1000
	var edges []graph.Edge
	for v := range graph.Node(n - 1) {
		edges = append(edges, graph.Edge{From: v, To: v + 1, Weight: 3}, graph.Edge{From: v + 1, To: v, Weight: 4})
	}
	h := mustBuild(t, mustGraph(t, n, edges), Options{})
	if up, down := h.Arcs(); up+down > 2*len(edges) {
		t.Errorf("%d arcs up and %d down of %d", up, down, len(edges))
	}
	if d := h.NewQuery().Distance(0, n-1); d != 3*(n-1) {
		t.Errorf("end to end: %d", d)
	}
	if d := h.NewQuery().Distance(n-1, 0); d != 4*(n-1) {
		t.Errorf("and back: %d", d)
	}
}

// Progress runs up to all nodes.
func TestBuildReportsProgress(t *testing.T) {
	g := city(t, 20, 20, 3)
	var told []int
	mustBuild(t, g, Options{Progress: func(done, of int) {
		if of != g.Nodes() {
			t.Errorf("%d of %d", done, of)
		}
		told = append(told, done)
	}})
	if len(told) < 2 || !slices.IsSorted(told) || told[len(told)-1] != g.Nodes() {
		t.Errorf("progress %v", told)
	}
}

// Build stops when the context ends, and refuses arrays that contradict each other.
func TestBuildStopsAndRefuses(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	g := city(t, 20, 20, 4)
	_, err := Build(ctx, g, Options{Progress: func(int, int) { cancel() }})
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "of 400 nodes left") {
		t.Errorf("%v", err)
	}
	var invalid *graph.InvalidError
	if _, err := Build(context.Background(), &graph.Graph{First: []graph.Arc{0, 1}}, Options{}); !errors.As(err, &invalid) {
		t.Errorf("%v", err)
	}
}

// A graph without nodes is a graph.
func TestEmptyGraph(t *testing.T) {
	h := mustBuild(t, mustGraph(t, 0, nil), Options{})
	r := mustRestrict(t, h, [][]graph.Seed{nil}, Outward, false)
	table, err := r.Table(context.Background(), [][]graph.Seed{nil}, 1)
	if err != nil || !slices.Equal(table, []uint32{graph.Unreachable}) {
		t.Errorf("%v, %v", table, err)
	}
}

func BenchmarkBuild(b *testing.B) {
	g := city(b, 100, 100, 1)
	for b.Loop() {
		mustBuild(b, g, Options{})
	}
}
