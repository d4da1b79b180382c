package timetable

import (
	"context"
	"fmt"
	"math"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/portfolio"
)

// Leaders bounds how many projects can run at once: so many leaders, each with so
// many projects at a time. A project has one leader from start to end.
type Leaders struct{ Count, Each int }

// LeadersStated returns the leaders that the facts state for Now, with their
// position in Snapshot.LeaderCounts; −1 where nobody has said. Of a range the lower
// end counts: who is not certain cannot be planned with.
func (t *Timetable) LeadersStated() (Leaders, int) {
	best := -1
	for i := range t.facts.S.LeaderCounts {
		c := &t.facts.S.LeaderCounts[i]
		if c.Leaders.Known && c.From <= t.Now && (best < 0 || c.From >= t.facts.S.LeaderCounts[best].From) {
			best = i
		}
	}
	if best < 0 {
		return Leaders{}, -1
	}
	c := &t.facts.S.LeaderCounts[best]
	out := Leaders{Count: int(c.Leaders.Low), Each: 1}
	if c.Each.Known {
		out.Each = max(1, int(c.Each.Low))
	}
	return out, best
}

// LeadPlan is a plan of all that remains to be opened, under scarce leaders
// (schedule/portfolio). Unlike the forecast it gives a start to projects for which
// nobody has stated one: as soon as somebody is free to lead them.
type LeadPlan struct {
	Leaders  Leaders
	Baseline programme.BaselineID // whose days are the promises; empty where none is frozen
	Projects []Led                // in the order of Timetable.Projects
	// Without counts the projects that cannot be planned, for want of a duration.
	Without int
	// DaysLate is the sum of working days after the promised days, and no plan has
	// fewer than DaysLateBound; Last is the last opening. Proven says that no plan is better
	// in DaysLate nor, among those as good, in the day on which all is done.
	DaysLate, DaysLateBound int
	Last                    civil.Date
	Proven                  bool
	// Underway counts the projects that are under way on Now. They are kept as they
	// are, also where they are more than the leaders can have: the limit binds new starts.
	Underway int
	// MoreSaves is how many of DaysLate one more leader would save, MoreSooner how many
	// working days sooner the last would open; ByPromiseAdds is how many more of DaysLate
	// there would be if projects were taken in the order of their promised days.
	MoreSaves, MoreSooner, ByPromiseAdds int

	plan *portfolio.Plan
}

// Led is one project of a LeadPlan.
type Led struct {
	Project        int // position in Timetable.Projects
	Leader         int // from 1
	Start, Opening civil.Date
	Forecast       Quantiles // under the plan's order and leaders
	Promised       civil.Date
	DaysLate       int // working days after the promised day
	// StartStated says that somebody has stated or planned the start, Underway that it is under way.
	StartStated, Underway bool
	Waits                 []Waiting
	// EarlierSaves is how many days of lateness the whole plan would save if it might
	// start EarlierBy working days sooner.
	EarlierSaves int
}

// EarlierBy is the earlier start, in working days, that a LeadPlan looks at.
const EarlierBy = 20

// Waiting is one piece of what an opening waits for, the latest first.
type Waiting struct {
	Why   portfolio.Why
	Stage programme.StageID // empty for the project as a whole
	On    int               // position in Timetable.Projects of whom it waits for; −1 where nobody
	Days  int               // working days
}

// NoWork says that nothing remains to be led.
type NoWork struct{ Without int }

func (e *NoWork) Error() string {
	return fmt.Sprintf("no project remains that can be planned; %d lack a duration", e.Without)
}

// horizon is how far before Now things may have happened, in working days.
const horizon = 2500

// leading builds the engine's Spec.
type leading struct {
	t    *Timetable
	b    *builder
	base int32
	spec portfolio.Spec
	of   []int // by project of the Spec: position in Timetable.Projects
	late programme.BaselineID

	causes map[causeKey]portfolio.Cause
}

// Lead plans under leaders: those of the facts, where Count is 0. It takes some
// hundred schedules and a simulation, each a few times for the questions of what would
// change; O(runs × activities). The same timetable gives the same plan.
func (t *Timetable) Lead(ctx context.Context, with Leaders) (*LeadPlan, error) {
	if with.Count == 0 {
		with, _ = t.LeadersStated()
	}
	if with.Count <= 0 {
		return nil, fmt.Errorf("how many project leaders there are is not stated: state leader-counts")
	}
	with.Each = max(1, with.Each)
	l := &leading{t: t, b: t.plans, late: t.LatestPromises(), causes: map[causeKey]portfolio.Cause{}}
	l.base = max(0, l.b.clock.after(t.Now)-horizon)
	l.spec.Now = l.b.clock.after(t.Now) - l.base
	l.spec.AddPool("", with.Count, int32(with.Each))
	out := &LeadPlan{Leaders: with, Baseline: l.late}
	for i := range t.Projects {
		p := &t.Projects[i]
		switch {
		case p.State == Opened || p.Lack == LacksProcess:
		case len(p.Missing) > 0:
			out.Without++
		default:
			l.add(i)
		}
	}
	if l.b.clock.err != nil {
		return nil, l.b.clock.err
	}
	if len(l.of) == 0 {
		return nil, &NoWork{out.Without}
	}
	compiled, err := portfolio.Compile(&l.spec)
	if err != nil {
		return nil, err
	}
	if out.plan, err = portfolio.Solve(ctx, compiled, portfolio.Options{Seed: t.Seed}); err != nil {
		return nil, err
	}
	return out, l.answer(ctx, out)
}

// day puts a working day onto the engine's axis.
func (l *leading) day(n int32) int32 { return max(0, n-l.base) }

// add lays out one project.
func (l *leading) add(i int) {
	p, d := &l.t.Projects[i], &l.b.drafts[i]
	first := portfolio.Activity(len(l.spec.Activities))
	spec := portfolio.ProjectSpec{Key: key(p.ID), Name: string(p.ID), Milestone: first + portfolio.Activity(l.b.process.opens)}
	if promise, ok := l.promised(i); ok {
		spec.Due = schedule.Known(l.day(l.b.clock.after(promise)))
	}
	id := l.spec.AddProject(spec)
	l.of = append(l.of, i)
	for s := range l.b.process.stages {
		a := portfolio.ActivitySpec{Name: string(l.b.process.stages[s].ID), Project: id}
		l.status(&a, d, s)
		if a.Duration.IsZero() && !a.Finished.Known {
			a.Duration = d.drawn[s]
			l.share(&a, p.ID, p.Activities[s].Cell)
		}
		if planned := d.view.stated[s].planned; planned.IsKnown() && !a.Started.Known {
			a.Release = schedule.Known(l.day(l.b.clock.begin(planned.Middle())))
		}
		l.spec.AddActivity(a)
	}
	for s := range l.b.process.stages {
		for _, in := range l.b.process.stages[s].in {
			l.spec.AddLink(first+portfolio.Activity(in.from), first+portfolio.Activity(s), linkKinds[in.kind], int32(in.lag))
		}
	}
}

// status writes down what has happened of an activity.
func (l *leading) status(a *portfolio.ActivitySpec, d *draft, s int) {
	st := &d.status[s]
	switch st.state {
	case schedule.Done:
		finish := l.day(l.b.clock.after(middle(st.finish, l.t.Now)))
		start := finish
		if st.start.IsKnown() {
			start = min(finish, l.day(l.b.clock.begin(middle(st.start, l.t.Now))))
		}
		a.Started, a.Finished = schedule.Known(start), schedule.Known(finish)
	case schedule.Running:
		start := l.day(l.b.clock.begin(st.begun))
		if st.start.IsKnown() {
			start = l.day(l.b.clock.begin(middle(st.start, l.t.Now)))
		}
		start = min(start, l.spec.Now)
		a.Started = schedule.Known(start)
		if left, ok := l.b.clock.remaining(&d.view.stated[s], l.t.Now); ok {
			a.Duration = schedule.Fixed(l.spec.Now - start + left)
		}
	}
}

// promised returns the last day that the latest frozen timetable allows a project.
func (l *leading) promised(i int) (civil.Date, bool) {
	if l.late == "" {
		return 0, false
	}
	promise, ok := l.t.Promise(i, l.late)
	return promise.Date.Last, ok
}

// share takes out of an activity's distribution what it has in common with others, and
// gives it that as causes: the doubt about its cell with other offices, a part of the rest
// with the other activities of its office. The product has the distribution that was
// stated. That the doubts about several cells go together is left out here.
func (l *leading) share(a *portfolio.ActivitySpec, id programme.ProjectID, cell int) {
	median, sigma, ok := a.Duration.LogNormalOf()
	if l.t.independent || !ok || cell < 0 || sigma == 0 {
		return
	}
	c := &l.t.Cells[cell]
	office := OfficeShare * (1 - c.Doubt)
	if c.Doubt > 0 {
		a.Causes = append(a.Causes, l.cause(fmt.Sprint(c.Key()...), sigma*math.Sqrt(c.Doubt)))
	}
	a.Causes = append(a.Causes, l.cause("office/"+string(id), sigma*math.Sqrt(office)))
	const z90 = 1.2815515655446004
	a.Duration = schedule.LogNormal(median, median*math.Exp(z90*sigma*math.Sqrt(1-c.Doubt-office)))
}

// cause finds or adds a common cause. Causes of one name share their random numbers, each
// with its own spread.
func (l *leading) cause(name string, spread float64) portfolio.Cause {
	of := causeKey{hashOf(name), spread}
	c, ok := l.causes[of]
	if !ok {
		c = l.spec.AddCause(portfolio.CauseSpec{Key: of.name, Name: name, Spread: spread})
		l.causes[of] = c
	}
	return c
}

// causeKey tells causes apart.
type causeKey struct {
	name   uint64
	spread float64
}
