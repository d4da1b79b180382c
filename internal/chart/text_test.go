package chart

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Widths are those of the Go fonts' own tables, and grow with the size.
func TestTextWidth(t *testing.T) {
	// Digits of one font share a width, so columns of figures stand straight.
	for _, bold := range []bool{false, true} {
		for _, r := range "123456789" {
			if a, b := TextWidth(string(r), 100, bold), TextWidth("0", 100, bold); a != b {
				t.Errorf("%c is %v wide, 0 is %v", r, a, b)
			}
		}
	}
	if got := TextWidth("", 12, false); got != 0 {
		t.Errorf("an empty text is %v wide", got)
	}
	one, two := TextWidth("kontor", 10, false), TextWidth("kontor", 20, false)
	if math.Abs(two-2*one) > 1e-9 {
		t.Errorf("twice the size is %v, want %v", two, 2*one)
	}
	if one < 25 || one > 40 {
		t.Errorf("kontor at 10 px is %v wide", one)
	}
	if TextWidth("WWW", 10, false) <= TextWidth("iii", 10, false) {
		t.Error("W is not wider than i")
	}
	if a, b := TextWidth("o\u0308", 10, false), TextWidth("ö", 10, false); a != b {
		t.Errorf("ö in two parts is %v wide, in one %v", a, b)
	}
	if a, b := TextWidth("1\u202f000", 10, false), TextWidth("1\u00a0000", 10, false); a != b {
		t.Errorf("a narrow space is %v, a plain one %v: the font has only the plain one", a, b)
	}
}

func TestElide(t *testing.T) {
	for _, c := range []struct {
		s    string
		max  float64
		want string
	}{
		{"Arjeplog", 500, "Arjeplog"},
		{"  Arjeplog\n", 500, "Arjeplog"},
		{"Arjeplog", 0, ""},
		{"Arjeplog", -5, ""},
		{"", -5, ""},
		{"Arjeplog", TextWidth("Arjeplog", 12, false), "Arjeplog"},
		{"Arjeplog", TextWidth("Arje…", 12, false), "Arje…"},
		{"Malmö – Rosengård", TextWidth("Malmö – …", 12, false), "Malmö…"},
	} {
		if got := Elide(c.s, 12, false, c.max); got != c.want {
			t.Errorf("Elide(%q, %v) = %q, want %q", c.s, c.max, got, c.want)
		}
	}
}

// What is elided fits, starts as the original does, and is as long as can be.
func TestElideFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, room := anyText(t), rapid.Float64Range(0, 300).Draw(t, "room")
		got := Elide(s, 12, false, room)
		if !utf8.ValidString(got) || TextWidth(got, 12, false) > room && got != "" {
			t.Fatalf("%q is %v wide, room %v", got, TextWidth(got, 12, false), room)
		}
		if short, isShort := strings.CutSuffix(got, "…"); isShort && !strings.HasPrefix(strings.TrimSpace(clean(s)), short) {
			t.Fatalf("%q does not start %q", got, s)
		}
	})
}

func TestWrap(t *testing.T) {
	w := func(s string) float64 { return TextWidth(s, 12, false) }
	for _, c := range []struct {
		s    string
		max  float64
		n    int
		want string
	}{
		{"ej beslutat", 500, 3, "ej beslutat"},
		{"ej beslutat", w("beslutat"), 3, "ej|beslutat"},
		{"anslag är ännu ej beslutat", w("ännu ej"), 2, "anslag|är än…"},
		{"anslag är ännu ej beslutat", w("anslag är"), 3, "anslag är|ännu ej|beslutat"},
		{"", 50, 3, ""},
		{"ord", 500, 1, "ord"},
	} {
		if got := strings.Join(wrap(c.s, 12, false, c.max, c.n), "|"); got != c.want {
			t.Errorf("wrap(%q, %v, %d) = %q, want %q", c.s, c.max, c.n, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb\tc": "a b c", "a\x00": "a ", "\xff": "\ufffd", "A\u030a": "Å", "sam\u00adråd": "samråd", "x\ufffe": "x\ufffd",
		"1\u202f000": "1\u202f000", "": "", "\u2028": " ",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// A text that was cut keeps its full wording.
func TestLabelKeepsFull(t *testing.T) {
	cut, ok := label(Point{}, "Region Stockholm", 60, Text{Size: 12})
	if !ok || cut.Full != "Region Stockholm" || !strings.HasSuffix(cut.Text, "…") {
		t.Errorf("cut: %+v", cut)
	}
	whole, ok := label(Point{}, "Berg", 60, Text{Size: 12})
	if !ok || whole.Full != "" || whole.Colour != ink {
		t.Errorf("whole: %+v", whole)
	}
	if _, ok := label(Point{}, "Berg", 3, Text{Size: 12}); ok {
		t.Error("a text without room is drawn")
	}
}
