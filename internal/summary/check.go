package summary

import (
	"fmt"
	"io"

	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
)

// CheckSchema names the form of a check's answer.
const CheckSchema = "etablera.check/1"

// Check is the mistakes in the facts and, where there are none that matter, how
// the clauses stand.
type Check struct {
	Schema   string    `json:"schema"`
	Holds    bool      `json:"factsHold"`
	Mistakes []Mistake `json:"mistakes"`
	Clauses  *Matrix   `json:"clauses"` // null when the facts do not hold
}

// Mistake is something wrong or odd at a place in the programme folder.
type Mistake struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Key      string `json:"key"`
	Text     string `json:"text"`
}

// CheckOf makes the answer of a check.
func CheckOf(mistakes []folder.Mistake, m *Matrix, lang locale.Lang) *Check {
	c := &Check{Schema: CheckSchema, Holds: !folder.HasErrors(mistakes), Mistakes: []Mistake{}, Clauses: m}
	for _, x := range mistakes {
		c.Mistakes = append(c.Mistakes, Mistake{x.File, x.Line, x.Column, x.Severity.String(), x.Key, x.Text(string(lang))})
	}
	return c
}

// WriteText writes the mistakes, one a line as compilers do, then the matrix.
func (c *Check) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	for _, m := range c.Mistakes {
		place := m.File
		if m.Line > 0 {
			place = fmt.Sprintf("%s:%d:%d", m.File, m.Line, m.Column)
		}
		t.line("%s: %s: %s", place, lang.T("severity."+m.Severity), m.Text)
	}
	if c.Holds {
		t.line("%s", lang.T("check.facts-hold", len(c.Mistakes)))
	} else {
		t.line("%s", lang.T("check.facts-wrong", len(c.Mistakes)))
	}
	if c.Clauses != nil {
		t.line("")
		c.Clauses.write(t, lang)
	}
	return t.err
}
