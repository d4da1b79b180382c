package folder

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

var twoFiles = fstest.MapFS{
	"programme.yaml":      {Data: []byte("# en kommentar\nprogramme:\n  id: x\n")},
	"later/outcomes.yaml": {Data: []byte("events: []\n")},
}

// A copy has every file as it was, comments included, and can be written to.
func TestCopy(t *testing.T) {
	for _, exists := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "a", "programme")
		if exists {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := Copy(twoFiles, dir); err != nil {
			t.Fatal(err)
		}
		for name, file := range twoFiles {
			got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil || string(got) != string(file.Data) {
				t.Errorf("%s is %q, %v", name, got, err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "programme.yaml"), nil, 0o644); err != nil {
			t.Errorf("the copy cannot be edited: %v", err)
		}
	}
}

// What is there is never touched, and nothing is left beside it.
func TestCopyRefusesAFullFolder(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "mine")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "kept.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	var notEmpty *NotEmptyError
	if err := Copy(twoFiles, dir); !errors.As(err, &notEmpty) {
		t.Errorf("got %v", err)
	}
	entries, err := os.ReadDir(parent)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the folder lies %v, %v", entries, err)
	}
}
