package prepared

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/gtfs"
)

// The town is one straight street due north, ten nodes with about 111 m between them,
// and a bus along it from the first to the last at 8:00, 8:30 and 9:00, in two minutes.
const nodes = 10

func latOf(i int) float64 { return 59 + float64(i)*0.001 }

func town(t *testing.T) (extract, feed string) {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<osm version="0.6">`)
	for i := range nodes {
		fmt.Fprintf(&b, `<node id="%d" lat="%.7f" lon="18"/>`, i+1, latOf(i))
	}
	b.WriteString(`<way id="1">`)
	for i := range nodes {
		fmt.Fprintf(&b, `<nd ref="%d"/>`, i+1)
	}
	b.WriteString(`<tag k="highway" v="residential"/></way></osm>`)
	dir := t.TempDir()
	extract, feed = filepath.Join(dir, "town.osm"), filepath.Join(dir, "bus.zip")
	write(t, extract, []byte(b.String()))
	var z bytes.Buffer
	w := zip.NewWriter(&z)
	for _, f := range [][2]string{
		{"agency.txt", "agency_id,agency_name,agency_url,agency_timezone\na,A,http://a.example,Europe/Stockholm\n"},
		{"stops.txt", fmt.Sprintf("stop_id,stop_name,stop_lat,stop_lon\nfirst,First,%.7f,18\nlast,Last,%.7f,18\n", latOf(0), latOf(nodes-1))},
		{"routes.txt", "route_id,agency_id,route_short_name,route_type\nr,a,1,3\n"},
		{"trips.txt", "route_id,service_id,trip_id\nr,s,x\nr,s,y\nr,s,z\n"},
		{"stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n" +
			"x,08:00:00,08:00:00,first,1\nx,08:02:00,08:02:00,last,2\ny,08:30:00,08:30:00,first,1\ny,08:32:00,08:32:00,last,2\n" +
			"z,09:00:00,09:00:00,first,1\nz,09:02:00,09:02:00,last,2\n"},
		{"calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ns,1,1,1,1,1,0,0,20210901,20211231\n"},
	} {
		out, err := w.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, feed, z.Bytes())
	return extract, feed
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func built(t *testing.T) *Network {
	t.Helper()
	extract, feed := town(t)
	n, err := Build(context.Background(), extract, []string{feed}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// reopened is the network after a round trip through a file.
func reopened(t *testing.T, n *Network) *Network {
	t.Helper()
	name := filepath.Join(t.TempDir(), "town.net")
	if err := n.WriteFile(name); err != nil {
		t.Fatal(err)
	}
	out, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { out.Close() })
	return out
}

func date(t *testing.T, text string) gtfs.Date {
	t.Helper()
	d, err := gtfs.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
