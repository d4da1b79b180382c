package transit

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// town is a scene large enough for many batches of sites: seeded trips over a square of stops.
func town(side, courses, homes int) *scene {
	r := rand.New(rand.NewPCG(uint64(side), uint64(courses)))
	s := &scene{stops: side * side}
	for i := range s.stops {
		walks := []Hop{{int32(i), 0}}
		if i+1 < s.stops && i%side < side-1 {
			walks = append(walks, Hop{int32(i + 1), 240})
		}
		s.walks = append(s.walks, walks)
	}
	for range courses {
		at, course := r.IntN(s.stops), []int{}
		for range 12 {
			course = append(course, at)
			switch r.IntN(4) {
			case 0:
				at = min(at+1, s.stops-1)
			case 1:
				at = max(at-1, 0)
			case 2:
				at = min(at+side, s.stops-1)
			default:
				at = max(at-side, 0)
			}
		}
		headway := int32(300 * (1 + r.IntN(4)))
		for start := int32(r.IntN(600)); start < 4*3600; start += headway {
			var trip rawTrip
			for i, stop := range course {
				t := start + int32(i)*90
				trip = append(trip, Call{Stop(stop), t, t + 10, true, true})
			}
			s.trips = append(s.trips, trip)
		}
	}
	for i := range homes {
		stop := int32(i * s.stops / homes)
		s.homes = append(s.homes, []Hop{{stop, 100}, {min(stop+1, int32(s.stops-1)), 200}})
		s.sites = append(s.sites, []Hop{{stop, 50}})
		var direct []Hop
		for k := range homes {
			direct = append(direct, Hop{int32(k), int32(300 * max(i-k, k-i))})
		}
		s.direct = append(s.direct, direct)
	}
	return s
}

// One worker and several give the same matrix, as does each shortcut turned off; and the percentiles are those of the times.
func TestMatrixIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	s := town(8, 20, 30)
	q := s.query(Minutes(3600, 60), 3600, 3)
	q.Percentiles = []int{5, 25, 50, 75, 95, 100}
	want, err := s.network(t, Shortcuts{}).Matrix(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	for name, short := range allShortcuts {
		n := s.network(t, short)
		both(t, func(t *testing.T, workers int) {
			q.Workers = workers
			got, err := n.Matrix(t.Context(), q)
			if err != nil || !slices.Equal(got.seconds, want.seconds) {
				t.Errorf("%s: differs: %v", name, err)
			}
		})
	}
	rides := 0
	for key, all := range times(t, s.network(t, Shortcuts{}), q) {
		slices.Sort(all)
		if all[0] != Never && all[0]%300 != 0 {
			rides++
		}
		_ = key
	}
	if rides < 300 {
		t.Errorf("only %d of 900 cells ride at all: the test shows little", rides)
	}
}

// Percentile q is the least time that at least q percent of the times do not exceed, however long times may be.
func TestPercentilesAreNearestRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.SampledFrom([]int32{100, 65534, 65535, 1 << 20}).Draw(t, "limit")
		times := rapid.SliceOfN(rapid.OneOf(rapid.Int32Range(0, limit), rapid.Just(Never)), 1, 130).Draw(t, "times")
		qs := rapid.SliceOfN(rapid.IntRange(1, 100), 1, 6).Draw(t, "percentiles")
		rank, err := ranks(qs, len(times))
		if err != nil {
			t.Fatal(err)
		}
		got := make([]int32, len(qs))
		newRanker(len(times), limit).at(times, rank, got)
		for i, q := range qs {
			within, below := 0, 0
			for _, x := range times {
				if x <= got[i] {
					within++
				}
				if x < got[i] {
					below++
				}
			}
			if within*100 < q*len(times) || below*100 >= q*len(times) {
				t.Fatalf("percentile %d of %v: %d", q, times, got[i])
			}
		}
	})
}

// Questions that make no sense are refused with what would be right.
func TestMatrixRefuses(t *testing.T) {
	s := town(3, 2, 3)
	n := s.network(t, Shortcuts{})
	good := func() Query { return s.query(Minutes(0, 10), 3600, 3) }
	for _, c := range []struct {
		want  string
		spoil func(*Query)
	}{
		{"a window of 0 times", func(q *Query) { q.Window.Count = 0 }},
		{"every 0 s", func(q *Query) { q.Window.Step = 0 }},
		{"a limit of 0 s", func(q *Query) { q.Limit = 0 }},
		{"at most -1 rides", func(q *Query) { q.MaxRides = -1 }},
		{"percentile 0", func(q *Query) { q.Percentiles = []int{0} }},
		{"percentile 101", func(q *Query) { q.Percentiles = []int{101} }},
		{"from homes to stops: 0 → 99", func(q *Query) { q.Homes = ListsOf([][]Hop{{{99, 1}}}) }},
		{"from stops to sites: 0 → 0 in -1 s", func(q *Query) { q.Sites = ListsOf([][]Hop{{{0, -1}}}) }},
		{"from homes to sites start at 1 places; want 3", func(q *Query) { q.Direct = ListsOf([][]Hop{nil}) }},
	} {
		q := good()
		c.spoil(&q)
		if _, err := n.Matrix(t.Context(), q); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
	if _, err := NewNetwork(s.timetable(t), ListsOf(nil), Shortcuts{}); err == nil || !strings.Contains(err.Error(), "between stops start at 0 places; want 9") {
		t.Errorf("changes of no stop: %v", err)
	}
}

// A context that ends stops the work, and progress comes to the end otherwise.
func TestCancelAndProgress(t *testing.T) {
	s := town(6, 10, 20)
	n, q := s.network(t, Shortcuts{}), s.query(Minutes(3600, 30), 3600, 3)
	done := 0
	q.Progress = func(d, total int) {
		if total != 20 || d < done {
			t.Errorf("%d of %d after %d", d, total, done)
		}
		done = d
	}
	if _, err := n.Matrix(t.Context(), q); err != nil || done != 20 {
		t.Errorf("%v, %d of 20", err, done)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := n.Matrix(ctx, q); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// Once a worker has what it needs, neither a search nor a cell allocates.
func TestNothingIsAllocatedPerCell(t *testing.T) {
	s := town(8, 20, 30)
	n, q := s.network(t, Shortcuts{}), s.query(Minutes(3600, 60), 3600, 3)
	sl := q.Window.slots(q.Limit)
	w, err := newWays(t.Context(), n, q.Homes, sl, 1)
	if err != nil {
		t.Fatal(err)
	}
	one, eight := newSweeper(n), newWide(n)
	sites := [][]Hop{q.Sites.From(0), q.Sites.From(1), q.Sites.From(2)}
	rank, err := ranks([]int{5, 50, 95}, 60)
	if err != nil {
		t.Fatal(err)
	}
	r, out, times := newRanker(60, q.Limit), make([]int32, 3), make([]int32, 60)
	b := &boarder{t: n.t, known: newStairs(n.t), gains: newGains(n.t)}
	b.ways(q.Homes.From(0), sl, false)
	for name, f := range map[string]func(){
		"a search":       func() { one.run(sites[0], 3, 1<<20) },
		"a wide search":  func() { eight.run(sites, 3, 1<<20) },
		"a cell":         func() { q.Window.departures(times, w.of(0), one.reach, Never, q.Limit) },
		"percentiles":    func() { r.at(times, rank, out) },
		"ways to board":  func() { b.ways(q.Homes.From(0), sl, false) },
		"a cell by time": func() { q.Window.arrivals(times, w.of(0), sl.from, one.reach, Never, q.Limit) },
	} {
		if allocated := testing.AllocsPerRun(10, f); allocated != 0 {
			t.Errorf("%s allocates %.0f times", name, allocated)
		}
	}
}

// Errands that make no sense are refused with what would be right.
func TestRoundTripsRefuse(t *testing.T) {
	s := town(3, 2, 3)
	day, err := NewDay(s.timetable(t), ListsOf(s.walks), Shortcuts{})
	if err != nil {
		t.Fatal(err)
	}
	good := func() Errand {
		return Errand{Homes: ListsOf(s.homes), Sites: ListsOf(s.sites), Direct: ListsOf(s.direct), Open: make([][]Span, 3), LeaveFrom: 0, HomeBy: 7200, MaxRides: 3}
	}
	if _, err := day.RoundTrips(t.Context(), good()); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want  string
		spoil func(*Errand)
	}{
		{"2 lists of opening hours", func(e *Errand) { e.Open = e.Open[:2] }},
		{"site 1 is open from 9 to 8", func(e *Errand) { e.Open[1] = []Span{{9, 8}} }},
		{"an errand of -1 s", func(e *Errand) { e.Service = -1 }},
		{"3 homes and 3 sites there, 1 and 3 back", func(e *Errand) { e.BackHomes, e.BackDirect = ListsOf([][]Hop{nil}), ListsOf(make([][]Hop, 3)) }},
		{"at most 101 rides", func(e *Errand) { e.MaxRides = 101 }},
	} {
		e := good()
		c.spoil(&e)
		if _, err := day.RoundTrips(t.Context(), e); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}
