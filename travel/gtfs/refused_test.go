package gtfs

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// Each mistake is refused with its place; where it can be left out, a tolerant reading leaves it out and says so.
func TestMistakes(t *testing.T) {
	const fatal, leftOut = -1, 1
	for _, c := range []struct {
		name, file, old, new, want string
		trips                      int // left out when tolerant; fatal where that is refused as well
	}{
		{"no column", "stops.txt", "stop_lat", "lat", "stops.txt:1 stop_lat: missing-column", fatal},
		{"column twice", "stops.txt", "stop_name", "stop_id", "stops.txt:1:9 stop_id: duplicate-name", fatal},
		{"empty file", "routes.txt", "*", "", "routes.txt:1: record: the file is empty", fatal},
		{"cut off in a quote", "stop_times.txt", "08:31:00,08:31:00,c", `"08:31:00,08`, "stop_times.txt:4:4: record: a quote that is never closed", fatal},
		{"quote within", "stops.txt", "Alder", `Al"der`, "stops.txt:3:5: record: a quote in a field", fatal},
		{"text after a quote", "stops.txt", "Alder", `"Al"der`, "stops.txt:3:7: record: text after a closing quote", fatal},
		{"cut off in a row", "stop_times.txt", "26:00:00,a,2,,2\n", "26:00", "stop_times.txt:6: record: 3 fields; want 7", leftOut},
		{"two zones", "agency.txt", "Stockholm\n", "Stockholm\nB,Other,http://y,Europe/Oslo\n", "agency.txt:3:18 agency_timezone: several-zones", fatal},
		{"stop twice", "stops.txt", "b,Birch", "a,Birch", `stops.txt:4:1 stop_id: duplicate-id: "a"`, leftOut},
		{"latitude", "stops.txt", "60.01", "160.01", `stops.txt:4:9 stop_lat: value: "160.01"; want a number from -90 to 90`, leftOut},
		{"not a number", "stops.txt", "60.01", "NaN", `stops.txt:4:9 stop_lat: value`, leftOut},
		{"no place", "stops.txt", "60.01", "", `stops.txt:4:9 stop_lat: missing-value`, leftOut},
		{"no such station", "stops.txt", "15,0,S", "15,0,Q", "stops.txt:3:17 parent_station: unknown-id: Q", 0},
		{"route type", "routes.txt", ",700", ",bus", `routes.txt:2:11 route_type: value: "bus"`, leftOut},
		{"day", "calendar.txt", "20190101", "20190230", `calendar.txt:2:17 start_date: value: "20190230"`, leftOut},
		{"span of days", "calendar.txt", "20191231", "20181231", `calendar.txt:2:26 end_date: span: "20181231"`, leftOut},
		{"exception twice", "calendar_dates.txt", "W,20190504", "W,20190501", "calendar_dates.txt:3:3 date: duplicate-id", 0},
		{"no such route", "trips.txt", "1,W,t1", "9,W,t1", `trips.txt:2:1 route_id: unknown-id: "9"`, leftOut},
		{"no such service", "trips.txt", "1,W,t1", "1,Q,t1", `trips.txt:2:3 service_id: unknown-id: "Q"`, leftOut},
		{"trip twice", "trips.txt", "X,t2", "X,t1", "trips.txt:3:5 trip_id: duplicate-id", leftOut},
		{"no such trip", "stop_times.txt", "t1,,,b", "t9,,,b", "stop_times.txt:3:1 trip_id: unknown-id", 0},
		{"no such stop", "stop_times.txt", "t1,,,b", "t1,,,x", "stop_times.txt:3:6 stop_id: unknown-id", leftOut},
		{"an area", "stop_times.txt", "t1,,,b", "t1,,,", "stop_times.txt:3:6 stop_id: flexible-stop", leftOut},
		{"a time", "stop_times.txt", "08:31:00,08:31:00", "08:61:00,08:61:00", `stop_times.txt:4:4 arrival_time: value: "08:61:00"`, leftOut},
		{"leaves before it comes", "stop_times.txt", "08:00:00,08:01:00", "08:02:00,08:01:00", "stop_times.txt:2:13 departure_time: backward-time", leftOut},
		{"comes before it left", "stop_times.txt", "08:31:00,08:31:00", "08:00:30,08:31:00", `stop_times.txt:4:4 arrival_time: backward-time: trip "t1": 08:00:30; want a time from 08:01:00 on`, leftOut},
		{"no first time", "stop_times.txt", "08:00:00,08:01:00", ",", "stop_times.txt:2:4 arrival_time: missing-time", leftOut},
		{"order twice", "stop_times.txt", "b,2", "b,1", "stop_times.txt:3:4 stop_sequence: duplicate-order", leftOut},
		{"headway", "frequencies.txt", ",600,", ",0,", "frequencies.txt:2:22 headway_secs: value", leftOut},
		{"frequencies that overlap", "frequencies.txt", "05:00:00,06:00:00", "05:00:00,06:30:00", "frequencies.txt:2:4 start_time: span", leftOut},
		{"frequency of nothing", "frequencies.txt", "t2,05", "t3,05", "frequencies.txt:3:1 trip_id: unknown-id", 0},
		{"transfer from nowhere", "transfers.txt", "a,b,3", "x,b,3", "transfers.txt:3:1 from_stop_id: unknown-id", 0},
		{"transfer without time", "transfers.txt", "2,180", "2,", "transfers.txt:2:7 min_transfer_time: missing-value", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := town()
			if c.old == "*" {
				files[c.file] = c.new
			} else if files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1); files[c.file] == town()[c.file] {
				t.Fatal("nothing was spoilt")
			}
			_, _, err := read(t, files, Options{})
			refused(t, err, c.want)
			f, r, err := read(t, files, Options{Tolerant: true})
			if c.trips == fatal {
				refused(t, err, c.want)
				return
			}
			if err != nil {
				t.Fatalf("tolerant: %v", err)
			}
			if !strings.Contains(r.Warnings.String(), c.want) {
				t.Errorf("warnings %s, want %s", r.Warnings.String(), c.want)
			}
			if c.trips == 0 && r.LeftOut != 0 || c.trips > 0 && r.LeftOut == 0 || len(f.Trips) != 2-r.LeftOut || len(f.FirstCall) != len(f.Trips)+1 {
				t.Errorf("%d trips left out, %d kept", r.LeftOut, len(f.Trips))
			}
		})
	}
}

// What is odd but harmless is a warning.
func TestWarnings(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"agency twice", "agency.txt", "Stockholm\n", "Stockholm\nA,Town Traffic,http://x,Europe/Stockholm\n", "agency.txt:3:1 agency_id: duplicate-id"},
		{"service twice, word for word", "calendar.txt", "20191231\n", "20191231\nW,1,1,1,1,1,0,0,20190101,20191231\n", "calendar.txt:3:1 service_id: duplicate-id"},
		{"service that never runs", "calendar.txt", "20191231\n", "20191231\nN,0,0,0,0,0,0,0,20190101,20191231\n", `no-service: "N" runs on no day`},
		{"trip without calls", "trips.txt", "2,X,t2\n", "2,X,t2\n1,W,t3\n", `few-calls: "t3" has 0 calls`},
		{"call at a station", "stop_times.txt", ",a,1,0,1", ",S,1,0,1", "stop_times.txt:2:22 stop_id: not-a-platform"},
		{"transfer of a trip", "transfers.txt", "min_transfer_time\nS,c,2,180", "min_transfer_time,from_trip_id\nS,c,1,,t1", "transfer-detail"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := town()
			files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
			if strings.Contains(c.new, "from_trip_id") {
				files[c.file] = strings.Replace(files[c.file], "a,b,3,\n", "a,b,3,,\n", 1)
			}
			_, r, err := read(t, files, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Warnings.String(); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Each file that must be there is asked for.
func TestMissingFiles(t *testing.T) {
	for _, name := range []string{"agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"} {
		files := town()
		delete(files, name)
		_, _, err := read(t, files, Options{Tolerant: true})
		refused(t, err, name+": missing-file")
	}
	files := town()
	delete(files, "calendar.txt")
	delete(files, "calendar_dates.txt")
	_, _, err := read(t, files, Options{})
	refused(t, err, "calendar.txt or calendar_dates.txt: missing-file")
	for _, name := range []string{"frequencies.txt", "transfers.txt", "feed_info.txt"} {
		files := town()
		delete(files, name)
		if _, _, err := read(t, files, Options{}); err != nil {
			t.Errorf("without %s: %v", name, err)
		}
	}
}

// Archives that are cut off, nested, doubled or too large are refused.
func TestArchivesThatAreRefused(t *testing.T) {
	open := func(data []byte, l Limits) error {
		_, _, err := ReadZip(t.Context(), "town.zip", bytes.NewReader(data), int64(len(data)), Options{Limits: l, Tolerant: true})
		return err
	}
	whole := zipped(t, town())
	if err := open(whole, Limits{}); err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) {
		if open(whole[:n], Limits{Record: 4096}) == nil {
			t.Fatalf("cut off after %d of %d bytes, and taken", n, len(whole))
		}
	}
	refused(t, open(whole, Limits{Entries: 3}), "too-large: 10 files; want at most 3")
	refused(t, open(whole, Limits{File: 100}), "too-large")
	refused(t, open(whole, Limits{Total: 500}), "too-large: more bytes than the limit")
	refused(t, open(whole, Limits{Record: 60}), "too-large: a line longer than the limit")
	files := town()
	files["stops.txt"] += strings.Repeat("\n", 2<<20)
	refused(t, open(zipped(t, files), Limits{Ratio: 100}), "stops.txt: too-large")
	nested := map[string]string{}
	for name, text := range town() {
		nested["feed/"+name] = text
	}
	refused(t, open(zipped(t, nested), Limits{}), "missing-file: the files lie in a folder of the archive")
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for range 2 {
		if _, err := w.Create("stops.txt"); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	refused(t, open(b.Bytes(), Limits{}), "stops.txt: duplicate-name")
	damaged := bytes.Clone(whole)
	damaged[bytes.Index(damaged, []byte("agency.txt"))+20] ^= 0xff
	refused(t, open(damaged, Limits{}), "agency.txt")
	// Names that lead elsewhere are not opened at all.
	files = town()
	files["../evil.txt"], files["/etc/passwd"] = "x", "y"
	if err := open(zipped(t, files), Limits{}); err != nil {
		t.Error(err)
	}
}

// Problems are counted when there are too many to keep.
func TestManyProblems(t *testing.T) {
	files := town()
	files["stops.txt"] += strings.Repeat("a,Alder,60,15,0,\n", 100)
	_, _, err := read(t, files, Options{})
	refused(t, err, "and 75 more of the same kinds")
}
