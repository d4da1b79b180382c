package folder

import (
	"os"
	"path/filepath"
	"testing"
)

// A scenario in a file of its own is read with the programme: its references are
// checked against the programme's, its mistakes stand at its own places, and a
// file of the same name gives way.
func TestWith(t *testing.T) {
	reference, err := os.ReadFile("testdata/reference.yaml")
	must(t, err)
	base := asFS(map[string]string{"reference.yaml": string(reference)})
	before, _, mistakes := Read(base, register)
	if HasErrors(mistakes) {
		t.Fatal(mistakes)
	}
	good := "scenarios:\n  - id: stang\n    changes:\n      - {kind: close, office: boden}\n"
	s, _, mistakes := Read(With(base, "mine.yaml", []byte(good)), register)
	if HasErrors(mistakes) || len(s.Scenarios) != len(before.Scenarios)+1 {
		t.Fatalf("%d scenarios: %v", len(s.Scenarios), mistakes)
	}
	_, _, mistakes = Read(With(base, "mine.yaml", []byte("scenarios:\n  - id: stang\n    changes:\n      - {kind: close, office: bodn}\n")), register)
	if !HasErrors(mistakes) || mistakes[0].Place.String() != "mine.yaml:4:31" {
		t.Errorf("%v", mistakes)
	}
	s, _, _ = Read(With(base, "reference.yaml", []byte(good)), register)
	if len(s.Scenarios) != 1 || len(s.Offices) != 0 {
		t.Errorf("the file of the same name is still read: %d offices", len(s.Offices))
	}
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "reference.yaml"), reference, 0o644))
	if s, _, _ := Read(With(os.DirFS(dir), "mine.yaml", []byte(good)), register); len(s.Scenarios) != len(before.Scenarios)+1 {
		t.Errorf("%d scenarios of a folder on disk", len(s.Scenarios))
	}
}
