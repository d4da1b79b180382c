package summary

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// PlanSchema names the form of a plan's summary.
const PlanSchema = "etablera.plan/1"

// Plan is a plan in brief.
type Plan struct {
	Schema    string    `json:"schema"`
	Programme string    `json:"programme"`
	Name      string    `json:"name"`
	AsOf      string    `json:"asOf"`
	Seed      uint64    `json:"seed"`
	Runs      int       `json:"runs"`
	Network   []Named   `json:"network"`
	Rounds    []Round   `json:"rounds"`
	Projects  []Project `json:"projects"`
	Years     []Year    `json:"years"`
	Clauses   Matrix    `json:"clauses"`
}

// Named is a figure with what it is.
type Named struct {
	Label string `json:"label"`
	Figure
}

// Round is a round in brief.
type Round struct {
	ID            programme.RoundID `json:"id"`
	Name          string            `json:"name"`
	Window        string            `json:"window"`
	Offices       Figure            `json:"offices"`
	Opened        Figure            `json:"opened"`
	Closed        Figure            `json:"closed"`
	Stale         Figure            `json:"stale"` // not opened, and nothing new stated of them
	InWindow      Figure            `json:"inWindow"`
	AllInWindow   Figure            `json:"probabilityAllInWindow"`
	Best          Figure            `json:"probabilityBest"`    // of a single office
	Weakest       Figure            `json:"probabilityWeakest"` // likewise
	Minimum       Figure            `json:"probabilityMinimumInWindow"`
	LastOpening   Figure            `json:"lastOpeningP80"`
	Establishment Figure            `json:"establishment"`
	Running       Figure            `json:"runningPerYear"`
	Officers      Figure            `json:"officers"`
}

// Project is one establishment in brief.
type Project struct {
	ID       programme.ProjectID `json:"id"`
	Office   string              `json:"office"`
	Round    programme.RoundID   `json:"round"`
	State    timetable.State     `json:"state"`
	Baseline string              `json:"baseline"` // date in the latest frozen baseline, empty if none
	Planned  Figure              `json:"planned"`
	P10      Figure              `json:"p10"`
	P50      Figure              `json:"p50"`
	P80      Figure              `json:"p80"`
	P90      Figure              `json:"p90"`
	// Announced is unknown unless somebody has announced a day; Reported is the
	// latest statement of the project, and Stale that it is too old to go by.
	Announced Figure `json:"announced"`
	Closed    Figure `json:"closed"`
	Reported  string `json:"reported"`
	Stale     bool   `json:"stale"`
	// Late is the deviation from that baseline; null if there is none, if it is
	// not exact, or if the forecast is stale. Deviation is the same as a range.
	Late      *int    `json:"deviationDays"`
	Deviation *Figure `json:"deviation"`
	// DrivenBy is the activity that drives the day, empty if none.
	DrivenBy     programme.StageID `json:"drivenBy"`
	DrivenByName string            `json:"drivenByName"`
}

// Of sums up a plan.
func Of(p *plan.Plan, lang locale.Lang) *Plan {
	s := p.Facts.S
	out := &Plan{Schema: PlanSchema, Programme: s.Programme.ID, Name: s.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(),
		Seed: p.Options.Seed, Runs: p.Options.Runs, Clauses: *MatrixOf(p, lang),
		Network: []Named{}, Rounds: []Round{}, Projects: []Project{}, Years: []Year{}}
	for _, name := range []string{"first", "latest", "expected", "growth", "growth-share", "by-plan", "unexplained"} {
		if f, ok := p.Shelf.Figure(figureAt("network", name)); ok && len(s.NetworkCounts) > 0 {
			out.Network = append(out.Network, Named{lang.Label(f.Label), figureAs(p, lang, locale.Style{Decimals: 1}, "network", name)})
		}
	}
	for i := range s.Rounds {
		out.Rounds = append(out.Rounds, roundOf(p, lang, &s.Rounds[i]))
	}
	for i := range p.Timetable.Projects {
		out.Projects = append(out.Projects, projectOf(p, lang, &p.Timetable.Projects[i]))
	}
	out.Years = append(out.Years, yearsOf(p, lang)...)
	return out
}

func roundOf(p *plan.Plan, lang locale.Lang, r *programme.Round) Round {
	of := func(part string, rest ...any) Figure {
		return figureOf(p, lang, append([]any{part, "round", r.ID}, rest...)...)
	}
	return Round{ID: r.ID, Name: r.Name.In(string(lang)), Window: r.Window.String(),
		Offices: of("timetable", "offices"), Opened: of("timetable", "opened"), Closed: of("timetable", "closed"), Stale: of("timetable", "stale"), InWindow: of("timetable", "in-window"),
		AllInWindow: of("timetable", "probability-all"), Best: of("timetable", "probability-best"), Weakest: of("timetable", "probability-weakest"), Minimum: of("timetable", "probability-minimum"),
		LastOpening: of("timetable", "last-p80"), Establishment: of("economy", "establishment"),
		Running: of("economy", "running"), Officers: of("staffing", "need")}
}

func projectOf(p *plan.Plan, lang locale.Lang, t *timetable.Project) Project {
	of := func(what string) Figure { return figureOf(p, lang, "timetable", "project", t.ID, what) }
	out := Project{ID: t.ID, Office: t.Name, Round: t.Round, State: t.Standing(),
		Planned: of("planned"), P10: of("p10"), P50: of("p50"), P80: of("p80"), P90: of("p90"),
		Announced: of("announced"), Closed: of("closed"), Reported: t.Reported.String(), Stale: t.Stale}
	if a := t.Driver(); a != nil {
		out.DrivenBy, out.DrivenByName = a.Stage, string(a.Stage)
		if stage, _ := p.Facts.Stage(a.Stage); stage != nil {
			out.DrivenByName = stage.Name.In(string(lang))
		}
	}
	n := len(t.Deviations)
	if n == 0 {
		return out
	}
	last := &t.Deviations[n-1]
	if out.Baseline = last.Date.String(); t.Stale {
		return out
	}
	d := figureAs(p, lang, locale.Style{Decimals: -1, NoUnit: true}, "timetable", "project", t.ID, "deviation", last.Baseline)
	out.Deviation = &d
	if last.IsExact() {
		out.Late = &last.Days
	}
	return out
}
