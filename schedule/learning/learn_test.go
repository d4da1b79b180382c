package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
	"pgregory.net/rapid"
)

var here = cell(0, 0)

// Without outcomes nothing is learnt: the forecast is the assumption, whatever it is worth.
func TestNoOutcomesGiveTheAssumption(t *testing.T) {
	for _, weight := range []float64{0.01, 0.5, 1, 2, 30, 1e6, math.Inf(1)} {
		for _, spread := range []float64{0, 1, 3, 100, math.Inf(1)} {
			a := assume(here, weight)
			a.SpreadWeight = spread
			l := alone(t, a)
			near(t, "median", l.Learnt.Median, 40, 1e-9)
			near(t, "P90", l.Learnt.P90, 90, 1e-9)
			near(t, "P50 of the forecast", l.Forecast.CDF(40), 0.5, 1e-12)
			near(t, "P90 of the forecast", l.Forecast.CDF(90), 0.9, 1e-9)
			if want := (learning.Weights{Assumption: 1}); l.Weights != want {
				t.Errorf("weight %v: %+v, want %+v", weight, l.Weights, want)
			}
			if l.Finished != 0 || l.Running != 0 {
				t.Errorf("counts %d and %d, want none", l.Finished, l.Running)
			}
		}
	}
}

// An assumption of infinite weight is not moved by any outcome, not even of other cells, nor does it
// let its own outcomes move theirs.
func TestInfiniteWeightNeitherLearnsNorTeaches(t *testing.T) {
	other := cell(1, 0)
	spec := learning.Spec{Assumptions: []learning.Assumption{assume(here, math.Inf(1)), assume(other, 2)}}
	spec.Outcomes = append(took(here, 400, 500, 600), learning.StillRunning(here, 700))
	untaught := of(t, learn(t, spec), other)
	near(t, "the other's median", untaught.Learnt.Median, 40, 1e-9)
	near(t, "the other's P90", untaught.Learnt.P90, 90, 1e-9)
	spec.Outcomes = append(spec.Outcomes, took(other, 10, 300)...)
	l := of(t, learn(t, spec), here)
	near(t, "median", l.Learnt.Median, 40, 1e-9)
	near(t, "P90", l.Learnt.P90, 90, 1e-9)
	if l.Finished != 3 || l.Running != 1 || l.Weights.Assumption != 1 {
		t.Errorf("%+v: want 3 finished, 1 running, all weight on the assumption", l)
	}
}

// A cell of its own is the textbook's conjugate update: normal mean, scaled inverse chi-squared variance.
func TestOneCellIsTheConjugateUpdate(t *testing.T) {
	const w, v = 3.0, 7.0
	days := []float64{30, 55, 80, 42}
	a := assume(here, w)
	a.SpreadWeight = v
	l := alone(t, a, took(here, days...)...)

	const z90 = 1.2815515655446004
	scale := math.Log(90.0/40) / z90
	// The ninth decile of t with 7 degrees of freedom is 1.414924.
	prior := math.Pow(z90/1.4149239, 2) * w / (w + 1)
	n, mean := float64(len(days)), 0.0
	for _, d := range days {
		mean += math.Log(d/40) / scale / n
	}
	within := 0.0
	for _, d := range days {
		z := math.Log(d/40) / scale
		within += (z - mean) * (z - mean)
	}
	variance := (v*prior + within + n*w/(n+w)*mean*mean) / (v + n)
	near(t, "location", l.Forecast.Location, math.Log(40)+scale*n*mean/(n+w), 1e-12)
	near(t, "scale", l.Forecast.Scale, scale*math.Sqrt(variance*(1+1/(n+w))), 1e-7)
	near(t, "freedom", l.Forecast.Freedom, v+n, 1e-12)
	near(t, "own weight", l.Weights.Own, n/(n+w), 1e-12)
	near(t, "assumption's weight", l.Weights.Assumption, w/(n+w), 1e-12)
	near(t, "pooled weight", l.Weights.Pooled, 0, 0)
}

// stratified returns n durations that are the quantiles of a log-normal distribution.
func stratified(d learning.LogNormal, n int) []float64 {
	days := make([]float64, n)
	for i := range days {
		days[i] = d.Quantile((float64(i) + 0.5) / float64(n))
	}
	return days
}

// With many outcomes the assumption is forgotten: the forecast has the data's median and ninth decile, also
// where the other cells of the activity have other ones.
func TestManyOutcomesSpeakForThemselves(t *testing.T) {
	truths := []learning.LogNormal{{Median: 100, P90: 120}, {Median: 15, P90: 60}, {Median: 60, P90: 130}}
	var spec learning.Spec
	for i, d := range truths {
		c := cell(learning.Type(i), learning.Condition(i%2))
		spec.Assumptions = append(spec.Assumptions, assume(c, 5))
		spec.Outcomes = append(spec.Outcomes, took(c, stratified(d, 20000)...)...)
	}
	m := learn(t, spec)
	for i, d := range truths {
		l := m.Cells()[i]
		near(t, "median", l.Learnt.Median/d.Median, 1, 0.002)
		near(t, "P90", l.Learnt.P90/d.P90, 1, 0.01)
		near(t, "own weight", l.Weights.Own, 1, 0.001)
	}
}

// The same truth is found when half of the activities are still running: leaving them out would find a
// shorter one.
func TestManyCensoredOutcomesFindTheTruth(t *testing.T) {
	truth := learning.LogNormal{Median: 60, P90: 140}
	var all, finished []learning.Outcome
	for i, d := range stratified(truth, 4000) {
		// Windows that do not depend on the duration: a permutation of 20 … 139 days.
		window := 20 + float64(i*37%120)
		if d <= window {
			all, finished = append(all, learning.Took(here, d)), append(finished, learning.Took(here, d))
		} else {
			all = append(all, learning.StillRunning(here, window))
		}
	}
	l := alone(t, assume(here, 2), all...)
	near(t, "median", l.Learnt.Median, 60, 1.5)
	near(t, "P90", l.Learnt.P90, 140, 5)
	if l.Running < 1000 || l.Running+l.Finished != 4000 {
		t.Fatalf("%d of 4000 run: no test of censoring", l.Running)
	}
	naive := alone(t, assume(here, 2), finished...)
	if naive.Learnt.Median > 50 {
		t.Errorf("without what is running the median is %v: this test shows nothing", naive.Learnt.Median)
	}
}

// Durations that are known to the week give what durations known to the day give.
func TestIntervalsAreAsGoodAsTheirWidth(t *testing.T) {
	truth := learning.LogNormal{Median: 60, P90: 140}
	var exact, narrow, weeks []learning.Outcome
	for _, d := range stratified(truth, 300) {
		exact = append(exact, learning.Took(here, d))
		narrow = append(narrow, learning.TookBetween(here, d*(1-1e-7), d*(1+1e-7)))
		lo := math.Floor(d/5) * 5
		weeks = append(weeks, learning.TookBetween(here, lo, lo+5))
	}
	want := alone(t, assume(here, 4), exact...)
	got := alone(t, assume(here, 4), narrow...)
	near(t, "median of narrow intervals", got.Learnt.Median, want.Learnt.Median, 1e-4)
	near(t, "P90 of narrow intervals", got.Learnt.P90, want.Learnt.P90, 1e-3)
	near(t, "freedom of narrow intervals", got.Forecast.Freedom, want.Forecast.Freedom, 1e-3)
	if got.Finished != 300 {
		t.Errorf("%d finished, want 300", got.Finished)
	}
	got = alone(t, assume(here, 4), weeks...)
	near(t, "median of weeks", got.Learnt.Median, want.Learnt.Median, 0.3)
	near(t, "P90 of weeks", got.Learnt.P90, want.Learnt.P90, 1.5)
}

// "At most 30 days" lowers the median below what was assumed, and less than "30 days" with a truth far below.
func TestBoundedFromAboveLowersTheMedian(t *testing.T) {
	atMost := alone(t, assume(here, 2), learning.TookBetween(here, 0, 30)).Learnt.Median
	if !(atMost < 40 && atMost > 20) {
		t.Errorf("median %v, want below the assumed 40 and above 20", atMost)
	}
	loose := alone(t, assume(here, 2), learning.TookBetween(here, 0, 5000)).Learnt
	near(t, "median of a bound that says nothing", loose.Median, 40, 1e-3)
	near(t, "P90 of a bound that says nothing", loose.P90, 90, 1e-2)
}

// What has just started changes nothing at all; it is counted.
func TestCensoredAtNothingChangesNothing(t *testing.T) {
	for _, days := range [][]float64{nil, {30}, {70, 20, 95}} {
		before := alone(t, assume(here, 2), took(here, days...)...)
		after := alone(t, assume(here, 2), append(took(here, days...), learning.StillRunning(here, 0), learning.StillRunning(here, 0))...)
		if after.Running != 2 {
			t.Errorf("%d running, want 2", after.Running)
		}
		after.Running = 0
		if before != after {
			t.Errorf("%+v\nbecame\n%+v", before, after)
		}
		// The limit is reached without a jump.
		soon := alone(t, assume(here, 2), append(took(here, days...), learning.StillRunning(here, 0.5))...)
		near(t, "median after half a day", soon.Learnt.Median, before.Learnt.Median, 1e-3)
		near(t, "P90 after half a day", soon.Learnt.P90, before.Learnt.P90, 1e-2)
	}
}

// A model is read by the cell; what nobody assumed anything of is not there.
func TestCellsAreInTheOrderOfTheAssumptions(t *testing.T) {
	order := []learning.Cell{{Activity: 3}, {Activity: 1, Type: 2}, {Activity: 3, Type: 1}, {Activity: 1}}
	var spec learning.Spec
	for _, c := range order {
		spec.Assumptions = append(spec.Assumptions, assume(c, 1))
	}
	m := learn(t, spec)
	for i, l := range m.Cells() {
		if l.Cell != order[i] {
			t.Errorf("cell %d is %v, want %v", i, l.Cell, order[i])
		}
	}
	m.Cells()[0].Finished = 99
	if m.Cells()[0].Finished != 0 {
		t.Error("a caller changed the model")
	}
	if l, ok := m.Cell(learning.Cell{Activity: 9}); ok {
		t.Errorf("found %+v for a cell without an assumption", l)
	}
	if cells := learn(t, learning.Spec{}).Cells(); len(cells) != 0 {
		t.Errorf("%v from nothing", cells)
	}
}

// The order in which outcomes are stated, and the order of the assumptions for each activity apart, change
// no bit.
func TestOrderOfOutcomesChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		spec := drawSpec(rt, true)
		before := learn(t, spec).Cells()
		spec.Outcomes = rapid.Permutation(spec.Outcomes).Draw(rt, "outcomes in another order")
		for i, l := range learn(t, spec).Cells() {
			if l != before[i] {
				rt.Fatalf("%+v\nbecame\n%+v", before[i], l)
			}
		}
	})
}

// Activities are strangers: what happens in one changes no bit of another.
func TestActivitiesDoNotTeachOneAnother(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		spec := drawSpec(rt, true)
		alone := learn(t, spec).Cells()
		stranger := learning.Cell{Activity: 77}
		spec.Assumptions = append(spec.Assumptions, assume(stranger, 1))
		spec.Outcomes = append(spec.Outcomes, took(stranger, 3, 900)...)
		both := learn(t, spec).Cells()
		for i, l := range alone {
			if both[i] != l {
				rt.Fatalf("%+v\nbecame\n%+v", l, both[i])
			}
		}
	})
}

// Learn is a function: twice the same question gives the same bits, and the Spec is left as it was.
func TestLearnIsDeterministicAndLeavesTheSpec(t *testing.T) {
	o := found(plain, 9, 9)
	spec := learning.Spec{Assumptions: o.assumptions}
	for range 20 {
		spec.Outcomes = append(spec.Outcomes, o.open(1).recorded(300)...)
	}
	copied := append([]learning.Outcome(nil), spec.Outcomes...)
	first, second := learn(t, spec).Cells(), learn(t, spec).Cells()
	for i := range first {
		if first[i] != second[i] {
			t.Fatalf("%+v\nbecame\n%+v", first[i], second[i])
		}
	}
	for i := range copied {
		if copied[i] != spec.Outcomes[i] {
			t.Fatalf("outcome %d was changed", i)
		}
	}
}
