package chart

import (
	"math"
)

// Looks of the bars' marks.
var (
	whiskerStyle  = Style{Stroke: ink, Width: 1.5}
	whiskerCasing = Style{Stroke: white, Width: 4}
	limitStyle    = Style{Stroke: brick, Width: 3}
)

type barsLayout struct {
	Bars
	d    *Drawing
	plot Box
	y    scale
	slot float64 // px from bar to bar
	wide float64 // of a bar
	// valued says whether every sum's text fits over its bar; if one does not,
	// none is written, so that none seems to be missing.
	valued bool
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
	y += lineStep + 4
	hi, height := 0.0, min(max(d.Width*0.42, 200), 330)
	for _, bar := range b.Bars {
		hi = math.Max(hi, bar.top())
	}
	ticks := ticksFor(0, hi, height, false)
	l.plot.Min.X = min(margin+widest(ticks, b.Value, sizeSmall)+8, d.Width*0.4)
	l.plot.Max.X = d.Width - margin
	l.slot = (l.plot.Max.X - l.plot.Min.X) / float64(len(b.Bars))
	l.wide = min(l.slot*0.6, 56)
	marks := l.unknownLimits(y)
	d.add(marks...)
	for _, m := range marks {
		y = math.Max(y, m.Bounds().Max.Y)
	}
	l.plot.Min.Y = y + 22 // for the sum over a bar that reaches the top
	l.plot.Max.Y = l.plot.Min.Y + height
	l.y = d.upright(ticks, b.Value, l.plot)
	l.valued = l.sumsFit()
	for i := range b.Bars {
		l.bar(i)
	}
	d.Height = l.labels(l.plot.Max.Y+4) + margin
	return d, nil
}

func (l *barsLayout) centre(i int) float64 { return l.plot.Min.X + (float64(i)+0.5)*l.slot }

// unknownLimits writes the caller's words over the bars that have no limit.
func (l *barsLayout) unknownLimits(y float64) (marks []Mark) {
	if !l.HasLimits {
		return nil
	}
	for i, bar := range l.Bars.Bars {
		if bar.Limit.IsKnown {
			continue
		}
		for k, line := range wrap(l.UnknownLimit, sizeSmall, false, l.slot-4, 3) {
			at := Point{l.centre(i), y + float64(k+1)*(lineStep-1) - 2}
			if t, ok := label(at, line, l.slot-4, Text{Size: sizeSmall, Anchor: Middle, Colour: brick}); ok {
				marks = append(marks, t)
			}
		}
	}
	return marks
}

func (l *barsLayout) entries() (es []entry) {
	for i, s := range l.Components {
		es = append(es, entry{swatch(series[i]), s})
	}
	var hasRange, hasLimit bool
	for _, b := range l.Bars.Bars {
		hasRange = hasRange || b.High.IsKnown
		hasLimit = hasLimit || b.Limit.IsKnown
	}
	if hasRange {
		es = append(es, entry{func(o Point) []Mark { return whisker(o.X, o.Y-6, o.Y+6, 4) }, l.Legend.Range})
	}
	if hasLimit {
		es = append(es, entry{stroke(limitStyle), l.Legend.Limit})
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

func (l *barsLayout) sumText(b Bar) string {
	if v, isWhole := b.sum(); isWhole {
		return l.Value(v)
	}
	return l.UnknownSum
}

func (l *barsLayout) sumsFit() bool {
	for _, b := range l.Bars.Bars {
		if TextWidth(clean(l.sumText(b)), sizeSmall, true) > l.slot-4 {
			return false
		}
	}
	return true
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
	top := l.y.at(v)
	if b.High.IsKnown {
		g.Marks = append(g.Marks, whisker(x, l.y.at(b.High.Value), l.y.at(b.Low.Value), min(5, l.wide/3))...)
		top = min(top, l.y.at(b.High.Value)-1)
	}
	if l.valued {
		foot := top - 5
		if y := l.y.at(b.Limit.Value); b.Limit.IsKnown && y < foot+sizeSmall*descent+3 && y > foot-sizeSmall*ascent-3 {
			foot = y - 6 // clear of the limit's line
		}
		if t, ok := label(Point{x, foot}, l.sumText(b), l.slot-4+0.01, Text{Size: sizeSmall, Bold: true, Anchor: Middle, Halo: true}); ok {
			g.Marks = append(g.Marks, t)
		}
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

// labels names the bars and, below, their groups; it returns where they end.
func (l *barsLayout) labels(y float64) float64 {
	names := make([]string, len(l.Bars.Bars))
	w := 0.0
	hasGroups := false
	for i, b := range l.Bars.Bars {
		names[i] = clean(b.Label)
		w = max(w, TextWidth(names[i], sizeSmall, false))
		hasGroups = hasGroups || clean(b.Group) != ""
	}
	// Names of a slot's width or less stand under every bar; longer ones in two
	// lines if that helps, else under every second, third … bar.
	lines, step := 1, 1
	if w > l.slot-6 {
		if l.slot >= 44 {
			lines = 3
		} else {
			step = labelled(l.slot, min(w, 3*l.slot))
		}
	}
	used := 1
	for i := 0; i < len(names); i += step {
		parts := wrap(names[i], sizeSmall, false, float64(step)*l.slot-6, lines)
		used = max(used, len(parts))
		for k, part := range parts {
			at := l.centre(i)
			t, ok := label(Point{at, y + float64(k+1)*(lineStep-1)}, part, float64(step)*l.slot-6, Text{Size: sizeSmall, Anchor: Middle, Colour: muted})
			if ok {
				l.d.add(l.kept(t))
			}
		}
	}
	y += float64(used)*(lineStep-1) + 3
	if !hasGroups {
		return y + 2
	}
	return l.groups(y)
}

// kept moves a centred text so that it stays between the drawing's margins.
func (l *barsLayout) kept(t Text) Text {
	w := TextWidth(t.Text, t.Size, t.Bold)
	t.At.X = min(max(t.At.X, margin+w/2), l.d.Width-margin-w/2)
	return t
}

func (l *barsLayout) groups(y float64) float64 {
	bars := l.Bars.Bars
	for i := 0; i < len(bars); {
		k := i + 1
		for k < len(bars) && bars[k].Group == bars[i].Group {
			k++
		}
		from, to := l.centre(i)-l.slot/2+3, l.centre(k-1)+l.slot/2-3
		if clean(bars[i].Group) != "" {
			l.d.add(Line{Point{from, y + 2}, Point{to, y + 2}, Style{Stroke: axis, Width: 1}})
			l.d.text(Point{(from + to) / 2, y + lineStep}, bars[i].Group, to-from, Text{Size: sizeSmall, Anchor: Middle, Colour: muted})
		}
		i = k
	}
	return y + lineStep + 4
}
