package learning

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// density and upper are the normal density and tail.
func density(x float64) float64 { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }
func upper(x float64) float64   { return 0.5 * math.Erfc(x/math.Sqrt2) }

// Above a the moments follow from the hazard h = φ(a)/Φ(−a): E Z = h and E Z² = 1 + a·h.
func TestTruncatedAboveHasTheHazardsMoments(t *testing.T) {
	for a := -8.0; a <= 30; a += 0.37 {
		h := density(a) / upper(a)
		got := truncate(a, math.Inf(1))
		near(t, "mean", got.mean, h, 1e-9*(1+h))
		near(t, "second moment", got.second, 1+a*h, 1e-9*(1+a*a))
		near(t, "information on the mean", got.located, h*(h-a), 1e-8*(1+a*a))
	}
}

// The information on the spread that is left of an outcome above a, where the formula has room for it.
func TestTruncatedAboveTellsLittleOfTheSpread(t *testing.T) {
	for _, c := range []struct{ a, want, tolerance float64 }{
		{-9, 0, 1e-12}, {-1, 0.0404, 0.001}, {0, 0, 1e-9}, {1.5, 1, 0}, {5, 1, 0},
	} {
		near(t, "information on the spread", truncate(c.a, math.Inf(1)).scaled, c.want, c.tolerance)
	}
}

// Between two limits the moments are differences of densities over differences of tails.
func TestTruncatedBetweenLimits(t *testing.T) {
	for _, l := range []limits{{-1, 1, 1}, {0, 0.5, 1}, {-3, 2, 1}, {1, 4, 1}, {-20, 0.3, 1}, {-0.2, 30, 1}} {
		mass := upper(l.lo) - upper(l.hi)
		mean := (density(l.lo) - density(l.hi)) / mass
		second := 1 + (l.lo*density(l.lo)-l.hi*density(l.hi))/mass
		got := truncate(l.lo, l.hi)
		near(t, "mean", got.mean, mean, 1e-9)
		near(t, "second moment", got.second, second, 1e-9)
		near(t, "information", got.located, 1-(second-mean*mean), 1e-9)
	}
}

// Far out nothing cancels: above 1,000 deviations Z exceeds the limit by 1/1,000 or so.
func TestTruncatedFarOut(t *testing.T) {
	got := truncate(1000, math.Inf(1))
	near(t, "excess", got.mean-1000, 1.0/1000, 1e-8)
	near(t, "information", got.located, 1, 1e-5)
	got = truncate(-1000.5, -1000)
	near(t, "the lower end", got.mean+1000, -1.0/1000, 1e-8)
}

// Nothing known is worth nothing and everything known is worth an outcome.
func TestTruncatedAtTheExtremes(t *testing.T) {
	nothing := truncate(math.Inf(-1), math.Inf(1))
	near(t, "mean of nothing", nothing.mean, 0, 1e-12)
	near(t, "second moment of nothing", nothing.second, 1, 1e-12)
	near(t, "information of nothing", nothing.located, 0, 1e-12)
	near(t, "information of nothing on the spread", nothing.scaled, 0, 1e-10)
	for _, z := range []float64{-3, 0.1, 0, 2} {
		known := truncate(z-1e-6, z+1e-6)
		near(t, "mean", known.mean, z, 1e-9)
		near(t, "information", known.located, 1, 1e-9)
		near(t, "information on the spread", known.scaled, 1, 1e-9)
	}
}

// Whatever the limits, the mean lies between them and information is a share.
func TestTruncatedStaysWithinLimits(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := rapid.Float64Range(-50, 50).Draw(rt, "a")
		b := a + rapid.Float64Range(1e-6, 60).Draw(rt, "width")
		got, mirrored := truncate(a, b), truncate(-b, -a)
		if !(got.mean >= a && got.mean <= b) || !(got.second >= got.mean*got.mean-1e-9*got.second) {
			rt.Fatalf("%+v between %v and %v", got, a, b)
		}
		if !(got.located >= 0 && got.located <= 1 && got.scaled >= 0 && got.scaled <= 1) {
			rt.Fatalf("%+v are no shares", got)
		}
		near(rt, "mirrored mean", mirrored.mean, -got.mean, 1e-9*(1+math.Abs(a)))
		near(rt, "mirrored information", mirrored.located, got.located, 1e-7)
	})
}

// The rule integrates powers exactly.
func TestLegendreIntegratesPowers(t *testing.T) {
	for power := 0; power <= 60; power++ {
		got, want := 0.0, 0.0
		for i, x := range legendre.nodes {
			got += legendre.weights[i] * math.Pow(x, float64(power))
		}
		if power%2 == 0 {
			want = 2 / float64(power+1)
		}
		near(t, "integral of a power", got, want, 1e-13)
	}
}
