package chart

import "github.com/etablera/etablera/internal/civil"

// Looks of the curve's lines.
var (
	curveMedian   = Style{Stroke: navy, Width: 2.25}
	curveBand     = Style{Fill: blueTint, Stroke: blue, Width: 0.75}
	curveBaseline = Style{Stroke: ink, Width: 1.5, Dash: Dashed}
	factStyle     = Style{Fill: green, Stroke: white, Width: 1}
)

const factRadius = 4.0

type curveLayout struct {
	Curve
	d    *Drawing
	plot Box
	x    dateAxis
	y    scale
	end  float64 // where the last values end
	// lines are the drawn lines' pieces, which labels of facts avoid if they can.
	lines []Box
	taken []Box // marks and texts, which they never cover
}

// Draw lays the curve out. Errors are of type *Error, joined.
func (c Curve) Draw() (*Drawing, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	l := &curveLayout{Curve: c, d: c.drawing()}
	d := l.d
	y := d.legend(margin, l.entries()) + 4
	d.text(Point{margin, y + lineStep - 3}, c.Unit, d.Width-2*margin, Text{Size: sizeSmall, Colour: muted})
	y += lineStep + 3
	tag := y
	if y += 7; c.AsOf.IsKnown() {
		y += lineStep
	}
	height := min(max(d.Width*0.42, 200), 330)
	first, last, lo, hi := c.extent()
	ticks := ticksFor(lo, hi, height, c.IsCount)
	l.plot = Box{
		Point{margin + widest(ticks, c.tick(), sizeSmall) + 8, y},
		Point{d.Width - margin - l.endRoom(), y + height},
	}
	if most := d.Width * 0.4; l.plot.Min.X > most {
		l.plot.Min.X = most // a formatter that writes essays gets an ellipsis
	}
	l.x = newDateAxis(first, last, l.plot.Min.X, l.plot.Max.X, c.Dates)
	l.end = l.plot.Max.X
	if c.Until.IsKnown() {
		l.end = l.x.edge(max(c.Until, last) + 1)
	}
	// Level lines of the grid are enough; upright ones only where years meet.
	if l.x.years != nil {
		l.x.lines(d, l.x.years, l.plot.Min.Y, l.plot.Max.Y+lineStep+2, yearLine)
	}
	l.y = d.upright(ticks, c.tick(), l.plot)
	l.x.draw(d, l.plot.Max.Y+2, l.plot.Max.Y, l.plot.Max.Y+4)
	l.asOf(tag)
	l.curves()
	l.facts()
	l.endLabels()
	d.Height = l.plot.Max.Y + 2 + l.x.height() + margin
	return d, nil
}

func (l *curveLayout) entries() (es []entry) {
	if len(l.Forecast) > 0 {
		es = append(es, entry{stroke(curveMedian), lineSymbol, l.Legend.Median})
	}
	if l.hasBand() {
		es = append(es, entry{swatch(Style{Fill: blueTint, Stroke: blue, Width: 1}), areaSymbol, l.Legend.Band})
	}
	if len(l.Baseline) > 0 {
		es = append(es, entry{stroke(curveBaseline), lineSymbol, l.Legend.Baseline})
	}
	if len(l.Facts) > 0 {
		es = append(es, entry{single(func(o Point) Circle { return Circle{o, factRadius, factStyle} }), pointSymbol - 4, l.Legend.Facts})
	}
	return es
}

func (l *curveLayout) asOf(y float64) {
	if !l.AsOf.IsKnown() {
		return
	}
	x := l.x.at(l.AsOf)
	l.d.add(Line{Point{x, y + lineStep + 1}, Point{x, l.plot.Max.Y}, asOfStyle})
	l.lines = append(l.lines, Box{Point{x - 1, l.plot.Min.Y}, Point{x + 1, l.plot.Max.Y}})
	t, ok := label(Point{x, y + lineStep - 3}, l.AsOfTag, l.d.Width-2*margin, Text{Size: sizeSmall, Bold: true, Colour: brick})
	if !ok {
		return
	}
	w := TextWidth(t.Text, t.Size, t.Bold)
	t.At.X = min(max(x-w/2, margin), l.d.Width-margin-w)
	l.d.add(t)
}

// steps turns values into the corners of a step line.
func (l *curveLayout) steps(n int, at func(i int) (civil.Date, float64)) []Point {
	var pts []Point
	for i := range n {
		d, v := at(i)
		p := Point{l.x.edge(d), l.y.at(v)}
		if i > 0 {
			pts = append(pts, Point{p.X, pts[len(pts)-1].Y})
		}
		pts = append(pts, p)
	}
	if n > 0 {
		pts = append(pts, Point{l.end, pts[len(pts)-1].Y})
	}
	return pts
}

func (l *curveLayout) curves() {
	f := l.Forecast
	if l.hasBand() {
		band := l.steps(len(f), func(i int) (civil.Date, float64) { return f[i].From, f[i].High })
		low := l.steps(len(f), func(i int) (civil.Date, float64) { return f[i].From, f[i].Low })
		for i := len(low) - 1; i >= 0; i-- {
			band = append(band, low[i])
		}
		l.d.add(Path{band, true, curveBand})
	}
	if len(l.Baseline) > 0 {
		b := l.Baseline
		l.line(l.steps(len(b), func(i int) (civil.Date, float64) { return b[i].From, b[i].Value }), curveBaseline)
	}
	if len(f) > 0 {
		l.line(l.steps(len(f), func(i int) (civil.Date, float64) { return f[i].From, f[i].Median }), curveMedian)
	}
}

func (l *curveLayout) line(pts []Point, s Style) {
	l.d.add(Path{pts, false, s})
	for i := 1; i < len(pts); i++ {
		l.lines = append(l.lines, Path{Points: pts[i-1 : i+1], Style: s}.Bounds())
	}
}

// facts draws the marks first and then as many labels as have room.
func (l *curveLayout) facts() {
	for _, f := range l.Facts {
		m := Circle{Point{l.x.at(f.At), l.y.at(f.Value)}, factRadius, factStyle}
		l.d.add(m)
		l.taken = append(l.taken, m.Bounds())
	}
	for _, f := range l.Facts {
		s := f.Label
		if s == "" {
			s = l.Value(f.Value)
		}
		if t, ok := l.place(Point{l.x.at(f.At), l.y.at(f.Value)}, s); ok {
			l.d.add(t)
			l.taken = append(l.taken, t.Bounds())
		}
	}
}

// place finds room for a label above, beside or below a mark: first clear of
// everything, then at least clear of marks and other texts. Where there is
// none the label is left out; the table beside the figure has the value.
func (l *curveLayout) place(o Point, s string) (Text, bool) {
	const off = factRadius + 4
	mid := o.Y + sizeSmall*0.35
	t := Text{Size: sizeSmall, Bold: true, Colour: ink, Halo: true}
	spots := []struct {
		at     Point
		anchor Anchor
	}{
		{Point{o.X, o.Y - off}, Middle}, {Point{o.X - off, mid}, End}, {Point{o.X + off, mid}, Start},
		{Point{o.X, o.Y + off + sizeSmall*0.75}, Middle}, {Point{o.X - off/2, o.Y - off/2}, End}, {Point{o.X + off/2, o.Y + off/2 + sizeSmall*0.75}, Start},
		{Point{o.X - 4, o.Y - off}, Start}, {Point{o.X + 4, o.Y - off}, End},
	}
	for _, avoid := range [][]Box{append(l.taken[:len(l.taken):len(l.taken)], l.lines...), l.taken} {
		for _, p := range spots {
			t.Anchor = p.anchor
			t, ok := label(p.at, s, (l.plot.Max.X-l.plot.Min.X)/2, t)
			if ok && t.Bounds().Within(l.plot) && !hits(t.Bounds(), avoid) {
				return t, true
			}
		}
	}
	return Text{}, false
}

func hits(b Box, others []Box) bool {
	for _, o := range others {
		if b.Overlaps(o) {
			return true
		}
	}
	return false
}

// ends returns the last values of the median and the baseline as texts.
func (l *curveLayout) ends() (median, baseline string) {
	if n := len(l.Forecast); n > 0 {
		median = clean(l.Value(l.Forecast[n-1].Median))
	}
	if n := len(l.Baseline); n > 0 {
		baseline = clean(l.Value(l.Baseline[n-1].Value))
	}
	if median == baseline {
		baseline = ""
	}
	return median, baseline
}

func (l *curveLayout) endRoom() float64 {
	median, baseline := l.ends()
	w := max(TextWidth(median, sizeSmall, true), TextWidth(baseline, sizeSmall, false))
	return min(w+6, l.d.Width*0.2)
}

// endLabels writes the last values at the right of the lines, moved apart
// where they would touch.
func (l *curveLayout) endLabels() {
	median, baseline := l.ends()
	x, room := l.plot.Max.X+6, l.endRoom()-6+0.01
	var ym, yb float64
	if median != "" {
		ym = l.y.at(l.Forecast[len(l.Forecast)-1].Median)
	}
	if baseline != "" {
		yb = l.y.at(l.Baseline[len(l.Baseline)-1].Value)
	}
	if median != "" && baseline != "" && yb < ym {
		yb, ym = apart(yb, ym, l.plot.Min.Y)
	} else if median != "" && baseline != "" {
		ym, yb = apart(ym, yb, l.plot.Min.Y)
	}
	l.d.text(Point{x, yb + sizeSmall*0.35}, baseline, room, Text{Size: sizeSmall, Colour: muted})
	l.d.text(Point{x, ym + sizeSmall*0.35}, median, room, Text{Size: sizeSmall, Bold: true, Colour: navy})
}

// apart moves the upper of two lines of text up, but not above top, and then
// the lower one down until they do not touch.
func apart(upper, lower, top float64) (u, v float64) {
	const least = sizeSmall*(ascent+descent) + 0.1
	if lower-upper < least {
		upper = max(top, lower-least)
		lower = max(lower, upper+least)
	}
	return upper, lower
}
