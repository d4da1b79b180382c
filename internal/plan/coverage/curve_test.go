package coverage_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
)

// The curve never falls, and at the limits it is the share that is a figure.
func TestCurve(t *testing.T) {
	c := cover(t, world(office("a", 0)), coverage.Options{Population: street(0, 10, 10.5, 30, 200)})
	curve, err := c.Curve(0, 0, 0, 60)
	if err != nil || len(curve) != 61 {
		t.Fatal(err, len(curve))
	}
	for m, want := range map[int]float64{0: 0.2, 9: 0.2, 10: 0.4, 11: 0.6, 29: 0.6, 30: 0.8, 60: 0.8} {
		if math.Abs(curve[m]-want) > 1e-12 {
			t.Errorf("%v within %d minutes, want %v", curve[m], m, want)
		}
	}
	for m := 1; m < len(curve); m++ {
		if curve[m] < curve[m-1] {
			t.Errorf("the curve falls at %d", m)
		}
	}
	r, _ := c.ReachIn(0, 0, 0)
	for k, m := range coverage.Minutes {
		if share := float64(r.Within[k]) / float64(r.People); curve[m] != share {
			t.Errorf("%v within %d minutes, the figure says %v", curve[m], m, share)
		}
	}
	if none, err := c.Curve(0, 5, 0, 60); none != nil || err != nil { // a county without points
		t.Errorf("%v %v", none, err)
	}
}
