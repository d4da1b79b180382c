package assignment

import (
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// drawRow draws distances with many ties and some that are out of reach.
func drawRow(t *rapid.T, places int) []uint32 {
	return rapid.SliceOfN(rapid.OneOf(rapid.Uint32Range(0, 5), rapid.Uint32Range(0, 1_000_000), rapid.Just(graph.Unreachable)), places, places).Draw(t, "row")
}

// twoBest looks through all rows for the two nearest sites of one place.
func twoBest(rows map[graph.Site][]uint32, place int) (first, second graph.Near) {
	first, second = graph.None, graph.None
	for s := range graph.Site(10) {
		row, open := rows[s]
		switch {
		case !open || row[place] == graph.Unreachable:
		case row[place] < first.Distance:
			first, second = graph.Near{Site: s, Distance: row[place]}, first
		case row[place] < second.Distance:
			second = graph.Near{Site: s, Distance: row[place]}
		}
	}
	return first, second
}

// After any openings and closings, each place has the sites that looking through all open ones finds.
func TestAssignmentEqualsLookingThroughAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const places = 7
		a := New(places)
		rows := map[graph.Site][]uint32{}
		for _, s := range rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 9), func(i int) graph.Site { return graph.Site(i) }), 0, 40).Draw(t, "steps") {
			if _, open := rows[s]; open {
				delete(rows, s)
				if err := a.Close(s); err != nil {
					t.Fatal(err)
				}
			} else {
				rows[s] = drawRow(t, places)
				if err := a.Open(s, rows[s]); err != nil {
					t.Fatal(err)
				}
			}
			if a.Sites() != len(rows) {
				t.Fatalf("%d sites, want %d", a.Sites(), len(rows))
			}
			for p := range a.Places() {
				first, second := twoBest(rows, p)
				if a.Nearest(p) != first || a.Second(p) != second {
					t.Fatalf("place %d: %v and %v, want %v and %v", p, a.Nearest(p), a.Second(p), first, second)
				}
			}
		}
	})
}

// What cannot be is refused and changes nothing.
func TestAssignmentRefuses(t *testing.T) {
	a := New(2)
	if err := a.Open(3, []uint32{5, 6}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{a.Open(3, []uint32{1, 1}), "site 3 is open already"},
		{a.Open(4, []uint32{1}), "site 4 has 1 distances; expected one for each of 2 places"},
		{a.Open(graph.NoSite, []uint32{1, 1}), "expected a lower number"},
		{a.Close(4), "site 4 is not open"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%v, want %q", c.err, c.want)
		}
	}
	if got, want := a.Nearest(0), (graph.Near{Site: 3, Distance: 5}); got != want || a.Sites() != 1 {
		t.Errorf("%v, want %v; %d sites", got, want, a.Sites())
	}
}

// scene is the size that a country asks for: 150 open sites of 115,000 places, of which each site serves its own.
func scene(b *testing.B) (*Assignment, Question, []uint32) {
	const places, sites = 115_000, 150
	r := rand.New(rand.NewPCG(1, 1))
	row := func() []uint32 {
		at, out := r.IntN(places), make([]uint32, places)
		for p := range out {
			out[p] = uint32(max(p-at, at-p))*100 + r.Uint32N(60_000)
		}
		return out
	}
	a := New(places)
	for s := range graph.Site(sites) {
		if err := a.Open(s, row()); err != nil {
			b.Fatal(err)
		}
	}
	q := Question{Limits: []uint32{600_000, 1_200_000, 1_800_000, 2_700_000, 3_600_000}, Levels: []float64{0.5, 0.9, 1}, Weights: make([]float64, places)}
	for p := range q.Weights {
		q.Weights[p] = float64(r.IntN(500))
	}
	return a, q, row()
}

func BenchmarkOpenAndClose(b *testing.B) {
	a, _, row := scene(b)
	for b.Loop() {
		if err := a.Open(150, row); err != nil {
			b.Fatal(err)
		}
		if err := a.Close(150); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSummarize(b *testing.B) {
	a, q, _ := scene(b)
	for b.Loop() {
		if _, err := a.Summarize(q); err != nil {
			b.Fatal(err)
		}
	}
}
