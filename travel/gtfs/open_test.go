package gtfs

import (
	"bytes"
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A feed comes out as its files have it.
func TestFeedIsRead(t *testing.T) {
	f, r, err := read(t, town(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Warnings.Total() != 0 || r.LeftOut != 0 {
		t.Errorf("warnings: %s", r.Warnings.String())
	}
	if f.Zone != "Europe/Stockholm" || f.Info != (Info{"P", "http://x", "v1", 20190101, 20191231}) || f.Agencies[0].Name != "Town Traffic" {
		t.Errorf("%s, %+v, %+v", f.Zone, f.Info, f.Agencies)
	}
	if s := f.Stops[1]; s != (Stop{"a", "Alder", 60, 15, Platform, 0}) || f.Stops[0].Kind != Station || f.Stops[2].Parent != None {
		t.Errorf("stops: %+v", f.Stops)
	}
	// Birch is a third of the way: a third of the 30 minutes from 8.01.
	want := []Call{{28800, 28860, 1, Regular, NotAvailable, true}, {29460, 29460, 2, Regular, Regular, false}, {30660, 30660, 3, NotAvailable, Regular, true}}
	if got := f.CallsOf(0); !slices.Equal(got, want) || f.Interpolated != 1 {
		t.Errorf("calls %+v, want %+v", got, want)
	}
	if got := f.CallsOf(1); got[0].Arrive != 25*3600 || got[0].Pickup != PhoneAgency || got[1].DropOff != PhoneAgency {
		t.Errorf("calls past midnight: %+v", got)
	}
	if want := []Frequency{{1, 18000, 21600, 1200, false}, {1, 21600, 25200, 600, true}}; !slices.Equal(f.Frequencies, want) {
		t.Errorf("frequencies %+v, want %+v", f.Frequencies, want)
	}
	if want := []Transfer{{0, 3, MinTime, 180}, {1, 2, NotPossible, NoTime}}; !slices.Equal(f.Transfers, want) {
		t.Errorf("transfers %+v, want %+v", f.Transfers, want)
	}
	if !PreBooked(f.Routes[1].Type) || !PreBooked(717) || PreBooked(f.Routes[0].Type) || PreBooked(3) {
		t.Error("pre-booked traffic is not told from other")
	}
}

// Service follows the calendar, then its exceptions.
func TestServiceOnADay(t *testing.T) {
	f, _, err := read(t, town(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		date  Date
		trips int
	}{{20190430, 1}, {20190501, 0}, {20190503, 1}, {20190504, 2}, {20190505, 0}, {20181231, 0}, {20191231, 1}, {20200101, 0}} {
		if got := f.TripsOn(c.date); got != c.trips {
			t.Errorf("%s: %d trips, want %d", c.date, got, c.trips)
		}
	}
	if a, b := f.Span(); a != 20190101 || b != 20191231 {
		t.Errorf("span %s … %s", a, b)
	}
}

// A mark at the beginning, CRLF, quotes, spaces and the order of columns change nothing; nor does an archive.
func TestFormMakesNoDifference(t *testing.T) {
	plain, _, err := read(t, town(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	files := town()
	for name, text := range files {
		var b strings.Builder
		b.WriteString("\xef\xbb\xbf")
		for line := range strings.Lines(text) {
			fields := strings.Split(strings.TrimSuffix(line, "\n"), ",")
			slices.Reverse(fields)
			for i := range fields {
				if i%2 == 0 {
					fields[i] = ` "` + fields[i] + `"`
				} else {
					fields[i] += " "
				}
			}
			b.WriteString(strings.Join(fields, ",") + ",,\r\n\r\n")
		}
		files[name] = b.String()
	}
	odd, r, err := read(t, files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(odd, plain) || r.Warnings.Total() != 0 {
		t.Errorf("got %+v, want %+v", odd, plain)
	}
	data := zipped(t, town())
	packed, _, err := ReadZip(t.Context(), "town", bytes.NewReader(data), int64(len(data)), Options{})
	if err != nil || !reflect.DeepEqual(packed, plain) {
		t.Errorf("%v, %+v", err, packed)
	}
}

// Calls come in any order of rows, and are put in order of stop_sequence.
func TestRowsInAnyOrder(t *testing.T) {
	plain, _, err := read(t, town(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	files := town()
	lines := strings.SplitAfter(strings.TrimSuffix(files["stop_times.txt"], "\n"), "\n")
	lines[len(lines)-1] += "\n"
	slices.Reverse(lines[1:])
	files["stop_times.txt"] = strings.Join(lines, "")
	mixed, _, err := read(t, files, Options{})
	if err != nil || !reflect.DeepEqual(plain, mixed) {
		t.Errorf("%v: %+v, want %+v", err, mixed, plain)
	}
}

// Times that are left out follow the distances, where there are some.
func TestTimesLeftOut(t *testing.T) {
	files := town()
	files["stop_times.txt"] = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled\n" +
		"t1,08:00:00,08:00:00,a,1,0\nt1,,,b,2,9\nt1,08:10:00,08:10:00,c,3,10\nt2,08:00:00,08:00:00,a,1,\nt2,,,a,2,\nt2,,,a,3,\nt2,08:10:00,08:10:00,a,4,\n"
	f, _, err := read(t, files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := f.CallsOf(0)[1].Arrive; got != 8*3600+540 {
		t.Errorf("nine tenths of the way at %s", got)
	}
	if got := f.CallsOf(1); got[1].Arrive != 8*3600+200 || got[2].Arrive != 8*3600+400 {
		t.Errorf("in one place, evenly: %+v", got)
	}
	if f.Interpolated != 3 || f.CallsOf(1)[1].Timed || !f.CallsOf(1)[3].Timed {
		t.Errorf("%d completed", f.Interpolated)
	}
	if !math.IsNaN(arc(math.NaN(), 0, 1, 1)) {
		t.Error("an unknown place has a distance")
	}
}

// A context that has ended ends the reading.
func TestCancelledReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := ReadFS(ctx, "town", folder(town()), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
