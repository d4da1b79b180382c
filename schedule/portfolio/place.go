package portfolio

import "github.com/etablera/etablera/schedule"

// generator places projects one by one. Its memory is reused from schedule to schedule.
type generator struct {
	c       *Portfolio
	now     Schedule // the one at work
	teams   []timeline
	leaders []timeline
	low     []int32 // by activity: raised where a greatest lag would be broken
	booked  []int32 // by activity: the day from which its demands were taken when it was laid
	due     []bool  // the projects still to place
	legs    []leg
	// limit, where above 0, is how many led projects may be under way at once, and crowd what of it is free.
	limit int32
	crowd timeline
	// relaxed leaves out teams, and lets a clock take the least that it ever does.
	relaxed bool
	// breach counts rules that could not be kept.
	breach int64
}

func newGenerator(c *Portfolio) *generator {
	s := c.spec
	g := &generator{c: c, low: make([]int32, len(s.Activities)), booked: make([]int32, len(s.Activities)), due: make([]bool, len(s.Projects))}
	for i := range s.Teams {
		g.teams = append(g.teams, newTimeline(s.Teams[i].Capacity, s.Teams[i].Steps))
	}
	for i := range s.Leaders {
		g.leaders = append(g.leaders, newTimeline(most(&s.Leaders[i]), s.Leaders[i].Steps))
	}
	g.now = Schedule{make([]int32, len(s.Activities)), make([]int32, len(s.Activities)), make([]Leader, len(s.Projects)), make([]int32, len(s.Choices))}
	return g
}

// present tells whether an activity is done in the ways that are chosen.
func (g *generator) present(a *ActivitySpec) bool {
	return a.Choice == 0 || g.now.Way[a.Choice-1] == a.Way
}

// begin empties the schedule and sets aside what running and pinned activities use.
func (g *generator) begin() {
	g.breach = 0
	for i := range g.teams {
		g.teams[i].reset()
	}
	for i := range g.leaders {
		g.leaders[i].reset()
	}
	if g.limit > 0 {
		g.crowd = newTimeline(g.limit, nil)
	}
	for _, running := range [...]bool{true, false} {
		for i := range g.c.spec.Activities {
			a := &g.c.spec.Activities[i]
			if a.Finished.Known || !a.Pinned.Known && !a.Started.Known || a.Started.Known != running || !g.present(a) {
				continue
			}
			from, to := g.aside(Activity(i), a)
			if !running && g.blocked(Activity(i), from, to) >= 0 {
				g.breach++
			}
			g.demand(Activity(i), from, to, 1)
		}
	}
}

// aside returns the days for which a running or pinned activity uses its teams by its own duration.
func (g *generator) aside(i Activity, a *ActivitySpec) (from, to int32) {
	if a.Started.Known {
		return g.c.spec.Now, g.c.ownFinish(i, a.Started.Value)
	}
	return a.Pinned.Value, g.c.ownFinish(i, a.Pinned.Value)
}

// demand takes what an activity uses from from to to, sign times.
func (g *generator) demand(a Activity, from, to, sign int32) {
	if g.relaxed {
		return
	}
	for _, k := range g.c.demands.at(int32(a)) {
		d := &g.c.spec.Demands[k]
		g.teams[d.Team].take(from, to, sign*d.Amount)
	}
}

// blocked returns the last day on which a team of the activity is short, or −1.
func (g *generator) blocked(a Activity, from, to int32) int32 {
	last := int32(-1)
	if g.relaxed {
		return last
	}
	for _, k := range g.c.demands.at(int32(a)) {
		d := &g.c.spec.Demands[k]
		if d.Amount == 0 {
			continue
		}
		last = max(last, g.teams[d.Team].conflict(from, to, d.Amount))
	}
	return last
}

// lay places the activities of a project from day t on, each as early as it can, and takes what they use of teams.
func (g *generator) lay(p Project, t int32) (first, last int32) {
	c := g.c
	first, last = MaxDay, 0
	for _, i := range c.activities(p) {
		a := &c.spec.Activities[i]
		if !g.present(a) {
			g.now.Start[i], g.now.Finish[i], g.booked[i] = Absent, Absent, 0
			continue
		}
		s, f := g.settle(i, a, t)
		g.now.Start[i], g.now.Finish[i] = s, f
		if g.booked[i] < f {
			g.demand(i, g.booked[i], f, 1)
		}
		first, last = min(first, s), max(last, f)
	}
	return first, last
}

// settle returns start and finish of one activity, given those before it, and notes from when on it uses its teams.
func (g *generator) settle(i Activity, a *ActivitySpec, t int32) (start, finish int32) {
	c := g.c
	if a.Finished.Known {
		g.booked[i] = MaxDay
		return a.Started.Value, a.Finished.Value
	}
	start, finish = g.linked(i, max(t, c.spec.Now, c.spec.Projects[a.Project].Release, g.low[i]))
	if a.Started.Known {
		own := c.ownFinish(i, a.Started.Value)
		g.booked[i] = own
		return a.Started.Value, max(finish, own)
	}
	if a.Release.Known {
		start = max(start, a.Release.Value)
	}
	if a.Pinned.Known {
		own := c.ownFinish(i, a.Pinned.Value)
		g.booked[i] = own
		return a.Pinned.Value, max(finish, own)
	}
	for start < MaxDay {
		start = c.snap(i, start)
		f := max(finish, c.ownFinish(i, start))
		if g.relaxed && a.Clock > 0 {
			f = max(finish, min(start+c.spec.Clocks[a.Clock-1].least(a.Complex >= 0.5), MaxDay))
		}
		day := g.blocked(i, start, f)
		if day < 0 {
			g.booked[i] = start
			return start, f
		}
		start = day + 1
	}
	g.breach++
	g.booked[i] = MaxDay
	return MaxDay, MaxDay
}

// linked raises a start, and gives the day before which it must not finish, by the links into the activity.
func (g *generator) linked(i Activity, start int32) (int32, int32) {
	finish := int32(0)
	for _, k := range g.c.into.at(int32(i)) {
		l := &g.c.spec.Links[k]
		if g.now.Start[l.From] == Absent {
			continue
		}
		day := g.c.linked(l, g.now.Start[l.From], g.now.Finish[l.From])
		if l.Kind == schedule.FinishFinish {
			finish = max(finish, day)
		} else {
			start = max(start, day)
		}
	}
	return start, finish
}

// lift gives back what a project that has been laid uses of teams.
func (g *generator) lift(p Project) {
	for _, i := range g.c.activities(p) {
		if g.now.Start[i] != Absent && g.booked[i] < g.now.Finish[i] {
			g.demand(i, g.booked[i], g.now.Finish[i], -1)
		}
	}
}

// maxRepairs bounds how often a project is laid anew for its greatest lags.
const maxRepairs = 100

// layWithin is lay that puts off the earlier end of a link whose greatest lag would be broken, and lays again.
func (g *generator) layWithin(p Project, t int32) (first, last int32) {
	links := g.c.maxOf.at(int32(p))
	if len(links) == 0 {
		return g.lay(p, t)
	}
	for _, a := range g.c.activities(p) {
		g.low[a] = 0
	}
	for range maxRepairs {
		first, last = g.lay(p, t)
		late := false
		for _, k := range links {
			l := &g.c.spec.Links[k]
			a := &g.c.spec.Activities[l.From]
			excess := g.excess(l)
			if excess > 0 && !a.Started.Known && !a.Pinned.Known {
				g.low[l.From] = max(g.low[l.From], g.now.Start[l.From]+excess)
				late = true
			}
		}
		if !late {
			return first, last
		}
		g.lift(p)
	}
	return g.lay(p, t)
}

// excess returns by how many days a link's greatest lag is broken; 0 or less where it is kept.
func (g *generator) excess(l *Link) int32 {
	if g.now.Start[l.From] == Absent || g.now.Start[l.To] == Absent {
		return 0
	}
	from, to := g.now.Finish[l.From], g.now.Start[l.To]
	switch l.Kind {
	case schedule.StartStart:
		from = g.now.Start[l.From]
	case schedule.FinishFinish:
		to = g.now.Finish[l.To]
	}
	return to - from - l.Max.Value
}
