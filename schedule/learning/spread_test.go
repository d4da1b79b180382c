package learning

import (
	"math"
	"testing"
)

// saw is a witness that has seen n known outcomes of the given variance, prior 1.
func saw(n, variance, weight float64) witness {
	return witness{prior: 1, weight: weight, squares: n * variance, count: n, freedom: n, told: n * variance}
}

// A cell alone is the weighted mean of the assumed variance and its own, whatever is shared.
func TestModerateOne(t *testing.T) {
	for _, shared := range []float64{0, 0.4, 1} {
		s := moderate([]witness{saw(4, 3, 6)}, shared)[0]
		near(t, "variance", s.variance, (6+12)/10.0, 1e-12)
		near(t, "freedom", s.freedom, 10, 1e-12)
	}
}

// With everything shared all cells have the variance of all outcomes together.
func TestModerateAllShared(t *testing.T) {
	for _, s := range moderate([]witness{saw(4, 3, 6), saw(10, 0.5, 6), saw(0, 0, 6)}, 1) {
		near(t, "variance", s.variance, (6+12+5)/20.0, 1e-12)
		near(t, "freedom", s.freedom, 20, 1e-12)
	}
}

// With nothing shared a cell has its own outcomes alone.
func TestModerateNothingShared(t *testing.T) {
	s := moderate([]witness{saw(4, 3, 6), saw(1000, 9, 6)}, 0)
	near(t, "variance", s[0].variance, 1.8, 1e-12)
	near(t, "freedom", s[0].freedom, 10, 1e-12)
}

// However many outcomes other cells have, a cell without own ones keeps the doubt that is its own.
func TestModerateKeepsOwnDoubt(t *testing.T) {
	s := moderate([]witness{saw(0, 0, 8), saw(1e9, 2, 8)}, 0.75)[0]
	near(t, "freedom", s.freedom, 1/(1/(8/0.75+8/0.25)+0.25/8), 1e-3)
	if s.freedom > 8/0.25 {
		t.Errorf("freedom %v is above that of the cell's own doubt, 32", s.freedom)
	}
	if !(s.variance > 1 && s.variance < 2) {
		t.Errorf("variance %v, want between the assumed 1 and the others' 2", s.variance)
	}
}

// Certainty is not moved and moves nobody.
func TestModerateCertainty(t *testing.T) {
	s := moderate([]witness{saw(50, 9, math.Inf(1)), saw(0, 0, 4)}, 0.75)
	if s[0].variance != 1 || !math.IsInf(s[0].freedom, 1) {
		t.Errorf("%+v, want the assumed variance 1 for certain", s[0])
	}
	near(t, "the other's variance", s[1].variance, 1, 1e-12)
	near(t, "the other's freedom", s[1].freedom, 4, 1e-12)
}

// A narrow assumption that failed adds to a wide one what it varies more, and not as many times as much.
func TestModerateComparesWithTheWider(t *testing.T) {
	narrow := witness{prior: 0.01, weight: 8, squares: 4, count: 4, freedom: 4, told: 4}
	s := moderate([]witness{saw(0, 0, 8), narrow}, 1)[0]
	near(t, "variance", s.variance, (8+4+(4-0.04))/12, 1e-12)
	// The other way round a wide one that varied little takes from a narrow one a share alike.
	wide := witness{prior: 1, weight: 8, squares: 1, count: 4, freedom: 4, told: 1}
	s = moderate([]witness{{prior: 0.01, weight: 8}, wide}, 1)[0]
	near(t, "variance", s.variance, 0.01*(8+1)/12, 1e-12)
}

// The wider the outcomes, the wider every cell that shares the doubt.
func TestModerateRisesWithTheEvidence(t *testing.T) {
	last := [2]float64{}
	for variance := 0.0; variance < 10; variance += 0.5 {
		s := moderate([]witness{saw(5, variance, 8), saw(3, 1, 4)}, 0.75)
		for i := range last {
			if s[i].variance <= last[i] {
				t.Errorf("evidence %v: variance of %d falls to %v", variance, i, s[i].variance)
			}
			last[i] = s[i].variance
		}
	}
}
