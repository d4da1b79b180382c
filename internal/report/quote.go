package report

import (
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// quote is text that a fact holds, bound to the fact: numbers in it are the
// source's, and a text that has changed is found when the report is verified.
func (b *builder) quote(text, section string, path ...any) []document.Inline {
	if text == "" {
		return nil
	}
	a := figure.FactAt(section, path...)
	bound, err := b.bindText(a, text)
	if err != nil {
		b.errs = append(b.errs, err)
	}
	b.quoted[bound.Address] = true
	return []document.Inline{bound}
}

// key is what addresses a record: its id, or its number from 1 where it has none.
func key(id string, position int) any {
	if id == "" {
		return position + 1
	}
	return id
}

// cite writes a source as people know it: its short name, registry number or
// title, and the place. A place that names another source by its id is written
// out too, and in English so are the words that tell where in a document it is.
func (b *builder) cite(c programme.Citation) []document.Inline {
	name := b.sourceName(c.ID)
	if c.Place == "" {
		return name
	}
	words := strings.Fields(c.Place)
	for i, w := range words {
		bare := strings.TrimRight(w, ",")
		if s, _ := b.plan.Facts.Source(programme.SourceID(bare)); s != nil {
			words[i] = document.PlainText(b.sourceName(s.ID)) + ","
		} else if key := "place." + strings.ToLower(bare); locale.Has(key) {
			words[i] = b.lang.T(key) + w[len(bare):]
		}
	}
	return append(name, document.Run{Text: ", " + strings.TrimRight(strings.Join(words, " "), ",")})
}

func (b *builder) sourceName(id programme.SourceID) []document.Inline {
	s, _ := b.plan.Facts.Source(id)
	switch {
	case s == nil:
		return document.TextOf(string(id))
	case b.in(s.Short) != "":
		return document.TextOf(b.in(s.Short))
	case s.Number != "":
		return document.TextOf(s.Number)
	}
	return b.quote(s.Title, "sources", s.ID, "title")
}
