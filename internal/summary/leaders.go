package summary

import (
	"context"
	"io"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// LeadersSchema names the form of the answer to what so many project leaders give.
const LeadersSchema = "etablera.leaders/1"

// Leaders is the plan of all that remains to be opened, when each project has one
// leader from start to end and there are only so many.
type Leaders struct {
	Schema    string `json:"schema"`
	Programme string `json:"programme"`
	Name      string `json:"name"`
	AsOf      string `json:"asOf"`
	Seed      uint64 `json:"seed"`
	Runs      int    `json:"runs"`
	Leaders   int    `json:"leaders"`
	Each      int    `json:"projectsEach"`
	// Baseline is whose days are the promises; empty where none is frozen.
	Baseline      programme.BaselineID `json:"baseline"`
	Projects      []Led                `json:"projects"`
	Without       int                  `json:"without"` // cannot be planned, for want of a duration
	DaysLate      Figure               `json:"daysLate"`
	DaysLateBound Figure               `json:"daysLateBound"`
	Proven        bool                 `json:"proven"`
	Last          Figure               `json:"last"`
	WithPromise   int                  `json:"withPromise"` // projects with a day in the baseline
	Underway      int                  `json:"underway"`    // kept as they are, whatever the number of leaders
	MoreSaves     Figure               `json:"moreSaves"`
	MoreSooner    Figure               `json:"moreSooner"`
	ByPromiseAdds Figure               `json:"byPromiseAdds"`
}

// Led is one project of such a plan.
type Led struct {
	ID           programme.ProjectID `json:"id"`
	Office       string              `json:"office"`
	Leader       int                 `json:"leader"`
	StartStated  bool                `json:"startStated"`
	Underway     bool                `json:"underway"`
	Promised     string              `json:"promised"` // empty where no day is
	Start        Figure              `json:"start"`
	Opening      Figure              `json:"opening"`
	P10          Figure              `json:"p10"`
	P50          Figure              `json:"p50"`
	P80          Figure              `json:"p80"`
	P90          Figure              `json:"p90"`
	Late         *Figure             `json:"late"` // working days; null where no day is promised
	EarlierSaves Figure              `json:"earlierSaves"`
	Waits        []Waiting           `json:"waits"` // the latest first
}

// Waiting is a piece of what an opening waits for.
type Waiting struct {
	Why      string              `json:"why"`
	Activity programme.StageID   `json:"activity"` // empty for the project as a whole
	On       programme.ProjectID `json:"on"`       // whose end it waits for; empty where nobody's
	Days     int                 `json:"workingDays"`
}

// LeadersOf plans under leaders; those of the facts where with is zero.
func LeadersOf(ctx context.Context, p *plan.Plan, lang locale.Lang, with timetable.Leaders) (*Leaders, error) {
	if with.Count == 0 {
		with, _ = p.Timetable.LeadersStated()
	}
	with.Each = max(1, with.Each)
	made, err := p.Timetable.LeadOf(ctx, with)
	if err != nil {
		return nil, err
	}
	s := p.Facts.S
	of := func(path ...any) Figure { return figureOn(p, lang, timetable.LeadAt(with, path...)) }
	out := &Leaders{Schema: LeadersSchema, Programme: s.Programme.ID, Name: s.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(), Seed: p.Options.Seed,
		Runs: p.Options.Runs, Leaders: with.Count, Each: with.Each, Baseline: made.Baseline, Projects: []Led{}, Without: made.Without, Proven: made.Proven,
		DaysLate: of("late"), DaysLateBound: of("late-bound"), Last: of("last"), Underway: made.Underway, MoreSaves: of("more-saves"), MoreSooner: of("more-sooner"), ByPromiseAdds: of("by-promise-adds")}
	for i := range made.Projects {
		led := &made.Projects[i]
		x := &p.Timetable.Projects[led.Project]
		part := func(field string) Figure { return of("project", x.ID, field) }
		row := Led{ID: x.ID, Office: x.Name, Leader: led.Leader, StartStated: led.StartStated, Underway: led.Underway, Promised: dayText(led.Promised), Start: part("start"),
			Opening: part("opening"), P10: part("p10"), P50: part("p50"), P80: part("p80"), P90: part("p90"), EarlierSaves: part("earlier-saves"), Waits: []Waiting{}}
		if led.Promised.IsKnown() {
			late := part("late")
			row.Late = &late
			out.WithPromise++
		}
		for _, w := range led.Waits {
			piece := Waiting{Why: w.Why.String(), Activity: w.Stage, Days: w.Days}
			if w.On >= 0 && w.On != led.Project {
				piece.On = p.Timetable.Projects[w.On].ID
			}
			row.Waits = append(row.Waits, piece)
		}
		out.Projects = append(out.Projects, row)
	}
	return out, nil
}

// figureOn is figureOf by an address.
func figureOn(p *plan.Plan, lang locale.Lang, a figure.Address) Figure {
	f, ok := p.Shelf.Figure(a)
	if !ok {
		f.Value = figure.Value{}
	}
	return valueOf(a, f.Value, lang)
}

// WriteText writes the plan for a person.
func (x *Leaders) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("leaders.heading", x.Name, x.Leaders, x.AsOf))
	t.line("%s", wrap(lang.T("leaders.note", x.Each), textWidth, ""))
	over := x.Underway > x.Leaders*x.Each
	if over {
		t.line("%s", wrap(lang.T("leaders.over", x.Underway, x.Leaders*x.Each), textWidth, ""))
	}
	t.line("")
	var rows [][]string
	for i := range x.Projects {
		r := &x.Projects[i]
		start, late, leader := r.Start.Text, "–", lang.Int(int64(r.Leader))
		if over && r.Underway {
			leader = "–" // who leads what is already too much is not for a plan to say
		}
		if !r.StartStated {
			start += " *"
		}
		if r.Late != nil {
			late = plain(*r.Late)
		}
		rows = append(rows, []string{r.Office, leader, start, r.Promised, r.Opening.Text, r.P50.Text, r.P80.Text, late, r.waits(lang, x)})
	}
	t.table(columns(lang, "office", ">leader", "start", "baseline", "opening", "p50", "p80", ">days-late", "waits-for"), rows)
	t.line("%s", wrap(lang.T("leaders.unstated"), textWidth, ""))
	t.line("%s", wrap(lang.T("leaders.goal", x.WithPromise), textWidth, ""))
	t.line("%s", wrap(lang.T("leaders.sum", plain(x.DaysLate), plain(x.DaysLateBound), x.Last.Text), textWidth, ""))
	if x.Proven {
		t.line("%s", wrap(lang.T("leaders.proven"), textWidth, ""))
	}
	t.line("%s", wrap(lang.T("leaders.more", plain(x.MoreSaves), plain(x.MoreSooner), plain(x.ByPromiseAdds)), textWidth, ""))
	for i := range x.Projects {
		if r := &x.Projects[i]; number(r.EarlierSaves) > 0 {
			t.line("%s", wrap(lang.T("leaders.earlier", r.Office, timetable.EarlierBy, plain(r.EarlierSaves)), textWidth, ""))
		}
	}
	if x.Without > 0 {
		t.line("%s", wrap(lang.T("leaders.without", x.Without), textWidth, ""))
	}
	return t.err
}

// waits says in a few words what an opening waits for first of all that is not its own work.
func (r *Led) waits(lang locale.Lang, x *Leaders) string {
	for _, w := range r.Waits {
		if w.On == "" {
			continue
		}
		for i := range x.Projects {
			if x.Projects[i].ID == w.On {
				return lang.T("leaders.waits-leader", x.Projects[i].Office)
			}
		}
	}
	if n := len(r.Waits); n > 0 {
		if key := "leaders.why." + r.Waits[n-1].Why; locale.Has(key) {
			return lang.T(key)
		}
	}
	return ""
}

// number is a figure's value where it is one whole number, else 0.
func number(f Figure) int64 {
	n, _ := f.Low.(int64)
	return n
}
