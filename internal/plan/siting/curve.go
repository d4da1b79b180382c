package siting

import (
	"context"
	"fmt"
	"slices"

	"github.com/etablera/etablera/locate"
)

// Curve is the trade-off between two goals: the least of A that is possible when B
// is at most so much.
type Curve struct {
	A, B   Goal
	Points []CurvePoint
}

// CurvePoint is one set on the trade-off, and what is proven of it.
type CurvePoint struct {
	A, B   int64
	Bound  int64 // no set with at most this point's limit on B has less of A
	Places []Opened
}

// CurvePoints is how many points a trade-off has, its ends among them.
const CurvePoints = 6

// Curve follows what one goal costs in another, once.
func (s *Siting) Curve(ctx context.Context, a, b Goal) (*Curve, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.curve(ctx, a, b)
}

// NoCurveError says that no trade-off can be followed for a goal.
type NoCurveError struct{ Goal Goal }

func (e NoCurveError) Error() string {
	return "no trade-off can be followed for the goal " + string(e.Goal)
}

func (s *Siting) curve(ctx context.Context, a, b Goal) (*Curve, error) {
	for _, g := range []Goal{a, b} {
		lack, err := s.lack(ctx, g)
		if err != nil {
			return nil, err
		}
		if !g.HasCurve() || lack != "" || b == Room {
			return nil, NoCurveError{g}
		}
	}
	key := [2]Goal{a, b}
	if c := s.curves[key]; c != nil {
		return c, nil
	}
	w, err := s.ready(ctx)
	if err != nil {
		return nil, err
	}
	c := &Curve{A: a, B: b}
	q, err := s.ask(ctx, w, s.mustGive(w, a.isTyped() || b.isTyped()).Least > 0, a, b)
	if err != nil {
		return nil, err
	}
	first, err := s.under(ctx, q, w, 0, locate.NoLimit)
	if err != nil || first == nil {
		return c, err
	}
	last, err := s.under(ctx, q, w, 1, locate.NoLimit)
	if err != nil || last == nil {
		return c, err
	}
	c.Points = append(c.Points, *first)
	for k := int64(1); k < CurvePoints; k++ {
		limit := first.B - (first.B-last.B)*k/(CurvePoints-1)
		if limit >= c.Points[len(c.Points)-1].B {
			continue // the point before is as good in both
		}
		p, err := s.under(ctx, q, w, 0, limit)
		if err != nil {
			return nil, err
		}
		if p == nil {
			continue
		}
		// A bound under a looser limit holds under this one too.
		p.Bound = max(p.Bound, c.Points[len(c.Points)-1].Bound)
		if n := len(c.Points) - 1; p.A <= c.Points[n].A {
			c.Points[n] = *p // as good in one, better in the other
			continue
		}
		c.Points = append(c.Points, *p)
	}
	s.curves[key] = c
	return c, nil
}

// curveNodes bounds the work on each point, and curveGap is near enough: what is left
// of the gap shows in the bound.
const (
	curveNodes = 16
	curveGap   = 0.005
)

// under minimises one measure while the other is at most so much (ε-constraint;
// Haimes, Lasdon & Wismer 1971); nil where no set is found.
func (s *Siting) under(ctx context.Context, q *question, w *world, goal int, limit int64) (*CurvePoint, error) {
	held := *q.spec
	held.Measures = slices.Clone(q.spec.Measures)
	for m := range held.Measures {
		held.Measures[m].Factor = 0
		// A measure must count somewhere; without a limit the cap binds nothing.
		held.Measures[m].Capped, held.Measures[m].Cap = m != goal, min(limit, 1<<56)
	}
	held.Measures[goal].Factor = 1
	o := s.limits()
	o.Nodes, o.Gap = curveNodes, max(o.Gap, curveGap)
	a, err := locate.Solve(ctx, &held, o)
	if err != nil {
		return nil, fmt.Errorf("siting, a trade-off: %w", err)
	}
	if err := ctx.Err(); err != nil || !a.Found {
		return nil, err
	}
	return &CurvePoint{A: a.Measures[0], B: a.Measures[1], Bound: a.Bound, Places: q.opened(s, w, a.Options)}, nil
}
