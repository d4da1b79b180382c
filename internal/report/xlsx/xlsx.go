// Package xlsx writes the tables of a document as a workbook for those who
// calculate further.
//
// In goes a document.Document, out come the bytes of an .xlsx: a sheet of
// contents, one sheet per table, a sheet that lists every figure with its address,
// value, rule and place, and the manifest in a sheet that stays hidden. Values
// are numbers: amounts in kronor, shares as parts of one shown in per cent, dates
// as dates. A column in which any value is a range has two columns, for its ends;
// what is not known is text. Text is stored as text, whatever it begins with, so
// that no cell is read as a formula. The same document gives the same bytes.
package xlsx

import (
	"bytes"
	"fmt"
	"io"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/xuri/excelize/v2"
)

// Write writes a document's tables as a workbook.
func Write(out io.Writer, doc *document.Document) error {
	traced, err := doc.Traced()
	if err != nil {
		return err
	}
	w := &writer{doc: doc, file: excelize.NewFile(), styles: map[look]int{}, places: map[figure.Address]place{}, shown: map[figure.Address][]string{}}
	defer w.file.Close()
	w.name()
	w.contents()
	for i, t := range w.tables {
		w.table(w.sheets[i], t)
	}
	w.figures(traced)
	w.manifest()
	w.properties()
	if w.err != nil {
		return fmt.Errorf("workbook of %q: %w", doc.Title, w.err)
	}
	return w.file.Write(out)
}

// Bytes is Write into memory.
func Bytes(doc *document.Document) ([]byte, error) {
	var b bytes.Buffer
	err := Write(&b, doc)
	return b.Bytes(), err
}

// writer holds what grows while the workbook is written. The first error stops
// nothing but is the one that is returned.
type writer struct {
	doc    *document.Document
	file   *excelize.File
	tables []document.Table
	sheets []string // names, by table
	first  string   // name of the sheet of contents
	last   string   // name of the sheet of figures
	styles map[look]int
	places map[figure.Address]place // where a figure stands first
	shown  map[figure.Address][]string
	order  []figure.Address // figures in the order of the document
	err    error
}

// place is a cell of a sheet.
type place struct{ sheet, cell string }

// link is the place as a link within a workbook writes it.
func (p place) link() string { return quoteSheet(p.sheet) + "!" + p.cell }

func (w *writer) check(err error) {
	if w.err == nil {
		w.err = err
	}
}

// properties pins what a workbook says of its making to what the document says.
func (w *writer) properties() {
	lang := "sv-SE"
	if w.doc.Lang == "en" {
		lang = "en-GB"
	}
	p := excelize.DocProperties{Title: document.Clean(w.doc.Title), Subject: document.Clean(w.doc.Subtitle), Creator: document.Clean(w.doc.Issuer),
		LastModifiedBy: document.Clean(w.doc.Issuer), Identifier: document.Clean(w.doc.Number), Language: lang}
	if w.doc.Date.IsKnown() {
		p.Created = w.doc.Date.String() + "T00:00:00Z"
		p.Modified = p.Created
	}
	w.check(w.file.SetDocProps(&p))
	w.check(w.file.SetAppProps(&excelize.AppProperties{Application: "Etablera", Company: document.Clean(w.doc.Issuer)}))
}
