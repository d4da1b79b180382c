package report

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// drawer is any chart.
type drawer interface {
	Draw() (*chart.Drawing, error)
}

// chartMakers are the charts that a template can call, by name.
var chartMakers = map[string]func(*builder, chart.Options) drawer{
	"timeline":     (*builder).timelineChart,
	"curve":        (*builder).curveChart,
	"cost":         (*builder).costChart,
	"compliance":   (*builder).complianceChart,
	"access-map":   (*builder).mapChart,
	"access-curve": (*builder).accessCurve,
}

// pngScale is how many device pixels a chart has per px in formats without SVG.
const pngScale = 2.5

// painting is a chart that is painted when a format asks for it.
type painting struct{ drawing *chart.Drawing }

func (p painting) Paint() ([]byte, error) { return p.drawing.PNG(pngScale) }

// namedChart is the template function that places a chart. A chart of nothing
// is left out: the table beside it says so.
func (b *builder) namedChart(name, caption string) (string, error) {
	make, ok := chartMakers[name]
	if !ok {
		return "", fmt.Errorf("no chart is named %q: there are %s", name, names(chartMakers))
	}
	d := make(b, chart.Options{ID: "figur-" + name, Lang: string(b.lang), Title: caption, Description: b.lang.T("chart." + name + ".desc")})
	if d == nil {
		return "", nil
	}
	drawing, err := d.Draw()
	if err != nil {
		return "", fmt.Errorf("chart %q: %w", name, err)
	}
	svg, err := drawing.SVG()
	if err != nil {
		return "", err
	}
	sentence := document.TextOf(b.lang.T("chart." + name + ".sentence"))
	if bound, ok := sentences[name]; ok {
		sentence = bound(b)
	}
	b.pictures++
	return b.block(document.Picture{ID: "figur-" + name, Number: b.pictures, Caption: document.TextOf(caption), Alt: b.lang.T("chart." + name + ".desc"),
		Sentence: sentence, SVG: svg, Painter: painting{drawing},
		Width: int(drawing.Width), Height: int(drawing.Height)}), nil
}

func (b *builder) dates() chart.DateFormats {
	return chart.DateFormats{
		Day:     func(d civil.Date) string { return b.lang.LongDate(d) },
		Month:   func(d civil.Date) string { return b.lang.MonthShort(d.Month())[:3] },
		Quarter: func(d civil.Date) string { return b.lang.T("chart.quarter", (int(d.Month()-1)%12)/3+1) },
	}
}

// timelineChart has a row per office of the mandate, in groups by round.
func (b *builder) timelineChart(o chart.Options) drawer {
	t := chart.Timeline{Options: o, AsOf: b.plan.AsOf, AsOfTag: b.lang.T("chart.as-of") + " " + b.lang.LongDate(b.plan.AsOf), Dates: b.dates(),
		Unknown: b.lang.T("chart.unknown"), Legend: chart.TimelineLegend{
			Work: b.lang.T("chart.legend.project"), Forecast: b.lang.T("chart.legend.band"), Median: b.lang.T("chart.legend.median"),
			Baseline: b.lang.T("chart.legend.baseline"), Actual: b.lang.T("chart.legend.actual"), Window: b.lang.T("chart.legend.window")}}
	rows := 0
	for _, i := range b.roundIDs() {
		r := &b.plan.Facts.S.Rounds[i]
		round := b.timetableRound(r.ID)
		if round == nil {
			continue
		}
		g := chart.TimelineGroup{Heading: b.in(r.Name), Window: r.Window, WindowTag: b.lang.Span(r.Window)}
		for _, k := range round.Projects {
			p := &b.plan.Timetable.Projects[k]
			line := chart.TimelineRow{Label: p.Name, Start: p.Start, Actual: p.Opened}
			if n := len(p.Deviations); n > 0 {
				line.Baseline = p.Deviations[n-1].Date
			}
			if !p.Opened.IsKnown() && p.HasForecast() && !p.Stale {
				line.Low, line.Median, line.High = p.Forecast.P10, p.Forecast.P50, p.Forecast.P80
			}
			g.Rows = append(g.Rows, line)
			rows++
		}
		t.Groups = append(t.Groups, g)
	}
	if rows == 0 || rows > chart.MaxTimelineRows {
		return nil
	}
	return t
}

// curveChart is how many of the mandate's offices have opened by the end of each month.
func (b *builder) curveChart(o chart.Options) drawer {
	points := b.curve()
	if len(points) == 0 {
		return nil
	}
	c := chart.Curve{Options: o, Unit: b.lang.T("chart.unit.offices"), Value: func(v float64) string { return b.lang.Decimal(v, 0) },
		IsCount: true, FromZero: true, AsOf: b.plan.AsOf, AsOfTag: b.lang.T("chart.as-of"), Dates: b.dates(),
		Legend: chart.CurveLegend{Median: b.lang.T("chart.legend.median"), Band: b.lang.T("chart.legend.curve-band"),
			Baseline: b.lang.T("chart.legend.baseline"), Facts: b.lang.T("chart.legend.actual")}}
	for _, p := range points {
		// A point holds at the end of its month: the step comes on the last day.
		c.Forecast = append(c.Forecast, chart.Forecast{From: p.Month.Last(), Low: float64(p.P10), Median: float64(p.P50), High: float64(p.P90)})
	}
	c.Baseline = b.baselineSteps()
	c.Until = points[len(points)-1].Month.Last() + 1
	return c
}

// baselineSteps counts the openings of the latest frozen timetable, which may
// not name a day for every office.
func (b *builder) baselineSteps() []chart.Step {
	pair := b.baselinePair()
	if len(pair) == 0 {
		return nil
	}
	counts := map[civil.Date]int{}
	var days []civil.Date
	ours := map[programme.ProjectID]bool{}
	for _, i := range b.opening() {
		ours[b.plan.Timetable.Projects[i].ID] = true
	}
	for _, o := range pair[len(pair)-1].Openings {
		d := o.Opening.Last
		if !d.IsKnown() || !ours[o.Project] {
			continue
		}
		if counts[d]++; counts[d] == 1 {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	var steps []chart.Step
	total := 0
	for _, d := range days {
		total += counts[d]
		steps = append(steps, chart.Step{From: d, Value: float64(total)})
	}
	return steps
}

// costChart is the mandate's cost by year: the middle of the range, the range, and
// the appropriation. A year with an unknown cost is marked; where all are unknown
// there is nothing to draw.
func (b *builder) costChart(o chart.Options) drawer {
	c := chart.Bars{Options: o, Unit: b.lang.T("chart.unit.mnkr"), Value: func(v float64) string { return b.lang.Decimal(v, 0) },
		Components: []string{b.lang.T("chart.part.establishment"), b.lang.T("chart.part.running")}, HasLimits: true,
		UnknownLimit: b.lang.T("chart.unknown"), UnknownSum: b.lang.T("chart.unknown"),
		Legend: chart.BarsLegend{Sum: b.lang.T("chart.legend.sum"), Range: b.lang.T("chart.legend.range"), Limit: b.lang.T("chart.legend.limit")}}
	known := false
	for _, y := range b.years() {
		if len(c.Bars) == chart.MaxBars {
			break
		}
		part := func(a figure.Address) (low, high chart.Number) {
			f, ok := b.plan.Shelf.Figure(a)
			if !ok || !f.Value.Known {
				return chart.Number{}, chart.Number{}
			}
			return millions(f.Value.Low), millions(f.Value.High)
		}
		eLow, eHigh := part(b.costAt(y, "establishment"))
		rLow, rHigh := part(b.costAt(y, "running"))
		low, high := part(b.costAt(y, "all"))
		known = known || low.IsKnown
		limit, _ := part(figure.At("economy", y, "appropriation", "total"))
		if low == high {
			low, high = chart.Number{}, chart.Number{}
		}
		c.Bars = append(c.Bars, chart.Bar{Label: y, Parts: []chart.Number{middle(eLow, eHigh), middle(rLow, rHigh)}, Low: low, High: high, Limit: limit})
	}
	if !known {
		return nil
	}
	return c
}

func millions(ore int64) chart.Number { return chart.Known(float64(ore) / 1e8) }

func middle(a, b chart.Number) chart.Number {
	if !a.IsKnown || !b.IsKnown {
		return chart.Number{}
	}
	return chart.Known((a.Value + b.Value) / 2)
}

var tones = map[compliance.Status]chart.Tone{
	compliance.Met: chart.Good, compliance.MetByPlan: chart.Fair, compliance.AtRisk: chart.Warning, compliance.NotMet: chart.Bad,
	compliance.Unknown: chart.Unknown, compliance.NotDue: chart.Idle,
}

// complianceChart is the number of clauses in each status.
func (b *builder) complianceChart(o chart.Options) drawer {
	s := chart.Strip{Options: o, Count: func(v float64) string { return strconv.Itoa(int(v)) }}
	counts := map[compliance.Status]int{}
	for _, f := range b.findings() {
		counts[f.Status]++
	}
	for _, status := range compliance.Statuses {
		if n := counts[status]; n > 0 {
			s.Segments = append(s.Segments, chart.Segment{Label: b.lang.T("status." + string(status)), Letter: b.lang.T("chart.letter." + string(status)), Count: n, Tone: tones[status]})
		}
	}
	if len(s.Segments) == 0 {
		return nil
	}
	return s
}
