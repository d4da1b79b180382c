package transit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/etablera/etablera/travel/gtfs"
)

// feed reads a feed of two stops and more from the text of its tables.
func feed(t *testing.T, zone string, tables map[string]string) *gtfs.Feed {
	t.Helper()
	files := map[string]string{
		"agency.txt":   "agency_name,agency_timezone\nA," + zone + "\n",
		"stops.txt":    "stop_id,stop_lat,stop_lon,location_type,parent_station\nS,60,15,1,\na,60,15,0,S\nb,60.1,15,,\nunused,61,15,,\n",
		"routes.txt":   "route_id,route_type\n1,700\n2,717\n",
		"calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nW,1,1,1,1,1,0,0,20190101,20191231\n",
		"trips.txt":    "route_id,service_id,trip_id\n1,W,t\n",
		"stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n" +
			"t,08:00:00,08:00:00,a,1,,\nt,08:30:00,08:30:00,b,2,,\n",
	}
	for name, text := range tables {
		files[name] = text
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	f, _, err := gtfs.ReadFS(t.Context(), "town", fsys, gtfs.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// departures are the departures from the first stop, in order.
func departures(t *testing.T, f *gtfs.Feed, opt FeedOptions) []int32 {
	t.Helper()
	tr, err := FromFeeds([]*gtfs.Feed{f}, opt)
	if err != nil {
		t.Fatal(err)
	}
	var out []int32
	tt := tr.Timetable
	for p := range Pattern(tt.Patterns()) {
		for k := range tt.Trips(p) {
			out = append(out, tt.Depart[tt.event(p, k, 0)])
		}
	}
	slices.Sort(out)
	return out
}

const times2 = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n"

// A day has the trips of its date, those of the night before that are still under way, and those of the day after.
func TestDayOfATimetable(t *testing.T) {
	plain := feed(t, "Europe/Stockholm", nil)
	night := feed(t, "Europe/Stockholm", map[string]string{"stop_times.txt": times2 + "t,23:50:00,23:50:00,a,1,,\nt,24:20:00,24:20:00,b,2,,\n"})
	booked := feed(t, "Europe/Stockholm", map[string]string{"trips.txt": "route_id,service_id,trip_id\n2,W,t\n"})
	for _, c := range []struct {
		name string
		feed *gtfs.Feed
		opt  FeedOptions
		want []int32
	}{
		{"Monday, with Tuesday", plain, FeedOptions{Date: 20190513}, []int32{28800, 28800 + 86400}},
		{"Friday", plain, FeedOptions{Date: 20190517}, []int32{28800}},
		{"Saturday", plain, FeedOptions{Date: 20190518}, nil},
		{"Sunday, with Monday", plain, FeedOptions{Date: 20190519}, []int32{28800 + 86400}},
		{"after the last day", plain, FeedOptions{Date: 20200105}, nil},
		{"one must be there before", plain, FeedOptions{Date: 20190517, Slack: 60}, []int32{28740}},
		{"Friday's night on Saturday", night, FeedOptions{Date: 20190518}, []int32{-600}},
		{"Tuesday, with two nights", night, FeedOptions{Date: 20190514}, []int32{-600, 85800, 85800 + 86400}},
		{"pre-booked traffic left out", booked, FeedOptions{Date: 20190517}, nil},
		{"pre-booked traffic let in", booked, FeedOptions{Date: 20190517, PreBooked: true}, []int32{28800}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := departures(t, c.feed, c.opt); !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

// Frequencies are run from the beginning of their span, or moved by a drawn part of the headway; exact ones are not moved.
func TestFrequencies(t *testing.T) {
	tables := func(exact int) map[string]string {
		return map[string]string{"frequencies.txt": fmt.Sprintf("trip_id,start_time,end_time,headway_secs,exact_times\nt,06:00:00,07:00:00,1200,%d\n", exact)}
	}
	want := []int32{21600, 22800, 24000}
	loose, exact := feed(t, "Europe/Stockholm", tables(0)), feed(t, "Europe/Stockholm", tables(1))
	for _, f := range []*gtfs.Feed{loose, exact} {
		if got := departures(t, f, FeedOptions{Date: 20190517}); !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}
	if got := departures(t, exact, FeedOptions{Date: 20190517, Seed: 7}); !slices.Equal(got, want) {
		t.Errorf("exact times were moved: %v", got)
	}
	phases := map[int32]bool{}
	for seed := uint64(1); seed <= 200; seed++ {
		got := departures(t, loose, FeedOptions{Date: 20190517, Seed: seed})
		moved := got[0] - 21600
		if moved < 0 || moved >= 1200 || got[1]-got[0] != 1200 || got[len(got)-1] >= 25200 || len(got) != 3 {
			t.Fatalf("seed %d: %v", seed, got)
		}
		phases[moved/300] = true
		if again := departures(t, loose, FeedOptions{Date: 20190517, Seed: seed}); !slices.Equal(got, again) {
			t.Fatalf("seed %d gives %v, then %v", seed, got, again)
		}
	}
	if len(phases) != 4 {
		t.Errorf("phases fall in %d of 4 quarters of the headway", len(phases))
	}
}

// Who may not board or alight at a call does not.
func TestPickupAndDropOff(t *testing.T) {
	f := feed(t, "Europe/Stockholm", map[string]string{"stop_times.txt": times2 + "t,08:00:00,08:00:00,a,1,2,\nt,08:30:00,08:30:00,b,2,1,3\n"})
	for _, booked := range []bool{false, true} {
		tr, err := FromFeeds([]*gtfs.Feed{f}, FeedOptions{Date: 20190517, PreBooked: booked})
		if err != nil {
			t.Fatal(err)
		}
		tt := tr.Timetable
		if want := []bool{booked, false}; !slices.Equal(tt.Board, want) || !slices.Equal(tt.Alight, []bool{true, true}) {
			t.Errorf("pre-booked %v: board %v, alight %v", booked, tt.Board, tt.Alight)
		}
	}
}

// Feeds are put side by side, with the stops that are used; two time zones are refused.
func TestSeveralFeeds(t *testing.T) {
	a, b, c := feed(t, "Europe/Stockholm", nil), feed(t, "Europe/Stockholm", nil), feed(t, "Europe/Oslo", nil)
	tr, err := FromFeeds([]*gtfs.Feed{a, b}, FeedOptions{Date: 20190517})
	if err != nil {
		t.Fatal(err)
	}
	if want := []StopRef{{0, 1}, {0, 2}, {1, 1}, {1, 2}}; !slices.Equal(tr.Stops, want) || len(tr.Places) != 4 || tr.Places[3].Lat != 60.1 {
		t.Errorf("stops %v", tr.Stops)
	}
	if want := []TripRef{{0, 0, 0, 0}, {1, 0, 0, 0}}; !slices.Equal(tr.Trips, want) {
		t.Errorf("trips %v", tr.Trips)
	}
	if tr.Date != 20190517 || len(tr.Feeds) != 2 || !slices.Equal(tr.Runs, []int{1, 1}) {
		t.Errorf("%s: runs %v", tr.Date, tr.Runs)
	}
	if none, err := FromFeeds([]*gtfs.Feed{a}, FeedOptions{Date: 20250517}); err != nil || none.Runs[0] != 0 || none.Timetable.Patterns() != 0 {
		t.Errorf("outside the calendar: %v, %v", none, err)
	}
	if _, err := FromFeeds([]*gtfs.Feed{a, c}, FeedOptions{Date: 20190517}); err == nil || !strings.Contains(err.Error(), "want one zone") {
		t.Errorf("two zones: %v", err)
	}
	if _, err := FromFeeds([]*gtfs.Feed{a}, FeedOptions{Date: 20190517, Slack: -1}); err == nil {
		t.Error("a slack below 0 was taken")
	}
}

// Rules of transfers.txt come before walks; a station stands for its platforms.
func TestChangesFollowTheRules(t *testing.T) {
	walker := GreatCircle{Speed: 1, Detour: 1}
	f := feed(t, "Europe/Stockholm", map[string]string{"transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,b,2,180\nb,b,2,240\nb,a,3,\na,a,0,\n"})
	tr, err := FromFeeds([]*gtfs.Feed{f}, FeedOptions{Date: 20190517, Slack: 60})
	if err != nil {
		t.Fatal(err)
	}
	l, err := tr.Changes(t.Context(), walker, 20000)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := l.From(0), []Hop{{0, 0}, {1, 120}}; !slices.Equal(got, want) {
		t.Errorf("from a: %v, want %v", got, want)
	}
	if got, want := l.From(1), []Hop{{1, 180}}; !slices.Equal(got, want) {
		t.Errorf("from b: %v, want %v", got, want)
	}
	// Without rules they are walks, of some 11 km.
	plain, err := FromFeeds([]*gtfs.Feed{feed(t, "Europe/Stockholm", nil)}, FeedOptions{Date: 20190517})
	if err != nil {
		t.Fatal(err)
	}
	if l, err = plain.Changes(t.Context(), walker, 20000); err != nil || len(l.Hops) != 4 || l.From(0)[1].Seconds != 11120 {
		t.Errorf("%v, %v", l, err)
	}
}
