package mpsplib

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/schedule/constrained"
)

const small = `{"name":"two","resources":{"B":3,"A":2},"tasks":[
{"id":1,"name":"P1-Task 1","dur":0,"req":{},"pred":[]},
{"id":7,"name":"P2-Task 1","dur":4,"req":{"B":1,"A":2},"pred":[[1,5]],"snet":2}]}`

// Tasks, lags, projects, demands and resources come in a fixed order.
func TestRead(t *testing.T) {
	s, err := Read(strings.NewReader(small), "f")
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "two" || len(s.Projects) != 2 || s.Activities[1].Release != 2 || s.Links[0].Lag != 5 || s.Resources[0].Name != "A" ||
		s.Demands[0].Amount != 2 {
		t.Fatalf("%+v", s)
	}
	p, err := constrained.Compile(s)
	if err != nil || p.CriticalPath() != 9 {
		t.Fatalf("critical path %v, %v", p, err)
	}
}

// Each mistake is named with its task, or its line.
func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{`"id":7`, `"id":1`, "id 1 is taken"},
		{`"id":7,`, ``, "id and dur must be given"},
		{`[1,5]`, `[3,5]`, "predecessor 3"},
		{`[1,5]`, `[1]`, "use [id, lag]"},
		{`[1,5]`, `[1,99999999]`, "lag 99999999"},
		{`"B":1`, `"C":1`, `needs "C"`},
		{`"dur":4`, `"dur":"4"`, "line 3: "},
		{`"snet":2}]`, `"snet":2]`, "line 3: "},
	} {
		if !strings.Contains(small, c.old) {
			t.Fatalf("%q is not in the file", c.old)
		}
		_, err := Read(strings.NewReader(strings.Replace(small, c.old, c.new, 1)), "f")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q → %q: %v, want %q", c.old, c.new, err, c.want)
		}
	}
}

// No text makes the reader fail otherwise than with an error.
func FuzzRead(f *testing.F) {
	f.Add(small)
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
	files, _ := filepath.Glob(filepath.Join(dir, "mpsplib", "*.json"))
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
