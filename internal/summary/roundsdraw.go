package summary

import (
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
)

// DrawRounds draws the trade-off of an answer that has one: what was found, the bound
// below it, and the mandate's own division. The description holds the sentence, and the
// text the table.
func DrawRounds(a *Rounds, lang locale.Lang) (*chart.Drawing, error) {
	c := a.Curve
	found := chart.NamedLine{Name: lang.T("siting.chart.found")}
	bound := chart.NamedLine{Name: lang.T("siting.chart.bound")}
	for _, p := range slices.Backward(c.Points) { // b falls along the trade-off
		x := onAxis(p.B)
		found.Points = append(found.Points, chart.Point{X: x, Y: onAxis(p.A)})
		bound.Points = append(bound.Points, chart.Point{X: x, Y: onAxis(p.Bound)})
	}
	own := &a.Divisions[0]
	at := chart.Point{X: onAxis(own.value(c.B)), Y: onAxis(own.value(c.A))}
	description := strings.Join(a.Notes, "; ")
	if len(c.Points) > 0 {
		description = c.Sentence(lang) + " " + lang.T("rounds.chart.own", c.LabelA, own.value(c.A).Text, c.LabelB, own.value(c.B).Text) + " " + lang.T("access.chart.notes", description)
	}
	return chart.Lines{
		Options: chart.Options{ID: "rounds-tradeoff", Lang: string(lang), Title: lang.T("siting.curve", c.LabelA, c.LabelB), Description: description},
		Unit:    c.LabelA, Along: c.LabelB, Value: roundsAxis(c.A, a, lang), XValue: roundsAxis(c.B, a, lang),
		Lines: []chart.NamedLine{bound, found, {Name: a.Divisions[0].Label, Points: []chart.Point{at}}},
	}.Draw()
}

// roundsAxis writes a place on an axis as the goal's values are written.
func roundsAxis(goal string, a *Rounds, lang locale.Lang) func(float64) string {
	unit := a.Divisions[0].value(goal).Unit
	return func(x float64) string {
		switch {
		case rounds.Goal(goal) == rounds.Access:
			return lang.Value(figure.OfSeconds(int(x)))
		case unit == figure.Rate.String():
			return lang.Value(figure.OfRate(x / 1000))
		}
		return lang.Value(figure.OfCount(int(x)))
	}
}
