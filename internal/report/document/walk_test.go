package document

import (
	"errors"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
)

func bound(a figure.Address) Inline { return Bound{Text: "1", Address: a} }

// Every place of every block that can show a figure is walked, in reading order.
func TestTextsMeetsEveryFigure(t *testing.T) {
	one := func(a figure.Address) []Inline { return []Inline{bound(a)} }
	d := &Document{
		Letter: []Block{Paragraph{Text: one("a")}},
		Body: []Block{
			Heading{Text: one("b")}, PageBreak{}, Notice{Text: one("c")},
			List{Items: [][]Inline{one("d"), one("e")}},
			Table{Caption: one("f"), Rows: []Row{{Cells: []Cell{{Text: one("g")}, {Text: one("h")}}}}, Note: one("i")},
			Picture{Caption: one("j"), Sentence: one("k")},
			Paragraph{Text: []Inline{Footnote{Text: one("m")}, bound("l")}},
		},
	}
	var got []figure.Address
	for b := range d.Blocks() {
		for in := range Texts(b) {
			for _, f := range Bounds(in) {
				got = append(got, f.Address)
			}
		}
	}
	want := []figure.Address{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"}
	if !slices.Equal(got, want) {
		t.Errorf("met %v, want %v", got, want)
	}
}

// A walk that is left early stops there.
func TestTextsStops(t *testing.T) {
	text := TextOf("x")
	for _, b := range []Block{List{Items: [][]Inline{text, text}}, Table{Caption: text, Note: text, Rows: []Row{{Cells: []Cell{{Text: text}}}}}, Picture{Caption: text, Sentence: text}} {
		n := 0
		for range Texts(b) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%T: %d texts", b, n)
		}
	}
}

func TestMarksDiffer(t *testing.T) {
	seen := map[string]bool{"": true}
	for _, s := range Statuses {
		if seen[Mark(s)] {
			t.Errorf("the mark of %q is empty or another's", s)
		}
		seen[Mark(s)] = true
	}
	if Mark("nonsense") != "" {
		t.Error("a status that is none has a mark")
	}
}

func TestTraced(t *testing.T) {
	d := &Document{Manifest: []byte(`{"figures":[{"address":"a/b","value":"count 1..2","unit":"count","rule":"sum","shown":["1–2"]}]}`)}
	got, err := d.Traced()
	want := []Traced{{Address: "a/b", Value: "count 1..2", Unit: "count", Rule: figure.Sum}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	if got, err := (&Document{}).Traced(); got != nil || err != nil {
		t.Errorf("without a manifest: %v, %v", got, err)
	}
	if _, err := (&Document{Manifest: []byte("{")}).Traced(); err == nil {
		t.Error("half a manifest was read")
	}
}

func TestWebTarget(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.org/a?b=1&c=å", "https://example.org/a?b=1&c=å"},
		{"http://example.org/a b", "http://example.org/a%20b"},
		{"mailto:registrator@example.org", "mailto:registrator@example.org"},
		{"javascript:alert(1)", ""}, {"JaVaScRiPt:alert(1)", ""}, {"java\nscript:alert(1)", ""}, {"data:text/html,x", ""},
		{"https://", ""}, {"https://:80", ""}, {"/etc/passwd", ""}, {"//example.org", ""}, {"", ""}, {"https://a\"b/", ""}, {"%", ""}, {"mailto:", ""},
	} {
		got, ok := WebTarget(c.in)
		if got != c.want && ok || ok != (c.want != "") {
			t.Errorf("WebTarget(%q) = %q, %v; want %q", c.in, got, ok, c.want)
		}
	}
}

func TestCheckWordsNamesWhatIsMissing(t *testing.T) {
	d := &Document{Lang: "sv", Words: Words{Contents: "Innehåll"}}
	var missing *MissingWordError
	if err := d.CheckWords(); !errors.As(err, &missing) || missing.Word != "Table" || missing.Lang != "sv" {
		t.Errorf("got %v", err)
	}
}
