package lint

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"
)

// HTML is read token by token rather than as a tree: only the tokens still know
// where they stood in the source. Script, style, templates and drawings are
// passed over (a chart's numbers stand in the table and the sentence beside
// it). A figure is an element <data class="figure" value= data-address=>.

// hidden holds the elements whose content nobody reads as text.
var hidden = map[string]bool{
	"script": true, "style": true, "template": true, "svg": true, "math": true, "noscript": true,
	"title": true, "textarea": true, "select": true, "iframe": true, "object": true,
}

// inline holds the elements that do not part one block from another.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true,
	"dfn": true, "em": true, "font": true, "i": true, "ins": true, "kbd": true, "label": true, "mark": true,
	"q": true, "s": true, "samp": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true,
	"time": true, "u": true, "var": true, "wbr": true, "img": true, "output": true, "meter": true,
}

// A hypertext reads HTML into blocks.
type hypertext struct {
	blocks    []Block
	w         writer
	block     Block
	line, col int
	hide      string // the hidden element that is open
	hideDepth int
	items     int // open list items
	note      int // open footnote elements
	nav       int // open lists of contents
	tables    []tablePlace
	count     int // tables begun
	fig       []Bound
}

// A tablePlace is the cell that the reader stands in.
type tablePlace struct {
	number, row, col int
	inCell, header   bool
	spans            []span // cells of rows above that reach down, by column
}

// A span is a cell that covers rows more rows of its column.
type span struct{ col, rows int }

func readHTML(source string) []Block {
	h := hypertext{line: 1, col: 1}
	z := nethtml.NewTokenizer(strings.NewReader(source))
	off := 0
	for {
		kind := z.Next()
		if kind == nethtml.ErrorToken {
			break
		}
		raw := source[off:min(len(source), off+len(z.Raw()))]
		off += len(raw)
		h.token(z, kind, raw)
		if kind != nethtml.TextToken {
			h.advance(raw)
		}
	}
	h.flush()
	return h.blocks
}

func (h *hypertext) token(z *nethtml.Tokenizer, kind nethtml.TokenType, raw string) {
	switch kind {
	case nethtml.TextToken:
		if h.hide != "" {
			h.advance(raw)
			return
		}
		h.text(raw)
	case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
		name, more := z.TagName()
		h.open(string(name), attributes(z, more), kind == nethtml.SelfClosingTagToken)
	case nethtml.EndTagToken:
		name, _ := z.TagName()
		h.close(string(name))
	}
}

// attributes returns at most 32 attributes of a tag; the rest is of no use here.
func attributes(z *nethtml.Tokenizer, more bool) map[string]string {
	attrs := map[string]string{}
	for n := 0; more && n < 32; n++ {
		var key, val []byte
		key, val, more = z.TagAttr()
		attrs[string(key)] = string(val)
	}
	return attrs
}

func (h *hypertext) open(name string, attrs map[string]string, selfClosing bool) {
	if h.hide != "" {
		if name == h.hide && !selfClosing {
			h.hideDepth++
		}
		return
	}
	if hidden[name] && !selfClosing {
		h.hide, h.hideDepth = name, 1
		return
	}
	switch {
	case name == "data" && hasWord(attrs["class"], "figure"):
		if len(h.fig) < 16 {
			h.fig = append(h.fig, Bound{Start: len(h.w.buf), Address: attrs["data-address"], Value: attrs["value"]})
		}
	case name == "br":
		h.w.space(h.line, h.col)
	case !inline[name]:
		h.flush()
		h.openBlock(name, attrs)
	}
}

func (h *hypertext) openBlock(name string, attrs map[string]string) {
	switch name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.block = Block{Kind: Heading, Level: int(name[1] - '0')}
	case "li":
		h.items++
	case "caption", "figcaption":
		h.block = Block{Kind: Caption}
	case "aside", "footer":
		h.note++
	case "nav":
		h.nav++
	case "table":
		h.count++
		if len(h.tables) < 64 {
			h.tables = append(h.tables, tablePlace{number: h.count, row: -1})
		}
	case "tr":
		if t := h.table(); t != nil {
			t.nextRow()
		}
	case "td", "th":
		if t := h.table(); t != nil {
			t.nextCell(attrs, name == "th")
		}
	}
}

func (h *hypertext) close(name string) {
	if h.hide != "" {
		if name == h.hide {
			if h.hideDepth--; h.hideDepth == 0 {
				h.hide = ""
			}
		}
		return
	}
	if name == "data" && len(h.fig) > 0 {
		f := h.fig[len(h.fig)-1]
		h.fig = h.fig[:len(h.fig)-1]
		if f.End = len(h.w.buf); f.End > f.Start {
			h.block.Bound = append(h.block.Bound, f)
		}
	}
	if inline[name] {
		return
	}
	h.flush()
	switch name {
	case "li":
		h.items = max(0, h.items-1)
	case "aside", "footer":
		h.note = max(0, h.note-1)
	case "nav":
		h.nav = max(0, h.nav-1)
	case "table":
		if len(h.tables) > 0 {
			h.tables = h.tables[:len(h.tables)-1]
		}
	case "td", "th":
		if t := h.table(); t != nil {
			t.inCell = false
		}
	}
}

func (h *hypertext) table() *tablePlace {
	if len(h.tables) == 0 {
		return nil
	}
	return &h.tables[len(h.tables)-1]
}

func (t *tablePlace) nextRow() {
	t.row++
	t.col, t.inCell = -1, false
	kept := t.spans[:0]
	for _, s := range t.spans {
		if s.rows--; s.rows >= 0 {
			kept = append(kept, s)
		}
	}
	t.spans = kept
}

// nextCell moves to the next free column, past cells that reach down from above.
func (t *tablePlace) nextCell(attrs map[string]string, header bool) {
	if t.row < 0 {
		t.row, t.col = 0, -1
	}
	t.col++
	for t.covered(t.col) {
		t.col++
	}
	t.inCell, t.header = true, header && attrs["scope"] != "row"
	if rows, _ := strconv.Atoi(attrs["rowspan"]); rows > 1 && len(t.spans) < 256 {
		t.spans = append(t.spans, span{t.col, min(rows, 1000)})
	}
	if cols, _ := strconv.Atoi(attrs["colspan"]); cols > 1 {
		t.col += min(cols, 1000) - 1
	}
}

func (t *tablePlace) covered(col int) bool {
	for _, s := range t.spans {
		if s.col == col {
			return true
		}
	}
	return false
}

// flush ends the block under way, if there is any text in it.
func (h *hypertext) flush() {
	b := h.block
	bound := b.Bound
	h.block, h.fig = Block{}, nil
	if h.w.empty() {
		h.w = writer{}
		return
	}
	switch t := h.table(); {
	case h.nav > 0:
		b.Kind, b.Level = Furniture, 0
	case b.Kind == Heading || b.Kind == Caption:
	case t != nil && t.inCell:
		b.Kind, b.Table, b.Row, b.Col, b.Header = Cell, t.number, t.row, t.col, t.header
	case h.note > 0:
		b.Kind = Footnote
	case h.items > 0:
		b.Kind = ListItem
	}
	h.w.finish(&b)
	if b.Text == "" {
		return
	}
	for i := range bound {
		bound[i].End = min(bound[i].End, len(b.Text))
		bound[i].Start = min(bound[i].Start, bound[i].End)
	}
	h.blocks = append(h.blocks, b)
}

// text writes the text of a token, resolving character references.
func (h *hypertext) text(raw string) {
	for i := 0; i < len(raw); {
		if raw[i] == '&' {
			if n := strings.IndexByte(raw[i:min(len(raw), i+32)], ';'); n > 1 {
				ref := raw[i : i+n+1]
				for _, r := range html.UnescapeString(ref) {
					h.w.rune(r, h.line, h.col)
				}
				h.col += utf8.RuneCountInString(ref)
				i += n + 1
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(raw[i:])
		h.w.rune(r, h.line, h.col)
		h.advance(raw[i : i+n])
		i += n
	}
}

// advance moves the place in the source past s.
func (h *hypertext) advance(s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n':
			h.line++
			h.col = 1
		case c&0xc0 != 0x80:
			h.col++
		}
	}
}

func hasWord(list, word string) bool {
	for _, f := range strings.Fields(list) {
		if f == word {
			return true
		}
	}
	return false
}
