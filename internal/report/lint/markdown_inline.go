package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	linkTail  = regexp.MustCompile(`^\]\([^()\s]{0,1000}(?:\s+"[^"]{0,500}")?\)|^\]\[[^\]]{0,200}\]`)
	noteRef   = regexp.MustCompile(`^\[\^[^\]\s]{1,32}\]`)
	inlineTag = regexp.MustCompile(`^</?[a-zA-Z][^<>]{0,1000}>`)
	figureTag = regexp.MustCompile(`^<data\s[^>]*class="[^"]*\bfigure\b`)
	attrValue = regexp.MustCompile(`\svalue="([^"]*)"`)
	attrAddr  = regexp.MustCompile(`\sdata-address="([^"]*)"`)
)

// inline writes a line of Markdown without its marks.
func (m *markdown) inline(s string, line, col int) {
	for i := 0; i < len(s); {
		n := m.mark(s, i)
		if n == 0 {
			if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!|<>", s[i+1]) >= 0 {
				i, col = i+1, col+1
			}
			r, size := utf8.DecodeRuneInString(s[i:])
			m.w.rune(r, line, col)
			i, col = i+size, col+1
			continue
		}
		col += utf8.RuneCountInString(s[i : i+n])
		i += n
	}
}

// mark returns how many bytes at i are marking and not text.
func (m *markdown) mark(s string, i int) int {
	switch s[i] {
	case '*', '`':
		return 1
	case '_':
		// An underscore within a word is text.
		if i == 0 || i+1 == len(s) || !isWordByte(s[i-1]) || !isWordByte(s[i+1]) {
			return 1
		}
	case '!':
		if i+1 < len(s) && s[i+1] == '[' {
			return 2
		}
	case '[':
		if n := noteRef.FindString(s[i:]); n != "" {
			return len(n)
		}
		return 1
	case ']':
		if n := linkTail.FindString(s[i:]); n != "" {
			return len(n)
		}
		return 1
	case '<':
		tag := inlineTag.FindString(s[i:])
		m.tag(tag)
		return len(tag)
	}
	return 0
}

// tag opens or closes a figure, if the tag is one.
func (m *markdown) tag(tag string) {
	switch {
	case figureTag.MatchString(tag):
		m.figure = &Bound{Start: len(m.w.buf)}
		if v := attrValue.FindStringSubmatch(tag); v != nil {
			m.figure.Value = v[1]
		}
		if v := attrAddr.FindStringSubmatch(tag); v != nil {
			m.figure.Address = v[1]
		}
	case tag == "</data>" && m.figure != nil:
		m.figure.End = len(m.w.buf)
		m.block.Bound = append(m.block.Bound, *m.figure)
		m.figure = nil
	}
}

func isWordByte(c byte) bool {
	return c >= 0x80 || c == '_' || isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z'
}
