package timetable

import (
	"context"
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
	t := &Timetable{Now: now, Seed: o.Seed, Runs: o.Runs, facts: x, process: p, index: map[programme.ProjectID]int{}}
	b := &builder{x: x, process: p, clock: &clock{cal: cal}, now: now}
	t.collect(b)
	if err := t.forecast(b); err != nil {
		return nil, err
	}
	t.makeRounds()
	t.makeCurve()
	return t, nil
}

// opensOffice says whether a project belongs in the timetable.
func opensOffice(p *programme.Project) bool {
	return p.Kind == programme.Open || p.Kind == programme.Move
}

// collect writes down what is stated of every project.
func (t *Timetable) collect(b *builder) {
	x, byStage, networks := b.x, durationsByStage(b.x, b.process), 0
	for i := range x.S.Projects {
		facts := &x.S.Projects[i]
		if _, first := x.Project(facts.ID); first != i || !opensOffice(facts) {
			continue
		}
		d := draft{facts: facts, network: -1, view: view{day: t.Now, stated: statements(x, b.process, facts.ID, t.Now)}}
		p := Project{ID: facts.ID, Position: i, Office: facts.Office, Round: facts.Round, Mandate: facts.Mandate, State: NotStarted,
			opensAt: b.process.opens, Unclear: unclear(x, facts)}
		p.Opened, p.Announced, p.at = opening(x, facts, t.Now)
		d.view.opened = p.Opened
		if office, _ := x.Office(facts.Office); office != nil {
			p.Name = office.Name
		}
		var claim *programme.TypeClaim
		if claim, p.at.claim = x.Claim(facts.Office); claim != nil {
			p.Types, p.TypesDecided = claim.Types, claim.Status == programme.Decided
		}
		d.status = b.process.settle(&d.view)
		p.Opened = d.view.opened
		d.durations = make([]int, len(b.process.stages))
		for s := range d.durations {
			d.durations[s] = choose(x, byStage[s], facts, p.Types)
		}
		p.state(&d)
		p.activities(b, &d)
		if p.lack(b, &d); p.Lack != LacksProcess && p.Lack != LacksStart && b.process.opens >= 0 {
			d.network, networks = networks, networks+1
		}
		t.index[p.ID] = len(t.Projects)
		t.Projects = append(t.Projects, p)
		b.drafts = append(b.drafts, d)
	}
}

func (p *Project) state(d *draft) {
	if p.Opened.IsKnown() {
		p.State = Opened
		return
	}
	for i := range d.view.stated {
		if d.view.stated[i].begun() {
			p.State = Underway
		}
	}
}

// activities writes down what is stated or follows of each activity, and which
// of them rest on a duration that nobody has stated.
func (p *Project) activities(b *builder, d *draft) {
	p.Activities = make([]Activity, len(b.process.stages))
	for _, i := range b.process.order {
		s, st := &b.process.stages[i], &d.status[i]
		a := &p.Activities[i]
		*a = Activity{Stage: s.ID, Owner: s.Owner, Duration: d.durations[i], Started: st.start, Finished: st.finish,
			Start: shown(st.start, b.now), Finish: shown(st.finish, b.now),
			unstarted: st.state == schedule.NotStarted, done: st.state == schedule.Done, dated: st.dated, at: d.view.stated[i].at}
		if a.done {
			continue
		}
		_, left := b.clock.remaining(&d.view.stated[i], d.view.day)
		for _, l := range s.in {
			from := &p.Activities[l.from]
			switch {
			case l.kind == programme.FinishFinish:
				a.pending = a.pending || from.pending
			case st.state == schedule.NotStarted:
				a.waits = a.waits || from.waits || l.kind == programme.FinishStart && from.pending
			}
		}
		a.pending = a.pending || a.waits || a.Duration < 0 && !left
		if d := a.Duration; d >= 0 && !left && s.leads && b.x.S.Durations[d].Basis != programme.Experience {
			p.Assumed++
		}
	}
}

// lack says why a project has no forecast, if it has none.
func (p *Project) lack(b *builder, d *draft) {
	switch {
	case p.State == Opened:
	case b.process.opens < 0:
		p.Lack = LacksProcess
	case !d.hasStart(b.process):
		p.Lack = LacksStart
	case p.Activities[b.process.opens].pending:
		p.Lack = LacksDuration
	}
	if p.State == Opened {
		return
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		_, left := b.clock.remaining(&d.view.stated[i], d.view.day)
		if b.process.stages[i].leads && !a.done && a.Duration < 0 && !left {
			p.Missing = append(p.Missing, a.Stage)
		}
	}
}

// simulate runs a network against a reference.
func simulate(n *schedule.Network, ref *schedule.Reference, o schedule.Options) (*schedule.Result, error) {
	o.Reference = ref
	return schedule.Simulate(context.Background(), n, o)
}

// forecast schedules and simulates all projects, and fills in what follows.
func (t *Timetable) forecast(b *builder) error {
	t.samples = samples{base: make([]civil.Date, len(t.Projects)), days: make([][]uint16, len(t.Projects))}
	for i := range t.Projects {
		if t.Projects[i].State == Opened {
			t.sampleOpened(i)
		}
	}
	if b.clock.err != nil {
		return b.clock.err
	}
	t.fillStarts(b.process)
	main, err := b.network(t.Now, func(d *draft) view { return d.view })
	if err != nil {
		return err
	}
	if main.Projects() == 0 {
		return t.deviations(b, nil)
	}
	// What is likely is the plan before anything had happened.
	nominal, err := b.network(b.clock.cal.First()-1, b.untouched)
	if err != nil {
		return err
	}
	result, err := simulate(main, nominal.Plan().Reference(), schedule.Options{Runs: t.Runs, Seed: t.Seed})
	if err != nil {
		return err
	}
	plan := main.Plan()
	for i := range t.Projects {
		if err := t.fill(b, i, plan, result); err != nil {
			return err
		}
	}
	return t.deviations(b, main)
}
