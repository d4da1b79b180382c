package rounds

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/locate/division"
)

// Curve is the trade-off between two goals: the least of A that is possible when B is at
// most so much.
type Curve struct {
	A, B   Goal
	Points []Point
}

// Point is one division on the trade-off, and what is proven of it.
type Point struct {
	a, b  int64
	bound int64 // no division with at most this point's limit on B has less of A
}

// maxPoints is how many points a trade-off has at most; a shorter one has every value.
const maxPoints = 12

// Curve follows what one goal costs in another, from the best A to the best B, once.
func (r *Rounds) Curve(ctx context.Context, a, b Goal) (*Curve, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if c := r.curves[[2]Goal{a, b}]; c != nil {
		return c, nil
	}
	w, err := r.ready(ctx)
	if err != nil {
		return nil, err
	}
	c := &Curve{A: a, B: b}
	last, err := division.Solve(ctx, &w.problem, b.engine(), division.Unlimited(), r.limits())
	if err != nil {
		return nil, err
	}
	limit, first := division.NoLimit, int64(0)
	for len(c.Points) < maxPoints && last.Found && limit >= last.Values[b.engine()] {
		p, err := r.under(ctx, w, a, b, limit)
		if err != nil {
			return nil, err
		}
		if p == nil {
			break
		}
		if len(c.Points) == 0 {
			first = p.b
		}
		c.Points = append(c.Points, *p)
		// The next value, or an even step where there are too many.
		limit = min(p.b-1, first-(first-last.Values[b.engine()])*int64(len(c.Points))/(maxPoints-1))
		if len(c.Points) == maxPoints-1 {
			limit = min(p.b-1, last.Values[b.engine()])
		}
	}
	r.curves[[2]Goal{a, b}] = c
	return c, nil
}

// under minimises one goal while the other is at most so much, and then the other at
// that, so that the point is beaten in neither.
func (r *Rounds) under(ctx context.Context, w *world, a, b Goal, most int64) (*Point, error) {
	limit := division.Unlimited()
	limit[b.engine()] = most
	x, err := division.Solve(ctx, &w.problem, a.engine(), limit, r.limits())
	if err != nil {
		return nil, fmt.Errorf("rounds, a trade-off: %w", err)
	}
	if !x.Found {
		return nil, nil
	}
	p := &Point{a: x.Values[a.engine()], b: x.Values[b.engine()], bound: x.Bound}
	limit[a.engine()] = p.a
	y, err := division.Solve(ctx, &w.problem, b.engine(), limit, r.limits())
	if err != nil {
		return nil, fmt.Errorf("rounds, a trade-off: %w", err)
	}
	if y.Found {
		p.a, p.b = min(p.a, y.Values[a.engine()]), y.Values[b.engine()]
	}
	return p, nil
}
