package chart

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var (
	update   = flag.Bool("update", false, "write the golden files anew")
	pictures = flag.String("pictures", "", "a directory for SVG and PNG pictures of every sample, to look at")
)

// Every sample looks as it did when somebody last looked at it.
func TestGolden(t *testing.T) {
	all := samples()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		d, err := all[name].Draw()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, err := d.SVG()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		file := filepath.Join("testdata", name+".svg")
		if *update {
			write(t, file, got)
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; look at it with -pictures DIR, and if it is right, run with -update", name, file)
		}
		if *pictures != "" {
			img, err := d.PNG(2)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			write(t, filepath.Join(*pictures, name+".svg"), got)
			write(t, filepath.Join(*pictures, name+".png"), img)
		}
	}
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
