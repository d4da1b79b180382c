package main

import (
	"strings"
	"testing"

	"github.com/etablera/etablera/schedule/portfolio"
)

// The programme has the size that it is named for, is valid, and the same seed gives the same.
func TestGenerate(t *testing.T) {
	s := generate(1)
	if len(s.Projects) != 32 || len(s.Activities) != 320 || len(s.Leaders) != 6 {
		t.Fatalf("%d projects, %d activities, %d leaders", len(s.Projects), len(s.Activities), len(s.Leaders))
	}
	if _, err := portfolio.Compile(s); err != nil {
		t.Fatal(err)
	}
	if tjp(s) != tjp(generate(1)) || tjp(s) == tjp(generate(2)) {
		t.Error("the seed does not decide the programme")
	}
}

// TaskJuggler's text allocates one of all leaders to every activity but the permits.
func TestTaskJugglerText(t *testing.T) {
	text := tjp(generate(1))
	const allocate = "allocate l0 { alternative l1, l2, l3, l4, l5 select minloaded persistent mandatory }"
	if n := strings.Count(text, allocate); n != 288 {
		t.Errorf("%d activities are allocated, want 288", n)
	}
	if n := strings.Count(text, "duration 70d"); n != 32 {
		t.Errorf("%d permits, want 32", n)
	}
}

// Leaders are counted by project, and the last day worked is counted.
func TestReadReport(t *testing.T) {
	rows := [][]string{{"Id", "Start", "End", "Resources"}}
	for p := range projects {
		id := "p" + string(rune('A'+p))
		rows = append(rows, []string{id, "2026-01-05", "2026-01-07", ""}, []string{id + ".a", "2026-01-05", "2026-01-06", "L1"},
			[]string{id + ".b", "2026-01-06", "2026-01-07", "L2"}, []string{id + ".c", "2026-01-06", "2026-01-07", ""})
	}
	a, err := read(rows, 0)
	if err != nil || a.leaders != 2 || a.makespan != 3 {
		t.Errorf("%+v, %v; want 2 leaders and 3 days", a, err)
	}
	if _, err := read(rows[:5], 0); err == nil {
		t.Error("a report of one project is taken for that of 32")
	}
}
