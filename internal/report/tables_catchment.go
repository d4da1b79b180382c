package report

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// hasCatchment says whether anything is known of the officers at the mandate's offices.
func (b *builder) hasCatchment() bool {
	if !b.hasAccess() {
		return false
	}
	f, ok := b.plan.Shelf.Figure(figure.At(coverage.Segment, b.with().ID, "catchment", "supply"))
	return ok && f.Value.Known && f.Value.High > 0
}

// catchmentTable is the officers per so many people within reach in each county,
// without and with the mandate's offices, and what these add. What they add does not
// depend on the other offices, so it holds where only a part of the network is known;
// how many reach no office at all does not, and is left out there.
func (b *builder) catchmentTable(string) document.Table {
	isPart := b.isPart()
	t := document.Table{Columns: widths(b.heads("county", ">offices-without", ">offices-with", ">added", ">nothing-near"), 28, 18, 18, 18, 18), Note: document.TextOf(b.lang.T("report.catchment-note"))}
	if isPart {
		t.Columns, t.Note = widths(t.Columns[:4], 34, 22, 22, 22), document.TextOf(b.lang.T("report.catchment-note")+" "+b.lang.T("report.catchment-part-note"))
	}
	if !b.hasCatchment() {
		return t
	}
	c := b.plan.Coverage
	hundredth := locale.Style{Decimals: 2}
	add := func(name string, u *coverage.Unit) {
		at := func(state, field string, style locale.Style) document.Cell {
			return b.cell(style, coverage.Segment, state, "catchment", coverage.Floating, u.Kind, u.Key, coverage.Everyone, field)
		}
		cells := []document.Cell{nameCell(name), at(b.without().ID, "mean", hundredth), at(b.with().ID, "mean", hundredth),
			b.cell(hundredth, coverage.Segment, "change", c.Comparisons[b.comparison()].ID, "catchment", coverage.Floating, u.Kind, u.Key, coverage.Everyone, "mean")}
		if !isPart {
			cells = append(cells, at(b.with().ID, "without", usual))
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	add(b.lang.T("report.whole-country"), &c.Units()[0])
	units := b.counties()
	for i := range units {
		add(countyName(&units[i]), &units[i])
	}
	return t
}
