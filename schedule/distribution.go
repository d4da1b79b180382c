package schedule

import (
	"fmt"
	"math"
)

type shape uint8

const (
	unset shape = iota
	fixed
	triangular
	logNormal
)

// Distribution is the distribution of a duration in whole working days. It is made from a continuous
// one by rounding to the nearest day (a half rounds down), at least 0 and at most [MaxDuration]. It is
// a comparable value; equal values share their compiled table. The zero Distribution is unknown.
type Distribution struct {
	shape   shape
	a, b, c float64 // fixed: a = days; triangular: min, likely, max; log-normal: median, p90, sigma
}

// z90 is the 90th percentile of the standard normal distribution.
const z90 = 1.2815515655446004

// Fixed is the certain duration of the given number of days.
func Fixed(days int32) Distribution { return Distribution{shape: fixed, a: float64(days)} }

// Triangular is the triangular distribution over min … max whose density is highest at likely.
func Triangular(min, likely, max float64) Distribution {
	return Distribution{shape: triangular, a: min, b: likely, c: max}
}

// LogNormal is the log-normal distribution that stays below median half of the time and below p90 nine
// times out of ten.
func LogNormal(median, p90 float64) Distribution {
	return Distribution{shape: logNormal, a: median, b: p90, c: math.Log(p90/median) / z90}
}

// IsZero tells whether the distribution is unknown.
func (d Distribution) IsZero() bool { return d.shape == unset }

// String names the distribution with its parameters.
func (d Distribution) String() string {
	switch d.shape {
	case fixed:
		return fmt.Sprintf("fixed(%g)", d.a)
	case triangular:
		return fmt.Sprintf("triangular(%g, %g, %g)", d.a, d.b, d.c)
	case logNormal:
		return fmt.Sprintf("lognormal(median %g, p90 %g)", d.a, d.b)
	}
	return "unknown"
}

// check returns the mistake in the parameters and what would be right; no code if there is none.
func (d Distribution) check() (Code, string) {
	inRange := func(xs ...float64) bool {
		for _, x := range xs {
			if !(x <= MaxDuration) {
				return false
			}
		}
		return true
	}
	switch {
	case d.shape == fixed && !(d.a >= 0), d.shape == triangular && d.a < 0, d.shape == logNormal && d.a < 0:
		return NegativeDuration, "want 0 days or more"
	case d.shape == triangular && !(d.a <= d.b && d.b <= d.c):
		return BadDuration, "want min ≤ likely ≤ max"
	case d.shape == logNormal && !(d.a > 0 && d.a <= d.b):
		return BadDuration, "want 0 < median ≤ p90"
	case d.shape == fixed && !inRange(d.a), d.shape == triangular && !inRange(d.c), d.shape == logNormal && !inRange(d.b):
		return BadDuration, fmt.Sprintf("want at most %d days", MaxDuration)
	}
	return "", ""
}

// Survivor returns the probability that the duration exceeds the given number of days. Its relative
// accuracy holds far out in the tail, where 1−CDF would be lost to cancellation.
func (d Distribution) Survivor(days int32) float64 {
	switch {
	case days < 0:
		return 1
	case days >= MaxDuration:
		return 0
	}
	x := float64(days) + 0.5
	switch d.shape {
	case triangular:
		return d.triangularSurvivor(x)
	case logNormal:
		return d.logNormalSurvivor(x)
	}
	if x < d.a {
		return 1
	}
	return 0
}

// CDF returns the probability that the duration is at most the given number of days.
func (d Distribution) CDF(days int32) float64 { return 1 - d.Survivor(days) }

// Quantile returns the smallest number of days whose CDF is at least p.
func (d Distribution) Quantile(p float64) int32 {
	x := d.a
	switch d.shape {
	case triangular:
		x = d.triangularQuantile(p)
	case logNormal:
		x = d.logNormalQuantile(p)
	}
	return wholeDays(x)
}

// QuantileBeyond returns the smallest total number of days whose CDF is at least p, given that the
// duration exceeds elapsed. Where the distribution holds that impossible the answer is elapsed+1: the
// activity is overdue, and all that is known is that it is not finished.
func (d Distribution) QuantileBeyond(p float64, elapsed int32) int32 {
	if elapsed < 0 {
		return d.Quantile(p)
	}
	tail := d.Survivor(elapsed)
	if tail == 0 {
		return elapsed + 1
	}
	return d.beyond((1-p)*tail, elapsed+1)
}

// Mean returns the mean number of days, rounding included.
func (d Distribution) Mean() float64 {
	sum := 0.0
	for k := int32(0); ; k++ {
		s := d.Survivor(k)
		sum += s
		if s < 1e-13 {
			return sum
		}
	}
}

// Likely returns the duration that a person would plan with: the fixed one, the most likely one of a
// triangular distribution, the median of a log-normal one.
func (d Distribution) Likely() int32 {
	if d.shape == triangular {
		return wholeDays(d.b)
	}
	return d.Quantile(0.5)
}

// beyond returns the smallest number of days k ≥ from with Survivor(k) ≤ v, by doubling steps and then
// halving: exact wherever Survivor is, with no inverse function.
func (d Distribution) beyond(v float64, from int32) int32 {
	if d.Survivor(from) <= v {
		return from
	}
	lo, step := from, int32(1) // Survivor(lo) > v
	for lo+step < MaxDuration && d.Survivor(lo+step) > v {
		lo += step
		step *= 2
	}
	hi := min(lo+step, MaxDuration) // Survivor(hi) ≤ v
	for hi-lo > 1 {
		mid := lo + (hi-lo)/2
		if d.Survivor(mid) > v {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

// wholeDays rounds to the nearest day, a half downwards, as Survivor does.
func wholeDays(x float64) int32 {
	return int32(min(max(math.Ceil(x-0.5), 0), MaxDuration))
}
