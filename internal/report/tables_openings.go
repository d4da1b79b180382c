package report

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// openingsTable is a round's offices with the forecast and, where there is any,
// the latest frozen day with the deviation from it, and what has happened.
func (b *builder) openingsTable(round string) document.Table {
	r := b.timetableRound(programme.RoundID(round))
	if r == nil {
		return document.Table{Columns: b.heads("office")}
	}
	frozen, opened := b.hasBaseline(r), b.anyOpened(r)
	heads, shares := []string{"office"}, []int{30}
	add := func(wanted bool, key string, share int) {
		if wanted {
			heads, shares = append(heads, key), append(shares, share)
		}
	}
	add(frozen, "baseline", 14)
	add(true, ">p10", 14)
	add(true, ">p50", 14)
	add(true, ">p80", 14)
	add(frozen, ">deviation", 14)
	add(opened, "opened", 14)
	shares[0] = 100 - 14*(len(shares)-1)
	t := document.Table{Columns: widths(b.heads(heads...), shares...), Note: document.TextOf(b.lang.T("report.openings-note"))}
	if frozen {
		t.Note = document.TextOf(b.lang.T("report.openings-note") + " " + b.lang.T("report.deviation-note"))
	}
	for _, i := range r.Projects {
		t.Rows = append(t.Rows, b.openingsRow(&b.plan.Timetable.Projects[i], frozen, opened))
	}
	return t
}

func (b *builder) openingsRow(p *timetable.Project, frozen, opened bool) document.Row {
	at := func(what string) document.Cell { return b.cellIf(usual, "timetable", "project", p.ID, what) }
	baseline, deviation := textCell("–"), textCell("–")
	if n := len(p.Deviations); n > 0 {
		id := p.Deviations[n-1].Baseline
		baseline = b.baselineCell(id, p.ID)
		deviation = b.cell(bare, "timetable", "project", p.ID, "deviation", id)
	}
	cells := []document.Cell{nameCell(p.Name)}
	if frozen {
		cells = append(cells, baseline)
	}
	cells = append(cells, at("p10"), at("p50"), at("p80"))
	if frozen {
		cells = append(cells, deviation)
	}
	if opened {
		day := textCell("–")
		if p.Opened.IsKnown() {
			day = at("opened")
		}
		cells = append(cells, day)
	}
	return row(cells...)
}

// anyOpened says whether any office of the round has opened.
func (b *builder) anyOpened(r *timetable.Round) bool {
	for _, i := range r.Projects {
		if b.plan.Timetable.Projects[i].Opened.IsKnown() {
			return true
		}
	}
	return false
}

// baselineCell shows the frozen day of a project.
func (b *builder) baselineCell(id programme.BaselineID, project programme.ProjectID) document.Cell {
	base, _ := b.plan.Facts.Baseline(id)
	if base == nil {
		return textCell("–")
	}
	for i := range base.Openings {
		if base.Openings[i].Project == project {
			return b.cell(usual, figure.FactAt("baselines", id, "openings", i+1, "opening"))
		}
	}
	return textCell("–")
}
