package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/locate/instance"
)

// A section takes the place of the one of the same title and leaves the others.
func TestSectionsAreReplaced(t *testing.T) {
	file := filepath.Join(t.TempDir(), "RESULTS.md")
	for _, s := range []*section{{title: "A", command: "a", lines: []string{"one"}}, {title: "B", command: "b", lines: []string{"two"}},
		{title: "A", command: "a 1", lines: []string{"three"}}, {title: "B", command: "b", lines: []string{"four"}}} {
		if err := s.save(file); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := begin + "\n## A\n\n`a 1`\n\nthree\n\n## B\n\n`b`\n\nfour\n"; string(text) != want {
		t.Errorf("%q, want %q", text, want)
	}
}

// Numbers behind a name choose its cases; a name that is not there is refused with those that are.
func TestRowsAreChosen(t *testing.T) {
	b := &bench{choose: []int{3, 5}}
	if b.wanted(4) || !b.wanted(5) || !(&bench{}).wanted(4) {
		t.Error("cases")
	}
	if err := (&bench{}).all([]string{"pmud", "3"}); err == nil || !strings.Contains(err.Error(), "pmed, peers") {
		t.Error(err)
	}
}

// The LP file of a small instance holds the model, term by term.
func TestWriteLP(t *testing.T) {
	in, err := instance.Read(strings.NewReader("2 1 1\n1 2 7\n"), "f")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "m.lp")
	if err := writeLP(file, in); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := "Minimize obj: + 0 x_0_0 + 7 x_0_1 + 7 x_1_0 + 0 x_1_1 Subject To s0: + x_0_0 + x_0_1 = 1 s1: + x_1_0 + x_1_1 = 1 p: + y_0 + y_1 = 1 " +
		"o0_0: y_0 - x_0_0 >= 0 o0_1: y_1 - x_0_1 >= 0 o1_0: y_0 - x_1_0 >= 0 o1_1: y_1 - x_1_1 >= 0 Binary y_0 y_1 End"
	if got := strings.Join(strings.Fields(string(text)), " "); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
