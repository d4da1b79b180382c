package timetable

import (
	"cmp"
	"context"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/schedule/portfolio"
)

// answer turns the engine's plan into dates, simulates it, and asks what would change it.
func (l *leading) answer(ctx context.Context, out *LeadPlan) error {
	plan := out.plan
	result, err := portfolio.Simulate(ctx, plan, portfolio.RunOptions{Runs: l.t.Runs, Seed: l.t.Seed})
	if err != nil {
		return err
	}
	out.DaysLate, out.DaysLateBound, out.Proven = int(plan.Value[0]), int(plan.Bound[0]), plan.Proven
	for k, i := range l.of {
		led := l.led(plan, portfolio.Project(k), i)
		r := &result.Projects[k]
		led.Forecast = Quantiles{l.last(r.P10), l.last(r.P50), l.last(r.P80), l.last(r.P90)}
		out.Last = max(out.Last, led.Opening)
		if led.Underway = l.t.Projects[i].State == Underway; led.Underway {
			out.Underway++
		}
		out.Projects = append(out.Projects, led)
	}
	if err := l.whatIf(ctx, out); err != nil {
		return err
	}
	return l.b.clock.err
}

// led reads one project off the plan.
func (l *leading) led(plan *portfolio.Plan, k portfolio.Project, i int) Led {
	p := &l.t.Projects[i]
	out := Led{Project: i, Leader: int(plan.Leader[k]), StartStated: l.b.drafts[i].hasStart(l.b.process)}
	milestone := l.spec.Projects[k].Milestone
	start := plan.Start[milestone]
	for s := range l.b.process.stages {
		if at := plan.Start[int(milestone)-l.b.process.opens+s]; at >= 0 {
			start = min(start, at)
		}
	}
	out.Start, out.Opening = l.b.clock.first(start+l.base), l.last(plan.Finish[milestone])
	if p.Start.IsKnown() && p.State == Underway {
		out.Start = p.Start
	}
	if day, ok := l.promised(i); ok {
		out.Promised = day
		out.DaysLate = int(max(0, plan.Finish[milestone]-l.spec.Projects[k].Due.Value))
	}
	for _, w := range plan.Waits(k) {
		piece := Waiting{Why: w.Why, On: -1, Days: int(w.To - w.From)}
		if w.Activity >= 0 {
			piece.Stage = l.b.process.stages[int(w.Activity)%len(l.b.process.stages)].ID
		}
		if w.On >= 0 {
			piece.On = l.of[w.On]
		}
		out.Waits = append(out.Waits, piece)
	}
	return out
}

// last is the date of a finish on the engine's axis.
func (l *leading) last(n int32) civil.Date { return l.b.clock.last(n + l.base) }

// whatIf asks what one more leader, an earlier start of each late project, and the
// order of promised days would give.
func (l *leading) whatIf(ctx context.Context, out *LeadPlan) error {
	more, err := portfolio.WhatIf(ctx, out.plan, portfolio.OneMoreLeader(1))
	if err != nil {
		return err
	}
	out.MoreSaves = int(more.Gain[0])
	out.MoreSooner = int(l.lastOpening(out.plan) - l.lastOpening(more.Plan))
	order := make([]portfolio.Project, len(l.of))
	for k := range order {
		order[k] = portfolio.Project(k)
	}
	slices.SortStableFunc(order, func(a, b portfolio.Project) int { return cmp.Compare(l.dueOf(a), l.dueOf(b)) })
	other, err := portfolio.AnotherOrder(ctx, out.plan, order)
	if err != nil {
		return err
	}
	out.ByPromiseAdds = -int(other.Gain[0])
	for k := range out.Projects {
		p := &out.Projects[k]
		if p.DaysLate == 0 || !p.StartStated || l.t.Projects[p.Project].State == Underway {
			continue
		}
		// The start is stated on the activities; an earlier one moves them too.
		project := portfolio.Project(k)
		earlier, err := portfolio.WhatIf(ctx, out.plan, func(s *portfolio.Spec) {
			for a := range s.Activities {
				if at := &s.Activities[a]; at.Project == project && at.Release.Known {
					at.Release.Value = max(s.Now, at.Release.Value-EarlierBy)
				}
			}
		})
		if err != nil {
			return err
		}
		p.EarlierSaves = int(earlier.Gain[0])
	}
	return nil
}

// lastOpening is the last milestone of a plan, on the engine's axis.
func (l *leading) lastOpening(plan *portfolio.Plan) int32 {
	last := int32(0)
	for k := range l.of {
		last = max(last, plan.Finish[l.spec.Projects[k].Milestone])
	}
	return last
}

// dueOf is the promised day of a project on the engine's axis; those without come last.
func (l *leading) dueOf(k portfolio.Project) int32 {
	if due := l.spec.Projects[k].Due; due.Known {
		return due.Value
	}
	return portfolio.MaxDay
}
