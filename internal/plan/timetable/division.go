package timetable

import (
	"context"
	"fmt"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/portfolio"
)

// RoundStart is from when the projects of a round can be worked on: a first day, and for
// each stage of the process a day before which it cannot begin, unknown where there is none.
type RoundStart struct {
	Start   civil.Date
	Release []civil.Date
}

// RoundStart returns from when a round's own projects are worked on: the earliest day on
// which one has started or is to, and for a stage the earliest day that is planned for it,
// where one is for each of them. False where no start is known.
func (t *Timetable) RoundStart(round programme.RoundID) (RoundStart, bool) {
	var out RoundStart
	first := true
	for i := range t.Projects {
		p, d := &t.Projects[i], &t.plans.drafts[i]
		if p.Round != round {
			continue
		}
		if p.Start.IsKnown() && (!out.Start.IsKnown() || p.Start < out.Start) {
			out.Start = p.Start
		}
		if first {
			out.Release = make([]civil.Date, len(d.view.stated))
		}
		for s := range d.view.stated {
			planned := d.view.stated[s].planned.Middle()
			switch {
			case first || !planned.IsKnown():
				out.Release[s] = planned
			case out.Release[s].IsKnown():
				out.Release[s] = min(out.Release[s], planned)
			}
		}
		first = false
	}
	return out, out.Start.IsKnown()
}

// Division is projects in rounds, to be planned from the beginning: nothing that has
// happened to them counts, so that a division can be compared with one that was never
// begun. The leaders are taken to be free for these projects alone.
type Division struct {
	Leaders  Leaders
	Projects []int   // positions in Timetable.Projects
	Rounds   []int32 // of each, a position in Starts
	Starts   []RoundStart
	Due      []civil.Date // of each round: its offices should be open by then; unknown where nobody says
}

// RoundOpen is when every office of a round is open, by the plan and by simulation, with
// the working days from the first round's start to P50.
type RoundOpen struct {
	Planned, P50, P80 civil.Date
	Days              int
}

// Divide plans a division under leaders and simulates it. The error is a *NoWork where some
// project has no durations, or that of the context. The same timetable and division give
// the same answer; O(runs × activities) beside some hundred schedules.
func (t *Timetable) Divide(ctx context.Context, d *Division) ([]RoundOpen, error) {
	l, err := t.divided(d)
	if err != nil {
		return nil, err
	}
	compiled, err := portfolio.Compile(&l.spec)
	if err != nil {
		return nil, err
	}
	plan, err := portfolio.Solve(ctx, compiled, portfolio.Options{Seed: t.Seed})
	if err != nil {
		return nil, err
	}
	result, err := portfolio.Simulate(ctx, plan, portfolio.RunOptions{Runs: t.Runs, Seed: t.Seed})
	if err != nil {
		return nil, err
	}
	out := make([]RoundOpen, len(d.Starts))
	for r := range out {
		last, planned := make([]int32, t.Runs), int32(0)
		for k := range d.Projects {
			if d.Rounds[k] != int32(r) {
				continue
			}
			planned = max(planned, plan.Finish[l.spec.Projects[k].Milestone])
			for run := range last {
				last[run] = max(last[run], result.Finish.At(schedule.Project(k), run))
			}
		}
		if planned == 0 {
			continue // a round without offices opens nothing
		}
		slices.Sort(last)
		p50 := last[(len(last)-1)/2]
		out[r] = RoundOpen{l.last(planned), l.last(p50), l.last(last[(len(last)-1)*4/5]), int(p50 - l.spec.Now)}
	}
	return out, l.b.clock.err
}

// Openable returns how many of the projects can be open by a day if all may begin with the
// first round: by the plan found, and the number that no plan exceeds.
func (t *Timetable) Openable(ctx context.Context, d *Division, by civil.Date) (planned, most int, err error) {
	all := *d
	all.Rounds = make([]int32, len(d.Projects))
	l, err := t.divided(&all)
	if err != nil {
		return 0, 0, err
	}
	l.spec.Goals = []portfolio.Goal{{Kind: portfolio.OpenBy, Day: l.day(l.b.clock.after(by))}}
	compiled, err := portfolio.Compile(&l.spec)
	if err != nil {
		return 0, 0, err
	}
	plan, err := portfolio.Solve(ctx, compiled, portfolio.Options{Seed: t.Seed})
	if err != nil {
		return 0, 0, err
	}
	most, err = t.mostBy(ctx, d, by)
	return len(d.Projects) - int(plan.Value[0]), min(most, len(d.Projects)-int(plan.Bound[0])), err
}

// mostBy bounds how many projects leaders can open by a day: each place with a leader takes
// one project after another, none in less time than the shortest takes when nothing is in
// its way, and the last needs to be open only.
func (t *Timetable) mostBy(ctx context.Context, d *Division, by civil.Date) (int, error) {
	n := len(d.Projects)
	free := &Division{Leaders: Leaders{n, 1}, Projects: d.Projects, Rounds: make([]int32, n), Starts: []RoundStart{{Start: d.Starts[0].Start}}}
	l, err := t.divided(free)
	if err != nil {
		return 0, err
	}
	compiled, err := portfolio.Compile(&l.spec)
	if err != nil {
		return 0, err
	}
	plan, err := portfolio.Solve(ctx, compiled, portfolio.Options{Seed: t.Seed})
	if err != nil {
		return 0, err
	}
	open, whole := int32(portfolio.MaxDay), int32(portfolio.MaxDay)
	for k := range d.Projects {
		milestone := l.spec.Projects[k].Milestone
		open = min(open, plan.Finish[milestone]-l.spec.Now)
		last := int32(0)
		for a := range l.spec.Activities {
			if l.spec.Activities[a].Project == portfolio.Project(k) {
				last = max(last, plan.Finish[a])
			}
		}
		whole = min(whole, last-l.spec.Now)
	}
	left := l.day(l.b.clock.after(by)) - l.spec.Now - open
	if left < 0 {
		return 0, nil
	}
	return min(n, d.Leaders.Count*max(1, d.Leaders.Each)*(1+int(left/max(whole, 1)))), nil
}

// divided lays out a division for the engine.
func (t *Timetable) divided(d *Division) (*leading, error) {
	if d.Leaders.Count <= 0 {
		return nil, fmt.Errorf("how many project leaders there are is not stated: state leader-counts")
	}
	b, own := *t.plans, *t.plans.clock // a day outside the calendar is this plan's trouble alone
	own.err = nil
	b.clock = &own
	l := &leading{t: t, b: &b, causes: map[causeKey]portfolio.Cause{}}
	first := d.Starts[0].Start
	for _, s := range d.Starts {
		first = min(first, s.Start)
	}
	begin := l.b.clock.begin(first)
	l.base = max(0, begin-1)
	l.spec.Now = begin - l.base
	l.spec.AddPool("", d.Leaders.Count, int32(max(1, d.Leaders.Each)))
	for k, i := range d.Projects {
		r := d.Rounds[k]
		due := civil.Date(0)
		if len(d.Due) > 0 {
			due = d.Due[r]
		}
		if !l.fresh(i, &d.Starts[r], due) {
			return nil, &NoWork{1}
		}
	}
	return l, l.b.clock.err
}

// fresh lays out a project of which nothing has been done; false where it lacks a duration.
func (l *leading) fresh(i int, start *RoundStart, due civil.Date) bool {
	p, d := &l.t.Projects[i], &l.b.drafts[i]
	if l.b.process.opens < 0 {
		return false
	}
	first := portfolio.Activity(len(l.spec.Activities))
	spec := portfolio.ProjectSpec{Key: key(p.ID), Name: string(p.ID), Milestone: first + portfolio.Activity(l.b.process.opens), Release: l.day(l.b.clock.begin(start.Start))}
	if due.IsKnown() {
		spec.Due = schedule.Known(l.day(l.b.clock.after(due)))
	}
	id := l.spec.AddProject(spec)
	for s := range l.b.process.stages {
		a := portfolio.ActivitySpec{Name: string(l.b.process.stages[s].ID), Project: id, Duration: d.drawn[s]}
		if d.durations[s] < 0 && l.b.process.stages[s].leads {
			return false
		}
		l.share(&a, p.ID, p.Activities[s].Cell)
		if s < len(start.Release) && start.Release[s].IsKnown() {
			a.Release = schedule.Known(l.day(l.b.clock.begin(start.Release[s])))
		}
		l.spec.AddActivity(a)
	}
	for s := range l.b.process.stages {
		for _, in := range l.b.process.stages[s].in {
			l.spec.AddLink(first+portfolio.Activity(in.from), first+portfolio.Activity(s), linkKinds[in.kind], int32(in.lag))
		}
	}
	return true
}
