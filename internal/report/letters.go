package report

import (
	"unicode"
	"unicode/utf8"
)

// upper writes the first letter of a text large, as at the head of a cell.
func upper(s string) string { return firstLetter(s, unicode.ToUpper) }

// lower writes the first letter of a text small, as within a sentence.
func lower(s string) string { return firstLetter(s, unicode.ToLower) }

func firstLetter(s string, change func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || r == utf8.RuneError {
		return s
	}
	return string(change(r)) + s[size:]
}
