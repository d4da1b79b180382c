package compliance

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// opening lists the projects that open an office and for which keep holds.
func (all *checker) opening(keep func(*timetable.Project) bool) []*timetable.Project {
	var out []*timetable.Project
	for i := range all.t.Projects {
		p := &all.t.Projects[i]
		if all.x.S.Projects[p.Position].Kind == programme.Open && keep(p) {
			out = append(out, p)
		}
	}
	return out
}

// ofMandate lists the projects that open an office under the clause's mandate.
func (k *check) ofMandate() []*timetable.Project {
	return k.opening(func(p *timetable.Project) bool { return p.Mandate == k.m.ID })
}

// ofRound lists the projects that open an office in a round.
func (all *checker) ofRound(id programme.RoundID) []*timetable.Project {
	return all.opening(func(p *timetable.Project) bool { return p.Round == id })
}

// projectFact is the address that shows that a project is there.
func projectFact(p *timetable.Project) figure.Address {
	return figure.FactAt("projects", p.ID, "office")
}

func projectFacts(ps []*timetable.Project) []figure.Address {
	var out []figure.Address
	for _, p := range ps {
		out = append(out, projectFact(p))
	}
	return out
}

// forecastAt is the address that shows when a project's office opens.
func forecastAt(p *timetable.Project) figure.Address {
	if !p.HasForecast() {
		return projectFact(p)
	}
	return figure.At("timetable", "project", p.ID, "p50")
}

// opened returns when a project's office opened, as exactly as is known, and
// whether it has: by an event, or because the activity that opens it is
// stated to be finished.
func (all *checker) opened(p *timetable.Project) (civil.Span, bool) {
	when, has := p.Opened, p.State == timetable.Opened
	for i := range p.Activities {
		a := &p.Activities[i]
		if s, _ := all.x.Stage(a.Stage); !has && s != nil && s.Opens && a.Finished.IsKnown() {
			when, has = a.Finished, true
		}
	}
	// It cannot have opened later than today.
	if has && (!when.Last.IsKnown() || when.Last > all.now) {
		when.Last = all.now
	}
	return when, has
}

// allOpened says whether every office is open, of at least one.
func (all *checker) allOpened(ps []*timetable.Project) bool {
	for _, p := range ps {
		if _, has := all.opened(p); !has {
			return false
		}
	}
	return len(ps) > 0
}

// isBound says whether progress only bounds a start by the day on which it was
// stated: that work had begun by then does not say that it still went on.
func isBound(p *programme.Progress, stated civil.Date) bool {
	return !p.Started.IsExact() && p.Started.First.IsKnown() && p.Started.Last >= stated &&
		!p.PlannedStart.IsKnown() && !p.PlannedFinish.IsKnown() && !p.Finished.IsKnown() && !p.Remaining.Known
}

// lastWords finds, for each project, the latest day on which its progress was
// stated, and the latest on which anything was stated that only makes sense
// while the office is closed: progress, an announced opening, a day to come in
// a timetable. Whether the office is open is for the caller to ask first.
func lastWords(x *programme.Index) (progress, notOpen map[programme.ProjectID]civil.Date) {
	progress, notOpen = map[programme.ProjectID]civil.Date{}, map[programme.ProjectID]civil.Date{}
	say := func(id programme.ProjectID, day civil.Date) { notOpen[id] = max(notOpen[id], day) }
	known := func(p programme.Provenance) civil.Date {
		if src, _ := x.Source(p.Source.ID); !p.Known.IsKnown() && src != nil {
			return src.Date
		}
		return p.Known
	}
	for i := range x.S.Progress {
		p := &x.S.Progress[i]
		day := known(p.Provenance)
		progress[p.Project] = max(progress[p.Project], day)
		if !isBound(p, day) {
			say(p.Project, day)
		}
	}
	for i := range x.S.Projects {
		for _, e := range x.Events(x.S.Projects[i].Office) {
			if event := &x.S.OfficeEvents[e]; event.Kind == programme.OpeningPlanned {
				say(x.S.Projects[i].ID, known(event.Provenance))
			}
		}
	}
	for i := range x.S.Baselines {
		for _, o := range x.S.Baselines[i].Openings {
			if b := &x.S.Baselines[i]; o.Opening.First > b.Frozen {
				say(o.Project, b.Frozen)
			}
		}
	}
	return progress, notOpen
}
