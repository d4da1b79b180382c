package summary

import (
	"strings"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/closing"
)

// DrawClosing draws how many have got further, by minutes, stage by stage and set by set.
// The description has the sentence, and the text the table.
func DrawClosing(a *Closing, lang locale.Lang) (*chart.Drawing, error) {
	count := func(x float64) string { return lang.Value(figure.OfCount(int(x))) }
	c := chart.Bars{Unit: lang.T("closing.chart.unit"), Value: count, Legend: chart.BarsLegend{Sum: lang.T("closing.chart.sum")}, UnknownSum: lang.T("unknown")}
	for n := range len(coverage.Bands) + 1 {
		c.Components = append(c.Components, lang.Label(closing.BandLabel(n)))
	}
	var said []string
	for _, s := range a.Sets {
		for n, x := range s.Stages {
			bar := chart.Bar{Label: lang.T("closing.in-stage", n+1), Group: lang.T("closing.short." + s.Goal), Detail: s.Label + ", " + a.Stages[n].Last.Text + ": " + x.Shifts[0].Lost.Text}
			for _, b := range x.Shifts[0].Bands {
				v, known := b.Low.(int64)
				bar.Parts = append(bar.Parts, chart.Number{Value: float64(v), IsKnown: known})
			}
			c.Bars = append(c.Bars, bar)
		}
		said = append(said, lang.T("closing.chart.sentence", s.Label, s.Stages[len(s.Stages)-1].Shifts[0].Lost.Text))
	}
	said = append(said, lang.T("access.chart.notes", strings.Join(a.Notes, "; ")))
	c.Options = chart.Options{ID: "closing-losers", Lang: string(lang), Title: lang.T("closing.chart.title"), Description: strings.Join(said, " ")}
	return c.Draw()
}
