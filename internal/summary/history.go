package summary

import (
	"context"
	"io"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// HistorySchema names the form of the answer to how forecasts have moved.
const HistorySchema = "etablera.history/1"

// History is how the forecasts have moved, from the first frozen timetable to the
// day of the plan.
type History struct {
	Schema    string    `json:"schema"`
	Programme string    `json:"programme"`
	Name      string    `json:"name"`
	AsOf      string    `json:"asOf"`
	Seed      uint64    `json:"seed"`
	Runs      int       `json:"runs"`
	Days      []string  `json:"days"`
	Offices   []Moved   `json:"offices"`
	News      []NewsRow `json:"news"`
}

// Moved is one office with its forecast on each of the days.
type Moved struct {
	ID        programme.ProjectID `json:"id"`
	Office    string              `json:"office"`
	Round     programme.RoundID   `json:"round"`
	Frozen    string              `json:"frozen"` // day in the latest frozen timetable, empty if none
	Forecasts []Forecast          `json:"forecasts"`
}

// Forecast is what was forecast on a day. Days that nobody could say are empty.
type Forecast struct {
	Day       string          `json:"day"`
	State     timetable.State `json:"state"` // empty where the project was not known
	Announced string          `json:"announced"`
	Stale     bool            `json:"stale"` // a forecast of silence, not to go by
	P10       string          `json:"p10"`
	P50       string          `json:"p50"`
	P80       string          `json:"p80"`
	P90       string          `json:"p90"`
	Address   figure.Address  `json:"address"` // of P80
}

// NewsRow is what became known of an opening.
type NewsRow struct {
	Day    string              `json:"day"`
	ID     programme.ProjectID `json:"id"`
	Office string              `json:"office"`
	Kind   string              `json:"kind"` // opened or announced
	Date   string              `json:"date"`
	Frozen string              `json:"frozen"`
	Source string              `json:"source"`
}

// HistoryOf looks back. It makes the timetable of every day again.
func HistoryOf(ctx context.Context, p *plan.Plan, lang locale.Lang) (*History, error) {
	s, t := p.Facts.S, p.Timetable
	out := &History{Schema: HistorySchema, Programme: s.Programme.ID, Name: s.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(),
		Seed: p.Options.Seed, Runs: p.Options.Runs, Days: []string{}, Offices: []Moved{}, News: []NewsRow{}}
	frozen := map[programme.ProjectID]string{}
	for i := range t.Projects {
		x := &t.Projects[i]
		if promise, ok := t.Promise(i, t.LatestPromises()); ok {
			frozen[x.ID] = promise.Date.String()
		}
		out.Offices = append(out.Offices, Moved{ID: x.ID, Office: x.Name, Round: x.Round, Frozen: frozen[x.ID], Forecasts: []Forecast{}})
	}
	for _, day := range t.HistoryDays() {
		past, err := t.AsOf(ctx, day)
		if err != nil {
			return nil, err
		}
		out.Days = append(out.Days, day.String())
		for i := range out.Offices {
			then := past[out.Offices[i].ID]
			q := then.Quantiles()
			out.Offices[i].Forecasts = append(out.Offices[i].Forecasts, Forecast{Day: day.String(), State: then.State, Announced: then.Announced.String(), Stale: then.Stale,
				P10: dayText(q.P10), P50: dayText(q.P50), P80: dayText(q.P80), P90: dayText(q.P90), Address: timetable.PastAt(day, out.Offices[i].ID, "p80")})
		}
	}
	for _, n := range t.News() {
		row := NewsRow{Day: n.Day.String(), ID: n.Project, Office: t.Projects[t.Find(n.Project)].Name, Kind: "announced", Date: n.Date.String(), Frozen: frozen[n.Project]}
		if n.Opened {
			row.Kind = "opened"
		}
		if src, _ := p.Facts.Source(s.OfficeEvents[n.Event].Source.ID); src != nil {
			row.Source = src.Title
		}
		if len(out.Days) > 0 && row.Day >= out.Days[0] {
			out.News = append(out.News, row)
		}
	}
	return out, nil
}

func dayText(d civil.Date) string {
	if !d.IsKnown() {
		return ""
	}
	return d.String()
}

// mostDays bounds the days side by side in a terminal: the first and the latest.
const mostDays = 7

// WriteText writes the history for a person: P80 of every office, day by day, and
// what became known.
func (x *History) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("history.heading", x.Name, x.AsOf))
	t.line("%s", wrap(lang.T("history.note", timetable.StaleDays), textWidth, ""))
	t.line("")
	show := make([]int, 0, mostDays)
	for i := range x.Days {
		if i == 0 || i > len(x.Days)-mostDays {
			show = append(show, i)
		}
	}
	head := columns(lang, "office", "baseline")
	for _, i := range show {
		head = append(head, x.Days[i])
	}
	var rows [][]string
	for _, o := range x.Offices {
		row := []string{o.Office, o.Frozen}
		for _, i := range show {
			row = append(row, o.Forecasts[i].cell(lang))
		}
		rows = append(rows, row)
	}
	t.table(head, rows)
	if len(show) < len(x.Days) {
		t.line("%s", lang.T("history.more", len(x.Days)-len(show)))
		t.line("")
	}
	if len(x.News) > 0 {
		t.heading(lang.T("history.news"))
		for _, n := range x.News {
			line := n.Day + "  " + lang.T("history."+n.Kind, n.Office, n.Date)
			if n.Frozen != "" {
				line += lang.T("history.frozen", n.Frozen)
			}
			t.line("%s", wrap(line, textWidth, "            "))
		}
	}
	return t.err
}

// cell is P80, or that the office was open.
func (f *Forecast) cell(lang locale.Lang) string {
	switch {
	case f.State == timetable.Opened:
		return lang.T("state.opened")
	case f.P80 == "":
		return "–"
	}
	if f.Stale {
		return f.P80 + " *"
	}
	return f.P80
}
