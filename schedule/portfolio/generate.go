package portfolio

// recipe is what a schedule is generated from: an order of projects and, for each, what the search has decided.
type recipe struct {
	order     []Project
	prefer    []Leader // by project: the leader who must be taken; 0 leaves it open
	notBefore []int32  // by project
	way       []int32  // by choice, from 0
}

// generate makes the schedule of a recipe: first what has started, then what has a fixed start, then the rest,
// each in the order.
func (g *generator) generate(r *recipe) {
	copy(g.now.Way, r.way)
	g.begin()
	for i := range g.due {
		g.due[i] = true
	}
	for _, p := range r.order {
		if g.c.started(p) {
			g.place(p, r)
		}
	}
	for _, p := range r.order {
		if g.due[p] && g.pinned(p) {
			g.place(p, r)
		}
	}
	for _, p := range r.order {
		if g.due[p] {
			g.place(p, r)
		}
	}
}

func (g *generator) pinned(p Project) bool {
	for _, i := range g.c.activities(p) {
		if a := &g.c.spec.Activities[i]; a.Pinned.Known && g.present(a) {
			return true
		}
	}
	return false
}

// place lays a project at the first day on which a leader who may have it is free from its first start to its last
// finish, and gives it to the one who has been idle for the shortest time.
func (g *generator) place(p Project, r *recipe) {
	g.due[p] = false
	spec := &g.c.spec.Projects[p]
	g.now.Leader[p] = 0
	t := r.notBefore[p]
	for {
		first, last := g.layWithin(p, t)
		if spec.Unled || g.c.finished(p) {
			g.now.Leader[p] = spec.Leader
			return
		}
		if clash := g.crowded(p, first, last); clash >= 0 {
			g.lift(p)
			t = clash + 1
			continue
		}
		best, next := g.choose(p, r.prefer[p], first, last)
		stuck := next <= t || next >= MaxDay || g.c.started(p)
		if best > 0 {
			g.give(p, best, first, last)
			return
		}
		if stuck {
			if !g.c.started(p) {
				g.breach++
			}
			g.give(p, -best, first, last)
			return
		}
		g.lift(p)
		t = next
	}
}

// give makes l the leader of a project.
func (g *generator) give(p Project, l Leader, first, last int32) {
	g.now.Leader[p] = l
	g.legs = g.c.legs(p, l, first, last, g.legs[:0])
	for _, x := range g.legs {
		g.leaders[x.leader-1].take(x.from, x.to, 1)
		if g.limit > 0 {
			g.crowd.take(x.from, x.to, 1)
		}
	}
}

// crowded returns the last day on which a project that has not started would be one too many, or −1.
func (g *generator) crowded(p Project, first, last int32) int32 {
	if g.limit == 0 || g.c.started(p) || g.pinned(p) {
		return -1
	}
	return g.crowd.conflict(first, last, 1)
}

// choose returns the best leader who is free from first to last. Where nobody is, it returns minus the one who is free
// soonest, and the first day from which that one may be.
func (g *generator) choose(p Project, prefer Leader, first, last int32) (best Leader, next int32) {
	spec := &g.c.spec.Projects[p]
	next = MaxDay
	soonest, fit := Leader(1), int32(1<<30)
	try := func(l Leader) {
		clash := int32(-1)
		if len(spec.Handover) == 0 {
			clash = g.leaders[l-1].conflict(max(first, g.c.spec.Now), last, 1)
		} else {
			g.legs = g.c.legs(p, l, first, last, g.legs[:0])
			for _, x := range g.legs {
				clash = max(clash, g.leaders[x.leader-1].conflict(x.from, x.to, 1))
			}
		}
		if clash >= 0 {
			if clash+1 < next {
				soonest, next = l, clash+1
			}
			return
		}
		if idle := g.leaders[l-1].idle(first, 400); idle < fit {
			best, fit = l, idle
		}
	}
	switch {
	case spec.Leader > 0:
		soonest = spec.Leader
		try(spec.Leader)
	case prefer > 0:
		soonest = prefer
		try(prefer)
	case len(spec.Leaders) > 0:
		soonest = spec.Leaders[0]
		for _, l := range spec.Leaders {
			try(l)
		}
	default:
		for l := range g.leaders {
			try(Leader(l + 1))
		}
	}
	if best == 0 {
		return -soonest, next
	}
	return best, next
}
