package learning

import "math"

// Forecast is a distribution of working days whose logarithm is Student's t with the given location,
// scale and degrees of freedom (+Inf: normal). It has no mean in days, as t has too heavy a tail; use
// LogNormal where one is needed.
type Forecast struct {
	Location, Scale, Freedom float64
}

// CDF returns the probability that the duration is at most the given number of days.
func (f Forecast) CDF(days float64) float64 {
	if !(days > 0) {
		return 0
	}
	return studentSurvivor((f.Location-math.Log(days))/f.Scale, f.Freedom)
}

// Quantile returns the number of days that holds with probability p, for p in 0 … 1.
func (f Forecast) Quantile(p float64) float64 {
	return math.Exp(f.Location + f.Scale*studentQuantile(p, f.Freedom))
}

// LogNormal returns the log-normal distribution with the same median and ninth decile. It is what a
// simulation draws from; beyond the ninth decile its tail is the lighter one.
func (f Forecast) LogNormal() LogNormal {
	return LogNormal{f.Quantile(0.5), f.Quantile(0.9)}
}

// LogNormal is a log-normal distribution of working days, given as a person would: half stay below Median
// and nine of ten below P90, which is above it.
type LogNormal struct {
	Median, P90 float64
}

func (d LogNormal) sigma() float64 { return math.Log(d.P90/d.Median) / z90 }

// CDF returns the probability that the duration is at most the given number of days.
func (d LogNormal) CDF(days float64) float64 {
	if !(days > 0) {
		return 0
	}
	return 0.5 * math.Erfc(math.Log(d.Median/days)/(d.sigma()*math.Sqrt2))
}

// Quantile returns the number of days that holds with probability p, for p in 0 … 1.
func (d LogNormal) Quantile(p float64) float64 {
	return d.Median * math.Exp(d.sigma()*studentQuantile(p, math.Inf(1)))
}

// Mean returns the mean number of days.
func (d LogNormal) Mean() float64 {
	s := d.sigma()
	return d.Median * math.Exp(s*s/2)
}
