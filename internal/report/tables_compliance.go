package report

import (
	"strings"

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

// clauseText is what a clause asks for.
func (b *builder) clauseText(f *compliance.Finding) []document.Inline {
	return b.quote(b.in(b.clauseOf(f).Text), "mandates", f.Mandate, "clauses", f.Clause, "text")
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
			names = append(names, b.clauseText(f)...)
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
	t := document.Table{Columns: widths(b.heads("clause", "strength", "place"), 50, 15, 35)}
	for i := range b.mandate.Clauses {
		c := &b.mandate.Clauses[i]
		text := b.quote(b.in(c.Text), "mandates", b.mandate.ID, "clauses", c.ID, "text")
		t.Rows = append(t.Rows, row(document.Cell{Text: text, Header: true}, textCell(b.lang.T("strength."+string(c.Strength))), document.Cell{Text: b.cite(c.Source)}))
	}
	return t
}

// complianceTable is the matrix: clause, status, probability, what is asked and
// given, and the reading of vague words.
func (b *builder) complianceTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("clause", "status", ">probability", ">required", ">measured"), 42, 20, 12, 13, 13)}
	for _, f := range b.findings() {
		c := b.clauseOf(f)
		text := b.clauseText(f)
		if reading := b.in(c.Reading); reading != "" {
			text = append(text, document.Footnote{Text: b.quote(reading, "mandates", f.Mandate, "clauses", f.Clause, "reading")})
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
			// What would change a status follows from the evidence under it.
			text, err := b.bindText(figure.At("compliance", f.Mandate, f.Clause, "status"), strings.Join(needs, " "))
			if err != nil {
				b.errs = append(b.errs, err)
			}
			t.Rows = append(t.Rows, row(document.Cell{Text: b.clauseText(f), Header: true}, b.statusCell(f), document.Cell{Text: []document.Inline{text}}))
		}
	}
	return t
}
