package siting

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
)

func (s *Siting) curveFigure(f *figure.Figure, path []string) bool {
	if !isGoal(path[0]) || !isGoal(path[1]) {
		return false
	}
	c, err := s.curve(context.Background(), Goal(path[0]), Goal(path[1]))
	if err != nil {
		return false
	}
	k, ok := index(path[2], len(c.Points))
	if !ok {
		return false
	}
	people := int64(0)
	for _, n := range s.world.people {
		people += int64(n)
	}
	p := &c.Points[k]
	f.Label = figure.Label{Key: "siting.curve." + path[3], Args: []any{s.GoalLabel(c.A), s.GoalLabel(c.B)}}
	f.Rule, f.Notes, f.Inputs = ruleCurve, s.notes(), append([]figure.Address{numberAt, candidatesAt}, s.grounds(c.A)...)
	for _, at := range s.grounds(c.B) {
		if !slices.Contains(f.Inputs, at) {
			f.Inputs = append(f.Inputs, at)
		}
	}
	switch path[3] {
	case "a":
		f.Value = valueOf(c.A, exactly(p.A), people, s.Options.Number, true)
	case "b":
		f.Value = valueOf(c.B, exactly(p.B), people, s.Options.Number, true)
	case "bound":
		f.Value = valueOf(c.A, exactly(p.Bound), people, s.Options.Number, true)
	default:
		return false
	}
	return true
}

// VariantLabel says in words what a variant changes.
func (s *Siting) VariantLabel(v Variant) figure.Label {
	l := figure.Label{Key: "siting.variant." + v.Kind, Args: []any{v.Of}}
	switch v.Kind {
	case "group":
		g := &s.coverage.Groups()[v.Of.(int)]
		if g.Name == "" {
			l.Args = []any{figure.Label{Key: "coverage.group." + g.Key}}
		} else {
			l.Args = []any{g.Name}
		}
	case "visits":
		l.Args = nil
	case "demand":
		l.Args = []any{s.facts.S.DemandScenarios[v.Of.(int)].Name}
	case "detour":
		l.Args = []any{figure.OfRate(float64(v.Of.(int)) / 1000)}
	}
	return l
}

func (s *Siting) variantFigure(f *figure.Figure, goal, nth string) bool {
	if !isGoal(goal) {
		return false
	}
	x, err := s.stay(context.Background(), Goal(goal))
	if err != nil {
		return false
	}
	k, ok := index(nth, len(x.Variants))
	if !ok {
		return false
	}
	f.Label = figure.Label{Key: "siting.variant", Args: []any{s.GoalLabel(Goal(goal)), s.VariantLabel(x.Variants[k])}}
	f.Value, f.Rule, f.Inputs = figure.Unknown(figure.Count), ruleStays, []figure.Address{figure.At(Segment, "best", goal, "bound")}
	if x.Variants[k].Found {
		f.Value = figure.OfCount(x.Variants[k].Same)
	}
	return true
}
