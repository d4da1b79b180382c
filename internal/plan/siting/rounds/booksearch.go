package rounds

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
)

// sought are what every search rests on.
func (r *Rounds) sought(g Goal) []figure.Address {
	out := append(r.grounds(g), officesAt)
	for k := range r.Rounds {
		out = append(out, figure.At(Segment, "size", r.Rounds[k].ID, "least"), figure.At(Segment, "size", r.Rounds[k].ID, "most"))
	}
	for i := range r.Offices {
		if at := figure.FactAt("offices", r.Offices[i].ID, "categories"); g == Balance && len(r.Offices[i].Categories) > 0 && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

func (r *Rounds) bestFigure(f *figure.Figure, g Goal, what string) bool {
	b, err := r.best(context.Background(), g)
	if err != nil || !b.Found {
		return false
	}
	f.Label = figure.Label{Key: "rounds.best." + what, Args: []any{g.Label()}}
	f.Rule, f.Inputs, f.Notes = ruleBound, r.sought(g), r.notes(g)
	d := r.divisions[BestID(g)]
	switch what {
	case "value":
		f.Value, f.Rule, f.Inputs = r.Value(d, g), figure.Same, []figure.Address{d.at("division", d.ID, g)}
	case "bound":
		f.Value = r.world.valueOf(g, b.bound)
	case "gap":
		f.Value = figure.OfShare(b.Gap)
	default:
		return false
	}
	return true
}

func (r *Rounds) stepFigure(f *figure.Figure, s Scope, g Goal, what string) bool {
	if !slices.Contains(Scopes, s) || !isGoal(string(g)) {
		return false
	}
	j, err := r.judge(context.Background(), s)
	if err != nil {
		return false
	}
	at := slices.IndexFunc(j.Steps, func(x Step) bool { return x.Goal == g })
	if at < 0 {
		return false
	}
	x, own := &j.Steps[at], r.divisions[Own]
	f.Label = figure.Label{Key: "rounds.step." + what, Args: []any{g.Label()}}
	f.Rule, f.Inputs, f.Notes = figure.Same, []figure.Address{own.at("division", Own, g)}, r.notes(g)
	switch what {
	case "own":
		f.Value = r.Value(own, g)
	case "least":
		d := own
		if x.Better {
			d = r.divisions[LeastID(s, g)]
		}
		f.Value, f.Inputs = r.Value(d, g), []figure.Address{d.at("division", d.ID, g)}
	case "bound":
		f.Value, f.Rule, f.Inputs = r.world.valueOf(g, min(x.bound, own.values[g.engine()])), ruleBound, r.sought(g)
		for _, h := range j.Goals {
			f.Inputs = append(f.Inputs, own.at("division", Own, h))
		}
	default:
		return false
	}
	return true
}

func (r *Rounds) verdictFigure(f *figure.Figure, s Scope) bool {
	if !slices.Contains(Scopes, s) {
		return false
	}
	j, err := r.judge(context.Background(), s)
	if err != nil {
		return false
	}
	f.Label, f.Value, f.Rule = figure.Label{Key: "rounds.verdict." + string(s)}, figure.OfWords(string(j.Verdict)), ruleVerdict
	for _, x := range j.Steps {
		for _, what := range []string{"own", "least", "bound"} {
			f.Inputs = append(f.Inputs, figure.At(Segment, "step", s, x.Goal, what))
		}
	}
	if len(j.Steps) == 0 {
		f.Inputs = []figure.Address{officesAt}
	}
	return true
}

func (r *Rounds) curveFigure(f *figure.Figure, path []string) bool {
	c := r.curves[[2]Goal{Goal(path[0]), Goal(path[1])}]
	if c == nil {
		return false
	}
	k, ok := index(path[2], len(c.Points))
	if !ok {
		return false
	}
	p := &c.Points[k]
	f.Label = figure.Label{Key: "rounds.curve." + path[3], Args: []any{c.A.Label(), c.B.Label()}}
	f.Rule, f.Notes, f.Inputs = ruleCurve, append(r.notes(c.A), r.notes(c.B)...), r.sought(c.A)
	for _, at := range r.sought(c.B) {
		if !slices.Contains(f.Inputs, at) {
			f.Inputs = append(f.Inputs, at)
		}
	}
	switch path[3] {
	case "a":
		f.Value = r.world.valueOf(c.A, p.a)
	case "b":
		f.Value = r.world.valueOf(c.B, p.b)
	case "bound":
		f.Value = r.world.valueOf(c.A, p.bound)
	default:
		return false
	}
	return true
}
