package rounds

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/locate/division"
)

// Best is what is proven of the best division for a goal. The division itself has the id
// BestID; of divisions equally good for the goal it is one that is best in the others,
// taken one after another.
type Best struct {
	Goal   Goal
	Found  bool
	Proven bool
	Gap    float64
	bound  int64
}

// Best solves a goal, once.
func (r *Rounds) Best(ctx context.Context, g Goal) (*Best, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.best(ctx, g)
}

func (r *Rounds) best(ctx context.Context, g Goal) (*Best, error) {
	if b := r.bests[g]; b != nil {
		return b, nil
	}
	w, err := r.ready(ctx)
	if err != nil {
		return nil, err
	}
	first, of, err := r.efficient(ctx, w, g, division.Unlimited(), Goals)
	if err != nil {
		return nil, err
	}
	b := &Best{Goal: g, Found: first.Found, Proven: first.Proven, Gap: first.Gap(g.engine()), bound: first.Bound}
	if first.Found {
		if _, err := r.keep(ctx, w, BestID(g), of); err != nil {
			return nil, err
		}
	}
	r.bests[g] = b
	return b, nil
}

// efficient finds the least of a goal within limits, and among those divisions the least of
// the other goals, one after another: what comes out is beaten in none.
func (r *Rounds) efficient(ctx context.Context, w *world, g Goal, limit division.Values, goals []Goal) (*division.Answer, []int32, error) {
	first, err := division.Solve(ctx, &w.problem, g.engine(), limit, r.limits())
	if err != nil {
		return nil, nil, fmt.Errorf("rounds, %s: %w", g, err)
	}
	if !first.Found {
		return first, nil, nil
	}
	of := first.Division
	limit[g.engine()] = first.Values[g.engine()]
	for _, h := range goals {
		if h == g {
			continue
		}
		next, err := division.Solve(ctx, &w.problem, h.engine(), limit, r.limits())
		if err != nil {
			return nil, nil, fmt.Errorf("rounds, %s after %s: %w", h, g, err)
		}
		if !next.Found {
			break // cut short: what was found before stands
		}
		of = next.Division
		limit[h.engine()] = next.Values[h.engine()]
	}
	return first, of, nil
}
