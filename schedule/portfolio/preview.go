package portfolio

import (
	"context"
	"slices"
)

// Move is what happens to a project between two plans. It is in both, or Before or After is −1.
type Move struct {
	Key           uint64
	Before, After Project
	// Start and Milestone are days after − before; 0 where the project is in one plan only.
	Start, Milestone int32
	// From and To are the leaders.
	From, To Leader
}

// Moves lists the projects, matched by Key, whose start, milestone or leader differs between two plans, in the order of the second; those
// that are gone come last. That what has finished needs no leader any more is no difference.
func Moves(before, after *Plan) []Move {
	a, b := before.Portfolio, after.Portfolio
	var out []Move
	for q := range b.spec.Projects {
		m := Move{Key: b.spec.Projects[q].Key, Before: a.byKey(b.spec.Projects[q].Key), After: Project(q), To: after.Leader[q]}
		if m.Before >= 0 {
			m.From = before.Leader[m.Before]
			was, _ := a.span(before.Schedule, m.Before)
			is, _ := b.span(after.Schedule, m.After)
			m.Start = is - was
			m.Milestone = after.Finish[b.spec.Projects[q].Milestone] - before.Finish[a.spec.Projects[m.Before].Milestone]
			if m.Start == 0 && m.Milestone == 0 && (m.From == m.To || b.finished(m.After)) {
				continue
			}
		}
		out = append(out, m)
	}
	for p := range a.spec.Projects {
		if key := a.spec.Projects[p].Key; b.byKey(key) < 0 {
			out = append(out, Move{Key: key, Before: Project(p), After: -1, From: before.Leader[p]})
		}
	}
	return out
}

func (c *Portfolio) byKey(key uint64) Project {
	return Project(slices.IndexFunc(c.spec.Projects, func(p ProjectSpec) bool { return p.Key == key }))
}

// Preview generates the schedule of a changed Portfolio with the decisions of a former plan: its order, its leaders by their positions, its
// ways; projects that are new come last. So only what the change forces to move moves, or moves up to what it frees, and what is pinned
// or has happened does not. The plan is not improved: Solve may find a better one that moves more.
func Preview(ctx context.Context, former *Plan, c *Portfolio) (*Effect, error) {
	s := newSearch(c, 0)
	s.recall(former)
	s.try()
	after, err := s.result(c.bounds(), false)
	if err != nil {
		return nil, err
	}
	after.options = former.options
	return effect(former, after), ctx.Err()
}

// stay puts off each project to its start in a former plan, so that what is still possible of it comes out again.
func (s *search) stay(former *Plan) {
	for q := range s.recipe.notBefore {
		if p := former.Portfolio.byKey(s.g.c.spec.Projects[q].Key); p >= 0 {
			s.recipe.notBefore[q], _ = former.Portfolio.span(former.Schedule, p)
		}
	}
}

// recall sets the recipe at work to that of a former plan, as far as it fits.
func (s *search) recall(former *Plan) {
	c, old := s.g.c, former.Portfolio
	r := &s.recipe
	seen := make([]bool, len(r.order))
	r.order = r.order[:0]
	for _, p := range former.recipe.order {
		if q := c.byKey(old.spec.Projects[p].Key); q >= 0 {
			r.order, seen[q] = append(r.order, q), true
			r.notBefore[q] = former.recipe.notBefore[p]
			spec, l := &c.spec.Projects[q], former.Leader[p]
			if int(l) <= len(c.spec.Leaders) && (len(spec.Leaders) == 0 || slices.Contains(spec.Leaders, l)) {
				r.prefer[q] = l
			}
		}
	}
	for q := range seen {
		if !seen[q] {
			r.order = append(r.order, Project(q))
		}
	}
	for _, at := range s.open {
		for k := range old.spec.Choices {
			if old.spec.Choices[k].Key == c.spec.Choices[at].Key && int(former.Way[k]) < len(c.spec.Choices[at].Ways) {
				r.way[at] = former.Way[k]
			}
		}
	}
}
