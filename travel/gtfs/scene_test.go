package gtfs

import (
	"archive/zip"
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// town is a small feed that is in order, to be spoilt by tests.
func town() map[string]string {
	return map[string]string{
		"agency.txt":         "agency_id,agency_name,agency_url,agency_timezone\nA,Town Traffic,http://x,Europe/Stockholm\n",
		"stops.txt":          "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\nS,Station,60,15,1,\na,Alder,60,15,0,S\nb,Birch,60.01,15,,\nc,Cedar,60.03,15,,\n",
		"routes.txt":         "route_id,agency_id,route_short_name,route_long_name,route_type\n1,A,1,One,700\n2,A,2,Two,1501\n",
		"calendar.txt":       "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nW,1,1,1,1,1,0,0,20190101,20191231\n",
		"calendar_dates.txt": "service_id,date,exception_type\nW,20190501,2\nW,20190504,1\nX,20190504,1\n",
		"trips.txt":          "route_id,service_id,trip_id\n1,W,t1\n2,X,t2\n",
		"stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n" +
			"t1,08:00:00,08:01:00,a,1,0,1\nt1,,,b,2,,\nt1,08:31:00,08:31:00,c,3,1,0\nt2,25:00:00,25:00:00,c,1,2,\nt2,26:00:00,26:00:00,a,2,,2\n",
		"frequencies.txt": "trip_id,start_time,end_time,headway_secs,exact_times\nt2,06:00:00,07:00:00,600,1\nt2,05:00:00,06:00:00,1200,\n",
		"transfers.txt":   "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,c,2,180\na,b,3,\n",
		"feed_info.txt":   "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version\nP,http://x,sv,20190101,20191231,v1\n",
	}
}

func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func read(t testing.TB, files map[string]string, opt Options) (*Feed, *Report, error) {
	t.Helper()
	return ReadFS(t.Context(), "town", folder(files), opt)
}

// refused expects a refusal that names the place and the kind.
func refused(t *testing.T, err error, want string) {
	t.Helper()
	var bad *InvalidError
	if !errors.As(err, &bad) {
		t.Fatalf("got %v, want a refusal with %q", err, want)
	}
	if !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want it to say %q", err, want)
	}
}
