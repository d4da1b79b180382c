package main

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/osm"
)

// feedFiles are the files of a feed that can be read.
func feedFiles() map[string]string {
	return map[string]string{
		"agency.txt":     "agency_id,agency_name,agency_url,agency_timezone\na,A,http://a.example,Europe/Stockholm\n",
		"stops.txt":      "stop_id,stop_name,stop_lat,stop_lon\nfirst,First,59,18\nlast,Last,59.009,18\n",
		"routes.txt":     "route_id,agency_id,route_short_name,route_type\nr,a,1,3\n",
		"trips.txt":      "route_id,service_id,trip_id\nr,s,x\n",
		"stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nx,08:00:00,08:00:00,first,1\nx,08:02:00,08:02:00,last,2\n",
		"calendar.txt":   "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ns,1,1,1,1,1,0,0,20210901,20211231\n",
	}
}

// feedOf packs files; with a change to one of them, or without it where there is no text.
func feedOf(t *testing.T, name, text string) []byte {
	t.Helper()
	files := feedFiles()
	if files[name] = text; text == "" {
		delete(files, name)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func keep(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// What is wrong with a file is told with its place in both languages.
func TestReadersComplainInBothLanguages(t *testing.T) {
	streetFiles(t)
	if r := run("network", "build", "street.osm", "-o", "street.net"); r.err != nil {
		t.Fatal(r)
	}
	net, err := os.ReadFile("street.net")
	if err != nil {
		t.Fatal(err)
	}
	changed := func(at int) []byte {
		out := bytes.Clone(net)
		out[at] ^= 0x55
		return out
	}
	times := feedFiles()["stop_times.txt"]
	for _, c := range []struct {
		command string // with the file's name at the end
		content []byte
		sv, en  string
	}{
		{"network info wrong.bin", net[:len(net)-8], "byte 16: filen är avhuggen", "it was cut or something was added"},
		{"network info wrong.bin", net[:10], "filen är avhuggen", "the file ends within its header"},
		{"network info wrong.bin", []byte(strings.Repeat("hello ", 40)), "byte 0: filen är inget förberett nät", "not a prepared network"},
		{"network info wrong.bin", changed(8), "byte 8: nätet är byggt av en annan version", "layout version"},
		{"network info wrong.bin", changed(20), "kontrollsumman stämmer inte", "checksum does not match"},
		{"network info wrong.bin", changed(len(net) - 4), "kontrollsumman stämmer inte", "checksum of section"},

		{"network build wrong.bin", nil, "wrong.bin: block 0 från byte 0: filen är inget utdrag", "the file is empty"},
		{"network build wrong.bin", []byte("id,lat,lon\n"), "filen är inget utdrag ur OpenStreetMap", "neither PBF nor XML"},
		{"network build wrong.bin", []byte("\x00\x00\x00\x0d\x0a\x09OSMHea"), "block 0 från byte 0: filen slutar för tidigt", "the file ends within"},
		{"network build wrong.bin", []byte("\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x80\x80\x80\x80\x04" + strings.Repeat(" ", 40)), "wrong.bin: block 0 från byte 0: ", "blob 0 at byte 0"},
		{"network build wrong.bin", []byte("<osm version=\"0.6\">\n<way id=\"1\">"), "rad 2, kolumn", "line 2, column"},
		{"network build wrong.bin", []byte("<osm version=\"0.5\">"), "en annan version av formatet", "version \"0.5\""},
		{"network build wrong.bin", []byte("<osm version=\"0.6\">\n<node id=\"x\" lat=\"1\" lon=\"1\"/></osm>"), "ett heltal väntas", "a whole number is expected"},
		{"network build wrong.bin", []byte("<osm version=\"0.6\"><node id=\"1\" lat=\"100\" lon=\"1\"/></osm>"), "ligger inte på jorden", "degrees within"},
		{"network build wrong.bin", []byte("<osm version=\"0.6\"></osm>"), "inga två platser", "no two places"},

		{"network build street.osm wrong.bin", []byte("no archive"), "arkivet är inte helt", "want a whole zip archive"},
		{"network build street.osm wrong.bin", feedOf(t, "stops.txt", ""), "stops.txt: filen saknas", "stops.txt: missing-file"},
		{"network build street.osm wrong.bin", feedOf(t, "stop_times.txt", strings.Replace(times, "08:02:00", "soon", 1)), `stop_times.txt:3:3 arrival_time: värdet "soon" går inte att läsa; en tid som 08:05:00`, "want a time as 08:05:00"},
		{"network build street.osm wrong.bin", feedOf(t, "stop_times.txt", strings.Replace(times, "last,2", "nowhere,2", 1)), `stop_id: "nowhere" finns inte`, "want a stop_id of stops.txt"},
		{"network build street.osm wrong.bin", feedOf(t, "stop_times.txt", strings.Replace(times, "first,1", "first,many", 1)), `"many" går inte att läsa; ett heltal från 0 till`, "want a whole number from 0"},
		{"network build street.osm wrong.bin", feedOf(t, "stop_times.txt", times+"x,08:0"), "stop_times.txt:4", "was the file cut off?"},
		{"network build street.osm wrong.bin", feedOf(t, "stops.txt", "stop_id,stop_name\nfirst,First\n"), "stops.txt:1", "missing-column"},
		{"network build street.osm wrong.bin", feedOf(t, "stops.txt", "stop_id,stop_name,stop_lat,stop_lon\nfirst,First,95,18\nlast,Last,59,18\n"), "ett tal från -90 till 90 väntas", "want a number from -90 to 90"},
		{"network build street.osm wrong.bin", feedOf(t, "calendar.txt", strings.Replace(feedFiles()["calendar.txt"], "20210901", "20211301", 1)), `start_date: värdet "20211301" går inte att läsa; ett datum som 20190513`, "want a date as 20190513"},
	} {
		keep(t, "wrong.bin", c.content)
		for lang, want := range map[string]string{"sv": c.sv, "en": c.en} {
			args := append(strings.Fields(c.command), "--lang", lang)
			if args[1] == "build" {
				args = append(args, "-o", "x.net")
			}
			r := run(args...)
			if r.err == nil || !strings.Contains(r.err.Error(), want) || strings.Contains(r.err.Error(), "%!") {
				t.Errorf("%s, %s, %.30q: %v; want %q", c.command, lang, c.content, r.err, want)
			}
			if lang == "sv" && r.err != nil && strings.Contains(r.err.Error(), "want a") {
				t.Errorf("%s: English among Swedish: %v", c.command, r.err)
			}
		}
	}
}

// Every kind of the readers has its words in both languages.
func TestEveryReaderKindHasWords(t *testing.T) {
	var keys []string
	for _, k := range []osm.ErrorKind{osm.Truncated, osm.TooLarge, osm.NotOSM, osm.Version, osm.Unsupported, osm.Disordered, osm.Position, osm.Number, osm.Damaged} {
		keys = append(keys, "osm."+string(k))
	}
	for _, k := range []container.Kind{container.Truncated, container.NotNetwork, container.OtherVersion, container.Checksum, container.Damaged} {
		keys = append(keys, "net."+string(k))
	}
	for _, k := range []gtfs.Code{gtfs.MissingFile, gtfs.MissingColumn, gtfs.DuplicateName, gtfs.BadArchive, gtfs.TooLarge, gtfs.BadRecord, gtfs.BadValue, gtfs.MissingValue, gtfs.DuplicateID, gtfs.UnknownID,
		gtfs.BackwardTime, gtfs.MissingTime, gtfs.DuplicateOrder, gtfs.BadSpan, gtfs.SeveralZones, gtfs.FewCalls, gtfs.NoService, gtfs.NotAPlatform, gtfs.FlexibleStop, gtfs.TransferDetail} {
		keys = append(keys, "gtfs."+string(k))
	}
	for _, key := range keys {
		if text := networkTexts[key]; text[0] == "" || text[1] == "" || text[0] == text[1] || strings.Count(text[0], "%") != strings.Count(text[1], "%") {
			t.Errorf("%s: %q", key, text)
		}
	}
}
