package folder

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Folders written by hand in many styles are read without a mistake of form, and
// mean what their canonical text says.
func TestCorrectFolders(t *testing.T) {
	entries, err := os.ReadDir("testdata/correct")
	if err != nil || len(entries) < 4 {
		t.Fatal(entries, err)
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			continue
		}
		dir := filepath.Join("testdata/correct", entry.Name())
		t.Run(entry.Name(), func(t *testing.T) {
			r := newReading()
			fsys := os.DirFS(dir)
			for _, f := range r.walk(fsys) {
				r.file(fsys, f)
			}
			for _, m := range r.mistakes.done() {
				t.Errorf("%s: %s", m.Place, m.Text("en"))
			}
			texts, err := Text(r.snapshot)
			must(t, err)
			var b strings.Builder
			for _, name := range slices.Sorted(maps.Keys(texts)) {
				fmt.Fprintf(&b, "-- %s --\n%s", name, texts[name])
			}
			golden(t, dir+".golden", b.String())
		})
	}
}
