package locate

import (
	"context"
	"fmt"
	"slices"
)

// Point is one place on a trade-off: the least of measure a that is possible when
// measure b is at most Limit.
type Point struct {
	Limit  int64 // on b
	A, B   int64 // what the choice gives
	Bound  int64 // on a under the limit: nothing can beat it
	Answer *Answer
}

// unlimited is a cap that binds nothing.
const unlimited = maxTotal / 2

// Tradeoff follows what measure a costs in measure b, from the best a to the best b,
// by ε-constraint (Haimes, Lasdon & Wismer 1971): a is minimised under a limit on b,
// which the solver prices like every cap. With points ≥ 2 the limits are spread
// evenly between the ends; with points 0 every step is taken, each limit one below
// the last b, which gives all efficient values if every Answer is proven. Costs must
// be in Measures: Option.Cost takes no part. An error names what is wrong.
func Tradeoff(ctx context.Context, s *Spec, a, b, points int, o Options) ([]Point, error) {
	if n := len(s.Measures); a < 0 || b < 0 || a >= n || b >= n || a == b {
		return nil, fmt.Errorf("trade-off between measures %d and %d: want two different ones of %d", a, b, n)
	}
	if points == 1 || points < 0 {
		return nil, fmt.Errorf("trade-off in %d points: want 0 for all, or at least 2", points)
	}
	least, err := Solve(ctx, s.only(b, a, capOf(s, a)), o)
	if err != nil || !least.Found {
		return nil, err
	}
	low := least.Measures[b]
	first, err := s.efficient(ctx, a, b, capOf(s, b), o)
	if err != nil || first == nil {
		return nil, err
	}
	list := []Point{*first}
	for k := 1; ; k++ {
		limit := list[len(list)-1].B - 1
		if points > 0 {
			limit = min(limit, first.B-int64(float64(first.B-low)*float64(k)/float64(points-1)))
		}
		if limit < low || points > 0 && k >= points || ctx.Err() != nil {
			return list, nil
		}
		next, err := s.efficient(ctx, a, b, limit, o)
		if err != nil || next == nil {
			return list, err
		}
		list = append(list, *next)
	}
}

// efficient minimises a under the limit on b, and then b at that a, so that the
// point is beaten in neither.
func (s *Spec) efficient(ctx context.Context, a, b int, limit int64, o Options) (*Point, error) {
	best, err := Solve(ctx, s.only(a, b, limit), o)
	if err != nil || !best.Found {
		return nil, err
	}
	p := &Point{Limit: limit, A: best.Measures[a], B: best.Measures[b], Bound: best.Bound, Answer: best}
	if ctx.Err() != nil {
		return p, nil
	}
	second, err := Solve(ctx, s.only(b, a, p.A), o)
	if err != nil {
		return nil, err
	}
	if second.Found && second.Measures[b] < p.B {
		p.A, p.B = second.Measures[a], second.Measures[b]
		p.Answer.Choice = second.Choice
		p.Answer.Value = p.A
	}
	return p, nil
}

// only is the Spec with one measure as its objective and a cap on another.
func (s *Spec) only(goal, held int, limit int64) *Spec {
	c := *s
	c.Measures, c.Options = slices.Clone(s.Measures), slices.Clone(s.Options)
	for j := range c.Options {
		c.Options[j].Cost = 0
	}
	for m := range c.Measures {
		k := &c.Measures[m]
		k.Factor = 0
		switch {
		case m == goal:
			k.Factor = 1
		case m == held:
			k.Capped, k.Cap = true, limit
		case !k.Capped:
			k.Capped, k.Cap = true, unlimited
		}
	}
	return &c
}

func capOf(s *Spec, m int) int64 {
	if s.Measures[m].Capped {
		return s.Measures[m].Cap
	}
	return unlimited
}
