package chart

import (
	"fmt"
	"math"
)

// MaxBars is how many bars a chart may have: more would be slimmer than their
// outlines on a page.
const MaxBars = 60

// Bars are stacked bars: what a value is made of, bar by bar, with how much
// the sum may vary and a limit to hold it against.
type Bars struct {
	Options
	Unit       string // over the upright axis, such as "Miljoner kronor"
	Value      func(float64) string
	Tick       func(float64) string // for the axis; nil: as Value
	Components []string             // names of the parts, from the foot of the bar up; at most eight
	Bars       []Bar
	Legend     BarsLegend
	// Texts for what is not known: the limit of a bar, and the sum of one
	// (a bar with a part that is not known). Each may be empty if neither occurs.
	UnknownLimit, UnknownSum string
	// HasLimits says that the chart is about a limit, so that a bar without
	// one gets UnknownLimit.
	HasLimits bool
}

// A BarsLegend says what the whisker and the limit line stand for. Sum and
// Limit also head the rows of figures below the bars.
type BarsLegend struct{ Sum, Range, Limit string }

// A Bar is one column.
type Bar struct {
	Label  string // such as "T1"
	Group  string // such as "2022": neighbours with the same group share the label; may be empty
	Detail string // a tooltip
	Parts  []Number
	// Low and High bound the sum; both or neither.
	Low, High Number
	Limit     Number
}

// sum returns the sum of the parts; known only where every part is.
func (b Bar) sum() (total float64, isWhole bool) {
	isWhole = true
	for _, p := range b.Parts {
		if p.IsKnown {
			total += p.Value
		} else {
			isWhole = false
		}
	}
	return total, isWhole
}

// top returns the highest value that is drawn.
func (b Bar) top() float64 {
	v, _ := b.sum()
	for _, n := range []Number{b.High, b.Limit} {
		if n.IsKnown {
			v = math.Max(v, n.Value)
		}
	}
	return v
}

func (b Bars) check() error {
	c := &checks{id: b.ID}
	c.options(b.Options)
	c.text("unit", b.Unit)
	if b.Value == nil {
		c.bad("value", KeyEmpty, "no function", "a function that writes a value")
	}
	if len(b.Bars) == 0 || len(b.Components) == 0 {
		c.bad("bars", KeyEmpty, "no bars or no components", "at least one of each")
	}
	c.atMost("bars", len(b.Bars), MaxBars)
	c.atMost("components", len(b.Components), len(series))
	for i, s := range b.Components {
		c.text(fmt.Sprintf("components[%d]", i), s)
	}
	var hasRange, hasLimit, lacksLimit, lacksSum bool
	for i, bar := range b.Bars {
		place := fmt.Sprintf("bars[%d]", i)
		bar.check(c, place, len(b.Components))
		_, isWhole := bar.sum()
		hasRange = hasRange || bar.High.IsKnown
		hasLimit = hasLimit || bar.Limit.IsKnown
		lacksLimit = lacksLimit || b.HasLimits && !bar.Limit.IsKnown
		lacksSum = lacksSum || !isWhole
	}
	if hasRange {
		c.text("legend.range", b.Legend.Range)
	}
	c.text("legend.sum", b.Legend.Sum)
	if hasLimit || b.HasLimits {
		c.text("legend.limit", b.Legend.Limit)
	}
	if lacksLimit {
		c.text("unknownLimit", b.UnknownLimit)
	}
	if lacksSum {
		c.text("unknownSum", b.UnknownSum)
	}
	return c.err()
}

func (b Bar) check(c *checks, place string, parts int) {
	c.text(place+".label", b.Label)
	if len(b.Parts) != parts {
		c.bad(place+".parts", KeyEmpty, fmt.Sprint(len(b.Parts), " parts"), fmt.Sprint(parts, ", one for each component"))
	}
	for j, p := range b.Parts {
		c.notNegative(fmt.Sprintf("%s.parts[%d]", place, j), p)
	}
	c.notNegative(place+".low", b.Low)
	c.notNegative(place+".high", b.High)
	c.notNegative(place+".limit", b.Limit)
	c.ordered(place+".low", b.Low, b.High)
	if b.Low.IsKnown != b.High.IsKnown {
		c.bad(place+".low", KeyOrder, "one end of the range", "both Low and High, or neither")
	}
	if v, _ := b.sum(); v > largest {
		c.bad(place+".parts", KeyFinite, number(v), "a sum of at most 1e15")
	}
}
