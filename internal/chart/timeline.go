package chart

import (
	"fmt"

	"github.com/etablera/etablera/internal/civil"
)

// MaxTimelineRows is how many rows a timeline may have. More would be neither
// read nor printed; the caller makes a selection.
const MaxTimelineRows = 200

// A Timeline has one row per thing that is to happen, under group headings,
// on an axis of dates: what was planned, what is forecast and how surely, and
// what has happened.
type Timeline struct {
	Options
	Groups  []TimelineGroup
	AsOf    civil.Date // a line across the rows; unknown draws none
	AsOfTag string     // the line's label, such as "Läge 24 sep 2021"
	Dates   DateFormats
	Legend  TimelineLegend
	Unknown string // stands in a row in which nothing is known
}

// A TimelineLegend says what the marks stand for. Texts for marks that do not
// occur may be empty.
type TimelineLegend struct {
	Work, Forecast, Median, Baseline, Actual, Window string
}

// A TimelineGroup is a heading with rows below it.
type TimelineGroup struct {
	Heading   string
	Window    civil.Span // shaded behind the rows; may be open at an end
	WindowTag string     // stands over the shading
	Rows      []TimelineRow
}

// A TimelineRow is one thing that is to happen. Every date may be unknown.
type TimelineRow struct {
	Label  string
	Note   string // at the right, such as the forecast date in words
	Detail string // a tooltip over the row
	// Start begins the bar of work, which ends where the row's event is:
	// at Actual, else at the forecast, else at Baseline.
	Start civil.Date
	// Low, Median and High are the forecast, such as P10, P50 and P80. Median
	// may stand alone.
	Low, Median, High civil.Date
	// Baseline and Actual are drawn at the middle of their span, with a thin
	// capped line over the whole of it where the very day is not known.
	Baseline, Actual civil.Span
}

func (r TimelineRow) dates() []civil.Date {
	return []civil.Date{r.Start, r.Low, r.Median, r.High, r.Baseline.First, r.Baseline.Last, r.Actual.First, r.Actual.Last}
}

// end is where the bar of work ends.
func (r TimelineRow) end() civil.Date {
	for _, d := range []civil.Date{r.Actual.Middle(), r.Median, r.Low, r.High, r.Baseline.Middle()} {
		if d.IsKnown() {
			return d
		}
	}
	return 0
}

// isBlank says whether there is nothing to draw.
func (r TimelineRow) isBlank() bool { return !r.end().IsKnown() && !r.Start.IsKnown() }

// uses says which marks occur, to make the legend and to demand its texts.
type uses struct{ work, forecast, median, baseline, actual, window, blank bool }

func (t Timeline) uses() (u uses) {
	for _, g := range t.Groups {
		u.window = u.window || g.Window.IsKnown()
		for _, r := range g.Rows {
			u.work = u.work || r.Start.IsKnown()
			u.forecast = u.forecast || r.Low.IsKnown() && r.High.IsKnown()
			u.median = u.median || r.Median.IsKnown()
			u.baseline = u.baseline || r.Baseline.IsKnown()
			u.actual = u.actual || r.Actual.IsKnown()
			u.blank = u.blank || r.isBlank()
		}
	}
	return u
}

func (t Timeline) check() error {
	c := &checks{id: t.ID}
	c.options(t.Options)
	rows := 0
	for _, g := range t.Groups {
		rows += len(g.Rows)
	}
	if rows > MaxTimelineRows {
		c.atMost("groups.rows", rows, MaxTimelineRows)
		return c.err() // thousands of further faults would hide this one
	}
	if rows == 0 {
		c.bad("groups.rows", KeyEmpty, "no rows", "at least one row")
	}
	for i, g := range t.Groups {
		place := fmt.Sprintf("groups[%d]", i)
		c.dates(place+".window", g.Window.First, g.Window.Last)
		for j, r := range g.Rows {
			r.check(c, fmt.Sprintf("%s.rows[%d]", place, j))
		}
	}
	c.dates("asOf", t.AsOf)
	u := t.uses()
	for _, need := range []struct {
		isUsed bool
		place  string
		text   string
	}{
		{u.work, "legend.work", t.Legend.Work}, {u.forecast, "legend.forecast", t.Legend.Forecast},
		{u.median, "legend.median", t.Legend.Median}, {u.baseline, "legend.baseline", t.Legend.Baseline},
		{u.actual, "legend.actual", t.Legend.Actual}, {u.window, "legend.window", t.Legend.Window},
		{u.blank, "unknown", t.Unknown}, {t.AsOf.IsKnown(), "asOfTag", t.AsOfTag},
	} {
		if need.isUsed {
			c.text(need.place, need.text)
		}
	}
	return c.err()
}

func (r TimelineRow) check(c *checks, place string) {
	c.text(place+".label", r.Label)
	c.dates(place+".start", r.Start)
	c.dates(place+".median", r.Low, r.Median, r.High)
	c.dates(place+".baseline", r.Baseline.First, r.Baseline.Last)
	c.dates(place+".actual", r.Actual.First, r.Actual.Last)
	if r.Low.IsKnown() != r.High.IsKnown() {
		c.bad(place+".low", KeyOrder, "one end of the forecast", "both Low and High, or neither")
	}
}

// extent returns the first and last date that must fit on the axis. A chart in
// which nothing is known has no extent.
func (t Timeline) extent() (first, last civil.Date) {
	see := func(ds ...civil.Date) {
		for _, d := range ds {
			if !d.IsKnown() {
				continue
			}
			if !first.IsKnown() || d < first {
				first = d
			}
			last = max(last, d)
		}
	}
	see(t.AsOf)
	for _, g := range t.Groups {
		see(g.Window.First, g.Window.Last)
		for _, r := range g.Rows {
			see(r.dates()...)
		}
	}
	return first, last
}
