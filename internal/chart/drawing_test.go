package chart

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func blank() *Drawing {
	return &Drawing{ID: "d", Lang: "sv", Title: "T", Width: 300, Height: 100}
}

// The area of a mark includes its stroke, and a text's depends on its anchor.
func TestBounds(t *testing.T) {
	s := Style{Stroke: ink, Width: 2}
	w := TextWidth("Åg", 10, false)
	for _, c := range []struct {
		mark Mark
		want Box
	}{
		{Rect{1, 2, 3, 4, Style{Fill: ink, Width: 9}}, Box{Point{1, 2}, Point{4, 6}}},
		{Rect{1, 2, 3, 4, s}, Box{Point{0, 1}, Point{5, 7}}},
		{Line{Point{5, 1}, Point{2, 3}, s}, Box{Point{1, 0}, Point{6, 4}}},
		{Path{[]Point{{0, 0}, {4, -3}, {2, 9}}, true, Style{}}, Box{Point{0, -3}, Point{4, 9}}},
		{Circle{Point{5, 5}, 2, s}, Box{Point{2, 2}, Point{8, 8}}},
		{Text{At: Point{50, 20}, Text: "Åg", Size: 10}, Box{Point{50, 10.5}, Point{50 + w, 22.2}}},
		{Text{At: Point{50, 20}, Text: "Åg", Size: 10, Anchor: Middle}, Box{Point{50 - w/2, 10.5}, Point{50 + w/2, 22.2}}},
		{Text{At: Point{50, 20}, Text: "Åg", Size: 10, Anchor: End}, Box{Point{50 - w, 10.5}, Point{50, 22.2}}},
		{Group{"", []Mark{Rect{1, 2, 3, 4, Style{}}, Rect{9, 0, 1, 1, Style{}}}}, Box{Point{1, 0}, Point{10, 6}}},
		{Path{}, Box{}},
		{Group{}, Box{}},
	} {
		got := c.mark.Bounds()
		if d := math.Abs(got.Min.X-c.want.Min.X) + math.Abs(got.Min.Y-c.want.Min.Y) + math.Abs(got.Max.X-c.want.Max.X) + math.Abs(got.Max.Y-c.want.Max.Y); d > 1e-9 {
			t.Errorf("%#v covers %v, want %v", c.mark, got, c.want)
		}
	}
}

// Boxes that only touch do not overlap.
func TestOverlaps(t *testing.T) {
	b := Box{Point{0, 0}, Point{10, 10}}
	for _, c := range []struct {
		c    Box
		want bool
	}{
		{Box{Point{5, 5}, Point{6, 6}}, true},
		{Box{Point{-5, -5}, Point{20, 20}}, true},
		{Box{Point{10, 0}, Point{20, 10}}, false},
		{Box{Point{0, -5}, Point{10, 0}}, false},
		{Box{Point{9.9, 9.9}, Point{20, 20}}, true},
	} {
		if got := b.Overlaps(c.c); got != c.want || c.c.Overlaps(b) != c.want {
			t.Errorf("%v overlaps %v: %v, want %v", b, c.c, got, c.want)
		}
	}
}

// Neither writer writes a drawing that has a fault; the error says where.
func TestCheckRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name, place, key string
		change           func(*Drawing)
	}{
		{"no id", "id", KeyID, func(d *Drawing) { d.ID = "" }},
		{"id with a quote", "id", KeyID, func(d *Drawing) { d.ID = `a"b` }},
		{"id from a digit", "id", KeyID, func(d *Drawing) { d.ID = "1a" }},
		{"no language", "lang", KeyID, func(d *Drawing) { d.Lang = "" }},
		{"no title", "title", KeyText, func(d *Drawing) { d.Title = " \n" }},
		{"flat", "height", KeySize, func(d *Drawing) { d.Height = 0 }},
		{"narrow", "width", KeySize, func(d *Drawing) { d.Width = 10 }},
		{"width NaN", "width", KeySize, func(d *Drawing) { d.Width = nan }},
		{"rect NaN", "marks[0]", KeyFinite, func(d *Drawing) { d.add(Rect{X: nan}) }},
		{"rect Inf", "marks[0]", KeyFinite, func(d *Drawing) { d.add(Rect{H: inf}) }},
		{"line", "marks[0]", KeyFinite, func(d *Drawing) { d.add(Line{To: Point{inf, 0}}) }},
		{"path", "marks[1]", KeyFinite, func(d *Drawing) { d.add(Circle{}, Path{Points: []Point{{0, nan}}}) }},
		{"no points", "marks[0]", KeyEmpty, func(d *Drawing) { d.add(Path{}) }},
		{"circle", "marks[0]", KeyFinite, func(d *Drawing) { d.add(Circle{R: nan}) }},
		{"text", "marks[0]", KeyFinite, func(d *Drawing) { d.add(Text{Size: inf}) }},
		{"no marks", "marks[0]", KeyEmpty, func(d *Drawing) { d.add(Group{}) }},
		{"in a group", "marks[0][1]", KeyFinite, func(d *Drawing) { d.add(Group{"", []Mark{Circle{}, Circle{R: nan}}}) }},
		{"colour by name", "marks[0]", KeyColour, func(d *Drawing) { d.add(Rect{Style: Style{Fill: "red"}}) }},
		{"colour injected", "marks[0]", KeyColour, func(d *Drawing) { d.add(Text{Colour: `#fff"/>`}) }},
		{"pattern without ink", "marks[0]", KeyColour, func(d *Drawing) { d.add(Rect{Style: Style{Fill: ink, Pattern: Dots}}) }},
		{"stroke width", "marks[0].width", KeyFinite, func(d *Drawing) { d.add(Rect{Style: Style{Stroke: ink, Width: nan}}) }},
	} {
		d := blank()
		c.change(d)
		_, svgErr := d.SVG()
		_, pngErr := d.PNG(1)
		for _, err := range []error{svgErr, pngErr} {
			var e *Error
			if !errors.As(err, &e) || e.Place != c.place || e.Key != c.key || !strings.Contains(err.Error(), c.place) {
				t.Errorf("%s: %v, want %s at %s", c.name, err, c.key, c.place)
			}
		}
	}
	if err := blank().Check(); err != nil {
		t.Errorf("a blank drawing: %v", err)
	}
}

// All faults are told at once.
func TestCheckTellsAll(t *testing.T) {
	d := blank()
	d.add(Circle{R: math.NaN()}, Path{}, Rect{Style: Style{Fill: "red"}})
	if err := d.Check(); strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("want three faults: %v", err)
	}
}
