package report

import (
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// trace is the appendix that says of every figure in the document how it was
// made: value, rule, and the sources of the facts under it. It is made when all
// figures have been bound.
func (b *builder) trace() []document.Block {
	letter, _ := b.appendix("trace")
	blocks := []document.Block{
		document.Heading{Level: 1, ID: "trace", Text: document.TextOf(b.lang.T("report.trace-heading", letter))},
		document.Paragraph{Text: document.TextOf(b.lang.T("report.trace-text", b.lang.Int(int64(len(b.manifest.Figures))), b.lang.Int(int64(b.manifest.Runs)), b.manifest.Seed))},
	}
	t := document.Table{Columns: widths(b.heads("id", "address", "value", "rule", "sources"), 7, 33, 17, 21, 22), Sheet: b.lang.T("report.sheet.trace")}
	for _, part := range plan.Parts {
		rows := b.traceRows(part)
		if len(rows) == 0 {
			continue
		}
		t.Rows = append(t.Rows, groupRow(b.lang.T("part."+part)))
		t.Rows = append(t.Rows, rows...)
	}
	b.tables++
	t.ID, t.Number, t.Caption = "tabell-trace", b.tables, document.TextOf(b.lang.T("report.trace-caption"))
	return append(blocks, t)
}

func (b *builder) traceRows(part string) []document.Row {
	var rows []document.Row
	for _, m := range b.manifest.Figures {
		first, _, _ := strings.Cut(string(m.Address), "/")
		if first != part {
			continue
		}
		rows = append(rows, row(nameCell(m.ID), textCell(string(m.Address)), textCell(strings.Join(m.Shown, "; ")),
			textCell(b.lang.T("rule."+string(m.Rule))), textCell(b.sourcesUnder(m.Address))))
	}
	return rows
}

// maxSources is how many sources of a figure the appendix names; explain shows all.
const maxSources = 4

// sourcesUnder names the sources of the facts on which a figure rests.
func (b *builder) sourcesUnder(a figure.Address) string {
	tree, err := figure.Explain(b.plan.Shelf, a, 0)
	if err != nil {
		b.errs = append(b.errs, err)
		return ""
	}
	var names []string
	tree.Walk(func(n *figure.Node) {
		c := n.Figure.Origin.Source
		if c.ID == "" {
			return
		}
		if tree.Figure.Rule != figure.Fact {
			c.Place = ""
		}
		if name := b.citation(c); !slices.Contains(names, name) {
			names = append(names, name)
		}
	})
	if len(names) > maxSources {
		return strings.Join(names[:maxSources], "; ") + b.lang.T("report.and-more", len(names)-maxSources)
	}
	return strings.Join(names, "; ")
}
