package schedule

import "math"

// triangularSurvivor returns P(X > x).
func (d Distribution) triangularSurvivor(x float64) float64 {
	lo, likely, hi := d.a, d.b, d.c
	switch {
	case x < lo:
		return 1
	case x >= hi:
		return 0
	case x < likely:
		return 1 - (x-lo)*(x-lo)/((likely-lo)*(hi-lo))
	}
	return (hi - x) * (hi - x) / ((hi - likely) * (hi - lo))
}

// triangularQuantile returns the x with P(X ≤ x) = p.
func (d Distribution) triangularQuantile(p float64) float64 {
	lo, likely, hi := d.a, d.b, d.c
	p = min(max(p, 0), 1)
	if p*(hi-lo) < likely-lo {
		return lo + math.Sqrt(p*(likely-lo)*(hi-lo))
	}
	return hi - math.Sqrt((1-p)*(hi-likely)*(hi-lo))
}
