package report

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// tenth is a share or time with one decimal.
var tenth = locale.Style{Decimals: 1}

// limitHeads are the columns of a table of access after the first ones: within so
// many minutes, and the median.
func (b *builder) limitHeads(first ...string) []document.Column {
	out := b.heads(first...)
	for _, m := range coverage.Minutes {
		out = append(out, document.Column{Header: b.lang.T("report.head.within", m), Numeric: true})
	}
	return append(out, b.heads(">median-time")...)
}

// reachCells are the shares of a group in a unit within each limit, and the median.
func (b *builder) reachCells(state *coverage.State, u *coverage.Unit, group string) []document.Cell {
	var out []document.Cell
	for _, m := range coverage.Minutes {
		out = append(out, b.cell(tenth, coverage.Segment, state.ID, u.Kind, u.Key, group, "share", m))
	}
	return append(out, b.cell(usual, coverage.Segment, state.ID, u.Kind, u.Key, group, "median"))
}

// countCells are the people of the country within each limit.
func (b *builder) countCells(state *coverage.State, u *coverage.Unit, group string) []document.Cell {
	var out []document.Cell
	for _, m := range coverage.Minutes {
		out = append(out, b.cell(usual, coverage.Segment, state.ID, u.Kind, u.Key, group, "within", m))
	}
	return append(out, textCell("–"))
}

// accessTable is who reaches an office, how fast, in the whole country: everybody,
// and each group.
func (b *builder) accessTable(string) document.Table {
	t := document.Table{Columns: widths(b.limitHeads("network"), 22, 13, 13, 13, 13, 13, 13)}
	if !b.hasAccess() {
		return t
	}
	c := b.plan.Coverage
	country := &c.Units()[0]
	for i := range c.Groups() {
		g := &c.Groups()[i]
		head := groupRow(upper(b.groupName(g)) + ", ")
		people := b.cell(usual, coverage.Segment, "population", country.Kind, country.Key, g.Key)
		head.Cells[0].Text = append(head.Cells[0].Text, people.Text...)
		t.Rows = append(t.Rows, head,
			row(append([]document.Cell{nameCell(b.lang.T("report.without-offices"))}, b.reachCells(b.without(), country, g.Key)...)...),
			row(append([]document.Cell{nameCell(b.lang.T("report.with-offices"))}, b.reachCells(b.with(), country, g.Key)...)...))
		if g.Key == coverage.Everyone {
			t.Rows = append(t.Rows,
				row(append([]document.Cell{nameCell(b.lang.T("report.people-without"))}, b.countCells(b.without(), country, g.Key)...)...),
				row(append([]document.Cell{nameCell(b.lang.T("report.people-with"))}, b.countCells(b.with(), country, g.Key)...)...))
		}
	}
	t.Note = document.TextOf(b.lang.T("report.access-note"))
	return t
}

// counties are the units of the counties.
func (b *builder) counties() []coverage.Unit {
	return b.plan.Coverage.UnitsOf(programme.EveryCounty)
}

// countiesTable is the access of everybody in each county, two rows for each.
func (b *builder) countiesTable(string) document.Table {
	t := document.Table{Columns: widths(b.limitHeads("county", "mandate-offices"), 18, 17, 11, 11, 11, 11, 11, 10)}
	if !b.hasAccess() {
		return t
	}
	units := b.counties()
	for i := range units {
		u := &units[i]
		for _, side := range []struct {
			state *coverage.State
			key   string
		}{{b.without(), "report.without"}, {b.with(), "report.with"}} {
			cells := []document.Cell{nameCell(countyName(u)), textCell(b.lang.T(side.key))}
			t.Rows = append(t.Rows, row(append(cells, b.reachCells(side.state, u, coverage.Everyone)...)...))
		}
	}
	return t
}

// gainsTable is how many get nearer, in each group and county, and by how much.
// Where only a part of the network is known the time gained is left out: it would
// be that from offices to which nobody goes.
func (b *builder) gainsTable(string) document.Table {
	isPart := b.isPart()
	t := document.Table{Columns: widths(b.heads("group-or-county", ">inhabitants", ">nearer"), 60, 20, 20), Note: document.TextOf(b.lang.T("report.gains-part-note"))}
	if !isPart {
		t.Columns, t.Note = widths(b.heads("group-or-county", ">inhabitants", ">nearer", ">nearer-by"), 43, 19, 19, 19), document.TextOf(b.lang.T("report.gains-note"))
	}
	i := b.comparison()
	if i < 0 {
		return t
	}
	c := b.plan.Coverage
	add := func(name string, u *coverage.Unit, group string) {
		where := []any{u.Kind, u.Key, group}
		at := func(field string) document.Cell {
			return b.cell(usual, append(append([]any{coverage.Segment, "change", c.Comparisons[i].ID}, where...), field)...)
		}
		cells := []document.Cell{nameCell(name), b.cell(usual, append([]any{coverage.Segment, "population"}, where...)...), at("gained")}
		if !isPart {
			cells = append(cells, at("gained-mean"))
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	t.Rows = append(t.Rows, groupRow(b.lang.T("report.whole-country")))
	for g := range c.Groups() {
		add(upper(b.groupName(&c.Groups()[g])), &c.Units()[0], c.Groups()[g].Key)
	}
	t.Rows = append(t.Rows, groupRow(b.lang.T("report.by-county")))
	units := b.counties()
	for k := range units {
		add(countyName(&units[k]), &units[k], coverage.Everyone)
	}
	return t
}

// servedTable is the offices for vulnerable areas and how far those are.
func (b *builder) servedTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("office", "area", "list", ">distance", ">on-foot", ">by-method"), 26, 30, 12, 11, 10, 11)}
	t.Columns[2].Header = b.lang.T("report.head.list", b.plan.Coverage.ListYear)
	for _, s := range b.served() {
		name := string(s.Office)
		if o, _ := b.plan.Facts.Office(s.Office); o != nil {
			name = o.Name
		}
		listed := b.lang.T("report.yes")
		switch {
		case s.IsCandidate:
			listed = b.lang.T("report.not-chosen")
		case !s.Listed.IsListed():
			listed = b.lang.T("report.no")
		}
		at := func(field string) document.Cell {
			return b.cell(usual, coverage.Segment, "served", s.Office, s.Number, field)
		}
		t.Rows = append(t.Rows, row(nameCell(name), textCell(s.Area), textCell(listed), at("metres"), at("walk"), at("seconds")))
	}
	note := b.lang.T("report.served-note")
	if b.isRough() {
		note += " " + b.lang.T("report.served-rough-note")
	}
	t.Note = document.TextOf(note)
	return t
}

// visitsTable is from where the visits of the mandate's offices are taken.
func (b *builder) visitsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("office", "taken-from", ">other-or-new"), 28, 50, 22)}
	for _, m := range b.moves() {
		at := func(from string) figure.Address {
			return figure.At(visits.Segment, "change", b.plan.Coverage.Comparisons[b.comparison()].ID, "opened", m.Key, from, "share")
		}
		var from []document.Inline
		for i, p := range m.Parts[:len(m.Parts)-1] {
			if i > 0 {
				from = append(from, document.Run{Text: ", "})
			}
			bound, _, err := b.bind(at(p.Key), percent)
			if err != nil {
				b.errs = append(b.errs, err)
			}
			from = append(from, document.Run{Text: p.Name + " "}, bound)
		}
		t.Rows = append(t.Rows, row(nameCell(m.Name), document.Cell{Text: from}, b.cell(percent, at(visits.None))))
	}
	return t
}
