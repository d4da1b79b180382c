package chart

import (
	"fmt"
	"math"
)

// MaxRanges is how many rows a chart of ranges may have.
const MaxRanges = 100

// Ranges are level bars from a low to a high value with a mark between, one
// row each, on a shared axis.
type Ranges struct {
	Options
	Unit      string // over the axis, such as "Miljoner kronor per år"
	Value     func(float64) string
	Tick      func(float64) string // for the axis; nil: as Value
	Rows      []Range
	FromZero  bool   // begin the axis at zero
	Reference Number // an upright line, such as a limit
	Legend    RangesLegend
	Unknown   string // stands in a row in which nothing is known
}

// A RangesLegend says what the marks stand for. Texts for marks that do not
// occur may be empty.
type RangesLegend struct{ Range, Mid, Reference string }

// A Range is one row. Low and High are known both or neither; Mid may stand alone.
type Range struct {
	Label, Note, Detail string
	Low, Mid, High      Number
}

func (r Range) isBlank() bool { return !r.Mid.IsKnown && !r.Low.IsKnown }

func (r Ranges) check() error {
	c := &checks{id: r.ID}
	c.options(r.Options)
	c.text("unit", r.Unit)
	if r.Value == nil {
		c.bad("value", KeyEmpty, "no function", "a function that writes a value")
	}
	if len(r.Rows) == 0 {
		c.bad("rows", KeyEmpty, "no rows", "at least one row")
	}
	c.atMost("rows", len(r.Rows), MaxRanges)
	var hasRange, hasMid, hasBlank bool
	for i, row := range r.Rows {
		place := fmt.Sprintf("rows[%d]", i)
		c.text(place+".label", row.Label)
		for _, n := range []Number{row.Low, row.Mid, row.High} {
			c.number(place, n)
		}
		c.ordered(place, row.Low, row.Mid, row.High)
		if row.Low.IsKnown != row.High.IsKnown {
			c.bad(place+".low", KeyOrder, "one end of the range", "both Low and High, or neither")
		}
		hasRange = hasRange || row.Low.IsKnown
		hasMid = hasMid || row.Mid.IsKnown
		hasBlank = hasBlank || row.isBlank()
	}
	c.number("reference", r.Reference)
	if hasRange {
		c.text("legend.range", r.Legend.Range)
	}
	if hasMid {
		c.text("legend.mid", r.Legend.Mid)
	}
	if hasBlank {
		c.text("unknown", r.Unknown)
	}
	if r.Reference.IsKnown {
		c.text("legend.reference", r.Legend.Reference)
	}
	return c.err()
}

func (r Ranges) extent() (lo, hi float64, isKnown bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	see := func(n Number) {
		if n.IsKnown {
			lo, hi = math.Min(lo, n.Value), math.Max(hi, n.Value)
		}
	}
	see(r.Reference)
	for _, row := range r.Rows {
		see(row.Low)
		see(row.Mid)
		see(row.High)
	}
	if math.IsInf(lo, 0) {
		return 0, 1, false
	}
	if r.FromZero {
		lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	}
	return lo, hi, true
}

type rangesLayout struct {
	Ranges
	d           *Drawing
	isNarrow    bool
	step        float64
	left, right float64
	notes       float64
	x           scale
}

// Draw lays the ranges out. Errors are of type *Error, joined.
func (r Ranges) Draw() (*Drawing, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	l := &rangesLayout{Ranges: r, d: r.drawing(), step: 24}
	l.columns()
	d := l.d
	y := d.legend(margin, l.entries()) + 4
	d.text(Point{l.left, y + lineStep - 3}, r.Unit, d.Width-margin-l.left, Text{Size: sizeSmall, Colour: muted})
	y += lineStep + 4
	bottom := y + l.step*float64(len(r.Rows))
	if l.levelAxis(y, bottom) {
		d.Height = bottom + lineStep + 6 + margin
	} else {
		d.Height = bottom + margin
	}
	for i := range r.Rows {
		l.row(&r.Rows[i], y+float64(i)*l.step)
	}
	return d, nil
}

func (l *rangesLayout) columns() {
	w, labels := l.d.Width, 0.0
	for _, r := range l.Rows {
		labels = max(labels, TextWidth(clean(r.Label), sizeBody, false))
		l.notes = max(l.notes, TextWidth(clean(r.Note), sizeSmall, false))
	}
	l.left, l.right = margin, w-margin
	if l.isNarrow = w < narrowWidth; l.isNarrow {
		l.notes = min(l.notes, w*0.42)
		l.step += lineStep - 4
		return
	}
	l.notes = min(l.notes, w*0.24)
	l.left += min(labels, w*0.35) + 12
	if l.notes > 0 {
		l.right -= l.notes + 10
	}
}

// levelAxis draws values below the rows and thin lines up through them, and
// says whether there was anything to put on an axis.
func (l *rangesLayout) levelAxis(top, bottom float64) bool {
	lo, hi, isKnown := l.extent()
	if !isKnown {
		return false
	}
	ticks, format := Ticks(lo, hi, 2, false), either(l.Tick, l.Value)
	for most := 10; most >= 2; most-- {
		ticks = Ticks(lo, hi, most, false)
		w := widest(ticks, format, sizeSmall)
		if (w+14)*float64(len(ticks)) <= l.right-l.left {
			break
		}
	}
	inset := min(max(widest(ticks, format, sizeSmall)/2, 8), (l.right-l.left)/4)
	l.x = scale{ticks[0], ticks[len(ticks)-1], l.left + inset, l.right - inset}
	room := (l.x.to-l.x.from)/float64(len(ticks)-1) - 6
	for _, v := range ticks {
		x := l.x.at(v)
		style := Style{Stroke: grid, Width: 1}
		if v == 0 {
			style.Stroke = axis
		}
		l.gridLine(x, top, bottom, style)
		l.d.text(Point{x, bottom + lineStep + 2}, format(v), min(room, 2*inset+0.01), Text{Size: sizeSmall, Anchor: Middle, Colour: muted})
	}
	l.d.add(Line{Point{l.left, bottom}, Point{l.right, bottom}, Style{Stroke: axis, Width: 1}})
	if l.Reference.IsKnown {
		x := l.x.at(l.Reference.Value)
		l.d.add(Line{Point{x, top}, Point{x, bottom}, asOfStyle})
	}
	return true
}

// gridLine goes through all rows, but on a narrow chart leaves out the labels,
// which stand above the bars there.
func (l *rangesLayout) gridLine(x, top, bottom float64, s Style) {
	if !l.isNarrow {
		l.d.add(Line{Point{x, top}, Point{x, bottom + 4}, s})
		return
	}
	for i := range l.Rows {
		y := top + float64(i)*l.step
		l.d.add(Line{Point{x, y + sizeBody + 5}, Point{x, y + l.step}, s})
	}
	l.d.add(Line{Point{x, bottom}, Point{x, bottom + 4}, s})
}

func (l *rangesLayout) entries() (es []entry) {
	var hasRange, hasMid bool
	for _, r := range l.Rows {
		hasRange = hasRange || r.Low.IsKnown
		hasMid = hasMid || r.Mid.IsKnown
	}
	if hasRange {
		es = append(es, entry{swatch(bandStyle), areaSymbol, l.Legend.Range})
	}
	if hasMid {
		es = append(es, entry{single(midMark), pointSymbol - 5, l.Legend.Mid})
	}
	if l.Reference.IsKnown {
		es = append(es, entry{stroke(asOfStyle), lineSymbol, l.Legend.Reference})
	}
	return es
}

func midMark(o Point) Line {
	return Line{Point{o.X, o.Y - 7.5}, Point{o.X, o.Y + 7.5}, Style{Stroke: navy, Width: 3}}
}

func (l *rangesLayout) row(r *Range, top float64) {
	g := Group{Title: clean(r.Detail)}
	y := top + l.step/2
	base, room := y+sizeBody*0.35, l.left-12-margin
	if l.isNarrow {
		base, y = top+sizeBody+2, top+l.step-10.5
		room = l.right - l.left
		if r.Note != "" {
			room -= l.notes + 8
		}
	}
	if t, ok := label(Point{margin, base}, r.Label, room, Text{Size: sizeBody, Halo: l.isNarrow}); ok {
		g.Marks = append(g.Marks, t)
	}
	if t, ok := label(Point{l.d.Width - margin, base}, r.Note, l.notes+0.01, Text{Size: sizeSmall, Anchor: End, Colour: muted, Halo: l.isNarrow}); ok {
		g.Marks = append(g.Marks, t)
	}
	if r.Low.IsKnown {
		from := l.x.at(r.Low.Value)
		g.Marks = append(g.Marks, Rect{from, y - 5.5, max(l.x.at(r.High.Value)-from, 1), 11, bandStyle})
	}
	if r.Mid.IsKnown {
		g.Marks = append(g.Marks, midMark(Point{l.x.at(r.Mid.Value), y}))
	}
	if r.isBlank() {
		from := max(l.left, l.x.from) + 6
		if t, ok := label(Point{from, y + sizeSmall*0.35}, l.Unknown, l.right-from, Text{Size: sizeSmall, Colour: muted, Halo: true}); ok {
			g.Marks = append(g.Marks, t)
		}
	}
	if len(g.Marks) > 0 {
		l.d.add(g)
	}
}
