package visits

import (
	"iter"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address of the visits.
const Segment = "visits"

// None stands for not visiting where a site's key does in other addresses.
const None = "none"

// Rules of the visits that are not plain arithmetic.
const (
	ruleAssumed  figure.Rule = "visits.assumed"
	ruleMean     figure.Rule = "visits.mean"
	ruleFit      figure.Rule = "visits.fit"
	ruleHuff     figure.Rule = "visits.huff"
	ruleFlow     figure.Rule = "visits.flow"
	rulePerHour  figure.Rule = "visits.per-hour"
	ruleScenario figure.Rule = "visits.scenario"
)

var (
	scaleAt   = figure.At(Segment, "scale")
	halfAt    = figure.At(Segment, "option", "half-time")
	outsideAt = figure.At(Segment, "option", "outside")
)

// Figure implements figure.Book:
//
//	visits/option/{half-time,outside}
//	visits/observed/<office>/{visits,per-hour}
//	visits/scale, visits/remains
//	visits/<state>/total
//	visits/<state>/site/<key>/{share,visits,per-hour}
//	visits/change/<comparison>/opened/<key>/<from>/{share,visits}
//	visits/change/<comparison>/closed/<key>/<to>/{share,visits}
//	visits/demand/<id>/<state>
//
// <from> and <to> are keys of sites, or none for people who did not visit before or
// do not afterwards. Addresses lists of flows the three greatest and none.
func (v *Visits) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 2 || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f, ok := figure.Figure{Address: a}, false
	switch {
	case seg[1] == "option" && len(seg) == 3:
		ok = v.option(&f, seg[2])
	case seg[1] == "observed" && len(seg) == 4:
		ok = v.observedFigure(&f, seg[2], seg[3])
	case len(seg) == 2 && (seg[1] == "scale" || seg[1] == "remains"):
		v.fitFigure(&f, seg[1])
		ok = true
	case seg[1] == "change" && len(seg) == 7:
		ok = v.flowFigure(&f, seg[2], seg[3], seg[4], seg[5], seg[6])
	case seg[1] == "demand" && len(seg) == 4:
		ok = v.demandFigure(&f, seg[2], seg[3])
	case len(seg) == 3 && seg[2] == "total":
		ok = v.totalFigure(&f, seg[1])
	case len(seg) == 5 && seg[2] == "site":
		ok = v.siteFigure(&f, seg[1], seg[3], seg[4])
	}
	return f, ok
}

// Addresses implements figure.Book.
func (v *Visits) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		var all []figure.Address
		at := func(segments ...any) { all = append(all, figure.At(append([]any{Segment}, segments...)...)) }
		at("option", "half-time")
		at("option", "outside")
		at("scale")
		at("remains")
		for i := range v.Observed {
			at("observed", v.Observed[i].Office, "visits")
			at("observed", v.Observed[i].Office, "per-hour")
		}
		for i := range v.coverage.States {
			v.listState(&v.coverage.States[i], at)
		}
		for i := range v.coverage.Comparisons {
			v.listFlows(i, at)
		}
		for _, a := range all {
			if !yield(a) {
				return
			}
		}
	}
}

func (v *Visits) listState(s *coverage.State, at func(...any)) {
	at(s.ID, "total")
	for _, site := range s.Open {
		for _, field := range []string{"share", "visits", "per-hour"} {
			at(s.ID, "site", v.coverage.Sites[site].Key, field)
		}
	}
	for i := range v.facts.S.DemandScenarios {
		at("demand", v.facts.S.DemandScenarios[i].ID, s.ID)
	}
}

func (v *Visits) listFlows(comparison int, at func(...any)) {
	for _, way := range []string{"opened", "closed"} {
		for _, m := range v.Moves(comparison, way == "opened") {
			for _, p := range m.Parts {
				for _, field := range []string{"share", "visits"} {
					at("change", v.coverage.Comparisons[comparison].ID, way, m.Key, p.Key, field)
				}
			}
		}
	}
}

func (v *Visits) option(f *figure.Figure, name string) bool {
	f.Label, f.Rule = figure.Label{Key: "visits.option." + name}, ruleAssumed
	switch name {
	case "half-time":
		f.Value = figure.OfSeconds(int(v.Options.HalfMinutes * 60))
	case "outside":
		f.Value = figure.OfSeconds(int(v.Options.OutsideMinutes * 60))
	default:
		return false
	}
	return true
}

func (v *Visits) observedFigure(f *figure.Figure, office, field string) bool {
	o := v.observedAt(programme.OfficeID(office))
	if o == nil {
		return false
	}
	f.Label = figure.Label{Key: "visits.observed." + field, Args: []any{v.officeName(o.Office), o.Months}}
	for _, i := range o.records {
		f.Inputs = append(f.Inputs, figure.FactAt("visits", i+1, "visits"))
	}
	f.Rule = ruleMean
	if o.IsSmall() {
		f.Notes = append(f.Notes, figure.Label{Key: "visits.note.small", Args: []any{o.Months}})
	}
	switch field {
	case "visits":
		f.Value = figure.Between(figure.Count, int64(math.Round(o.Low)), int64(math.Round(o.High)))
	case "per-hour":
		f.Rule, f.Value = rulePerHour, figure.Unknown(figure.Rate)
		now := &v.coverage.States[v.coverage.State(coverage.Now)]
		for i, site := range now.Open {
			if l := v.levels(now)[i]; v.coverage.Sites[site].Office == o.Office && l.Hours > 0 {
				low, high := figure.OfRate(perHour(o.Low, l.Hours)), figure.OfRate(perHour(o.High, l.Hours))
				f.Value = figure.Between(figure.Rate, low.Low, high.High)
				f.Inputs = append(f.Inputs, v.levelFacts(&l)...)
			}
		}
	default:
		return false
	}
	return true
}

// perHour divides visits a month by the open hours of a month.
func perHour(visits, hoursPerWeek float64) float64 { return visits / (hoursPerWeek * 52 / 12) }

func (v *Visits) levelFacts(l *Level) []figure.Address {
	var in []figure.Address
	if l.hoursAt >= 0 {
		in = append(in, figure.FactAt("service-levels", l.hoursAt+1, "hours"))
	}
	if l.agentsAt >= 0 {
		in = append(in, figure.FactAt("service-levels", l.agentsAt+1, "services"))
	}
	return in
}

func (v *Visits) officeName(id programme.OfficeID) string {
	if o, _ := v.facts.Office(id); o != nil && o.Name != "" {
		return o.Name
	}
	return string(id)
}

func (v *Visits) fitFigure(f *figure.Figure, name string) {
	fit := v.fit()
	f.Label, f.Rule = figure.Label{Key: "visits." + name}, ruleFit
	f.Inputs = []figure.Address{figure.At(coverage.Segment, coverage.Now, "offices"), halfAt, outsideAt}
	for i := range v.Observed {
		f.Inputs = append(f.Inputs, figure.At(Segment, "observed", v.Observed[i].Office, "visits"))
	}
	f.Value = figure.Unknown(figure.Rate)
	if name == "remains" {
		f.Value = figure.Unknown(figure.Share)
	}
	switch {
	case !fit.Known:
		f.Notes = []figure.Label{{Key: "visits.note.unobserved"}}
	case name == "remains":
		f.Value = figure.OfShare(fit.Remains)
	default:
		f.Value = figure.OfRate(fit.Scale * 1000)
		f.Notes = []figure.Label{{Key: "visits.note.fitted", Args: []any{fit.Offices}}}
	}
}

// count is a number of visits a month, unknown without a fit.
func (v *Visits) count(f *figure.Figure, people float64) {
	fit := v.fit()
	f.Value = figure.Unknown(figure.Count)
	if !fit.Known {
		f.Notes = append(f.Notes, figure.Label{Key: "visits.note.unobserved"})
		return
	}
	n := people * fit.Scale
	f.Value = figure.OfCount(int(math.Round(n)))
	if n < Few {
		f.Notes = append(f.Notes, figure.Label{Key: "visits.note.few", Args: []any{Few}})
	}
}

// grounds are what every expectation of a state rests on.
func (v *Visits) grounds(states ...string) []figure.Address {
	in := []figure.Address{figure.At(coverage.Segment, "population"), figure.At(coverage.Segment, "method"), halfAt, outsideAt}
	for _, s := range states {
		in = append(in, figure.At(coverage.Segment, s, "offices"))
	}
	return in
}

func (v *Visits) totalFigure(f *figure.Figure, state string) bool {
	at := v.coverage.State(state)
	if at < 0 {
		return false
	}
	f.Label = figure.Label{Key: "visits.total", Args: []any{v.coverage.States[at].Label}}
	f.Rule, f.Inputs, f.Notes = ruleHuff, append(v.grounds(state), scaleAt), v.coverage.StateNotes(at)
	s, err := v.StateAt(at)
	if f.Value = figure.Unknown(figure.Count); err == nil {
		v.count(f, s.Total)
	}
	return true
}

func (v *Visits) siteFigure(f *figure.Figure, state, key, field string) bool {
	at := v.coverage.State(state)
	if at < 0 {
		return false
	}
	open := v.coverage.States[at].Open
	i := slices.IndexFunc(open, func(site int32) bool { return v.coverage.Sites[site].Key == key })
	if i < 0 {
		return false
	}
	f.Label = figure.Label{Key: "visits.site." + field, Args: []any{v.coverage.Sites[open[i]].Name, v.coverage.States[at].Label}}
	f.Rule, f.Inputs, f.Notes = ruleHuff, v.grounds(state), v.coverage.StateNotes(at)
	s, err := v.StateAt(at)
	if err != nil {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.failed", Args: []any{err.Error()}})
		s = nil
	}
	if s != nil {
		l := &s.Levels[i]
		f.Inputs = append(f.Inputs, v.levelFacts(l)...)
		if !l.HasHours || !l.HasAgents {
			f.Notes = append(f.Notes, figure.Label{Key: "visits.note.level"})
		}
	}
	switch field {
	case "share":
		if f.Value = figure.Unknown(figure.Share); s != nil && s.Total > 0 {
			f.Value = figure.OfShare(s.Visits[i] / s.Total)
		}
	case "visits":
		f.Inputs = append(f.Inputs, scaleAt)
		if f.Value = figure.Unknown(figure.Count); s != nil {
			v.count(f, s.Visits[i])
		}
	case "per-hour":
		f.Rule, f.Value = rulePerHour, figure.Unknown(figure.Rate)
		f.Inputs = append(f.Inputs, figure.At(Segment, state, "site", key, "visits"))
		if fit := v.fit(); s != nil && fit.Known && s.Levels[i].Hours > 0 {
			f.Value = figure.OfRate(perHour(s.Visits[i]*fit.Scale, s.Levels[i].Hours))
		}
	default:
		return false
	}
	return true
}

func (v *Visits) demandFigure(f *figure.Figure, id, state string) bool {
	i := slices.IndexFunc(v.facts.S.DemandScenarios, func(d programme.DemandScenario) bool { return d.ID == id })
	if i < 0 || v.coverage.State(state) < 0 {
		return false
	}
	d := &v.facts.S.DemandScenarios[i]
	name := d.Name
	if name.Sv == "" {
		name.Sv = d.ID
	}
	f.Label = figure.Label{Key: "visits.demand", Args: []any{name, v.coverage.States[v.coverage.State(state)].Label}}
	total := figure.At(Segment, state, "total")
	f.Rule, f.Inputs, f.Value = ruleScenario, []figure.Address{total, figure.FactAt("demand-scenarios", id, "per-mille")}, figure.Unknown(figure.Count)
	if t, _ := v.Figure(total); t.Value.Known && d.PerMille.Known {
		f.Value = figure.Between(figure.Count, t.Value.Low*int64(d.PerMille.Low)/1000, t.Value.High*int64(d.PerMille.High)/1000)
	}
	return true
}
