package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Markdown is read line by line, without a tree: the blocks that hold prose
// (headings, lists, quotations, tables, paragraphs) are all that is needed, and
// deep nesting in a hostile file costs nothing. Fenced code is passed over.
// Emphasis, links and inline tags go; what they wrap stays.

var (
	atxHead   = regexp.MustCompile(`^(#{1,6})\s+`)
	setext    = regexp.MustCompile(`^(=+|-+)\s*$`)
	mdBullet  = regexp.MustCompile(`^(?:[-*+]|\d{1,9}[.)])\s+`)
	mdFence   = regexp.MustCompile("^(```|~~~)")
	tableRule = regexp.MustCompile(`^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$`)
	footDef   = regexp.MustCompile(`^\[\^[^\]\s]{1,32}\]:\s+`)
)

// A markdown reads Markdown into blocks.
type markdown struct {
	blocks []Block
	w      writer
	block  Block
	figure *Bound
	fence  string
	table  int
	row    int
	inRow  bool
}

func readMarkdown(source string) []Block {
	var m markdown
	for num := 1; len(source) > 0; num++ {
		raw, rest := cutLine(source)
		source = rest
		m.line(raw, num)
	}
	m.flush()
	return m.blocks
}

func (m *markdown) line(raw string, num int) {
	text := strings.TrimLeft(raw, " \t>")
	col := utf8.RuneCountInString(raw[:len(raw)-len(text)]) + 1
	text = strings.TrimRightFunc(text, isSpace)
	if f := mdFence.FindString(text); f != "" && (m.fence == "" || f == m.fence) {
		m.flush()
		if m.fence == "" {
			m.fence = f
		} else {
			m.fence = ""
		}
		return
	}
	if m.fence != "" {
		return
	}
	switch {
	case text == "":
		m.flush()
		m.inRow = false
	case m.inRow || strings.HasPrefix(text, "|"):
		m.tableRow(text, num, col)
	case setext.MatchString(text) && !m.w.empty() && m.block.Kind == Paragraph:
		m.block.Kind, m.block.Level = Heading, 1
		if text[0] == '-' {
			m.block.Level = 2
		}
		m.flush()
	case tableRule.MatchString(text) && strings.Contains(text, "|"):
		m.promote()
	case isDrawn(text):
		m.flush()
	default:
		m.prose(text, num, col)
	}
}

func (m *markdown) prose(text string, num, col int) {
	mark := ""
	if s := atxHead.FindStringSubmatch(text); s != nil {
		m.flush()
		mark, m.block = s[0], Block{Kind: Heading, Level: len(s[1])}
		defer m.flush()
	} else if s := mdBullet.FindString(text); s != "" {
		m.flush()
		mark, m.block = s, Block{Kind: ListItem}
	} else if s := footDef.FindString(text); s != "" {
		m.flush()
		mark, m.block = s, Block{Kind: Footnote}
	} else if captionMark.MatchString(text) && m.w.empty() {
		m.block = Block{Kind: Caption}
	}
	m.w.space(num, col)
	m.inline(text[len(mark):], num, col+utf8.RuneCountInString(mark))
}

// tableRow reads one row. Cells keep their column; the rule below the heading
// row is no row of its own and marks the row above as heading.
func (m *markdown) tableRow(text string, num, col int) {
	if !m.inRow {
		m.flush()
		m.table, m.row, m.inRow = m.table+1, -1, true
	}
	if tableRule.MatchString(text) && m.row == 0 {
		for i := len(m.blocks) - 1; i >= 0 && m.blocks[i].Table == m.table; i-- {
			m.blocks[i].Header = true
		}
		return
	}
	m.row++
	cells, start := splitCells(text)
	from := 0
	for k, cell := range cells {
		col += utf8.RuneCountInString(text[from:start[k]])
		from = start[k]
		m.block = Block{Kind: Cell, Table: m.table, Row: m.row, Col: k}
		m.inline(cell, num, col)
		m.flush()
	}
}

// promote turns the line above a table's rule into a heading row, for tables
// written without bars at the ends. Lines above it, without a blank line
// between, stay a paragraph of their own.
func (m *markdown) promote() {
	seg := m.w.segs
	if len(seg) == 0 {
		return
	}
	k := len(seg) - 1
	for k > 0 && seg[k-1].line == seg[k].line {
		k--
	}
	if k > 0 && m.w.buf[seg[k].off] == ' ' { // the space that joins the lines
		seg[k].off, seg[k].col = seg[k].off+1, max(1, seg[k].col)
	}
	line, num, col := string(m.w.buf[seg[k].off:]), seg[k].line, seg[k].col
	if !strings.Contains(line, "|") {
		m.w, m.block = writer{}, Block{}
		return
	}
	m.w.buf, m.w.segs = m.w.buf[:seg[k].off], seg[:k]
	m.flush()
	m.table, m.row, m.inRow = m.table+1, -1, true
	m.tableRow(line, num, col)
	for i := len(m.blocks) - 1; i >= 0 && m.blocks[i].Table == m.table; i-- {
		m.blocks[i].Header = true
	}
}

// splitCells cuts a row at its bars, leaving out the outer ones, and returns
// the byte at which each cell starts. A bar after a backslash is text.
func splitCells(row string) (cells []string, start []int) {
	from := 0
	if strings.HasPrefix(row, "|") {
		from = 1
	}
	for i := from; i < len(row); i++ {
		if row[i] == '\\' {
			i++
			continue
		}
		if row[i] == '|' {
			cells, start = append(cells, row[from:i]), append(start, from)
			from = i + 1
		}
	}
	if strings.TrimSpace(row[min(from, len(row)):]) != "" {
		cells, start = append(cells, row[from:]), append(start, from)
	}
	return cells, start
}

func (m *markdown) flush() {
	b := m.block
	m.block, m.figure = Block{}, nil
	if m.w.empty() {
		m.w = writer{}
		return
	}
	m.w.finish(&b)
	for i := range b.Bound {
		b.Bound[i].End = min(b.Bound[i].End, len(b.Text))
		b.Bound[i].Start = min(b.Bound[i].Start, b.Bound[i].End)
	}
	if b.Text != "" {
		m.blocks = append(m.blocks, b)
	}
}
