package folder

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// A Mistake is something wrong, or odd, at a place in a folder. Key and Args
// are the message, whose texts are in Messages or, for the meaning of facts, in
// programme.Messages.
type Mistake struct {
	Place
	Severity programme.Severity
	Key      string
	Args     []any
}

// Place is where something stands in a folder. Line and Column count from 1, in
// characters; both are 0 where a whole file or the folder is meant.
type Place struct {
	File         string // slash-separated, relative to the folder; "." is the folder itself
	Line, Column int
}

// String writes file:line:column, or the file alone.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Text returns the message in the language "sv" or "en".
func (m Mistake) Text(lang string) string {
	texts, ok := Messages[m.Key]
	if !ok {
		texts, ok = programme.Messages[m.Key]
	}
	if !ok {
		return m.Key + fmt.Sprint(m.Args)
	}
	text := texts[0]
	if lang == "en" {
		text = texts[1]
	}
	if len(m.Args) == 0 {
		return text
	}
	return fmt.Sprintf(text, m.Args...)
}

// HasErrors says whether any of the mistakes makes the facts unusable.
func HasErrors(mistakes []Mistake) bool {
	return slices.ContainsFunc(mistakes, func(m Mistake) bool { return m.Severity == programme.Error })
}

func sortMistakes(ms []Mistake) {
	slices.SortStableFunc(ms, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity))
	})
}

// collector gathers the mistakes of one run, up to maxMistakes.
type collector struct {
	mistakes []Mistake
	dropped  int
}

func (c *collector) add(p Place, severity programme.Severity, key string, args ...any) {
	if c.isFull() {
		c.dropped++
		return
	}
	c.mistakes = append(c.mistakes, Mistake{p, severity, key, args})
}

func (c *collector) isFull() bool { return len(c.mistakes) >= maxMistakes }

func (c *collector) done() []Mistake {
	sortMistakes(c.mistakes)
	if c.dropped > 0 {
		c.mistakes = append(c.mistakes, Mistake{Place{File: "."}, programme.Error, "folder.too-many-mistakes", []any{maxMistakes, c.dropped}})
	}
	return c.mistakes
}
