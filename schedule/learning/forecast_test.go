package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
	"pgregory.net/rapid"
)

// A log-normal distribution has the median and ninth decile that it is given by, and the textbook's mean.
func TestLogNormal(t *testing.T) {
	d := learning.LogNormal{Median: 40, P90: 90}
	near(t, "P50", d.CDF(40), 0.5, 1e-12)
	near(t, "P90", d.CDF(90), 0.9, 1e-12)
	near(t, "median", d.Quantile(0.5), 40, 1e-12)
	near(t, "ninth decile", d.Quantile(0.9), 90, 1e-9)
	near(t, "first decile", d.Quantile(0.1), 40*40/90.0, 1e-9)
	mean := 0.0
	for _, x := range stratified(d, 200000) {
		mean += x / 200000
	}
	near(t, "mean", d.Mean(), mean, 0.02)
	for _, days := range []float64{0, -1, math.Inf(-1), nan} {
		near(t, "CDF of no duration", d.CDF(days), 0, 0)
	}
	near(t, "CDF of ever", d.CDF(inf), 1, 0)
}

// A forecast with infinite freedom is the log-normal distribution that it is turned into.
func TestForecastWithoutDoubtIsLogNormal(t *testing.T) {
	f := learning.Forecast{Location: math.Log(40), Scale: 0.6, Freedom: inf}
	d := f.LogNormal()
	for _, p := range []float64{0.01, 0.2, 0.5, 0.8, 0.99} {
		near(t, "quantile", f.Quantile(p), d.Quantile(p), 1e-9)
		near(t, "CDF", d.CDF(f.Quantile(p)), p, 1e-12)
	}
}

// Turned into a log-normal distribution a forecast keeps P10, P50 and P90, and loses tail beyond.
func TestLogNormalKeepsTheMiddle(t *testing.T) {
	f := learning.Forecast{Location: math.Log(40), Scale: 0.6, Freedom: 6}
	d := f.LogNormal()
	for _, p := range []float64{0.1, 0.5, 0.9} {
		near(t, "quantile", d.Quantile(p), f.Quantile(p), 1e-9)
	}
	if d.Quantile(0.99) >= f.Quantile(0.99) {
		t.Errorf("P99 %v is no less than the forecast's %v", d.Quantile(0.99), f.Quantile(0.99))
	}
	near(t, "P80", d.Quantile(0.8)/f.Quantile(0.8), 1, 0.03)
}

// CDF and Quantile are inverse, and rise.
func TestForecastQuantileInverts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := learning.Forecast{
			Location: rapid.Float64Range(-2, 8).Draw(rt, "location"),
			Scale:    rapid.Float64Range(0.01, 2).Draw(rt, "scale"),
			Freedom:  rapid.Float64Range(1, 100).Draw(rt, "freedom"),
		}
		p := rapid.Float64Range(0.001, 0.99).Draw(rt, "p")
		near(rt, "CDF of the quantile", f.CDF(f.Quantile(p)), p, 1e-9)
		if f.Quantile(p+0.005) <= f.Quantile(p) {
			rt.Fatalf("quantiles fall after %v", p)
		}
	})
	near(t, "CDF of no duration", learning.Forecast{Scale: 1, Freedom: 3}.CDF(0), 0, 0)
	near(t, "CDF of ever", learning.Forecast{Scale: 1, Freedom: 3}.CDF(inf), 1, 0)
}
