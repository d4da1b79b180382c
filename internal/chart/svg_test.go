package chart

import (
	"encoding/xml"
	"math"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func svgOf(t *testing.T, d *Drawing) string {
	t.Helper()
	b, err := d.SVG()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The head names the picture for those who do not see it, in its language.
func TestSVGHead(t *testing.T) {
	d := blank()
	d.ID, d.Title, d.Desc = "fig-1", `Öppnade <kontor> & "annat"`, "Två meningar."
	s := svgOf(t, d)
	for _, want := range []string{
		`<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="sv" xml:lang="sv" aria-labelledby="fig-1-title fig-1-desc"`,
		`viewBox="0 0 300 100" width="300" height="100"`,
		`font-family="Inter, &#39;Liberation Sans&#39;, Arial, sans-serif"`,
		`<title id="fig-1-title">Öppnade &lt;kontor&gt; &amp; &#34;annat&#34;</title>`,
		`<desc id="fig-1-desc">Två meningar.</desc>`,
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s in\n%s", want, s)
		}
	}
	d.Desc = ""
	if s := svgOf(t, d); strings.Contains(s, "desc") {
		t.Errorf("an empty description is written:\n%s", s)
	}
}

// A strict content security policy and an XML reader both take the picture.
func TestSVGHasNoStyleOrScript(t *testing.T) {
	for name, c := range samples() {
		d, err := c.Draw()
		if err != nil {
			t.Fatal(err)
		}
		if s := svgOf(t, d); regexp.MustCompile(`style=|<style|<script|href|currentColor|rgba?\(`).MatchString(s) {
			t.Errorf("%s has styles, scripts or links", name)
		}
	}
}

// Two pictures fit on one page: their ids differ when their IDs do.
func TestTwoDrawingsShareNoID(t *testing.T) {
	ids := map[string]bool{}
	for _, id := range []string{"a", "b", "a-b"} {
		c := sampleBars(0)
		c.ID = id
		d, err := c.Draw()
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(svgOf(t, d), -1)
		if len(found) < 4 {
			t.Errorf("only %d ids", len(found))
		}
		for _, m := range found {
			if ids[m[1]] {
				t.Errorf("id %s occurs twice on the page", m[1])
			}
			ids[m[1]] = true
		}
	}
}

// Every mark has its element.
func TestSVGMarks(t *testing.T) {
	d := blank()
	d.add(
		Rect{1, 2, 3.456, 4, Style{Fill: ink}},
		Line{Point{0, 0}, Point{5, 5}, Style{Stroke: ink, Width: 1, Dash: Dotted}},
		Path{[]Point{{0, 0}, {1, 1}}, false, Style{Stroke: ink, Width: 1}},
		Path{[]Point{{0, 0}, {1, 1}, {0, 1}}, true, Style{Fill: white, Pattern: Cross, Ink: ink}},
		Circle{Point{9, 9}, 2, Style{Fill: ink}},
		Group{"A & B", []Mark{Text{At: Point{5, 20}, Text: "kort…", Full: "kort och långt", Size: 12, Anchor: End, Bold: true, Colour: ink, Halo: true}}},
	)
	s := svgOf(t, d)
	for _, want := range []string{
		`<rect x="1" y="2" width="3.46" height="4" fill="#1a1a1a"/>`,
		`<line x1="0" y1="0" x2="5" y2="5" fill="none" stroke="#1a1a1a" stroke-width="1" stroke-dasharray="2 3"/>`,
		`<polyline points="0,0 1,1" fill="none"`,
		`<polygon points="0,0 1,1 0,1" fill="url(#d-p0)"/>`,
		`<pattern id="d-p0" patternUnits="userSpaceOnUse" width="6" height="6">`,
		`<circle cx="9" cy="9" r="2" fill="#1a1a1a"/>`,
		"<g>\n<title>A &amp; B</title>",
		`font-weight="700" text-anchor="end" aria-hidden="true" fill="#ffffff" stroke="#ffffff"`,
		`<title>kort och långt</title>kort…</text>`,
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s in\n%s", want, s)
		}
	}
	wellFormed(t, []byte(s), "d")
}

// Areas of the same look share one pattern.
func TestPatternsAreShared(t *testing.T) {
	d := blank()
	for range 3 {
		d.add(Rect{Style: series[1]}, Rect{Style: series[3]})
	}
	if n := strings.Count(svgOf(t, d), "<pattern "); n != 2 {
		t.Errorf("%d patterns, want 2", n)
	}
}

func TestPx(t *testing.T) {
	for v, want := range map[float64]string{0: "0", math.Copysign(0, -1): "0", -0.001: "0", 1.005: "1", 1.236: "1.24", -2.5: "-2.5", 12000: "12000", 1e15: "1000000000000000"} {
		if got := px(v); got != want {
			t.Errorf("px(%v) = %s, want %s", v, got, want)
		}
	}
}

// Any text at all survives the way through XML, cleaned.
func TestAnyTextIsEscaped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "s")
		var got struct {
			Text string `xml:",chardata"`
			A    string `xml:"a,attr"`
		}
		if err := xml.Unmarshal([]byte(`<t a="`+escape(s)+`">`+escape(s)+`</t>`), &got); err != nil {
			t.Fatal(err)
		}
		if want := clean(s); got.Text != want || got.A != want {
			t.Fatalf("%q came back as %q and %q, want %q", s, got.Text, got.A, want)
		}
	})
}

func FuzzSVG(f *testing.F) {
	f.Add("Öppnat", "en <beskrivning>", "id", 3.0)
	f.Add("]]>", "\x00\xff", "a b", math.Inf(1))
	f.Fuzz(func(t *testing.T, title, text, id string, v float64) {
		d := &Drawing{ID: id, Lang: "sv", Title: title, Width: 300, Height: 80}
		d.add(Rect{v, v, v, v, Style{Fill: ink}}, Group{text, []Mark{Text{At: Point{v, 1}, Text: text, Size: 10, Colour: ink}}})
		s, err := d.SVG()
		if err == nil {
			wellFormed(t, s, id)
		}
	})
}
