package learning

import "math"

// Experience is the yardstick of a forecast: the plain average of what has been, kept as outcomes arrive.
// The zero Experience has none. It takes known durations alone, as averages do.
type Experience struct {
	n             int
	mean, squares float64
}

// Add counts one finished duration.
func (e *Experience) Add(days float64) {
	e.n++
	before := days - e.mean
	e.mean += before / float64(e.n)
	e.squares += before * (days - e.mean)
}

// N returns how many durations have been counted.
func (e *Experience) N() int { return e.n }

// Point returns the average as a forecast; false before the first outcome.
func (e *Experience) Point() (Point, bool) { return Point(e.mean), e.n > 0 }

// Normal returns the normal distribution with the average and the standard deviation so far; false before the
// second outcome.
func (e *Experience) Normal() (Normal, bool) {
	if e.n < 2 {
		return Normal{}, false
	}
	return Normal{e.mean, math.Sqrt(e.squares / float64(e.n-1))}, true
}

// Point is a forecast that is one certain number of days.
type Point float64

// Quantile returns the number of days, whatever p is.
func (d Point) Quantile(float64) float64 { return float64(d) }

// Normal is a normal distribution of working days.
type Normal struct {
	Mean, Deviation float64
}

// Quantile returns the number of days that holds with probability p, for p in 0 … 1. It may be negative.
func (d Normal) Quantile(p float64) float64 {
	return d.Mean + d.Deviation*studentQuantile(p, math.Inf(1))
}
