package folder

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func show(pieces []piece) string {
	var out []string
	for _, p := range pieces {
		out = append(out, fmt.Sprintf("%s@%d:%q", p.section, p.lines, p.text))
	}
	return strings.Join(out, " ")
}

func TestPieces(t *testing.T) {
	const text = "# comment\na:\n  - x: 1\n    y: 2\n\n  # about the next\n  - z: 3\nb: 4\n"
	sections := bySection(text)
	if got := show(sections); got != `a@0:"# comment\na:\n  - x: 1\n    y: 2\n\n  # about the next\n  - z: 3\n" b@7:"b: 4\n"` {
		t.Error(got)
	}
	if got := show(byRecord(sections[0])); got != `a@2:"a:\n  - x: 1\n    y: 2\n\n  # about the next\n" a@6:"a:\n  - z: 3\n"` {
		t.Error(got)
	}
	for _, p := range []piece{sections[1], {text: "a: [\n"}, {text: "a:\n  b: c\n"}, {}} {
		if got := byRecord(p); len(got) > 1 {
			t.Errorf("%q is no list but gives %s", p.text, show(got))
		}
	}
}

// Cutting loses nothing, and each piece begins on the line that it says.
func TestPiecesAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab:- #\n\n\t]")), 0, 40, -1).Draw(t, "text")
		var all string
		for _, p := range bySection(text) {
			if want := strings.Count(all, "\n"); p.lines != want {
				t.Fatalf("%q begins on line %d, not %d", p.text, want, p.lines)
			}
			all += p.text
		}
		if all != text {
			t.Fatalf("%q became %q", text, all)
		}
	})
}

// A line that is indented with tabs goes as deep as the one before it.
func TestUntab(t *testing.T) {
	out, at := untab("a:\n\t- b: 1\n\t  c: 2\n  - d:\n\te: f\t# tab\n\n\t\n")
	if want := "a:\n- b: 1\n  c: 2\n  - d:\n      e: f\t# tab\n\n\t\n"; out != want {
		t.Errorf("%q, want %q", out, want)
	}
	if len(at) != 2 || at[0].line != 2 || at[1].line != 5 || at[1].column != 1 {
		t.Errorf("%+v", at)
	}
}
