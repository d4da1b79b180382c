package portfolio

import (
	"context"
	"slices"
)

// search is the state of a local search over recipes.
type search struct {
	g      *generator
	rand   random
	recipe recipe // the one at work
	here   recipe // the one it was made from
	best   recipe
	score  Score
	local  Score // of here
	top    Score // of best
	plan   *Schedule
	open   []int
	wait   bool // a goal may reward waiting
	many   bool // not all leaders are equal
	n      int
}

func (r *recipe) set(o *recipe) {
	r.order = append(r.order[:0], o.order...)
	r.prefer = append(r.prefer[:0], o.prefer...)
	r.notBefore = append(r.notBefore[:0], o.notBefore...)
	r.way = append(r.way[:0], o.way...)
}

func newSearch(c *Portfolio, seed uint64) *search {
	s := &search{g: newGenerator(c), rand: random{seed}}
	n := len(c.spec.Projects)
	s.recipe = recipe{make([]Project, n), make([]Leader, n), make([]int32, n), nil}
	s.recipe.way, s.open = c.firstWays()
	s.wait = slices.ContainsFunc(c.goals, func(g Goal) bool { return g.Kind == Level || g.Kind == Peak })
	s.many = slices.ContainsFunc(c.class[1:], func(l Leader) bool { return l != 1 }) ||
		slices.ContainsFunc(c.spec.Projects, func(p ProjectSpec) bool { return len(p.Leaders) > 0 || p.Leader > 0 })
	return s
}

// try generates the recipe at work and keeps it where it is the best.
func (s *search) try() {
	s.n++
	s.g.generate(&s.recipe)
	s.score = s.g.score(s.score[:0])
	if s.plan == nil || s.score.less(s.top) {
		s.top = append(s.top[:0], s.score...)
		s.best.set(&s.recipe)
		s.plan = s.g.now.clone()
	}
}

// run tries the priority rules and then changes the best order again and again: an insertion or a swap that makes nothing worse
// is kept; after a long time without gain the best is shaken and the search goes on from there.
func (s *search) run(ctx context.Context, schedules int, enough func(Score) bool) {
	c := s.g.c
	x := c.alone(s.recipe.way)
	for _, order := range c.orders(&x) {
		copy(s.recipe.order, order)
		s.try()
	}
	if s.wait {
		s.spread()
	}
	s.here.set(&s.best)
	s.local = append(s.local[:0], s.top...)
	patience := 20 + 4*len(c.spec.Projects)
	if n := len(c.spec.Projects); n == 0 || n == 1 && len(s.open) == 0 && !s.wait && !s.many {
		return
	}
	for idle := 0; s.n < schedules && ctx.Err() == nil && !enough(s.top); idle++ {
		s.recipe.set(&s.here)
		s.change()
		if idle > patience {
			s.recipe.set(&s.best)
			for range 3 {
				s.change()
			}
		}
		s.try()
		if better := s.score.less(s.local); better || idle > patience || !s.local.less(s.score) {
			if better || idle > patience {
				idle = 0
			}
			s.here.set(&s.recipe)
			s.local = append(s.local[:0], s.score...)
		}
	}
}

// widest bounds how many projects at once are tried as a limit.
const widest = 16

// spread tries the best order with fewer and fewer projects at once: one step at a time, waiting looks worse before it gets better.
func (s *search) spread() {
	s.recipe.set(&s.best)
	for limit := min(len(s.recipe.order), widest); limit > 0; limit-- {
		clear(s.recipe.notBefore)
		s.g.limit = int32(limit)
		s.g.generate(&s.recipe)
		s.g.limit = 0
		for p := range s.recipe.notBefore {
			s.recipe.notBefore[p], _ = s.g.c.span(&s.g.now, Project(p))
		}
		s.try()
	}
}

// change makes one random change to the recipe at work.
func (s *search) change() {
	r, n := &s.recipe, len(s.recipe.order)
	kind := s.rand.below(16)
	switch {
	case kind < 2 && len(s.open) > 0:
		at := s.open[s.rand.below(len(s.open))]
		r.way[at] = int32(s.rand.below(len(s.g.c.spec.Choices[at].Ways)))
		return
	case kind < 5 && s.wait:
		p := s.rand.below(n)
		switch s.rand.below(3) {
		case 0:
			r.notBefore[p] = 0
		case 1: // until another has finished
			_, last := s.g.c.span(s.plan, Project(s.rand.below(n)))
			r.notBefore[p] = last
		default:
			first, _ := s.g.c.span(s.plan, Project(p))
			r.notBefore[p] = max(0, first+int32(s.rand.below(120))-30)
		}
		return
	case kind < 7 && s.many:
		p := s.rand.below(n)
		spec := &s.g.c.spec.Projects[p]
		r.prefer[p] = Leader(s.rand.below(len(s.g.c.spec.Leaders) + 1))
		if len(spec.Leaders) > 0 {
			r.prefer[p] = spec.Leaders[s.rand.below(len(spec.Leaders))]
		}
		return
	}
	i, j := s.rand.below(n), s.rand.below(n)
	if kind < 9 {
		r.order[i], r.order[j] = r.order[j], r.order[i]
		return
	}
	p := r.order[i]
	r.order = slices.Insert(slices.Delete(r.order, i, i+1), j, p)
}
