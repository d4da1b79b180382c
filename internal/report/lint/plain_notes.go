package lint

import "strings"

// conjunctions after a hyphen at the end of a line show that the hyphen is the
// word's own: "gles- och landsbygd".
var conjunctions = map[string]bool{
	"och": true, "eller": true, "samt": true, "respektive": true, "and": true, "or": true,
}

// noteMarks finds the digits of footnote references that are glued to a word or
// to the punctuation after it ("Mobilia3", "flexikontor.4", "omgång:1"). Only
// numbers of footnotes that the text really has count, so that "EU27" stays. It
// returns the byte offsets of the digits, nil if there are none.
func noteMarks(s string, known map[string]bool) map[int]bool {
	if len(known) == 0 {
		return nil
	}
	var marks map[int]bool
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			continue
		}
		j := i
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if known[s[i:j]] && gluedTo(s[:i]) && (j == len(s) || strings.IndexByte(" ),.;:", s[j]) >= 0) {
			if marks == nil {
				marks = map[int]bool{}
			}
			for k := i; k < j; k++ {
				marks[k] = true
			}
		}
		i = j
	}
	return marks
}

// withoutMarks returns s without the footnote digits at its end.
func withoutMarks(s string, known map[string]bool) string {
	if s == "" || !isDigit(s[len(s)-1]) {
		return s
	}
	marks := noteMarks(s, known)
	for len(s) > 0 && marks[len(s)-1] {
		s = s[:len(s)-1]
	}
	return s
}

// gluedTo says that s ends in a letter or a closing bracket, or in one of them
// and a punctuation mark.
func gluedTo(s string) bool {
	if s == "" {
		return false
	}
	if strings.IndexByte(".:,;", s[len(s)-1]) >= 0 {
		s = s[:len(s)-1]
	}
	r := lastRune(s)
	return r == ')' || r == '”' || isLetter(r)
}
