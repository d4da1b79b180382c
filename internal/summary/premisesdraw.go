package summary

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// TooManyRowsError says that a picture would have more rows than fit.
type TooManyRowsError struct{ Rows, Most int }

func (e *TooManyRowsError) Error() string { return fmt.Sprintf("%d rows, at most %d", e.Rows, e.Most) }

// DrawPremises draws the premises for one office: a mark for each area, mode and
// offer on an axis of minutes, so that offers stand under each other. The description
// holds the sentences, and the text the table.
func DrawPremises(a *Premises, office programme.OfficeID, lang locale.Lang) (*chart.Drawing, error) {
	r := chart.Ranges{Unit: lang.T("premises.chart.minutes"), FromZero: true, Unknown: lang.T("unknown"),
		Legend: chart.RangesLegend{Mid: lang.T("premises.chart.mark")},
		Value:  func(x float64) string { return lang.Value(figure.OfSeconds(int(x * 60))) },
		Tick:   func(x float64) string { return strconv.Itoa(int(x)) }}
	var said []string
	for i := range a.Offices {
		o := &a.Offices[i]
		if o.Office != office {
			continue
		}
		r.Title = lang.T("premises.chart.title", o.Name)
		for k := range o.Offers {
			said = append(said, o.sentence(lang, a, &o.Offers[k]))
		}
		for k := range o.Targets {
			r.Rows = append(r.Rows, o.rows(lang, a, k)...)
		}
	}
	if len(r.Rows) > chart.MaxRanges {
		return nil, &TooManyRowsError{len(r.Rows), chart.MaxRanges}
	}
	for _, m := range a.Modes {
		for _, n := range m.Notes {
			said = append(said, lang.T("access.chart.notes", m.Label+": "+n))
		}
	}
	r.Options = chart.Options{ID: "premises-times", Lang: string(lang), Title: r.Title, Description: strings.Join(said, " ")}
	return r.Draw()
}

// rows are those of one target: by mode, and within a mode offer by offer.
func (o *PremisesOffice) rows(lang locale.Lang, a *Premises, target int) []chart.Range {
	var out []chart.Range
	for m := range a.Modes {
		for i := range o.Offers {
			f := o.Offers[i].Targets[target].Times[m].Seconds
			row := chart.Range{Label: lang.T("premises.chart.row", a.Modes[m].Label, o.Targets[target].Name.Text), Note: o.Offers[i].Name}
			row.Detail = lang.T("premises.chart.detail", row.Label, o.Offers[i].Name, f.Text)
			if n, ok := f.Low.(int64); ok {
				row.Mid = chart.Known(float64(n) / 60)
			}
			out = append(out, row)
		}
	}
	return out
}

// WriteCSV writes the premises as a table: a row for each area, offer and mode. What
// nobody knows is empty, with the reason beside it.
func (a *Premises) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"office", "premises", "name", "target", "mode", "seconds", "why", "metres", "method", "is_estimate"}}
	for i := range a.Offices {
		o := &a.Offices[i]
		for k := range o.Offers {
			for t := range o.Targets {
				to := &o.Offers[k].Targets[t]
				for m, x := range to.Times {
					method, _ := a.Modes[m].Method.Low.(string)
					rows = append(rows, []string{string(o.Office), o.Offers[k].ID, o.Offers[k].Name, o.Targets[t].Name.Text, x.Mode, cell(x.Seconds, 1), x.Why,
						cell(to.Metres, 1), method, strconv.FormatBool(a.Modes[m].IsEstimate)})
				}
			}
		}
	}
	if err := c.WriteAll(rows); err != nil {
		return err
	}
	return c.Error()
}
