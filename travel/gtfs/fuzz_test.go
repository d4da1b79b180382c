package gtfs

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Whatever the bytes of an archive, reading ends with a feed that keeps its promises or an error.
func FuzzReadZip(f *testing.F) {
	f.Add(zipped(f, town()))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, tolerant := range []bool{false, true} {
			feed, _, err := ReadZip(t.Context(), "fuzz", bytes.NewReader(data), int64(len(data)), Options{Tolerant: tolerant, Limits: Limits{File: 1 << 20, Total: 4 << 20, Record: 4096}})
			if err == nil {
				holds(t, feed)
			}
		}
	})
}

// Whatever stands in stop_times and its neighbours, a feed that is taken keeps its promises.
func FuzzTables(f *testing.F) {
	files := town()
	f.Add(files["stops.txt"], files["stop_times.txt"], files["calendar.txt"], files["frequencies.txt"], files["transfers.txt"])
	f.Fuzz(func(t *testing.T, stops, times, calendar, frequencies, transfers string) {
		files := town()
		files["stops.txt"], files["stop_times.txt"], files["calendar.txt"] = stops, times, calendar
		files["frequencies.txt"], files["transfers.txt"] = frequencies, transfers
		for _, tolerant := range []bool{false, true} {
			if feed, _, err := read(t, files, Options{Tolerant: tolerant, Limits: Limits{Record: 4096}}); err == nil {
				holds(t, feed)
			} else if strings.TrimSpace(err.Error()) == "" {
				t.Error("a refusal that says nothing")
			}
		}
	})
}

// holds checks what a Feed promises.
func holds(t *testing.T, f *Feed) {
	t.Helper()
	if len(f.FirstCall) != len(f.Trips)+1 || int(f.FirstCall[len(f.Trips)]) != len(f.Calls) {
		t.Fatalf("%d trips, calls from %v", len(f.Trips), f.FirstCall)
	}
	for i := range f.Trips {
		calls := f.CallsOf(TripIndex(i))
		if len(calls) < 2 {
			t.Fatalf("trip %d has %d calls", i, len(calls))
		}
		last := Seconds(0)
		for _, c := range calls {
			if c.Arrive < last || c.Depart < c.Arrive || c.Depart > maxTime || c.Stop < 0 || int(c.Stop) >= len(f.Stops) {
				t.Fatalf("trip %d: %+v", i, calls)
			}
			last = c.Depart
		}
		_, _ = f.Routes[f.Trips[i].Route], f.Services[f.Trips[i].Service]
	}
	for i, q := range f.Frequencies {
		if q.Headway < 1 || q.End <= q.Start || int(q.Trip) >= len(f.Trips) || i > 0 && (q.Trip < f.Frequencies[i-1].Trip || q.Trip == f.Frequencies[i-1].Trip && q.Start < f.Frequencies[i-1].End) {
			t.Fatalf("frequencies %+v", f.Frequencies)
		}
	}
	for _, tr := range f.Transfers {
		if int(tr.From) >= len(f.Stops) || int(tr.To) >= len(f.Stops) || tr.Kind == MinTime && tr.Min < 0 {
			t.Fatalf("transfer %+v", tr)
		}
	}
}

// Records are those of encoding/csv, but for spaces around values; and what one refuses the other does.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{"a,b\nc,d\n", "\"a\"\"b\",c\r\n\r\nd", "\"a\nb\",\"\"\n", "\xef\xbb\xbfx", "a,\"b", "a\"b", "\"a\" ,b", ",,\n", "\"a\"b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\u0085\u00a0\v\f") || strings.IndexFunc(text, func(r rune) bool { return r > 0x1000 }) >= 0 ||
			strings.Contains(text, "\" ") || strings.Contains(text, "\"\t") || strings.Contains(text, "\r") {
			t.Skip("spaces that the two tell apart")
		}
		c := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\xef\xbb\xbf")))
		c.FieldsPerRecord, c.TrimLeadingSpace = -1, true
		r := newRecords(strings.NewReader(text), 1<<20)
		for {
			want, errWant := c.Read()
			err := r.next()
			if errors.Is(errWant, io.EOF) != errors.Is(err, io.EOF) || (errWant == nil) != (err == nil) {
				t.Fatalf("%q: %v, encoding/csv says %v", text, err, errWant)
			}
			if err != nil {
				return
			}
			got := make([]string, len(r.fields))
			for i, b := range r.fields {
				got[i] = string(b)
				want[min(i, len(want)-1)] = strings.Trim(want[min(i, len(want)-1)], " \t")
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%q: %q, encoding/csv reads %q", text, got, want)
			}
		}
	})
}

// Hostile archives are refused or read; none brings the reader down.
func TestHostileArchives(t *testing.T) {
	for _, dir := range []string{"gtfs/zips", "zip/gofuzz", "zip/yauzl-failure", "zip/yauzl-wrong-sizes"} {
		root := data(t, append([]string{"badinputs"}, strings.Split(dir, "/")...)...)
		entries, err := os.ReadDir(root)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			feed, _, err := Open(t.Context(), filepath.Join(root, e.Name()), Options{Tolerant: true, Limits: Limits{File: 64 << 20, Total: 128 << 20}})
			switch {
			case err == nil && dir != "gtfs/zips":
				t.Errorf("%s was taken for a feed", e.Name())
			case err == nil:
				holds(t, feed)
			}
		}
	}
}
