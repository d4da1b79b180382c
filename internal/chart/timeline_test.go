package chart

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

// refuses checks that a chart is refused at each of the places, with the keys.
func refuses(t *testing.T, name string, c drawer, place, key string) {
	t.Helper()
	d, err := c.Draw()
	if d != nil || err == nil {
		t.Errorf("%s: drawn", name)
		return
	}
	for _, e := range faults(err) {
		if e.Place == place && e.Key == key {
			return
		}
	}
	t.Errorf("%s: %v, want %s at %s", name, err, key, place)
}

// faults takes joined errors apart.
func faults(err error) (es []*Error) {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		for _, e := range joined.Unwrap() {
			es = append(es, e.(*Error))
		}
	}
	return es
}

func TestTimelineRefuses(t *testing.T) {
	for _, c := range []struct {
		name, place, key string
		change           func(*Timeline)
	}{
		{"no rows", "groups.rows", KeyEmpty, func(c *Timeline) { c.Groups = nil }},
		{"no label", "groups[0].rows[1].label", KeyText, func(c *Timeline) { c.Groups[0].Rows[1].Label = "" }},
		{"P10 after P50", "groups[0].rows[3].median", KeyOrder, func(c *Timeline) { c.Groups[0].Rows[3].Low = c.Groups[0].Rows[3].Median + 1 }},
		{"P10 alone", "groups[0].rows[3].low", KeyOrder, func(c *Timeline) { c.Groups[0].Rows[3].High = 0 }},
		{"baseline reversed", "groups[0].rows[0].baseline", KeyOrder, func(c *Timeline) { c.Groups[0].Rows[0].Baseline = civil.Span{First: 800000, Last: 700000} }},
		{"a date of five digits", "groups[0].rows[0].actual", KeyDate, func(c *Timeline) { c.Groups[0].Rows[0].Actual = civil.Day(latest + 1) }},
		{"a date before the Domesday Book", "groups[1].window", KeyDate, func(c *Timeline) { c.Groups[1].Window.First = 5 }},
		{"as-of day 1", "asOf", KeyDate, func(c *Timeline) { c.AsOf = 1 }},
		{"no word for unknown", "unknown", KeyText, func(c *Timeline) { c.Unknown = "" }},
		{"no word for baseline", "legend.baseline", KeyText, func(c *Timeline) { c.Legend.Baseline = " " }},
		{"no word for the band", "legend.forecast", KeyText, func(c *Timeline) { c.Legend.Forecast = "" }},
		{"no tag", "asOfTag", KeyText, func(c *Timeline) { c.AsOfTag = "" }},
		{"bad id", "id", KeyID, func(c *Timeline) { c.ID = "a b" }},
		{"too narrow", "width", KeySize, func(c *Timeline) { c.Width = 100 }},
	} {
		tl := sampleTimeline(28, 0)
		c.change(&tl)
		refuses(t, c.name, tl, c.place, c.key)
	}
}

// Three thousand rows are refused in one line that says how many may be.
func TestTimelineTooLong(t *testing.T) {
	_, err := sampleTimeline(3000, 0).Draw()
	if err == nil || !strings.Contains(err.Error(), "got 3000, want at most 200: make a selection") || len(faults(err)) != 1 {
		t.Errorf("%v", err)
	}
	sound(t, sampleTimeline(MaxTimelineRows, 0))
	refuses(t, "one more", sampleTimeline(MaxTimelineRows+1, 0), "groups.rows", KeyTooMany)
}

// tiny is a timeline of one row over the year 2022, with nothing else on it.
func tiny(r TimelineRow) Timeline {
	r.Label = "A"
	return Timeline{
		Options: options("t", 0), Legend: TimelineLegend{"w", "f", "m", "b", "a", "win"}, Unknown: "unknown", Dates: swedishDates(),
		Groups: []TimelineGroup{{Window: span("2022"), Rows: []TimelineRow{r}}},
	}
}

// rowMarks returns the marks of the only row, without its texts, and the axis.
func rowMarks(t *testing.T, tl Timeline) ([]Mark, dateAxis) {
	t.Helper()
	d := sound(t, tl)
	var ms []Mark
	for _, m := range d.Marks[len(d.Marks)-1].(Group).Marks {
		if _, isText := m.(Text); !isText {
			ms = append(ms, m)
		}
	}
	l := tl.layout()
	first, last := tl.extent()
	return ms, newDateAxis(first, last, l.left+8, l.right-8, tl.Dates)
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

// Every mark stands at its date: the year's days share the axis evenly.
func TestTimelinePlaces(t *testing.T) {
	ms, a := rowMarks(t, tiny(TimelineRow{
		Start: date("2022-01-10"), Low: date("2022-05-01"), Median: date("2022-06-01"), High: date("2022-08-01"), Baseline: span("2022-04-20"),
	}))
	day := (a.scale.to - a.scale.from) / 365
	x := func(s string) float64 {
		return a.scale.from + day*(float64(date("2022-01-01").DaysUntil(date(s)))+0.5)
	}
	if len(ms) != 4 {
		t.Fatalf("%d marks: %#v", len(ms), ms)
	}
	if bar := ms[0].(Rect); !near(bar.X, x("2022-01-10")) || !near(bar.X+bar.W, x("2022-06-01")) {
		t.Errorf("work %+v", bar)
	}
	if band := ms[1].(Rect); !near(band.X, x("2022-05-01")) || !near(band.X+band.W, x("2022-08-01")) {
		t.Errorf("band %+v", band)
	}
	if p50 := ms[2].(Line); !near(p50.From.X, x("2022-06-01")) || p50.From.X != p50.To.X {
		t.Errorf("median %+v", p50)
	}
	if dia := ms[3].(Path); !near(dia.Points[0].X, x("2022-04-20")) || dia.Style.Fill != "" {
		t.Errorf("baseline %+v", dia)
	}
}

// What happened ends the bar of work and is a filled disc; a span that is not
// exact has a capped line; an open span has a dotted one.
func TestTimelineEvents(t *testing.T) {
	for _, c := range []struct {
		name  string
		row   TimelineRow
		kinds string
	}{
		{"nothing", TimelineRow{}, ""},
		{"start alone", TimelineRow{Start: date("2022-03-01")}, "R"},
		{"actual day", TimelineRow{Start: date("2022-03-01"), Actual: span("2022-05-05")}, "RC"},
		{"actual before the start", TimelineRow{Start: date("2022-06-01"), Actual: span("2022-05-05")}, "RC"},
		{"actual month", TimelineRow{Actual: span("2022-05")}, "LLLC"},
		{"baseline open", TimelineRow{Baseline: span("2022-05-01/..")}, "LP"},
		{"baseline open below", TimelineRow{Baseline: span("../2022-05-01")}, "LP"},
		{"median alone", TimelineRow{Median: date("2022-05-01")}, "L"},
		{"band without median", TimelineRow{Low: date("2022-05-01"), High: date("2022-06-01")}, "R"},
		{"certain forecast", TimelineRow{Low: date("2022-05-01"), Median: date("2022-05-01"), High: date("2022-05-01")}, "RL"},
	} {
		ms, _ := rowMarks(t, tiny(c.row))
		kinds := ""
		for _, m := range ms {
			switch m.(type) {
			case Rect:
				kinds += "R"
			case Line:
				kinds += "L"
			case Circle:
				kinds += "C"
			case Path:
				kinds += "P"
			}
		}
		if kinds != c.kinds {
			t.Errorf("%s: marks %s, want %s", c.name, kinds, c.kinds)
		}
	}
}

func contains(d *Drawing, s string) bool {
	for _, t := range texts(d) {
		if t.Text == s || t.Full == s {
			return true
		}
	}
	return false
}

// The legend names what is drawn and nothing else.
func TestTimelineLegend(t *testing.T) {
	tl := tiny(TimelineRow{Actual: span("2022-05-05")})
	d := sound(t, tl)
	for s, want := range map[string]bool{"w": false, "f": false, "m": false, "b": false, "a": true, "win": true, "unknown": false} {
		if contains(d, s) != want {
			t.Errorf("%q in the legend: %v", s, !want)
		}
	}
	if d := sound(t, tiny(TimelineRow{})); !contains(d, "unknown") {
		t.Error("an empty row does not say that nothing is known")
	}
}

// With no date at all there is no axis, but the rows still say what is unknown.
func TestTimelineWithoutDates(t *testing.T) {
	tl := tiny(TimelineRow{})
	tl.Groups[0].Window = civil.Span{}
	tl.Groups[0].Heading = "Omgång 1"
	if d := sound(t, tl); !contains(d, "unknown") || !contains(d, "Omgång 1") {
		t.Errorf("texts %v", texts(d))
	}
}

// Half a window shades to the end of the axis, with an edge only where known.
func TestTimelineOpenWindow(t *testing.T) {
	tl := tiny(TimelineRow{Actual: span("2022-05-05"), Baseline: span("2022-11-30")})
	tl.Groups[0].Window = span("2022-06-01/..")
	d := sound(t, tl)
	edges := 0
	for _, m := range d.Marks {
		if l, ok := m.(Line); ok && l.Style == windowEdge && l.From.X == l.To.X && l.To.Y-l.From.Y > 15 {
			edges++
		}
	}
	if edges != 1 {
		t.Errorf("%d edges, want 1", edges)
	}
}

// Rows keep their order, long timelines repeat the axis at the foot, and sixty
// rows fit a page of A4 that is 160 mm wide inside its margins.
func TestTimelineLong(t *testing.T) {
	d := sound(t, sampleTimeline(60, 0))
	if d.Height > 1.6*d.Width {
		t.Errorf("%v by %v px is too tall for a page", d.Width, d.Height)
	}
	n := 0
	for _, txt := range texts(d) {
		if txt.Text == "2022" {
			n++
		}
	}
	if n != 2 {
		t.Errorf("the year stands %d times, want above and below", n)
	}
	last := 0.0
	for _, m := range d.Marks {
		if g, ok := m.(Group); ok {
			if y := g.Marks[0].(Text).At.Y; y <= last {
				t.Fatalf("row at %v after row at %v", y, last)
			} else {
				last = y
			}
		}
	}
}
