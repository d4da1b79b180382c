package chart

import (
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"pgregory.net/rapid"
)

// fataler is what a test and a property have in common.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// slack is what rounding may cost, in px.
const slack = 0.02

// flat returns the marks with those of groups and scatters in their place.
func flat(ms []Mark) (all []Mark) {
	for _, m := range ms {
		switch m := m.(type) {
		case Group:
			all = append(all, flat(m.Marks)...)
		case scatter:
			for _, at := range m.centres {
				all = append(all, m.dot(at))
			}
		default:
			all = append(all, m)
		}
	}
	return all
}

func texts(d *Drawing) (ts []Text) {
	for _, m := range flat(d.Marks) {
		if t, ok := m.(Text); ok {
			ts = append(ts, t)
		}
	}
	return ts
}

// sound checks what must hold for every drawing of every chart.
func sound(t fataler, c drawer) *Drawing {
	t.Helper()
	d, err := c.Draw()
	if err != nil {
		t.Fatalf("Draw: %v", err)
	}
	page := Box{Max: Point{d.Width, d.Height}}.grown(slack)
	for _, m := range flat(d.Marks) {
		if !m.Bounds().Within(page) {
			t.Fatalf("%#v at %v lies outside %v", m, m.Bounds(), page)
		}
	}
	ts := texts(d)
	for i, a := range ts {
		for _, b := range ts[:i] {
			if a.Bounds().grown(-slack).Overlaps(b.Bounds().grown(-slack)) {
				t.Fatalf("texts overlap: %q %v and %q %v", b.Text, b.Bounds(), a.Text, a.Bounds())
			}
		}
	}
	svg, err := d.SVG()
	if err != nil {
		t.Fatalf("SVG: %v", err)
	}
	wellFormed(t, svg, d.ID)
	again, err := c.Draw()
	if err != nil {
		t.Fatalf("the second Draw: %v", err)
	}
	if svg2, _ := again.SVG(); !bytes.Equal(svg, svg2) {
		t.Fatalf("the same chart gave two different pictures")
	}
	return d
}

// wellFormed reads the SVG back: it must be XML with one svg root; every id is
// used once and starts with the drawing's, and every reference leads to one.
func wellFormed(t fataler, svg []byte, id string) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	ids, refs := map[string]int{}, []string{}
	depth, roots := 0, 0
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch el := tok.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				roots++
			}
			for _, a := range el.Attr {
				switch {
				case a.Name.Local == "id":
					ids[a.Value]++
				case a.Name.Local == "aria-labelledby":
					refs = append(refs, strings.Fields(a.Value)...)
				case strings.HasPrefix(a.Value, "url(#"):
					refs = append(refs, strings.TrimSuffix(strings.TrimPrefix(a.Value, "url(#"), ")"))
				}
				for _, bad := range []string{"NaN", "Inf", "e+", "-0\""} {
					if strings.Contains(a.Value, bad) && a.Name.Local != "lang" {
						t.Fatalf("attribute %s=%q", a.Name.Local, a.Value)
					}
				}
			}
		case xml.EndElement:
			depth--
		}
	}
	if roots != 1 {
		t.Fatalf("%d root elements", roots)
	}
	for k, n := range ids {
		if n > 1 || !strings.HasPrefix(k, id+"-") {
			t.Fatalf("id %q occurs %d times", k, n)
		}
	}
	for _, r := range refs {
		if ids[r] == 0 {
			t.Fatalf("reference to %q, which is not there", r)
		}
	}
}

func TestSamplesAreSound(t *testing.T) {
	all := samples()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) { sound(t, all[name]) })
	}
}

// Charts of every width from a phone's to a poster's are sound.
func TestWidths(t *testing.T) {
	for w := 280.0; w <= 2000; w += 43 {
		for _, c := range []drawer{sampleTimeline(28, w), sampleCurve(w), sampleBars(w), sampleTertials(w), sampleRanges(w), sampleStrip(w)} {
			sound(t, c)
		}
	}
}

// Generators of data, from plain to vicious.

func anyText(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringMatching(`[A-ZÅÄÖ][a-zåäö]{2,12}`),
		rapid.StringMatching(`([A-Za-zåäö]{1,14} ){0,12}[a-z]{1,40}`),
		rapid.SampledFrom([]string{"<b>&\"'</b>", "]]>", "a\x00b\x1b", "\xff\xfe", "o\u0308\u0301", "W", "年度", "\u202f1", "x\ny", strings.Repeat("Å", 300)}),
		rapid.StringN(1, 20, 60).Filter(func(s string) bool { return strings.TrimSpace(clean(s)) != "" }),
	).Draw(t, "text")
}

func maybeText(t *rapid.T) string {
	if rapid.Bool().Draw(t, "hasText") {
		return anyText(t)
	}
	return ""
}

func anyOptions(t *rapid.T) Options {
	return Options{ID: "c", Lang: "sv", Title: anyText(t), Description: maybeText(t), Width: float64(rapid.IntRange(minWidth, 900).Draw(t, "width"))}
}

// anyDates makes dates around a common day, near or far; some are unknown.
func anyDates(t *rapid.T) func() civil.Date {
	centre := rapid.IntRange(int(earliest)+400000, int(latest)-900000).Draw(t, "centre")
	spread := rapid.SampledFrom([]int{0, 20, 200, 900, 4000, 300000}).Draw(t, "spread")
	return func() civil.Date {
		return civil.Date(centre + rapid.IntRange(0, spread).Draw(t, "day"))
	}
}

func maybe(t *rapid.T, d civil.Date) civil.Date {
	if rapid.Bool().Draw(t, "isKnown") {
		return d
	}
	return 0
}

func anyValue(t *rapid.T) float64 {
	return rapid.OneOf(
		rapid.Map(rapid.IntRange(0, 200), func(n int) float64 { return float64(n) }),
		rapid.Float64Range(-1e15, 1e15),
		rapid.Float64Range(-1, 1),
		rapid.SampledFrom([]float64{0, 1e-300, 1e-9, 1e15, -1e15, 0.1, 113, 149}),
	).Draw(t, "value")
}

func sorted3(t *rapid.T) (a, b, c float64) {
	vs := []float64{anyValue(t), anyValue(t), anyValue(t)}
	slices.Sort(vs)
	return vs[0], vs[1], vs[2]
}

func anySpan(t *rapid.T, day func() civil.Date) civil.Span {
	a, b := day(), day()
	return civil.Span{First: maybe(t, min(a, b)), Last: maybe(t, max(a, b))}
}

func anyTimeline(t *rapid.T) Timeline {
	day := anyDates(t)
	c := Timeline{
		Options: anyOptions(t), AsOf: maybe(t, day()), AsOfTag: anyText(t), Unknown: anyText(t), Dates: swedishDates(),
		Legend: TimelineLegend{anyText(t), anyText(t), anyText(t), anyText(t), anyText(t), anyText(t)},
	}
	for range rapid.IntRange(1, 4).Draw(t, "groups") {
		g := TimelineGroup{Heading: maybeText(t), WindowTag: maybeText(t)}
		if rapid.Bool().Draw(t, "hasWindow") {
			g.Window = anySpan(t, day)
		}
		for range rapid.IntRange(1, 16).Draw(t, "rows") {
			r := TimelineRow{Label: anyText(t), Note: maybeText(t), Detail: maybeText(t), Start: maybe(t, day()), Baseline: anySpan(t, day), Actual: anySpan(t, day)}
			if rapid.Bool().Draw(t, "hasForecast") {
				ds := []civil.Date{day(), day(), day()}
				slices.Sort(ds)
				r.Low, r.Median, r.High = ds[0], ds[1], ds[2]
			}
			if rapid.IntRange(0, 5).Draw(t, "blank") == 0 {
				r = TimelineRow{Label: r.Label, Note: r.Note}
			}
			g.Rows = append(g.Rows, r)
		}
		c.Groups = append(c.Groups, g)
	}
	return c
}

func TestAnyTimelineIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { sound(t, anyTimeline(t)) })
}

func TestAnyCurveIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := anyDates(t)
		c := Curve{
			Options: anyOptions(t), Unit: anyText(t), Value: swedish(1), IsCount: rapid.Bool().Draw(t, "whole"), FromZero: rapid.Bool().Draw(t, "zero"),
			AsOf: maybe(t, day()), AsOfTag: anyText(t), Until: maybe(t, day()), Dates: swedishDates(),
			Legend: CurveLegend{anyText(t), anyText(t), anyText(t), anyText(t)},
		}
		n := rapid.IntRange(0, 20).Draw(t, "forecasts")
		ds := make([]civil.Date, n)
		for i := range ds {
			ds[i] = day()
		}
		slices.Sort(ds)
		for _, d := range ds {
			lo, mid, hi := sorted3(t)
			c.Forecast = append(c.Forecast, Forecast{d, lo, mid, hi})
			c.Baseline = append(c.Baseline, Step{d, anyValue(t)})
		}
		for range rapid.IntRange(1, 10).Draw(t, "facts") {
			c.Facts = append(c.Facts, Fact{day(), anyValue(t), maybeText(t)})
		}
		sound(t, c)
	})
}

func TestAnyBarsAreSound(t *testing.T) {
	positive := func(t *rapid.T) Number {
		v := anyValue(t)
		return Number{max(v, -v) / 8, rapid.IntRange(0, 4).Draw(t, "isKnown") > 0}
	}
	rapid.Check(t, func(t *rapid.T) {
		c := Bars{
			Options: anyOptions(t), Unit: anyText(t), Value: swedish(1), HasLimits: rapid.Bool().Draw(t, "limits"),
			Legend: BarsLegend{anyText(t), anyText(t), anyText(t)}, UnknownLimit: anyText(t), UnknownSum: anyText(t),
		}
		for range rapid.IntRange(1, len(series)).Draw(t, "components") {
			c.Components = append(c.Components, anyText(t))
		}
		groups := []string{maybeText(t), maybeText(t)}
		for range rapid.IntRange(1, MaxBars).Draw(t, "bars") {
			b := Bar{Label: anyText(t), Group: rapid.SampledFrom(groups).Draw(t, "group"), Detail: maybeText(t), Limit: positive(t)}
			for range c.Components {
				b.Parts = append(b.Parts, positive(t))
			}
			if lo, hi := positive(t), positive(t); lo.IsKnown && hi.IsKnown {
				b.Low, b.High = Known(min(lo.Value, hi.Value)), Known(max(lo.Value, hi.Value))
			}
			c.Bars = append(c.Bars, b)
		}
		sound(t, c)
	})
}

func TestAnyRangesAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Ranges{
			Options: anyOptions(t), Unit: anyText(t), Value: swedish(1), FromZero: rapid.Bool().Draw(t, "zero"), Unknown: anyText(t),
			Reference: Number{anyValue(t), rapid.Bool().Draw(t, "hasReference")}, Legend: RangesLegend{anyText(t), anyText(t), anyText(t)},
		}
		for range rapid.IntRange(1, 20).Draw(t, "rows") {
			lo, mid, hi := sorted3(t)
			r := Range{Label: anyText(t), Note: maybeText(t), Detail: maybeText(t)}
			if rapid.Bool().Draw(t, "hasRange") {
				r.Low, r.High = Known(lo), Known(hi)
			}
			r.Mid = Number{mid, rapid.Bool().Draw(t, "hasMid")}
			c.Rows = append(c.Rows, r)
		}
		sound(t, c)
	})
}

func TestAnyStripIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Strip{Options: anyOptions(t), Count: swedish(0)}
		for range rapid.IntRange(1, 12).Draw(t, "segments") {
			c.Segments = append(c.Segments, Segment{
				anyText(t), anyText(t), rapid.OneOf(rapid.IntRange(0, 40), rapid.IntRange(0, 1e9)).Draw(t, "count"), Tone(rapid.IntRange(0, len(toneLooks)-1).Draw(t, "tone")),
			})
		}
		c.Segments[0].Count++
		sound(t, c)
	})
}
