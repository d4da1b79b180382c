package timetable

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// deviation answers for a comparison with a baseline. An exact deviation that
// activities answer for is the sum of their parts and the rest; any other is the
// opening minus the baseline. Explained is the sum of the activities' parts alone.
func (b book) deviation(f *figure.Figure, p *Project, d *Deviation, path []string) bool {
	base, _ := b.t.facts.Baseline(d.Baseline)
	f.Label = figure.Label{Key: "timetable.deviation", Args: []any{p.Name, base.Name}}
	switch {
	case len(path) == 0:
		b.wholeDeviation(f, p, d)
	case !d.IsExact():
		return false
	case len(path) == 1 && path[0] == "explained":
		f.Label.Key, f.Rule = "timetable.deviation.explained", figure.Sum
		f.Value, f.Inputs = figure.OfPeriod(d.explained()), d.partsOf(p)
		if len(f.Inputs) == 0 {
			f.Rule, f.Inputs = rulePart, []figure.Address{p.At("deviation", d.Baseline)}
		}
	case len(path) == 2 && path[0] == "part":
		return b.part(f, p, d, path[1])
	default:
		return false
	}
	return true
}

func (b book) wholeDeviation(f *figure.Figure, p *Project, d *Deviation) {
	f.Value, f.Rule = figure.Between(figure.Period, int64(d.Low), int64(d.High)), ruleDeviation
	switch parts := d.partsOf(p); {
	case !d.Known:
		f.Value = figure.Unknown(figure.Period)
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.happened-by", Args: []any{p.Opened.String()}})
		f.Inputs = append(b.compared(p, d), nowAt)
	case !d.IsExact():
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.deviation-range", Args: []any{p.Opened}})
		f.Inputs = append(b.compared(p, d), nowAt)
	case len(parts) > 0:
		f.Rule, f.Inputs = figure.Sum, append(parts, p.At("deviation", d.Baseline, "part", "rest"))
	default:
		if f.Inputs = b.compared(p, d); d.Date.IsExact() {
			f.Rule = figure.Difference
		}
	}
}

// compared are the two ends of a deviation: the opening, and what the baseline said.
func (b book) compared(p *Project, d *Deviation) []figure.Address {
	base, _ := b.t.facts.Baseline(d.Baseline)
	opening := p.At("p50")
	if !d.IsExact() {
		opening = p.At("opened")
	}
	return []figure.Address{opening, figure.FactAt("baselines", d.Baseline, "openings", baselineOpening(base, p.ID)+1, "opening")}
}

// explained is how many days activities answer for.
func (d *Deviation) explained() int {
	sum := 0
	for _, part := range d.Parts {
		if part.Stage != "" {
			sum += part.Days
		}
	}
	return sum
}

// partsOf are the addresses of the activities' parts.
func (d *Deviation) partsOf(p *Project) []figure.Address {
	var out []figure.Address
	for _, part := range d.Parts {
		if part.Stage != "" {
			out = append(out, p.At("deviation", d.Baseline, "part", part.Stage))
		}
	}
	return out
}

func (b book) part(f *figure.Figure, p *Project, d *Deviation, of string) bool {
	if of == "rest" {
		f.Label.Key = "timetable.deviation.rest"
		f.Value, f.Rule = figure.OfPeriod(d.Days-d.explained()), ruleRest
		f.Inputs = append(b.compared(p, d), p.At("deviation", d.Baseline, "explained"))
		if len(d.partsOf(p)) == 0 {
			f.Rule, f.Inputs = figure.Same, []figure.Address{p.At("deviation", d.Baseline)}
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
		f.Inputs = append([]figure.Address{p.At("activity", part.Stage, "start"), p.At("activity", part.Stage, "finish")}, b.durationFacts(p, a.Duration)...)
		if a.at.cause >= 0 && part.Days > 0 {
			f.Inputs = append(f.Inputs, progressFacts(map[string]int{"caused-by": a.at.cause})...)
			if cause := b.t.facts.S.Progress[a.at.cause].Cause; cause != (programme.Text{}) {
				f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.cause", Args: []any{cause}})
			}
		}
		f.Inputs = append(f.Inputs, seedAt)
		return true
	}
	return false
}
