package lint

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	bulletMark   = regexp.MustCompile(`^(?:[•●▪◦‣∙·*–—-]|\d{1,2}[.)]|[a-zåäö]\))\s+`)
	numberedHead = regexp.MustCompile(`^\d+(?:\.\d+)*\.?\s{2,}\S|^\d+(?:\.\d+)+\.?\s+\p{Lu}`)
	captionMark  = regexp.MustCompile(`^(?i:tabell|figur|diagram|table|figure|chart)\s+\d+(?:\.\d+)*(?:[.:]\s|\s*[–-]\s|\s+\p{Lu}|\s*$)`)
	pageMark     = regexp.MustCompile(`(?:^|\s)\d{1,4}\s+/\s+\d{1,4}$|^\d{1,4}/\d{1,4}$|^(?i:sida|sid\.|page)\s+\d+(?:\s+\S+\s+\d+)?$|^[-–]?\s?\d{1,4}\s?[-–]?$`)
)

// A plain assembles the lines of a plain text into blocks.
type plain struct {
	page
	blocks []Block
	body   flow // the running text
	note   flow // the footnote under way, if inNote
	inNote bool
}

// A flow is a block that may still grow.
type flow struct {
	w     writer
	block Block
	last  srcLine
	lines int
	open  bool
}

// readPlain reads plain text.
func readPlain(source string) []Block {
	lines := sourceLines(source)
	p := plain{page: layout(lines)}
	for i, l := range lines {
		p.line(l, i)
	}
	p.end(&p.note)
	p.end(&p.body)
	// A paragraph that goes on after a footnote ended later than the footnote;
	// it is read where it began.
	slices.SortStableFunc(p.blocks, func(a, b Block) int {
		return cmp.Or(cmp.Compare(a.segs[0].line, b.segs[0].line), cmp.Compare(a.segs[0].col, b.segs[0].col))
	})
	return p.blocks
}

func (p *plain) line(l srcLine, i int) {
	if p.inNote && l.page {
		p.end(&p.note)
		p.inNote = false
	}
	if pageMark.MatchString(l.text) && !isYear(l.text) {
		p.whole(l, Furniture)
		return
	}
	if _, text, ok := footnoteStart(l); ok && (l.rule || p.inNote && p.followsNote(l)) {
		p.end(&p.note)
		p.inNote = true
		p.begin(&p.note, l, text, Footnote)
		return
	}
	f := &p.body
	if p.inNote {
		f = &p.note
	}
	kind, text := p.classify(l, i)
	if kind == Paragraph && f.open && (p.inNote || p.continues(f.last, l, f.block.Kind)) {
		p.extend(f, l)
		return
	}
	if p.inNote && kind != Paragraph {
		p.end(&p.note)
		p.inNote, f = false, &p.body
	}
	p.end(f)
	p.begin(f, l, text, kind)
}

// followsNote says that a line opens the footnote after the one under way.
func (p *plain) followsNote(l srcLine) bool {
	n, _, ok := footnoteStart(l)
	return ok && p.markers[n] || ok && strings.HasSuffix(p.note.last.text, ".")
}

// classify says what a line opens, and returns its text without the mark.
func (p *plain) classify(l srcLine, i int) (Kind, string) {
	switch {
	case captionMark.MatchString(l.text) && utf8.RuneCountInString(l.text) < 200:
		return Caption, l.text
	case numberedHead.MatchString(l.text) && !strings.HasSuffix(l.text, ".") && !p.tooLong(l):
		return Heading, l.text
	case bulletMark.MatchString(l.text):
		return ListItem, l.text[len(bulletMark.FindString(l.text)):]
	case l.page && startsUpper(l.text) && len(strings.Fields(l.text)) <= 4 && unicode.IsLetter(lastRune(l.text)) && !l.hyphen:
		return Heading, l.text
	}
	return Paragraph, l.text
}

func (p *plain) tooLong(l srcLine) bool { return utf8.RuneCountInString(l.text) > 100 }

// continues says whether line c goes on with the block that ended in line l.
func (p *plain) continues(l, c srcLine, kind Kind) bool {
	end := lastRune(withoutMarks(l.text, p.markers))
	first, _ := utf8.DecodeRuneInString(c.text)
	switch {
	case l.hyphen && (unicode.IsLetter(first) || unicode.IsDigit(first)):
		return true
	case strings.ContainsRune(":;", end):
		return false
	case unicode.IsLower(first) || first == '(' && end != '.':
		return true
	case strings.ContainsRune(".!?", end) || kind == Heading:
		return false
	case end == ',':
		return true
	}
	near := c.above == 0 || p.spaced && c.above == 1 || c.page || p.inPageTurn(l, c)
	return near && p.full(l)
}

// inPageTurn says that footnotes or a page's header stood between two lines.
func (p *plain) inPageTurn(l, c srcLine) bool {
	return p.spaced && c.num-l.num > c.above+1
}

func (p *plain) begin(f *flow, l srcLine, text string, kind Kind) {
	f.block = Block{Kind: kind}
	if kind == Heading {
		f.block.Level = 1 + strings.Count(strings.TrimRight(strings.Fields(text)[0], "."), ".")
	}
	f.open, f.lines = true, 0
	skip := utf8.RuneCountInString(l.text) - utf8.RuneCountInString(text)
	p.write(f, l, text, skip)
}

// extend joins a line to a block. A hyphen at the end of a line goes, unless
// the next line says that it belongs to the word: a capital (Nydala-
// Hermodsdal), a digit (10-20), or a conjunction (gles- och landsbygd).
func (p *plain) extend(f *flow, l srcLine) {
	first, _ := utf8.DecodeRuneInString(l.text)
	word, _, _ := strings.Cut(l.text, " ")
	switch {
	case !f.last.hyphen:
		f.w.space(f.last.num, f.last.col+utf8.RuneCountInString(f.last.text))
	case conjunctions[word]:
		f.w.space(f.last.num, f.last.col+utf8.RuneCountInString(f.last.text))
	case unicode.IsLower(first):
		f.w.cut('-')
	}
	p.write(f, l, l.text, 0)
}

func (p *plain) write(f *flow, l srcLine, text string, skip int) {
	marks := noteMarks(text, p.markers)
	col := l.col + skip
	for i, r := range text {
		if len(marks) == 0 || !marks[i] {
			f.w.rune(r, l.num, col)
		}
		col++
	}
	f.last = l
	f.lines++
}

func (p *plain) end(f *flow) {
	if !f.open {
		return
	}
	if f.block.Kind == Paragraph && f.lines == 1 && !p.full(f.last) && !strings.ContainsRune(".!?:", lastRune(f.last.text)) {
		f.block.Kind = Line
	}
	f.w.finish(&f.block)
	if f.block.Text != "" {
		p.blocks = append(p.blocks, f.block)
	}
	f.open = false
}

// whole adds a line that belongs to no flow, and leaves the flows open.
func (p *plain) whole(l srcLine, kind Kind) {
	var f flow
	p.begin(&f, l, l.text, kind)
	p.end(&f)
}

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
