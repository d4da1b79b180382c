package chart

import (
	"image/color"
	"math"
	"strconv"
)

// A Colour is written #rrggbb, in lower case; "" is no colour.
type Colour string

// The colours. Text colours reach a contrast of 4.5:1 on white and on every
// tint; the colours of shapes reach 3:1. Tints and the grid carry no data of
// their own: an outline or a hatching in a darker colour always goes with a
// tint that does.
const (
	white = Colour("#ffffff")
	ink   = Colour("#1a1a1a") // text, and marks that must stand out
	muted = Colour("#565c63") // secondary text
	axis  = Colour("#767676")
	grid  = Colour("#e2e4e6")

	navy     = Colour("#12395e")
	blue     = Colour("#1f5a8c")
	blueTint = Colour("#cfe1f2")
	slate    = Colour("#6b7f93") // project bars, window edges
	window   = Colour("#f0f4f8") // window shading
	green    = Colour("#1b6b3a")
	brick    = Colour("#a4262c") // limits, the as-of line
	teal     = Colour("#1d6f78")
	ochre    = Colour("#8a5a00")
	plum     = Colour("#6b4a8a")
	grey     = Colour("#5f6772")
	olive    = Colour("#4f6b1f")
)

// series are the looks of stacked components, in the order in which they are
// given out: plain and hatched in turn, so that neighbours differ in grey too.
var series = []Style{
	{Fill: navy},
	{Fill: "#dce9f5", Pattern: Diagonal, Ink: blue, Stroke: blue, Width: 1},
	{Fill: teal},
	{Fill: "#f6ead4", Pattern: Dots, Ink: ochre, Stroke: ochre, Width: 1},
	{Fill: plum},
	{Fill: "#e9f0d9", Pattern: BackDiagonal, Ink: olive, Stroke: olive, Width: 1},
	{Fill: grey},
	{Fill: "#f5e1e2", Pattern: Cross, Ink: brick, Stroke: brick, Width: 1},
}

func (c Colour) valid() bool {
	if len(c) != 7 || c[0] != '#' {
		return false
	}
	for i := 1; i < 7; i++ {
		if !(isDigit(c[i]) || c[i] >= 'a' && c[i] <= 'f') {
			return false
		}
	}
	return true
}

// rgba returns the colour for the PNG writer; the colour must be valid.
func (c Colour) rgba() color.RGBA {
	v, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		panic("chart: colour " + string(c) + " was not checked")
	}
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

// Contrast returns the contrast ratio of two colours, 1 to 21, as WCAG 2
// defines it.
func Contrast(a, b Colour) float64 {
	la, lb := a.luminance(), b.luminance()
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func (c Colour) luminance() float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	p := c.rgba()
	return 0.2126*lin(p.R) + 0.7152*lin(p.G) + 0.0722*lin(p.B)
}
