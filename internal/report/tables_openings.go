package report

import (
	"strings"

	"github.com/etablera/etablera/internal/civil"
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
	frozen, outcome, remarked := b.hasBaseline(r), b.any(r, hasOutcome), b.any(r, isRemarked)
	heads, shares := []string{"office"}, []int{30}
	add := func(wanted bool, key string, share int) {
		if wanted {
			heads, shares = append(heads, key), append(shares, share)
			shares[0] -= share
		}
	}
	each := 14
	if remarked {
		each = 12
	}
	shares[0] = 100
	add(frozen, "baseline", each)
	add(true, ">p10", each)
	add(true, ">p50", each)
	add(true, ">p80", each)
	add(frozen, ">deviation", each)
	add(outcome && !remarked, "opened", 14)
	add(remarked, "outcome", 20)
	t := document.Table{Columns: widths(b.heads(heads...), shares...)}
	notes := []string{b.lang.T("report.openings-note")}
	note := func(wanted bool, key string) {
		if wanted {
			notes = append(notes, b.lang.T(key))
		}
	}
	note(frozen, "report.deviation-note")
	note(b.any(r, deviatesByRange), "report.range-note")
	note(b.any(r, isAnnounced), "report.announced-note")
	note(r.Stale > 0, "report.stale-note")
	t.Note = document.TextOf(strings.Join(notes, " "))
	for _, i := range r.Projects {
		t.Rows = append(t.Rows, b.openingsRow(&b.plan.Timetable.Projects[i], frozen, outcome || remarked))
	}
	return t
}

func hasOutcome(p *timetable.Project) bool { return p.Opened.IsKnown() }

// deviatesByRange says whether the latest deviation is one of several numbers.
func deviatesByRange(p *timetable.Project) bool {
	n := len(p.Deviations)
	return n > 0 && p.Deviations[n-1].Known && !p.Deviations[n-1].IsExact()
}

// isAnnounced says whether an opening is announced that has not been confirmed.
func isAnnounced(p *timetable.Project) bool {
	return p.State != timetable.Opened && p.Announced.IsKnown()
}

// isRemarked says whether more is to be said of a project than its days.
func isRemarked(p *timetable.Project) bool {
	return p.Stale || isAnnounced(p) || p.Standing() == timetable.Closed || p.Standing() == timetable.Closing
}

// any says whether something holds for any office of the round.
func (b *builder) any(r *timetable.Round, holds func(*timetable.Project) bool) bool {
	for _, i := range r.Projects {
		if holds(&b.plan.Timetable.Projects[i]) {
			return true
		}
	}
	return false
}

func (b *builder) openingsRow(p *timetable.Project, frozen, outcome bool) document.Row {
	at := func(what string) document.Cell { return b.cellIf(usual, "timetable", "project", p.ID, what) }
	baseline, deviation := textCell("–"), textCell("–")
	if n := len(p.Deviations); n > 0 {
		id := p.Deviations[n-1].Baseline
		if baseline = b.baselineCell(id, p.ID); !p.Stale {
			deviation = b.cell(bare, "timetable", "project", p.ID, "deviation", id)
		}
	}
	cells := []document.Cell{nameCell(p.Name)}
	if frozen {
		cells = append(cells, baseline)
	}
	cells = append(cells, at("p10"), at("p50"), at("p80"))
	if frozen {
		cells = append(cells, deviation)
	}
	if outcome {
		cells = append(cells, b.outcomeCell(p))
	}
	return row(cells...)
}

// dayHere stands in a message for a day that is bound to its figure.
const dayHere = "\x00"

// outcomeCell is the day on which an office opened, and what else must be known
// of it: that it closed, what has been announced, how long nothing has been heard.
func (b *builder) outcomeCell(p *timetable.Project) document.Cell {
	if hasOutcome(p) && !isRemarked(p) {
		return b.cellIf(usual, "timetable", "project", p.ID, "opened")
	}
	var text []document.Inline
	add := func(key string, field string, day civil.Span) {
		if len(text) > 0 {
			text = append(text, document.Run{Text: "; "})
		}
		var before, after string
		if key != "" {
			before, after, _ = strings.Cut(b.lang.T(key, dayHere), dayHere)
		}
		if before != "" {
			text = append(text, document.Run{Text: before})
		}
		if field != "" {
			bound, err := b.bindText(p.At(field), b.lang.Span(day))
			if err != nil {
				b.errs = append(b.errs, err)
			}
			text = append(text, bound)
		}
		if after != "" {
			text = append(text, document.Run{Text: after})
		}
	}
	if hasOutcome(p) {
		add("", "opened", p.Opened)
	}
	if standing := p.Standing(); standing != p.State {
		if p.Closed.IsKnown() {
			add("report."+string(standing), "closed", p.Closed)
		} else {
			add("report."+string(standing)+"-some-day", "", p.Closed)
		}
	}
	if isAnnounced(p) {
		add("report.announced", "announced", p.Announced)
	}
	if p.Stale {
		add("report.stale", "reported", civil.Day(p.Reported))
	}
	if len(text) == 0 {
		return textCell("–")
	}
	return document.Cell{Text: text}
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
