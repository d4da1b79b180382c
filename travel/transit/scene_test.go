package transit

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// scene is a tiny town: trips, walks, homes and sites.
type scene struct {
	stops        int
	trips        []rawTrip
	walks        [][]Hop
	homes, sites [][]Hop
	direct       [][]Hop // per site, to homes
}

func (s *scene) timetable(t rapid.TB) *Timetable {
	b := NewBuilder(s.stops)
	for i, trip := range s.trips {
		if err := b.Add(int32(i), trip); err != nil {
			t.Fatal(err)
		}
	}
	return b.Timetable()
}

func (s *scene) network(t rapid.TB, short Shortcuts) *Network {
	n, err := NewNetwork(s.timetable(t), ListsOf(s.walks), short)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (s *scene) oracle() *oracle { return &oracle{s.stops, s.trips, s.walks} }

func (s *scene) walk(home, site int) int32 {
	least := Never
	for _, h := range s.direct[site] {
		if int(h.To) == home {
			least = min(least, h.Seconds)
		}
	}
	return least
}

func (s *scene) query(w Window, limit int32, rides int) Query {
	return Query{Homes: ListsOf(s.homes), Sites: ListsOf(s.sites), Direct: ListsOf(s.direct), Window: w, Limit: limit, MaxRides: rides}
}

// hops draws walks to some of n targets, in order.
func hops(t *rapid.T, n int, most int32, label string) []Hop {
	var out []Hop
	for i := range n {
		if rapid.IntRange(0, 2).Draw(t, label) == 0 {
			out = append(out, Hop{int32(i), rapid.Int32Range(0, most).Draw(t, label+" seconds")})
		}
	}
	return out
}

// anyScene draws a town where everything happens within about a hundred seconds: trips that overtake, stand still, call
// twice at one stop, let nobody on or off.
func anyScene(t *rapid.T) *scene {
	s := &scene{stops: rapid.IntRange(2, 7).Draw(t, "stops")}
	for range rapid.IntRange(0, 5).Draw(t, "courses") {
		course := rapid.SliceOfN(rapid.Int32Range(0, int32(s.stops-1)), 2, 5).Draw(t, "course")
		flags := rapid.SliceOfN(rapid.IntRange(0, 7), len(course), len(course)).Draw(t, "flags")
		for range rapid.IntRange(1, 4).Draw(t, "trips") {
			at := rapid.Int32Range(-20, 80).Draw(t, "start")
			var trip rawTrip
			for i, stop := range course {
				at += rapid.Int32Range(0, 9).Draw(t, "ride")
				c := Call{Stop: Stop(stop), Arrive: at, Board: flags[i] != 6, Alight: flags[i] != 7}
				at += rapid.Int32Range(0, 3).Draw(t, "stand")
				c.Depart = at
				trip = append(trip, c)
			}
			s.trips = append(s.trips, trip)
		}
	}
	for i := range s.stops {
		walks := hops(t, s.stops, 12, "change")
		if rapid.IntRange(0, 4).Draw(t, "change here") > 0 {
			walks = append(walks, Hop{int32(i), rapid.Int32Range(0, 2).Draw(t, "change time")})
		}
		s.walks = append(s.walks, walks)
	}
	for range rapid.IntRange(1, 3).Draw(t, "homes") {
		s.homes = append(s.homes, hops(t, s.stops, 15, "access"))
	}
	for range rapid.IntRange(1, 10).Draw(t, "sites") {
		s.sites = append(s.sites, hops(t, s.stops, 15, "egress"))
		s.direct = append(s.direct, hops(t, len(s.homes), 60, "direct"))
	}
	return s
}

// allShortcuts are the search as it is, with each shortcut off, and with all off.
var allShortcuts = map[string]Shortcuts{
	"as it is": {}, "all changes": {AllChanges: true}, "all boarding": {AllBoarding: true}, "no gains": {NoGains: true}, "one by one": {OneByOne: true}, "all rounds": {AllRounds: true},
	"all patterns": {AllPatterns: true}, "none": {true, true, true, true, true, true},
}

// times gathers every travel time of a query.
func times(t rapid.TB, n *Network, q Query) map[string][]int32 {
	out := map[string][]int32{}
	lock := make(chan struct{}, 1)
	q.Each = func(site, home int, times []int32) {
		lock <- struct{}{}
		out[fmt.Sprintf("home %d to site %d", home, site)] = append([]int32(nil), times...)
		<-lock
	}
	if _, err := n.Matrix(testContext(t), q); err != nil {
		t.Fatal(err)
	}
	return out
}

func both(t *testing.T, f func(t *testing.T, workers int)) {
	for _, w := range []int{1, 2} {
		t.Run(fmt.Sprintf("%d workers", w), func(t *testing.T) { f(t, w) })
	}
}
