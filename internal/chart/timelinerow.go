package chart

import "github.com/etablera/etablera/internal/civil"

// row draws a heading or a row with all its marks.
func (l *timelineLayout) row(s spot) {
	if s.row == nil {
		l.heading(s)
		return
	}
	g := Group{Title: clean(s.row.Detail)}
	take := func(ms ...Mark) { g.Marks = append(g.Marks, ms...) }
	y := (s.top + s.bottom) / 2
	base := y + l.size*0.35
	labelRoom := l.left - 10 - margin
	if l.isNarrow {
		base = s.top + l.size + 1
		y = (base + descent*l.size + s.bottom) / 2
		labelRoom = l.right - l.left
		if s.row.Note != "" {
			labelRoom -= l.notes + 8
		}
	}
	if t, ok := label(Point{margin, base}, s.row.Label, labelRoom, Text{Size: l.size, Halo: l.isNarrow}); ok {
		take(t)
	}
	if t, ok := label(Point{l.d.Width - margin, base}, s.row.Note, l.notes+0.01, Text{Size: min(sizeSmall, l.size), Anchor: End, Colour: muted, Halo: l.isNarrow}); ok {
		take(t)
	}
	if s.row.isBlank() {
		if t, ok := label(Point{l.left + 8, y + sizeSmall*0.35}, l.Unknown, l.right-l.left-16, Text{Size: sizeSmall, Colour: muted, Halo: true}); ok {
			take(t)
		}
	} else {
		take(l.marks(s.row, y)...)
	}
	if len(g.Marks) > 0 {
		l.d.add(g)
	}
}

func (l *timelineLayout) marks(r *TimelineRow, y float64) (ms []Mark) {
	at := l.axis.at
	if end := r.end(); r.Start.IsKnown() && end > r.Start {
		ms = append(ms, Rect{at(r.Start), y - 2, at(end) - at(r.Start), 4, workStyle})
	} else if r.Start.IsKnown() {
		// Only the beginning is known: a stub, so that the row is not empty.
		ms = append(ms, Rect{at(r.Start), y - 5, 2, 10, workStyle})
	}
	if r.Low.IsKnown() && r.High.IsKnown() {
		from := at(r.Low)
		ms = append(ms, Rect{from, y - 5, max(at(r.High)-from, 1), 10, bandStyle})
	}
	if r.Median.IsKnown() {
		x := at(r.Median)
		ms = append(ms, Line{Point{x, y - 6.5}, Point{x, y + 6.5}, medianStyle})
	}
	ms = append(ms, l.event(r.Baseline, y, baselineStyle.Stroke, func(o Point) Mark { return diamond(o) })...)
	return append(ms, l.event(r.Actual, y, actualStyle.Fill, func(o Point) Mark { return disc(o) })...)
}

// event draws a symbol at the middle of a span and, where the day is not
// known, a thin capped line over the span; an open end goes on a little, dotted.
func (l *timelineLayout) event(s civil.Span, y float64, col Colour, symbol func(Point) Mark) (ms []Mark) {
	if !s.IsKnown() {
		return nil
	}
	const stub = 14
	mid := l.axis.at(s.Middle())
	style := Style{Stroke: col, Width: 1}
	from, to := mid, mid
	switch {
	case !s.First.IsKnown():
		from, style.Dash = max(mid-stub, l.left), Dotted
	case !s.Last.IsKnown():
		to, style.Dash = min(mid+stub, l.right), Dotted
	case !s.IsExact():
		from, to = l.axis.at(s.First), l.axis.at(s.Last)
		for _, x := range []float64{from, to} {
			ms = append(ms, Line{Point{x, y - 4}, Point{x, y + 4}, style})
		}
	}
	if to > from {
		ms = append(ms, Line{Point{from, y}, Point{to, y}, style})
	}
	return append(ms, symbol(Point{mid, y}))
}

// heading draws a group's heading, and over its window the window's label.
func (l *timelineLayout) heading(s spot) {
	g, d := s.group, l.d
	base := s.top + l.size + 4
	room := d.Width - 2*margin
	if g.Window.IsKnown() && l.hasAxis {
		from, to := l.windowEdges(g.Window)
		if g.Window.First.IsKnown() {
			d.add(Line{Point{from, s.bottom - 2}, Point{from, s.groupBottom}, windowEdge})
		}
		if g.Window.Last.IsKnown() {
			d.add(Line{Point{to, s.bottom - 2}, Point{to, s.groupBottom}, windowEdge})
		}
		d.add(Line{Point{from, s.bottom - 2}, Point{to, s.bottom - 2}, windowEdge})
		for _, m := range l.besides((from+to)/2, s.bottom-6, g.WindowTag, Text{Size: sizeSmall, Colour: muted, Halo: true}) {
			d.add(m)
			if !l.isNarrow {
				room = m.Bounds().Min.X - margin - 10
			}
		}
	}
	d.text(Point{margin, base}, g.Heading, room, Text{Size: l.size, Bold: true})
}
