package timetable

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// deviation answers for a comparison with a baseline. The parts of activities
// add up to explained, and rest is what explained leaves of the deviation.
func (b book) deviation(f *figure.Figure, p *Project, d *Deviation, path []string) bool {
	base, _ := b.t.facts.Baseline(d.Baseline)
	whole := p.At("deviation", d.Baseline)
	explained := p.At("deviation", d.Baseline, "explained")
	f.Label = figure.Label{Key: "timetable.deviation", Args: []any{p.Name, base.Name}}
	switch {
	case len(path) == 0:
		f.Value, f.Rule = figure.OfPeriod(d.Days), ruleDeviation
		f.Inputs = []figure.Address{p.At("p50"), figure.FactAt("baselines", d.Baseline, "openings", baselineOpening(base, p.ID)+1, "opening")}
		if d.Date.IsExact() {
			f.Rule = figure.Difference
		}
	case len(path) == 1 && path[0] == "explained":
		f.Label.Key, f.Rule = "timetable.deviation.explained", figure.Sum
		sum := 0
		for _, part := range d.Parts {
			if part.Stage != "" {
				sum += part.Days
				f.Inputs = append(f.Inputs, p.At("deviation", d.Baseline, "part", part.Stage))
			}
		}
		f.Value = figure.OfPeriod(sum)
		if len(f.Inputs) == 0 {
			f.Rule, f.Inputs = rulePart, []figure.Address{whole}
		}
	case len(path) == 2 && path[0] == "part":
		return b.part(f, p, d, path[1], whole, explained)
	default:
		return false
	}
	return true
}

func (b book) part(f *figure.Figure, p *Project, d *Deviation, of string, whole, explained figure.Address) bool {
	if of == "rest" {
		f.Label.Key = "timetable.deviation.rest"
		f.Value, f.Rule, f.Inputs = figure.OfPeriod(0), figure.Difference, []figure.Address{whole, explained}
		for _, part := range d.Parts {
			if part.Stage == "" {
				f.Value = figure.OfPeriod(part.Days)
			}
		}
		return true
	}
	for _, part := range d.Parts {
		if string(part.Stage) != of {
			continue
		}
		i := b.t.process.byID[part.Stage]
		f.Label = figure.Label{Key: "timetable.deviation.part", Args: append(f.Label.Args, b.t.process.stages[i].Name)}
		f.Value, f.Rule = figure.OfPeriod(part.Days), rulePart
		a := &p.Activities[i]
		f.Inputs = append([]figure.Address{whole, p.At("activity", part.Stage, "start"), p.At("activity", part.Stage, "finish")}, b.durationFacts(p, a.Duration)...)
		f.Inputs = append(f.Inputs, progressFacts(map[string]int{"caused-by": a.at.cause})...)
		if a.at.cause >= 0 {
			if cause := b.t.facts.S.Progress[a.at.cause].Cause; cause != (programme.Text{}) {
				f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.cause", Args: []any{cause}})
			}
		}
		f.Inputs = append(f.Inputs, seedAt)
		return true
	}
	return false
}
