package lint

import (
	"cmp"
	"encoding/xml"
	"strings"
)

// A word turns the tokens of one part of a Word file into blocks. Deleted text,
// field codes and fallbacks are passed over; a text box's paragraphs come
// before the paragraph that it is anchored in. A content control whose tag is
// "figure:ADDRESS" binds what it holds.
type word struct {
	part   string
	styles map[string]int
	long   map[string]string // addresses that are too long for a tag
	blocks []Block
	tables int

	paragraphs int
	stack      []wordParagraph
	cells      []wordTable
	skip       int // open elements within one that is passed over
	inText     bool
	controls   []control
}

// A wordParagraph is a w:p that is open.
type wordParagraph struct {
	w         writer
	block     Block
	num, col  int
	headingAt int
}

// A wordTable is a w:tbl that is open.
type wordTable struct {
	number, row, col int
	header           bool
	inCell           bool
}

// A control is a w:sdt that is open; start is -1 until its text begins.
type control struct {
	address string
	depth   int // paragraphs open where the text began
	start   int
}

const figureTagPrefix = "figure:"

// passedOver holds the elements whose content is not the text as it stands.
var passedOver = map[string]bool{
	"del": true, "moveFrom": true, "instrText": true, "delText": true, "Fallback": true,
	"pPrChange": true, "rPrChange": true, "sectPr": true, "tabs": true,
}

func (d *word) token(tok xml.Token) {
	switch t := tok.(type) {
	case xml.StartElement:
		if d.skip > 0 || passedOver[t.Name.Local] {
			d.skip++
			return
		}
		d.start(t)
	case xml.EndElement:
		if d.skip > 0 {
			d.skip--
			return
		}
		d.end(t.Name.Local)
	case xml.CharData:
		if d.inText && d.skip == 0 {
			d.text(string(t))
		}
	}
}

func (d *word) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		d.paragraphs++
		d.stack = append(d.stack, wordParagraph{num: d.paragraphs, col: 1})
	case "t":
		d.inText = true
	case "tab", "br", "cr":
		if !d.inText {
			d.text(" ")
		}
	case "noBreakHyphen":
		d.text("-")
	case "pStyle":
		d.style(attr(e, "val"))
	case "outlineLvl":
		if p := d.top(); p != nil {
			if n := smallNumber(attr(e, "val")); n >= 0 && n < 9 {
				p.headingAt = n + 1
			}
		}
	case "numPr":
		if p := d.top(); p != nil && p.block.Kind == Paragraph {
			p.block.Kind = ListItem
		}
	case "tbl":
		d.tables++
		d.cells = append(d.cells, wordTable{number: d.tables, row: -1, col: -1})
	default:
		d.startTable(e)
	}
}

// startTable follows the rows and cells of tables, and content controls.
func (d *word) startTable(e xml.StartElement) {
	t := d.table()
	switch e.Name.Local {
	case "tr":
		if t != nil {
			t.row, t.col, t.header = t.row+1, -1, false
		}
	case "tblHeader":
		if t != nil {
			t.header = attr(e, "val") != "0" && attr(e, "val") != "false"
		}
	case "tc":
		if t != nil {
			t.col, t.inCell = t.col+1, true
		}
	case "gridSpan":
		// The columns that a wide cell covers lie to its right.
		if n := smallNumber(attr(e, "val")); t != nil && n > 1 && n < 1000 {
			t.col += n - 1
		}
	case "sdt":
		d.controls = append(d.controls, control{start: -1})
	case "tag":
		if n := len(d.controls); n > 0 {
			if address, ok := strings.CutPrefix(attr(e, "val"), figureTagPrefix); ok {
				d.controls[n-1].address = cmp.Or(d.long[attr(e, "val")], address)
			}
		}
	case "sdtContent":
		d.bindFrom()
	}
}

// bindFrom notes where a figure's text begins.
func (d *word) bindFrom() {
	if n := len(d.controls); n > 0 && d.controls[n-1].address != "" {
		c := &d.controls[n-1]
		c.depth, c.start = len(d.stack), 0
		if p := d.top(); p != nil {
			c.start = len(p.w.buf)
		}
	}
}

func (d *word) style(id string) {
	p := d.top()
	if p == nil {
		return
	}
	level := d.styles[id]
	if level == 0 {
		level = headingLevel(id)
	}
	lower := strings.ToLower(id)
	switch {
	case level > 0:
		p.headingAt = level
	case strings.HasPrefix(lower, "caption"), strings.HasPrefix(lower, "beskrivning"):
		p.block.Kind = Caption
	case strings.HasPrefix(lower, "toc"):
		p.block.Kind = Furniture
	case strings.HasPrefix(lower, "list"):
		p.block.Kind = ListItem
	}
}

func (d *word) text(s string) {
	p := d.top()
	if p == nil {
		return
	}
	for _, r := range s {
		p.w.rune(r, p.num, p.col)
		p.col++
	}
}

func (d *word) end(name string) {
	switch name {
	case "t":
		d.inText = false
	case "p":
		d.endParagraph()
	case "tc":
		if t := d.table(); t != nil {
			t.inCell = false
		}
	case "tbl":
		if len(d.cells) > 0 {
			d.cells = d.cells[:len(d.cells)-1]
		}
	case "sdt":
		d.endControl()
	}
}

func (d *word) endControl() {
	n := len(d.controls)
	if n == 0 {
		return
	}
	c := d.controls[n-1]
	d.controls = d.controls[:n-1]
	p := d.top()
	if c.start < 0 || p == nil || c.depth != len(d.stack) || len(p.w.buf) <= c.start {
		return
	}
	p.block.Bound = append(p.block.Bound, Bound{Start: c.start, End: len(p.w.buf), Address: c.address})
}

// endParagraph adds a paragraph that holds text to the blocks. A control around
// whole paragraphs binds each of them.
func (d *word) endParagraph() {
	p := d.top()
	if p == nil {
		return
	}
	b := p.block
	p.w.finish(&b)
	for _, c := range d.controls {
		if c.start >= 0 && c.depth < len(d.stack) {
			b.Bound = append(b.Bound, Bound{Start: 0, End: len(b.Text), Address: c.address})
		}
	}
	for i := range b.Bound {
		b.Bound[i].End = min(b.Bound[i].End, len(b.Text))
		b.Bound[i].Start = min(b.Bound[i].Start, b.Bound[i].End)
	}
	t := d.table()
	switch {
	case p.headingAt > 0:
		b.Kind, b.Level = Heading, p.headingAt
	case t != nil && t.inCell:
		b.Kind, b.Table, b.Row, b.Col, b.Header = Cell, t.number, max(t.row, 0), max(t.col, 0), t.header
	case d.part != "":
		b.Kind = Footnote
	case b.Kind == Paragraph && captionMark.MatchString(b.Text):
		b.Kind = Caption
	}
	b.part = d.part
	d.stack = d.stack[:len(d.stack)-1]
	if b.Text != "" {
		d.blocks = append(d.blocks, b)
	}
}

func (d *word) top() *wordParagraph {
	if len(d.stack) == 0 {
		return nil
	}
	return &d.stack[len(d.stack)-1]
}

func (d *word) table() *wordTable {
	if len(d.cells) == 0 {
		return nil
	}
	return &d.cells[len(d.cells)-1]
}
