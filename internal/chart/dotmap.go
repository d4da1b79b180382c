package chart

import (
	"fmt"
	"math"
)

// MaxDots is how many dots a map may have, MaxMapSites how many sites.
const (
	MaxDots     = 20_000
	MaxMapSites = 3_000
)

// A DotMap shows places as dots, in bands, with sites over them. It has no borders
// or coasts: the dots themselves draw the country.
type DotMap struct {
	Options
	Dots  []Dot
	Bands []string // names of the bands, the best first; at most len(bandLooks)
	Sites []MapSite
	Kinds []string // names of the kinds of sites; at most len(siteLooks)
}

// A Dot is a place in degrees, WGS 84, in a band.
type Dot struct {
	Lat, Lon float64
	Band     int
}

// A MapSite is a place with a mark of its own kind.
type MapSite struct {
	Lat, Lon float64
	Kind     int
	Detail   string // a tooltip
}

// bandLooks are the looks of dots from the best band to the worst. Shape changes
// with colour: discs, squares, rings.
var bandLooks = []struct {
	colour Colour
	shape  dotShape
}{{navy, discDot}, {teal, discDot}, {olive, ringDot}, {ochre, squareDot}, {brick, squareDot}, {grey, ringDot}}

type dotShape uint8

const (
	discDot dotShape = iota
	squareDot
	ringDot
)

// siteLooks are the looks of sites: a triangle, a diamond, a cross.
var siteLooks = []struct {
	colour Colour
	points []Point // on a grid of ±1
}{
	{ink, []Point{{0, -1.2}, {1.1, 0.8}, {-1.1, 0.8}}},
	{plum, []Point{{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}}},
	{brick, []Point{{-1, -0.6}, {-0.6, -1}, {0, -0.4}, {0.6, -1}, {1, -0.6}, {0.4, 0}, {1, 0.6}, {0.6, 1}, {0, 0.4}, {-0.6, 1}, {-1, 0.6}, {-0.4, 0}}},
}

const (
	dotSize   = 1.3
	siteSize  = 4.0
	mapHeight = 900.0 // at most
)

func (m DotMap) check() error {
	c := &checks{id: m.ID}
	c.options(m.Options)
	if len(m.Dots)+len(m.Sites) == 0 {
		c.bad("dots", KeyEmpty, "no dots and no sites", "at least one")
	}
	c.atMost("dots", len(m.Dots), MaxDots)
	c.atMost("sites", len(m.Sites), MaxMapSites)
	c.atMost("bands", len(m.Bands), len(bandLooks))
	c.atMost("kinds", len(m.Kinds), len(siteLooks))
	for i, s := range m.Bands {
		c.text(fmt.Sprintf("bands[%d]", i), s)
	}
	for i, s := range m.Kinds {
		c.text(fmt.Sprintf("kinds[%d]", i), s)
	}
	for i, d := range m.Dots {
		if !isOnEarth(d.Lat, d.Lon) || d.Band < 0 || d.Band >= len(m.Bands) {
			c.bad(fmt.Sprintf("dots[%d]", i), KeyFinite, fmt.Sprintf("%v, %v in band %d", d.Lat, d.Lon, d.Band), "a place on Earth in one of the bands")
		}
	}
	for i, s := range m.Sites {
		if !isOnEarth(s.Lat, s.Lon) || s.Kind < 0 || s.Kind >= len(m.Kinds) {
			c.bad(fmt.Sprintf("sites[%d]", i), KeyFinite, fmt.Sprintf("%v, %v of kind %d", s.Lat, s.Lon, s.Kind), "a place on Earth of one of the kinds")
		}
	}
	return c.err()
}

func isOnEarth(lat, lon float64) bool { return lat >= -85 && lat <= 85 && lon >= -180 && lon <= 180 }

// Draw lays the map out, north up, each degree of longitude as long as it is at
// the middle of the map. Errors are of type *Error, joined.
func (m DotMap) Draw() (*Drawing, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	d := m.drawing()
	y := d.legend(d.heading(margin, m.Heading), m.entries()) + 10
	at, height := m.projection(d.Width, y)
	// The worst bands lie at the bottom, so that a crowd does not hide who is near.
	for band := len(m.Bands) - 1; band >= 0; band-- {
		dots := scatter{r: dotSize, shape: bandLooks[band].shape, colour: bandLooks[band].colour}
		for _, dot := range m.Dots {
			if dot.Band == band {
				dots.centres = append(dots.centres, at(dot.Lat, dot.Lon))
			}
		}
		if len(dots.centres) > 0 {
			d.add(dots)
		}
	}
	for _, s := range m.Sites {
		mark := siteMark(at(s.Lat, s.Lon), s.Kind, siteSize)
		if s.Detail == "" {
			d.add(mark)
			continue
		}
		d.add(Group{Title: clean(s.Detail), Marks: []Mark{mark}})
	}
	d.Height = y + height + margin
	return d, nil
}

// projection fits the places into the width, and the height that is left.
func (m DotMap) projection(width, top float64) (at func(lat, lon float64) Point, height float64) {
	south, north, west, east := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	see := func(lat, lon float64) {
		south, north, west, east = math.Min(south, lat), math.Max(north, lat), math.Min(west, lon), math.Max(east, lon)
	}
	for _, d := range m.Dots {
		see(d.Lat, d.Lon)
	}
	for _, s := range m.Sites {
		see(s.Lat, s.Lon)
	}
	shrink := math.Cos((south + north) / 2 * math.Pi / 180)
	// What lies in one place has a scale all the same.
	wide, high := math.Max((east-west)*shrink, 0.01), math.Max(north-south, 0.01)
	edge := margin + 2*siteSize
	scale := math.Min((width-2*edge)/wide, (mapHeight-2*edge)/high)
	left := (width - wide*scale) / 2
	return func(lat, lon float64) Point {
		return Point{left + (lon-west)*shrink*scale, top + edge + (north-lat)*scale}
	}, high*scale + 2*edge
}

func (m DotMap) entries() (es []entry) {
	for i, name := range m.Bands {
		es = append(es, entry{func(o Point) []Mark { return []Mark{dotMark(o, bandLooks[i].shape, bandLooks[i].colour, 3.2)} }, pointSymbol - 3, name})
	}
	for i, name := range m.Kinds {
		es = append(es, entry{func(o Point) []Mark { return []Mark{siteMark(o, i, siteSize)} }, pointSymbol, name})
	}
	return es
}

// ringWidth is the stroke of a dot that is a ring, in px.
const ringWidth = 0.7

func dotMark(o Point, shape dotShape, colour Colour, r float64) Mark {
	switch shape {
	case squareDot:
		return Rect{o.X - r, o.Y - r, 2 * r, 2 * r, Style{Fill: colour}}
	case ringDot:
		return Circle{o, r, Style{Stroke: colour, Width: ringWidth}}
	}
	return Circle{o, r, Style{Fill: colour}}
}

func siteMark(o Point, kind int, r float64) Mark {
	look := siteLooks[kind]
	pts := make([]Point, len(look.points))
	for i, p := range look.points {
		pts[i] = Point{o.X + r*p.X, o.Y + r*p.Y}
	}
	return Path{Points: pts, Closed: true, Style: Style{Fill: look.colour, Stroke: white, Width: 0.8}}
}
