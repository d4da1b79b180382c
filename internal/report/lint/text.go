package lint

import (
	"sort"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Kind is what a block is in the document.
type Kind uint8

// The kinds of block. A Line is a short line of plain text that is neither a
// sentence nor marked as anything: a row of a table whose columns are lost, an
// address, a heading without a number. Furniture is a page header or footer.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	Cell
	Line
	Caption
	Footnote
	Furniture
)

// A Text is a report as blocks in reading order.
type Text struct {
	Name   string
	Blocks []Block

	paragraphs bool // positions count paragraphs, not lines
}

// A Block is a stretch of text that is read as one: a paragraph, a heading, a
// list item, a table cell.
type Block struct {
	Kind  Kind
	Level int    // of a heading, from 1
	Text  string // one line; runs of white space are single spaces, letters are composed (NFC)

	// Table numbers the tables from 1; Row and Col count from 0. All are 0
	// outside tables. Header marks a cell of a heading row.
	Table, Row, Col int
	Header          bool

	Bound []Bound // figures bound by address, in order

	part    string
	heading string
	segs    []segment
}

// A Bound is a stretch of a block's text, in bytes, that shows a figure from
// the manifest.
type Bound struct {
	Start, End     int
	Address, Value string
}

// A segment maps a run of runes, each one column wide, to the source.
type segment struct{ off, line, col int }

// maxSegment bounds a segment in bytes, so that counting the runes up to a
// place costs the same in a line of a megabyte as in a short one.
const maxSegment = 256

// Position returns the place in the source of the byte at off in block i.
func (t *Text) Position(i, off int) Position {
	b := &t.Blocks[i]
	p := Position{Line: 1, Column: 1, Paragraphs: t.paragraphs, Part: b.part, Heading: b.heading}
	k := sort.Search(len(b.segs), func(k int) bool { return b.segs[k].off > off }) - 1
	if k < 0 {
		return p
	}
	s := b.segs[k]
	p.Line = s.line
	p.Column = s.col + utf8.RuneCountInString(b.Text[s.off:min(off, len(b.Text))])
	return p
}

// seal notes the nearest heading above every block, once, so that a position
// costs the same in a long text as in a short one.
func (t *Text) seal() {
	heading := ""
	for i := range t.Blocks {
		if t.Blocks[i].Kind == Heading {
			heading = t.Blocks[i].Text
		}
		t.Blocks[i].heading = heading
	}
}

// A writer builds a block's text rune by rune and keeps where each one stood.
type writer struct {
	buf  []byte
	segs []segment
	// where the next rune must stand to belong to the last segment
	line, col int
}

// rune adds one rune of the source. White space of every kind becomes a single
// space, ligatures are spelt out, soft hyphens vanish, and a combining mark is
// joined to its letter, since dumps of PDF files hold all of these.
func (w *writer) rune(r rune, line, col int) {
	switch {
	case r == '\u00ad' || r == '\ufeff' || r == '\u200b':
		return
	case isSpace(r):
		w.space(line, col)
		return
	case r >= 0xfb00 && r <= 0xfb06:
		for _, s := range norm.NFKC.String(string(r)) {
			w.put(s, line, col)
			w.col = col
		}
		w.col = -1
		return
	case r >= 0x0300 && r <= 0x036f && w.compose(r):
		return
	case r == '\u2010' || r == '\u2011':
		r = '-'
	case r < ' ' || r == utf8.RuneError:
		r = '\u00b7'
	}
	w.put(r, line, col)
}

func (w *writer) put(r rune, line, col int) {
	if w.line != line || w.col != col || len(w.segs) == 0 || len(w.buf)-w.segs[len(w.segs)-1].off >= maxSegment {
		w.segs = append(w.segs, segment{len(w.buf), line, col})
	}
	w.buf = utf8.AppendRune(w.buf, r)
	w.line, w.col = line, col+1
}

func (w *writer) space(line, col int) {
	if n := len(w.buf); n > 0 && w.buf[n-1] != ' ' {
		w.put(' ', line, col)
	}
}

// compose joins a combining mark to the letter before it, if Unicode has the
// two as one letter. The letter's place stays; the next rune opens a segment.
func (w *writer) compose(mark rune) bool {
	last, n := utf8.DecodeLastRune(w.buf)
	if n == 0 || last == ' ' {
		return false
	}
	one := norm.NFC.String(string([]rune{last, mark}))
	if utf8.RuneCountInString(one) != 1 {
		return false
	}
	w.buf = append(w.buf[:len(w.buf)-n], one...)
	w.line = -1
	return true
}

// cut removes the last rune if it is r, as when a line ends in a hyphen.
func (w *writer) cut(r rune) {
	if last, n := utf8.DecodeLastRune(w.buf); n > 0 && last == r {
		w.buf = w.buf[:len(w.buf)-n]
		for len(w.segs) > 0 && w.segs[len(w.segs)-1].off >= len(w.buf) {
			w.segs = w.segs[:len(w.segs)-1]
		}
		w.line = -1
	}
}

// empty says that nothing but space has been written.
func (w *writer) empty() bool { return len(w.buf) == 0 }

// finish moves what has been written into b and starts afresh.
func (w *writer) finish(b *Block) {
	n := len(w.buf)
	for n > 0 && w.buf[n-1] == ' ' {
		n--
	}
	b.Text, b.segs = string(w.buf[:n]), w.segs
	*w = writer{}
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000':
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}
