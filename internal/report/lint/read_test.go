package lint

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// The same words are read from every encoding that Swedish documents come in.
func TestDecode(t *testing.T) {
	utf16le := []byte{0xff, 0xfe}
	utf16be := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune("Växjö och Åre")) {
		utf16le = append(utf16le, byte(u), byte(u>>8))
		utf16be = append(utf16be, byte(u>>8), byte(u))
	}
	for name, data := range map[string][]byte{
		"UTF-8":        []byte("Växjö och Åre"),
		"UTF-8 BOM":    []byte("\ufeffVäxjö och Åre"),
		"UTF-16 LE":    utf16le,
		"UTF-16 BE":    utf16be,
		"Windows-1252": []byte("V\xe4xj\xf6 och \xc5re"),
	} {
		text, err := Read("a.txt", data)
		if err != nil || len(text.Blocks) != 1 || text.Blocks[0].Text != "Växjö och Åre" {
			t.Errorf("%s: got %q, %v", name, texts(text), err)
		}
	}
}

// What cannot be a report is refused with its name and what would be right.
func TestReadRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"binary.txt": []byte("\x00\x01\x02"),
		"huge.txt":   make([]byte, maxInput+1),
		"not.docx":   []byte("this is no archive"),
		"empty.docx": nil,
	} {
		_, err := Read(name, data)
		var e *ReadError
		if !errors.As(err, &e) || e.Name != name || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: want a ReadError that names it, got %v", name, err)
		}
	}
}

// A form that is not read is refused with its name and the forms that are.
func TestFormatRefused(t *testing.T) {
	for name, data := range map[string]string{"a.pdf": "%PDF-1.7", "b.XLSX": "PK\x03\x04", "c.csv": "a;b", "rapport": "%PDF-1.4"} {
		_, err := Read(name, []byte(data))
		var e *FormatError
		if !errors.As(err, &e) || e.Name != name || !strings.Contains(err.Error(), ".txt, .md, .html, .docx") {
			t.Errorf("%s: want a FormatError that says what is read, got %v", name, err)
		}
	}
	for _, name := range []string{"a.txt", "a.md", "a.html", "rapport", "notes.log"} {
		if _, err := Read(name, []byte("Text.")); err != nil {
			t.Error(err)
		}
	}
}

// A table without outer bars ends the paragraph above it, and its cells stand
// where they are written.
func TestTableBelowParagraph(t *testing.T) {
	text, err := Read("a.md", []byte("Första raden\noch andra.\nTyp | Antal\n---|---:\nFlexi | 4\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Första raden och andra.", "Typ", "Antal", "Flexi", "4"}
	if got := texts(text); !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if p := text.Position(1, 0); p.Line != 3 || p.Column != 1 || text.Blocks[1].Kind != Cell || !text.Blocks[1].Header {
		t.Errorf("the heading cell stands at %v, of kind %v", p, text.Blocks[1].Kind)
	}
	if p := text.Position(2, 0); p.Line != 3 || p.Column != 7 {
		t.Errorf("the second cell stands at %v", p)
	}
}

// Without a known extension the content decides.
func TestFormatByContent(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a.TXT", "<html>", "txt"}, {"a.markdown", "x", "md"}, {"a.HTM", "x", "html"}, {"rapport", "<!DOCTYPE html><p>x", "html"},
		{"rapport", "PK\x03\x04…", "docx"}, {"rapport", "Text.", "txt"}, {"a.docx", "", "docx"},
	} {
		if got := formatOf(c.name, []byte(c.data)); got != c.want {
			t.Errorf("%s %q: want %s, got %s", c.name, c.data, c.want, got)
		}
	}
}
