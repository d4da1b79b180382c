package schedule

import (
	"testing"

	"pgregory.net/rapid"
)

// The survivor function at the corners, at the top and at points worked out by hand.
func TestTriangularSurvivor(t *testing.T) {
	for _, c := range []struct {
		lo, likely, hi float64
		x, want        float64
	}{
		{0, 10, 40, -1, 1},
		{0, 10, 40, 0, 1},
		{0, 10, 40, 5, 1 - 25.0/400},
		{0, 10, 40, 10, 0.75},
		{0, 10, 40, 25, 225.0 / 1200},
		{0, 10, 40, 40, 0},
		{0, 10, 40, 99, 0},
		{0, 0, 10, 0, 1},
		{0, 0, 10, 5, 0.25},
		{0, 10, 10, 5, 0.75},
		{0, 10, 10, 10, 0},
		{4, 4, 4, 3.9, 1},
		{4, 4, 4, 4, 0},
	} {
		got := Triangular(c.lo, c.likely, c.hi).triangularSurvivor(c.x)
		near(t, Triangular(c.lo, c.likely, c.hi).String(), got, c.want, 1e-12)
	}
}

// Quantile and survivor undo one another wherever the density is positive.
func TestTriangularQuantileInverts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Float64Range(0, 100).Draw(t, "min")
		likely := lo + rapid.Float64Range(0, 100).Draw(t, "to likely")
		d := Triangular(lo, likely, likely+rapid.Float64Range(0.1, 100).Draw(t, "to max"))
		p := rapid.Float64Range(0.001, 0.999).Draw(t, "p")
		x := d.triangularQuantile(p)
		if got := 1 - d.triangularSurvivor(x); got < p-1e-6 || got > p+1e-6 {
			t.Fatalf("%v: CDF(Quantile(%g)) = %g", d, p, got)
		}
	})
}

// Levels outside 0 … 1 give the ends.
func TestTriangularQuantileClamps(t *testing.T) {
	d := Triangular(3, 5, 9)
	near(t, "below 0", d.triangularQuantile(-2), 3, 0)
	near(t, "above 1", d.triangularQuantile(7), 9, 0)
}
