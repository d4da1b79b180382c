package transit

import (
	"fmt"
	"slices"
	"testing"
)

// line is a straight line of stops 0 … n−1, five minutes apart, served every headway seconds in both directions all day.
func line(n int, headway int32) *scene {
	s := &scene{stops: n, walks: make([][]Hop, n)}
	for i := range n {
		s.walks[i] = []Hop{{int32(i), 0}}
	}
	for start := int32(0); start < 24*3600; start += headway {
		var out, back rawTrip
		for i := range n {
			at := start + int32(i)*300
			out = append(out, Call{Stop(i), at, at, true, true})
			back = append(back, Call{Stop(n - 1 - i), at, at, true, true})
		}
		s.trips = append(s.trips, out, back)
	}
	return s
}

// matrix computes percentiles from all homes to all sites of a scene.
func matrix(t *testing.T, s *scene, w Window, limit int32, rides int, percentiles ...int) *Matrix {
	t.Helper()
	q := s.query(w, limit, rides)
	q.Percentiles = percentiles
	m, err := s.network(t, Shortcuts{}).Matrix(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// On one line with a headway of h minutes, who leaves at any minute waits 0 … h−1 minutes alike: percentile q is the ride
// plus the nearest-rank percentile of those waits.
func TestWaitingIsUniformOverTheHeadway(t *testing.T) {
	for _, minutes := range []int{5, 10, 15, 20, 30} {
		s := line(6, int32(minutes)*60)
		s.homes, s.sites, s.direct = [][]Hop{{{0, 120}}}, [][]Hop{{{5, 60}}}, [][]Hop{nil}
		qs := []int{1, 25, 50, 75, 100}
		got := matrix(t, s, Minutes(8*3600, 120), 7200, 3, qs...).At(0, 0)
		for i, q := range qs {
			wait := int32((q*minutes+99)/100 - 1)
			if want := 120 + wait*60 + 5*300 + 60; got[i] != want {
				t.Errorf("headway %d min, percentile %d: %d s, want %d", minutes, q, got[i], want)
			}
		}
	}
}

// A perfect grid of crossing lines, all leaving their ends at once every ten minutes: with a ride of one minute a block, a
// corner is (columns + rows) minutes off, the wait for the first line, and the wait for the second, which is known since
// all lines run to one clock.
func TestGridOfLines(t *testing.T) {
	const n, headway, block = 8, 600, 60
	s := &scene{stops: n * n, walks: make([][]Hop, n*n)}
	for i := range n * n {
		s.walks[i] = []Hop{{int32(i), 0}}
	}
	for start := int32(6 * 3600); start < 10*3600; start += headway {
		for k := range n {
			var east, south rawTrip
			for i := range n {
				at := start + int32(i)*block
				east = append(east, Call{Stop(k*n + i), at, at, true, true})
				south = append(south, Call{Stop(i*n + k), at, at, true, true})
			}
			s.trips = append(s.trips, east, south)
		}
	}
	home := 0
	s.homes = [][]Hop{{{int32(home), 0}}}
	for site := range n * n {
		s.sites, s.direct = append(s.sites, []Hop{{int32(site), 0}}), append(s.direct, nil)
	}
	w := Minutes(7*3600, 30)
	all := times(t, s.network(t, Shortcuts{}), s.query(w, 7200, 2))
	for site := range n * n {
		column, row := int32(site%n), int32(site/n)
		for m, got := range all[fmt.Sprintf("home 0 to site %d", site)] {
			if site == home {
				// Nothing leads back to where all lines begin.
				if got != Never {
					t.Fatalf("to the home itself by transit: %d", got)
				}
				continue
			}
			wait := (headway - int32(m)*60%headway) % headway
			// Ride along one axis for a, change, ride along the other: the second line passes the corner at a mod headway
			// after the clock of its own start, a blocks from its end at the latest.
			ride := func(first, second int32) int32 {
				if first == 0 || second == 0 {
					return (first + second) * block
				}
				// The second line starts at its own end at time 0, 600, …: at the corner at once, when it begins there.
				at := first * block
				next := (at + headway - 1) / headway * headway
				return next + second*block
			}
			want := wait + min(ride(column, row), ride(row, column))
			if got != want {
				t.Fatalf("to column %d, row %d at minute %d: %d, want %d", column, row, m, got, want)
			}
		}
	}
}

// Walking all the way is taken where it is faster, and where nothing runs it is all there is.
func TestWalkingIsAlwaysAnAlternative(t *testing.T) {
	s := line(6, 600)
	s.homes, s.sites = [][]Hop{{{0, 0}}, nil}, [][]Hop{{{5, 0}}}
	s.direct = [][]Hop{{{0, 1620}, {1, 4000}}}
	m := matrix(t, s, Minutes(8*3600, 60), 7200, 3, 10, 40, 100)
	// The ride takes 25 min after a wait of 0 … 9, so from a wait of 2 min on it is 27 min on foot.
	if got, want := m.At(0, 0), []int32{1500, 1620, 1620}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := m.At(1, 0), []int32{4000, 4000, 4000}; !slices.Equal(got, want) {
		t.Errorf("without a stop: %v, want %v", got, want)
	}
	if got, want := matrix(t, s, Minutes(8*3600, 60), 7200, 0, 1, 100).At(0, 0), []int32{1620, 1620}; !slices.Equal(got, want) {
		t.Errorf("without rides: %v, want %v", got, want)
	}
	if got := matrix(t, s, Minutes(8*3600, 60), 1619, 3, 1, 100).At(0, 0); got[1] != Never || got[0] != 1500 {
		t.Errorf("within a limit: %v", got)
	}
}

// More rides never take longer, and each ride that is needed is counted.
func TestMostRides(t *testing.T) {
	// Five short lines end to end: to the end of line k takes k rides.
	s := &scene{stops: 6, walks: make([][]Hop, 6)}
	for i := range 6 {
		s.walks[i] = []Hop{{int32(i), 30}}
	}
	for i := range 5 {
		for start := int32(0); start < 7200; start += 300 {
			s.trips = append(s.trips, rawTrip{{Stop(i), start, start, true, true}, {Stop(i + 1), start + 240, start + 240, true, true}})
		}
	}
	s.homes = [][]Hop{{{0, 0}}}
	for i := range 6 {
		s.sites, s.direct = append(s.sites, []Hop{{int32(i), 0}}), append(s.direct, nil)
	}
	for rides := range 7 {
		m := matrix(t, s, Minutes(0, 5), 7200, rides, 1)
		for site := 1; site < 6; site++ {
			want := int32(site-1)*300 + 240
			if site > rides {
				want = Never
			}
			if got := m.At(0, site)[0]; got != want {
				t.Errorf("%d rides, %d lines on: %d, want %d", rides, site, got, want)
			}
		}
	}
}

// There and back: an office open 10–12 and 13–15, half an hour off by a bus that runs every hour.
func TestThereAndBack(t *testing.T) {
	s := &scene{stops: 2, walks: [][]Hop{{{0, 0}}, {{1, 0}}}}
	for h := int32(6); h < 20; h++ {
		s.trips = append(s.trips, rawTrip{{0, h * 3600, h * 3600, true, true}, {1, h*3600 + 1800, h*3600 + 1800, true, true}},
			rawTrip{{1, h*3600 + 2700, h*3600 + 2700, true, true}, {0, h*3600 + 4500, h*3600 + 4500, true, true}})
	}
	day, err := NewDay(s.timetable(t), ListsOf(s.walks), Shortcuts{})
	if err != nil {
		t.Fatal(err)
	}
	const hour = 3600
	for _, c := range []struct {
		name              string
		open              []Span
		service, from, by int32
		direct            []Hop
		want              RoundTrip
	}{
		// Out 10.00–10.30, errand to 10.45, back 10.45–11.15.
		{"a quarter of an hour", []Span{{10 * hour, 12 * hour}, {13 * hour, 15 * hour}}, 900, 6 * hour, 20 * hour, nil, RoundTrip{4500, 10 * hour, 10*hour + 1800, 10*hour + 2700, 11*hour + 900}},
		// A second longer, and the bus home is the next one.
		{"a second more", []Span{{10 * hour, 12 * hour}}, 901, 9*hour + 1, 20 * hour, nil, RoundTrip{8100, 10 * hour, 10*hour + 1800, 11*hour + 2700, 12*hour + 900}},
		{"not before noon", []Span{{10 * hour, 12 * hour}, {13 * hour, 15 * hour}}, 900, 11*hour + 1, 20 * hour, nil, RoundTrip{4500, 13 * hour, 13*hour + 1800, 13*hour + 2700, 14*hour + 900}},
		{"open too short", []Span{{10 * hour, 10*hour + 899}}, 900, 6 * hour, 20 * hour, nil, RoundTrip{Seconds: Never}},
		{"not home in time", []Span{{10 * hour, 12 * hour}}, 900, 6 * hour, 11*hour + 899, nil, RoundTrip{Seconds: Never}},
		{"closed", nil, 900, 6 * hour, 20 * hour, nil, RoundTrip{Seconds: Never}},
		// Who comes at 9.30 waits for the doors.
		{"waits for the doors", []Span{{10 * hour, 10*hour + 1000}}, 900, 6 * hour, 20 * hour, nil, RoundTrip{8100, 9 * hour, 10 * hour, 10*hour + 2700, 11*hour + 900}},
		{"on foot", []Span{{10 * hour, 12 * hour}}, 900, 6 * hour, 20 * hour, []Hop{{0, 1000}}, RoundTrip{2900, 10*hour - 1000, 10 * hour, 10*hour + 900, 10*hour + 1900}},
		// On foot there and not back, leaving so as to be done when the bus leaves.
		{"on foot there", []Span{{10 * hour, 12 * hour}}, 900, 6 * hour, 20 * hour, []Hop{{0, 1700}}, RoundTrip{1700 + 900 + 1800, 10*hour + 2700 - 2600, 10*hour + 1800, 10*hour + 2700, 11*hour + 900}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := Errand{Homes: ListsOf([][]Hop{{{0, 0}}}), Sites: ListsOf([][]Hop{{{1, 0}}}), Open: [][]Span{c.open}, Service: c.service, LeaveFrom: c.from, HomeBy: c.by, MaxRides: 2}
			if c.direct != nil {
				e.Direct = ListsOf([][]Hop{c.direct})
			}
			if c.name == "on foot there" {
				e.BackDirect = ListsOf([][]Hop{nil})
			}
			r, err := day.RoundTrips(t.Context(), e)
			if err != nil {
				t.Fatal(err)
			}
			got := r.At(0, 0)
			if got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}
