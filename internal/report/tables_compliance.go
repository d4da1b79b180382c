package report

import (
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// marks are the states of a document's cells, by status.
var marks = map[compliance.Status]string{
	compliance.Met: "met", compliance.MetByPlan: "plan", compliance.AtRisk: "risk", compliance.NotMet: "failed",
	compliance.Unknown: "unknown", compliance.NotDue: "later",
}

// findings are those of the report's mandate.
func (b *builder) findings() []*compliance.Finding {
	var out []*compliance.Finding
	for i := range b.plan.Compliance.Findings {
		if f := &b.plan.Compliance.Findings[i]; f.Mandate == b.mandate.ID {
			out = append(out, f)
		}
	}
	return out
}

func (b *builder) clauseOf(f *compliance.Finding) *programme.Clause {
	return &b.plan.Facts.S.Mandates[f.MandateAt].Clauses[f.ClauseAt]
}

// statusCell shows how a clause stands, with its mark.
func (b *builder) statusCell(f *compliance.Finding) document.Cell {
	a := figure.At("compliance", f.Mandate, f.Clause, "status")
	bound, err := b.bindText(a, b.lang.T("status."+string(f.Status)))
	if err != nil {
		b.errs = append(b.errs, err)
	}
	return document.Cell{Text: []document.Inline{bound}, Status: marks[f.Status]}
}

// statusTable says which clauses stand how, with the clauses by name.
func (b *builder) statusTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("status", "clauses"), 28, 72)}
	for _, s := range compliance.Statuses {
		var names []document.Inline
		for _, f := range b.findings() {
			if f.Status != s {
				continue
			}
			if len(names) > 0 {
				names = append(names, document.Run{Text: " "})
			}
			names = append(names, document.Run{Text: b.in(b.clauseOf(f).Text)})
		}
		if len(names) == 0 {
			continue
		}
		t.Rows = append(t.Rows, row(document.Cell{Text: document.TextOf(b.lang.T("status." + string(s))), Status: marks[s], Header: true},
			document.Cell{Text: names}))
	}
	return t
}

// clausesTable lists what the mandate asks for, how binding it is and where it says so.
func (b *builder) clausesTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("clause", "strength", "place"), 60, 14, 26)}
	for i := range b.mandate.Clauses {
		c := &b.mandate.Clauses[i]
		t.Rows = append(t.Rows, row(nameCell(b.in(c.Text)), textCell(b.lang.T("strength."+string(c.Strength))), textCell(b.citation(c.Source))))
	}
	return t
}

// citation writes a source as people know it: its short name, registry number or
// title, and the place. A place that names another source by its id is written
// out too, and in English so are the words that tell where in a document it is.
func (b *builder) citation(c programme.Citation) string {
	name := b.sourceName(c.ID)
	if c.Place == "" {
		return name
	}
	words := strings.Fields(c.Place)
	for i, w := range words {
		bare := strings.TrimRight(w, ",")
		if s, _ := b.plan.Facts.Source(programme.SourceID(bare)); s != nil {
			words[i] = b.sourceName(s.ID) + ","
		} else if key := "place." + strings.ToLower(bare); locale.Has(key) {
			words[i] = b.lang.T(key) + w[len(bare):]
		}
	}
	return name + ", " + strings.TrimRight(strings.Join(words, " "), ",")
}

func (b *builder) sourceName(id programme.SourceID) string {
	s, _ := b.plan.Facts.Source(id)
	switch {
	case s == nil:
		return string(id)
	case b.in(s.Short) != "":
		return b.in(s.Short)
	case s.Number != "":
		return s.Number
	}
	return s.Title
}

// complianceTable is the matrix: clause, status, probability, what is asked and
// given, and the reading of vague words.
func (b *builder) complianceTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("clause", "status", ">probability", ">required", ">measured"), 42, 20, 12, 13, 13)}
	for _, f := range b.findings() {
		c := b.clauseOf(f)
		text := []document.Inline{document.Run{Text: b.in(c.Text)}}
		if reading := b.in(c.Reading); reading != "" {
			text = append(text, document.Footnote{Text: document.TextOf(reading)})
		}
		at := func(what string, known bool) document.Cell {
			if !known {
				return textCell("–")
			}
			return b.cellIf(percent, "compliance", f.Mandate, f.Clause, what)
		}
		t.Rows = append(t.Rows, row(document.Cell{Text: text, Header: true}, b.statusCell(f),
			at("probability", f.Probability == f.Probability), b.plainCell(at("required", f.Required.Known), f.Required), b.plainCell(at("measured", f.Measured.Known), f.Measured)))
	}
	return t
}

// plainCell keeps words and dates out of the percent style of their neighbours.
func (b *builder) plainCell(c document.Cell, v figure.Value) document.Cell {
	if v.Known && v.Kind != figure.Share && len(c.Text) == 1 {
		if bound, ok := c.Text[0].(document.Bound); ok {
			return b.cell(usual, bound.Address)
		}
	}
	return c
}

func (b *builder) hasNeeds() bool {
	for _, f := range b.findings() {
		if len(f.Needs) > 0 {
			return true
		}
	}
	return false
}

// needsTable says what would change each status that is not good.
func (b *builder) needsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("clause", "status", "needs"), 34, 18, 48)}
	for _, f := range b.findings() {
		var needs []string
		for _, need := range f.Needs {
			needs = append(needs, b.lang.Label(need))
		}
		if len(needs) > 0 {
			t.Rows = append(t.Rows, row(nameCell(b.in(b.clauseOf(f).Text)), b.statusCell(f), textCell(strings.Join(needs, " "))))
		}
	}
	return t
}
