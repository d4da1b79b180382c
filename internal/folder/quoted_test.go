package folder

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What a message quotes stays on its line and does nothing to a terminal.
func TestShorten(t *testing.T) {
	for in, want := range map[string]string{
		"Boden": "Boden", "": "", "två ord": "två ord", "a\nb\x1b[2J": "a\ufffdb\ufffd[2J", "\u202e": "\ufffd",
		strings.Repeat("å", 60): strings.Repeat("å", 60), strings.Repeat("å", 61): strings.Repeat("å", 60) + "…",
	} {
		if got := shorten(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// Neither a field's name nor a value of megabytes makes a message as long.
func TestMessagesAreShort(t *testing.T) {
	long := strings.Repeat("x\\x1b", 100_000)
	_, _, mistakes := Read(fstest.MapFS{"a.yaml": {Data: []byte("offices:\n  - id: \"" + long + "\"\n    \"" + long + "\": 1\n    municipality: \"" + long + "\"\n    lease-end: \"" + long + "\"\n")}}, register)
	if len(mistakes) < 4 {
		t.Error(len(mistakes))
	}
	for _, m := range mistakes {
		if text := m.Text("sv"); len(text) > 1500 || strings.ContainsRune(text, '\x1b') {
			t.Errorf("%s: %d bytes", m.Key, len(text))
		}
	}
}
