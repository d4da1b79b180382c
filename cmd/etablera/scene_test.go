package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/wording"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	wording.Load()
	os.Exit(m.Run())
}

// What a command ends as.
type end uint8

const (
	well    end = iota // exit code 0
	no                 // 1: the answer is no
	trouble            // 2: it could not be carried out
)

func (e end) String() string { return [...]string{"well", "no", "trouble"}[e] }

// result is what a command has printed, and how it ended.
type result struct {
	out, errs string
	end       end
	err       error
}

// run carries out a command in this process. The simulation is short unless the
// arguments say otherwise.
func run(args ...string) result {
	var out, errs bytes.Buffer
	root := newRoot(&out, &errs, args...)
	if !strings.Contains(strings.Join(args, " "), "--runs") {
		root.PersistentFlags().Lookup("runs").DefValue = "500"
		_ = root.PersistentFlags().Set("runs", "500")
	}
	err := root.Execute()
	r := result{out: out.String(), errs: errs.String(), err: err}
	switch {
	case errors.Is(err, errNo):
		r.end = no
	case err != nil:
		r.end = trouble
		r.errs += err.Error()
	}
	return r
}

// mustRun is run of a command that must go well.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	r := run(args...)
	if r.end != well {
		t.Fatalf("etablera %s: %v\n%s%s", strings.Join(args, " "), r.err, r.out, r.errs)
	}
	return r.out
}

// exampleDir copies the example to a new folder.
func exampleDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "p")
	if err := folder.Copy(examples.Uppdrag2021(), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit replaces a text that must stand in a file exactly once.
func edit(t *testing.T, path, old, other string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(b), old); n != 1 {
		t.Fatalf("%s holds %q %d times", path, old, n)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(b), old, other, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// golden compares a text with the file of that name, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d: got  %q\nwant %q\n(read the difference, then run with -update)", path, i+1, line(g, i), line(w, i))
		}
	}
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
