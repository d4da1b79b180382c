package report

import (
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// trace is the appendix that says of every figure in the document how it was
// made: value, rule, and the sources of the facts under it. It is made when all
// figures have been bound. Figures that are made in the same way for different
// offices, years or activities share a row; the manifest has each by itself.
func (b *builder) trace() []document.Block {
	letter, _ := b.appendix("trace")
	blocks := []document.Block{
		document.Heading{Level: 1, ID: "trace", Text: document.TextOf(b.lang.T("report.trace-heading", letter))},
		document.Paragraph{Text: b.traceText()},
	}
	t := document.Table{Columns: widths(b.heads("id", "address", "value", "rule", "sources"), 11, 28, 15, 22, 24), Sheet: b.lang.T("report.sheet.trace")}
	for _, part := range plan.Parts {
		kinds := b.kindsOf(part)
		if len(kinds) == 0 {
			continue
		}
		t.Rows = append(t.Rows, groupRow(b.lang.T("part."+part)))
		for _, k := range kinds {
			t.Rows = append(t.Rows, b.traceRow(k))
		}
	}
	b.tables++
	t.ID, t.Number, t.Caption = "tabell-trace", b.tables, document.TextOf(b.lang.T("report.trace-caption"))
	return append(blocks, t)
}

// traceText says how to read the appendix; the runs and the seed are figures too.
func (b *builder) traceText() []document.Inline {
	out := document.TextOf(b.lang.T("report.trace-text"))
	for _, part := range [][2]string{{"runs", "report.trace-seed"}, {"seed", "report.trace-end"}} {
		bound, _, err := b.bind(figure.At("timetable", "option", part[0]), usual)
		if err != nil {
			b.errs = append(b.errs, err)
		}
		out = append(out, bound, document.Run{Text: b.lang.T(part[1])})
	}
	return out
}

// kind is figures with addresses of one pattern, made by one rule.
type kind struct {
	pattern string
	rule    figure.Rule
	figures []int // positions in manifest.Figures
}

func (b *builder) kindsOf(part string) []kind {
	var out []kind
	at := map[string]int{}
	for i, m := range b.manifest.Figures {
		if first, _, _ := strings.Cut(string(m.Address), "/"); first != part || b.quoted[m.Address] {
			continue
		}
		pattern := patternOf(m.Address)
		key := pattern + " " + string(m.Rule)
		k, known := at[key]
		if !known {
			k = len(out)
			at[key] = k
			out = append(out, kind{pattern: pattern, rule: m.Rule})
		}
		out[k].figures = append(out[k].figures, i)
	}
	return out
}

// named are the segments after which an address names one of many things.
var named = map[string]bool{"project": true, "office": true, "round": true, "activity": true, "deviation": true, "type": true,
	"composition": true, "count": true, "curve": true, "compliance": true, "projects": true, "offices": true, "rounds": true,
	"baselines": true, "openings": true, "durations": true, "sources": true, "office-types": true, "round-counts": true,
	"network-counts": true, "clauses": true, "type-claims": true, "economy": true,
	"country": true, "category": true, "county": true, "municipality": true, "served": true, "opened": true, "closed": true}

// namedThere says which segments name one of many things two places after a word
// that says so: the group in coverage/…/county/01/all/share/10, the office that
// visits are taken from.
func namedThere(seg []string, i int) bool {
	switch {
	case i < 2:
		return false
	case seg[0] == "coverage":
		return areaKinds[seg[i-2]]
	case seg[0] == "visits":
		return seg[i-2] == "opened" || seg[i-2] == "closed"
	}
	return false
}

var areaKinds = map[string]bool{"country": true, "category": true, "county": true, "municipality": true}

// patternOf replaces what an address names by an ellipsis: timetable/project/…/p80.
func patternOf(a figure.Address) string {
	seg, all := a.Segments(), a.Segments()
	for i := len(seg) - 1; i > 0; i-- {
		numeric := strings.Trim(seg[i], "0123456789-t") == ""
		if numeric || named[seg[i-1]] && seg[i-1] != "economy" || i == 2 && seg[0] == "compliance" || namedThere(all, i) {
			seg[i] = "…"
		}
	}
	return strings.Join(seg, "/")
}

func (b *builder) traceRow(k kind) document.Row {
	first := b.manifest.Figures[k.figures[0]]
	address, value := string(first.Address), b.shownForms(&first)
	if len(k.figures) > 1 {
		address, value = k.pattern, document.TextOf(b.lang.T("report.trace-count", b.counted(len(k.figures))))
	}
	return row(nameCell(b.idsOf(k.figures)), textCell(address), document.Cell{Text: value}, textCell(b.lang.T("rule."+string(k.rule))),
		document.Cell{Text: b.sourcesUnder(k.figures)})
}

// shownForms are the forms in which the report writes a figure; of words, the
// first one.
func (b *builder) shownForms(m *ManifestFigure) []document.Inline {
	forms := m.Shown
	if m.Unit == figure.Words.String() {
		forms = forms[:1]
	}
	var out []document.Inline
	for i, form := range forms {
		if i > 0 {
			out = append(out, document.Run{Text: "; "})
		}
		out = append(out, document.Bound{Text: form, Address: m.Address})
	}
	return out
}

// idsOf writes the numbers of figures, neighbours as a range: f12–f39, f52.
func (b *builder) idsOf(figures []int) string {
	var parts []string
	for i := 0; i < len(figures); {
		j := i
		for j+1 < len(figures) && figures[j+1] == figures[j]+1 {
			j++
		}
		text := b.manifest.Figures[figures[i]].ID
		if j > i {
			text += "–" + b.manifest.Figures[figures[j]].ID
		}
		parts = append(parts, text)
		i = j + 1
	}
	if len(parts) > maxIDs {
		parts = append(parts[:maxIDs], "…")
	}
	return strings.Join(parts, ", ")
}

// How many numbers and sources of one kind of figure the appendix writes out;
// the manifest and explain show all.
const maxIDs, maxSources = 4, 4

// sourcesUnder names the sources of the facts on which figures rest. What was
// chosen, or comes from the tables of the product, has none.
func (b *builder) sourcesUnder(figures []int) []document.Inline {
	var cited []programme.Citation
	for _, i := range figures {
		tree := b.trees[b.manifest.Figures[i].Address]
		tree.Walk(func(n *figure.Node) {
			c := n.Figure.Origin.Source
			if tree.Figure.Rule != figure.Fact || len(figures) > 1 {
				c.Place = ""
			}
			if c.ID != "" && !slices.Contains(cited, c) {
				cited = append(cited, c)
			}
		})
	}
	if len(cited) == 0 {
		return document.TextOf("–")
	}
	var out []document.Inline
	for i, c := range cited[:min(len(cited), maxSources)] {
		if i > 0 {
			out = append(out, document.Run{Text: "; "})
		}
		out = append(out, b.cite(c)...)
	}
	if len(cited) > maxSources {
		out = append(out, document.Run{Text: b.lang.T("report.and-more")})
	}
	return out
}
