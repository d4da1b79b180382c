// Package docx writes a document as a Word file (Office Open XML): A4, with real
// styles, headings, captions, repeated table heads, footnotes and alternative
// texts, so that it can be navigated, edited and read aloud.
//
// In goes a document.Document, out come the bytes of a .docx. Lengths inside are
// twips (1/20 pt) for text and EMU (1/12 700 pt) for pictures. A figure becomes an
// inline content control whose tag is "figure:" and its address; the manifest
// lies in customXml/item1.xml. The same document gives the same bytes: nothing
// in the file knows when or where it was made. Characters that XML cannot hold
// are left out; no other text is lost, and no page number is guessed: Word and
// LibreOffice fill in those of the contents.
package docx

import (
	"archive/zip"
	"bytes"
	"io"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// Write writes a document as a Word file.
func Write(out io.Writer, doc *document.Document) error {
	w := &writer{doc: doc, main: newRelations(), notesRel: newRelations(), bookmarks: map[string]string{},
		longTags: map[figure.Address]string{}, placed: map[string]bool{}}
	w.rel = w.main
	w.body()
	if w.failed != nil {
		return w.failed
	}
	z := zip.NewWriter(out)
	if err := w.archive(z); err != nil {
		return err
	}
	return z.Close()
}

// Bytes is Write into memory.
func Bytes(doc *document.Document) ([]byte, error) {
	var b bytes.Buffer
	err := Write(&b, doc)
	return b.Bytes(), err
}

// writer holds what grows while the document is written.
type writer struct {
	doc      *document.Document
	main     *relations // of word/document.xml
	notesRel *relations // of word/footnotes.xml
	rel      *relations // of the part being written

	nodes     []node
	notes     []string          // the paragraphs of footnotes 1, 2 …
	breakNext bool              // the next paragraph starts a page
	inNote    bool              // a note within a note becomes text in brackets
	bookmarks map[string]string // names by the document's ids
	entries   []entry           // of the contents
	lists     int               // ordered lists so far
	media     []part
	edgeIDs   [3][2]string    // relationships of page heads and feet
	last      string          // the section at the end
	placed    map[string]bool // ids whose bookmark has been set
	ids       int             // of content controls and drawings
	marks     int             // of bookmarks
	longTags  map[figure.Address]string
	longest   []figure.Address // in the order of their tags
	failed    error            // the first picture that could not be painted
}

// id is the next number for a content control or drawing.
func (w *writer) id() int {
	w.ids++
	return w.ids
}

// language is the tag of the document's language as Word writes it.
func (w *writer) language() string {
	if w.doc.Lang == "en" {
		return "en-GB"
	}
	return "sv-SE"
}
