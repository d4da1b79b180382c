package chart

import (
	"fmt"
	"strconv"
)

// A Tone says how good or bad a segment is; it gives colour and shape.
type Tone uint8

// The tones. Each has a shape of its own: a disc, a half disc, a triangle, a
// square on its corner, a ring with a dashed edge, a small bar.
const (
	Good Tone = iota
	Fair
	Warning
	Bad
	Unknown
	Idle // not yet due, not applicable
)

// toneLooks are the fill, the outline and the colour of text on the fill.
var toneLooks = [...]struct{ fill, edge, text Colour }{
	Good:    {green, green, white},
	Fair:    {teal, teal, white},
	Warning: {"#f4d58d", ochre, ink},
	Bad:     {brick, brick, white},
	Unknown: {white, grey, ink},
	Idle:    {"#e8eaed", axis, ink},
}

func (t Tone) style() Style {
	s := Style{Fill: toneLooks[t].fill, Stroke: toneLooks[t].edge, Width: 1}
	if t == Unknown {
		s.Dash = Dotted
	}
	return s
}

// A Strip is one bar cut into segments by count: how many things are in each
// state. Below it every state is named with its shape, letter and count.
type Strip struct {
	Options
	Count    func(float64) string
	Segments []Segment
}

// A Segment is the number of things in one state.
type Segment struct {
	Label  string
	Letter string // one or two letters that stand in the bar
	Count  int
	Tone   Tone
}

func (s Strip) check() error {
	c := &checks{id: s.ID}
	c.options(s.Options)
	if s.Count == nil {
		c.bad("count", KeyEmpty, "no function", "a function that writes a count")
	}
	total := 0.0
	for i, g := range s.Segments {
		place := fmt.Sprintf("segments[%d]", i)
		c.text(place+".label", g.Label)
		c.text(place+".letter", g.Letter)
		c.notNegative(place+".count", Known(float64(g.Count)))
		c.finite(place+".count", float64(g.Count))
		if int(g.Tone) >= len(toneLooks) {
			c.bad(place+".tone", KeyColour, strconv.Itoa(int(g.Tone)), "one of the tones")
		}
		total += float64(g.Count)
	}
	c.atMost("segments", len(s.Segments), 12)
	if total <= 0 {
		c.bad("segments", KeyEmpty, "nothing to count", "a count above 0")
	}
	return c.err()
}

// Draw lays the strip out. Errors are of type *Error, joined.
func (s Strip) Draw() (*Drawing, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	d := s.drawing()
	s.bar(d)
	d.Height = s.list(d, margin+stripHeight+12) + margin
	return d, nil
}

const (
	stripHeight = 30.0
	toneRoom    = 24.0 // of a tone's shape in the list
)

func (s Strip) bar(d *Drawing) {
	const gap = 2.0
	total, shown := 0.0, 0
	for _, g := range s.Segments {
		total += float64(g.Count)
		if g.Count > 0 {
			shown++
		}
	}
	x, all := margin, d.Width-2*margin-gap*float64(shown-1)
	for _, g := range s.Segments {
		if g.Count == 0 {
			continue
		}
		w := float64(g.Count) / total * all
		m := Group{Title: clean(g.Label + ": " + s.Count(float64(g.Count)))}
		m.Marks = append(m.Marks, Rect{x + 0.5, margin + 0.5, max(w-1, 0.5), stripHeight - 1, g.Tone.style()})
		text := clean(g.Letter + " " + s.Count(float64(g.Count)))
		if TextWidth(text, sizeBody, true) > w-8 {
			text = clean(s.Count(float64(g.Count)))
		}
		if TextWidth(text, sizeBody, true) <= w-8 {
			t, _ := label(Point{x + w/2, margin + stripHeight/2 + sizeBody*0.35}, text, w, Text{Size: sizeBody, Bold: true, Anchor: Middle, Colour: toneLooks[g.Tone].text})
			m.Marks = append(m.Marks, t)
		}
		d.add(m)
		x += w + gap
	}
}

// list names the segments in columns that are as wide as the longest needs.
func (s Strip) list(d *Drawing, y float64) float64 {
	letters, counts, labels := 0.0, 0.0, 0.0
	for _, g := range s.Segments {
		letters = max(letters, TextWidth(clean(g.Letter), sizeSmall, true))
		counts = max(counts, TextWidth(clean(s.Count(float64(g.Count))), sizeBody, true))
		labels = max(labels, TextWidth(clean(g.Label), sizeBody, false))
	}
	letters, counts = min(letters, 40), min(counts, 80)
	const height, gap = 22.0, 24.0
	all := d.Width - 2*margin
	before := toneRoom + letters + 8 + counts + 7
	columns := int((all + gap) / (before + labels + gap))
	columns = max(1, min(columns, 3, len(s.Segments)))
	rows := (len(s.Segments) + columns - 1) / columns
	wide := (all - gap*float64(columns-1)) / float64(columns)
	for i, g := range s.Segments {
		x, top := margin+float64(i/rows)*(wide+gap), y+float64(i%rows)*height
		base := top + height/2 + sizeBody*0.35
		d.add(toneSymbol(g.Tone, Point{x + 9, top + height/2})...)
		d.text(Point{x + toneRoom, base}, g.Letter, letters+0.01, Text{Size: sizeSmall, Bold: true, Colour: muted})
		d.text(Point{x + before - 7, base}, s.Count(float64(g.Count)), counts+0.01, Text{Size: sizeBody, Bold: true, Anchor: End})
		d.text(Point{x + before, base}, g.Label, wide-before, Text{Size: sizeBody})
	}
	return y + float64(rows)*height
}

// toneSymbol draws the shape of a tone, at most 14 px wide and high.
func toneSymbol(t Tone, o Point) []Mark {
	const r = 6.0
	s := t.style()
	s.Width = 1.25
	switch t {
	case Fair:
		half := []Point{}
		for _, p := range ring(o, r) {
			if p.X <= o.X+1e-9 {
				half = append(half, p)
			}
		}
		return []Mark{Circle{o, r, Style{Fill: white, Stroke: s.Stroke, Width: s.Width}}, Path{half, true, Style{Fill: s.Fill}}}
	case Warning:
		return []Mark{Path{[]Point{{o.X, o.Y - r}, {o.X + r, o.Y + r - 1}, {o.X - r, o.Y + r - 1}}, true, s}}
	case Bad:
		return []Mark{Path{[]Point{{o.X, o.Y - r}, {o.X + r, o.Y}, {o.X, o.Y + r}, {o.X - r, o.Y}}, true, s}}
	case Idle:
		return []Mark{Rect{o.X - r, o.Y - 3, 2 * r, 6, s}}
	}
	return []Mark{Circle{o, r, s}}
}
