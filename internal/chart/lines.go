package chart

import (
	"fmt"
	"math"
)

// MaxLines is how many lines a chart of lines may have.
const MaxLines = 4

// Lines show how something rises or falls along a number, such as the share of
// people within so many minutes.
type Lines struct {
	Options
	Unit   string // over the upright axis
	Along  string // below the level axis, with its unit
	Value  func(float64) string
	XValue func(float64) string
	Lines  []NamedLine
}

// A NamedLine is points joined by straight strokes; X rises.
type NamedLine struct {
	Name   string
	Points []Point
}

// lineLooks are the looks of lines in their order: colour and dash change together.
var lineLooks = [MaxLines]Style{
	{Stroke: ink, Width: 1.5, Dash: Dashed}, {Stroke: navy, Width: 2.25}, {Stroke: plum, Width: 1.75, Dash: Dotted}, {Stroke: ochre, Width: 1.25},
}

func (l Lines) check() error {
	c := &checks{id: l.ID}
	c.options(l.Options)
	c.text("unit", l.Unit)
	c.text("along", l.Along)
	if l.Value == nil || l.XValue == nil {
		c.bad("value", KeyEmpty, "no function", "functions that write values")
	}
	if len(l.Lines) == 0 {
		c.bad("lines", KeyEmpty, "no lines", "at least one")
	}
	c.atMost("lines", len(l.Lines), MaxLines)
	for i, line := range l.Lines {
		place := fmt.Sprintf("lines[%d]", i)
		c.text(place+".name", line.Name)
		if len(line.Points) == 0 {
			c.bad(place, KeyEmpty, "no points", "at least one")
		}
		c.atMost(place, len(line.Points), MaxPoints)
		last := math.Inf(-1)
		for _, p := range line.Points {
			c.finite(place, p.X, p.Y)
			if p.X < last {
				c.bad(place, KeyOrder, number(p.X)+" after "+number(last), "rising values")
				break
			}
			last = p.X
		}
	}
	return c.err()
}

// Draw lays the lines out; both axes begin at zero where nothing is below it.
// Errors are of type *Error, joined.
func (l Lines) Draw() (*Drawing, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	d := l.drawing()
	var es []entry
	for i, line := range l.Lines {
		symbol := stroke(lineLooks[i])
		if len(line.Points) == 1 {
			symbol = func(o Point) []Mark { return plus(o, lineLooks[i]) }
		}
		es = append(es, entry{symbol, lineSymbol, line.Name})
	}
	y := d.legend(d.heading(margin, l.Heading), es) + 4
	d.text(Point{margin, y + lineStep - 3}, l.Unit, d.Width-2*margin, Text{Size: sizeSmall, Colour: muted})
	y += lineStep + 10
	height := min(max(d.Width*0.42, 200), 330)
	x0, x1, y0, y1 := l.extent()
	ticks := ticksFor(y0, y1, height, false)
	plot := Box{Point{min(margin+widest(ticks, l.Value, sizeSmall)+8, d.Width*0.4), y}, Point{d.Width - margin, y + height}}
	up := d.upright(ticks, l.Value, plot)
	along := l.level(d, x0, x1, plot)
	for i, line := range l.Lines {
		pts := make([]Point, len(line.Points))
		for k, p := range line.Points {
			pts[k] = Point{along.at(p.X), up.at(p.Y)}
		}
		marks := []Mark{Path{Points: pts, Style: lineLooks[i]}}
		if len(pts) == 1 {
			marks = plus(pts[0], lineLooks[i])
		}
		d.add(Group{Title: clean(line.Name), Marks: marks})
	}
	d.text(Point{d.Width - margin, plot.Max.Y + 2*lineStep + 6}, l.Along, d.Width-2*margin, Text{Size: sizeSmall, Anchor: End, Colour: muted})
	d.Height = plot.Max.Y + 2*lineStep + 10 + margin
	return d, nil
}

// plus marks a line of one point, which has no length to be seen by.
func plus(at Point, s Style) []Mark {
	const arm = 6
	s.Dash = Solid
	return []Mark{
		Path{Points: []Point{{at.X - arm, at.Y}, {at.X + arm, at.Y}}, Style: s},
		Path{Points: []Point{{at.X, at.Y - arm}, {at.X, at.Y + arm}}, Style: s},
	}
}

func (l Lines) extent() (x0, x1, y0, y1 float64) {
	for _, line := range l.Lines {
		for _, p := range line.Points {
			x0, x1, y0, y1 = math.Min(x0, p.X), math.Max(x1, p.X), math.Min(y0, p.Y), math.Max(y1, p.Y)
		}
	}
	return x0, x1, y0, y1
}

// level draws the axis below the plot.
func (l Lines) level(d *Drawing, lo, hi float64, plot Box) scale {
	ticks := Ticks(lo, hi, 2, false)
	for most := 12; most >= 2; most-- {
		ticks = Ticks(lo, hi, most, false)
		if (widest(ticks, l.XValue, sizeSmall)+14)*float64(len(ticks)) <= plot.Max.X-plot.Min.X {
			break
		}
	}
	inset := min(max(widest(ticks, l.XValue, sizeSmall)/2, 8), (plot.Max.X-plot.Min.X)/4)
	s := scale{ticks[0], ticks[len(ticks)-1], plot.Min.X + inset, plot.Max.X - inset}
	room := (s.to-s.from)/float64(max(len(ticks)-1, 1)) - 6
	for _, v := range ticks {
		x := s.at(v)
		d.add(Line{Point{x, plot.Min.Y}, Point{x, plot.Max.Y + 4}, Style{Stroke: grid, Width: 1}})
		d.text(Point{x, plot.Max.Y + lineStep + 2}, l.XValue(v), min(room, 2*inset+0.01), Text{Size: sizeSmall, Anchor: Middle, Colour: muted})
	}
	return s
}
