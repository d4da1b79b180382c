package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
	"pgregory.net/rapid"
)

// A day too late costs p and a day too early 1−p; to hit costs nothing.
func TestPinballByHand(t *testing.T) {
	for _, c := range []struct{ quantile, p, days, want float64 }{
		{50, 0.8, 60, 8}, {50, 0.8, 40, 2}, {50, 0.8, 50, 0}, {50, 0.5, 60, 5}, {50, 0.1, 60, 1},
	} {
		near(t, "loss", learning.Pinball(c.quantile, c.p, c.days), c.want, 1e-12)
	}
}

// The true quantile has the least mean loss: the score cannot be gamed by promising more or less.
func TestPinballIsLeastAtTheTrueQuantile(t *testing.T) {
	truth := learning.LogNormal{Median: 40, P90: 90}
	days := stratified(truth, 2000)
	for _, p := range []float64{0.1, 0.5, 0.8, 0.9} {
		loss := func(quantile float64) float64 {
			sum := 0.0
			for _, d := range days {
				sum += learning.Pinball(quantile, p, d)
			}
			return sum
		}
		q := truth.Quantile(p)
		if loss(q) >= loss(0.95*q) || loss(q) >= loss(1.05*q) {
			t.Errorf("p=%v: %v at the quantile, %v below and %v above", p, loss(q), loss(0.95*q), loss(1.05*q))
		}
	}
}

// The continuous ranked probability score of a certain number is the distance; of a normal forecast it has a
// closed form.
func TestCRPSAgainstClosedForms(t *testing.T) {
	near(t, "point", learning.CRPS(learning.Point(50), 63), 13, 1e-9)
	for _, z := range []float64{-2, 0, 0.7, 3} {
		phi := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
		want := z*math.Erf(z/math.Sqrt2) + 2*phi - 1/math.Sqrt(math.Pi)
		near(t, "normal", learning.CRPS(learning.Normal{Mean: 100, Deviation: 10}, 100+10*z), 10*want, 0.05)
	}
}

// Forecasts of the truth cover what they say, and no other forecast scores better.
func TestTheTruthScoresBest(t *testing.T) {
	truth := learning.LogNormal{Median: 40, P90: 90}
	score := func(f learning.Quantiler) *learning.Score {
		var s learning.Score
		for _, d := range stratified(truth, 1000) {
			s.Add(f, d)
		}
		return &s
	}
	best := score(truth)
	near(t, "coverage", best.Coverage(), 0.8, 1e-9)
	near(t, "late", best.Late(), 0.2, 1e-9)
	if best.N() != 1000 {
		t.Errorf("%d scored, want 1000", best.N())
	}
	for _, f := range []learning.Quantiler{
		learning.LogNormal{Median: 40, P90: 70}, learning.LogNormal{Median: 40, P90: 130}, learning.LogNormal{Median: 30, P90: 70},
		learning.Normal{Mean: truth.Mean(), Deviation: 35}, learning.Point(40), learning.Point(truth.Mean()),
	} {
		if s := score(f); s.Pinball() <= best.Pinball() || s.CRPS() <= best.CRPS() {
			t.Errorf("%#v scores %v and %v, the truth %v and %v", f, s.Pinball(), s.CRPS(), best.Pinball(), best.CRPS())
		}
	}
}

// An outcome on a limit of the interval lies within it, and one on P80 is in time.
func TestLimitsBelongToTheInterval(t *testing.T) {
	var s learning.Score
	s.Add(learning.Point(30), 30)
	near(t, "coverage", s.Coverage(), 1, 0)
	near(t, "late", s.Late(), 0, 0)
	near(t, "loss", s.Pinball(), 0, 0)
	s.Add(learning.Point(30), 31)
	near(t, "coverage", s.Coverage(), 0.5, 0)
	near(t, "late", s.Late(), 0.5, 0)
	near(t, "loss", s.Pinball(), 0.25, 1e-12)
	near(t, "CRPS", s.CRPS(), 0.5, 1e-12)
}

// Nothing scored is no score.
func TestNoScore(t *testing.T) {
	var s learning.Score
	for _, x := range []float64{s.Coverage(), s.Late(), s.Pinball(), s.CRPS(), learning.Skill(1, 0)} {
		if !math.IsNaN(x) {
			t.Errorf("%v, want NaN", x)
		}
	}
	near(t, "skill", learning.Skill(30, 40), 0.25, 1e-12)
	near(t, "worse", learning.Skill(50, 40), -0.25, 1e-12)
}

// Losses are never negative, and the CRPS of any forecast is at least half the distance to where it puts
// all of its mass on the wrong side.
func TestScoresAreNotNegative(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		median := rapid.Float64Range(1, 300).Draw(rt, "median")
		f := learning.LogNormal{Median: median, P90: median * rapid.Float64Range(1.01, 6).Draw(rt, "ratio")}
		days := rapid.Float64Range(0, 2000).Draw(rt, "days")
		var s learning.Score
		s.Add(f, days)
		if !(s.Pinball() >= 0 && s.CRPS() >= 0) {
			rt.Fatalf("%v and %v", s.Pinball(), s.CRPS())
		}
		if beyond := f.Quantile(0.995); days > beyond && s.CRPS() < 0.9*(days-beyond) {
			rt.Fatalf("CRPS %v though the outcome lies %v beyond the forecast", s.CRPS(), days-beyond)
		}
	})
}
