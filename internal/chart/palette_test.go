package chart

import (
	"image/color"
	"maps"
	"math"
	"slices"
	"testing"
)

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b Colour
		want float64
	}{
		{"#000000", "#ffffff", 21}, {"#ffffff", "#000000", 21}, {"#ffffff", "#ffffff", 1}, {"#777777", "#ffffff", 4.48}, {"#ff0000", "#ffffff", 4.0},
	} {
		if got := Contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("Contrast(%s, %s) = %.2f, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestColour(t *testing.T) {
	for c, want := range map[Colour]bool{"#1f5a8c": true, "#1F5A8C": false, "1f5a8c": false, "#fff": false, "#12345g": false, "": false} {
		if c.valid() != want {
			t.Errorf("%q valid: %v", c, !want)
		}
	}
	if got := Colour("#1f5a8c").rgba(); got != (color.RGBA{0x1f, 0x5a, 0x8c, 0xff}) {
		t.Errorf("rgba %v", got)
	}
}

// Every component's look has a colour of at least 3:1 on white, and no two
// neighbours differ by colour alone.
func TestSeries(t *testing.T) {
	for i, s := range series {
		strong := s.Fill
		if s.Pattern != None {
			strong = s.Ink
			if s.Stroke != s.Ink {
				t.Errorf("series %d: its edge is not its pattern's colour", i)
			}
		}
		if r := Contrast(strong, white); r < 3 {
			t.Errorf("series %d: %.2f", i, r)
		}
		if i > 0 && s.Pattern == series[i-1].Pattern {
			t.Errorf("series %d and %d have the same pattern", i-1, i)
		}
	}
}

// The letters on a tone can be read, its edge can be seen, and no two tones
// share a shape.
func TestTones(t *testing.T) {
	shapes := map[string]int{}
	for i, l := range toneLooks {
		if r := Contrast(l.text, l.fill); r < 4.5 {
			t.Errorf("tone %d: text %.2f", i, r)
		}
		if r := Contrast(l.edge, white); r < 3 {
			t.Errorf("tone %d: edge %.2f", i, r)
		}
		d := blank()
		s := Style{}
		for _, m := range toneSymbol(Tone(i), Point{50, 50}) {
			switch m := m.(type) {
			case Circle:
				s.Dash = m.Style.Dash
				m.Style = s
				d.add(m)
			case Path:
				m.Style = s
				d.add(m)
			case Rect:
				m.Style = s
				d.add(m)
			}
		}
		shapes[svgOf(t, d)]++
	}
	if len(shapes) < len(toneLooks)-1 { // a solid and a dotted ring have the same path
		t.Errorf("only %d shapes for %d tones", len(shapes), len(toneLooks))
	}
}

// Every text in every sample reaches 4.5:1 on white and on the tints that may
// lie behind it, and every mark with data has an edge or a fill of 3:1.
func TestSamplesContrast(t *testing.T) {
	decoration := []Colour{grid, yearLine, white, window}
	all := samples()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		d, err := all[name].Draw()
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range flat(d.Marks) {
			var s Style
			switch m := m.(type) {
			case Text:
				if r := min(Contrast(m.Colour, white), Contrast(m.Colour, window)); r < 4.5 && m.Colour != white {
					t.Errorf("%s: %q has contrast %.2f", name, m.Text, r)
				}
				continue
			case Rect:
				s = m.Style
			case Line:
				s = m.Style
			case Path:
				s = m.Style
			case Circle:
				s = m.Style
			}
			best := 0.0
			isDecoration := false
			for _, c := range []Colour{s.Fill, s.Stroke, s.Ink} {
				if c != "" {
					best = max(best, Contrast(c, white))
					isDecoration = isDecoration || slices.Contains(decoration, c)
				}
			}
			if best < 3 && !isDecoration {
				t.Errorf("%s: %#v has contrast %.2f", name, m, best)
			}
		}
	}
}
