package learning

import (
	"math"
	"testing"
)

var measured = Assumption{Median: 40, P90: 90, Weight: 2}

// Outcomes are measured from the assumed median, by the logarithm of how many times as long they took.
func TestGatherMeasuresFromTheAssumption(t *testing.T) {
	e := gather([]Assumption{measured}, []Outcome{Took(Cell{}, 90), Took(Cell{}, 40), TookBetween(Cell{}, 40, 90), StillRunning(Cell{}, 90)})[0]
	near(t, "median", e.known[0], 0, 1e-12)
	near(t, "P90", e.known[1], math.Log(2.25), 1e-12)
	near(t, "lower bound", e.partial[0].lo, 0, 1e-12)
	near(t, "upper bound", e.partial[0].hi, math.Log(2.25), 1e-12)
	near(t, "elapsed", e.partial[1].lo, math.Log(2.25), 1e-12)
	if !math.IsInf(e.partial[1].hi, 1) || e.finished != 3 || e.running != 1 {
		t.Errorf("%+v: want 3 finished, and 1 running without an upper bound", e)
	}
}

// "At most 40 days" has no lower bound; what has just started is counted and has no bound at all.
func TestGatherOpenBounds(t *testing.T) {
	e := gather([]Assumption{measured}, []Outcome{TookBetween(Cell{}, 0, 40), StillRunning(Cell{}, 0)})[0]
	if len(e.partial) != 1 || !math.IsInf(e.partial[0].lo, -1) || e.finished != 1 || e.running != 1 {
		t.Errorf("%+v: want one bound, open below", e)
	}
}

// Known outcomes are summed as they are.
func TestCompleteKnown(t *testing.T) {
	e := evidence{known: []float64{-1, 0.5, 2}}
	c := e.complete(0.5, 3)
	near(t, "weight", c.weight, 3, 0)
	near(t, "sum", c.sum, 1.5, 1e-12)
	near(t, "squares", c.squares, 2.25+2.25, 1e-12)
	near(t, "count", c.count, 3, 0)
	near(t, "freedom", c.freedom, 3, 0)
}

// At the answer the completed outcomes pull as hard as the likelihood does: the slope of ln P(Z > a) is the
// hazard.
func TestCompletePullsAsTheLikelihood(t *testing.T) {
	const mean, deviation, bound = 0.3, 0.8, 0.9
	e := evidence{partial: []limits{{bound, math.Inf(1), 1}}}
	c := e.complete(mean, deviation)
	const h = 1e-5
	tail := func(m float64) float64 { return math.Log(upper((bound - m) / deviation)) }
	slope := (tail(mean+h) - tail(mean-h)) / (2 * h)
	near(t, "pull", (c.sum-c.weight*mean)/(deviation*deviation), slope, 1e-8)
	curve := -(tail(mean+h) - 2*tail(mean) + tail(mean-h)) / (h * h)
	near(t, "worth", c.weight/(deviation*deviation), curve, 1e-4)
	near(t, "count", c.count, 1, 0)
	// The slope in the logarithm of the deviation is the square less one.
	wide := func(d float64) float64 { return math.Log(upper((bound - mean) / d)) }
	spread := (wide(deviation*(1+h)) - wide(deviation*(1-h))) / (2 * h)
	near(t, "pull on the spread", c.squares/(deviation*deviation)-1, spread, 1e-8)
}

// What elapsed a moment ago weighs nothing.
func TestCompleteOfAlmostNothing(t *testing.T) {
	e := evidence{partial: []limits{{-30, math.Inf(1), 1}}}
	c := e.complete(0, 1)
	near(t, "weight", c.weight, 0, 1e-12)
	near(t, "sum", c.sum, 0, 1e-12)
	near(t, "freedom", c.freedom, 0, 1e-9)
}
