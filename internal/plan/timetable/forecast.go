package timetable

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/schedule"
)

// fill takes a project's dates, forecast and samples from plan and simulation.
// What rests on a duration that nobody has stated stays unknown.
func (t *Timetable) fill(b *builder, i int, plan *schedule.Plan, r *schedule.Result) error {
	p, d := &t.Projects[i], &b.drafts[i]
	if d.network < 0 {
		return nil
	}
	floor := b.clock.first(b.clock.begin(t.Now))
	if start := b.start(&d.view); p.State == NotStarted && start.IsKnown() {
		floor = max(floor, b.clock.first(b.clock.begin(start)))
	}
	finish := func(n int32) civil.Date { return max(b.clock.last(n), floor) }
	for s := range p.Activities {
		at := b.activity(d, s)
		p.Activities[s].fill(p, b.clock, plan, &r.Activities[at], at, finish)
	}
	p.Start = firstStart(b.process, p)
	if p.Lack == "" && p.State != Opened {
		p.Planned = p.Activities[b.process.opens].Finish
		if day := announcedDay(p.Announced, t.Now); day.IsKnown() {
			p.Planned = day
		}
		p.Forecast = p.Activities[b.process.opens].FinishForecast
		for _, step := range plan.CriticalPath(schedule.Project(d.network)) {
			p.Critical = append(p.Critical, b.process.stages[int(step.Activity)%len(b.process.stages)].ID)
		}
		if err := t.sample(b.clock, i, r.Finish, schedule.Project(d.network), finish); err != nil {
			return err
		}
	}
	if b.clock.err != nil {
		return fmt.Errorf("project %s: %w", p.ID, b.clock.err)
	}
	return nil
}

func (a *Activity) fill(p *Project, c *clock, plan *schedule.Plan, r *schedule.ActivityResult, at schedule.Activity, finish func(int32) civil.Date) {
	switch {
	case a.done && a.Finished.IsExact():
		f := a.Finished.First
		a.FinishForecast = Quantiles{f, f, f, f}
	case a.done && a.Finished.First.IsKnown():
		a.FinishForecast = Quantiles{c.last(r.P10), c.last(r.P50), c.last(r.P80), c.last(r.P90)}
	case a.done || p.State == Opened:
		// What comes after an opening is shown as far as it is stated.
	default:
		if !a.pending {
			a.Finish = finish(plan.Finish[at])
			a.FinishForecast = Quantiles{finish(r.P10), finish(r.P50), finish(r.P80), finish(r.P90)}
		}
		if !a.waits && a.unstarted {
			a.Start = c.first(plan.Start[at])
			if a.Finish.IsKnown() {
				a.Start = min(a.Start, a.Finish)
			}
		}
	}
	if p.Lack == "" {
		a.Criticality = r.Criticality
		if a.Duration >= 0 && a.dated {
			a.Excess = r.Excess
		}
		if !a.done {
			a.Slack = int(plan.Slack(at))
		}
	}
}

// firstStart returns when the first activity starts; unknown where nobody has said.
func firstStart(p *process, project *Project) civil.Date {
	var start civil.Date
	for i := range project.Activities {
		if s := project.Activities[i].Start; p.stages[i].isRoot() && s.IsKnown() && (!start.IsKnown() || s < start) {
			start = s
		}
	}
	return start
}

func (t *Timetable) fillStarts(p *process) {
	for i := range t.Projects {
		t.Projects[i].Start = firstStart(p, &t.Projects[i])
	}
}

// sample keeps a project's opening days as calendar days.
func (t *Timetable) sample(c *clock, i int, s *schedule.Samples, p schedule.Project, finish func(int32) civil.Date) error {
	lo, hi := s.Range(p)
	base := finish(lo)
	if width := base.DaysUntil(finish(hi)); width > math.MaxUint16 {
		return fmt.Errorf("project %s: its forecast spans %d days, more than %d; narrow its durations", t.Projects[i].ID, width, math.MaxUint16)
	}
	after := make([]uint16, hi-lo+1)
	for k := range after {
		after[k] = uint16(base.DaysUntil(finish(lo + int32(k))))
	}
	t.samples.base[i], t.samples.days[i] = base, make([]uint16, t.Runs)
	for r := range t.Runs {
		t.samples.days[i][r] = after[s.At(p, r)-lo]
	}
	return nil
}

// sampleOpened gives a project whose office has opened its day, or, where a
// source states a span, every day of the span with the same probability.
func (t *Timetable) sampleOpened(i int) {
	p := &t.Projects[i]
	first, last := bounds(p.Opened, t.Now)
	first = max(first, last-math.MaxUint16)
	p.Planned = first + (last-first)/2
	width := last - first
	days := make([]uint16, t.Runs)
	if width > 0 {
		random := rand.New(rand.NewPCG(t.Seed, key(p.ID)))
		for r := range days {
			days[r] = uint16(random.IntN(int(width) + 1))
		}
	}
	t.samples.base[i], t.samples.days[i] = first, days
	p.Forecast = quantilesOf(first, days)
}

func quantilesOfDates(dates []civil.Date) Quantiles {
	sorted := slices.Clone(dates)
	slices.Sort(sorted)
	at := func(perCent int) civil.Date { return sorted[(len(sorted)*perCent+99)/100-1] }
	return Quantiles{at(10), at(50), at(80), at(90)}
}

// quantilesOf returns nearest-rank quantiles of samples: days by which it has
// happened in at least that share of the runs. O(runs + range).
func quantilesOf(base civil.Date, days []uint16) Quantiles {
	var greatest uint16
	for _, d := range days {
		greatest = max(greatest, d)
	}
	count := make([]int, int(greatest)+1)
	for _, d := range days {
		count[d]++
	}
	at := func(perCent int) civil.Date {
		need, seen := (len(days)*perCent+99)/100, 0
		for k, n := range count {
			if seen += n; seen >= need {
				return base + civil.Date(k)
			}
		}
		return base + civil.Date(greatest)
	}
	return Quantiles{at(10), at(50), at(80), at(90)}
}
