package report

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// promised are the round's projects with a day in the latest frozen timetable that
// have not opened yet and of which something has been heard lately: of the others
// there is nothing to promise.
func (b *builder) promised(r *timetable.Round) []int {
	id := b.plan.Timetable.LatestPromises()
	if id == "" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.Projects), func(i int) bool {
		p := &b.plan.Timetable.Projects[i]
		_, ok := b.plan.Timetable.Promise(i, id)
		return !ok || p.State == timetable.Opened || p.Stale || !p.HasForecast()
	})
}

// promisesTable says which days of the latest frozen timetable can be promised.
func (b *builder) promisesTable(round string) document.Table {
	t := document.Table{Columns: widths(b.heads("office", "baseline", "promisable-day", ">holds", "promisable"), 34, 17, 19, 14, 16)}
	r := b.timetableRound(programme.RoundID(round))
	if r == nil {
		return t
	}
	id := b.plan.Timetable.LatestPromises()
	for _, i := range b.promised(r) {
		p := &b.plan.Timetable.Projects[i]
		at := func(field string) figure.Address { return p.At("promise", id, field) }
		word := b.lang.T("report.promise-no")
		if promise, _ := b.plan.Timetable.Promise(i, id); promise.Holds() {
			word = b.lang.T("report.promise-yes")
		}
		holds, err := b.bindText(at("holds"), word)
		if err != nil {
			b.errs = append(b.errs, err)
		}
		t.Rows = append(t.Rows, row(nameCell(p.Name), b.baselineCell(id, p.ID), b.cell(usual, p.At("p80")), b.cell(percent, at("probability")),
			document.Cell{Text: []document.Inline{holds}}))
	}
	return t
}
