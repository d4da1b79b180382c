package coverage_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/prepared"
)

// portoAlegre is public transport in Porto Alegre with its hexagons as places; the
// benchmark is skipped where the data is not there.
func portoAlegre(b *testing.B) (coverage.Networked, []coverage.Place) {
	b.Helper()
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../../shared/data"
	}
	f, err := os.Open(filepath.Join(dir, "gtfs", "r5r_points", "poa_hexgrid.csv"))
	if err != nil {
		b.Skip("no data: ", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	var at []coverage.Place
	for _, r := range rows[1:] {
		lon, err1 := strconv.ParseFloat(r[1], 64)
		lat, err2 := strconv.ParseFloat(r[2], 64)
		if err1 != nil || err2 != nil {
			b.Fatal(r)
		}
		at = append(at, coverage.Place{Key: r[0], Lat: lat, Lon: lon})
	}
	n, err := prepared.Build(context.Background(), filepath.Join(dir, "osm", "poa_osm.pbf"),
		[]string{filepath.Join(dir, "gtfs", "poa_eptc.zip"), filepath.Join(dir, "gtfs", "poa_trensurb.zip")}, prepared.Options{})
	if err != nil {
		b.Fatal(err)
	}
	date, err := gtfs.ParseDate("2019-05-13")
	if err != nil {
		b.Fatal(err)
	}
	return coverage.Networked{Network: n, Mode: prepared.Transit, Journey: prepared.Journey{Date: date, From: 14 * 3600, Minutes: 120}}, at
}

// Eight sites and 1,227 places at each of 120 minutes, the layout of the day among it:
// all at once, and site by site.
func BenchmarkTransitRows(b *testing.B) {
	m, at := portoAlegre(b)
	for name, method := range map[string]coverage.Method{"batch": m, "singly": singly{m}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := coverage.Tabulate(b.Context(), method, at[:8], at, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
