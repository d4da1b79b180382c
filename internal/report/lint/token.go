package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/civil"
)

// tokenKind is what a token is to the rules.
type tokenKind uint8

const (
	wordToken  tokenKind = iota
	numToken             // digits, with a value
	dateToken            // 2022-06-01 or 22-06-01, with a day; zero if there is no such day
	monthToken           // 2022-06, with its first day
	codeToken            // Fi2021/02151, 2020:29, 1:a: letters or separators within
	punctToken           // one rune
)

// A token is a word, a number or a sign of a block's text.
type token struct {
	kind       tokenKind
	start, end int    // bytes in the block's text
	lower      string // lower case; of a number, as written
	upper      bool   // begins with a capital
	value      float64
	decimals   int
	day        civil.Date
}

// A language decides what a comma and a point mean within a number.
type language uint8

const (
	swedish language = iota
	english
)

// languageOf counts the commonest small words of each language.
func languageOf(t *Text) language {
	sv, en := 0, 0
	for i := range t.Blocks {
		for f := range strings.FieldsSeq(t.Blocks[i].Text) {
			switch strings.ToLower(f) {
			case "och", "att", "det", "som", "är", "av", "för", "på", "med", "den", "ett":
				sv++
			case "the", "and", "of", "to", "is", "for", "that", "with", "by", "on", "an":
				en++
			}
		}
		if sv+en > 2000 {
			break
		}
	}
	if en > sv {
		return english
	}
	return swedish
}

// tokenize splits a block's text.
func tokenize(s string, lang language) []token {
	tokens := make([]token, 0, len(s)/5)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == ' ':
			i += n
			continue
		case n == 1 && isDigit(s[i]):
			tokens = append(tokens, scanNumber(s, i, lang))
		case isLetter(r):
			tokens = append(tokens, scanWord(s, i))
		default:
			tokens = append(tokens, token{kind: punctToken, start: i, end: i + n, lower: s[i : i+n]})
		}
		i = tokens[len(tokens)-1].end
	}
	return tokens
}

// scanWord takes letters; a word that runs into digits is a code, with what
// hangs on it ("Fi2021/02151", "H1").
func scanWord(s string, i int) token {
	first, _ := utf8.DecodeRuneInString(s[i:])
	j := i
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		if isLetter(r) || (r == '\'' || r == '’') && j+n < len(s) && isLetterAt(s, j+n) {
			j += n
			continue
		}
		break
	}
	t := token{kind: wordToken, start: i, end: j, upper: unicode.IsUpper(first)}
	if j < len(s) && isDigit(s[j]) {
		t.kind, t.end = codeToken, codeEnd(s, j)
	}
	t.lower = strings.ToLower(s[i:t.end])
	return t
}

// codeEnd goes on to the end of a code that has begun before i.
func codeEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		joint := strings.ContainsRune(":/-.", r) && i+n < len(s) && isWordRune(s[i+n:])
		if !isLetter(r) && !unicode.IsDigit(r) && !joint {
			break
		}
		i += n
	}
	return i
}

func scanNumber(s string, i int, lang language) token {
	if d, n := scanISODate(s[i:]); n > 0 {
		return token{kind: dateToken, start: i, end: i + n, lower: s[i : i+n], day: d}
	}
	if m, n := scanISOMonth(s[i:]); n > 0 {
		return token{kind: monthToken, start: i, end: i + n, lower: s[i : i+n], day: m.First()}
	}
	digits, j, decimals := numeral(s, i, lang)
	t := token{kind: numToken, start: i, end: j, lower: s[i:j], decimals: decimals}
	if isCode(s, i, j) {
		t.kind, t.end = codeToken, codeEnd(s, j)
		t.lower = strings.ToLower(s[i:t.end])
		return t
	}
	if len(digits) > 18 {
		t.kind = codeToken
		return t
	}
	for k := range len(digits) {
		t.value = 10*t.value + float64(digits[k]-'0')
	}
	for range decimals {
		t.value /= 10
	}
	return t
}

// isCode says that the numeral s[i:j] is part of something longer that is not a
// number: 2020:29, 2021/02151, 2.2.1, 1:a, 3b. A sign before it does not count.
func isCode(s string, i, j int) bool {
	if j >= len(s) {
		return false
	}
	r, n := utf8.DecodeRuneInString(s[j:])
	if isLetter(r) {
		return true
	}
	after := j+n < len(s) && isWordRune(s[j+n:])
	if !after {
		return false
	}
	return r == '/' || r == ':' || r == '.' && isDigit(s[j+1]) && strings.ContainsAny(s[i:j], ".")
}

// numeral reads digits with groups of three and a decimal part, and returns the
// digits alone, the end, and how many of them are decimals.
func numeral(s string, i int, lang language) (digits string, end, decimals int) {
	j := run(s, i)
	digits = s[i:j]
	if len(digits) <= 3 {
		for j+3 < len(s) && isGroup(s[j], lang) && run(s, j+1) == j+4 {
			if s[j] == ' ' && j+4 < len(s) && (s[j+4] == ':' || s[j+4] == '/') {
				break
			}
			digits += s[j+1 : j+4]
			j += 4
		}
	}
	point := j < len(s) && (s[j] == '.' || s[j] == ',' && lang == swedish)
	if k := j + 1; point && k < len(s) && isDigit(s[k]) {
		e := run(s, k)
		if e-k <= 6 {
			return digits + s[k:e], e, e - k
		}
	}
	return digits, j, 0
}

func isGroup(c byte, lang language) bool { return c == ' ' || c == ',' && lang == english }

// run returns the end of the digits at i.
func run(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(r rune) bool { return unicode.IsLetter(r) }
func isWordRune(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLetter(r) || unicode.IsDigit(r)
}
func isLetterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isLetter(r)
}
