package chart

import "math"

// Looks of the bars' marks.
var (
	whiskerStyle  = Style{Stroke: ink, Width: 1.5}
	whiskerCasing = Style{Stroke: white, Width: 3.5}
	limitStyle    = Style{Stroke: brick, Width: 3}
)

type barsLayout struct {
	Bars
	d    *Drawing
	plot Box
	y    scale
	slot float64 // px from bar to bar
	wide float64 // of a bar
}

// Draw lays the bars out. Errors are of type *Error, joined.
func (b Bars) Draw() (*Drawing, error) {
	if err := b.check(); err != nil {
		return nil, err
	}
	l := &barsLayout{Bars: b, d: b.drawing()}
	d := l.d
	y := d.legend(margin, l.entries()) + 4
	d.text(Point{margin, y + lineStep - 3}, b.Unit, d.Width-2*margin, Text{Size: sizeSmall, Colour: muted})
	y += lineStep + 10
	hi, height := 0.0, min(max(d.Width*0.42, 200), 330)
	for _, bar := range b.Bars {
		hi = math.Max(hi, bar.top())
	}
	ticks, tick := ticksFor(0, hi, height, false), either(b.Tick, b.Value)
	left := max(widest(ticks, tick, sizeSmall), l.heads())
	l.plot = Box{Point{margin + min(left, d.Width*0.22) + 8, y}, Point{d.Width - margin, y + height}}
	l.slot = (l.plot.Max.X - l.plot.Min.X) / float64(len(b.Bars))
	l.wide = min(l.slot*0.6, 56)
	l.y = d.upright(ticks, tick, l.plot)
	for i := range b.Bars {
		l.bar(i)
	}
	d.Height = l.table(l.plot.Max.Y+4) + margin
	return d, nil
}

func (l *barsLayout) centre(i int) float64 { return l.plot.Min.X + (float64(i)+0.5)*l.slot }

func (l *barsLayout) entries() (es []entry) {
	for i, s := range l.Components {
		es = append(es, entry{swatch(series[i]), areaSymbol, s})
	}
	var hasRange, hasLimit bool
	for _, b := range l.Bars.Bars {
		hasRange = hasRange || b.High.IsKnown
		hasLimit = hasLimit || b.Limit.IsKnown
	}
	if hasRange {
		es = append(es, entry{func(o Point) []Mark { return whisker(o.X, o.Y-6, o.Y+6, 4) }, pointSymbol - 3, l.Legend.Range})
	}
	if hasLimit {
		es = append(es, entry{stroke(limitStyle), lineSymbol, l.Legend.Limit})
	}
	return es
}

// whisker is an upright line with caps, cased in white so that it shows on a
// dark bar too.
func whisker(x, top, foot, cap float64) (ms []Mark) {
	for _, s := range []Style{whiskerCasing, whiskerStyle} {
		ms = append(ms,
			Line{Point{x, top}, Point{x, foot}, s},
			Line{Point{x - cap, top}, Point{x + cap, top}, s},
			Line{Point{x - cap, foot}, Point{x + cap, foot}, s})
	}
	return ms
}

func (l *barsLayout) bar(i int) {
	b, x := l.Bars.Bars[i], l.centre(i)
	g := Group{Title: clean(b.Detail)}
	v := 0.0
	for j, p := range b.Parts {
		if !p.IsKnown || p.Value == 0 {
			continue
		}
		top, foot := l.y.at(v+p.Value), l.y.at(v)
		v += p.Value
		g.Marks = append(g.Marks, segment(x-l.wide/2, top, l.wide, foot-top, series[j])...)
	}
	if b.High.IsKnown {
		g.Marks = append(g.Marks, whisker(x, l.y.at(b.High.Value), l.y.at(b.Low.Value), min(5, l.wide/3))...)
	}
	if b.Limit.IsKnown {
		y, half := l.y.at(b.Limit.Value), min(l.slot*0.46, 44)
		g.Marks = append(g.Marks, Line{Point{x - half, y}, Point{x + half, y}, limitStyle})
	}
	if len(g.Marks) > 0 {
		l.d.add(g)
	}
}

// segment is one part of a bar. Outlined looks are drawn half a stroke inside,
// so that every part is as large as its value; a hairline of white parts
// neighbours.
func segment(x, y, w, h float64, s Style) []Mark {
	if in := s.half(); in > 0 && h > 2*s.Width && w > 2*s.Width {
		return []Mark{Rect{x + in, y + in, w - 2*in, h - 2*in, s}}
	} else if in > 0 {
		return []Mark{Rect{x, y, w, h, Style{Fill: s.Stroke}}} // too slim for its hatching
	}
	return []Mark{Rect{x, y, w, h, s}}
}
