package gtfs

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// data finds a folder of the shared data, or skips.
func data(t testing.TB, parts ...string) string {
	t.Helper()
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	path := filepath.Join(append([]string{dir}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here; set ETABLERA_DATA to the folder of shared data", filepath.Join(parts...))
	}
	return path
}

// Published feeds load with the sizes that their files have.
func TestPublishedFeeds(t *testing.T) {
	for _, c := range []struct {
		file                                          string
		stops, routes, trips, calls, freqs, completed int
		on                                            Date
		running                                       int
	}{
		{"poa_eptc.zip", 3986, 115, 2374, 130019, 0, 125271, 20190513, 2374},
		{"poa_trensurb.zip", 24, 2, 1248, 14855, 0, 0, 20190513, 529},
		{"caltrain_gtfs.zip", 31, 3, 252, 4560, 0, 0, 20190513, 90},
		{"hart.zip", 2349, 45, 14718, 435507, 0, 0, 20180314, 3135},
		{"kcm_gtfs.zip", 56, 219, 282, 6923, 0, 0, 20160525, 114},
		{"spo.zip", 654, 19, 36, 860, 704, 0, 20190513, 36},
	} {
		t.Run(c.file, func(t *testing.T) {
			f, r, err := Open(t.Context(), data(t, "gtfs", c.file), Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := []int{len(f.Stops), len(f.Routes), len(f.Trips), len(f.Calls), len(f.Frequencies), f.Interpolated, f.TripsOn(c.on)}
			if want := []int{c.stops, c.routes, c.trips, c.calls, c.freqs, c.completed, c.running}; !slices.Equal(got, want) {
				t.Errorf("stops, routes, trips, calls, frequencies, completed, running: %v, want %v", got, want)
			}
			if r.LeftOut != 0 || r.Warnings.Total() != r.Warnings.Count[DuplicateID] {
				t.Errorf("left out %d; %s", r.LeftOut, r.Warnings.String())
			}
			for i := range f.Trips {
				last := Seconds(-1)
				for _, call := range f.CallsOf(TripIndex(i)) {
					if call.Arrive < last || call.Depart < call.Arrive {
						t.Fatalf("trip %s goes backwards at %s", f.Trips[i].ID, call.Arrive)
					}
					last = call.Depart
				}
			}
		})
	}
}

// A feed without stop_times is refused for that, whatever else it holds.
func TestFeedWithoutStopTimesIsRefused(t *testing.T) {
	for _, tolerant := range []bool{false, true} {
		_, _, err := Open(t.Context(), data(t, "gtfs", "ul_uppsala_partial"), Options{Tolerant: tolerant})
		var bad *InvalidError
		if !errors.As(err, &bad) || bad.Problems.Count[MissingFile] != 1 || !strings.Contains(err.Error(), "stop_times.txt: missing-file") {
			t.Errorf("got %v", err)
		}
	}
}
