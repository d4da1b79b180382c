package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A street of a kilometre with a house at each end and one far away.
const street = `<osm version="0.6"><node id="1" lat="59" lon="18"/><node id="2" lat="59.009" lon="18"/>` +
	`<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>`

// streetFiles writes the street and its houses, and moves there.
func streetFiles(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"street.osm": street, "houses.csv": "id,lat,lon\nsouth,59,18\nnorth,59.009,18\nfar,60,18\n",
		"wrong.csv": "id,lat,lon\nsouth,59,east\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A network is built, described and asked, and what cannot be reached is empty and named.
func TestNetwork(t *testing.T) {
	streetFiles(t)
	built := run("network", "build", "street.osm", "-o", "street.net", "--lang", "en")
	if built.err != nil || !strings.Contains(built.out, "Modes: car, walk\n") || !strings.Contains(built.errs, "wrote street.net") {
		t.Fatal(built)
	}
	if again := run("network", "info", "street.net", "--lang", "en"); again.out != built.out {
		t.Errorf("info says\n%s\nand build\n%s", again.out, built.out)
	}
	walked := run("network", "matrix", "street.net", "--from", "houses.csv", "--to", "houses.csv", "--mode", "walk", "--lang", "en")
	// 1,003 m at 5 km/h.
	want := "from,to,seconds\nsouth,south,0\nsouth,north,722\nsouth,far,\nnorth,south,722\nnorth,north,0\nnorth,far,\nfar,south,\nfar,north,\nfar,far,\n"
	if walked.err != nil || walked.out != want || !strings.Contains(walked.errs, "1 places lie more than 1000 m") {
		t.Fatal(walked)
	}
	if driven := run("network", "matrix", "street.net", "--from", "houses.csv", "--to", "houses.csv", "--format", "json"); driven.err != nil ||
		!strings.Contains(driven.out, `{"from":"south","to":"far","seconds":null}`) || !strings.Contains(driven.out, `"mode":"car"`) {
		t.Error(driven)
	}
	if r := run("network", "matrix", "street.net", "--from", "houses.csv", "--to", "houses.csv", "--format", "parquet", "-o", "t.parquet"); r.err != nil {
		t.Error(r)
	}
	if data, err := os.ReadFile("t.parquet"); err != nil || !strings.HasPrefix(string(data), "PAR1") {
		t.Error(err)
	}
	if left, _ := filepath.Glob("*.part"); len(left) > 0 {
		t.Error(left)
	}
}

func TestNetworkMistakes(t *testing.T) {
	streetFiles(t)
	if r := run("network", "build", "street.osm", "-o", "street.net"); r.err != nil {
		t.Fatal(r)
	}
	for _, c := range []struct{ args, want string }{
		{"network build street.osm", "-o FIL"},
		{"network build houses.csv -o x.net", "houses.csv"},
		{"network build street.osm houses.csv -o x.net", "houses.csv"},
		{"network build none.osm -o x.net", "none.osm"},
		{"network info houses.csv", "inte ett helt nät"},
		{"network matrix street.net --from houses.csv", "--to FIL"},
		{"network matrix street.net --from wrong.csv --to houses.csv", "wrong.csv:2:10: skriv grader"},
		{"network matrix street.net --from houses.csv --to houses.csv --mode boat", "det har car, walk"},
		{"network matrix street.net --from houses.csv --to houses.csv --mode transit", "--date"},
		{"network matrix street.net --from houses.csv --to houses.csv --mode transit --date 2021-02-30", "2021-02-30"},
		{"network matrix street.net --from houses.csv --to houses.csv --mode transit --date 2021-11-09", "det har car, walk"},
		{"network matrix street.net --from houses.csv --to houses.csv --mode transit --date 2021-11-09 --window 9-7", "07:00-09:00"},
		{"network matrix street.net --from houses.csv --to houses.csv --format parquet", "-o FIL"},
		{"access --network street.net --mode transit --date 2021-11-09", "det har car, walk"},
	} {
		r := run(strings.Fields(c.args)...)
		if r.err == nil || !strings.Contains(r.err.Error(), c.want) {
			t.Errorf("%s: %v; want %q", c.args, r.err, c.want)
		}
	}
	if _, err := os.Stat("x.net"); err == nil {
		t.Error("a network was half written")
	}
}
