package portfolio

import (
	"context"
	"slices"
)

// ordered tells whether the best order of projects, each placed as early as possible under the best leader, is a best schedule:
// only leaders bind, no goal rewards waiting, and a project that starts later never finishes earlier nor holds its
// leader for a shorter time. Then any schedule can be taken project by project in the order of its starts and each placed no
// later than it was. The smallest instances are settled so.
func (c *Portfolio) ordered(x *alone) bool {
	s := c.spec
	for _, g := range c.goals {
		if g.Kind == Level || g.Kind == Peak {
			return false
		}
	}
	if _, open := c.firstWays(); len(open) > 0 || len(c.maxOf.of) > 0 || c.contended() {
		return false
	}
	for i := range s.Clocks {
		if s.Clocks[i].shrinks() {
			return false
		}
	}
	for i := range s.Activities {
		a := &s.Activities[i]
		if a.Finished.Known {
			continue
		}
		// A release later than the project's first start makes the project hold its leader while it waits.
		early := a.Release.Known && a.Release.Value > x.start[a.Project]
		if a.Deadline.Known || a.Pinned.Known || a.Started.Known || early {
			return false
		}
	}
	for p := range s.Projects {
		spec := &s.Projects[p]
		if len(spec.Handover) > 0 || c.started(Project(p)) && !c.finished(Project(p)) {
			return false
		}
		for k, a := range c.activities(Project(p)) {
			// The same where an activity without predecessors has a calendar of its own beside others.
			if k > 0 && len(c.into.at(int32(a))) == 0 {
				return false
			}
		}
	}
	return true
}

// contended tells whether any team could ever be short: even if all its work were done at once.
func (c *Portfolio) contended() bool {
	for t := range c.spec.Teams {
		spec, sum := &c.spec.Teams[t], int32(0)
		least := spec.Capacity
		for _, st := range spec.Steps {
			least = min(least, st.Capacity)
		}
		for _, d := range c.spec.Demands {
			if int(d.Team) == t {
				sum += d.Amount
			}
		}
		if sum > least {
			return true
		}
	}
	return false
}

// smallest is how many led projects a proof is tried for: with more, the orders are too many for any number of nodes that is worth its time.
const smallest = 12

// exact searches all orders of starts and all leaders by branch and bound.
type exact struct {
	s      *search
	x      alone
	nodes  int
	placed []bool
	used   []bool // by leader: has something been given to this one
	equal  bool   // equal leaders can stand for one another: nobody is asked for by name
	bound  Score
	first  []Project // what needs no leader
	order  []Project // what has been placed since
	ctx    context.Context
}

// prove searches on from what the heuristic has found and tells whether the search was complete. Exponential in the number of
// projects; nodes bounds it.
func (s *search) prove(ctx context.Context, nodes int) bool {
	c := s.g.c
	x := c.alone(s.best.way)
	if !c.ordered(&x) {
		return false
	}
	n := len(c.spec.Projects)
	e := &exact{s: s, x: x, nodes: nodes, ctx: ctx, placed: make([]bool, n), used: make([]bool, len(c.spec.Leaders)+1)}
	e.equal = !slices.ContainsFunc(c.spec.Projects, func(p ProjectSpec) bool { return p.Leader > 0 || len(p.Leaders) > 0 })
	copy(s.g.now.Way, s.best.way)
	s.g.begin()
	s.recipe.set(&s.best)
	clear(s.recipe.prefer)
	clear(s.recipe.notBefore)
	left := 0
	for p := range n {
		if c.spec.Projects[p].Unled || c.finished(Project(p)) {
			s.g.place(Project(p), &s.recipe)
			e.placed[p] = true
			e.first = append(e.first, Project(p))
		} else {
			left++
		}
	}
	if left > smallest {
		return false
	}
	return e.branch(left, 0, 0)
}

// branch places one more project that starts no earlier than the one before; it returns false where it had to stop.
func (e *exact) branch(left int, since int32, before Project) bool {
	s, g := e.s, e.s.g
	if e.nodes--; e.nodes < 0 || e.ctx.Err() != nil {
		return false
	}
	if left == 0 {
		s.score = g.score(s.score[:0])
		if s.score.less(s.top) {
			s.top = append(s.top[:0], s.score...)
			s.plan = g.now.clone()
			s.best.set(&recipe{append(slices.Clone(e.first), e.order...), g.now.Leader, s.recipe.notBefore, g.now.Way})
		}
		return true
	}
	if !e.promising(since) {
		return true
	}
	c := g.c
	for p := range Project(len(e.placed)) {
		if e.placed[p] {
			continue
		}
		e.placed[p] = true
		seen := make([]Leader, 0, 8)
		for l := Leader(1); int(l) <= len(g.leaders); l++ {
			spec := &c.spec.Projects[p]
			if spec.Leader > 0 && l != spec.Leader || spec.Leader == 0 && len(spec.Leaders) > 0 && !slices.Contains(spec.Leaders, l) {
				continue
			}
			if !e.used[l] && e.equal {
				if slices.Contains(seen, c.class[l]) {
					continue // another who is equal and has nothing either
				}
				seen = append(seen, c.class[l])
			}
			if !e.under(p, l, left, since, before) {
				return false
			}
		}
		e.placed[p] = false
	}
	return true
}

// under places a project under a leader, searches on, and takes it back.
func (e *exact) under(p Project, l Leader, left int, since int32, before Project) bool {
	g := e.s.g
	breach := g.breach
	e.s.recipe.prefer[p] = l
	g.place(p, &e.s.recipe)
	first, last := g.c.span(&g.now, p)
	done := true
	if kept := g.breach == breach; kept && (first > since || first == since && p >= before) {
		was := e.used[l]
		e.used[l] = true
		e.order = append(e.order, p)
		done = e.branch(left-1, first, p)
		e.order = e.order[:len(e.order)-1]
		e.used[l] = was
	}
	if done {
		g.breach = breach
		g.lift(p)
		for _, x := range g.c.legs(p, l, first, last, g.legs[:0]) {
			g.leaders[x.leader-1].take(x.from, x.to, -1)
		}
	}
	return done
}

// promising tells whether what is placed, and each of the others alone from since on, could be better than the best.
func (e *exact) promising(since int32) bool {
	c, g := e.s.g.c, e.s.g
	e.bound = append(e.bound[:0], 0)
	day := func(p Project) int32 {
		if e.placed[p] {
			return g.now.Finish[c.spec.Projects[p].Milestone]
		}
		return max(e.x.milestone[p], since)
	}
	for _, goal := range c.goals {
		total := int64(0)
		for p := range Project(len(e.placed)) {
			switch {
			case goal.Kind != Makespan:
				total += c.penalty(p, day(p), goal)
			case e.placed[p]:
				_, last := c.span(&g.now, p)
				total = max(total, int64(last))
			default:
				total = max(total, int64(e.x.last[p]))
			}
		}
		e.bound = append(e.bound, total)
	}
	sum := int64(0)
	for p := range Project(len(e.placed)) {
		sum += int64(day(p))
	}
	e.bound = append(e.bound, sum)
	return e.bound.less(e.s.top)
}
