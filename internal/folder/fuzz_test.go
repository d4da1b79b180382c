package folder

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/etablera/etablera/internal/programme"
)

// survives reads hostile text: no panic, mistakes with places within the text,
// and what was read without a mistake is written and read back unchanged.
func survives(t *testing.T, name, text string) {
	t.Helper()
	fsys := fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}}
	s, _, mistakes := Read(fsys, register)
	// YAML counts a carriage return alone as the end of a line, too.
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
	for _, m := range mistakes {
		if m.Line < 0 || m.Line > lines || m.File != "." && m.File != name {
			t.Errorf("%s: %s lies outside the file", m.Place, m.Key)
		}
		if badVerb.MatchString(m.Text("sv")+m.Text("en")) && !badVerb.MatchString(text) {
			t.Errorf("%s: %s", m.Key, m.Text("en"))
		}
	}
	_, syntax := syntaxOf(fsys)
	if len(syntax) > 0 {
		return
	}
	texts, err := Text(s)
	if err != nil {
		t.Fatalf("read %q but cannot write it: %v", text, err)
	}
	again, left := syntaxOf(asFS(texts))
	for _, m := range left {
		t.Errorf("%s: %s", m.Place, m.Text("en"))
	}
	if d := firstDifference(reflect.ValueOf(*s), reflect.ValueOf(*again), ""); d != "" {
		t.Error(d)
	}
}

func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"testdata/*.yaml", "testdata/mistakes/*.yaml", "testdata/correct/*.yaml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil {
				f.Add(string(data))
			}
		}
	}
	for _, s := range hostile {
		f.Add("offices:\n  - id: a\n    name: " + s + "\n")
		f.Add("risks:\n  - {id: a, rounds: [" + s + "]}\n")
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		survives(t, "a.yaml", text)
	})
}

func FuzzReadCSV(f *testing.F) {
	names, _ := filepath.Glob("testdata/*/*.csv")
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(string(data))
		}
	}
	for _, s := range hostile {
		f.Add("id;year;purpose;purpose-en\n" + s + ";2022;" + s + ";\n")
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		survives(t, "appropriations.csv", text)
		survives(t, "visits.csv", text)
	})
}

// The hostile files that others have collected do no harm either.
func TestBadInputs(t *testing.T) {
	root := os.Getenv("ETABLERA_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	if _, err := os.Stat(filepath.Join(root, "badinputs")); err != nil {
		t.Skip("no badinputs in " + root)
	}
	n := 0
	for _, kind := range []string{"csv", "strings", "json", "xml"} {
		err := filepath.WalkDir(filepath.Join(root, "badinputs", kind), func(path string, entry os.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			n++
			survives(t, "a.yaml", string(data))
			survives(t, "appropriations.csv", string(data))
			if kind == "strings" && strings.HasSuffix(path, "blns.txt") {
				naughty(t, strings.Split(string(data), "\n"))
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if n < 100 {
		t.Errorf("only %d files", n)
	}
}

// naughty writes each string as a fact and reads it back.
func naughty(t *testing.T, lines []string) {
	s := &programme.Snapshot{}
	for _, line := range lines {
		line = strings.ToValidUTF8(line, "\ufffd")
		s.Risks = append(s.Risks, programme.Risk{ID: line, Text: programme.Text{Sv: line, En: line + "\n" + line}})
		s.Outturns = append(s.Outturns, programme.Outturn{Office: programme.OfficeID(line)})
	}
	texts, err := Text(s)
	must(t, err)
	again, _ := syntaxOf(asFS(texts))
	if d := firstDifference(reflect.ValueOf(*s), reflect.ValueOf(*again), ""); d != "" {
		t.Error(d)
	}
}
