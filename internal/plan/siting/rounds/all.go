package rounds

import (
	"context"
	"iter"
	"maps"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
)

// All lists every figure that there is when every goal has been searched for and the own
// division judged: it searches for what has not. Trade-offs are listed once somebody has
// asked for them.
func (r *Rounds) All(ctx context.Context) iter.Seq[figure.Address] {
	var all []figure.Address
	at := func(segments ...any) { all = append(all, figure.At(append([]any{Segment}, segments...)...)) }
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, err := r.find(ctx, Own); err == nil {
		for _, what := range []string{"offices", "leaders", "each"} {
			at("option", what)
		}
		for k := range r.Rounds {
			for _, what := range []string{"own", "least", "most", "capacity"} {
				at("size", r.Rounds[k].ID, what)
			}
		}
		r.listSearches(ctx, at)
		for _, id := range slices.Sorted(maps.Keys(r.divisions)) {
			r.listDivision(id, at)
		}
	}
	return slices.Values(all)
}

func (r *Rounds) listSearches(ctx context.Context, at func(...any)) {
	for _, g := range Goals {
		if b, err := r.best(ctx, g); err == nil && b.Found {
			at("best", g, "value")
			at("best", g, "bound")
			at("best", g, "gap")
		}
		for _, h := range Goals {
			if c := r.curves[[2]Goal{g, h}]; c != nil {
				for k := range c.Points {
					for _, what := range []string{"a", "b", "bound"} {
						at("curve", g, h, k+1, what)
					}
				}
			}
		}
	}
	for _, s := range Scopes {
		j, err := r.judge(ctx, s)
		if err != nil {
			continue
		}
		at("verdict", s)
		for _, x := range j.Steps {
			for _, what := range []string{"own", "least", "bound"} {
				at("step", s, x.Goal, what)
			}
		}
	}
}

func (r *Rounds) listDivision(id string, at func(...any)) {
	for _, what := range []any{Balance, Spread, Access, Areas, "moved"} {
		at("division", id, what)
	}
	for i := range r.Offices {
		at("office", id, r.Offices[i].ID)
	}
	for k := range r.Rounds {
		round := r.Rounds[k].ID
		at("counties", id, round)
		for _, c := range r.world.categories {
			at("category", id, round, c, "count")
			at("category", id, round, c, "share")
		}
		for _, what := range []string{"days", "planned", "p50", "p80"} {
			at("open", id, round, what)
		}
	}
}
