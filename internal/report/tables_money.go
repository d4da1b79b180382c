package report

import (
	"cmp"
	"strconv"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// unitCostsTable is what an office of each type costs and how many staff it has.
func (b *builder) unitCostsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("type", ">staff", ">establishment-mnkr", ">running-mnkr", ">price-year"), 32, 17, 18, 18, 15)}
	for i := range b.plan.Facts.S.OfficeTypes {
		o := &b.plan.Facts.S.OfficeTypes[i]
		t.Rows = append(t.Rows, row(nameCell(b.in(o.Name)), b.cell(usual, figure.FactAt("office-types", o.ID, "staff")),
			b.cellIf(bare, "economy", "type", o.ID, "establishment"), b.cellIf(bare, "economy", "type", o.ID, "running"),
			textCell(b.priceYears(o))))
	}
	t.Note = document.TextOf(b.lang.T("report.unitcosts-note"))
	return t
}

// priceYears are the price levels of a type's costs: establishment, running.
func (b *builder) priceYears(o *programme.OfficeType) string {
	var years [2]string
	for _, c := range o.Costs {
		i := 0
		if c.Kind == programme.Running {
			i = 1
		}
		years[i] = b.lang.T("unknown")
		if c.PriceYear != 0 {
			years[i] = strconv.Itoa(c.PriceYear)
		}
	}
	if years[0] == years[1] || years[1] == "" {
		return years[0]
	}
	return years[0] + " / " + years[1]
}

// roundCostsTable shows, for each round and each composition of types that its
// counts allow, what the round costs; the last row is the span.
func (b *builder) roundCostsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("round-composition", ">establishment-mnkr", ">running-mnkr"), 60, 20, 20)}
	for _, i := range b.roundIDs() {
		r := &b.plan.Facts.S.Rounds[i]
		t.Rows = append(t.Rows, groupRow(b.in(r.Name)))
		compositions := b.compositionCount(r.ID)
		if compositions <= shownCompositions {
			for n := 1; n <= compositions; n++ {
				at := []any{"economy", "round", r.ID, "composition", n}
				t.Rows = append(t.Rows, row(document.Cell{Text: b.composition(r.ID, n), Header: true},
					b.cell(bare, append(at, "establishment")...), b.cell(bare, append(at, "running")...)))
			}
		}
		if compositions != 1 {
			t.Rows = append(t.Rows, sumRow(nameCell(b.lang.T("report.span")), b.cellIf(bare, "economy", "round", r.ID, "establishment"),
				b.cellIf(bare, "economy", "round", r.ID, "running")))
		}
	}
	t.Note = document.TextOf(b.lang.T("report.roundcosts-note"))
	return t
}

// shownCompositions is how many compositions of a round are written out; a
// round with more, whose types nobody has settled, shows its span alone.
const shownCompositions = 8

// composition writes how many offices of each type a composition has.
func (b *builder) composition(round programme.RoundID, n int) []document.Inline {
	var out []document.Inline
	for i := range b.plan.Facts.S.OfficeTypes {
		o := &b.plan.Facts.S.OfficeTypes[i]
		a := figure.At("economy", "round", round, "composition", n, "count", o.ID)
		f, ok := b.plan.Shelf.Figure(a)
		if !ok || f.Value.IsExact() && f.Value.Low == 0 {
			continue
		}
		bound, _, err := b.bind(a, usual)
		if err != nil {
			b.errs = append(b.errs, err)
			continue
		}
		if len(out) > 0 {
			out = append(out, document.Run{Text: ", "})
		}
		name := b.in(o.Plural)
		if name == "" || f.Value.IsExact() && f.Value.Low == 1 {
			name = lower(b.in(o.Name))
		}
		out = append(out, bound, document.Run{Text: "\u00a0" + name})
	}
	return out
}

// yearsTable is the mandate's cost by year against appropriations, with the
// forecast that follows the simulated openings.
func (b *builder) yearsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("year", ">establishment-mnkr", ">running-sum", ">total-mnkr", ">p50-mnkr", ">p80-mnkr", ">appropriation-mnkr"), 10, 15, 15, 15, 15, 15, 15)}
	for _, y := range b.years() {
		quantile := func(which string) document.Cell {
			return b.cellIf(million, string(b.costAt(y, "all")), which)
		}
		t.Rows = append(t.Rows, row(nameCell(y), b.costCell(y, "establishment"), b.costCell(y, "running"), b.costCell(y, "all"),
			quantile("p50"), quantile("p80"), b.cellIf(million, "economy", y, "appropriation", "total")))
	}
	t.Note = b.yearsNote()
	return t
}

// costAt is the address of the mandate's cost of a kind in a year.
func (b *builder) costAt(year, kind string) figure.Address {
	return figure.At("economy", year, kind, "mandate", cmp.Or(string(b.mandate.ID), "_"))
}

// costCell shows a cost; of one that is unknown it shows the least that it can
// be, with its unit, where some of it is known.
func (b *builder) costCell(year, kind string) document.Cell {
	a := b.costAt(year, kind)
	if least, ok := b.least(a); ok {
		bound, _, err := b.bind(least, locale.Style{Decimals: million.Decimals})
		if err != nil {
			b.errs = append(b.errs, err)
		}
		return document.Cell{Text: append(document.TextOf(b.lang.T("report.at-least-amount")+"\u00a0"), bound)}
	}
	return b.cellIf(million, string(a))
}

// least is the address of what is known of a cost that is unknown as a whole.
func (b *builder) least(a figure.Address) (figure.Address, bool) {
	f, ok := b.plan.Shelf.Figure(a)
	known, some := b.plan.Shelf.Figure(figure.At(string(a), "known"))
	return known.Address, ok && !f.Value.Known && some && known.Value.Known && known.Value.Low > 0
}

// yearsNote says what the table counts and what it does not.
func (b *builder) yearsNote() []document.Inline {
	note := document.TextOf(b.lang.T("report.years-note"))
	say := func(key string) { note = append(note, document.Run{Text: " " + b.lang.T(key)}) }
	bind := func(style locale.Style, a figure.Address) {
		bound, _, err := b.bind(a, style)
		if err != nil {
			b.errs = append(b.errs, err)
		}
		note = append(note, bound)
	}
	var unknown bool
	for _, y := range b.years() {
		f, _ := b.plan.Shelf.Figure(b.costAt(y, "all"))
		unknown = unknown || !f.Value.Known
	}
	if unknown {
		say("report.years-unknown")
		note = append(note, document.Run{Text: " "})
		bind(usual, figure.At("economy", "not-costed"))
		note = append(note, document.Run{Text: "."})
	}
	if b.hasStale() {
		say("report.years-stale")
	}
	if len(b.plan.Economy.Mandates) > 1 {
		say("report.years-others")
	}
	var cuts int
	for _, y := range b.years() {
		a := figure.At("economy", y, "appropriation", "lowered")
		if f, ok := b.plan.Shelf.Figure(a); !ok || !f.Value.Known {
			continue
		}
		if cuts++; cuts == 1 {
			say("report.years-lowered")
			note = append(note, document.Run{Text: " "})
		} else {
			note = append(note, document.Run{Text: ", "})
		}
		note = append(note, document.Run{Text: y + ": "})
		bind(usual, a)
	}
	if cuts > 0 {
		note = append(note, document.Run{Text: "."})
	}
	return note
}

// years are those for which there are costs, if the mandate has any office.
func (b *builder) years() []string {
	var out []string
	if _, ok := b.plan.Economy.Mandate(b.mandate.ID); !ok {
		return nil
	}
	for _, p := range b.plan.Economy.Years() {
		out = append(out, p.String())
	}
	return out
}

// staffingTable is the officers that each round needs.
func (b *builder) staffingTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("round", ">offices", ">officers", ">travelling"), 40, 20, 20, 20)}
	for _, i := range b.roundIDs() {
		r := &b.plan.Facts.S.Rounds[i]
		t.Rows = append(t.Rows, row(nameCell(b.in(r.Name)), b.cell(usual, "network", "round", r.ID, "offices"), b.cellIf(usual, "staffing", "round", r.ID, "need"),
			b.cellIf(usual, "staffing", "round", r.ID, "travelling")))
	}
	t.Note = document.TextOf(b.lang.T("report.staffing-note"))
	return t
}

// recruitTable says for each office whether staff can be moved from one nearby.
func (b *builder) recruitTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("office", ">officers", "recruit"), 36, 16, 48)}
	for i := range b.plan.Timetable.Projects {
		p := &b.plan.Timetable.Projects[i]
		if p.Mandate != b.mandate.ID {
			continue
		}
		t.Rows = append(t.Rows, row(nameCell(p.Name), b.cellIf(usual, "staffing", "office", p.Office, "need"), b.staffSource(p.Office)))
	}
	t.Note = document.TextOf(b.lang.T("report.recruit-note"))
	return t
}
