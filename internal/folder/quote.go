package folder

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// context is where a scalar stands.
type context uint8

const (
	inBlock context = iota
	inFlow          // within [ ] or { }, where brackets and commas have a meaning
)

// looksTyped matches text that programs read as something else than a string:
// null, yes and no, numbers of every kind.
var looksTyped = regexp.MustCompile(`(?i)^(null|~|true|false|yes|no|on|off|y|n|[-+.]?(inf|nan)|[-+]?[.0-9][0-9_.,:]*(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|\.(inf|nan))$`)

// quoteString writes a string so that it is read back as it is, and as a string
// by any program that reads YAML.
func quoteString(s string, c context) string {
	if s == "" || looksTyped.MatchString(s) {
		return doubleQuote(s)
	}
	return quoteValue(s, c)
}

// quoteValue writes the text of a value with a form of its own, such as a date
// or a number: only null would be read as something else.
func quoteValue(s string, c context) string {
	if isPlain(s, c) && !strings.EqualFold(s, "null") {
		return s
	}
	return doubleQuote(s)
}

// isPlain is narrower than YAML's own rule for what needs no quotation marks,
// and so easier to be sure of.
func isPlain(s string, c context) bool {
	if s == "" || strings.TrimSpace(s) != s || strings.HasPrefix(s, "...") || strings.HasPrefix(s, "---") {
		return false
	}
	for i, r := range s {
		switch {
		case i == 0 && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("./(", r):
			return false
		case r != ' ' && !unicode.IsGraphic(r) || r != ' ' && unicode.IsSpace(r):
			return false
		case strings.ContainsRune("\"'\\`", r):
			return false
		case r == '#' || r == ':' && !isInner(s, i):
			return false
		case c == inFlow && strings.ContainsRune(",[]{}?:", r):
			return false
		}
	}
	return true
}

// isInner says whether the colon at i has a letter or digit on both sides, as
// in 10:00, or a slash after it, as in https://, where it cannot end a key.
func isInner(s string, i int) bool {
	return i > 0 && i+1 < len(s) && isWord(s[i-1]) && (isWord(s[i+1]) || s[i+1] == '/')
}

func isWord(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}

func doubleQuote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == ' ' || unicode.IsGraphic(r) && !unicode.IsSpace(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// literal returns the lines of a text that can be written as a block after "|"
// or, without a last line break, after "|-".
func literal(s string) (mark string, lines []string, ok bool) {
	body, ended := strings.CutSuffix(s, "\n")
	mark = "|-"
	if ended {
		mark = "|"
	}
	if !strings.Contains(s, "\n") || body == "" || strings.HasSuffix(body, "\n") {
		return "", nil, false
	}
	lines = strings.Split(body, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != line || i == 0 && line == "" {
			return "", nil, false
		}
		for _, r := range line {
			if r != ' ' && (!unicode.IsGraphic(r) || unicode.IsSpace(r)) {
				return "", nil, false
			}
		}
	}
	return mark, lines, true
}
