package chart

import (
	"fmt"
	"strconv"

	"github.com/etablera/etablera/internal/civil"
)

// DateFormats turn dates into text. Each gets the first day of what it names.
type DateFormats struct {
	Day     func(civil.Date) string // nil: 2022-06-01
	Month   func(civil.Date) string // short, as in "jun"; nil: 06
	Quarter func(civil.Date) string // short, as in "kv 2"; nil: quarters are not named
	Year    func(civil.Date) string // nil: 2022
}

func (f DateFormats) filled() DateFormats {
	if f.Day == nil {
		f.Day = civil.Date.String
	}
	if f.Month == nil {
		f.Month = func(d civil.Date) string { _, m, _ := d.Civil(); return fmt.Sprintf("%02d", int(m)) }
	}
	if f.Year == nil {
		f.Year = func(d civil.Date) string { return strconv.Itoa(d.Year()) }
	}
	return f
}

// A Period is one interval of a date axis, from its first day to the day
// after its last, with its name.
type Period struct {
	From, To civil.Date
	Label    string
}

// DatePeriods divides the whole months from first to last into the finest
// periods whose names fit: months, quarters, years or several years. Both
// dates must be known, first not after last. Names are measured at the given
// size; width is that of the whole axis in px. Where the periods are finer
// than years, years holds those; otherwise it is nil. A period that the axis
// cuts short may lack a name.
func DatePeriods(first, last civil.Date, width, size float64, f DateFormats) (fine, years []Period) {
	f = f.filled()
	from, to := first.Month(), last.Month()+1
	if f.Quarter == nil {
		f.Quarter = func(civil.Date) string { return "" }
	}
	year := divide(from, to, 12, f.Year)
	month, quarter := divide(from, to, 1, f.Month), divide(from, to, 3, f.Quarter)
	switch {
	case fits(month, width, size):
		return named(month, width, size), named(year, width, size)
	case quarter[0].Label+quarter[len(quarter)-1].Label != "" && fits(quarter, width, size):
		return named(quarter, width, size), named(year, width, size)
	}
	for n := 1; ; n = next(n) {
		if p := divide(from, to, 12*n, f.Year); fits(p, width, size) || len(p) == 1 {
			return named(p, width, size), nil
		}
	}
}

// next runs through 1, 2, 5, 10, 20, 50, …
func next(n int) int {
	lead := n
	for lead >= 10 {
		lead /= 10
	}
	if lead == 2 {
		return n / 2 * 5
	}
	return n * 2
}

// divide cuts the months from from to before to into periods of n months that
// begin where n divides the count of months since year 0.
func divide(from, to civil.Month, n int, format func(civil.Date) string) []Period {
	var ps []Period
	for m := from; m < to; {
		// January of year y is month 12·(y−1)+1, so a multiple of 12 from -11.
		start := m - civil.Month((int(m)+11)%n)
		end := start + civil.Month(n)
		p := Period{From: m.First(), To: min(end, to).First()}
		// The rest of several years would stand under a year that is not there.
		if n <= 12 || start == m {
			p.Label = format(max(start, 1).First())
		}
		ps = append(ps, p)
		m = end
	}
	return ps
}

// room returns the px that a period has on an axis over ps.
func (p Period) room(ps []Period, width float64) float64 {
	all := ps[0].From.DaysUntil(ps[len(ps)-1].To)
	return float64(p.From.DaysUntil(p.To)) / float64(all) * width
}

// nameGap is the least white between two names, in px.
const nameGap = 7.0

// fits says whether every whole period has room for its name; the first and
// the last may be cut short.
func fits(ps []Period, width, size float64) bool {
	for i, p := range ps {
		isCut := i == 0 || i == len(ps)-1
		if !isCut && TextWidth(p.Label, size, false)+nameGap > p.room(ps, width) {
			return false
		}
	}
	return len(ps) <= int(width/8)+1
}

// named takes the names off the periods that have no room for them.
func named(ps []Period, width, size float64) []Period {
	for i, p := range ps {
		if TextWidth(p.Label, size, false)+nameGap > p.room(ps, width) {
			ps[i].Label = ""
		}
	}
	return ps
}

// A dateAxis is a level axis over whole months.
type dateAxis struct {
	scale       scale
	fine, years []Period
}

// newDateAxis spans the months from first to last, at least three, between
// two places in px.
func newDateAxis(first, last civil.Date, from, to float64, f DateFormats) dateAxis {
	lo, hi := first.Month(), last.Month()
	for hi-lo < 2 {
		if lo > 1 {
			lo--
		}
		hi++
	}
	a := dateAxis{scale: scale{float64(lo.First()), float64((hi + 1).First()), from, to}}
	a.fine, a.years = DatePeriods(lo.First(), hi.Last(), to-from, sizeSmall, f)
	return a
}

// at returns the middle of a day.
func (a dateAxis) at(d civil.Date) float64 { return a.scale.at(float64(d) + 0.5) }

// edge returns the place where a day begins, kept within the axis.
func (a dateAxis) edge(d civil.Date) float64 {
	return min(max(a.scale.at(float64(d)), a.scale.from), a.scale.to)
}

// height returns the px that the names take.
func (a dateAxis) height() float64 {
	if a.years == nil {
		return lineStep + 4
	}
	return 2*lineStep + 4
}

// draw names the periods below y, and draws thin lines where they begin, from
// top to bottom. Lines between years are a little stronger.
func (a dateAxis) draw(d *Drawing, y, top, bottom float64) {
	a.lines(d, a.fine, top, bottom, grid)
	a.names(d, a.fine, y+lineStep-2)
	if a.years != nil {
		a.lines(d, a.years, top, bottom, yearLine)
		a.names(d, a.years, y+2*lineStep-2)
	}
}

// yearLine parts years a little more than the grid parts months.
const yearLine = Colour("#c3c8cd")

func (a dateAxis) lines(d *Drawing, ps []Period, top, bottom float64, col Colour) {
	for _, p := range ps[1:] {
		x := a.edge(p.From)
		d.add(Line{Point{x, top}, Point{x, bottom}, Style{Stroke: col, Width: 1}})
	}
}

func (a dateAxis) names(d *Drawing, ps []Period, y float64) {
	for _, p := range ps {
		from, to := a.edge(p.From), a.edge(p.To)
		t, at := Text{Size: sizeSmall, Anchor: Middle, Colour: muted}, (from+to)/2
		if p.From.DaysUntil(p.To) > 366 { // the name is that of the first year alone
			t.Anchor, at = Start, from+3
		}
		d.text(Point{at, y}, p.Label, to-from-3, t)
	}
}
