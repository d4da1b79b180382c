package sweden

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestDistanceKnownAnswers(t *testing.T) {
	quarter := EarthRadius * math.Pi / 2
	for _, c := range []struct {
		name   string
		a, b   Point
		want   float64
		within float64
	}{
		{"a point and itself", Point{59, 18}, Point{59, 18}, 0, 0},
		{"one degree of latitude", Point{60, 18}, Point{61, 18}, EarthRadius * math.Pi / 180, 1e-6},
		{"one degree of longitude at the equator", Point{0, 1}, Point{0, 2}, EarthRadius * math.Pi / 180, 1e-6},
		{"equator to pole", Point{0, 18}, Point{90, 18}, quarter, 1e-6},
		{"antipodes", Point{59, 18}, Point{-59, -162}, 2 * quarter, 1},
		{"antipodes that rounding takes past the far side", Point{74.6, -87.5}, Point{-74.6, 92.5}, 2 * quarter, 1},
		{"across the date line", Point{60, 179.5}, Point{60, -179.5}, 55_597, 1},
		{"a metre", Point{59, 18}, Point{59 + 1/(EarthRadius*math.Pi/180), 18}, 1, 1e-6},
	} {
		if got := Distance(c.a, c.b); !(math.Abs(got-c.want) <= c.within) { // so that NaN fails too
			t.Errorf("%s: %v m, want %v", c.name, got, c.want)
		}
	}
}

// Distance is a metric on the sphere.
func TestDistanceIsAMetric(t *testing.T) {
	point := rapid.Custom(func(t *rapid.T) Point {
		return Point{rapid.Float64Range(-90, 90).Draw(t, "lat"), rapid.Float64Range(-180, 180).Draw(t, "lon")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := point.Draw(t, "a"), point.Draw(t, "b"), point.Draw(t, "c")
		if !a.IsKnown() || !b.IsKnown() || !c.IsKnown() {
			t.Skip("unknown")
		}
		ab, ba := Distance(a, b), Distance(b, a)
		if math.Abs(ab-ba) > 1e-6 || ab < 0 || ab > EarthRadius*math.Pi+1e-6 || Distance(a, a) != 0 {
			t.Fatalf("%v m one way, %v m the other", ab, ba)
		}
		if direct, round := Distance(a, c), ab+Distance(b, c); direct > round+1 {
			t.Fatalf("%v m directly, %v m over %v", direct, round, b)
		}
	})
}

// Nobody can take the distance to an unknown place for a short one or a long one.
func TestDistanceToTheUnknown(t *testing.T) {
	known := Point{59, 18}
	for _, d := range []float64{Distance(known, Point{}), Distance(Point{}, known), Distance(Point{}, Point{})} {
		if !math.IsNaN(d) {
			t.Errorf("got %v, want NaN", d)
		}
	}
}
