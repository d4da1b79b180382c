package folder

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

func small(id string) *programme.Snapshot {
	return &programme.Snapshot{
		Programme: programme.Meta{ID: id},
		Sources:   []programme.Source{{ID: "rapport", Title: "En rapport"}},
		Visits:    []programme.VisitCount{{Office: "boden"}},
	}
}

// tree returns the names of all files below dir.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	must(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	}))
	return strings.Join(names, " ")
}

// A new folder, or an empty one, gets the programme's files and nothing else.
func TestWriteNewFolder(t *testing.T) {
	parent := t.TempDir()
	must(t, os.Mkdir(filepath.Join(parent, "empty"), 0o755))
	for _, dir := range []string{"new", "empty", "deep/er"} {
		must(t, Write(filepath.Join(parent, dir), small("prov"), OverProgramme))
		if got := tree(t, filepath.Join(parent, dir)); got != "programme.yaml sources.yaml visits.csv" {
			t.Errorf("%s: %s", dir, got)
		}
	}
	entries, _ := os.ReadDir(parent)
	if len(entries) != 3 {
		t.Errorf("something was left beside: %v", entries)
	}
}

// A programme is replaced as a whole; other files in its folder stay.
func TestWriteOverAProgramme(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "p")
	must(t, Write(dir, small("old"), OverProgramme))
	for name, text := range map[string]string{"offices.yaml": "offices: []", "sub/rounds.yaml": "rounds: []", "sub/notes.txt": "n", "readme.md": "r", ".git/HEAD": "h", ".git/x.yaml": "y"} {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	must(t, Write(dir, small("new"), OverProgramme))
	if got := tree(t, dir); got != ".git/HEAD .git/x.yaml programme.yaml readme.md sources.yaml sub/notes.txt visits.csv" {
		t.Error(got)
	}
	s, _, _, err := ReadDir(dir, programme.Register{})
	must(t, err)
	if s.Programme.ID != "new" {
		t.Error(s.Programme.ID)
	}
	if entries, _ := os.ReadDir(parent); len(entries) != 1 {
		t.Errorf("something was left beside: %v", entries)
	}
}

// A link to the folder stays a link.
func TestWriteThroughALink(t *testing.T) {
	parent := t.TempDir()
	must(t, os.Mkdir(filepath.Join(parent, "real"), 0o755))
	link := filepath.Join(parent, "link")
	must(t, os.Symlink("real", link))
	must(t, Write(link, small("prov"), OverProgramme))
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	if got := tree(t, filepath.Join(parent, "real")); got != "programme.yaml sources.yaml visits.csv" {
		t.Error(got)
	}
}

// What is no programme is not replaced unless told so, and what cannot be
// written leaves everything as it was.
func TestWriteRefuses(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "budget.yaml"), []byte("year: 2022\nnote: programme:"), 0o600))
	var refused *RefusedError
	if err := Write(dir, small("prov"), OverProgramme); !errors.As(err, &refused) || refused.Dir != dir {
		t.Errorf("error %v", err)
	}
	if got := tree(t, dir); got != "budget.yaml" {
		t.Error(got)
	}
	file := filepath.Join(dir, "budget.yaml")
	if err := Write(file, small("prov"), OverAnything); err == nil {
		t.Error("wrote over a file")
	}
	bad := small("prov")
	bad.Sources[0].Title = "not \xff UTF-8"
	var value *ValueError
	if err := Write(dir, bad, OverAnything); !errors.As(err, &value) {
		t.Errorf("error %v", err)
	}
	if got := tree(t, dir); got != "budget.yaml" {
		t.Error(got)
	}
	must(t, Write(dir, small("prov"), OverAnything))
	if got := tree(t, dir); got != "programme.yaml sources.yaml visits.csv" {
		t.Error(got)
	}
}

// A value that text cannot carry is refused by name, never changed.
func TestTextRefusesWhatIsNotReadBack(t *testing.T) {
	for name, change := range map[string]func(*programme.Snapshot){
		"citation without id":  func(s *programme.Snapshot) { s.Visits[0].Source.Place = "s. 4" },
		"id with a space":      func(s *programme.Snapshot) { s.Visits[0].Source.ID = "a b" },
		"unknown with a bound": func(s *programme.Snapshot) { s.Visits[0].Visits = programme.Range{Low: 1} },
		"range upside down":    func(s *programme.Snapshot) { s.Visits[0].Visits = programme.Between(5, 2) },
		"date before year one": func(s *programme.Snapshot) { s.Visits[0].Known = -5 },
		"not UTF-8":            func(s *programme.Snapshot) { s.Visits[0].Office = "\xff" },
		"long text not UTF-8":  func(s *programme.Snapshot) { s.Programme.Note.Sv = "a\nb\xff" },
		"position nowhere": func(s *programme.Snapshot) {
			zero := 0.0
			s.Offices = []programme.Office{{Position: &programme.Position{Lat: 1 / zero}}}
		},
	} {
		s := small("prov")
		change(s)
		var value *ValueError
		if _, err := Text(s); !errors.As(err, &value) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// Whatever the facts say, files are named by the layout alone, and every
// section has its file.
func TestLayoutHasEverySection(t *testing.T) {
	var laid []string
	for _, f := range files {
		if strings.ContainsAny(f.name, `/\`) {
			t.Errorf("%s leads elsewhere", f.name)
		}
		laid = append(laid, f.sections...)
	}
	all := slices.Clone(sections().names)
	slices.Sort(laid)
	slices.Sort(all)
	if !slices.Equal(laid, all) {
		t.Errorf("laid out %v\nsections %v", laid, all)
	}
	s := small("../../etc/passwd")
	s.Visits[0].Office = "a\rb" // CSV cannot carry it
	texts, err := Text(s)
	must(t, err)
	if got := slices.Sorted(maps.Keys(texts)); !slices.Equal(got, []string{"programme.yaml", "sources.yaml", "visits.yaml"}) {
		t.Error(got)
	}
}
