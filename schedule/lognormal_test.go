package schedule

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The parameters mean what they say.
func TestLogNormalParameters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		median := rapid.Float64Range(0.1, 500).Draw(t, "median")
		p90 := median * rapid.Float64Range(1.01, 5).Draw(t, "factor")
		d := LogNormal(median, p90)
		for _, c := range []struct{ x, want float64 }{{median, 0.5}, {p90, 0.1}, {median * median / p90, 0.9}} {
			if got := d.logNormalSurvivor(c.x); math.Abs(got-c.want) > 1e-9 {
				t.Fatalf("%v: P(X > %g) = %g, want %g", d, c.x, got, c.want)
			}
		}
	})
}

// Far out the survivor keeps its relative accuracy: it follows the normal tail's asymptotic series.
func TestLogNormalTail(t *testing.T) {
	d := LogNormal(60, 120)
	for _, z := range []float64{5, 8, 12} {
		x := 60 * math.Exp(d.c*z)
		series := math.Exp(-z*z/2) / (z * math.Sqrt(2*math.Pi)) * (1 - 1/(z*z) + 3/math.Pow(z, 4) - 15/math.Pow(z, 6))
		if ratio := d.logNormalSurvivor(x) / series; math.Abs(ratio-1) > 0.01 {
			t.Errorf("at z = %g the survivor is %g of the series", z, ratio)
		}
	}
}

func TestLogNormalQuantile(t *testing.T) {
	d := LogNormal(60, 120)
	near(t, "P50", d.logNormalQuantile(0.5), 60, 1e-9)
	near(t, "P90", d.logNormalQuantile(0.9), 120, 1e-9)
	near(t, "P97.5", d.logNormalQuantile(0.975), 60*math.Exp(d.c*1.959963984540054), 1e-9)
	near(t, "degenerate", LogNormal(7, 7).logNormalQuantile(0.99), 7, 0)
	if got := d.logNormalQuantile(1); !math.IsInf(got, 1) {
		t.Errorf("P100 = %g, want +Inf", got)
	}
}
