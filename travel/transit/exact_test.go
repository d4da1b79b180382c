package transit

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func testContext(rapid.TB) context.Context { return context.Background() }

// Every travel time of a window by departure is that of the slow search, with and without each shortcut, however many work.
func TestDeparturesEqualTheSlowSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		w := Window{From: rapid.Int32Range(-25, 60).Draw(t, "from"), Step: rapid.Int32Range(1, 7).Draw(t, "step"), Count: rapid.IntRange(1, 12).Draw(t, "count")}
		limit, rides := rapid.Int32Range(1, 120).Draw(t, "limit"), rapid.IntRange(0, 4).Draw(t, "rides")
		o := s.oracle()
		for name, short := range allShortcuts {
			q := s.query(w, limit, rides)
			q.Workers = 1 + len(name)%2
			got := times(t, s.network(t, short), q)
			for i, site := range s.sites {
				for j, home := range s.homes {
					key := fmt.Sprintf("home %d to site %d", j, i)
					for m, g := range got[key] {
						if want := o.travel(home, site, s.walk(j, i), w.at(m), limit, rides); g != want {
							t.Fatalf("%s: %s leaving at %d: %d, want %d", name, key, w.at(m), g, want)
						}
					}
				}
			}
		}
	})
}

// Every travel time of a window by arrival is that of the slow search tried second by second.
func TestArrivalsEqualTheSlowSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		w := Window{From: rapid.Int32Range(0, 90).Draw(t, "from"), Step: rapid.Int32Range(1, 7).Draw(t, "step"), Count: rapid.IntRange(1, 4).Draw(t, "count"), By: ByArrival}
		limit, rides := rapid.Int32Range(1, 80).Draw(t, "limit"), rapid.IntRange(0, 3).Draw(t, "rides")
		o := s.oracle()
		for name, short := range allShortcuts {
			got := times(t, s.network(t, short), s.query(w, limit, rides))
			for i, site := range s.sites {
				for j, home := range s.homes {
					key := fmt.Sprintf("home %d to site %d", j, i)
					for m, g := range got[key] {
						if want := o.travelBy(home, site, s.walk(j, i), w.at(m), limit, rides); g != want {
							t.Fatalf("%s: %s, there by %d: %d, want %d", name, key, w.at(m), g, want)
						}
					}
				}
			}
		}
	})
}

// Keeping only the trips that a window needs changes nothing.
func TestWithinChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		w := Window{From: rapid.Int32Range(-25, 60).Draw(t, "from"), Step: 3, Count: 5, By: By(rapid.IntRange(0, 1).Draw(t, "by"))}
		limit := rapid.Int32Range(1, 60).Draw(t, "limit")
		q := s.query(w, limit, 3)
		whole := s.network(t, Shortcuts{})
		part, err := NewNetwork(whole.t.Within(w.Needs(limit)), ListsOf(s.walks), Shortcuts{})
		if err != nil {
			t.Fatal(err)
		}
		a, b := times(t, whole, q), times(t, part, q)
		for k := range a {
			if !slices.Equal(a[k], b[k]) {
				t.Fatalf("%s: %v of all trips, %v of %d", k, a[k], b[k], len(part.t.Trip))
			}
		}
	})
}

// A profile holds the journeys that the slow search finds when it leaves at every second, and no other.
func TestProfileEqualsTheSlowSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		from, until, rides := int32(-10), rapid.Int32Range(0, 110).Draw(t, "until"), rapid.IntRange(0, 3).Draw(t, "rides")
		got, err := s.network(t, Shortcuts{}).Profile(s.homes[0], s.sites[0], from, until, rides)
		if err != nil {
			t.Fatal(err)
		}
		var want []Pair
		o, best := s.oracle(), until+1
		for leave := until; leave >= from; leave-- {
			if a := o.arrive(s.homes[0], s.sites[0], leave, rides); a < best {
				best = a
				want = append(want, Pair{leave, a})
			}
		}
		slices.Reverse(want)
		if !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

// The shortest round trip is that of trying every departure.
func TestRoundTripsEqualTheSlowSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		e := Errand{Homes: ListsOf(s.homes), Sites: ListsOf(s.sites), Direct: ListsOf(s.direct), Service: rapid.Int32Range(0, 15).Draw(t, "service"),
			LeaveFrom: rapid.Int32Range(-20, 30).Draw(t, "leave from"), MaxRides: rapid.IntRange(0, 3).Draw(t, "rides"), Workers: 2}
		e.HomeBy = e.LeaveFrom + rapid.Int32Range(0, 120).Draw(t, "home by")
		for range s.sites {
			var open []Span
			for at := rapid.Int32Range(-10, 40).Draw(t, "open"); len(open) < rapid.IntRange(0, 2).Draw(t, "spans"); {
				end := at + rapid.Int32Range(0, 40).Draw(t, "hours")
				open = append(open, Span{at, end})
				at = end + 5
			}
			e.Open = append(e.Open, open)
		}
		o := s.oracle()
		for name, short := range allShortcuts {
			day, err := NewDay(s.timetable(t), ListsOf(s.walks), short)
			if err != nil {
				t.Fatal(err)
			}
			got, err := day.RoundTrips(context.Background(), e)
			if err != nil {
				t.Fatal(err)
			}
			for i, site := range s.sites {
				for j, home := range s.homes {
					r := got.At(j, i)
					want := o.roundTrip(home, site, s.walk(j, i), e.Open[i], e.Service, e.LeaveFrom, e.HomeBy, e.MaxRides)
					if r.Seconds != want || r.Feasible() && r.Back-r.Leave != want {
						t.Fatalf("%s: home %d, site %d: %+v, want %d", name, j, i, r, want)
					}
					if r.Feasible() && (r.Leave < e.LeaveFrom || r.Back > e.HomeBy || r.Depart < r.Begin+e.Service) {
						t.Fatalf("%s: home %d, site %d: hours out of order: %+v", name, j, i, r)
					}
				}
			}
		}
	})
}
