package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// busFiles writes the street with a bus along it at 8:00 and back at 15:00 on weekdays, a
// programme with an office at its northern end and people at its southern, and moves there.
func busFiles(t *testing.T) {
	t.Helper()
	streetFiles(t)
	out, err := os.Create("bus.zip")
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(out)
	for name, text := range map[string]string{
		"agency.txt": "agency_id,agency_name,agency_url,agency_timezone\na,A,http://a.example,Europe/Stockholm\n",
		"stops.txt":  "stop_id,stop_name,stop_lat,stop_lon\ns,South,59,18\nn,North,59.009,18\n",
		"routes.txt": "route_id,agency_id,route_short_name,route_type\nr,a,1,3\n",
		"trips.txt":  "route_id,service_id,trip_id\nr,w,out\nr,w,home\n",
		"stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nout,08:00:00,08:00:00,s,1\nout,08:02:00,08:02:00,n,2\n" +
			"home,15:00:00,15:00:00,n,1\nhome,15:02:00,15:02:00,s,2\n",
		"calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nw,1,1,1,1,1,0,0,20220601,20220630\n",
	} {
		in, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("p", 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"people.csv": "id,municipality,lat,lon,people\nsouth,,59,18,70\nfar,,60,18,30\n",
		"p/all.yaml": "programme: {id: p, name: P, agency: a, as-of: 2022-06-01}\nsources: [{id: s, title: S, date: 2022-01-01}]\n" +
			"parties: [{id: a, name: A, kind: agency, source: s}]\n" +
			"offices: [{id: north, name: Norr, municipality: Stockholm, position: {lat: 59.009, lon: 18, precision: address, source: s}, source: s}]\n",
	} {
		if err := os.WriteFile(filepath.FromSlash(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if r := run("network", "build", "street.osm", "bus.zip", "-o", "bus.net"); r.err != nil {
		t.Fatal(r)
	}
}

// The command counts who gets there and back, with the hours that are assumed, or says
// what is wrong with the asking.
func TestAccessReturn(t *testing.T) {
	busFiles(t)
	const ask = "access -p p --population people.csv --network bus.net --mode transit --date 2022-06-01 "
	for _, c := range []struct {
		args, hours string
		end         end
		has, errs   []string
	}{
		{args: ask + "--return", has: []string{"Dit och hem samma dag med kollektivtrafik, 2022-06-01", "inga öppettider är kända"}},
		{args: ask + "--return --lang en", hours: "mon-fri 10:00-15:00", has: []string{"There and back", "70.0%", "30 min", "an assumption: 1"}},
		{args: ask + "--return --day 08:00-16:00 --format json", hours: "wed 07:00-08:30", has: []string{`"low": 700000`, `"day": "2022-06-01"`}},
		{args: ask + "--return --stay 2h", hours: "wed 07:00-08:30", has: []string{"0,0"}},
		{args: "access --return", end: trouble, errs: []string{"--network"}},
		{args: "access --stay 20m", end: trouble, errs: []string{"--return"}},
		{args: "access --day 06:00-20:00", end: trouble, errs: []string{"--return"}},
		{args: ask + "--return --stay 30s", end: trouble, errs: []string{"30s"}},
		{args: ask + "--return --day 20:00-06:00", end: trouble, errs: []string{"06:00-20:00"}},
		{args: ask + "--return --day morning", end: trouble, errs: []string{"morning"}},
		{args: ask + "--return", hours: "always", end: trouble, errs: []string{"always"}},
	} {
		args := strings.Fields(c.args)
		if c.hours != "" {
			args = append(args, "--assume-hours", c.hours)
		}
		r := run(args...)
		if r.end != c.end {
			t.Errorf("%s %s ends %s, want %s: %v\n%.600s", c.args, c.hours, r.end, c.end, r.err, r.out)
		}
		for _, want := range c.has {
			if !strings.Contains(strings.ReplaceAll(r.out, "\u00a0", " "), want) {
				t.Errorf("%s %s does not print %q:\n%s", c.args, c.hours, want, r.out)
			}
		}
		for _, want := range c.errs {
			if !strings.Contains(r.errs, want) {
				t.Errorf("%s %s does not complain of %q: %s", c.args, c.hours, want, r.errs)
			}
		}
	}
}
