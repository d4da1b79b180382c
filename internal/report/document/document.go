// Package document is a report as a structure, before it becomes HTML, DOCX or
// XLSX: headings, paragraphs, tables and pictures, in which every figure knows
// its address.
//
// It is made by internal/report from a template and a plan, and read by the
// writers beside it. Texts are in the document's one language and already
// formatted; a writer adds layout and nothing else. Tables and pictures carry
// their numbers and captions; a picture carries its alternative text; a table
// has one header row. The zero values of optional fields mean "none".
package document

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
)

// Document is a whole report.
type Document struct {
	Lang     string // "sv" or "en"
	Title    string
	Subtitle string
	Issuer   string // the agency
	To       string // the recipient
	Number   string // registry number (diarienummer), empty if unknown
	Mandate  string // registry number of the mandate
	Date     civil.Date
	Kind     string // "Delredovisning 1", shown in the page head
	FileBase string // name of the files without extension: "delredovisning-1", "delredovisning-1.en"
	Words    Words  // the fixed words of the layout, in Lang

	Letter   []Block // covering letter, on a page of its own, before the contents
	Body     []Block
	Manifest []byte // the figure manifest as JSON, embedded by every writer
}

// Words are the fixed words that writers need, in the document's language. None
// may be empty: files.Write names the one that is missing.
type Words struct {
	Contents, Table, Picture, Page, Of, Source, Note, Appendix, Yes, No string

	Notes     string // heading of the footnotes of a page without pages: "Noter"
	ToText    string // link from a footnote to its place: "Tillbaka till texten"
	Skip      string // link past the page head: "Till rapportens text"
	Date      string // label on the cover
	Recipient string // label on the cover: "Mottagare"
	Number    string // label of the registry number: "Diarienummer"
	Mandate   string // label of the mandate's registry number: "Regeringens beslut"
	Low, High string // ends of a range in two columns: "lägst", "högst"
	Kronor    string // unit of amounts in a workbook: "kr", "SEK"
	Figures   string // sheet that lists the figures: "Siffror"
	Address   string // column: where the figure is traced
	Shown     string // column: the form in which the report writes it
	Unit      string // column
	Rule      string // column: how the figure is derived
	Place     string // column: the cell that shows it
}

// Block is a Heading, Paragraph, List, Table, Picture, Notice or PageBreak.
type Block interface{ block() }

// Heading starts a section. Level is 1 to 3. Number is "2.1", or "" where the
// heading has none. ID is unique in the document and fit for a link.
type Heading struct {
	Level  int
	Number string
	ID     string
	Text   []Inline
}

// Paragraph is running text. Style is "" or "lead" (a summary's first sentence).
type Paragraph struct {
	Style string
	Text  []Inline
}

// List has one paragraph per item.
type List struct {
	Ordered bool
	Items   [][]Inline
}

// Table is a captioned table. Number counts from 1 through the document.
type Table struct {
	ID      string
	Number  int
	Caption []Inline
	Columns []Column
	Rows    []Row
	Note    []Inline // below the table: sources, what unknown means
	// Sheet is the name of the sheet in a workbook; unique, at most 31 characters.
	Sheet string
}

// Column is a table's column. Width is its share of the whole in per cent, 0
// for an even share.
type Column struct {
	Header  string
	Numeric bool // set flush right with tabular figures
	Width   int
}

// RowKind tells what a row is in its table.
type RowKind uint8

// The kinds of rows.
const (
	Plain RowKind = iota
	Group         // a heading across the table
	Sum           // a total of the rows above
)

// Row has one cell per column; a Group row has one.
type Row struct {
	Kind  RowKind
	Cells []Cell
}

// Cell is text, with the value that a workbook should hold as a number or date.
type Cell struct {
	Text  []Inline
	Value figure.Value // unknown words: no number
	// Header marks a cell that names its row.
	Header bool
	// Status, when not empty, is a state whose mark is drawn beside the text:
	// "met", "plan", "risk", "failed", "unknown", "later".
	Status string
}

// Picture is a drawing in two forms of the same size.
type Picture struct {
	ID       string
	Number   int
	Caption  []Inline
	Alt      string
	Sentence []Inline // what the picture shows, in words
	SVG      []byte
	PNG      []byte // for formats that cannot show SVG
	// Painter makes the PNG for a format that asks for it, where PNG is empty: that takes
	// longer than all else in a report, and HTML needs none.
	Painter       Painter
	Width, Height int // in px; 720 px is the width of the text
}

// Painter paints a picture.
type Painter interface{ Paint() ([]byte, error) }

// Bitmap returns the PNG of a picture, painted if need be; empty where it has none.
func (p *Picture) Bitmap() ([]byte, error) {
	if len(p.PNG) > 0 || p.Painter == nil {
		return p.PNG, nil
	}
	return p.Painter.Paint()
}

// Notice is a box with something that the reader must not miss.
type Notice struct{ Text []Inline }

// PageBreak starts a new page.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Picture) block()   {}
func (Notice) block()    {}
func (PageBreak) block() {}

// Inline is a Run, Bound, Link or Footnote.
type Inline interface{ inline() }

// Run is text, perhaps emphasised.
type Run struct {
	Text         string
	Bold, Italic bool
}

// Bound is text that shows a figure: writers mark it with the address so that
// it can be traced from the finished document.
type Bound struct {
	Text    string
	Address figure.Address
	Bold    bool
}

// Link is a reference: within the document (#id) or to the web.
type Link struct {
	Text, Href string
}

// Footnote is text at the foot of the page.
type Footnote struct{ Text []Inline }

func (Run) inline()      {}
func (Bound) inline()    {}
func (Link) inline()     {}
func (Footnote) inline() {}

// TextOf returns inline content holding plain text.
func TextOf(s string) []Inline { return []Inline{Run{Text: s}} }

// PlainText returns what a reader reads, without footnotes.
func PlainText(in []Inline) string {
	var b []byte
	for _, i := range in {
		switch x := i.(type) {
		case Run:
			b = append(b, x.Text...)
		case Bound:
			b = append(b, x.Text...)
		case Link:
			b = append(b, x.Text...)
		}
	}
	return string(b)
}
