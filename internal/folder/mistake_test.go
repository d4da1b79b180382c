package folder

import (
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// Mistakes come by file, line and column; at one place errors before warnings.
func TestMistakesAreSorted(t *testing.T) {
	var c collector
	c.add(Place{"b.yaml", 1, 1}, programme.Error, "five")
	c.add(Place{"a.yaml", 10, 2}, programme.Error, "four")
	c.add(Place{"a.yaml", 2, 9}, programme.Warning, "three")
	c.add(Place{"a.yaml", 2, 9}, programme.Error, "two")
	c.add(Place{File: "a.yaml"}, programme.Error, "one")
	var got []string
	for _, m := range c.done() {
		got = append(got, m.Key)
	}
	if strings.Join(got, " ") != "one two three four five" {
		t.Error(got)
	}
}

func TestPlaceString(t *testing.T) {
	for want, p := range map[string]Place{"a.yaml:3:14": {"a.yaml", 3, 14}, "a.yaml": {File: "a.yaml"}, ".": {File: "."}} {
		if p.String() != want {
			t.Errorf("%+v is %q, want %q", p, p, want)
		}
	}
}

// A message is found in either package; a key without texts is shown as it is.
func TestText(t *testing.T) {
	for _, c := range []struct {
		m      Mistake
		sv, en string
	}{
		{Mistake{Key: "folder.tab"}, "Indrag görs med blanksteg, inte med tabb.", "Indent with spaces, not with a tab."},
		{Mistake{Key: "folder.directive"}, "Direktiv (%) används inte här. Ta bort raden.", "Directives (%) are not used here. Remove the line."},
		{Mistake{Key: "programme.unknown-municipality-near", Args: []any{"Stenungssund", "Stenungsund"}},
			"Kommunen ”Stenungssund” finns inte i registret. Menar du ”Stenungsund”?",
			"The municipality “Stenungssund” is not in the register. Do you mean “Stenungsund”?"},
		{Mistake{Key: "other.key", Args: []any{1}}, "other.key[1]", "other.key[1]"},
	} {
		if c.m.Text("sv") != c.sv || c.m.Text("en") != c.en {
			t.Errorf("%s: %s / %s", c.m.Key, c.m.Text("sv"), c.m.Text("en"))
		}
	}
}

// A folder of warnings alone can be used.
func TestHasErrors(t *testing.T) {
	warning, wrong := Mistake{Severity: programme.Warning}, Mistake{Severity: programme.Error}
	if HasErrors(nil) || HasErrors([]Mistake{warning}) || !HasErrors([]Mistake{warning, wrong}) {
		t.Error("errors and warnings are mixed up")
	}
}
