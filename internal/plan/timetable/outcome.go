package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/learning"
)

// How the timetable learns, and why nothing is counted twice.
//
// A finished activity whose start is stated is an outcome of its cell: known, or
// bounded where a day is known as a span, or where only what followed says that it
// had finished. One whose start nobody has stated tells nothing.
//
// An activity under way tells that it takes longer than it has taken so far. Left
// out, the learner would see the quick ones first and believe that all are quick.
// It counts up to today while somebody has reported progress of its project
// within StaleDays, because a finish would have been reported too; otherwise up to
// the day of the latest progress. An announced opening is no report of progress.
//
// The activity itself is drawn given that it exceeds what has elapsed. If what it is
// drawn from had been learnt from that very fact, the fact would count twice. So it
// is learnt from all outcomes but its own: then drawing what exceeds the elapsed
// time is exactly the forecast given all that is known. Activities that have not
// begun are drawn from what all outcomes teach, those under way included. Where more
// than aloneLimit different times are under way in one activity of the process, each
// is one of so many that leaving it out changes little, and it is not left out.
const aloneLimit = 16

// leastDays is how long an activity takes that begins and ends on one day, or on
// none: a duration must be something to have a logarithm.
const leastDays = 0.5

// outcomeOf returns what an activity tells of how long it takes, if it tells
// anything: days are counted as the engine counts them.
func (c *clock) outcomeOf(st *status, day, until civil.Date) (lo, hi float64, running, ok bool) {
	if st.state == schedule.NotStarted || !st.start.First.IsKnown() {
		return 0, 0, false, false
	}
	first, last := bounds(st.start, day)
	from, to := c.begin(first), c.begin(last)
	if st.state == schedule.Running {
		elapsed := c.after(min(until, day)) - to
		return float64(elapsed), 0, true, elapsed > 0
	}
	earliest, latest := bounds(st.finish, day)
	hi = max(float64(c.after(latest)-from), leastDays)
	if st.finish.First.IsKnown() {
		lo = max(float64(c.after(earliest)-to), 0)
	}
	if lo < hi && hi <= leastDays {
		lo = hi
	}
	return lo, hi, false, true
}

// progressKnown returns until which day the latest progress of a project says how
// far it has come.
func progressKnown(x *programme.Index, p *programme.Project, now civil.Date) civil.Date {
	var last civil.Date
	for _, i := range x.Progress(p.ID) {
		if known := knownFrom(x, x.S.Progress[i].Provenance); known <= now {
			last = max(last, known)
		}
	}
	if !last.IsKnown() || last.DaysUntil(now) <= StaleDays {
		return now
	}
	return last
}

// followed returns until when an activity that nobody has said is finished can be
// counted as running: until something began that was to wait for its finish, be it
// that they overlap or that somebody forgot to say.
func (p *process) followed(st []status, stage int, until civil.Date) civil.Date {
	for i := range p.stages {
		for _, l := range p.stages[i].in {
			if l.from == stage && l.kind == programme.FinishStart && l.lag >= 0 && st[i].state != schedule.NotStarted {
				until = min(until, st[i].begun)
			}
		}
	}
	return until
}

// gatherOutcomes gives every cell the outcomes that its activities are.
func (t *Timetable) gatherOutcomes(b *builder) {
	for i := range t.Projects {
		p, d := &t.Projects[i], &b.drafts[i]
		until := progressKnown(b.x, d.facts, t.Now)
		for s := range p.Activities {
			k := p.Activities[s].Cell
			if k < 0 || t.Cells[k].Fixed {
				continue
			}
			lo, hi, running, ok := b.clock.outcomeOf(&d.status[s], t.Now, b.process.followed(d.status, s, until))
			if !ok {
				continue
			}
			c := &t.Cells[k]
			out := outcome{project: i, activity: s}
			switch {
			case running:
				out.Outcome = learning.StillRunning(learning.Cell{}, lo)
				c.Running++
			case lo == hi:
				out.Outcome = learning.Took(learning.Cell{}, lo)
				c.Finished++
			default:
				out.Outcome = learning.TookBetween(learning.Cell{}, lo, hi)
				c.Bounded++
			}
			c.outcomes = append(c.outcomes, out)
		}
	}
}
