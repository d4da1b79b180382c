package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
	"pgregory.net/rapid"
)

// Before anything has happened there is no average, and no deviation before the second outcome.
func TestExperienceBeginsWithNothing(t *testing.T) {
	var e learning.Experience
	if p, ok := e.Point(); ok {
		t.Errorf("an average %v of nothing", p)
	}
	e.Add(30)
	if p, ok := e.Point(); !ok || p != 30 {
		t.Errorf("average %v %v, want 30", p, ok)
	}
	if d, ok := e.Normal(); ok {
		t.Errorf("a deviation %v of one outcome", d)
	}
	e.Add(50)
	d, ok := e.Normal()
	if !ok || e.N() != 2 {
		t.Fatalf("%v %v of %d outcomes", d, ok, e.N())
	}
	near(t, "mean", d.Mean, 40, 1e-12)
	near(t, "deviation", d.Deviation, math.Sqrt(200), 1e-12)
}

// Kept one by one it is the mean and the sample deviation of all.
func TestExperienceEqualsTwoPasses(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		days := rapid.SliceOfN(rapid.Float64Range(0, 1000), 2, 50).Draw(rt, "days")
		var e learning.Experience
		mean, squares := 0.0, 0.0
		for _, d := range days {
			e.Add(d)
			mean += d / float64(len(days))
		}
		for _, d := range days {
			squares += (d - mean) * (d - mean) / float64(len(days)-1)
		}
		got, _ := e.Normal()
		near(rt, "mean", got.Mean, mean, 1e-9)
		near(rt, "deviation", got.Deviation, math.Sqrt(squares), 1e-6)
	})
}

// A point says the same at every level and a normal distribution what the table says.
func TestYardsticksQuantiles(t *testing.T) {
	near(t, "point", learning.Point(30).Quantile(0.1), 30, 0)
	near(t, "point", learning.Point(30).Quantile(0.9), 30, 0)
	n := learning.Normal{Mean: 100, Deviation: 20}
	near(t, "median", n.Quantile(0.5), 100, 0)
	near(t, "P90", n.Quantile(0.9), 100+20*1.2815515655, 1e-8)
	near(t, "P10", n.Quantile(0.1), 100-20*1.2815515655, 1e-8)
}
