package chart

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
)

// Keys of the messages, for the caller's catalogue of texts.
const (
	KeyFinite   = "chart.not-finite"
	KeyNegative = "chart.negative"
	KeyOrder    = "chart.order"
	KeyTooMany  = "chart.too-many"
	KeyEmpty    = "chart.empty"
	KeyText     = "chart.text-missing"
	KeyDate     = "chart.date"
	KeySize     = "chart.size"
	KeyID       = "chart.id"
	KeyColour   = "chart.colour"
)

// An Error says what in a chart's data cannot be drawn, where, and what would
// be right. A chart with several faults returns them joined.
type Error struct {
	Chart string // the chart's ID
	Place string // such as groups[1].rows[3].median
	Key   string // one of the Key constants
	Got   string
	Want  string
}

func (e *Error) Error() string {
	return fmt.Sprintf("chart %q, %s: got %s, want %s", e.Chart, e.Place, e.Got, e.Want)
}

// A Number is a value that may be unknown; the zero Number is.
type Number struct {
	Value   float64
	IsKnown bool
}

// Known returns a number that is known.
func Known(v float64) Number { return Number{v, true} }

// Options are what every chart has.
type Options struct {
	ID          string  // unique in the page: a letter, then letters, digits, - or _
	Lang        string  // BCP 47, such as sv
	Title       string  // the picture's accessible name; not drawn, since figures have captions
	Description string  // the picture in a sentence or two, for those who do not see it
	Width       float64 // px, 280 to 2000; 0 means 720, the width of a page of A4
	// Heading is drawn above a map or lines that are to stand without a caption: a title,
	// then what the picture rests on, line by line. Empty for none.
	Heading []string
}

const (
	defaultWidth = 720
	minWidth     = 280
	maxWidth     = 2000
	// narrowWidth is where a label no longer fits beside what it names and
	// gets a line of its own instead.
	narrowWidth = 500
	// largest magnitude of a value: above it neighbouring floats differ by more than 0.1.
	largest = 1e15
)

func (o Options) width() float64 {
	if o.Width == 0 {
		return defaultWidth
	}
	return o.Width
}

func (o Options) drawing() *Drawing {
	return &Drawing{ID: o.ID, Lang: o.Lang, Title: o.Title, Desc: o.Description, Width: o.width()}
}

// checks gathers every fault of a chart, so that none hides another.
type checks struct {
	id   string
	errs []error
}

func (c *checks) bad(place, key, got, want string) {
	c.errs = append(c.errs, &Error{Chart: c.id, Place: place, Key: key, Got: got, Want: want})
}

func (c *checks) err() error { return errors.Join(c.errs...) }

func (c *checks) finite(place string, vs ...float64) {
	for _, v := range vs {
		if math.IsNaN(v) || math.Abs(v) > largest {
			c.bad(place, KeyFinite, number(v), "a finite number of at most ±1e15")
			return
		}
	}
}

// number checks a value that may be unknown.
func (c *checks) number(place string, n Number) {
	if n.IsKnown {
		c.finite(place, n.Value)
	}
}

func (c *checks) notNegative(place string, n Number) {
	c.number(place, n)
	if n.IsKnown && n.Value < 0 {
		c.bad(place, KeyNegative, number(n.Value), "0 or more")
	}
}

// ordered checks that those of the numbers that are known rise.
func (c *checks) ordered(place string, ns ...Number) {
	last := math.Inf(-1)
	for _, n := range ns {
		if !n.IsKnown {
			continue
		}
		if n.Value < last {
			c.bad(place, KeyOrder, number(n.Value)+" after "+number(last), "rising values")
			return
		}
		last = n.Value
	}
}

// Dates outside these have no four-digit year and are slips of the pen.
var earliest, latest = civil.Of(1000, 1, 1), civil.Of(9999, 12, 31)

// dates checks that the known ones among the dates lie within four-digit
// years and rise.
func (c *checks) dates(place string, ds ...civil.Date) {
	var last civil.Date
	for _, d := range ds {
		switch {
		case !d.IsKnown():
			continue
		case d < earliest || d > latest:
			c.bad(place, KeyDate, "day "+strconv.Itoa(int(d)), "a date in the years 1000–9999")
			return
		case d < last:
			c.bad(place, KeyOrder, d.String()+" after "+last.String(), "rising dates")
			return
		}
		last = d
	}
}

// text checks that a text that the picture needs is there.
func (c *checks) text(place, s string) {
	if strings.TrimSpace(clean(s)) == "" {
		c.bad(place, KeyText, strconv.Quote(s), "a text in the reader's language")
	}
}

func (c *checks) atMost(place string, n, most int) {
	if n > most {
		c.bad(place, KeyTooMany, strconv.Itoa(n), "at most "+strconv.Itoa(most)+": make a selection")
	}
}

func (c *checks) options(o Options) {
	if !isID(o.ID) {
		c.bad("id", KeyID, strconv.Quote(o.ID), "a letter, then letters a–z, digits, - or _")
	}
	if !isLang(o.Lang) {
		c.bad("lang", KeyID, strconv.Quote(o.Lang), "a language tag such as sv")
	}
	c.text("title", o.Title)
	if w := o.width(); !(w >= minWidth && w <= maxWidth) {
		c.bad("width", KeySize, number(w), fmt.Sprintf("%d to %d px", minWidth, maxWidth))
	}
}

func (c *checks) colour(place string, col Colour) {
	if col != "" && !col.valid() {
		c.bad(place, KeyColour, strconv.Quote(string(col)), "a colour such as #1f5a8c")
	}
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
func isDigit(b byte) bool  { return b >= '0' && b <= '9' }

func isID(s string) bool {
	for i := range len(s) {
		if !(isLetter(s[i]) || i > 0 && (isDigit(s[i]) || s[i] == '-' || s[i] == '_')) {
			return false
		}
	}
	return s != ""
}

func isLang(s string) bool {
	for i := range len(s) {
		if !(isLetter(s[i]) || i > 1 && (isDigit(s[i]) || s[i] == '-')) {
			return false
		}
	}
	return len(s) >= 2
}

// number writes a value for an error message.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
