package siting

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func (s *Siting) bestFigure(f *figure.Figure, path []string) bool {
	if !isGoal(path[0]) || len(path) < 2 {
		return false
	}
	g := Goal(path[0])
	b, err := s.best(context.Background(), g)
	if err != nil {
		return false
	}
	set := figure.At(Segment, "set", BestID(g), g)
	if len(path) == 4 && path[1] == "place" {
		return s.placeFigure(f, b, path[2], path[3])
	}
	if len(path) != 2 || !b.Found {
		return false
	}
	f.Label, f.Rule = figure.Label{Key: "siting.best." + path[1], Args: []any{s.GoalLabel(g)}}, ruleBound
	f.Notes = s.notes()
	f.Inputs = append([]figure.Address{numberAt, gapAt, candidatesAt, figure.At(coverage.Segment, s.Before(), "offices")}, s.grounds(g)...)
	for i := range s.Rules {
		if at := s.clauseAt(&s.Rules[i], s.clauseField(&s.Rules[i])); !slices.Contains(f.Inputs, at) {
			f.Inputs = append(f.Inputs, at)
		}
	}
	x, err := s.score(context.Background(), BestID(g))
	if err != nil || x == nil {
		return false
	}
	switch path[1] {
	case "value":
		f.Value, f.Rule, f.Inputs = valueOf(g, x.Values[g], x.People, x.Reached == x.People), figure.Same, []figure.Address{set}
	case "bound":
		f.Value = valueOf(g, b.Bound, x.People, x.Reached == x.People)
	case "gap":
		f.Value = figure.OfShare(b.Gap)
	default:
		return false
	}
	return true
}

func (s *Siting) placeFigure(f *figure.Figure, b *Best, nth, what string) bool {
	k, ok := index(nth, len(b.Places))
	if !ok {
		return false
	}
	p := &b.Places[k]
	f.Label = figure.Label{Key: "siting.place." + what, Args: []any{s.GoalLabel(b.Goal), k + 1}}
	switch what {
	case "name":
		f.Value, f.Rule, f.Inputs = figure.OfWords(p.Name+", "+p.Municipality), ruleChosen, []figure.Address{figure.At(Segment, "best", b.Goal, "bound")}
	case "stays":
		x := s.stays[b.Goal]
		if x == nil {
			return false
		}
		f.Label.Args = []any{p.Name, len(x.Variants)}
		f.Value, f.Rule = figure.OfCount(x.Kept[k]), ruleStays
		for v := range x.Variants {
			f.Inputs = append(f.Inputs, figure.At(Segment, "variant", b.Goal, v+1))
		}
	default:
		return false
	}
	return true
}

func (s *Siting) setFigure(f *figure.Figure, id, what string) bool {
	x, err := s.score(context.Background(), id)
	if err != nil || x == nil {
		return false
	}
	f.Label, f.Notes = figure.Label{Key: "siting.set." + what, Args: []any{s.SetLabel(id)}}, s.notes()
	of := numberAt
	if goalOf(id) == "" {
		of = figure.At(coverage.Segment, id, "offices")
	}
	f.Rule = ruleMeasure
	switch what {
	case "opened":
		f.Value, f.Inputs = figure.OfCount(len(x.Opened)), []figure.Address{of}
	case "share":
		f.Label.Args = append(f.Label.Args, s.Options.Minutes)
		f.Value = figure.Unknown(figure.Share)
		if x.People > 0 {
			f.Value = figure.OfShare(1 - float64(x.Values[Within])/float64(x.People))
		}
		f.Inputs = append([]figure.Address{of}, s.grounds(Within)...)
	case "kept", "broken":
		want, n := programme.Yes, 0
		if what == "broken" {
			want = programme.No
		}
		for _, t := range x.Rules {
			if t == want {
				n++
			}
		}
		f.Value, f.Rule, f.Inputs = figure.OfCount(n), ruleKept, []figure.Address{of}
		for k := range s.Rules {
			f.Inputs = append(f.Inputs, figure.At(Segment, "rule", k+1, id))
		}
	default:
		if !isGoal(what) {
			return false
		}
		g := Goal(what)
		f.Label = figure.Label{Key: "siting.set.goal", Args: []any{s.GoalLabel(g), s.SetLabel(id)}}
		f.Value, f.Inputs = valueOf(g, x.Values[g], x.People, x.Reached == x.People), append([]figure.Address{of}, s.grounds(g)...)
	}
	return true
}

func (s *Siting) ruleFigure(f *figure.Figure, nth, id string) bool {
	k, ok := index(nth, len(s.Rules))
	if !ok {
		return false
	}
	x, err := s.score(context.Background(), id)
	if err != nil || x == nil {
		return false
	}
	r := &s.Rules[k]
	f.Label = figure.Label{Key: "siting.rule", Args: []any{s.RuleLabel(k), s.SetLabel(id)}}
	f.Value, f.Rule, f.Inputs = figure.OfWords(x.Rules[k].String()), ruleKept, []figure.Address{s.clauseAt(r, s.clauseField(r))}
	return true
}

// RuleLabel says in words what a rule asks.
func (s *Siting) RuleLabel(k int) figure.Label {
	r := &s.Rules[k]
	switch {
	case r.Near:
		return figure.Label{Key: "siting.asks.near", Args: []any{r.Place, r.Min, figure.OfMetres(int(r.Within)), r.ListYear}}
	case r.In == nil:
		return figure.Label{Key: "siting.asks.number", Args: []any{r.Min}}
	case r.Max >= 0:
		return figure.Label{Key: "siting.asks.among", Args: []any{r.Min, r.Max}}
	}
	return figure.Label{Key: "siting.asks.in", Args: []any{r.Place}}
}

func (s *Siting) againstFigure(f *figure.Figure, path []string) bool {
	x, err := s.score(context.Background(), path[0])
	if err != nil || x == nil || x.Against == nil {
		return false
	}
	units, groups := s.coverage.Units(), s.coverage.Groups()
	for _, h := range x.Against.Shifts {
		if u := &units[h.Unit]; string(u.Kind) != path[1] || u.Key != path[2] || groups[h.Group].Key != path[3] {
			continue
		}
		f.Label = figure.Label{Key: "siting.against." + path[4], Args: []any{s.SetLabel(path[0]), s.SetLabel(s.Own())}}
		f.Rule, f.Inputs, f.Notes = ruleAgainst, []figure.Address{numberAt, figure.At(coverage.Segment, s.Own(), "offices"), methodAt, populationAt}, s.notes()
		switch path[4] {
		case "gained":
			f.Value = figure.OfCount(int(coverage.Sum(h.Gained)))
		case "lost":
			f.Value = figure.OfCount(int(coverage.Sum(h.Lost)))
		default:
			return false
		}
		return true
	}
	return false
}

func (s *Siting) conflictFigure(f *figure.Figure, goal, nth string) bool {
	if !isGoal(goal) {
		return false
	}
	b, err := s.best(context.Background(), Goal(goal))
	if err != nil {
		return false
	}
	k, ok := index(nth, len(b.Conflict))
	if !ok {
		return false
	}
	r := &s.Rules[b.Conflict[k]]
	f.Label = figure.Label{Key: "siting.conflict", Args: []any{s.RuleLabel(b.Conflict[k])}}
	f.Value, f.Rule, f.Inputs = figure.OfCount(r.Min), ruleConflict, []figure.Address{numberAt, s.clauseAt(r, s.clauseField(r))}
	return true
}

func (s *Siting) curveFigure(f *figure.Figure, path []string) bool {
	c := s.curves[[2]Goal{Goal(path[0]), Goal(path[1])}]
	if c == nil {
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
		f.Value = valueOf(c.A, p.A, people, true)
	case "b":
		f.Value = valueOf(c.B, p.B, people, true)
	case "bound":
		f.Value = valueOf(c.A, p.Bound, people, true)
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
	case "detour":
		l.Args = []any{figure.OfRate(float64(v.Of.(int)) / 1000)}
	}
	return l
}

func (s *Siting) variantFigure(f *figure.Figure, goal, nth string) bool {
	x := s.stays[Goal(goal)]
	if x == nil {
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
