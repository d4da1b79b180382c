package report

import (
	"strconv"

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

// yearsTable is cost by year against appropriations, with the forecast that
// follows the simulated openings.
func (b *builder) yearsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("year", ">establishment-mnkr", ">running-sum", ">total-mnkr", ">p50-mnkr", ">p80-mnkr", ">appropriation-mnkr"), 10, 15, 15, 15, 15, 15, 15)}
	for _, y := range b.years() {
		at := func(what ...any) document.Cell { return b.cellIf(million, append([]any{"economy", y}, what...)...) }
		t.Rows = append(t.Rows, row(nameCell(y), at("establishment", "total"), at("running", "total"), at("all", "total"),
			at("all", "total", "p50"), at("all", "total", "p80"), at("appropriation", "total")))
	}
	note := b.lang.T("report.years-note")
	for _, p := range b.plan.Facts.S.Projects {
		if p.Mandate != b.mandate.ID {
			note += " " + b.lang.T("report.years-others")
			break
		}
	}
	t.Note = document.TextOf(note)
	return t
}

// years are those for which there are costs.
func (b *builder) years() []string {
	var out []string
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
