package portfolio

import (
	"fmt"
	"slices"

	"github.com/etablera/etablera/schedule"
)

// Portfolio is a Spec that has been checked and laid out. It may be used by many goroutines and is never changed; nor may
// the Spec be while it is in use.
type Portfolio struct {
	spec      *Spec
	calendars []*calendar // by Calendar; the first is nil
	first     []int32     // by project: its activities in topological order are order[first[p]:first[p+1]]
	order     []Activity
	into      csr // links into each activity
	maxOf     csr // links with a greatest lag, by project
	demands   csr // demands of each activity
	fixed     []int32
	over      []bool   // by project: nothing is left to do
	begun     []bool   // by project: something has been done
	class     []Leader // the first leader who is equal to this one
	goals     []Goal
}

// csr lists, for each i, the items of[from[i]:from[i+1]].
type csr struct{ from, of []int32 }

func (c *csr) at(i int32) []int32 { return c.of[c.from[i]:c.from[i+1]] }

// group lists 0 … n−1 by what key returns, in their order; below 0 they are left out.
func group(groups, n int, key func(i int) int) csr {
	c := csr{make([]int32, groups+1), nil}
	for i := range n {
		if k := key(i); k >= 0 {
			c.from[k+1]++
		}
	}
	for k := range groups {
		c.from[k+1] += c.from[k]
	}
	c.of = make([]int32, c.from[groups])
	next := slices.Clone(c.from)
	for i := range n {
		if k := key(i); k >= 0 {
			c.of[next[k]] = int32(i)
			next[k]++
		}
	}
	return c
}

// Compile checks a Spec. The error is an *InvalidError with every mistake.
func Compile(s *Spec) (*Portfolio, error) {
	if list := check(s); len(list) > 0 {
		return nil, &InvalidError{list}
	}
	c := &Portfolio{spec: s, calendars: make([]*calendar, 1, len(s.Calendars)+1), goals: s.Goals}
	if len(c.goals) == 0 {
		c.goals = []Goal{{Kind: Lateness}, {Kind: Makespan}}
	}
	for i := range s.Calendars {
		c.calendars = append(c.calendars, newCalendar(&s.Calendars[i]))
	}
	c.into = group(len(s.Activities), len(s.Links), func(i int) int { return int(s.Links[i].To) })
	c.demands = group(len(s.Activities), len(s.Demands), func(i int) int { return int(s.Demands[i].Activity) })
	c.maxOf = group(len(s.Projects), len(s.Links), func(i int) int {
		if !s.Links[i].Max.Known {
			return -1
		}
		return int(s.Activities[s.Links[i].From].Project)
	})
	if err := c.topological(); err != nil {
		return nil, err
	}
	c.durations()
	c.history()
	c.class = make([]Leader, len(s.Leaders)+1)
	for l := range s.Leaders {
		same := slices.IndexFunc(s.Leaders, func(o LeaderSpec) bool {
			return most(&o) == most(&s.Leaders[l]) && slices.Equal(o.Steps, s.Leaders[l].Steps)
		})
		c.class[l+1] = Leader(same + 1)
	}
	return c, nil
}

func most(l *LeaderSpec) int32 {
	if l.Most == 0 && len(l.Steps) == 0 {
		return 1
	}
	return l.Most
}

// topological orders each project's activities so that links lead forward, in the order of the Spec where links leave it
// open. Memory and time are linear.
func (c *Portfolio) topological() error {
	s := c.spec
	out := group(len(s.Activities), len(s.Links), func(i int) int { return int(s.Links[i].From) })
	of := group(len(s.Projects), len(s.Activities), func(i int) int { return int(s.Activities[i].Project) })
	waits := make([]int32, len(s.Activities))
	for _, l := range s.Links {
		waits[l.To]++
	}
	for p := range s.Projects {
		c.first = append(c.first, int32(len(c.order)))
		at := len(c.order)
		for _, a := range of.at(int32(p)) {
			if waits[a] == 0 {
				c.order = append(c.order, Activity(a))
			}
		}
		for ; at < len(c.order); at++ {
			for _, l := range out.at(int32(c.order[at])) {
				to := s.Links[l].To
				if waits[to]--; waits[to] == 0 {
					c.order = append(c.order, to)
				}
			}
		}
		for _, a := range of.at(int32(p)) {
			if waits[a] > 0 {
				return &InvalidError{[]string{fmt.Sprintf("projects[%d] (%s): its links lead in a circle through activities[%d] (%s); remove one of them",
					p, s.Projects[p].Name, a, s.Activities[a].Name)}}
			}
		}
	}
	c.first = append(c.first, int32(len(c.order)))
	return nil
}

// durations settles what the plan takes each activity to last: the likely duration, or for what runs longer than that the
// median of what remains.
func (c *Portfolio) durations() {
	s := c.spec
	c.fixed = make([]int32, len(s.Activities))
	for i := range s.Activities {
		a := &s.Activities[i]
		if a.Clock > 0 || a.Finished.Known || a.Duration.IsZero() {
			continue
		}
		d := a.Duration.Likely()
		if a.Started.Known {
			if gone := c.elapsed(a); d <= gone {
				d = a.Duration.QuantileBeyond(0.5, gone)
			}
		}
		c.fixed[i] = d
	}
}

// elapsed returns the days from the start of a running activity to Now: working days, or those of its clock.
func (c *Portfolio) elapsed(a *ActivitySpec) int32 {
	if cal := c.calendars[a.Calendar]; cal != nil && a.Clock == 0 {
		return cal.count(c.spec.Now) - cal.count(a.Started.Value)
	}
	return c.spec.Now - a.Started.Value
}

// ownFinish returns where an activity that starts on day s finishes by its own duration.
func (c *Portfolio) ownFinish(i Activity, s int32) int32 {
	a := &c.spec.Activities[i]
	f := int32(0)
	if a.Clock > 0 {
		f = s + c.spec.Clocks[a.Clock-1].days(s, a.Complex >= 0.5)
	} else {
		f = c.calendars[a.Calendar].after(s, c.fixed[i])
	}
	if a.Started.Known {
		f = max(f, c.spec.Now+1)
	}
	return min(f, MaxDay)
}

// snap returns the first day from t on on which an activity may start by its calendar.
func (c *Portfolio) snap(i Activity, t int32) int32 {
	a := &c.spec.Activities[i]
	if a.Clock == 0 && c.fixed[i] == 0 {
		return t
	}
	return c.calendars[a.Calendar].snap(t)
}

// linked returns the day on which a link lets its later end happen.
func (c *Portfolio) linked(l *Link, start, finish int32) int32 {
	event := finish
	if l.Kind == schedule.StartStart {
		event = start
	}
	return c.calendars[l.LagCalendar].shift(event, l.Lag)
}

// activities returns a project's activities in topological order.
func (c *Portfolio) activities(p Project) []Activity { return c.order[c.first[p]:c.first[p+1]] }

// finished tells whether nothing of a project is left to do, and started whether something has been done.
func (c *Portfolio) finished(p Project) bool { return c.over[p] }
func (c *Portfolio) started(p Project) bool  { return c.begun[p] }

func (c *Portfolio) history() {
	for p := range c.spec.Projects {
		all, some := true, false
		for _, a := range c.activities(Project(p)) {
			all = all && c.spec.Activities[a].Finished.Known
			some = some || c.spec.Activities[a].Started.Known
		}
		c.over, c.begun = append(c.over, all), append(c.begun, some)
	}
}
