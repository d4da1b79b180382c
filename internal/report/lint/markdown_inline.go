package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
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
		if strings.HasPrefix(s[i:], "[^") {
			return max(1, until(s[i:], ']', " [", 2, 32))
		}
		return 1
	case ']':
		if strings.HasPrefix(s[i:], "](") {
			return max(1, until(s[i:], ')', "(", 2, maxMark))
		}
		if strings.HasPrefix(s[i:], "][") {
			return max(1, until(s[i:], ']', "[", 2, maxMark))
		}
		return 1
	case '<':
		if i+1 < len(s) && (s[i+1] == '/' || s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z') {
			n := until(s[i:], '>', "<", 1, maxMark)
			m.tag(s[i : i+n])
			return n
		}
	}
	return 0
}

// maxMark bounds the address of a link and an inline tag, in bytes.
const maxMark = 500

// until returns the length of s up to and with the first end at or after from,
// or 0 if there is none within limit bytes or one of the stop bytes comes first.
func until(s string, end byte, stop string, from, limit int) int {
	for i := from; i < min(len(s), limit); i++ {
		switch {
		case s[i] == end:
			return i + 1
		case strings.IndexByte(stop, s[i]) >= 0:
			return 0
		}
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
