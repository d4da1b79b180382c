package folder

import (
	"strings"
	"unicode"
)

// shorten keeps a message readable when the name it quotes is not: long, of
// several lines, or with control characters that would act on a terminal.
func shorten(s string) string { return quotable(s, 60) }

// shortenAll does so with all that a message quotes. Lists of possible values
// and of activities in a circle may be longer than a name.
func shortenAll(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
		if s, ok := a.(string); ok {
			out[i] = quotable(s, 300)
		}
	}
	return out
}

func quotable(s string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > most {
			return b.String() + "…"
		}
		if r != ' ' && (!unicode.IsPrint(r) || unicode.IsSpace(r)) {
			r = '\ufffd'
		}
		b.WriteRune(r)
	}
	return b.String()
}
