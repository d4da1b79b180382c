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
		if len(s.Rules[i].Types) > 0 && !g.isTyped() {
			continue
		}
		for _, at := range s.groundsOf(&s.Rules[i]) {
			if !slices.Contains(f.Inputs, at) {
				f.Inputs = append(f.Inputs, at)
			}
		}
	}
	x, err := s.score(context.Background(), BestID(g))
	if err != nil || x == nil {
		return false
	}
	switch path[1] {
	case "value":
		f.Value, f.Rule, f.Inputs = valueIn(g, x), figure.Same, []figure.Address{set}
	case "bound":
		f.Value = valueOf(g, exactly(b.Bound), x.People, len(x.Opened), x.Reached == x.People)
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
	case "type":
		if len(p.Types) != 1 || !b.Goal.isTyped() {
			return false
		}
		f.Value, f.Rule, f.Inputs = figure.OfWords(string(p.Types[0])), ruleChosen, []figure.Address{figure.At(Segment, "best", b.Goal, "bound")}
	case "stays":
		x, err := s.stay(context.Background(), b.Goal)
		if err != nil {
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
	of := s.sizeAt(id)
	f.Rule = ruleMeasure
	switch what {
	case "opened":
		f.Value, f.Inputs = figure.OfCount(len(x.Opened)), []figure.Address{of}
	case "last":
		f.Value = figure.Unknown(figure.Days)
		if x.Last.Known {
			f.Value = figure.Between(figure.Days, x.Last.Low, x.Last.High)
		}
		f.Rule, f.Inputs = ruleDays, append(append([]figure.Address{of}, s.grounds(Time)...), s.forecasts(x)...)
	case "share":
		f.Label.Args = append(f.Label.Args, s.Options.Minutes)
		f.Value = figure.Unknown(figure.Share)
		if x.People > 0 {
			f.Value = figure.OfShare(1 - float64(x.Values[Within].Low)/float64(x.People))
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
		f.Value, f.Inputs = valueIn(g, x), append([]figure.Address{of}, s.grounds(g)...)
		switch {
		case g == Cost:
			f.Rule = ruleTypes
		case g == Time:
			f.Rule, f.Inputs = ruleDays, append(f.Inputs, s.forecasts(x)...)
		case g == Room:
			f.Rule = ruleRoom
		}
		if goalOf(id) == "" && g.isTyped() {
			f.Inputs = append(f.Inputs, s.claims(x)...)
		}
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
	f.Value, f.Rule, f.Inputs = figure.OfWords(x.Rules[k].String()), ruleKept, s.groundsOf(r)
	return true
}

// RuleLabel says in words what a rule asks.
func (s *Siting) RuleLabel(k int) figure.Label {
	r := &s.Rules[k]
	switch {
	case len(r.Types) > 0:
		return figure.Label{Key: "siting.asks.types", Args: []any{r.Min, s.typeNames(r.Types)}}
	case len(r.Rounds) > 0:
		return figure.Label{Key: "siting.asks.rounds", Args: []any{r.Min, s.roundNames(r.Rounds)}}
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
		f.Rule, f.Notes = ruleAgainst, s.notes()
		f.Inputs = []figure.Address{s.sizeAt(path[0]), figure.At(coverage.Segment, s.Own(), "offices"), methodAt, populationAt}
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
	f.Value, f.Rule, f.Inputs = figure.OfCount(r.Min), ruleConflict, append([]figure.Address{numberAt}, s.groundsOf(r)...)
	return true
}
