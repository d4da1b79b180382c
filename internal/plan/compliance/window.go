package compliance

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// openingRows adds a row for each project that says when its office opened or
// is expected to, and whether that is in the window. It counts how many are, by
// the median of the forecast.
func (k *check) openingRows(ps []*timetable.Project, fates []fate, w civil.Span) tally {
	var t tally
	for i, p := range ps {
		in := k.openingRow(p, fates[i], w)
		t.add(in)
	}
	return t
}

func (k *check) openingRow(p *timetable.Project, f fate, w civil.Span) programme.Tri {
	byFate := map[fate]programme.Tri{surely: programme.Yes, never: programme.No}
	if when, has := k.opened(p); has {
		in := byFate[f]
		if f == undecided {
			in = tri(inside(p.Forecast.P50, w))
		}
		k.row(name(p), in, forecastAt(p), "compliance.row.opened", when)
		return in
	}
	switch {
	case f == never && p.Announced.First > w.Last:
		k.row(name(p), programme.No, projectFact(p), "compliance.row.announced-after", p.Announced)
		return programme.No
	case f == never:
		k.row(name(p), programme.No, projectFact(p), "compliance.row.was-not-open", k.notOpen[p.ID])
		return programme.No
	case k.passed(w):
		k.row(name(p), programme.Unknown, projectFact(p), "compliance.row.not-said-open")
		return programme.Unknown
	case !p.HasForecast():
		k.lacksForecast(p)
		return programme.Unknown
	}
	in := tri(inside(p.Forecast.P50, w))
	if p.Announced.IsKnown() {
		k.row(name(p), in, forecastAt(p), "compliance.row.announced", p.Forecast.P50, p.Forecast.P80, p.Announced)
	} else {
		k.row(name(p), in, forecastAt(p), "compliance.row.expected", p.Forecast.P50, p.Forecast.P80)
	}
	return in
}

// lacksForecast says why a project has no forecast.
func (k *check) lacksForecast(p *timetable.Project) {
	key := "compliance.row.no-forecast"
	if p.Lack != "" {
		key = "compliance.row.lacks-" + string(p.Lack)
	}
	k.row(name(p), programme.Unknown, projectFact(p), key)
}

func inside(d civil.Date, w civil.Span) bool {
	return d.IsKnown() && d >= w.First && (!w.Last.IsKnown() || d <= w.Last)
}

// openingNeeds says what would change the status of a clause about time.
func (k *check) openingNeeds(ps []*timetable.Project, fates []fate, w civil.Span, o odds) {
	if k.f.Status == Met {
		return
	}
	var silent []programme.Text
	for i, p := range ps {
		if fates[i] == unsaid {
			silent = append(silent, name(p))
		}
	}
	if k.passed(w) {
		k.needOf("compliance.need.say-opened", silent)
		return
	}
	if k.f.Status == AtRisk {
		k.needOf("compliance.need.open-earlier", names(o.late))
		k.needOf("compliance.need.report-progress", k.stale(ps, fates))
	}
	k.needOf("compliance.need.forecast", silent)
}

// staleAfter is for how many days a statement of progress is fresh.
const staleAfter = 90

// stale names the offices whose forecast rests on old statements of progress.
func (k *check) stale(ps []*timetable.Project, fates []fate) []programme.Text {
	var out []programme.Text
	for i, p := range ps {
		if said := k.progress[p.ID]; fates[i] == undecided && said.IsKnown() && said.DaysUntil(k.now) > staleAfter {
			out = append(out, name(p))
		}
	}
	return out
}

// inWindow holds the openings of some projects against a window of which at
// least need must open in it.
func (k *check) inWindow(ps []*timetable.Project, w civil.Span, need int) {
	fates := make([]fate, len(ps))
	for i, p := range ps {
		fates[i] = k.fate(p, w)
	}
	k.measureTally(k.openingRows(ps, fates, w))
	o := k.oddsOf(ps, fates, w, need)
	k.f.Status, k.f.Probability = o.decide(k.sure, k.passed(w))
	k.openingNeeds(ps, fates, w, o)
}
