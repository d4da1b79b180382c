package summary

import (
	"context"
	"io"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// ScoresSchema names the form of the answer to how good forecasts were.
const ScoresSchema = "etablera.scores/1"

// Scores says how good earlier forecasts were for the offices that have opened.
type Scores struct {
	Schema    string      `json:"schema"`
	Programme string      `json:"programme"`
	Name      string      `json:"name"`
	AsOf      string      `json:"asOf"`
	Seed      uint64      `json:"seed"`
	Runs      int         `json:"runs"`
	Bands     []BandScore `json:"bands"` // by how far ahead the forecast was made; the first is all
	Forecasts []Scored    `json:"forecasts"`
}

// BandScore is the score of the forecasts made so far ahead. Losses are in calendar days.
type BandScore struct {
	ID        string    `json:"id"`
	Label     string    `json:"label"`
	TooFew    bool      `json:"tooFewToJudge"`
	Offices   Figure    `json:"offices"`
	Forecasts Figure    `json:"forecasts"`
	Coverage  Figure    `json:"coverage"` // within P10–P90, ought to be 0.8
	Late      Figure    `json:"late"`     // after P80, ought to be 0.2
	Loss      Figure    `json:"loss"`
	Average   Yardstick `json:"average"` // the experience average
	Frozen    Yardstick `json:"frozen"`  // the latest frozen timetable
}

// Yardstick is a comparison: its loss, and that of the forecasts of the same offices and days.
type Yardstick struct {
	Forecasts Figure `json:"forecasts"`
	Loss      Figure `json:"loss"`
	Ours      Figure `json:"ours"`
}

// Scored is one forecast against its outcome.
type Scored struct {
	ID     programme.ProjectID `json:"id"`
	Office string              `json:"office"`
	Day    string              `json:"day"` // on which it was forecast
	Opened string              `json:"opened"`
	P10    Figure              `json:"p10"`
	P50    Figure              `json:"p50"`
	P80    Figure              `json:"p80"`
	P90    Figure              `json:"p90"`
	Within bool                `json:"within"` // P10–P90
	Late   bool                `json:"late"`   // after P80
}

// ScoresOf holds earlier forecasts against outcomes. It makes the timetables of
// earlier days again.
func ScoresOf(ctx context.Context, p *plan.Plan, lang locale.Lang) (*Scores, error) {
	s, t := p.Facts.S, p.Timetable
	scores, scored, err := t.Scores(ctx)
	if err != nil {
		return nil, err
	}
	out := &Scores{Schema: ScoresSchema, Programme: s.Programme.ID, Name: s.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(),
		Seed: p.Options.Seed, Runs: p.Options.Runs, Bands: []BandScore{}, Forecasts: []Scored{}}
	for i := range scores {
		id := scores[i].Band.ID
		of := func(what string) Figure { return figureOf(p, lang, "timetable", "score", id, what) }
		out.Bands = append(out.Bands, BandScore{ID: id, Label: lang.T("timetable.band." + id), TooFew: scores[i].IsFew(),
			Offices: of("offices"), Forecasts: of("forecasts"), Coverage: of("coverage"), Late: of("late"), Loss: of("loss"),
			Average: Yardstick{of("average"), of("average-loss"), of("average-ours")},
			Frozen:  Yardstick{of("frozen"), of("frozen-loss"), of("frozen-ours")}})
	}
	for i := range scored {
		x := &scored[i]
		q := x.Past.Quantiles()
		of := func(what string) Figure { return figureOf(p, lang, "timetable", "as-of", x.Day, x.Project, what) }
		out.Forecasts = append(out.Forecasts, Scored{ID: x.Project, Office: t.Projects[t.Find(x.Project)].Name, Day: x.Day.String(), Opened: x.Opened.String(),
			P10: of("p10"), P50: of("p50"), P80: of("p80"), P90: of("p90"), Within: q.P10 <= x.Opened && x.Opened <= q.P90, Late: x.Opened > q.P80})
	}
	return out, nil
}

// mostScored bounds the forecasts that are printed one by one.
const mostScored = 40

// WriteText writes the scores for a person.
func (x *Scores) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("scores.heading", x.Name, x.AsOf))
	if len(x.Forecasts) == 0 {
		t.line("%s", wrap(lang.T("scores.none"), textWidth, ""))
		return t.err
	}
	t.line("%s", wrap(lang.T("scores.note"), textWidth, ""))
	t.line("")
	var rows [][]string
	for i := range x.Bands {
		b := &x.Bands[i]
		row := []string{b.Label, b.Offices.Text, b.Forecasts.Text, b.Coverage.Text, b.Late.Text, plain(b.Loss)}
		if b.Forecasts.Low == int64(0) {
			row = []string{b.Label, b.Offices.Text, b.Forecasts.Text, "–", "–", "–"}
		}
		rows = append(rows, append(row, b.Frozen.text(), b.Average.text()))
	}
	t.table(columns(lang, "ahead", ">offices", ">forecasts", ">within", ">after-p80", ">loss", ">against-frozen", ">against-average"), rows)
	if all := &x.Bands[0]; all.TooFew {
		t.line("%s", wrap(lang.T("scores.few", all.Offices.Text, timetable.FewOffices), textWidth, ""))
		t.line("")
	}
	rows = nil
	for i := range x.Forecasts {
		f := &x.Forecasts[i]
		if i < mostScored {
			rows = append(rows, []string{f.Office, f.Day, f.P10.Text, f.P50.Text, f.P80.Text, f.P90.Text, f.Opened, f.outcome(lang)})
		}
	}
	t.table(columns(lang, "office", "forecast-on", "p10", "p50", "p80", "p90", "opened", "outcome"), rows)
	if n := len(x.Forecasts) - mostScored; n > 0 {
		t.line("%s", lang.T("check.more", n))
	}
	return t.err
}

// text writes a comparison as "ours against its (n)".
func (y *Yardstick) text() string {
	if y.Forecasts.Low == int64(0) {
		return "–"
	}
	return plain(y.Ours) + " / " + plain(y.Loss) + " (" + y.Forecasts.Text + ")"
}

func (f *Scored) outcome(lang locale.Lang) string {
	switch {
	case f.Late && !f.Within:
		return lang.T("scores.after-p90")
	case f.Late:
		return lang.T("scores.after-p80")
	case f.Within:
		return lang.T("scores.within")
	}
	return lang.T("scores.before-p10")
}
