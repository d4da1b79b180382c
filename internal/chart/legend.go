package chart

// An entry of a legend: a symbol drawn around its centre, at most symbolWidth
// by 14 px, and what it stands for.
type entry struct {
	symbol func(o Point) []Mark
	text   string
}

const symbolWidth = 24.0

// legend sets the entries in lines from y down and returns where they end.
func (d *Drawing) legend(y float64, entries []entry) float64 {
	if len(entries) == 0 {
		return y
	}
	const height, gap = 19.0, 18.0
	x, right := margin, d.Width-margin
	for _, e := range entries {
		w := min(TextWidth(clean(e.text), sizeSmall, false), right-margin-symbolWidth-6)
		if x > margin && x+symbolWidth+6+w > right {
			x, y = margin, y+height
		}
		d.add(e.symbol(Point{x + symbolWidth/2, y + height/2})...)
		d.text(Point{x + symbolWidth + 6, y + height/2 + sizeSmall*0.35}, e.text, w+0.01, Text{Size: sizeSmall})
		x += symbolWidth + 6 + w + gap
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
