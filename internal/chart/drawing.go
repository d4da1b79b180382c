// Package chart draws figures for reports and pages: a timeline with
// uncertainty, a step curve with a band, stacked bars with a range and a
// limit, range bars, and a segmented strip.
//
// In go plain data: float64 values, civil dates, and texts that the caller has
// already put into the reader's language; out comes a [Drawing], a list of
// shapes in CSS pixels, written by [Drawing.SVG] for pages and by
// [Drawing.PNG] for word processors that do not read SVG. The package knows
// nothing of offices, plans or money: numbers and dates become text only
// through the functions that the caller passes in.
//
// Promises. The same data give the same bytes. Nothing is drawn outside the
// drawing and no two texts overlap, as measured in the Go fonts that the PNG
// writer uses; a text that lacks room ends in an ellipsis and keeps its full
// wording as a tooltip in the SVG. Text reaches a contrast of 4.5:1 and every
// shape that carries data 3:1, and colour never stands alone: shape, dash or
// hatching says the same. A value that is not known is not drawn; NaN,
// infinities, impossible orders and missing texts are errors (see [Error]), so
// that no broken picture is ever written.
package chart

import (
	"math"
	"strconv"
)

// A Point is a place in a drawing, in CSS pixels from its upper left corner.
type Point struct{ X, Y float64 }

// A Box is an upright rectangle given by two corners.
type Box struct{ Min, Max Point }

// Overlaps says whether two boxes share some area.
func (b Box) Overlaps(c Box) bool {
	return b.Min.X < c.Max.X && c.Min.X < b.Max.X && b.Min.Y < c.Max.Y && c.Min.Y < b.Max.Y
}

// Within says whether b lies inside c.
func (b Box) Within(c Box) bool {
	return b.Min.X >= c.Min.X && b.Min.Y >= c.Min.Y && b.Max.X <= c.Max.X && b.Max.Y <= c.Max.Y
}

func (b Box) grown(by float64) Box {
	return Box{Point{b.Min.X - by, b.Min.Y - by}, Point{b.Max.X + by, b.Max.Y + by}}
}

func union(b, c Box) Box {
	return Box{
		Point{math.Min(b.Min.X, c.Min.X), math.Min(b.Min.Y, c.Min.Y)},
		Point{math.Max(b.Max.X, c.Max.X), math.Max(b.Max.Y, c.Max.Y)},
	}
}

// A Pattern is laid over a fill so that areas differ without colour.
type Pattern uint8

// The patterns; None leaves the fill plain.
const (
	None         Pattern = iota
	Diagonal             // lines rising to the right
	BackDiagonal         // lines falling to the right
	Dots
	Horizontal
	Cross // both diagonals
)

// A Dash is the rhythm of a stroke.
type Dash uint8

// The dashes.
const (
	Solid Dash = iota
	Dashed
	Dotted
)

// rhythm returns lengths of stroke and gap in pixels; nil for a solid line.
func (d Dash) rhythm() []float64 {
	switch d {
	case Dashed:
		return []float64{6, 4}
	case Dotted:
		return []float64{2, 3}
	}
	return nil
}

// A Style says how a shape looks. The zero colour means "not drawn".
type Style struct {
	Fill    Colour
	Pattern Pattern
	Ink     Colour // colour of the pattern
	Stroke  Colour
	Width   float64 // of the stroke, in pixels
	Dash    Dash
}

// A Mark is one shape, text or group in a drawing.
type Mark interface {
	// Bounds returns the area that the mark covers, strokes included.
	Bounds() Box
	check(c *checks, place string)
}

// A Rect is an upright rectangle.
type Rect struct {
	X, Y, W, H float64
	Style      Style
}

// A Line is one straight stroke.
type Line struct {
	From, To Point
	Style    Style
}

// A Path is a run of straight strokes, or the area that they enclose.
type Path struct {
	Points []Point
	Closed bool
	Style  Style
}

// A Circle is a disc, a ring or both.
type Circle struct {
	Centre Point
	R      float64
	Style  Style
}

// An Anchor says which part of a text stands at its point.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// A Text is one line of text; At is on its baseline.
type Text struct {
	At     Point
	Text   string
	Full   string // the whole wording where Text was shortened, else ""
	Size   float64
	Bold   bool
	Anchor Anchor
	Colour Colour
	Halo   bool // a white edge, so that lines behind do not disturb
}

// A Group joins marks that belong together under a tooltip.
type Group struct {
	Title string
	Marks []Mark
}

// A Drawing is a finished figure, ready to be written as SVG or PNG.
type Drawing struct {
	ID     string // starts every id in the SVG: a letter, then letters, digits, - or _
	Lang   string // BCP 47
	Title  string
	Desc   string
	Width  float64
	Height float64
	Marks  []Mark
}

func (d *Drawing) add(marks ...Mark) { d.Marks = append(d.Marks, marks...) }

func (s Style) half() float64 {
	if s.Stroke == "" {
		return 0
	}
	return s.Width / 2
}

// Bounds implements Mark.
func (r Rect) Bounds() Box {
	return Box{Point{r.X, r.Y}, Point{r.X + r.W, r.Y + r.H}}.grown(r.Style.half())
}

// Bounds implements Mark.
func (l Line) Bounds() Box {
	return Path{Points: []Point{l.From, l.To}, Style: l.Style}.Bounds()
}

// Bounds implements Mark. A path without points covers nothing.
func (p Path) Bounds() Box {
	if len(p.Points) == 0 {
		return Box{}
	}
	b := Box{p.Points[0], p.Points[0]}
	for _, q := range p.Points[1:] {
		b = union(b, Box{q, q})
	}
	return b.grown(p.Style.half())
}

// Bounds implements Mark.
func (c Circle) Bounds() Box {
	return Box{c.Centre, c.Centre}.grown(c.R + c.Style.half())
}

// Bounds implements Mark. The height reaches from the ring of an Å to the
// tail of a g.
func (t Text) Bounds() Box {
	w, x := TextWidth(t.Text, t.Size, t.Bold), t.At.X
	switch t.Anchor {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	}
	return Box{Point{x, t.At.Y - ascent*t.Size}, Point{x + w, t.At.Y + descent*t.Size}}
}

// Bounds implements Mark. A group without marks covers nothing.
func (g Group) Bounds() Box {
	if len(g.Marks) == 0 {
		return Box{}
	}
	b := g.Marks[0].Bounds()
	for _, m := range g.Marks[1:] {
		b = union(b, m.Bounds())
	}
	return b
}

// Check says what in the drawing cannot be written: a number that is not
// finite, a colour that is not #rrggbb, an empty path or group, a bad ID. The
// writers call it; a caller that builds its own drawing may.
func (d *Drawing) Check() error {
	c := &checks{id: d.ID}
	c.options(Options{ID: d.ID, Lang: d.Lang, Title: d.Title, Width: d.Width})
	c.finite("height", d.Height)
	if !(d.Height > 0 && d.Height <= maxHeight) {
		c.bad("height", KeySize, number(d.Height), "a height above 0 and at most "+number(maxHeight)+" px")
	}
	for i, m := range d.Marks {
		m.check(c, "marks["+strconv.Itoa(i)+"]")
	}
	return c.err()
}

// maxHeight bounds a drawing in px; the tallest chart here stays far below.
const maxHeight = 20000

func (s Style) check(c *checks, place string) {
	c.finite(place+".width", s.Width)
	for _, col := range []Colour{s.Fill, s.Ink, s.Stroke} {
		c.colour(place, col)
	}
	if s.Pattern != None && (s.Fill == "" || s.Ink == "") {
		c.bad(place, KeyColour, "a pattern without fill or ink", "both colours")
	}
}

func (r Rect) check(c *checks, place string) {
	c.finite(place, r.X, r.Y, r.W, r.H)
	r.Style.check(c, place)
}

func (l Line) check(c *checks, place string) {
	c.finite(place, l.From.X, l.From.Y, l.To.X, l.To.Y)
	l.Style.check(c, place)
}

func (p Path) check(c *checks, place string) {
	if len(p.Points) == 0 {
		c.bad(place, KeyEmpty, "no points", "at least one point")
	}
	for _, q := range p.Points {
		c.finite(place, q.X, q.Y)
	}
	p.Style.check(c, place)
}

func (k Circle) check(c *checks, place string) {
	c.finite(place, k.Centre.X, k.Centre.Y, k.R)
	k.Style.check(c, place)
}

func (t Text) check(c *checks, place string) {
	c.finite(place, t.At.X, t.At.Y, t.Size)
	c.colour(place, t.Colour)
}

func (g Group) check(c *checks, place string) {
	if len(g.Marks) == 0 {
		c.bad(place, KeyEmpty, "no marks", "at least one mark")
	}
	for i, m := range g.Marks {
		m.check(c, place+"["+strconv.Itoa(i)+"]")
	}
}
