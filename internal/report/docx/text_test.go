package docx

import (
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
	"pgregory.net/rapid"
)

// cleaned is the text as the file holds it: each piece is cleaned by itself, so a
// carriage return at the end of one and a line feed at the start of the next stay two.
func cleaned(in []document.Inline) string {
	var b strings.Builder
	for _, i := range in {
		b.WriteString(document.Clean(document.PlainText([]document.Inline{i})))
	}
	return b.String()
}

// checkText checks that every text of the document, and every figure with its
// address, can be read out of the file.
func checkText(t fataler, doc *document.Document, parts map[string]string) {
	t.Helper()
	body, shown := readBack(t, parts, "word/document.xml")
	notes, inNotes := readBack(t, parts, "word/footnotes.xml")
	shown = append(shown, inNotes...)
	var want []shownFigure
	look := func(in []document.Inline) {
		if text := cleaned(in); !strings.Contains(body, text) {
			t.Errorf("the text %q is not there", text)
		}
		for _, f := range document.Bounds(in) {
			want = append(want, shownFigure{document.Clean(string(f.Address)), document.Clean(f.Text)})
		}
		for _, i := range in {
			if f, ok := i.(document.Footnote); ok && !strings.Contains(notes, cleaned(f.Text)) {
				t.Errorf("the note %q is not there", document.PlainText(f.Text))
			}
		}
	}
	for b := range doc.Blocks() {
		for in := range document.Texts(b) {
			look(in)
		}
	}
	order := func(a, b shownFigure) int {
		return strings.Compare(a.address+"\x00"+a.text, b.address+"\x00"+b.text)
	}
	slices.SortFunc(want, order)
	slices.SortFunc(shown, order)
	if !slices.Equal(want, shown) {
		t.Errorf("figures read back: %d, written: %d", len(shown), len(want))
	}
}

func TestTextAndFiguresComeBack(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		doc := sample.Report(lang)
		checkText(t, doc, unpack(t, doc))
	}
}

// No text breaks the file or is lost.
func TestHostileText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := sample.Hostile().Draw(t, "document")
		parts := unpack(t, doc)
		checkDocument(t, parts)
		checkText(t, doc, parts)
	})
}

func newWriter() *writer {
	rel := newRelations()
	return &writer{doc: &document.Document{Lang: "sv", Words: sample.Words("sv")}, main: rel, rel: rel, notesRel: newRelations(),
		bookmarks: map[string]string{"a": "_Toc1"}, placed: map[string]bool{}, longTags: map[figure.Address]string{}}
}

func TestInlines(t *testing.T) {
	space := `<w:t xml:space="preserve">`
	for _, c := range []struct {
		in   document.Inline
		want string
	}{
		{document.Run{Text: "a\u00a0b & c"}, `<w:r>` + space + "a\u00a0b &amp; c</w:t></w:r>"},
		{document.Run{Text: "a\nb\tc"}, `<w:r>` + space + `a</w:t><w:br/>` + space + `b</w:t><w:tab/>` + space + `c</w:t></w:r>`},
		{document.Run{Text: "x", Bold: true, Italic: true}, `<w:r><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>` + space + `x</w:t></w:r>`},
		{document.Run{Text: "\x00"}, ""},
		{document.Bound{Text: "46", Address: "network/growth"}, `<w:sdt><w:sdtPr><w:alias w:val="network/growth"/><w:tag w:val="figure:network/growth"/><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:r>` + space + `46</w:t></w:r></w:sdtContent></w:sdt>`},
		{document.Link{Text: "x", Href: "#a"}, `<w:hyperlink w:anchor="_Toc1" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>` + space + `x</w:t></w:r></w:hyperlink>`},
		{document.Link{Text: "x", Href: "#b"}, `<w:r>` + space + `x</w:t></w:r>`},
		{document.Link{Text: "x", Href: "javascript:alert(1)"}, `<w:r>` + space + `x</w:t></w:r>`},
		{document.Link{Text: "x", Href: "https://example.org/"}, `<w:hyperlink r:id="rId1" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>` + space + `x</w:t></w:r></w:hyperlink>`},
		{document.Footnote{Text: document.TextOf("x")}, `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>`},
	} {
		if got := newWriter().inlines([]document.Inline{c.in}, false); got != c.want {
			t.Errorf("%v:\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// A note within a note stands in brackets: Word knows no notes to notes.
func TestNoteWithinNote(t *testing.T) {
	w := newWriter()
	w.inlines([]document.Inline{document.Footnote{Text: []document.Inline{document.Run{Text: "a"}, document.Footnote{Text: document.TextOf("b")}}}}, false)
	if len(w.notes) != 1 || !strings.Contains(w.notes[0], " (</w:t>") || !strings.Contains(w.notes[0], ">b</w:t>") {
		t.Errorf("notes: %q", w.notes)
	}
}

// One web address has one relationship, however often it is linked.
func TestLinksAreShared(t *testing.T) {
	r := newRelations()
	a, b, c := r.addLink("https://a/"), r.addLink("https://b/"), r.addLink("https://a/")
	if a != c || a == b || len(r.lines) != 2 {
		t.Errorf("ids %s %s %s in %d relationships", a, b, c, len(r.lines))
	}
}

func TestShortCountsAsWordDoes(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"abc", 2, "ab"}, {"abc", 3, "abc"}, {"åäö", 2, "åä"}, {"a👩b", 2, "a"}, {"a👩b", 3, "a👩"}, {"", 0, ""}} {
		if got := short(c.in, c.n); got != c.want {
			t.Errorf("short(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}
