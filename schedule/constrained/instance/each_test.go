package instance

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// Every name is worked on once, with any number of workers, and errors come through.
func TestEach(t *testing.T) {
	for _, workers := range []int{0, 1, 3, 100} {
		var names, got []string
		for i := range 20 {
			names = append(names, fmt.Sprint(i))
		}
		bad := errors.New("bad")
		failed := 0
		Each(names, workers, func(n string) (*Report, error) {
			if n == "7" {
				return nil, bad
			}
			return &Report{File: n}, nil
		}, func(o Outcome) {
			if errors.Is(o.Err, bad) {
				failed++
				return
			}
			got = append(got, o.Report.File)
		})
		slices.Sort(got)
		if failed != 1 || len(slices.Compact(got)) != 19 {
			t.Fatalf("%d workers: %d failed, got %v", workers, failed, got)
		}
	}
}

// A report is one line; lateness and starts follow on lines of their own.
func TestWriteText(t *testing.T) {
	words := Words{Line: "%s %d %d %s %d %.1f", Lateness: "%s late %d of %d", Proven: "proven", Open: "open", Start: " %s %d"}
	r := Report{File: "f", Makespan: 5, Bound: 4, Schedules: 7, Seconds: 0.25, Tardiness: 3, Starts: []Start{{"a", 2}}}
	var b bytes.Buffer
	if err := r.WriteText(&b, words); err != nil || b.String() != "f 5 4 open 7 0.2\nf late 3 of 0\n a 2\n" {
		t.Fatalf("%q %v", b.String(), err)
	}
}
