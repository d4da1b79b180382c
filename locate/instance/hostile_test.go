package instance

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Hostile and odd files of every kind are read or refused, and harm nobody.
func TestHostileFiles(t *testing.T) {
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	n := 0
	err := filepath.WalkDir(filepath.Join(dir, "badinputs"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		n++
		_, _ = Read(f, path)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no shared data: set ETABLERA_DATA")
	}
	if err != nil || n < 10 {
		t.Errorf("%d files: %v", n, err)
	}
}
