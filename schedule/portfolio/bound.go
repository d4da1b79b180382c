package portfolio

import (
	"slices"

	"github.com/etablera/etablera/schedule"
)

// bounds returns, for each goal, what no schedule that keeps every rule can beat. Three things are counted: how early
// each project can finish by itself; how early k led projects can have finished, however they are chosen, given that every
// leader's day carries so many projects; and how early each team can have done its work.
func (c *Portfolio) bounds() []int64 {
	x := c.earliest()
	carried := c.carried(&x)
	out := make([]int64, len(c.goals))
	for i, g := range c.goals {
		switch g.Kind {
		case Makespan:
			for _, f := range x.last {
				out[i] = max(out[i], int64(f))
			}
			if len(carried) > 0 {
				out[i] = max(out[i], int64(carried[len(carried)-1]))
			}
			out[i] = max(out[i], c.teamBound())
		case OpenBy:
			out[i] = c.openBound(&x, carried, g)
		case Lateness:
			out[i] = c.latenessBound(&x, carried, g)
		case Level, Peak:
			out[i] = c.loadBound(g.Kind == Peak)
		}
	}
	return out
}

// earliest lays every project alone in each of the ways of its choices, one choice at a time, and takes the least: where several
// choices meet in a project the combination of least days may not exist, so that links are left out of it.
func (c *Portfolio) earliest() alone {
	way, open := c.firstWays()
	x := c.alone(way)
	if len(open) == 0 {
		return x
	}
	// A project with an open choice is bounded by now and what has been done; the others as they are.
	for _, at := range open {
		for i := range c.spec.Activities {
			a := &c.spec.Activities[i]
			if a.Choice != Choice(at+1) {
				continue
			}
			p := a.Project
			m := &c.spec.Activities[c.spec.Projects[p].Milestone]
			x.start[p] = max(c.spec.Now, c.spec.Projects[p].Release)
			x.milestone[p] = max(x.start[p], m.Release.Value, m.Finished.Value)
			x.last[p] = x.milestone[p]
		}
	}
	return x
}

// least returns a bound on the days for which a project holds its leader, whenever it starts: the longest chain of durations counted
// in days, releases and days off left out. 0 for what needs no leader any more.
func (c *Portfolio) least(p Project) int32 {
	if c.spec.Projects[p].Unled || c.finished(p) || c.started(p) || len(c.spec.Projects[p].Handover) > 0 {
		return 0
	}
	from, to := map[Activity]int32{}, map[Activity]int32{}
	longest := int32(0)
	for _, i := range c.activities(p) {
		a := &c.spec.Activities[i]
		if a.Choice > 0 {
			continue
		}
		s, f := int32(0), int32(0)
		for _, k := range c.into.at(int32(i)) {
			l := &c.spec.Links[k]
			lag := l.Lag
			if c.spec.Activities[l.From].Choice > 0 {
				continue // it falls away with the way
			}
			if l.LagCalendar > 0 && lag < 0 {
				lag = -MaxDay // working days back may be many days; the link is left out
			}
			switch l.Kind {
			case schedule.FinishStart:
				s = max(s, to[l.From]+lag)
			case schedule.StartStart:
				s = max(s, from[l.From]+lag)
			case schedule.FinishFinish:
				f = max(f, to[l.From]+lag)
			}
		}
		d := c.fixed[i]
		if a.Clock > 0 {
			d = c.spec.Clocks[a.Clock-1].least(a.Complex >= 0.5)
		} else {
			d = c.calendars[a.Calendar].least(d)
		}
		from[i], to[i] = s, max(f, s+d)
		longest = max(longest, to[i])
	}
	return longest
}

// carried returns, for k = 1, 2, …, a day before which no k of the led projects that have not started can have finished.
func (c *Portfolio) carried(x *alone) []int32 {
	var lengths []int32
	begin := int32(MaxDay)
	for p := range c.spec.Projects {
		if d := c.least(Project(p)); d > 0 {
			lengths = append(lengths, d)
			begin = min(begin, max(c.spec.Now, x.start[p]))
		}
	}
	slices.Sort(lengths)
	out := make([]int32, len(lengths))
	work := int64(0)
	day, room := begin, int64(0)
	for k, d := range lengths {
		for work += int64(d); room < work && day < MaxDay; day++ {
			for l := range c.spec.Leaders {
				room += int64(capacityOn(most(&c.spec.Leaders[l]), c.spec.Leaders[l].Steps, day))
			}
		}
		slots := 0
		for l := range c.spec.Leaders {
			spec := &c.spec.Leaders[l]
			top := most(spec)
			for _, st := range spec.Steps {
				top = max(top, st.Capacity)
			}
			slots += int(top)
		}
		// Some leader's place has the share ⌈k/places⌉ of the first k, one after the other.
		chain := begin
		for j := range (k + max(slots, 1)) / max(slots, 1) {
			chain += lengths[j]
		}
		out[k] = max(day, chain)
	}
	return out
}

func capacityOn(first int32, steps []Step, day int32) int32 {
	for _, s := range steps {
		if s.From <= day {
			first = s.Capacity
		}
	}
	return first
}

// openBound is how many projects are not open by the goal's day at the least.
func (c *Portfolio) openBound(x *alone, carried []int32, g Goal) int64 {
	single, led, can := int64(0), 0, 0
	for p := range c.spec.Projects {
		single += c.penalty(Project(p), x.milestone[p], g)
		// Where a milestone is not the last of its project, the leader's days say nothing of it.
		if c.least(Project(p)) > 0 && c.ends(Project(p)) {
			led++
		}
	}
	if led == len(carried) {
		for can < len(carried) && carried[can] <= g.Day {
			can++
		}
		return max(single, int64(len(carried)-can))
	}
	return single
}

// ends tells whether everything in a project has finished when its milestone has: it leads on to nothing.
func (c *Portfolio) ends(p Project) bool {
	m := c.spec.Projects[p].Milestone
	before := map[Activity]bool{m: true}
	list := c.activities(p)
	for k := len(list) - 1; k >= 0; k-- {
		for _, l := range c.into.at(int32(list[k])) {
			// What falls away with its way holds nothing together.
			link, to := &c.spec.Links[l], &c.spec.Activities[list[k]]
			if before[list[k]] && to.Choice == 0 && link.Kind != schedule.StartStart && link.Lag >= 0 {
				before[link.From] = true
			}
		}
	}
	return len(before) == len(list)
}

// latenessBound adds what each project must be late by itself, or what the leaders' days make of the least weight.
func (c *Portfolio) latenessBound(x *alone, carried []int32, g Goal) int64 {
	single, weight, ends := int64(0), int64(1<<40), true
	var due []int64
	for p := range c.spec.Projects {
		single += c.penalty(Project(p), x.milestone[p], g)
		if c.least(Project(p)) == 0 {
			continue
		}
		spec := &c.spec.Projects[p]
		day := int64(MaxDay * 4)
		if spec.Due.Known {
			day, weight = int64(spec.Due.Value), min(weight, spec.weight())
		}
		ends = ends && c.ends(Project(p))
		due = append(due, day)
	}
	if !ends {
		return single
	}
	slices.Sort(due)
	// The k-th to finish is due on the k-th due day at best: matching in order costs least, for lateness is convex.
	together := int64(0)
	for k := range carried {
		together += max(0, int64(carried[k])-due[k])
	}
	return max(single, together*min(weight, 1<<20))
}

// teamBound is the day by which the busiest team can have done its work.
func (c *Portfolio) teamBound() int64 {
	bound := int64(0)
	for t := range c.spec.Teams {
		work := int64(0)
		for _, d := range c.spec.Demands {
			a := &c.spec.Activities[d.Activity]
			if int(d.Team) != t || a.Started.Known || a.Choice > 0 {
				continue
			}
			if a.Clock == 0 {
				work += int64(d.Amount) * int64(c.calendars[a.Calendar].least(c.fixed[d.Activity]))
			}
		}
		spec, day, room := &c.spec.Teams[t], c.spec.Now, int64(0)
		for ; room < work && day < MaxDay; day++ {
			room += int64(capacityOn(spec.Capacity, spec.Steps, day))
		}
		if work > 0 {
			bound = max(bound, int64(day))
		}
	}
	return bound
}

// loadBound counts every project's own days once, each by itself; or, for the peak, one project where there is any to lead.
func (c *Portfolio) loadBound(peak bool) int64 {
	days, any := int64(0), int64(0)
	for p := range c.spec.Projects {
		if d := c.least(Project(p)); d > 0 {
			days += int64(d)
			any = 1
		}
	}
	if peak {
		return any
	}
	return days
}
