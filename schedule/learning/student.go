package learning

import "math"

// studentSurvivor returns P(T > x) for Student's t with the given degrees of freedom, +Inf being the
// normal distribution. Its relative accuracy holds in the tail.
func studentSurvivor(x, freedom float64) float64 {
	switch {
	case x < 0:
		return 1 - studentSurvivor(-x, freedom)
	case math.IsInf(x, 1):
		return 0
	case freedom > 1e7:
		// Wallace's correction leaves an error of order 1/freedom².
		z := x
		if !math.IsInf(freedom, 1) {
			z = x * (1 - 1/(4*freedom)) / math.Sqrt(1+x*x/(2*freedom))
		}
		return 0.5 * math.Erfc(z/math.Sqrt2)
	}
	return 0.5 * incompleteBeta(freedom/2, 0.5, freedom/(freedom+x*x), x*x/(freedom+x*x))
}

// studentQuantile returns the x with P(T ≤ x) = p, by bisection down to neighbouring floats: some sixty
// evaluations. The median is exactly 0, and the two sides mirror each other.
func studentQuantile(p, freedom float64) float64 {
	switch {
	case p == 0.5:
		return 0
	case p < 0.5:
		return -tailQuantile(p, freedom)
	}
	return tailQuantile(1-p, freedom)
}

// tailQuantile returns the x with P(T > x) = tail, for a tail below one half.
func tailQuantile(tail, freedom float64) float64 {
	if tail <= 0 {
		return math.Inf(1)
	}
	if math.IsInf(freedom, 1) {
		return math.Sqrt2 * math.Erfcinv(2*tail)
	}
	lo, hi := 0.0, 1.0
	for studentSurvivor(hi, freedom) > tail {
		lo, hi = hi, 2*hi
		if math.IsInf(hi, 1) {
			return hi
		}
	}
	for {
		mid := lo + (hi-lo)/2
		if mid <= lo || mid >= hi {
			return mid
		}
		if studentSurvivor(mid, freedom) > tail {
			lo = mid
		} else {
			hi = mid
		}
	}
}

// incompleteBeta returns the regularised incomplete beta function at x, y being 1−x without its
// cancellation. The continued fraction converges fast on the side that is chosen.
func incompleteBeta(a, b, x, y float64) float64 {
	if x <= 0 {
		return 0
	}
	if y <= 0 {
		return 1
	}
	if x > (a+1)/(a+b+2) {
		return 1 - incompleteBeta(b, a, y, x)
	}
	logX, logY := math.Log(x), math.Log(y)
	if y < 0.5 {
		logX = math.Log1p(-y)
	} else {
		logY = math.Log1p(-x)
	}
	return math.Exp(a*logX+b*logY-logBeta(a, b)) / a * betaFraction(a, b, x)
}

// betaFraction evaluates the continued fraction of the incomplete beta function by Lentz's method.
func betaFraction(a, b, x float64) float64 {
	const tiny = 1e-300
	away := func(v float64) float64 {
		if math.Abs(v) < tiny {
			return tiny
		}
		return v
	}
	c, d := 1.0, 1/away(1-(a+b)*x/(a+1))
	h := d
	for i := 1; i <= 20000; i++ {
		m := float64(i)
		even := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		d = 1 / away(1+even*d)
		c = away(1 + even/c)
		h *= d * c
		odd := -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		d = 1 / away(1+odd*d)
		c = away(1 + odd/c)
		step := d * c
		h *= step
		if math.Abs(step-1) < 1e-15 {
			break
		}
	}
	return h
}

// logBeta returns ln B(a, b) where one of the two is one half, without the cancellation of large
// logarithms of the gamma function.
func logBeta(a, b float64) float64 {
	a = max(a, b)
	if a < 40 {
		hi, _ := math.Lgamma(a + 0.5)
		lo, _ := math.Lgamma(a)
		return 0.5*math.Log(math.Pi) + lo - hi
	}
	u := 1 / a
	ratio := 1 + u*(-1.0/8+u*(1.0/128+u*(5.0/1024+u*(-21.0/32768+u*(-399.0/262144)))))
	return 0.5*math.Log(math.Pi) - 0.5*math.Log(a) - math.Log(ratio)
}
