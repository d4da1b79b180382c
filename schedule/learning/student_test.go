package learning

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

func near(t failer, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: got %v, want %v ± %v", what, got, want, tolerance)
	}
}

// One and two degrees of freedom have closed forms, as has the normal limit.
func TestStudentAgainstClosedForms(t *testing.T) {
	for _, x := range []float64{0, 0.001, 0.1, 0.5, 1, 2, 5, 30, 1e4} {
		near(t, "t(1)", studentSurvivor(x, 1), math.Atan2(1, x)/math.Pi, 1e-14)
		root := math.Sqrt(2 + x*x)
		near(t, "t(2)", studentSurvivor(x, 2), 1/(root*(root+x)), 1e-14)
		near(t, "t(∞)", studentSurvivor(x, math.Inf(1)), 0.5*math.Erfc(x/math.Sqrt2), 1e-16)
	}
	// Far out the relative accuracy holds: t(2) falls as 1/(2x²).
	near(t, "far out", studentSurvivor(1e8, 2)*2e16, 1, 1e-9)
}

// Quantiles as printed in every table of the t distribution.
func TestStudentAgainstTheTable(t *testing.T) {
	for _, c := range []struct{ freedom, p, want float64 }{
		{1, 0.9, 3.0777}, {3, 0.9, 1.6377}, {7, 0.9, 1.4149}, {10, 0.9, 1.3722}, {30, 0.9, 1.3104},
		{5, 0.975, 2.5706}, {10, 0.99, 2.7638}, {120, 0.975, 1.9799}, {math.Inf(1), 0.975, 1.9600},
	} {
		near(t, "quantile", studentQuantile(c.p, c.freedom), c.want, 5e-5)
		near(t, "mirrored", studentQuantile(1-c.p, c.freedom), -c.want, 5e-5)
	}
	if q := studentQuantile(0.5, 3); q != 0 {
		t.Errorf("the median is %v", q)
	}
	if !math.IsInf(studentQuantile(1, 3), 1) || !math.IsInf(studentQuantile(0, 3), -1) {
		t.Error("the ends are not infinite")
	}
}

// The formulas for few, many and very many degrees of freedom meet without a step.
func TestStudentHasNoSeams(t *testing.T) {
	for _, seam := range []float64{80, 1e7} {
		for _, x := range []float64{0.1, 1.3, 4} {
			below, above := studentSurvivor(x, seam*(1-1e-9)), studentSurvivor(x, seam*(1+1e-9))
			near(t, "seam", above/below, 1, 1e-8)
		}
	}
}

// Quantile and survivor are each other's inverse, at any degrees of freedom.
func TestStudentQuantileInverts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := rapid.Float64Range(1e-6, 1-1e-6).Draw(rt, "p")
		freedom := math.Exp(rapid.Float64Range(0, 20).Draw(rt, "log freedom"))
		x := studentQuantile(p, freedom)
		near(rt, "survivor of the quantile", studentSurvivor(x, freedom), 1-p, 1e-9)
	})
}

// More degrees of freedom have a lighter tail.
func TestStudentTailFallsWithFreedom(t *testing.T) {
	last := 1.0
	for freedom := 1.0; freedom < 1e9; freedom *= 1.7 {
		tail := studentSurvivor(1.5, freedom)
		if tail > last {
			t.Errorf("P(T > 1.5) rises to %v at %v degrees of freedom", tail, freedom)
		}
		last = tail
	}
	if normal := studentSurvivor(1.5, math.Inf(1)); last < normal-1e-12 {
		t.Errorf("%v is below the normal tail %v", last, normal)
	}
}
