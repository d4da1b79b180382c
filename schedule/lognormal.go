package schedule

import "math"

// logNormalSurvivor returns P(X > x).
func (d Distribution) logNormalSurvivor(x float64) float64 {
	median, sigma := d.a, d.c
	if sigma == 0 {
		if x < median {
			return 1
		}
		return 0
	}
	return 0.5 * math.Erfc(math.Log(x/median)/(sigma*math.Sqrt2))
}

// logNormalQuantile returns the x with P(X ≤ x) = p.
func (d Distribution) logNormalQuantile(p float64) float64 {
	median, sigma := d.a, d.c
	if sigma == 0 {
		return median
	}
	z := math.Sqrt2 * math.Erfinv(2*min(max(p, 0), 1)-1)
	return median * math.Exp(sigma*z)
}

// LogNormalOf returns the median of a log-normal distribution and the standard
// deviation of its logarithm; false where the distribution is of another kind.
func (d Distribution) LogNormalOf() (median, sigma float64, ok bool) {
	return d.a, d.c, d.shape == logNormal
}
