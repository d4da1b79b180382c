package compliance

import (
	"iter"
	"math"

	"github.com/etablera/etablera/internal/plan/figure"
)

const optionSure figure.Address = "compliance/options/sure"

// Addresses implements figure.Book: the figures of each finding, in order.
func (m *Matrix) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		for i := range m.Findings {
			f := &m.Findings[i]
			for _, what := range []string{"status", "probability", "required", "measured"} {
				if what == "probability" && !f.timed {
					continue
				}
				if !yield(f.address(what)) {
					return
				}
			}
			for j := range f.extra {
				if !yield(f.extra[j].Address) {
					return
				}
			}
		}
		if len(m.Findings) > 0 {
			yield(optionSure)
		}
	}
}

func (f *Finding) address(what string) figure.Address {
	return figure.At("compliance", f.Mandate, f.Clause, what)
}

// find returns the finding of a clause of a mandate, or nil. O(findings).
func (m *Matrix) find(mandate, clause string) *Finding {
	for i := range m.Findings {
		if f := &m.Findings[i]; string(f.Mandate) == mandate && string(f.Clause) == clause {
			return f
		}
	}
	return nil
}

// Figure implements figure.Book.
func (m *Matrix) Figure(a figure.Address) (figure.Figure, bool) {
	if a == optionSure {
		return figure.Figure{Address: a, Label: figure.Label{Key: "compliance.sure"}, Value: figure.OfShare(m.sure), Rule: figure.Option}, true
	}
	seg := a.Segments()
	if len(seg) < 4 || seg[0] != "compliance" {
		return figure.Figure{}, false
	}
	f := m.find(seg[1], seg[2])
	if f == nil {
		return figure.Figure{}, false
	}
	if len(seg) == 4 {
		switch seg[3] {
		case "status":
			return f.statusFigure(), true
		case "probability":
			return f.probabilityFigure(), f.timed
		case "required":
			return f.valueFigure("required", f.Required, f.required), true
		case "measured":
			return f.valueFigure("measured", f.Measured, f.measured), true
		}
	}
	for _, e := range f.extra {
		if e.Address == a {
			return e, true
		}
	}
	return figure.Figure{}, false
}

func (f *Finding) statusFigure() figure.Figure {
	// Every status is one on a day: what was planned is overdue the day after.
	in := []figure.Address{f.address("required"), f.address("measured"), figure.At("timetable", "option", "now")}
	if f.timed {
		in = append(in, f.address("probability"), optionSure)
	}
	rule := figure.Rule("compliance." + string(f.Kind))
	if kinds[f.Kind] == nil {
		rule = "compliance.unsaid"
	}
	return figure.Figure{Address: f.address("status"), Value: figure.OfWords(string(f.Status)), Rule: rule,
		Label:  figure.Label{Key: "compliance.status", Args: []any{string(f.Mandate), string(f.Clause)}},
		Inputs: append(in, addresses(f.Evidence)...)}
}

func (f *Finding) probabilityFigure() figure.Figure {
	value := figure.Unknown(figure.Share)
	if !math.IsNaN(f.Probability) {
		value = figure.OfShare(f.Probability)
	}
	return figure.Figure{Address: f.address("probability"), Value: value, Rule: "compliance.probability",
		Label:  figure.Label{Key: "compliance.probability", Args: []any{string(f.Mandate), string(f.Clause)}},
		Inputs: append([]figure.Address{f.address("required")}, addresses(f.Evidence)...)}
}

func (f *Finding) valueFigure(what string, v figure.Value, g grounds) figure.Figure {
	out := figure.Figure{Address: f.address(what), Value: v, Rule: g.rule, Inputs: g.inputs,
		Label: figure.Label{Key: "compliance." + what, Args: []any{string(f.Mandate), string(f.Clause)}}}
	if out.Rule == "" {
		out.Rule = "compliance.unsaid"
	}
	if len(out.Inputs) == 0 && out.Rule != figure.Number {
		// The clause itself is all that there is.
		out.Inputs = []figure.Address{figure.FactAt("mandates", f.Mandate, "clauses", f.Clause, "kind")}
	}
	return out
}
