package chart

import (
	"fmt"
	"math"

	"github.com/etablera/etablera/internal/civil"
)

// MaxPoints is how many points each line of a curve may have.
const MaxPoints = 2000

// A Curve shows how a value steps over time: what is forecast, with a band,
// what was planned, and what is known. Each value holds from its date until
// the next date of the same line.
type Curve struct {
	Options
	Unit     string // over the upright axis, such as "Antal kontor"
	Value    func(float64) string
	Tick     func(float64) string // for the axis; nil: as Value
	IsCount  bool                 // ticks only at whole numbers
	FromZero bool                 // else the axis begins at zero only where that costs little
	Until    civil.Date           // where the last values end; unknown: at the end of the last month
	Forecast []Forecast
	Baseline []Step
	Facts    []Fact
	AsOf     civil.Date
	AsOfTag  string
	Dates    DateFormats
	Legend   CurveLegend
}

// A CurveLegend says what the lines stand for. Texts for lines that do not
// occur may be empty.
type CurveLegend struct{ Median, Band, Baseline, Facts string }

// A Forecast is a value from a date on, with a band such as P10 to P90.
type Forecast struct {
	From              civil.Date
	Low, Median, High float64
}

// A Step is a value from a date on.
type Step struct {
	From  civil.Date
	Value float64
}

// A Fact is a value that is known at a date.
type Fact struct {
	At    civil.Date
	Value float64
	Label string // beside the mark; "" writes the value
}

func (c Curve) check() error {
	k := &checks{id: c.ID}
	k.options(c.Options)
	if c.Value == nil {
		k.bad("value", KeyEmpty, "no function", "a function that writes a value")
	}
	if len(c.Forecast)+len(c.Baseline)+len(c.Facts) == 0 {
		k.bad("forecast", KeyEmpty, "no values", "at least one of forecast, baseline and facts")
	}
	k.atMost("forecast", len(c.Forecast), MaxPoints)
	k.atMost("baseline", len(c.Baseline), MaxPoints)
	k.atMost("facts", len(c.Facts), MaxPoints)
	var last civil.Date
	for i, f := range c.Forecast {
		place := fmt.Sprintf("forecast[%d]", i)
		k.known(place, f.From)
		k.dates(place, last, f.From)
		k.finite(place, f.Low, f.Median, f.High)
		k.ordered(place, Known(f.Low), Known(f.Median), Known(f.High))
		last = f.From
	}
	last = 0
	for i, s := range c.Baseline {
		place := fmt.Sprintf("baseline[%d]", i)
		k.known(place, s.From)
		k.dates(place, last, s.From)
		k.finite(place, s.Value)
		last = s.From
	}
	for i, f := range c.Facts {
		place := fmt.Sprintf("facts[%d]", i)
		k.known(place, f.At)
		k.dates(place, f.At)
		k.finite(place, f.Value)
	}
	k.dates("asOf", c.AsOf)
	k.dates("until", c.Until)
	c.checkTexts(k)
	return k.err()
}

func (c Curve) tick() func(float64) string { return either(c.Tick, c.Value) }

func (k *checks) known(place string, d civil.Date) {
	if !d.IsKnown() {
		k.bad(place, KeyDate, "an unknown date", "a known one, or leave the value out")
	}
}

func (c Curve) checkTexts(k *checks) {
	k.text("unit", c.Unit)
	if len(c.Forecast) > 0 {
		k.text("legend.median", c.Legend.Median)
	}
	if c.hasBand() {
		k.text("legend.band", c.Legend.Band)
	}
	if len(c.Baseline) > 0 {
		k.text("legend.baseline", c.Legend.Baseline)
	}
	if len(c.Facts) > 0 {
		k.text("legend.facts", c.Legend.Facts)
	}
	if c.AsOf.IsKnown() {
		k.text("asOfTag", c.AsOfTag)
	}
}

func (c Curve) hasBand() bool {
	for _, f := range c.Forecast {
		if f.Low < f.High {
			return true
		}
	}
	return false
}

// extent returns the dates and values that must fit on the axes.
func (c Curve) extent() (first, last civil.Date, lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	see := func(d civil.Date, vs ...float64) {
		if d.IsKnown() {
			if !first.IsKnown() || d < first {
				first = d
			}
			last = max(last, d)
		}
		for _, v := range vs {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	for _, f := range c.Forecast {
		see(f.From, f.Low, f.High)
	}
	for _, s := range c.Baseline {
		see(s.From, s.Value)
	}
	for _, f := range c.Facts {
		see(f.At, f.Value)
	}
	see(c.AsOf)
	see(c.Until)
	if c.FromZero || lo > 0 && lo < hi/2 || lo == hi {
		lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	}
	return first, last, lo, hi
}
