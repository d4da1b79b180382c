package portfolio

import "slices"

// Absent stands for the start and finish of an activity of a way that is not taken.
const Absent = -1

// Schedule is a plan's decisions and days.
type Schedule struct {
	Start, Finish []int32  // by Activity; Absent where it is not done
	Leader        []Leader // by Project: who has it first, before any hand-over; 0 where nobody is needed
	Way           []int32  // by Choice, from 0
}

// clone returns a copy.
func (s *Schedule) clone() *Schedule {
	return &Schedule{slices.Clone(s.Start), slices.Clone(s.Finish), slices.Clone(s.Leader), slices.Clone(s.Way)}
}

// span returns the first start and the last finish of a project.
func (c *Portfolio) span(s *Schedule, p Project) (first, last int32) {
	first, last = MaxDay, 0
	for _, a := range c.activities(p) {
		if s.Start[a] != Absent {
			first, last = min(first, s.Start[a]), max(last, s.Finish[a])
		}
	}
	return first, last
}

// leg is a stretch of a project under one leader.
type leg struct {
	leader   Leader
	from, to int32
}

// legs appends who leads a project that is under way from first to last and that l has first, from Now on.
func (c *Portfolio) legs(p Project, l Leader, first, last int32, into []leg) []leg {
	if c.spec.Projects[p].Unled || c.finished(p) {
		return into
	}
	from := max(first, c.spec.Now)
	for _, h := range c.spec.Projects[p].Handover {
		if h.From > from && h.From < last {
			into = append(into, leg{l, from, h.From})
			from = h.From
		}
		if h.From <= from {
			l = h.To
		}
	}
	if from < last {
		into = append(into, leg{l, from, last})
	}
	return into
}
