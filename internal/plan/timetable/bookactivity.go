package timetable

import (
	"math"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func (b book) activity(f *figure.Figure, p *Project, i int, field string) bool {
	a := &p.Activities[i]
	finish := p.At("activity", a.Stage, "finish")
	simulated := []figure.Address{finish, seedAt, runsAt, shareAt}
	switch field {
	case "start":
		b.activityStart(f, p, i)
	case "finish":
		b.activityFinish(f, p, i)
	case "p50", "p80":
		f.Value, f.Rule, f.Inputs = figure.OfDate(a.FinishForecast.P50), ruleForecast, simulated
		if field == "p80" {
			f.Value = figure.OfDate(a.FinishForecast.P80)
		}
		if a.done && a.FinishForecast.P50 == a.FinishForecast.P80 {
			f.Rule, f.Inputs = figure.Same, []figure.Address{finish}
		}
	case "slack":
		f.Value, f.Rule, f.Inputs = figure.OfDays(a.Slack), ruleSlack, []figure.Address{finish, p.At("planned")}
	case "criticality":
		f.Value, f.Rule, f.Inputs = figure.OfShare(a.Criticality), ruleCriticality, simulated
	case "excess":
		f.Value, f.Rule, f.Inputs = figure.OfDays(int(math.Round(a.Excess))), ruleExcess, simulated
	default:
		return false
	}
	if unknown := p.Lack != "" || p.State == Opened && (!a.dated || !a.done); unknown && slices.Contains([]string{"slack", "criticality", "excess"}, field) {
		f.Value, f.Rule = figure.Unknown(f.Value.Kind), ruleNoForecast
	}
	return true
}

// activityStart tells how a start came about: as a fact, by what followed, or by
// links, plan and now.
func (b book) activityStart(f *figure.Figure, p *Project, i int) {
	a, s := &p.Activities[i], &b.t.process.stages[i]
	f.Value = figure.OfDate(a.Start)
	switch {
	case a.at.started >= 0:
		f.Rule, f.Inputs = ruleMiddle, append(progressFacts(map[string]int{"started": a.at.started}), nowAt)
		if a.Started.IsExact() {
			f.Rule, f.Inputs = figure.Same, f.Inputs[:1]
		}
		return
	case !a.unstarted:
		f.Rule, f.Inputs = ruleInferred, b.inferredFrom(p, i)
		return
	case !a.Start.IsKnown():
		f.Rule = ruleNoForecast
	default:
		f.Rule = ruleStart
	}
	f.Inputs = progressFacts(map[string]int{"planned-start": a.at.planned})
	for _, l := range s.in {
		switch from := p.Activities[l.from].Stage; l.kind {
		case programme.FinishStart:
			f.Inputs = append(f.Inputs, p.At("activity", from, "finish"))
		case programme.StartStart:
			f.Inputs = append(f.Inputs, p.At("activity", from, "start"))
		}
	}
	if s.isRoot() && a.at.planned < 0 {
		f.Inputs = append(f.Inputs, b.startFacts(p)...)
	} else if !s.isRoot() {
		f.Inputs = append(f.Inputs, figure.FactAt("process", s.ID, "after"))
	}
	f.Inputs = append(f.Inputs, nowAt)
}

// startFacts are the stated starts of the activities that begin a project.
func (b book) startFacts(p *Project) []figure.Address {
	var in []figure.Address
	for i := range p.Activities {
		if at := &p.Activities[i].at; b.t.process.stages[i].isRoot() {
			in = append(in, progressFacts(map[string]int{"planned-start": at.planned, "started": at.started})...)
		}
	}
	return in
}

// inferredFrom are the facts from which it follows that an activity has begun or
// is done: the opening, what remained, or the start of what comes after it.
func (b book) inferredFrom(p *Project, i int) []figure.Address {
	a := &p.Activities[i]
	if p.State == Opened && b.t.process.stages[i].leads && (i != p.opensAt || p.at.opened >= 0) {
		return []figure.Address{p.At("opened")}
	}
	in := progressFacts(map[string]int{"finished": a.at.finished, "remaining": a.at.remaining})
	for j := range p.Activities {
		for _, l := range b.t.process.stages[j].in {
			if next := &p.Activities[j]; l.from == i && l.kind == programme.FinishStart && !next.unstarted {
				in = append(in, p.At("activity", next.Stage, "start"))
			}
		}
	}
	return append(in, nowAt)
}

// activityFinish tells how a finish came about: as a fact, by what followed, or
// by start and likely duration.
func (b book) activityFinish(f *figure.Figure, p *Project, i int) {
	a, s := &p.Activities[i], &b.t.process.stages[i]
	f.Value = figure.OfDate(a.Finish)
	switch {
	case a.done && p.State == Opened && i == p.opensAt:
		f.Rule, f.Inputs = ruleMiddle, []figure.Address{p.At("opened"), nowAt}
		if p.Opened.IsExact() {
			f.Rule, f.Inputs = figure.Same, f.Inputs[:1]
		}
		return
	case a.done && a.at.finished >= 0 && a.Finished.First.IsKnown():
		f.Rule, f.Inputs = ruleMiddle, append(progressFacts(map[string]int{"finished": a.at.finished}), nowAt)
		if a.Finished.IsExact() {
			f.Rule, f.Inputs = figure.Same, f.Inputs[:1]
		}
		return
	case a.done:
		f.Rule, f.Inputs = ruleInferred, b.inferredFrom(p, i)
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.happened-by", Args: []any{a.Finished.String()}})
		return
	case !a.Finish.IsKnown():
		f.Rule = ruleNoForecast
	default:
		f.Rule = ruleFinish
	}
	f.Inputs = append(f.Inputs, p.At("activity", s.ID, "start"))
	f.Inputs = append(f.Inputs, progressFacts(map[string]int{"remaining": a.at.remaining})...)
	if a.Duration >= 0 {
		c := &b.t.Cells[a.Cell]
		f.Inputs = append(f.Inputs, c.At("median"))
		f.Inputs = append(f.Inputs, b.durationFacts(p, a.Duration)...)
		f.Notes = append(f.Notes, b.learntNotes(c)...)
		if !a.unstarted && !c.Fixed {
			f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.own-time"})
		}
	}
	for _, l := range s.in {
		if l.kind == programme.FinishFinish {
			f.Inputs = append(f.Inputs, p.At("activity", p.Activities[l.from].Stage, "finish"))
		}
	}
	f.Inputs = append(f.Inputs, nowAt)
}

// durationFacts are a duration and what made it the one that fits.
func (b book) durationFacts(p *Project, at int) []figure.Address {
	d := &b.t.facts.S.Durations[at]
	in := []figure.Address{figure.FactAt("durations", at+1, "working-days"), figure.FactAt("durations", at+1, "basis")}
	for _, c := range d.When {
		in = append(in, figure.FactAt("projects", p.ID, string(c)))
	}
	if len(d.Types) > 0 && p.at.claim >= 0 {
		in = append(in, figure.FactAt("type-claims", p.at.claim+1, "types"))
	}
	return in
}
