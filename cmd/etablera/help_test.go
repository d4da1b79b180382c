package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// The texts of flags stand in one column, whatever letters the flags have, and no type of
// the library's stands for a value.
func TestFlagsAreAligned(t *testing.T) {
	for _, c := range []string{"siting close", "siting premises", "access", "locate", "network times", "plan"} {
		for _, lang := range []string{"sv", "en"} {
			at := map[string]bool{}
			for line := range strings.Lines(mustRun(t, append(strings.Fields(c), "--help", "--lang", lang)...)) {
				name, text, ok := flagLine(strings.TrimRight(line, "\n"))
				if !ok {
					clear(at)
					continue
				}
				at[strings.Repeat("x", utf8.RuneCountInString(strings.TrimSuffix(line, text+"\n")))] = true
				if len(at) > 1 || strings.HasSuffix(name, " int") {
					t.Errorf("%s in %s: %q", c, lang, line)
				}
			}
		}
	}
}
