package timetable

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
)

// view is what was known of a project on a day.
type view struct {
	day    civil.Date
	stated []statement // by stage
	opened civil.Span
}

// status is what has become of an activity.
type status struct {
	state  schedule.State
	start  civil.Span // as stated; unknown where nobody has said
	finish civil.Span // as stated, or open towards the past where it is inferred
	dated  bool       // all of it that has happened is stated
	begun  civil.Date // by when it had begun
}

// statuses says what has become of each activity, by what is stated and by what
// follows from it: what had to finish before something began has finished, on a
// day that nobody knows, and when the office is open all that leads to it is done.
// O(stages + links).
func (p *process) statuses(v *view) []status {
	out := make([]status, len(p.stages))
	before := make([]civil.Date, len(p.stages)) // by when it must have finished, 0 unknown
	for _, i := range slices.Backward(p.order) {
		st := &out[i]
		*st = v.status(i, p, before[i])
		if st.state == schedule.NotStarted {
			continue
		}
		for _, l := range p.stages[i].in {
			if l.kind == programme.FinishStart && l.lag >= 0 && (before[l.from] == 0 || st.begun < before[l.from]) {
				before[l.from] = st.begun
			}
		}
	}
	return out
}

// settle is statuses, where the opening activity's finish is an opening even
// when no event says so.
func (p *process) settle(v *view) []status {
	st := p.statuses(v)
	if p.opens >= 0 && !v.opened.IsKnown() && st[p.opens].state == schedule.Done {
		v.opened = st[p.opens].finish
		st = p.statuses(v)
	}
	return st
}

func (v *view) status(i int, p *process, before civil.Date) status {
	s := &v.stated[i]
	st := status{start: s.started}
	if v.opened.IsKnown() && p.stages[i].leads {
		if _, last := bounds(v.opened, v.day); before == 0 || last < before {
			before = last
		}
	}
	switch {
	case v.opened.IsKnown() && i == p.opens:
		st.state, st.finish = schedule.Done, v.opened
	case s.finished.IsKnown():
		st.state, st.finish = schedule.Done, s.finished
	case before != 0 && (v.opened.IsKnown() || !s.begun()):
		st.state, st.finish = schedule.Done, civil.Span{Last: before}
	case s.begun():
		st.state = schedule.Running
	default:
		st.dated = true
		return st
	}
	st.dated = s.started.IsKnown() && (st.state == schedule.Running || st.finish.First.IsKnown())
	switch {
	case s.started.IsKnown():
		_, st.begun = bounds(s.started, v.day)
	case st.state == schedule.Done:
		_, st.begun = bounds(st.finish, v.day)
	default:
		st.begun = min(s.remainingFrom, v.day)
	}
	return st
}

// engineStatus gives the engine's form of a status. Where no start is known an
// activity counts as if it had taken no time: its duration is then never used.
func (c *clock) engineStatus(st *status, s *statement, day civil.Date) schedule.Status {
	switch st.state {
	case schedule.Done:
		first, last := bounds(st.finish, day)
		finish := schedule.Between(c.after(first), c.after(last))
		if !st.start.IsKnown() {
			return schedule.Finished(schedule.On(finish.Lo), finish)
		}
		first, last = bounds(st.start, day)
		return schedule.Finished(schedule.Between(min(c.begin(first), finish.Lo), min(c.begin(last), finish.Hi)), finish)
	case schedule.Running:
		start := schedule.On(c.begin(st.begun))
		if st.start.IsKnown() {
			first, last := bounds(st.start, day)
			start = schedule.Between(c.begin(first), c.begin(last))
		}
		if left, ok := c.remaining(s, day); ok {
			return schedule.StartedWithRemaining(start, left)
		}
		return schedule.Started(start)
	}
	return schedule.Status{}
}

// remaining returns how many working days are left on a day by a statement of
// what remained. A statement that has run out says nothing any more.
func (c *clock) remaining(s *statement, day civil.Date) (int32, bool) {
	if !s.remaining.Known {
		return 0, false
	}
	left := c.after(min(s.remainingFrom, day)) + int32(s.remaining.N) - c.after(day)
	return left, left >= 0
}
