package summary

import (
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting"
)

// DrawSiting draws the trade-off of an answer that has one: what was found, and the
// bound below it. The description holds the sentence, and the text the table.
func DrawSiting(a *Siting, lang locale.Lang) (*chart.Drawing, error) {
	c := a.Curve
	found := chart.NamedLine{Name: lang.T("siting.chart.found")}
	bound := chart.NamedLine{Name: lang.T("siting.chart.bound")}
	for _, p := range slices.Backward(c.Points) { // b falls along the trade-off
		x := onAxis(p.B)
		found.Points = append(found.Points, chart.Point{X: x, Y: onAxis(p.A)})
		bound.Points = append(bound.Points, chart.Point{X: x, Y: onAxis(p.Bound)})
	}
	description := strings.Join(a.Notes, "; ")
	if len(c.Points) > 0 {
		description = c.Sentence(lang) + " " + lang.T("access.chart.notes", description)
	}
	title := lang.T("siting.curve", c.LabelA, c.LabelB)
	return chart.Lines{
		Options: chart.Options{ID: "siting-tradeoff", Lang: string(lang), Title: title, Description: description,
			Heading: append([]string{title, lang.T("siting.chart.as-of", a.AsOf)}, a.Notes...)},
		Unit: c.LabelA, Along: c.LabelB, Value: onAxisText(c.A, lang), XValue: onAxisText(c.B, lang),
		Lines: []chart.NamedLine{bound, found},
	}.Draw()
}

// onAxis is a value of a goal as it is drawn.
func onAxis(f Figure) float64 {
	n, _ := f.Low.(int64)
	if f.Unit == figure.Seconds.String() {
		return float64(n) / 60 // whole minutes make round marks
	}
	return float64(n)
}

// onAxisText writes a place on an axis as the goal's values are written.
func onAxisText(goal string, lang locale.Lang) func(float64) string {
	return func(x float64) string {
		if siting.Goal(goal) == siting.Mean {
			return lang.Value(figure.OfSeconds(int(x*60 + 0.5)))
		}
		return lang.Value(figure.OfCount(int(x)))
	}
}
