package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// At is the address of a field of a project: timetable/project/<id>/p50.
func (p *Project) At(path ...any) figure.Address {
	return figure.At(append([]any{Segment, "project", p.ID}, path...)...)
}

func (b book) project(f *figure.Figure, p *Project, path []string) bool {
	switch {
	case len(path) == 1:
		f.Label = figure.Label{Key: "timetable.project." + path[0], Args: []any{p.Name}}
		return b.projectField(f, p, path[0])
	case len(path) == 3 && path[0] == "activity":
		for i := range p.Activities {
			if a := &p.Activities[i]; string(a.Stage) == path[1] {
				f.Label = figure.Label{Key: "timetable.activity." + path[2], Args: []any{p.Name, b.t.process.stages[i].Name}}
				return b.activity(f, p, i, path[2])
			}
		}
	case len(path) == 3 && path[0] == "promise":
		return b.promise(f, p, programme.BaselineID(path[1]), path[2])
	case len(path) >= 2 && path[0] == "deviation":
		if d := p.deviation(programme.BaselineID(path[1])); d != nil {
			return b.deviation(f, p, d, path[2:])
		}
	}
	return false
}

func (b book) projectField(f *figure.Figure, p *Project, field string) bool {
	switch field {
	case "state":
		f.Value, f.Rule, f.Inputs = figure.OfWords(string(p.Standing())), ruleState, b.stateGrounds(p)
	case "start":
		b.start(f, p)
	case "opened":
		b.opened(f, p)
	case "announced":
		b.stated(f, p.Announced, p.at.announced)
	case "closed":
		if b.stated(f, p.Closed, -1); p.at.closed >= 0 && p.Closed.IsKnown() {
			b.stated(f, p.Closed, p.at.closed)
		} else if p.at.closed >= 0 {
			// Only the decision is known; its day is not that of the closing.
			f.Inputs = []figure.Address{figure.FactAt("events", p.at.closed+1, "kind")}
		}
	case "reported":
		f.Value, f.Rule, f.Inputs = figure.OfDate(p.Reported), ruleReported, []figure.Address{nowAt}
		if p.at.reported != "" {
			f.Inputs = []figure.Address{p.at.reported, nowAt}
		}
	case "planned":
		b.planned(f, p)
	case "p10":
		b.forecast(f, p, p.Forecast.P10, ruleForecast)
	case "p50":
		b.forecast(f, p, p.Forecast.P50, ruleForecast)
	case "p80":
		b.forecast(f, p, p.Forecast.P80, ruleForecast)
	case "p90":
		b.forecast(f, p, p.Forecast.P90, ruleForecast)
	default:
		return false
	}
	return true
}

// stateGrounds are the facts that say how far a project has come.
func (b book) stateGrounds(p *Project) []figure.Address {
	if p.State == Opened {
		if p.at.closed >= 0 {
			return []figure.Address{p.At("opened"), figure.FactAt("events", p.at.closed+1, "kind"), p.At("closed"), nowAt}
		}
		return []figure.Address{p.At("opened")}
	}
	in := []figure.Address{nowAt}
	for i := range p.Activities {
		at := &p.Activities[i].at
		in = append(in, progressFacts(map[string]int{"started": at.started, "finished": at.finished, "remaining": at.remaining})...)
	}
	return in
}

// progressFacts are the addresses of fields of Snapshot.Progress, by position.
func progressFacts(at map[string]int) []figure.Address {
	var in []figure.Address
	for _, field := range []string{"planned-start", "started", "finished", "remaining", "caused-by"} {
		if i, ok := at[field]; ok && i >= 0 {
			in = append(in, figure.FactAt("progress", i+1, field))
		}
	}
	return in
}

func (b book) start(f *figure.Figure, p *Project) {
	f.Value = figure.OfDate(p.Start)
	for i := range p.Activities {
		if b.t.process.stages[i].isRoot() && p.Activities[i].Start.IsKnown() {
			f.Inputs = append(f.Inputs, p.At("activity", p.Activities[i].Stage, "start"))
		}
	}
	switch len(f.Inputs) {
	case 0:
		f.Rule, f.Inputs = ruleUnstated, []figure.Address{nowAt}
	case 1:
		f.Rule = figure.Same
	default:
		f.Rule = figure.Least
	}
}

// opened is the opening as an event states it, or else as the finish of the
// opening activity.
func (b book) opened(f *figure.Figure, p *Project) {
	b.stated(f, p.Opened, p.at.opened)
	if p.State == Opened && !p.Opened.First.IsKnown() {
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.happened-by", Args: []any{p.Opened.String()}})
	}
	if p.at.opened >= 0 || p.State != Opened {
		return
	}
	at := progressFacts(map[string]int{"finished": p.Activities[p.opensAt].at.finished})
	if len(at) > 0 {
		f.Rule, f.Inputs = figure.Same, at
	} else {
		f.Rule, f.Inputs = ruleInferred, b.inferredFrom(p, p.opensAt)
	}
}

// stated is a date as an event states it, or unknown where none does. An event
// without a day has happened by the time that somebody knew of it.
func (b book) stated(f *figure.Figure, date civil.Span, event int) {
	f.Value, f.Rule, f.Inputs = figure.OfSpan(date), ruleUnstated, []figure.Address{nowAt}
	if event < 0 {
		return
	}
	f.Rule, f.Inputs = figure.Same, []figure.Address{figure.FactAt("events", event+1, "date")}
	if b.t.facts.S.OfficeEvents[event].Date != date {
		f.Rule, f.Inputs = ruleInferred, append(f.Inputs, nowAt)
	}
}

// planned is the likely opening day: the announced one where it lies ahead.
func (b book) planned(f *figure.Figure, p *Project) {
	b.forecast(f, p, p.Planned, figure.Same)
	if p.State == Opened || p.Lack != "" || !announcedDay(p.Announced, b.t.Now).IsKnown() {
		return
	}
	f.Rule, f.Inputs = ruleAnnounced, []figure.Address{p.At("announced"), nowAt}
	if p.Announced.IsExact() {
		f.Rule, f.Inputs = figure.Same, f.Inputs[:1]
	}
}

// forecast is an opening day: the actual one, or one that the model gives.
func (b book) forecast(f *figure.Figure, p *Project, date civil.Date, rule figure.Rule) {
	f.Value = figure.OfDate(date)
	switch {
	case p.Opened.IsExact():
		f.Rule, f.Inputs = figure.Same, []figure.Address{p.At("opened")}
	case p.State == Opened && rule == figure.Same:
		f.Rule, f.Inputs = ruleMiddle, []figure.Address{p.At("opened"), nowAt}
	case p.State == Opened:
		f.Rule, f.Inputs = ruleSpan, []figure.Address{p.At("opened"), nowAt, seedAt, runsAt}
	case p.Lack != "":
		f.Rule, f.Inputs = ruleNoForecast, []figure.Address{nowAt}
		for _, s := range p.Missing {
			f.Inputs = append(f.Inputs, p.At("activity", s, "start"))
		}
	default:
		f.Rule, f.Inputs = rule, []figure.Address{p.At("activity", p.Activities[p.opensAt].Stage, "finish")}
		if rule != figure.Same {
			f.Inputs = append(f.Inputs, seedAt, runsAt, shareAt)
		}
	}
	f.Notes = append(f.Notes, b.notes(p)...)
}

// notes say what a forecast rests on that is not a number, or why there is none.
func (b book) notes(p *Project) []figure.Label {
	var out []figure.Label
	if p.State == Opened {
		if !p.Opened.First.IsKnown() {
			out = append(out, figure.Label{Key: "timetable.note.happened-by", Args: []any{p.Opened.String()}})
		}
		return out
	}
	if p.Lack == LacksProcess || p.Lack == LacksStart {
		out = append(out, figure.Label{Key: "timetable.note.lacks-" + string(p.Lack)})
	}
	for _, id := range p.Missing {
		out = append(out, figure.Label{Key: "timetable.note.lacks-duration", Args: []any{b.t.process.stages[b.t.process.byID[id]].Name}})
	}
	if p.Stale {
		out = append(out, figure.Label{Key: "timetable.note.stale", Args: []any{p.Reported.String()}})
	}
	if b.t.Risks > 0 {
		out = append(out, figure.Label{Key: "timetable.note.risks", Args: []any{b.t.Risks}})
	}
	if b.t.RisksInWords > 0 {
		out = append(out, figure.Label{Key: "timetable.note.risks-in-words", Args: []any{b.t.RisksInWords}})
	}
	if p.Assumed > 0 {
		out = append(out, figure.Label{Key: "timetable.note.assumed", Args: []any{p.Assumed}})
	}
	switch {
	case len(p.Types) == 0:
		out = append(out, figure.Label{Key: "timetable.note.type-open"})
	case !p.TypesDecided:
		out = append(out, figure.Label{Key: "timetable.note.type-proposed", Args: []any{b.t.facts.S.TypeClaims[p.at.claim].By}})
	}
	for _, c := range p.Unclear {
		out = append(out, figure.Label{Key: "timetable.note.unclear-" + string(c)})
	}
	return out
}
