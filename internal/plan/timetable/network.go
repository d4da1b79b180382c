package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
)

// draft is a project on its way into the timetable.
type draft struct {
	facts     *programme.Project
	view      view
	status    []status
	durations []int                   // by stage: position in Snapshot.Durations, −1 if none
	drawn     []schedule.Distribution // by stage: what its duration is drawn from
	network   int                     // its number in the networks of its batch, −1 where it is in none
}

// waiting is the number of a project that no network holds yet.
const waiting = 0

// key selects a project's random numbers by its id alone, so that another
// project more or less changes nobody's samples.
func key(id programme.ProjectID) uint64 { return hashOf(string(id)) }

// hasStart says whether anything stated fixes the project's start in time.
func (d *draft) hasStart(p *process) bool {
	if d.view.opened.IsKnown() {
		return true
	}
	for i := range d.view.stated {
		if s := &d.view.stated[i]; s.begun() || p.stages[i].isRoot() && s.planned.IsKnown() {
			return true
		}
	}
	return false
}

// builder makes networks of the same projects as seen on different days. The
// activities of a project stand in the order of the process in all of them.
type builder struct {
	x       *programme.Index
	table   *Timetable
	process *process
	clock   *clock
	now     civil.Date
	drafts  []draft
	// factors are the common causes of the cells, risks those stated in numbers.
	factors   []schedule.FactorSpec
	risks     []*programme.Risk
	riskSpecs []schedule.RiskSpec
	exposed   map[exposure][]schedule.Risk
	// from and to bound the batch of drafts at work.
	from, to int
}

// enter numbers the projects of the batch.
func (b *builder) enter() {
	n := 0
	for i := b.from; i < b.to; i++ {
		if d := &b.drafts[i]; d.network >= 0 {
			d.network, n = n, n+1
		}
	}
}

// activity returns where a stage of a project stands in the networks.
func (b *builder) activity(d *draft, stage int) schedule.Activity {
	return schedule.Activity(d.network*len(b.process.stages) + stage)
}

// network lays out the projects of the batch as seen on a day; seen gives a project's view.
func (b *builder) network(day civil.Date, seen func(*draft) view) (*schedule.Network, error) {
	spec := &schedule.Spec{Now: b.clock.after(day), Factors: b.factors, Risks: b.riskSpecs}
	for k := b.from; k < b.to; k++ {
		d := &b.drafts[k]
		if d.network < 0 {
			continue
		}
		v := seen(d)
		b.add(spec, &b.table.Projects[k], d, &v, b.process.settle(&v))
	}
	if b.clock.err != nil {
		return nil, b.clock.err
	}
	return schedule.Compile(spec)
}

func (b *builder) add(spec *schedule.Spec, project *Project, d *draft, v *view, st []status) {
	p := spec.AddProject(key(d.facts.ID))
	start := b.start(v)
	for i := range b.process.stages {
		a := schedule.ActivitySpec{Project: p, Status: b.clock.engineStatus(&st[i], &v.stated[i], v.day)}
		a.Duration, a.Risks = d.drawn[i], b.risksOf(i, project.Round)
		b.table.loads(&a, project.Activities[i].Cell)
		switch planned := v.stated[i].planned; {
		case st[i].state != schedule.NotStarted:
		case planned.IsKnown():
			a.Release = schedule.Known(b.clock.begin(planned.Middle()))
		case b.process.stages[i].isRoot() && start.IsKnown():
			a.Release = schedule.Known(b.clock.begin(start))
		}
		spec.AddActivity(a)
	}
	for i := range b.process.stages {
		for _, l := range b.process.stages[i].in {
			spec.AddLink(b.activity(d, l.from), b.activity(d, i), linkKinds[l.kind], int32(l.lag))
		}
	}
	spec.SetEnds(p, b.activity(d, b.process.order[0]), b.activity(d, b.process.opens))
}

var linkKinds = map[programme.LinkKind]schedule.LinkKind{
	programme.FinishStart: schedule.FinishStart, programme.StartStart: schedule.StartStart, programme.FinishFinish: schedule.FinishFinish,
}

// start returns the day on which the first activity to start has started or is
// planned to; unknown where nobody has said.
func (b *builder) start(v *view) civil.Date {
	var start civil.Date
	for i := range b.process.stages {
		if !b.process.stages[i].isRoot() {
			continue
		}
		day := v.stated[i].planned.Middle()
		if s := v.stated[i].started; s.IsKnown() {
			day = middle(s, v.day)
		}
		if day.IsKnown() && (!start.IsKnown() || day < start) {
			start = day
		}
	}
	return start
}

// seenOn returns what was known of a project on an earlier day. Where no start
// had been stated by then, the one that is known today stands in.
func (b *builder) seenOn(day civil.Date) func(*draft) view {
	return func(d *draft) view {
		v := view{day: day, stated: statements(b.x, b.process, d.facts.ID, day)}
		v.opened, _, _ = opening(b.x, d.facts, day)
		for i := range v.stated {
			if s := &v.stated[i]; b.process.stages[i].isRoot() && !s.planned.IsKnown() {
				s.planned = b.plannedStart(&d.view.stated[i])
			}
		}
		return v
	}
}

// untouched returns a project as it would be if nothing had happened yet.
func (b *builder) untouched(d *draft) view {
	v := view{day: b.clock.cal.First() - 1, stated: make([]statement, len(d.view.stated))}
	for i := range v.stated {
		v.stated[i].planned = d.view.stated[i].planned
		if b.process.stages[i].isRoot() {
			v.stated[i].planned = b.plannedStart(&d.view.stated[i])
		}
	}
	return v
}

// plannedStart returns the planned start, or what is known of the actual one.
func (b *builder) plannedStart(s *statement) civil.Span {
	if !s.planned.IsKnown() && s.started.IsKnown() {
		return civil.Day(middle(s.started, b.now))
	}
	return s.planned
}
