package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestCurveRefuses(t *testing.T) {
	for _, c := range []struct {
		name, place, key string
		change           func(*Curve)
	}{
		{"nothing", "forecast", KeyEmpty, func(c *Curve) { c.Forecast, c.Baseline, c.Facts = nil, nil, nil }},
		{"no function", "value", KeyEmpty, func(c *Curve) { c.Value = nil }},
		{"no unit", "unit", KeyText, func(c *Curve) { c.Unit = "" }},
		{"NaN", "forecast[2]", KeyFinite, func(c *Curve) { c.Forecast[2].Median = math.NaN() }},
		{"Inf", "baseline[1]", KeyFinite, func(c *Curve) { c.Baseline[1].Value = math.Inf(-1) }},
		{"huge", "facts[0]", KeyFinite, func(c *Curve) { c.Facts[0].Value = 1e16 }},
		{"band upside down", "forecast[1]", KeyOrder, func(c *Curve) { c.Forecast[1].Low = 500 }},
		{"back in time", "forecast[1]", KeyOrder, func(c *Curve) { c.Forecast[1].From = date("2001-01-01") }},
		{"unknown date", "baseline[3]", KeyDate, func(c *Curve) { c.Baseline[3].From = 0 }},
		{"unknown date of a fact", "facts[1]", KeyDate, func(c *Curve) { c.Facts[1].At = 0 }},
		{"too long", "baseline", KeyTooMany, func(c *Curve) { c.Baseline = make([]Step, MaxPoints+1) }},
		{"no word for facts", "legend.facts", KeyText, func(c *Curve) { c.Legend.Facts = "" }},
		{"no word for the band", "legend.band", KeyText, func(c *Curve) { c.Legend.Band = "" }},
		{"no tag", "asOfTag", KeyText, func(c *Curve) { c.AsOfTag = "" }},
	} {
		curve := sampleCurve(0)
		c.change(&curve)
		refuses(t, c.name, curve, c.place, c.key)
	}
}

// stepsOf returns the only open path with the style.
func stepsOf(t *testing.T, d *Drawing, s Style) []Point {
	t.Helper()
	for _, m := range d.Marks {
		if p, ok := m.(Path); ok && p.Style == s {
			return p.Points
		}
	}
	t.Fatal("no such line")
	return nil
}

// A step line runs level until the next date, then upright, and ends where
// the last month does.
func TestCurveSteps(t *testing.T) {
	c := Curve{
		Options: options("c", 0), Unit: "n", Value: swedish(0), FromZero: true, Legend: CurveLegend{Baseline: "b"}, Dates: swedishDates(),
		Baseline: []Step{{date("2022-01-01"), 0}, {date("2022-02-01"), 10}, {date("2022-12-01"), 20}},
	}
	d := sound(t, c)
	pts := stepsOf(t, d, curveBaseline)
	if len(pts) != 6 {
		t.Fatalf("%v", pts)
	}
	perDay := (pts[5].X - pts[0].X) / 365
	for i, want := range []float64{0, 31, 31, 334, 334, 365} {
		if got := (pts[i].X - pts[0].X) / perDay; math.Abs(got-want) > 1e-6 {
			t.Errorf("corner %d is at day %v, want %v", i, got, want)
		}
	}
	foot, top := pts[0].Y, pts[5].Y
	for i, want := range []float64{0, 0, 0.5, 0.5, 1, 1} {
		if got := (foot - pts[i].Y) / (foot - top); math.Abs(got-want) > 1e-6 {
			t.Errorf("corner %d is at %v of the height, want %v", i, got, want)
		}
	}
}

// Known counts have their values beside them, or the caller's words; the lines
// end in their last values.
func TestCurveLabels(t *testing.T) {
	c := sampleCurve(0)
	c.Facts[3].Label = "121 enligt registret"
	d := sound(t, c)
	for _, s := range []string{"113", "115", "121 enligt registret", "136", "141", "Läge 10 jun 2022", "Antal öppna kontor"} {
		if !contains(d, s) {
			t.Errorf("no %q", s)
		}
	}
}

// An axis of high counts does not begin at zero unless told to; one of low
// counts does.
func TestCurveZero(t *testing.T) {
	c := sampleCurve(0)
	if contains(sound(t, c), "0") {
		t.Error("113 to 141 offices on an axis from zero")
	}
	c.FromZero = true
	if !contains(sound(t, c), "0") {
		t.Error("no zero though asked for")
	}
	c.FromZero = false
	c.Facts = append(c.Facts, Fact{At: date("2021-09-01"), Value: 28})
	if !contains(sound(t, c), "0") {
		t.Error("28 to 141 offices: zero costs little")
	}
}

// A forecast without spread has no band.
func TestCurveWithoutBand(t *testing.T) {
	c := sampleCurve(0)
	for i, f := range c.Forecast {
		c.Forecast[i].Low, c.Forecast[i].High = f.Median, f.Median
	}
	c.Legend.Band = ""
	for _, m := range sound(t, c).Marks {
		if p, ok := m.(Path); ok && p.Closed {
			t.Errorf("a band: %+v", p)
		}
	}
}

func TestApart(t *testing.T) {
	least := sizeSmall*(ascent+descent) + 0.1
	for _, c := range []struct{ upper, lower, top, u, v float64 }{
		{10, 50, 0, 10, 50}, {45, 50, 0, 50 - least, 50}, {2, 4, 0, 0, least}, {0, 0, 0, 0, least},
	} {
		if u, v := apart(c.upper, c.lower, c.top); !near(u, c.u) || !near(v, c.v) {
			t.Errorf("apart(%v, %v, %v) = %v, %v, want %v, %v", c.upper, c.lower, c.top, u, v, c.u, c.v)
		}
	}
}

func TestBarsRefuse(t *testing.T) {
	for _, c := range []struct {
		name, place, key string
		change           func(*Bars)
	}{
		{"nothing", "bars", KeyEmpty, func(b *Bars) { b.Bars = nil }},
		{"no function", "value", KeyEmpty, func(b *Bars) { b.Value = nil }},
		{"negative", "bars[1].parts[2]", KeyNegative, func(b *Bars) { b.Bars[1].Parts[2] = Known(-0.5) }},
		{"NaN", "bars[0].parts[0]", KeyFinite, func(b *Bars) { b.Bars[0].Parts[0] = Known(math.NaN()) }},
		{"Inf limit", "bars[0].limit", KeyFinite, func(b *Bars) { b.Bars[0].Limit = Known(math.Inf(1)) }},
		{"range upside down", "bars[2].low", KeyOrder, func(b *Bars) { b.Bars[2].Low = Known(99) }},
		{"half a range", "bars[2].low", KeyOrder, func(b *Bars) { b.Bars[2].Low = Number{} }},
		{"a part too few", "bars[3].parts", KeyEmpty, func(b *Bars) { b.Bars[3].Parts = b.Bars[3].Parts[:2] }},
		{"no name", "components[1]", KeyText, func(b *Bars) { b.Components[1] = "" }},
		{"too many", "bars", KeyTooMany, func(b *Bars) { b.Bars = make([]Bar, MaxBars+1) }},
		{"too many parts", "components", KeyTooMany, func(b *Bars) { b.Components = make([]string, 9) }},
		{"no word for an unknown limit", "unknownLimit", KeyText, func(b *Bars) { b.UnknownLimit = "" }},
		{"no word for an unknown sum", "unknownSum", KeyText, func(b *Bars) { b.Bars[0].Parts[0] = Number{}; b.UnknownSum = "" }},
		{"no word for the whisker", "legend.range", KeyText, func(b *Bars) { b.Legend.Range = "" }},
		{"a sum too large", "bars[0].parts", KeyFinite, func(b *Bars) { b.Bars[0].Parts[0], b.Bars[0].Parts[1] = Known(9e14), Known(9e14) }},
	} {
		b := sampleBars(0)
		c.change(&b)
		refuses(t, c.name, b, c.place, c.key)
	}
}

// The parts of a bar stand on each other and are as tall as their values, all
// on one scale; whisker and limit are at theirs.
func TestBarsHeights(t *testing.T) {
	b := sampleBars(0)
	b.Bars = b.Bars[:1]
	b.Bars[0].Parts = []Number{Known(10), Known(20), {}, Known(5)}
	b.Bars[0].Low, b.Bars[0].High, b.Bars[0].Limit = Known(30), Known(40), Known(50)
	d := sound(t, b)
	var bar Group
	for _, m := range d.Marks {
		if g, ok := m.(Group); ok {
			bar = g
		}
	}
	var parts []Box
	for _, m := range bar.Marks {
		if r, ok := m.(Rect); ok {
			parts = append(parts, r.Bounds())
		}
	}
	if len(parts) != 3 {
		t.Fatalf("%d parts, want three: the unknown one is not drawn", len(parts))
	}
	unit := (parts[0].Max.Y - parts[0].Min.Y) / 10
	foot := parts[0].Max.Y
	for i, v := range []float64{0, 10, 30} {
		if !near((foot-parts[i].Max.Y)/unit, v) {
			t.Errorf("part %d begins at %v, want %v", i, (foot-parts[i].Max.Y)/unit, v)
		}
	}
	if got := (foot - parts[2].Min.Y) / unit; !near(got, 35) {
		t.Errorf("the bar ends at %v, want 35", got)
	}
	whiskerTop := bar.Marks[3].(Line)
	if !near((foot-whiskerTop.From.Y)/unit, 40) || !near((foot-whiskerTop.To.Y)/unit, 30) {
		t.Errorf("whisker %+v", whiskerTop)
	}
	limit := bar.Marks[len(bar.Marks)-1].(Line)
	if limit.Style != limitStyle || !near((foot-limit.From.Y)/unit, 50) {
		t.Errorf("limit %+v", limit)
	}
	if !contains(d, "okänd") {
		t.Error("the sum is written though a part is unknown")
	}
}

// Neighbouring years without a limit share the caller's words, and no limit
// is drawn for them.
func TestBarsUnknownLimits(t *testing.T) {
	d := sound(t, sampleBars(0))
	n, limits := 0, 0
	for _, txt := range texts(d) {
		if txt.Text == "ej beslutat" {
			n++
		}
	}
	for _, m := range flat(d.Marks) {
		if l, ok := m.(Line); ok && l.Style == limitStyle && l.To.X-l.From.X > lineSymbol {
			limits++
		}
	}
	if n != 1 || limits != 4 {
		t.Errorf("%d times unknown, %d limits; want 1 and 4", n, limits)
	}
	b := sampleBars(0)
	b.HasLimits, b.UnknownLimit = false, ""
	if contains(sound(t, b), "22,1") {
		t.Error("a row of limits though the chart is not about them")
	}
}

// Either every sum is written or none.
func TestBarsSumsAllOrNone(t *testing.T) {
	for w := 280.0; w < 900; w += 20 {
		b := sampleBars(w)
		b.Value = swedish(4)
		d, n := sound(t, b), 0
		for _, bar := range b.Bars {
			v, _ := bar.sum()
			if contains(d, clean(b.Value(v))) {
				n++
			}
		}
		if n != 0 && n != len(b.Bars) {
			t.Errorf("width %v: %d sums of %d", w, n, len(b.Bars))
		}
	}
}

// Years as groups stand once under their tertials.
func TestBarsGroups(t *testing.T) {
	d, n := sound(t, sampleTertials(0)), map[string]int{}
	for _, txt := range texts(d) {
		n[txt.Text]++
	}
	if n["2022"] != 1 || n["T1"] != 4 || n["T3"] != 4 {
		t.Errorf("%v", n)
	}
}

func TestRangesRefuse(t *testing.T) {
	for _, c := range []struct {
		name, place, key string
		change           func(*Ranges)
	}{
		{"nothing", "rows", KeyEmpty, func(r *Ranges) { r.Rows = nil }},
		{"too many", "rows", KeyTooMany, func(r *Ranges) { r.Rows = make([]Range, MaxRanges+1) }},
		{"NaN", "rows[1]", KeyFinite, func(r *Ranges) { r.Rows[1].Mid = Known(math.NaN()) }},
		{"P50 outside", "rows[1]", KeyOrder, func(r *Ranges) { r.Rows[1].Mid = Known(1e6) }},
		{"half", "rows[1].low", KeyOrder, func(r *Ranges) { r.Rows[1].High = Number{} }},
		{"no label", "rows[0].label", KeyText, func(r *Ranges) { r.Rows[0].Label = "" }},
		{"no word for unknown", "unknown", KeyText, func(r *Ranges) { r.Unknown = "" }},
		{"no word for the reference", "legend.reference", KeyText, func(r *Ranges) { r.Legend.Reference = "" }},
		{"reference Inf", "reference", KeyFinite, func(r *Ranges) { r.Reference = Known(math.Inf(1)) }},
	} {
		r := sampleRanges(0)
		c.change(&r)
		refuses(t, c.name, r, c.place, c.key)
	}
}

// Bars and marks stand at their values on the shared axis.
func TestRangesPlaces(t *testing.T) {
	r := sampleRanges(0)
	r.Rows = []Range{{Label: "a", Low: Known(0), Mid: Known(25), High: Known(100)}, {Label: "b", Low: Known(50), Mid: Known(50), High: Known(50)}}
	var x []float64
	for _, m := range sound(t, r).Marks {
		if g, ok := m.(Group); ok {
			for _, k := range g.Marks {
				switch k := k.(type) {
				case Rect:
					x = append(x, k.X, k.X+k.W)
				case Line:
					x = append(x, k.From.X)
				}
			}
		}
	}
	if len(x) != 6 {
		t.Fatalf("%v", x)
	}
	share := func(i int) float64 { return (x[i] - x[0]) / (x[1] - x[0]) }
	if !near(share(2), 0.25) || !near(share(3), 0.5) || !near(share(5), 0.5) {
		t.Errorf("%v", x)
	}
}

// Rows of which nothing is known say so, even where no row has a value.
func TestRangesUnknown(t *testing.T) {
	r := Ranges{Options: options("r", 0), Unit: "kr", Value: swedish(0), Unknown: "ej känd", Rows: []Range{{Label: "a"}, {Label: "b"}}}
	if n := strings.Count(fmt.Sprint(texts(sound(t, r))), "ej känd"); n != 2 {
		t.Errorf("%d rows say so, want 2", n)
	}
}

func TestStripRefuses(t *testing.T) {
	for _, c := range []struct {
		name, place, key string
		change           func(*Strip)
	}{
		{"nothing", "segments", KeyEmpty, func(s *Strip) { s.Segments = nil }},
		{"all zero", "segments", KeyEmpty, func(s *Strip) { s.Segments = []Segment{{"a", "A", 0, Good}} }},
		{"negative", "segments[1].count", KeyNegative, func(s *Strip) { s.Segments[1].Count = -1 }},
		{"no letter", "segments[0].letter", KeyText, func(s *Strip) { s.Segments[0].Letter = "" }},
		{"no such tone", "segments[0].tone", KeyColour, func(s *Strip) { s.Segments[0].Tone = 99 }},
		{"no function", "count", KeyEmpty, func(s *Strip) { s.Count = nil }},
	} {
		s := sampleStrip(0)
		c.change(&s)
		refuses(t, c.name, s, c.place, c.key)
	}
}

// Segments are as wide as their counts; none is drawn for a count of zero, but
// the list names it.
func TestStripWidths(t *testing.T) {
	s := sampleStrip(0)
	s.Segments = []Segment{{"ja", "J", 6, Good}, {"kanske", "K", 0, Fair}, {"nej", "N", 3, Bad}}
	d := sound(t, s)
	var w []float64
	for _, m := range d.Marks {
		if g, ok := m.(Group); ok {
			w = append(w, g.Marks[0].(Rect).W+1)
		}
	}
	if len(w) != 2 || !near(w[0], 2*w[1]) {
		t.Errorf("widths %v", w)
	}
	for _, want := range []string{"ja", "kanske", "nej", "0", "J 6", "N 3"} {
		if !contains(d, want) {
			t.Errorf("no %q", want)
		}
	}
}

// A legend that does not fit on one line goes on below; a word too long for
// the page is shortened.
func TestLegend(t *testing.T) {
	long := strings.Repeat("mycket långt ", 30)
	for _, c := range []struct {
		texts []string
		lines float64
	}{{nil, 0}, {[]string{"a", "b"}, 1}, {[]string{"a", long, "b"}, 3}} {
		d := blank()
		var es []entry
		for _, s := range c.texts {
			es = append(es, entry{swatch(bandStyle), areaSymbol, s})
		}
		if got := d.legend(10, es); got != 10+19*c.lines {
			t.Errorf("%d entries end at %v, want %v lines", len(es), got, c.lines)
		}
		for _, m := range d.Marks {
			if !m.Bounds().Within(Box{Max: Point{d.Width, d.Height}}) {
				t.Errorf("%#v lies outside", m)
			}
		}
	}
}
