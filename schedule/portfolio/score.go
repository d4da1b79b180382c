package portfolio

import "github.com/etablera/etablera/schedule"

// Score holds what a schedule costs: rules that it breaks, then the goals in the Spec's order, then the sum of the milestones'
// days, which decides between equals. Less is better, from left to right.
type Score []int64

// less tells whether a is better than b.
func (a Score) less(b Score) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// goals returns what the score says of the goals.
func (a Score) goals() []int64 { return a[1 : len(a)-1] }

// weight reads the weight of a due day.
func (p *ProjectSpec) weight() int64 {
	if p.Weight == 0 {
		return 1
	}
	return int64(p.Weight)
}

// score appends what the schedule at work costs.
func (g *generator) score(into Score) Score {
	c, s := g.c, &g.now
	sum := int64(0)
	breach := g.breach
	for i := range c.spec.Activities {
		a := &c.spec.Activities[i]
		if s.Start[i] == Absent || a.Finished.Known {
			continue
		}
		if a.Deadline.Known {
			breach += int64(max(0, s.Finish[i]-a.Deadline.Value))
		}
		if a.Pinned.Known && !a.Started.Known {
			need, _ := g.linked(Activity(i), max(c.spec.Now, c.spec.Projects[a.Project].Release, a.Release.Value))
			breach += int64(max(0, need-a.Pinned.Value))
		}
	}
	for _, k := range c.maxOf.of {
		l := &c.spec.Links[k]
		if a := &c.spec.Activities[l.To]; !a.Finished.Known && !(a.Started.Known && l.Kind != schedule.FinishFinish) {
			breach += int64(max(0, g.excess(l)))
		}
	}
	for p := range c.spec.Projects {
		sum += int64(s.Finish[c.spec.Projects[p].Milestone])
	}
	into = append(into, breach)
	for _, goal := range c.goals {
		into = append(into, c.value(s, goal))
	}
	return append(into, sum)
}

// value returns what a schedule costs on one goal.
func (c *Portfolio) value(s *Schedule, g Goal) int64 {
	total := int64(0)
	switch g.Kind {
	case Level, Peak:
		return c.load(s, g.Kind == Peak)
	case Makespan:
		for _, f := range s.Finish {
			total = max(total, int64(f))
		}
		return total
	}
	for p := range c.spec.Projects {
		total += c.penalty(Project(p), s.Finish[c.spec.Projects[p].Milestone], g)
	}
	return total
}

// penalty returns what a milestone's day costs its project on a goal about projects one by one.
func (c *Portfolio) penalty(p Project, day int32, g Goal) int64 {
	spec := &c.spec.Projects[p]
	switch {
	case g.Kind == OpenBy && day > g.Day:
		return 1
	case g.Kind == Lateness && spec.Due.Known:
		return spec.weight() * int64(max(0, day-spec.Due.Value))
	}
	return 0
}

// load returns the peak or the sum of squares, over the days from Now, of the led projects under way.
func (c *Portfolio) load(s *Schedule, peak bool) int64 {
	change := make([]int32, 0, 1024)
	var legs []leg
	for p := range c.spec.Projects {
		first, last := c.span(s, Project(p))
		legs = c.legs(Project(p), s.Leader[p], first, last, legs[:0])
		for _, l := range legs {
			for int32(len(change)) <= l.to {
				change = append(change, 0)
			}
			change[l.from]++
			change[l.to]--
		}
	}
	total, most, n := int64(0), int64(0), int64(0)
	for _, d := range change {
		n += int64(d)
		total += n * n
		most = max(most, n)
	}
	if peak {
		return most
	}
	return total
}
