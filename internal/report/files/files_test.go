package files

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// All forms of both languages stand side by side in a folder made for them.
func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ut", "rapport")
	for _, lang := range []string{"sv", "en"} {
		doc := sample.Report(lang)
		written, err := Write(dir, doc)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, extension := range []string{".html", ".docx", ".xlsx", ".manifest.json"} {
			want = append(want, filepath.Join(dir, doc.FileBase+extension))
		}
		if !slices.Equal(written, want) {
			t.Errorf("written %q, want %q", written, want)
		}
		for _, path := range written {
			checkFile(t, path, doc)
		}
	}
	if got := names(t, dir); len(got) != 8 {
		t.Errorf("the folder holds %q", got)
	}
}

func checkFile(t *testing.T, path string, doc *document.Document) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&0o444 != 0o444 {
		t.Errorf("%s cannot be read by all (%v)", path, err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	begins := map[string]string{".html": "<!DOCTYPE html>", ".docx": "PK\x03\x04", ".xlsx": "PK\x03\x04", ".json": string(doc.Manifest)}
	if !strings.HasPrefix(string(data), begins[filepath.Ext(path)]) {
		t.Errorf("%s does not begin as such a file does", path)
	}
}

// Written again, a report replaces what stands there; two documents alike give
// files alike.
func TestWriteAgain(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "delredovisning-1.html")
	if err := os.WriteFile(old, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	var first [][]byte
	for round := range 2 {
		written, err := Write(dir, sample.Report("sv"))
		if err != nil {
			t.Fatal(err)
		}
		for i, path := range written {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if round == 0 {
				first = append(first, data)
			} else if !bytes.Equal(first[i], data) {
				t.Errorf("%s differs the second time", path)
			}
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, base := range []string{"", ".", "..", ".dold", "a/b", `a\b`, "../a", "a:b", "a\x00"} {
		doc := sample.Report("sv")
		doc.FileBase = base
		dir := filepath.Join(t.TempDir(), "ny")
		var name *NameError
		if written, err := Write(dir, doc); !errors.As(err, &name) || written != nil {
			t.Errorf("%q: written %q, %v", base, written, err)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%q: made the folder", base)
		}
	}
	doc := sample.Report("sv")
	doc.Words.Skip = ""
	var word *document.MissingWordError
	if _, err := Write(t.TempDir(), doc); !errors.As(err, &word) || word.Word != "Skip" {
		t.Errorf("a document without all words: %v", err)
	}
}

// A form that cannot be made leaves nothing behind, not even the others.
func TestWriteNothingByHalves(t *testing.T) {
	dir := t.TempDir()
	doc := sample.Report("sv")
	doc.Manifest = []byte("{")
	if written, err := Write(dir, doc); err == nil || written != nil || len(names(t, dir)) != 0 {
		t.Errorf("written %q, %v; the folder holds %q", written, err, names(t, dir))
	}
}

// A place that cannot be taken leaves no temporary file behind.
func TestWriteCleansUp(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "delredovisning-1.docx", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	written, err := Write(dir, sample.Report("sv"))
	if err == nil || len(written) != 1 {
		t.Errorf("written %q, %v", written, err)
	}
	if got, want := names(t, dir), []string{"delredovisning-1.docx", "delredovisning-1.html"}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}
