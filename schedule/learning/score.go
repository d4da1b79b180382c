package learning

import "math"

// Quantiler is a forecast of working days.
type Quantiler interface {
	// Quantile returns the number of days that holds with probability p, for 0 < p < 1.
	Quantile(p float64) float64
}

// Pinball returns the loss of having forecast quantile as the p-quantile of what turned out to be days, in
// days: p for each day too short and 1−p for each day too long. Its mean is least for the true quantile.
func Pinball(quantile, p, days float64) float64 {
	if days >= quantile {
		return p * (days - quantile)
	}
	return (1 - p) * (quantile - days)
}

// levels are the quantiles by which a Score judges.
var levels = [...]float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}

// Score sums up how good forecasts were, as outcomes arrive. Each forecast must have been made before its
// outcome was known, or the score says nothing (Dawid 1984). The zero Score is ready for use.
type Score struct {
	n, covered, late int
	pinball, crps    float64
}

// Add scores one forecast against what it turned out to be. An activity that still runs cannot be scored.
func (s *Score) Add(f Quantiler, days float64) {
	s.n++
	for _, p := range levels {
		s.pinball += Pinball(f.Quantile(p), p, days) / float64(len(levels))
	}
	s.crps += CRPS(f, days)
	// With whole days an outcome can lie on the limit; both limits belong to the interval.
	if f.Quantile(0.1) <= days && days <= f.Quantile(0.9) {
		s.covered++
	}
	if days > f.Quantile(0.8) {
		s.late++
	}
}

// N returns how many forecasts have been scored. What follows is NaN for none.
func (s *Score) N() int { return s.n }

// Coverage returns the share of outcomes within the central 80 % interval, P10 to P90; it ought to be 0.8.
func (s *Score) Coverage() float64 { return float64(s.covered) / float64(s.n) }

// Late returns the share of outcomes beyond P80, the day that was promised; it ought to be 0.2.
func (s *Score) Late() float64 { return float64(s.late) / float64(s.n) }

// Pinball returns the mean loss over the outcomes and the levels P10, P20 … P90, in days.
func (s *Score) Pinball() float64 { return s.pinball / float64(s.n) }

// CRPS returns the mean continuous ranked probability score, in days.
func (s *Score) CRPS() float64 { return s.crps / float64(s.n) }

// crpsPoints is the number of quantiles by which CRPS integrates.
const crpsPoints = 50

// CRPS returns the continuous ranked probability score in days: twice the integral of the pinball loss
// over all levels (Gneiting & Raftery 2007), by the midpoints of 50 intervals. For a forecast that is
// one certain number it is the distance to it.
func CRPS(f Quantiler, days float64) float64 {
	sum := 0.0
	for i := range crpsPoints {
		p := (float64(i) + 0.5) / crpsPoints
		sum += Pinball(f.Quantile(p), p, days)
	}
	return 2 * sum / crpsPoints
}

// Skill returns the part of the reference's loss that a forecast saves: 0 when it is no better, 1 when it
// is perfect, below 0 when it is worse, NaN when the reference's loss is 0.
func Skill(loss, reference float64) float64 {
	if reference == 0 {
		return math.NaN()
	}
	return 1 - loss/reference
}
