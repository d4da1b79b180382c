package document

import (
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"24,65\u00a0mnkr", "24,65\u00a0mnkr"},
		{"a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"},
		{"a\tb", "a\tb"},
		{"a\x00b\x1b[1m\x7f\u0080", "ab[1m"},
		{"\ufffe\U0001ffff\ufdd0x", "x"},
		{"\xffå", "\ufffdå"},
		{"\ufffd", "\ufffd"},
		{"👩‍👧 مرحبا", "👩‍👧 مرحبا"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// What Clean returns can be written as XML and read back, and cleaning it again
// changes nothing.
func TestCleanIsFitForXML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text"))
		if !utf8.ValidString(s) || Clean(s) != s {
			t.Fatalf("%q is not clean", s)
		}
		var b strings.Builder
		if err := xml.EscapeText(&b, []byte(s)); err != nil {
			t.Fatal(err)
		}
		var back struct {
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte("<a>"+b.String()+"</a>"), &back); err != nil || back.Text != s {
			t.Fatalf("%q came back as %q, %v", s, back.Text, err)
		}
	})
}
