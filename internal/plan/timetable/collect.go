package timetable

import (
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
)

// opensOffice says whether a project belongs in the timetable.
func opensOffice(p *programme.Project) bool {
	return p.Kind == programme.Open || p.Kind == programme.Move
}

// collect writes down what is stated of every project.
func (t *Timetable) collect(b *builder) {
	x, byStage := b.x, durationsByStage(b.x, b.process)
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
		p.Reported, p.at.reported = lastWord(x, facts, p.at.announced, t.Now)
		p.state(&d)
		p.Stale = p.stale(t.Now)
		if p.State == Opened {
			end := closing(x, facts.Office, p.Opened, t.Now)
			p.closing, p.Closed, p.at.closed = end.state, end.day, end.event
		}
		p.activities(b, &d)
		if p.lack(b, &d); p.Lack != LacksProcess && p.Lack != LacksStart && b.process.opens >= 0 {
			d.network = waiting
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
