package folder

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/etablera/etablera/internal/programme"
)

var update = flag.Bool("update", false, "rewrite the golden files and the generated documentation")

// register is a very small world.
var register = programme.Register{
	Municipalities:   []string{"Boden", "Eskilstuna", "Gagnef", "Laholm", "Leksand", "Malung-Sälen", "Mora", "Orsa", "Rättvik", "Stenungsund", "Stockholm", "Älvdalen"},
	Counties:         []string{"Norrbottens län", "Stockholms län"},
	Regions:          []string{"Stockholm", "Göteborg", "Malmö"},
	Areas:            []string{"Biskopsgården", "Rinkeby/Tensta"},
	AreaMunicipality: map[string]string{"Biskopsgården": "Göteborg", "Rinkeby/Tensta": "Stockholm"},
}

// golden compares text with a file, or rewrites the file.
func golden(t *testing.T, file, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		got, old := strings.Split(text, "\n"), strings.Split(string(want), "\n")
		for i := range got {
			if i >= len(old) || got[i] != old[i] {
				t.Fatalf("%s differs at line %d (go test -update rewrites it)\n got: %s\nwant: %s", file, i+1, got[i], strings.Join(old[i:min(i+1, len(old))], ""))
			}
		}
		t.Fatalf("%s has more lines than it should", file)
	}
}

// besideBase is the base programme with one more file.
func besideBase(t *testing.T, file string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range []string{"testdata/base.yaml", file} {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		fsys[filepath.Base(f)] = &fstest.MapFile{Data: data}
	}
	return fsys
}

// Each mistake gives its one message at its very place; many.yaml gives them all.
func TestMistakes(t *testing.T) {
	names, err := filepath.Glob("testdata/mistakes/*")
	if err != nil || len(names) < 50 {
		t.Fatalf("%d cases, %v", len(names), err)
	}
	covered := map[string]bool{}
	var b strings.Builder
	for _, name := range names {
		_, _, mistakes := Read(besideBase(t, name), register)
		switch base := filepath.Base(name); {
		case base == "many.yaml" && len(mistakes) < 25:
			t.Errorf("%s: only %d mistakes, so that some hide others", base, len(mistakes))
		case base != "many.yaml" && len(mistakes) != 1:
			t.Errorf("%s: %d mistakes", base, len(mistakes))
		}
		fmt.Fprintf(&b, "# %s\n", filepath.Base(name))
		for _, m := range mistakes {
			covered[m.Key] = true
			fmt.Fprintf(&b, "%s: %s %s\n  %s\n  %s\n", m.Place, m.Severity, m.Key, m.Text("sv"), m.Text("en"))
		}
		b.WriteString("\n")
	}
	golden(t, "testdata/mistakes.golden", b.String())
	for key := range Messages {
		if !covered[key] && !elsewhere[key] {
			t.Errorf("no case gives %s", key)
		}
	}
	for key := range programme.Messages {
		base := strings.TrimSuffix(strings.TrimSuffix(key, "-near"), "-more")
		if !covered[base] && !covered[base+"-near"] && !covered[base+"-more"] && !elsewhere[base] {
			t.Errorf("no case gives %s", key)
		}
	}
}

// elsewhere are the messages that no single small file can give; each has a
// test of its own.
var elsewhere = map[string]bool{
	"folder.too-many-records": true, "folder.too-many-columns": true, "folder.too-many-mistakes": true, "folder.unreadable": true,
	"folder.not-a-file": true, "folder.link-outside": true, "folder.file-too-large": true, "folder.too-large": true, "folder.too-many-levels": true,
	"folder.syntax": true, "folder.syntax-indent": true,
	// A folder without the base has a test of its own.
	"folder.no-programme": true, "folder.no-programme-section": true,
	// Text that is read has these in order already; a snapshot from elsewhere may not.
	"programme.amount-order": true, "programme.range-order": true, "programme.ends-before-start": true,
	"programme.no-opening-stage": true, // the base has one
	"programme.unknown-clause":   true, // nothing refers to a clause yet
}

// The base that the mistakes stand beside has none of its own.
func TestBaseIsCorrect(t *testing.T) {
	_, _, mistakes := Read(besideBase(t, "testdata/base.yaml"), register)
	for _, m := range mistakes {
		t.Errorf("%s: %s", m.Place, m.Text("en"))
	}
}

// A folder that holds no programme says so, once, and not what a programme
// would have to hold.
func TestNoProgramme(t *testing.T) {
	for key, fsys := range map[string]fstest.MapFS{
		"folder.no-programme": {"notes.txt": {Data: []byte("Text.")}},
		"folder.no-programme-section": {"offices.yaml": {Data: []byte(
			"sources:\n  - {id: rapport, title: En rapport, date: 2021-09-24}\noffices:\n  - {id: boden, municipality: Boden, source: rapport}\n")}},
	} {
		_, _, mistakes := Read(fsys, register)
		if len(mistakes) != 1 || mistakes[0].Key != key || mistakes[0].Place.String() != "." {
			t.Errorf("want %s, got %+v", key, mistakes)
		}
	}
	_, _, mistakes := Read(fstest.MapFS{"a.yaml": {Data: []byte("programme:\n  id: prov\n")}}, register)
	if len(mistakes) == 0 || mistakes[0].Key != "programme.missing" {
		t.Errorf("a programme without a name: %+v", mistakes)
	}
}
