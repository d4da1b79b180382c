package chart

import "strings"

// A scatter is many small dots of one look. It is one element in the SVG: thousands
// of circles would make a page slow, and ten times as long.
type scatter struct {
	centres []Point
	r       float64
	shape   dotShape
	colour  Colour
}

// Bounds implements Mark. A scatter without dots covers nothing.
func (s scatter) Bounds() Box {
	if len(s.centres) == 0 {
		return Box{}
	}
	return Path{Points: s.centres}.Bounds().grown(s.r + ringWidth)
}

func (s scatter) check(c *checks, place string) {
	c.finite(place, s.r)
	c.colour(place, s.colour)
	Path{Points: s.centres}.check(c, place)
}

// dot is one of the dots as a shape of its own.
func (s scatter) dot(at Point) Mark { return dotMark(at, s.shape, s.colour, s.r) }

// scatter writes discs and squares as strokes without length, whose caps they are.
func (w *svgWriter) scatter(s scatter) {
	var d strings.Builder
	for _, at := range s.centres {
		if s.shape == ringDot {
			half := " " + px(s.r) + " 0 1 0 "
			d.WriteString("M" + px(at.X-s.r) + " " + px(at.Y) + "a" + px(s.r) + half + px(2*s.r) + " 0 " + px(s.r) + half + px(-2*s.r) + " 0")
			continue
		}
		d.WriteString("M" + px(at.X) + " " + px(at.Y) + "h0")
	}
	width, cap := px(2*s.r), "round"
	switch s.shape {
	case squareDot:
		cap = "square"
	case ringDot:
		width, cap = px(ringWidth), ""
	}
	w.leaf("path", "fill", "none", "stroke", string(s.colour), "stroke-width", width, "stroke-linecap", cap, "d", d.String())
}
