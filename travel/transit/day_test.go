package transit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/etablera/etablera/travel/gtfs"
	"pgregory.net/rapid"
)

// anyFeed draws the tables of a feed over two weeks: services with days off, trips past midnight and past the next one,
// frequencies. It gives the runs of a date as lines of text, found by trying each service day and each second of a span.
func anyFeed(t *rapid.T) (files fstest.MapFS, runsOn func(gtfs.Date) []string) {
	const monday = gtfs.Date(20190513)
	calendar := "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
	dates := "service_id,date,exception_type\n"
	runs := map[string][15]bool{} // by service, on the days from monday on
	for s := range rapid.IntRange(1, 3).Draw(t, "services") {
		id := fmt.Sprintf("s%d", s)
		week := rapid.SliceOfN(rapid.IntRange(0, 1), 7, 7).Draw(t, "week")
		first := rapid.IntRange(0, 10).Draw(t, "first")
		last := first + rapid.IntRange(0, 4).Draw(t, "days")
		var days [15]bool
		for d := first; d <= last; d++ {
			days[d] = week[d%7] == 1
		}
		for _, d := range rapid.SliceOfNDistinct(rapid.IntRange(0, 14), 0, 4, rapid.ID[int]).Draw(t, "exceptions") {
			kind := rapid.IntRange(1, 2).Draw(t, "kind")
			days[d] = kind == 1
			dates += fmt.Sprintf("%s,%d,%d\n", id, monday.AddDays(d), kind)
		}
		runs[id] = days
		calendar += id + "," + strings.Trim(strings.ReplaceAll(fmt.Sprint(week), " ", ","), "[]") + fmt.Sprintf(",%d,%d\n", monday.AddDays(first), monday.AddDays(last))
	}
	trips, times, frequencies := "route_id,service_id,trip_id\n", "trip_id,stop_sequence,stop_id,arrival_time,departure_time\n", "trip_id,start_time,end_time,headway_secs,exact_times\n"
	type trip struct {
		service  string
		at       []gtfs.Seconds
		from, to gtfs.Seconds // of a frequency; to is 0 where there is none
		headway  gtfs.Seconds
	}
	var all []trip
	for i := range rapid.IntRange(0, 4).Draw(t, "trips") {
		tr := trip{service: fmt.Sprintf("s%d", rapid.IntRange(0, len(runs)-1).Draw(t, "service"))}
		at := gtfs.Seconds(rapid.Int32Range(0, 100*3600).Draw(t, "start"))
		trips += fmt.Sprintf("r,%s,t%d\n", tr.service, i)
		for k := range rapid.IntRange(2, 3).Draw(t, "calls") {
			times += fmt.Sprintf("t%d,%d,%d,%s,%s\n", i, k, k, at, at)
			tr.at = append(tr.at, at)
			at += gtfs.Seconds(rapid.Int32Range(0, 3600).Draw(t, "ride"))
		}
		if rapid.Bool().Draw(t, "frequency") {
			tr.from, tr.headway = gtfs.Seconds(rapid.Int32Range(0, 30*3600).Draw(t, "from")), gtfs.Seconds(rapid.Int32Range(600, 5000).Draw(t, "headway"))
			tr.to = tr.from + gtfs.Seconds(rapid.Int32Range(1, 9000).Draw(t, "span"))
			frequencies += fmt.Sprintf("t%d,%s,%s,%d,%d\n", i, tr.from, tr.to, tr.headway, rapid.IntRange(0, 1).Draw(t, "exact"))
		}
		all = append(all, tr)
	}
	files = fstest.MapFS{}
	for name, text := range map[string]string{"agency.txt": "agency_name,agency_timezone\nA,Europe/Stockholm\n", "routes.txt": "route_id,route_type\nr,3\n",
		"stops.txt": "stop_id,stop_lat,stop_lon\n0,60,15\n1,60.1,15\n2,60.2,15\n", "calendar.txt": calendar, "calendar_dates.txt": dates,
		"trips.txt": trips, "stop_times.txt": times, "frequencies.txt": frequencies} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files, func(date gtfs.Date) []string {
		var out []string
		for d := range 15 {
			offset := -100
			for n := -20; n <= 20; n++ {
				if date.AddDays(n) == monday.AddDays(d) {
					offset = n
				}
			}
			if offset > 1 || offset == -100 {
				continue
			}
			for _, tr := range all {
				if !runs[tr.service][d] {
					continue
				}
				starts := []gtfs.Seconds{tr.at[0]}
				if tr.to > 0 {
					starts = nil
					for s := tr.from; s < tr.to; s++ {
						if (s-tr.from)%tr.headway == 0 {
							starts = append(starts, s)
						}
					}
				}
				for _, s := range starts {
					var line []int32
					for _, at := range tr.at {
						line = append(line, int32(s-tr.at[0]+at)+int32(offset)*86400)
					}
					if line[len(line)-1] >= 0 { // what has ended before the day begins is of no use
						out = append(out, fmt.Sprint(line))
					}
				}
			}
		}
		slices.Sort(out)
		return out
	}
}

// The timetable of a date has the runs of every service day that reach into it, and those of the day after, whatever the
// calendar, the frequencies and the nights.
func TestDayHasItsRuns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files, runsOn := anyFeed(t)
		f, _, err := gtfs.ReadFS(testContext(t), "any", files, gtfs.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, date := range []gtfs.Date{20190514, 20190518, 20190522, 20190701} {
			tr, err := FromFeeds([]*gtfs.Feed{f}, FeedOptions{Date: date})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			tt := tr.Timetable
			for p := range Pattern(tt.Patterns()) {
				for k := range tt.Trips(p) {
					first := tt.event(p, k, 0)
					if line := tt.Arrive[first : first+Event(tt.Len(p))]; line[len(line)-1] >= 0 {
						got = append(got, fmt.Sprint(line))
					}
				}
			}
			slices.Sort(got)
			if want := runsOn(date); !slices.Equal(got, want) {
				t.Fatalf("%s: runs %v, want %v", date, got, want)
			}
		}
	})
}
