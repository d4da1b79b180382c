package document

import (
	"strings"
	"unicode/utf8"
)

// Clean returns s as every format can hold it: valid UTF-8 without the control
// and non-characters that XML forbids, each line break as one \n. What cannot be
// decoded becomes U+FFFD, so that a reader sees that something is missing.
func Clean(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, unfit) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return '\n'
		case unfit(r):
			return -1
		}
		return r
	}, s)
}

// unfit says whether a rune is a control other than tab and line feed, a
// separator of lines, or a code point that is no character.
func unfit(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0, r == '\u2028', r == '\u2029':
		return true
	case r >= 0xfdd0 && r <= 0xfdef:
		return true
	}
	return r&0xfffe == 0xfffe
}
