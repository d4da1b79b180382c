package timetable

import (
	"context"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// The figures of earlier days and of scores are not listed, for each of them costs
// the making of a timetable or more; they are there for whoever asks.

var decileFields = []string{"p10", "p20", "p30", "p40", "p50", "p60", "p70", "p80", "p90"}

// past answers for what was forecast on an earlier day.
func (b book) past(f *figure.Figure, day string, id programme.ProjectID, field string) bool {
	d, err := civil.ParseDate(day)
	if err != nil || b.t.Find(id) < 0 || d > b.t.Now {
		return false
	}
	past, err := b.t.AsOf(context.Background(), d)
	if err != nil {
		return false
	}
	p := &b.t.Projects[b.t.Find(id)]
	then := past[id]
	f.Label = figure.Label{Key: "timetable.as-of." + field, Args: []any{p.Name, d}}
	f.Rule, f.Inputs = ruleAsOf, append(b.knownBy(p, d), seedAt, runsAt, shareAt)
	switch k := slices.Index(decileFields, field); {
	case field == "state":
		f.Value = figure.OfWords(string(then.State))
	case field == "planned":
		f.Value = figure.OfDate(then.Planned)
	case k >= 0:
		f.Label = figure.Label{Key: "timetable.as-of.quantile", Args: []any{p.Name, d, (k + 1) * 10}}
		f.Value = figure.OfDate(then.Deciles[k])
	default:
		return false
	}
	return true
}

// knownBy are the facts about a project's progress and opening that were known on a day.
func (b book) knownBy(p *Project, day civil.Date) []figure.Address {
	x := b.t.facts
	var in []figure.Address
	for _, i := range x.Progress(p.ID) {
		if r := &x.S.Progress[i]; knownFrom(x, r.Provenance) <= day {
			for field, known := range map[string]bool{"planned-start": r.PlannedStart.IsKnown(), "started": r.Started.IsKnown(), "finished": r.Finished.IsKnown(), "remaining": r.Remaining.Known} {
				if known {
					in = append(in, figure.FactAt("progress", i+1, field))
				}
			}
		}
	}
	for _, i := range x.Events(p.Office) {
		if knownFrom(x, x.S.OfficeEvents[i].Provenance) <= day {
			in = append(in, figure.FactAt("events", i+1, "date"))
		}
	}
	slices.Sort(in)
	return in
}

// score answers for how good earlier forecasts were.
func (b book) score(f *figure.Figure, band, field string) bool {
	scores, scored, err := b.t.Scores(context.Background())
	k := slices.IndexFunc(Bands, func(x Band) bool { return x.ID == band })
	if err != nil || k < 0 {
		return false
	}
	s := &scores[k]
	f.Label = figure.Label{Key: "timetable.score." + field, Args: []any{figure.Label{Key: "timetable.band." + band}}}
	f.Rule = ruleScore
	for i := range scored {
		x := &scored[i]
		if ahead := x.Day.DaysUntil(x.Opened); ahead < s.Band.First || ahead > s.Band.Last {
			continue
		}
		opened := b.t.Projects[b.t.Find(x.Project)].At("opened")
		if !slices.Contains(f.Inputs, opened) {
			f.Inputs = append(f.Inputs, opened)
		}
		if field != "offices" {
			f.Inputs = append(f.Inputs, PastAt(x.Day, x.Project, "p50"))
		}
	}
	if s.IsFew() {
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.too-few", Args: []any{s.Offices, FewOffices}})
	}
	return s.field(f, field)
}

func (s *Score) field(f *figure.Figure, field string) bool {
	switch field {
	case "offices":
		f.Value, f.Rule = figure.OfCount(s.Offices), figure.Number
	case "forecasts":
		f.Value = figure.OfCount(s.Forecasts)
	case "coverage":
		f.Value = figure.OfShare(s.Coverage)
	case "late":
		f.Value = figure.OfShare(s.Late)
	case "loss":
		f.Value = ofLoss(s.Loss)
	case "average", "frozen":
		f.Value = figure.OfCount(s.yardstick(field).Forecasts)
	case "average-loss", "frozen-loss":
		f.Value = ofLoss(s.yardstick(field[:len(field)-5]).Loss)
	case "average-ours", "frozen-ours":
		f.Value = ofLoss(s.yardstick(field[:len(field)-5]).Ours)
	default:
		return false
	}
	return true
}

func (s *Score) yardstick(name string) Yardstick {
	if name == "average" {
		return s.Average
	}
	return s.Frozen
}

// ofLoss is a loss in whole calendar days.
func ofLoss(x float64) figure.Value {
	if math.IsNaN(x) {
		return figure.Unknown(figure.Period)
	}
	return figure.OfPeriod(int(math.Round(x)))
}

// promise answers for a day in a frozen timetable.
func (b book) promise(f *figure.Figure, p *Project, id programme.BaselineID, field string) bool {
	promise, ok := b.t.Promise(b.t.Find(p.ID), id)
	base, _ := b.t.facts.Baseline(id)
	if !ok {
		return false
	}
	date := figure.FactAt("baselines", id, "openings", baselineOpening(base, p.ID)+1, "opening")
	f.Label = figure.Label{Key: "timetable.promise." + field, Args: []any{p.Name, base.Name}}
	f.Notes = b.notes(p)
	switch field {
	case "probability":
		f.Value, f.Rule, f.Inputs = figure.OfShare(promise.Probability), ruleKept, []figure.Address{date, p.At("p50"), seedAt, runsAt, shareAt}
	case "holds":
		f.Value, f.Rule, f.Inputs = figure.Unknown(figure.Words), ruleHolds, []figure.Address{p.At("p80"), date}
		if !math.IsNaN(promise.Probability) {
			f.Value = figure.OfWords(map[bool]string{true: "yes", false: "no"}[promise.Holds()])
		}
	default:
		return false
	}
	return true
}

var (
	promiseFields      = []string{"probability", "holds"}
	jointPromiseFields = []string{"offices", "holding", "all", "best", "weakest"}
)

// jointPromise answers for the days of a round in a frozen timetable together.
func (b book) jointPromise(f *figure.Figure, r *Round, id programme.BaselineID, field string) bool {
	base, _ := b.t.facts.Baseline(id)
	facts, _ := b.t.facts.Round(r.ID)
	if base == nil {
		return false
	}
	j := b.t.JointPromise(r, id)
	if len(j.Projects) == 0 {
		return false
	}
	f.Label = figure.Label{Key: "timetable.joint-promise." + field, Args: []any{facts.Name, base.Name}}
	for _, k := range j.Projects {
		p := &b.t.Projects[k]
		promise, _ := b.t.Promise(k, id)
		switch {
		case field == "offices":
			f.Inputs = append(f.Inputs, figure.FactAt("baselines", id, "openings", baselineOpening(base, p.ID)+1, "opening"))
		case field != "holding":
			f.Inputs = append(f.Inputs, p.At("promise", id, "probability"))
		case promise.Holds():
			f.Inputs = append(f.Inputs, p.At("promise", id, "holds"))
		}
	}
	switch field {
	case "offices":
		f.Value, f.Rule = figure.OfCount(len(j.Projects)), figure.Number
	case "holding":
		f.Value, f.Rule = figure.OfCount(j.Holding), figure.Number
	case "all":
		f.Value, f.Rule = figure.OfShare(j.All), ruleProbability
	case "best":
		f.Value, f.Rule = figure.OfShare(j.Best), figure.Greatest
	case "weakest":
		f.Value, f.Rule = figure.OfShare(j.Weakest), figure.Least
	default:
		return false
	}
	return true
}
