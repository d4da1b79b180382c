package portfolio

import (
	"context"
	"slices"
)

// Defaults of [Options].
const (
	DefaultSchedules = 400
	DefaultNodes     = 20_000
)

// Options steer [Solve]. The zero value is usable.
type Options struct {
	Seed      uint64
	Schedules int // to be tried; 0 means DefaultSchedules
	Nodes     int // of the proof; 0 means DefaultNodes, below 0 no proof
	// from is a plan whose decisions are tried as well.
	from *Plan
}

// Plan is the best schedule found, and how good it is.
type Plan struct {
	*Schedule
	Portfolio *Portfolio
	// Value and Bound go by the goals: what the schedule costs, and what no schedule can beat.
	Value, Bound []int64
	// Proven says that no schedule is better, goals in their order.
	Proven    bool
	Schedules int // tried

	recipe  recipe
	options Options
}

// Gap returns by what share of the bound a goal's value lies above it; 0 where it is met, +1 for each unit where the bound is 0.
func (p *Plan) Gap(goal int) float64 {
	return float64(p.Value[goal]-p.Bound[goal]) / float64(max(p.Bound[goal], 1))
}

// Solve finds a good schedule, the best where it can prove it. The same Portfolio and Options give the same Plan, unless the
// context ends first. The error is an *InfeasibleError, or that of the context where it ended before any schedule.
func Solve(ctx context.Context, c *Portfolio, opt Options) (*Plan, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if opt.Schedules == 0 {
		opt.Schedules = DefaultSchedules
	}
	if opt.Nodes == 0 {
		opt.Nodes = DefaultNodes
	}
	bound := c.bounds()
	enough := func(s Score) bool { return s[0] == 0 && slices.Equal(s.goals(), bound) }
	s := newSearch(c, opt.Seed)
	if opt.from != nil {
		s.recall(opt.from)
		s.try()
		s.stay(opt.from)
		s.try()
		s.recall(opt.from)
		clear(s.recipe.prefer)
		s.try()
		clear(s.recipe.notBefore)
	}
	s.run(ctx, opt.Schedules, enough)
	proven := enough(s.top)
	if !proven && opt.Nodes > 0 && s.top[0] == 0 {
		proven = s.prove(ctx, opt.Nodes)
	}
	p, err := s.result(bound, proven)
	if err == nil {
		opt.from = nil
		p.options = opt
	}
	return p, err
}

// result hands out the best schedule, once it has been checked.
func (s *search) result(bound []int64, proven bool) (*Plan, error) {
	c := s.g.c
	if v := Check(c.spec, s.plan); len(v) > 0 || s.top[0] > 0 {
		return nil, &InfeasibleError{v}
	}
	p := &Plan{Schedule: s.plan, Portfolio: c, Value: slices.Clone(s.top.goals()), Bound: bound, Proven: proven, Schedules: s.n, recipe: s.best}
	if proven {
		p.Bound[0] = p.Value[0]
	}
	return p, nil
}
