package chart

// An entry of a legend: a symbol drawn around its centre, width by at most
// 14 px, and what it stands for.
type entry struct {
	symbol func(o Point) []Mark
	width  float64
	text   string
}

// Widths of symbols, in px.
const (
	lineSymbol  = 24.0
	areaSymbol  = 21.0
	pointSymbol = 13.0
)

// legend sets the entries in lines from y down and returns where they end.
func (d *Drawing) legend(y float64, entries []entry) float64 {
	if len(entries) == 0 {
		return y
	}
	const height, gap, near = 19.0, 20.0, 6.0
	x, right := margin, d.Width-margin
	for _, e := range entries {
		w := min(TextWidth(clean(e.text), sizeSmall, false), right-margin-e.width-near)
		if x > margin && x+e.width+near+w > right {
			x, y = margin, y+height
		}
		d.add(e.symbol(Point{x + e.width/2, y + height/2})...)
		d.text(Point{x + e.width + near, y + height/2 + sizeSmall*0.35}, e.text, w+0.01, Text{Size: sizeSmall})
		x += e.width + near + w + gap
	}
	return y + height
}

// swatch is a legend's patch of an area.
func swatch(s Style) func(Point) []Mark {
	return func(o Point) []Mark {
		return []Mark{Rect{o.X - 10, o.Y - 5.5, 20, 11, s}}
	}
}

// stroke is a legend's piece of a line.
func stroke(s Style) func(Point) []Mark {
	return func(o Point) []Mark {
		return []Mark{Line{Point{o.X - 12, o.Y}, Point{o.X + 12, o.Y}, s}}
	}
}

// single makes a symbol of one mark around a centre.
func single[M Mark](f func(Point) M) func(Point) []Mark {
	return func(o Point) []Mark { return []Mark{f(o)} }
}
