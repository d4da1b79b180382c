package psplib

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/schedule/constrained"
)

const small = `*****
jobs (incl. supersource/sink ):  4
horizon : 9
RESOURCES
  - renewable                 :  1   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
PRECEDENCE RELATIONS:
jobnr. #modes #successors successors
 1 1 2 2 3
 2 1 1 4
 3 1 1 4
 4 1 0
*****
REQUESTS/DURATIONS:
jobnr. mode duration R 1
-----
 1 1 0 0
 2 1 3 2
 3 1 4 1
 4 1 0 0
RESOURCEAVAILABILITIES:
 R 1
 2
`

// A small file gives its jobs, links, demands and capacity.
func TestRead(t *testing.T) {
	s, err := Read(strings.NewReader(small), "small")
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Activities) != 4 || len(s.Links) != 4 || len(s.Demands) != 2 || s.Resources[0].Capacity != 2 || s.Activities[2].Duration != 4 {
		t.Fatalf("%+v", s)
	}
}

// Each mistake is named with its line.
func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"jobs", "jabs", "at the end of the file: no line begins with \"jobs\""},
		{":  4\n", ":  x\n", "line 2: \"x\""},
		{"nonrenewable              :  0", "nonrenewable              :  2", "line 6: 2 resources"},
		{" 2 1 1 4", " 2 2 1 4", "line 11: job 2 has 2 modes"},
		{" 2 1 1 4", " 2 1 2 4", "line 11: job 2 has 2 successors, and 1 are listed"},
		{" 2 1 1 4", " 2 1 1 9", "line 11: job 2 has successor 9"},
		{" 2 1 3 2", " 2 1 -3 2", "line 19: \"-3\""},
		{" 2 1 3 2", " 7 1 3 2", "line 19: job 7"},
		{" R 1\n 2", " R 1\n", "at the end of the file: the availabilities is missing"},
	} {
		if !strings.Contains(small, c.old) {
			t.Fatalf("%q is not in the file", c.old)
		}
		_, err := Read(strings.NewReader(strings.Replace(small, c.old, c.new, 1)), "small")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q → %q: %v, want %q", c.old, c.new, err, c.want)
		}
	}
}

// No text makes the reader fail otherwise than with an error, and what is read can be checked.
func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add(strings.Replace(small, " 2 1 1 4", " 2 1 1 1", 1))
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Read(strings.NewReader(text), "fuzz")
		if err == nil {
			_, _ = constrained.Compile(s)
		}
	})
}

// The shared instances are all read.
func TestReadShared(t *testing.T) {
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../../shared/data"
	}
	files, _ := filepath.Glob(filepath.Join(dir, "psplib", "*", "*.sm"))
	if len(files) == 0 {
		t.Skip("no shared data: set ETABLERA_DATA")
	}
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Read(file, filepath.Base(name))
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := constrained.Compile(s); err != nil {
			t.Fatal(err)
		}
	}
}
