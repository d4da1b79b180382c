package summary

import (
	"io"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// PromisesSchema names the form of the answer to which days can be promised.
const PromisesSchema = "etablera.promises/1"

// Promises says which days of the latest frozen timetable could be promised, given
// what is known and assumed on the day of the plan.
type Promises struct {
	Schema    string `json:"schema"`
	Programme string `json:"programme"`
	Name      string `json:"name"`
	AsOf      string `json:"asOf"`
	Seed      uint64 `json:"seed"`
	Runs      int    `json:"runs"`
	// Baseline is empty where no timetable with days has been frozen.
	Baseline     programme.BaselineID `json:"baseline"`
	BaselineName string               `json:"baselineName"`
	Frozen       string               `json:"frozen"`
	Promises     []Promise            `json:"promises"`
	Rounds       []RoundPromises      `json:"rounds"`
	Durations    []Duration           `json:"durations"` // that the forecasts rest on
	OfficeShare  Figure               `json:"officeShare"`
	Risks        int                  `json:"risks"`        // simulated
	RisksInWords int                  `json:"risksInWords"` // and therefore not
}

// Promise is one day.
type Promise struct {
	ID          programme.ProjectID `json:"id"`
	Office      string              `json:"office"`
	Round       programme.RoundID   `json:"round"`
	State       timetable.State     `json:"state"`
	Date        string              `json:"date"` // in the frozen timetable
	P10         Figure              `json:"p10"`
	P50         Figure              `json:"p50"`
	P80         Figure              `json:"p80"`
	P90         Figure              `json:"p90"`
	Probability Figure              `json:"probability"` // that the office has opened by the day
	Holds       Figure              `json:"holds"`       // yes or no; null without forecast
}

// RoundPromises is how the days of a round hold together.
type RoundPromises struct {
	ID      programme.RoundID `json:"id"`
	Name    string            `json:"name"`
	Offices Figure            `json:"offices"`
	Holding Figure            `json:"holding"`
	All     Figure            `json:"probabilityAll"`
	Best    Figure            `json:"probabilityBest"`
	Weakest Figure            `json:"probabilityWeakest"`
}

// Duration is what is assumed and learnt of how long an activity takes.
type Duration struct {
	Activity   programme.StageID     `json:"activity"`
	Name       string                `json:"name"`
	Types      []programme.TypeID    `json:"types"`
	Conditions []programme.Condition `json:"conditions"`
	Basis      programme.Basis       `json:"basis"`
	Reason     string                `json:"reason"`
	Weight     Figure                `json:"weight"`
	Finished   int                   `json:"finished"` // n: the group's own, whose duration is known
	Bounded    int                   `json:"bounded"`  // likewise, known within bounds
	Running    int                   `json:"running"`
	Others     int                   `json:"others"` // finished or bounded in other groups of the activity
	Assumed    Figure                `json:"assumedMedian"`
	AssumedP90 Figure                `json:"assumedP90"`
	Median     Figure                `json:"median"`
	P90        Figure                `json:"p90"`
}

// PromisesOf says which days of the latest frozen timetable could be promised.
func PromisesOf(p *plan.Plan, lang locale.Lang) *Promises {
	s, t := p.Facts.S, p.Timetable
	out := &Promises{Schema: PromisesSchema, Programme: s.Programme.ID, Name: s.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(),
		Seed: p.Options.Seed, Runs: p.Options.Runs, Baseline: t.LatestPromises(), OfficeShare: figureOf(p, lang, "timetable", "option", "office-share"),
		Risks: t.Risks, RisksInWords: t.RisksInWords, Promises: []Promise{}, Rounds: []RoundPromises{}, Durations: []Duration{}}
	base, _ := p.Facts.Baseline(out.Baseline)
	if base == nil {
		return out
	}
	out.BaselineName, out.Frozen = base.Name.In(string(lang)), base.Frozen.String()
	cells := map[int]bool{}
	for i := range t.Projects {
		promise, ok := t.Promise(i, base.ID)
		if !ok {
			continue
		}
		x := &t.Projects[i]
		of := func(path ...any) Figure {
			return figureOf(p, lang, append([]any{"timetable", "project", x.ID}, path...)...)
		}
		out.Promises = append(out.Promises, Promise{ID: x.ID, Office: x.Name, Round: x.Round, State: x.Standing(), Date: promise.Date.String(),
			P10: of("p10"), P50: of("p50"), P80: of("p80"), P90: of("p90"),
			Probability: of("promise", base.ID, "probability"), Holds: of("promise", base.ID, "holds")})
		if x.State != timetable.Opened {
			for k := range x.Activities {
				if a := &x.Activities[k]; a.Cell >= 0 && t.Remains(i, k) {
					cells[a.Cell] = true
				}
			}
		}
	}
	for i := range t.Rounds {
		if r := &t.Rounds[i]; len(t.JointPromise(r, base.ID).Projects) > 0 {
			out.Rounds = append(out.Rounds, roundPromises(p, lang, r, base.ID))
		}
	}
	for _, stage := range s.Process {
		for k := range t.Cells {
			if cells[k] && t.Cells[k].Stage == stage.ID {
				out.Durations = append(out.Durations, durationOf(p, lang, &t.Cells[k]))
			}
		}
	}
	return out
}

func roundPromises(p *plan.Plan, lang locale.Lang, r *timetable.Round, id programme.BaselineID) RoundPromises {
	facts, _ := p.Facts.Round(r.ID)
	of := func(what string) Figure { return figureOf(p, lang, "timetable", "round", r.ID, "promise", id, what) }
	return RoundPromises{ID: r.ID, Name: facts.Name.In(string(lang)), Offices: of("offices"), Holding: of("holding"),
		All: of("all"), Best: of("best"), Weakest: of("weakest")}
}

func durationOf(p *plan.Plan, lang locale.Lang, c *timetable.Cell) Duration {
	of := func(what string) Figure {
		a := c.At(what)
		f, _ := p.Shelf.Figure(a)
		return valueOf(a, f.Value, lang)
	}
	d := &p.Facts.S.Durations[c.Duration]
	out := Duration{Activity: c.Stage, Name: string(c.Stage), Types: c.Types, Conditions: c.When, Basis: d.Basis, Reason: d.Reason.In(string(lang)),
		Weight: of("weight"), Assumed: of("assumed-median"), AssumedP90: of("assumed-p90"), Median: of("median"), P90: of("p90"),
		Finished: c.Finished, Bounded: c.Bounded, Running: c.Running, Others: c.Others}
	if stage, _ := p.Facts.Stage(c.Stage); stage != nil {
		out.Name = stage.Name.In(string(lang))
	}
	if out.Types == nil {
		out.Types = []programme.TypeID{}
	}
	if out.Conditions == nil {
		out.Conditions = []programme.Condition{}
	}
	return out
}

// WriteText writes the promises for a person.
func (x *Promises) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	if x.Baseline == "" {
		t.heading(lang.T("plan.heading", x.Name, x.AsOf))
		t.line("%s", lang.T("promises.none"))
		return t.err
	}
	t.heading(lang.T("promises.heading", x.BaselineName, x.Frozen, x.AsOf))
	t.line("%s", wrap(lang.T("promises.note"), textWidth, ""))
	t.line("")
	var rows [][]string
	for i := range x.Promises {
		r := &x.Promises[i]
		rows = append(rows, []string{r.Office, r.Date, r.P10.Text, r.P50.Text, r.P80.Text, r.P90.Text, r.Probability.Text, r.verdict(lang)})
	}
	t.table(columns(lang, "office", "baseline", "p10", "p50", "p80", "p90", ">holds", "promisable"), rows)
	for _, r := range x.Rounds {
		t.line("%s", wrap(lang.T("promises.round", r.Name, r.Holding.Text, r.Offices.Text, r.All.Text, r.Best.Text, r.Weakest.Text), textWidth, ""))
	}
	t.line("")
	x.writeDurations(t, lang)
	return t.err
}

// verdict says whether a day can be promised, or how it went.
func (r *Promise) verdict(lang locale.Lang) string {
	opened := r.State == timetable.Opened || r.State == timetable.Closed || r.State == timetable.Closing
	switch r.Holds.Low {
	case "yes":
		if opened {
			return lang.T("promises.kept")
		}
		return lang.T("promises.yes")
	case "no":
		if opened {
			return lang.T("promises.broken")
		}
		return lang.T("promises.no")
	}
	return lang.T("promises.unknown")
}

// writeDurations writes what the forecasts rest on.
func (x *Promises) writeDurations(t *text, lang locale.Lang) {
	if len(x.Durations) == 0 {
		return
	}
	t.heading(lang.T("promises.durations"))
	t.line("%s", wrap(lang.T("promises.durations-note", x.OfficeShare.Text), textWidth, ""))
	if x.Risks+x.RisksInWords > 0 {
		t.line("%s", wrap(lang.T("promises.risks", x.Risks, x.RisksInWords), textWidth, ""))
	}
	t.line("")
	var rows [][]string
	for i := range x.Durations {
		d := &x.Durations[i]
		for _, c := range d.Conditions {
			d.Name += " (" + string(c) + ")"
		}
		types := joinIDs(d.Types)
		if types == "" {
			types = lang.T("promises.any-type")
		}
		rows = append(rows, []string{short(d.Name, 34), types, lang.T("basis." + string(d.Basis)), plain(d.Assumed), plain(d.AssumedP90), d.Weight.Text,
			lang.Int(int64(d.Finished + d.Bounded)), lang.Int(int64(d.Others)), lang.Int(int64(d.Running)), plain(d.Median), plain(d.P90)})
	}
	t.table(columns(lang, "activity", "type", "basis", ">median", ">p90", ">weight", ">n-own", ">n-others", ">n-running", ">median-now", ">p90-now"), rows)
}
