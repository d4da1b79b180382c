package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
)

func (b book) round(f *figure.Figure, r *Round, field string) bool {
	facts, _ := b.t.facts.Round(r.ID)
	f.Label = figure.Label{Key: "timetable.round." + field, Args: []any{facts.Name}}
	window, minimum := figure.FactAt("rounds", r.ID, "window"), figure.FactAt("rounds", r.ID, "minimum")
	if b.tally(f, func(p *Project) bool { return p.Round == r.ID }, field) {
		return true
	}
	if r.Stale > 0 && field != "offices" {
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.stale-projects", Args: []any{r.Stale, StaleDays}})
	}
	if r.Without > 0 && field != "offices" {
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.without", Args: []any{r.Without}})
	}
	switch field {
	case "offices":
		f.Value, f.Rule = figure.OfCount(len(r.Projects)), figure.Number
		for _, k := range r.Projects {
			f.Inputs = append(f.Inputs, figure.FactAt("projects", b.t.Projects[k].ID, "round"))
		}
	case "in-window":
		b.inWindow(f, r, window)
	case "probability-all":
		f.Value, f.Rule, f.Inputs = figure.OfShare(r.AllInWindow), ruleProbability, b.roundForecast(r, window)
	case "probability-best", "probability-weakest":
		share := map[string]float64{"probability-best": r.Best, "probability-weakest": r.Weakest}[field]
		f.Value, f.Rule, f.Inputs = figure.OfShare(share), ruleExtreme, b.roundForecast(r, window)
	case "probability-minimum":
		f.Value, f.Rule, f.Inputs = figure.OfShare(r.MinimumInWindow), ruleProbability, b.roundForecast(r, window, minimum)
	case "last-p50":
		f.Value, f.Rule, f.Inputs = figure.OfDate(r.LastOpening.P50), ruleLast, b.roundForecast(r)
	case "last-p80":
		f.Value, f.Rule, f.Inputs = figure.OfDate(r.LastOpening.P80), ruleLast, b.roundForecast(r)
	default:
		return false
	}
	return true
}

// inWindow counts the openings at P50 in the window; where no window is stated
// nothing can be counted.
func (b book) inWindow(f *figure.Figure, r *Round, window figure.Address) {
	if !r.Window.IsKnown() {
		f.Value, f.Rule, f.Inputs = figure.Unknown(figure.Count), ruleUnstated, []figure.Address{window}
		return
	}
	f.Value, f.Rule = figure.OfCount(r.InWindow), figure.Number
	for _, k := range r.Projects {
		if p := &b.t.Projects[k]; within(civil.Day(p.Forecast.P50), r.Window) {
			f.Inputs = append(f.Inputs, p.At("p50"))
		}
	}
}

func (b book) roundForecast(r *Round, more ...figure.Address) []figure.Address {
	in := more
	for _, k := range r.Projects {
		in = append(in, b.t.Projects[k].At("p50"))
	}
	return append(in, seedAt, runsAt, shareAt)
}

// point answers for a month of the curve. Planned and actual openings are
// counted one by one, so that each can be looked up.
func (b book) point(f *figure.Figure, p *Point, field string) bool {
	f.Label = figure.Label{Key: "timetable.curve." + field, Args: []any{p.Month.String()}}
	switch field {
	case "planned":
		f.Value, f.Rule = figure.OfCount(p.Planned), figure.Number
		f.Inputs = b.countedIn("planned", func(x *Project) bool { return b.t.plannedBy(x, p.Month) })
	case "actual":
		if p.Actual < 0 {
			f.Value, f.Rule, f.Inputs = figure.Unknown(figure.Count), ruleUnstated, []figure.Address{nowAt}
			break
		}
		f.Value, f.Rule = figure.OfCount(p.Actual), figure.Number
		f.Inputs = b.countedIn("opened", func(x *Project) bool { return b.t.openedBy(x, p.Month) })
	case "p10", "p50", "p90":
		n := map[string]int{"p10": p.P10, "p50": p.P50, "p90": p.P90}[field]
		f.Value, f.Rule = figure.OfCount(n), ruleCurve
		f.Inputs = append(b.countedIn("p50", (*Project).HasForecast), seedAt, runsAt, shareAt)
	default:
		return false
	}
	if without := b.t.countBy(func(p *Project) bool { return !p.HasForecast() }); without > 0 && field != "actual" {
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.without", Args: []any{without}})
	}
	return true
}

func (b book) countedIn(field string, in func(*Project) bool) []figure.Address {
	var out []figure.Address
	for i := range b.t.Projects {
		if p := &b.t.Projects[i]; b.t.counts(p) && in(p) {
			out = append(out, p.At(field))
		}
	}
	return out
}
