package portfolio

import (
	"cmp"
	"slices"

	"github.com/etablera/etablera/schedule"
)

// use is a stretch of days for which something holds units of a leader or a team, and the nodes whose events begin and end it.
type use struct {
	from, to, amount int32
	begin, end       int32 // begin: the node that has to wait; end: the node whose finish frees the units; −1: the day alone does
	project          Project
}

// unit is one unit of a leader or a team. As planned it is free from a day on: it is there from since on whatever finishes, and
// its nodes have finished by then. There are several nodes where what has started used more than there is.
type unit struct {
	day, since int32
	nodes      []int32
	project    Project
}

// flow passes the units of one leader or team from use to use in the order of their starts (Artigues, Michelon & Reusser 2003) and
// calls wait for each use and unit that it takes over. A use takes units from its own project first, then those that have been
// free for longest, so that as few waits as possible are tight.
func flow(capacity int32, steps []Step, uses []use, wait func(u *use, from unit)) {
	slices.SortStableFunc(uses, func(a, b use) int { return cmp.Compare(a.from, b.from) })
	pool := make([]unit, 0, capacity)
	for range capacity {
		pool = append(pool, unit{project: -1})
	}
	// owed are units that are in use though they are not there: the next to come are free only after that.
	var owed []unit
	resize := func(s Step) {
		for ; capacity < s.Capacity; capacity++ {
			u := unit{day: s.From, since: s.From, project: -1}
			if len(owed) > 0 {
				u = u.after(owed[0])
				owed = owed[1:]
			}
			pool = append(pool, u)
		}
		for ; capacity > s.Capacity; capacity-- {
			if pool[0].day > s.From {
				owed = append(owed, pool[0])
			}
			pool = slices.Delete(pool, 0, 1)
		}
	}
	for i := range uses {
		u := &uses[i]
		for len(steps) > 0 && steps[0].From <= u.from {
			slices.SortStableFunc(pool, func(a, b unit) int { return cmp.Compare(a.day, b.day) })
			resize(steps[0])
			steps = steps[1:]
		}
		// Before anything new begins, what is owed is paid back: units in the pool are free only after that as well.
		if u.begin >= 0 && len(owed) > 0 {
			slices.SortStableFunc(pool, func(a, b unit) int { return cmp.Compare(a.day, b.day) })
			slices.SortStableFunc(owed, func(a, b unit) int { return cmp.Compare(b.day, a.day) })
		}
		for k := 0; u.begin >= 0 && len(owed) > 0 && k < len(pool); k++ {
			pool[k] = pool[k].after(owed[0])
			owed = owed[1:]
		}
		slices.SortStableFunc(pool, func(a, b unit) int {
			if own := (b.project == u.project && b.day <= u.from); own != (a.project == u.project && a.day <= u.from) {
				if own {
					return 1
				}
				return -1
			}
			return cmp.Compare(a.day, b.day)
		})
		taken := 0
		for taken < len(pool) && taken < int(u.amount) && pool[taken].day <= u.from {
			wait(u, pool[taken])
			taken++
		}
		freed := unit{day: u.to, since: u.to, project: u.project}
		if u.end >= 0 {
			freed.since, freed.nodes = 0, []int32{u.end}
		}
		for k := range taken {
			pool[k] = freed
		}
		// What has started may use more than there is.
		for range int(u.amount) - taken {
			owed = append(owed, freed)
		}
	}
}

// after returns a unit that is free once both are.
func (u unit) after(o unit) unit {
	return unit{max(u.day, o.day), max(u.since, o.since), slices.Concat(u.nodes, o.nodes), u.project}
}

// leaderFlow makes each project wait for the one that its leader has before it.
func (n *network) leaderFlow(s *Schedule) {
	c := n.c
	uses := make([][]use, len(c.spec.Leaders))
	var legs []leg
	for p := range c.spec.Projects {
		p := Project(p)
		first, last := c.span(s, p)
		legs = c.legs(p, s.Leader[p], first, last, legs[:0])
		for _, l := range legs {
			u := use{l.from, l.to, 1, -1, -1, p}
			if l.from == first && !c.started(p) {
				u.begin = n.begin(p)
			}
			if l.to == last {
				u.end = n.end(p)
			}
			uses[l.leader-1] = append(uses[l.leader-1], u)
		}
	}
	for l := range uses {
		spec := &c.spec.Leaders[l]
		flow(most(spec), spec.Steps, uses[l], func(u *use, from unit) { n.wait(u, from, ForLeader, int32(l+1)) })
	}
}

// teamFlow makes each activity wait for those that its teams do before it.
func (n *network) teamFlow(s *Schedule) {
	c := n.c
	uses := make([][]use, len(c.spec.Teams))
	for _, d := range c.spec.Demands {
		a, from, to := &c.spec.Activities[d.Activity], s.Start[d.Activity], s.Finish[d.Activity]
		if from == Absent || a.Finished.Known || d.Amount == 0 {
			continue
		}
		u := use{from, to, d.Amount, int32(d.Activity), int32(d.Activity), a.Project}
		if a.Started.Known {
			u.from, u.begin = max(from, c.spec.Now), -1
		}
		if u.from < u.to {
			uses[d.Team] = append(uses[d.Team], u)
		}
	}
	for t := range uses {
		spec := &c.spec.Teams[t]
		flow(spec.Capacity, spec.Steps, uses[t], func(u *use, from unit) { n.wait(u, from, ForTeam, int32(t)) })
	}
}

// wait makes the node that begins a use wait for the unit that it takes over.
func (n *network) wait(u *use, from unit, why Why, which int32) {
	if u.begin < 0 {
		return
	}
	for _, node := range from.nodes {
		n.arcs = append(n.arcs, arc{from: node, to: u.begin, kind: schedule.FinishStart, why: why, which: which})
	}
	n.raise(u.begin, from.since, why)
}
