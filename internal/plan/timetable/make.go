package timetable

import (
	"context"
	"errors"
	"fmt"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/schedule"
)

// Make makes the timetable of the projects that open an office, and of those
// that move one, as seen at the end of the day Programme.AsOf.
//
// A project starts when its first activity is stated to have started, or else
// is planned to; a planned start that has passed is taken as the next working
// day. A project of which neither is stated, nor any progress, gets no forecast:
// a start is never invented. Nor is a duration. A project whose office has
// opened is done, whatever its progress says; the finish of the opening
// activity is an opening too where no event states one.
//
// The error names the fact that makes a timetable impossible: an unknown day,
// activities that wait for each other, a date outside the calendar.
// O(runs × projects × (activities + links)).
func Make(x *programme.Index, cal *sweden.WorkingCalendar, o Options) (*Timetable, error) {
	return MakeContext(context.Background(), x, cal, o)
}

// MakeContext is Make that can be called off, also in the midst of the simulation.
func MakeContext(ctx context.Context, x *programme.Index, cal *sweden.WorkingCalendar, o Options) (*Timetable, error) {
	if o.Runs <= 0 {
		o.Runs = schedule.DefaultRuns
	}
	now := x.S.Programme.AsOf
	if !now.IsKnown() {
		return nil, fmt.Errorf("programme.as-of is unknown: say on which day the plan stands")
	}
	p, err := newProcess(x)
	if err != nil {
		return nil, err
	}
	t := &Timetable{Now: now, Seed: o.Seed, Runs: o.Runs, facts: x, process: p, calendar: cal, independent: o.Independent, index: map[programme.ProjectID]int{}}
	b := &builder{x: x, table: t, process: p, clock: &clock{cal: cal}, now: now}
	t.collect(b)
	b.findRisks()
	if err := t.learn(ctx, b); err != nil {
		return nil, err
	}
	if err := t.forecast(ctx, b); err != nil {
		return nil, err
	}
	t.plans = b
	t.makeRounds()
	t.makeCurve()
	return t, nil
}

// batch is how many projects are simulated together. A project's samples do not
// depend on the others, so batches change nothing but the memory needed.
const batch = 256

// forecast schedules and simulates all projects, and fills in what follows.
func (t *Timetable) forecast(ctx context.Context, b *builder) error {
	t.samples = samples{base: make([]civil.Date, len(t.Projects)), days: make([][]uint16, len(t.Projects))}
	for i := range t.Projects {
		if t.Projects[i].State == Opened {
			t.sampleOpened(i)
		}
	}
	t.fillStarts(b.process)
	if b.clock.err != nil {
		return b.clock.err
	}
	for b.from = 0; b.from < len(b.drafts); b.from = b.to {
		b.to = min(b.from+batch, len(b.drafts))
		b.enter()
		if err := t.forecastBatch(ctx, b); err != nil {
			return err
		}
	}
	return nil
}

func (t *Timetable) forecastBatch(ctx context.Context, b *builder) error {
	main, err := b.network(t.Now, func(d *draft) view { return d.view })
	if err != nil {
		return err
	}
	if main.Projects() == 0 {
		return t.deviations(ctx, b, nil)
	}
	// What is likely is the plan before anything had happened.
	nominal, err := b.network(b.clock.cal.First()-1, b.untouched)
	if err != nil {
		return err
	}
	o := schedule.Options{Runs: t.Runs, Seed: t.Seed, Reference: nominal.Plan().Reference()}
	result, err := schedule.Simulate(ctx, main, o)
	if err != nil {
		return b.named(err)
	}
	plan := main.Plan()
	for i := b.from; i < b.to; i++ {
		if err := t.fill(b, i, plan, result); err != nil {
			return err
		}
	}
	return t.deviations(ctx, b, main)
}

// named gives an error of the engine the name of its project.
func (b *builder) named(err error) error {
	var wide *schedule.RangeError
	if errors.As(err, &wide) {
		for i := b.from; i < b.to; i++ {
			if d := &b.drafts[i]; d.network == int(wide.Project) {
				return fmt.Errorf("project %s: its forecast spans %d working days; narrow its durations", d.facts.ID, wide.Hi-wide.Lo)
			}
		}
	}
	return err
}
