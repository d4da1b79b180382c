package instance

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/etablera/etablera/schedule/constrained"
)

const two = `{"name":"x","resources":{"R":1},"tasks":[
{"id":1,"name":"P1-a","dur":2,"req":{"R":1},"pred":[]},
{"id":2,"name":"P2-b","dur":3,"req":{"R":1},"pred":[[1,-2]]}]}`

// A file is known by its text, solved and reported with its starts.
func TestSolve(t *testing.T) {
	r, err := Solve(context.Background(), strings.NewReader("\n"+two), "two", constrained.Options{}, true)
	if err != nil {
		t.Fatal(err)
	}
	if r.Makespan != 5 || !r.Proven || len(r.Starts) != 2 || r.Starts[0].Activity != "P1-a" {
		t.Fatalf("%+v", r)
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil || strings.Count(b.String(), "\n") != 1 || !strings.Contains(b.String(), `"makespan":5`) {
		t.Fatalf("%q %v", b.String(), err)
	}
}

// Every error begins with the file's name.
func TestErrorsNameTheFile(t *testing.T) {
	for _, text := range []string{"", "{", `{"tasks":[]}`, "no", strings.Replace(two, `"R":1}`, `"R":0}`, 1)} {
		_, err := Solve(context.Background(), strings.NewReader(text), "f.sm", constrained.Options{}, false)
		if err == nil || !strings.HasPrefix(err.Error(), "f.sm: ") {
			t.Fatalf("%q: %v", text, err)
		}
	}
}
