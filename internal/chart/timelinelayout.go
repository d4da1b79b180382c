package chart

import "github.com/etablera/etablera/internal/civil"

// Looks of the timeline's marks.
var (
	workStyle     = Style{Fill: slate}
	bandStyle     = Style{Fill: blueTint, Stroke: blue, Width: 1}
	medianStyle   = Style{Stroke: navy, Width: 2.5}
	baselineStyle = Style{Stroke: ink, Width: 1.5}
	actualStyle   = Style{Fill: green}
	asOfStyle     = Style{Stroke: brick, Width: 1.5, Dash: Dashed}
	windowStyle   = Style{Fill: window}
	windowEdge    = Style{Stroke: slate, Width: 1}
)

// A timelineLayout holds the measures of one timeline in px.
type timelineLayout struct {
	Timeline
	d        *Drawing
	isNarrow bool
	size     float64 // of the rows' labels
	step     float64 // from row to row
	left     float64 // of the plot
	right    float64
	notes    float64 // width of the column of notes, 0 for none
	axis     dateAxis
	hasAxis  bool
}

// Draw lays the timeline out. Errors are of type *Error, joined.
func (t Timeline) Draw() (*Drawing, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	l := t.layout()
	d := l.d
	y := d.legend(margin, l.entries()) + 6
	first, last := t.extent()
	if l.hasAxis = first.IsKnown(); l.hasAxis {
		l.axis = newDateAxis(first, last, l.left+8, l.right-8, t.Dates)
	}
	// Height is known only after the rows are placed, and the lines behind the
	// rows need it: so places first, then marks from back to front.
	top := y
	if l.hasAxis {
		top += l.axis.height()
	}
	body := top
	if t.AsOf.IsKnown() {
		body += lineStep + 2
	}
	spots, bottom := l.spots(body)
	l.back(spots, y, top, body, bottom)
	for _, s := range spots {
		l.row(s)
	}
	d.Height = bottom + margin
	if l.hasAxis && l.rows() > 30 {
		l.axis.names(d, l.axis.fine, bottom+lineStep-2)
		d.Height += lineStep
		if l.axis.years != nil {
			l.axis.names(d, l.axis.years, bottom+2*lineStep-2)
			d.Height += lineStep
		}
	}
	return d, nil
}

func (t Timeline) rows() (n int) {
	for _, g := range t.Groups {
		n += len(g.Rows)
	}
	return n
}

func (t Timeline) layout() *timelineLayout {
	l := &timelineLayout{Timeline: t, d: t.drawing(), size: sizeBody, step: 21}
	w := l.d.Width
	l.isNarrow = w < narrowWidth
	if t.rows() > 40 { // so that sixty rows still fit a page
		l.size, l.step = 11, 14.5
	}
	labels := 0.0
	for _, g := range t.Groups {
		for _, r := range g.Rows {
			labels = max(labels, TextWidth(clean(r.Label), l.size, false))
			l.notes = max(l.notes, TextWidth(clean(r.Note), sizeSmall, false))
		}
	}
	l.left, l.right = margin, w-margin
	if l.isNarrow {
		l.notes = min(l.notes, w*0.42)
		l.step += l.size + 4
		return l
	}
	l.notes = min(l.notes, w*0.24)
	l.left += min(labels, w*0.3) + 10
	if l.notes > 0 {
		l.right -= l.notes + 10
	}
	return l
}

// A spot is where a heading (row is nil) or a row stands.
type spot struct {
	group       *TimelineGroup
	row         *TimelineRow
	top, bottom float64
	groupBottom float64 // of a heading: where its rows end
}

func (l *timelineLayout) spots(y float64) (spots []spot, bottom float64) {
	for i := range l.Groups {
		g := &l.Groups[i]
		head := -1
		if clean(g.Heading) != "" || g.Window.IsKnown() {
			if i > 0 {
				y += 8
			}
			height := l.size + 10
			if l.isNarrow && g.WindowTag != "" {
				height += lineStep
			}
			head = len(spots)
			spots = append(spots, spot{group: g, top: y, bottom: y + height})
			y += height
		}
		for j := range g.Rows {
			spots = append(spots, spot{group: g, row: &g.Rows[j], top: y, bottom: y + l.step})
			y += l.step
		}
		if head >= 0 {
			spots[head].groupBottom = y
		}
	}
	return spots, y
}

// back draws what lies behind the rows: window shading, the axis, lines
// between the rows, the as-of line.
func (l *timelineLayout) back(spots []spot, axisTop, top, body, bottom float64) {
	d := l.d
	if l.hasAxis {
		for _, s := range spots {
			if s.row == nil && s.group.Window.IsKnown() {
				from, to := l.windowEdges(s.group.Window)
				d.add(Rect{from, s.bottom - 2, to - from, s.groupBottom - s.bottom + 2, windowStyle})
			}
		}
		l.axis.draw(d, axisTop, top, bottom)
	}
	d.add(Line{Point{margin, bottom}, Point{d.Width - margin, bottom}, Style{Stroke: axis, Width: 1}})
	d.add(Line{Point{margin, top}, Point{d.Width - margin, top}, Style{Stroke: axis, Width: 1}})
	for _, s := range spots {
		if s.row != nil && s.bottom < bottom {
			d.add(Line{Point{margin, s.bottom}, Point{d.Width - margin, s.bottom}, Style{Stroke: grid, Width: 1}})
		}
	}
	if l.AsOf.IsKnown() {
		x := l.axis.at(l.AsOf)
		d.add(Line{Point{x, body - 1}, Point{x, bottom}, asOfStyle})
		d.add(l.besides(x, top+lineStep-2, l.AsOfTag, Text{Size: sizeSmall, Bold: true, Colour: brick})...)
	}
}

// besides centres a text on x as far as the plot lets it.
func (l *timelineLayout) besides(x, y float64, s string, t Text) []Mark {
	from, to := l.left, l.right
	t, ok := label(Point{x, y}, s, to-from, t)
	if !ok {
		return nil
	}
	w := TextWidth(t.Text, t.Size, t.Bold)
	t.At.X = min(max(x-w/2, from), to-w)
	return []Mark{t}
}

// windowEdges returns where a window's shading begins and ends; an open end
// reaches the end of the axis.
func (l *timelineLayout) windowEdges(s civil.Span) (from, to float64) {
	from, to = l.axis.scale.from, l.axis.scale.to
	if s.First.IsKnown() {
		from = l.axis.edge(s.First)
	}
	if s.Last.IsKnown() {
		to = l.axis.edge(s.Last + 1)
	}
	return from, to
}

func (l *timelineLayout) entries() (es []entry) {
	u, g := l.uses(), l.Legend
	if u.work {
		es = append(es, entry{single(func(o Point) Rect { return Rect{o.X - 12, o.Y - 2, 24, 4, workStyle} }), lineSymbol, g.Work})
	}
	if u.forecast {
		es = append(es, entry{swatch(bandStyle), areaSymbol, g.Forecast})
	}
	if u.median {
		es = append(es, entry{single(func(o Point) Line {
			return Line{Point{o.X, o.Y - 6.5}, Point{o.X, o.Y + 6.5}, medianStyle}
		}), pointSymbol - 6, g.Median})
	}
	if u.baseline {
		es = append(es, entry{single(diamond), pointSymbol, g.Baseline})
	}
	if u.actual {
		es = append(es, entry{single(disc), pointSymbol - 5, g.Actual})
	}
	if u.window {
		es = append(es, entry{windowSymbol, areaSymbol, g.Window})
	}
	return es
}

func windowSymbol(o Point) []Mark {
	return []Mark{
		Rect{o.X - 10, o.Y - 6, 20, 12, windowStyle},
		Line{Point{o.X - 10, o.Y - 6}, Point{o.X - 10, o.Y + 6}, windowEdge},
		Line{Point{o.X + 10, o.Y - 6}, Point{o.X + 10, o.Y + 6}, windowEdge},
	}
}

// diamond and disc fit into each other, so that both show where an event came
// on the planned day.
func diamond(o Point) Path {
	const r = 6.0
	return Path{[]Point{{o.X, o.Y - r}, {o.X + r, o.Y}, {o.X, o.Y + r}, {o.X - r, o.Y}}, true, baselineStyle}
}

func disc(o Point) Circle { return Circle{o, 3.6, actualStyle} }
