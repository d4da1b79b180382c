package coverage_test

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/travel/estimate"
	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/prepared"
)

// town is two straight streets of a kilometre due north, at longitudes 18 and 18.5 (some
// 29 km apart, which takes hours on foot), and a road and a bus between their southern
// ends: from west to east at the given times, and back, each in ten minutes.
func town(t *testing.T, there, back []string) *prepared.Network {
	t.Helper()
	var osm strings.Builder
	osm.WriteString(`<osm version="0.6">`)
	for s, lon := range []float64{18, 18.5} {
		for i := range 10 {
			fmt.Fprintf(&osm, `<node id="%d" lat="%.7f" lon="%.7f"/>`, s*100+i+1, northOf(i), lon)
		}
	}
	for s := range 2 {
		fmt.Fprintf(&osm, `<way id="%d">`, s+1)
		for i := range 10 {
			fmt.Fprintf(&osm, `<nd ref="%d"/>`, s*100+i+1)
		}
		osm.WriteString(`<tag k="highway" v="residential"/></way>`)
	}
	osm.WriteString(`<way id="3"><nd ref="1"/><nd ref="101"/><tag k="highway" v="residential"/></way></osm>`)
	trips, calls := "route_id,service_id,trip_id\n", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
	for d, times := range [][]string{there, back} {
		stops := [][2]string{{"west", "east"}, {"east", "west"}}[d]
		for _, at := range times {
			id := fmt.Sprintf("%d-%s", d, at)
			trips += "r,s," + id + "\n"
			var h, m int
			if _, err := fmt.Sscanf(at, "%d:%d", &h, &m); err != nil {
				t.Fatal(err)
			}
			end := h*60 + m + 10
			calls += fmt.Sprintf("%s,%02d:%02d:00,%02d:%02d:00,%s,1\n%s,%02d:%02d:00,%02d:%02d:00,%s,2\n", id, h, m, h, m, stops[0], id, end/60, end%60, end/60, end%60, stops[1])
		}
	}
	dir := t.TempDir()
	extract, feed := filepath.Join(dir, "town.osm"), filepath.Join(dir, "bus.zip")
	if err := os.WriteFile(extract, []byte(osm.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	zipped(t, feed, [][2]string{
		{"agency.txt", "agency_id,agency_name,agency_url,agency_timezone\na,A,http://a.example,Europe/Stockholm\n"},
		{"stops.txt", "stop_id,stop_name,stop_lat,stop_lon\nwest,West,59,18\neast,East,59,18.5\n"},
		{"routes.txt", "route_id,agency_id,route_short_name,route_type\nr,a,1,3\n"},
		{"trips.txt", trips}, {"stop_times.txt", calls},
		{"calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ns,1,1,1,1,1,0,0,20220601,20220630\n"},
	})
	n, err := prepared.Build(t.Context(), extract, []string{feed}, prepared.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func northOf(i int) float64 { return 59 + float64(i)*0.001 }

func zipped(t *testing.T, name string, files [][2]string) {
	t.Helper()
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(out)
	for _, f := range files {
		in, err := w.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// byBus is public transport in the town on a weekday, Wednesday 1 June 2022 unless said
// otherwise.
func byBus(t *testing.T, n *prepared.Network, date string) coverage.Networked {
	t.Helper()
	d, err := gtfs.ParseDate(date)
	if err != nil {
		t.Fatal(err)
	}
	return coverage.Networked{Network: n, Mode: prepared.Transit, Journey: prepared.Journey{Date: d}}
}

// townsfolk are 100 people at each node of the western street, or of both.
func townsfolk(lons ...float64) *coverage.Population {
	p := &coverage.Population{Source: "the town", Date: "2022"}
	for _, lon := range lons {
		for i := range 10 {
			p.Keys = append(p.Keys, fmt.Sprintf("%g-%d", lon, i))
			p.Points = append(p.Points, estimate.Point{Lat: northOf(i), Lon: lon})
			p.Municipality, p.People = append(p.Municipality, "0180"), append(p.People, 100)
		}
	}
	return p
}

// townOffice is an office at a node of a street.
func townOffice(id string, i int, lon float64) programme.Office {
	return programme.Office{ID: programme.OfficeID(id), Name: "Kontor " + id, Municipality: "Stockholm", Position: &programme.Position{Lat: northOf(i), Lon: lon, Precision: "address"}}
}
