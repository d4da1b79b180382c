package summary

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Columns are as wide as their widest cell in letters, not bytes, and no line
// ends in spaces.
func TestTable(t *testing.T) {
	var b bytes.Buffer
	out := newText(&b)
	out.heading("Överskrift")
	out.table([]string{"Kontor", ">Kostnad", "Läge"}, [][]string{{"Åre", "1,5", "öppet"}, {"Örnsköldsvik", "−24,65", ""}})
	want := "Överskrift\n──────────\nKontor        Kostnad  Läge\nÅre               1,5  öppet\nÖrnsköldsvik   −24,65\n\n"
	if b.String() != want || out.err != nil {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

// Wrapping loses no word, adds none, and keeps within the width where the words let it.
func TestWrap(t *testing.T) {
	word := rapid.StringMatching(`[a-zåäö]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 40).Draw(t, "words")
		width := rapid.IntRange(12, 60).Draw(t, "width")
		text := wrap(strings.Join(words, " "), width, "  ")
		if got := strings.Fields(text); strings.Join(got, " ") != strings.Join(words, " ") {
			t.Fatalf("%q became %q", words, got)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if n := utf8.RuneCountInString(strings.TrimPrefix(line, "  ")); n > width {
				t.Fatalf("%d letters in a line of at most %d: %q", n, width, line)
			}
		}
	})
}

type full struct{ room int }

var errFull = errors.New("full")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// An error of the writer is kept, and nothing is written after it.
func TestWriterThatIsFull(t *testing.T) {
	f := &full{room: 4}
	out := newText(f)
	out.line("abc")
	out.line("d")
	room := f.room
	out.line("e")
	if !errors.Is(out.err, errFull) || f.room != room {
		t.Errorf("%v, %d", out.err, f.room)
	}
}
