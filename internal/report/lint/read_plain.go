package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain text, and above all plain text that a program pulled out of a PDF file:
// words broken by hyphens, a blank line after every line, sentences cut by a
// footnote or a page header, digits of footnotes glued to words, tables whose
// columns have become short lines. The reader puts sentences together again; it
// does not guess at columns.

// A srcLine is one line that holds text.
type srcLine struct {
	num, col int    // line number and column of the first rune of text, from 1
	text     string // trimmed of white space on both sides
	above    int    // empty lines directly above
	hyphen   bool   // broken off with a hyphen, nothing after it
	page     bool   // first line of a page
	rule     bool   // a footnote rule stands above
}

// footnoteRule is the least width of a line of nothing but spaces, underscores
// or dashes that parts a page's footnotes from its text.
const footnoteRule = 20

// sourceLines splits a text into the lines that hold text. A page begins at a
// form feed; dumps that lost it leave one space at the start of the page's
// first line, which then stands directly below the line before.
func sourceLines(source string) []srcLine {
	var lines []srcLine
	num, above, rule := 0, 0, false
	feed := false
	for len(source) > 0 {
		raw, rest := cutLine(source)
		source = rest
		num++
		text := strings.TrimFunc(raw, isSpace)
		feed = feed || strings.ContainsRune(raw, '\f')
		if text == "" || isDrawn(text) {
			above++
			rule = rule || utf8.RuneCountInString(raw) >= footnoteRule
			continue
		}
		head := raw[:strings.Index(raw, text)]
		lines = append(lines, srcLine{
			num: num, col: utf8.RuneCountInString(head) + 1, text: text, above: above,
			hyphen: strings.HasSuffix(raw, "-") || strings.HasSuffix(raw, "\u00ad"),
			page:   feed || head == " " && above == 0 && len(lines) > 0,
			rule:   rule,
		})
		above, rule, feed = 0, false, false
	}
	return lines
}

func cutLine(s string) (line, rest string) {
	i := strings.IndexAny(s, "\r\n")
	switch {
	case i < 0:
		return s, ""
	case s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n':
		return s[:i], s[i+2:]
	}
	return s[:i], s[i+1:]
}

// isDrawn says that a line is only a drawn rule.
func isDrawn(text string) bool {
	return len(text) >= 3 && strings.Trim(text, "_-=–—*") == ""
}

// page is what the layout of a whole text tells about each line of it.
type page struct {
	width   int  // of a full line, in runes
	spaced  bool // blank lines stand between the lines of a paragraph
	markers map[string]bool
}

// layout measures a text: how wide its lines run, whether every line is
// followed by an empty one, and which numbers its footnotes have.
func layout(lines []srcLine) page {
	p := page{markers: map[string]bool{}}
	var widths []int
	apart, together := 0, 0
	for i, l := range lines {
		widths = append(widths, utf8.RuneCountInString(l.text))
		if n, _, ok := footnoteStart(l); ok && l.rule {
			p.markers[n] = true
		}
		if i > 0 && startsLower(l.text) {
			if l.above > 0 {
				apart++
			} else {
				together++
			}
		}
	}
	p.spaced = apart > together
	if len(widths) > 0 {
		slices.Sort(widths)
		p.width = max(40, widths[len(widths)*3/4])
	}
	return p
}

// full says that a line runs so close to the margin that the next line may
// belong to the same paragraph.
func (p page) full(l srcLine) bool {
	return utf8.RuneCountInString(l.text)*4 >= p.width*3
}

// footnoteStart splits "3 Mobilia är …" into its number and its text.
func footnoteStart(l srcLine) (number, text string, ok bool) {
	n := 0
	for n < len(l.text) && n < 3 && l.text[n] >= '0' && l.text[n] <= '9' {
		n++
	}
	if n == 0 || n > 2 || n >= len(l.text) || l.text[n] != ' ' {
		return "", "", false
	}
	text = strings.TrimSpace(l.text[n:])
	r, _ := utf8.DecodeRuneInString(text)
	return l.text[:n], text, unicode.IsUpper(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
