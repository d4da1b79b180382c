package learning

import "math"

// Assumption is what somebody believes of a cell before any outcome: half of the durations stay below
// Median and nine of ten below P90, in working days.
type Assumption struct {
	Cell        Cell
	Median, P90 float64
	// Weight says how much the belief is worth: as much as this many finished outcomes of the cell's own.
	// It need not be a whole number. +Inf: no outcome shall change it.
	Weight float64
	// SpreadWeight is the same for the width of the distribution. Zero: Weight + DefaultSpreadWeight,
	// because how much durations vary is more alike from place to place than how long they are.
	SpreadWeight float64
}

// DefaultSpreadWeight is what the spread of an assumption is worth beyond its median.
const DefaultSpreadWeight = 8

// z90 is the ninth decile of the standard normal distribution.
var z90 = math.Sqrt2 * math.Erfinv(0.8)

// spreadWeight returns the weight of the spread, the default put in.
func (a Assumption) spreadWeight() float64 {
	if a.SpreadWeight == 0 {
		return a.Weight + DefaultSpreadWeight
	}
	return a.SpreadWeight
}

// logMedian is what every outcome of the cell is measured from, on the log scale.
func (a Assumption) logMedian() float64 { return math.Log(a.Median) }

// variance is the variance of a single outcome around its cell's own mean, on the log scale, for which the
// forecast without any outcome has exactly the stated ninth decile: the forecast is wider than the cell, as
// it also holds the doubt about the cell's mean and about this variance.
func (a Assumption) variance() float64 {
	scale := math.Log(a.P90/a.Median) / studentQuantile(0.9, a.spreadWeight())
	if math.IsInf(a.Weight, 1) {
		return scale * scale
	}
	return scale * scale * a.Weight / (a.Weight + 1)
}

// doubt is the variance of the cell's mean around the assumed one.
func (a Assumption) doubt() float64 { return a.variance() / a.Weight }
