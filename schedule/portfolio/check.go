package portfolio

import (
	"fmt"
	"sort"

	"github.com/etablera/etablera/schedule"
)

// Violation is one rule that a schedule breaks.
type Violation struct {
	Rule string // "shape", "history", "duration", "calendar", "release", "pinned", "deadline", "link", "greatest lag", "way", "team" or "leader"
	Text string
}

func (v Violation) String() string { return v.Text }

// Check holds a schedule against every rule of a Spec that is valid, and returns what it breaks. It reads the Spec alone, walks
// calendars day by day, and shares no code with what makes schedules. What has happened is not held against the rules.
func Check(spec *Spec, s *Schedule) []Violation {
	k := &checker{spec: spec, s: s}
	if len(s.Start) != len(spec.Activities) || len(s.Finish) != len(spec.Activities) || len(s.Leader) != len(spec.Projects) || len(s.Way) != len(spec.Choices) {
		k.bad("shape", "the schedule has %d starts, %d finishes, %d leaders and %d ways", len(s.Start), len(s.Finish), len(s.Leader), len(s.Way))
		return k.out
	}
	for i, c := range spec.Choices {
		if s.Way[i] < 0 || int(s.Way[i]) >= len(c.Ways) || c.Decided.Known && c.Decided.Value != s.Way[i] {
			k.bad("way", "choice %d (%s) goes way %d", i, c.Name, s.Way[i])
			return k.out
		}
	}
	for i := range spec.Activities {
		k.activity(i)
	}
	for i := range spec.Links {
		k.link(i)
	}
	for t := range spec.Teams {
		k.team(t)
	}
	k.leaders()
	return k.out
}

type checker struct {
	spec *Spec
	s    *Schedule
	out  []Violation
}

func (k *checker) bad(rule, format string, args ...any) {
	k.out = append(k.out, Violation{rule, fmt.Sprintf(format, args...)})
}

func (k *checker) works(c Calendar, day int32) bool {
	return c == 0 || k.spec.Calendars[c-1].Works(day)
}

func (k *checker) activity(i int) {
	a, start, finish := &k.spec.Activities[i], k.s.Start[i], k.s.Finish[i]
	bad := func(rule, format string, args ...any) {
		k.bad(rule, "activity %d (%s), day %d to %d: %s", i, a.Name, start, finish, fmt.Sprintf(format, args...))
	}
	if done := a.Choice == 0 || k.s.Way[a.Choice-1] == a.Way; !done || start < 0 {
		if done || start != Absent || finish != Absent {
			bad("way", "it is done %v, and should be %v", start != Absent, done)
		}
		return
	}
	if a.Started.Known && start != a.Started.Value || a.Finished.Known && finish != a.Finished.Value {
		bad("history", "it started on %v and finished on %v", a.Started, a.Finished)
	}
	if a.Finished.Known {
		return
	}
	if a.Deadline.Known && finish > a.Deadline.Value {
		bad("deadline", "it has to finish by %d", a.Deadline.Value)
	}
	k.lasts(i, bad)
	if a.Started.Known {
		return
	}
	if release := max(k.spec.Now, k.spec.Projects[a.Project].Release); start < release || a.Release.Known && start < a.Release.Value {
		bad("release", "it is released on %d or %v", release, a.Release)
	}
	if a.Pinned.Known && start != a.Pinned.Value {
		bad("pinned", "it is to start on %d", a.Pinned.Value)
	}
}

// lasts checks that an activity begins on a working day and takes its duration, or longer where a finish-finish link holds it. What
// runs takes its duration at the least.
func (k *checker) lasts(i int, bad func(rule, format string, args ...any)) {
	a, start, finish := &k.spec.Activities[i], k.s.Start[i], k.s.Finish[i]
	own := start
	if a.Clock > 0 {
		steps := k.spec.Clocks[a.Clock-1].Steps
		for n := len(steps) - 1; n >= 0; n-- {
			if steps[n].From <= start {
				if own = start + steps[n].Days; a.Complex >= 0.5 {
					own += steps[n].Extra
				}
				break
			}
		}
	} else {
		left := a.Duration.Likely()
		if left > 0 && !a.Started.Known && !a.Pinned.Known && !k.works(a.Calendar, start) {
			bad("calendar", "day %d is no working day", start)
		}
		for ; left > 0; own++ {
			if k.works(a.Calendar, own) {
				left--
			}
		}
	}
	if a.Started.Known {
		if finish <= k.spec.Now {
			bad("history", "it has not finished on day %d", k.spec.Now)
		}
		if finish < own {
			bad("duration", "it should not finish before %d", own)
		}
		return
	}
	held := own
	for n := range k.spec.Links {
		if l := &k.spec.Links[n]; int(l.To) == i && l.Kind == schedule.FinishFinish && k.s.Start[l.From] != Absent {
			held = max(held, k.moved(l, k.s.Finish[l.From]))
		}
	}
	if finish != held {
		bad("duration", "it should finish on %d", held)
	}
}

// moved moves a day by a link's lag, counting working days one by one.
func (k *checker) moved(l *Link, day int32) int32 {
	if l.LagCalendar == 0 {
		return day + l.Lag
	}
	for n := l.Lag; n > 0; day++ {
		if k.works(l.LagCalendar, day) {
			n--
		}
	}
	for n := l.Lag; n < 0 && day > 0; {
		day--
		if k.works(l.LagCalendar, day) {
			n++
		}
	}
	return day
}

func (k *checker) link(i int) {
	l := &k.spec.Links[i]
	to := &k.spec.Activities[l.To]
	if k.s.Start[l.From] == Absent || k.s.Start[l.To] == Absent || to.Finished.Known || to.Started.Known && l.Kind != schedule.FinishFinish {
		return
	}
	before, after := k.s.Finish[l.From], k.s.Start[l.To]
	switch l.Kind {
	case schedule.StartStart:
		before = k.s.Start[l.From]
	case schedule.FinishFinish:
		after = k.s.Finish[l.To]
	}
	if need := k.moved(l, before); after < need {
		k.bad("link", "link %d: activity %d (%s) comes on day %d, the link asks for %d", i, l.To, to.Name, after, need)
	}
	if l.Max.Known && after > before+l.Max.Value {
		k.bad("greatest lag", "link %d: activity %d (%s) comes on day %d, at the latest %d is asked for", i, l.To, to.Name, after, before+l.Max.Value)
	}
}

// event is a change on a day: in what is used, and in what of it may yet be decided; or a new capacity.
type event struct {
	day, use, free int32
	capacity       int32
	steps          bool
}

// over returns the first day from Now on which more is used than there is and part of that may yet be decided; −1 if none.
func (k *checker) over(capacity int32, steps []Step, events []event) int32 {
	for _, s := range steps {
		events = append(events, event{day: s.From, capacity: s.Capacity, steps: true})
	}
	sort.SliceStable(events, func(a, b int) bool { return events[a].day < events[b].day })
	used, free := int32(0), int32(0)
	for i, e := range events {
		used, free = used+e.use, free+e.free
		if e.steps {
			capacity = e.capacity
		}
		settled := i+1 == len(events) || events[i+1].day > e.day
		later := i+1 < len(events) && events[i+1].day > k.spec.Now
		if settled && (e.day >= k.spec.Now || later) && used > capacity && free > 0 {
			return max(e.day, k.spec.Now)
		}
	}
	return -1
}

func (k *checker) team(t int) {
	var events []event
	for _, d := range k.spec.Demands {
		a := &k.spec.Activities[d.Activity]
		start, finish := k.s.Start[d.Activity], k.s.Finish[d.Activity]
		if int(d.Team) != t || start == Absent || a.Finished.Known || start >= finish {
			continue
		}
		free := d.Amount
		if a.Started.Known {
			free, start = 0, max(start, k.spec.Now)
		}
		events = append(events, event{day: start, use: d.Amount, free: free}, event{day: finish, use: -d.Amount, free: -free})
	}
	if day := k.over(k.spec.Teams[t].Capacity, k.spec.Teams[t].Steps, events); day >= 0 {
		k.bad("team", "team %d (%s) has more to do on day %d than it can", t, k.spec.Teams[t].Name, day)
	}
}
