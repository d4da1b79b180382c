package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
	"pgregory.net/rapid"
)

// drawSpec draws one activity with a few cells and outcomes; bounded ones too where asked.
func drawSpec(t *rapid.T, bounded bool) learning.Spec {
	spec := learning.Spec{Pooling: drawPooling(t)}
	types := rapid.IntRange(1, 3).Draw(t, "types")
	conditions := rapid.IntRange(1, 2).Draw(t, "conditions")
	for k := range types {
		for c := range conditions {
			median := rapid.Float64Range(1, 200).Draw(t, "median")
			spec.Assumptions = append(spec.Assumptions, learning.Assumption{
				Cell:   cell(learning.Type(k), learning.Condition(c)),
				Median: median, P90: median * rapid.Float64Range(1.1, 5).Draw(t, "P90/median"),
				Weight: rapid.Float64Range(0.2, 20).Draw(t, "weight"),
			})
		}
	}
	for range rapid.IntRange(0, 12).Draw(t, "outcomes") {
		a := rapid.SampledFrom(spec.Assumptions).Draw(t, "cell")
		spec.Outcomes = append(spec.Outcomes, drawOutcome(t, a, bounded))
	}
	return spec
}

func drawPooling(t *rapid.T) learning.Pooling {
	if rapid.Bool().Draw(t, "default pooling") {
		return learning.Pooling{}
	}
	share := rapid.Float64Range(0, 1)
	return learning.Pooling{
		Activity: share.Draw(t, "activity"), Type: share.Draw(t, "type"), Condition: share.Draw(t, "condition"),
		Cell: 0.05 + 0.95*share.Draw(t, "cell"), Spread: share.Draw(t, "spread"),
	}
}

func drawOutcome(t *rapid.T, a learning.Assumption, bounded bool) learning.Outcome {
	days := a.Median * math.Exp(rapid.Float64Range(-2, 2).Draw(t, "log of days/median"))
	if bounded {
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			return learning.StillRunning(a.Cell, days)
		case 1:
			return learning.TookBetween(a.Cell, days, days*rapid.Float64Range(1.01, 3).Draw(t, "width"))
		}
	}
	return learning.Took(a.Cell, days)
}

// Whatever the outcomes, every number is one: the forecast is proper and the weights are shares.
func TestForecastsAreProper(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		spec := drawSpec(rt, true)
		finished, running := 0, 0
		for _, l := range learn(t, spec).Cells() {
			f := l.Forecast
			if !(f.Scale > 0) || !(f.Freedom >= 1) || math.IsNaN(f.Location) || math.IsInf(f.Location, 0) {
				rt.Fatalf("%+v is no forecast", f)
			}
			if !(l.Learnt.Median > 0 && l.Learnt.P90 > l.Learnt.Median) {
				rt.Fatalf("%+v is no log-normal", l.Learnt)
			}
			w := l.Weights
			if !(w.Own >= 0 && w.Own <= 1 && math.Abs(w.Own+w.Pooled+w.Assumption-1) < 1e-9) {
				rt.Fatalf("%+v are no weights", w)
			}
			if l.Finished+l.Running == 0 && w.Own != 0 {
				rt.Fatalf("%+v: weight on outcomes that do not exist", l)
			}
			finished, running = finished+l.Finished, running+l.Running
		}
		if finished+running != len(spec.Outcomes) {
			rt.Fatalf("%d + %d outcomes counted of %d", finished, running, len(spec.Outcomes))
		}
	})
}

// A known outcome that took longer never shortens the median of its cell, and moves it by its weight.
func TestLongerOutcomesNeverShortenTheMedian(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		spec := drawSpec(rt, false)
		if len(spec.Outcomes) == 0 {
			return
		}
		i := rapid.IntRange(0, len(spec.Outcomes)-1).Draw(rt, "which")
		c := spec.Outcomes[i].Cell
		before := of(t, learn(t, spec), c)
		spec.Outcomes[i].Lo *= 1.5
		spec.Outcomes[i].Hi *= 1.5
		after := of(t, learn(t, spec), c)
		n := float64(before.Finished)
		near(rt, "the median's step", after.Forecast.Location-before.Forecast.Location, before.Weights.Own/n*math.Log(1.5), 1e-9)
		if after.Learnt.Median < before.Learnt.Median {
			rt.Fatalf("the median fell from %v to %v", before.Learnt.Median, after.Learnt.Median)
		}
	})
}

// An activity that is running can only make its cell's median longer, and the longer it has run the more so.
func TestRunningOnlyLengthensTheMedian(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		spec := drawSpec(rt, false)
		c := spec.Assumptions[0].Cell
		last := of(t, learn(t, spec), c).Learnt.Median
		elapsed := rapid.Float64Range(0.1, 50).Draw(rt, "elapsed")
		known := spec.Outcomes
		for range 4 {
			spec.Outcomes = append(known[:len(known):len(known)], learning.StillRunning(c, elapsed))
			median := of(t, learn(t, spec), c).Learnt.Median
			if median < last*(1-1e-8) {
				rt.Fatalf("after %v days the median fell from %v to %v", elapsed, last, median)
			}
			last, elapsed = median, 2*elapsed
		}
	})
}

// Very many activities that have just begun tell next to nothing of the spread, and never a negative one.
func TestManyThatHaveJustBegunLeaveASpread(t *testing.T) {
	spec := learning.Spec{Assumptions: []learning.Assumption{assume(here, 2), assume(cell(1, 0), 0.1)}}
	for range 1000 {
		spec.Outcomes = append(spec.Outcomes, learning.StillRunning(cell(1, 0), 20))
	}
	l := of(t, learn(t, spec), here)
	if ratio := l.Learnt.P90 / l.Learnt.Median; !(ratio > 1.3 && ratio < 90.0/40+0.3) {
		t.Errorf("%+v: P90/median is %v, assumed %v", l.Learnt, ratio, 90.0/40)
	}
}

// What is running can be no worse news than having finished at the same day.
func TestRunningIsLongerThanFinished(t *testing.T) {
	for _, days := range []float64{10, 40, 120, 400} {
		finished := alone(t, assume(here, 3), took(here, 35, 60, days)...)
		running := alone(t, assume(here, 3), append(took(here, 35, 60), learning.StillRunning(here, days))...)
		if running.Learnt.Median <= finished.Learnt.Median {
			t.Errorf("running since %v days: median %v, finished: %v", days, running.Learnt.Median, finished.Learnt.Median)
		}
		if running.Weights.Own >= finished.Weights.Own {
			t.Errorf("running since %v days weighs %v, finished %v", days, running.Weights.Own, finished.Weights.Own)
		}
	}
}

// The more an assumption is worth, the less an outcome moves it.
func TestWeightHoldsTheMedian(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		days := rapid.SliceOfN(rapid.Float64Range(1, 500), 1, 8).Draw(rt, "days")
		light := rapid.Float64Range(0.1, 10).Draw(rt, "weight")
		heavy := light * rapid.Float64Range(1.1, 50).Draw(rt, "times")
		moved := func(w float64) float64 {
			return math.Abs(alone(t, assume(here, w), took(here, days...)...).Forecast.Location - math.Log(40))
		}
		if moved(heavy) > moved(light)+1e-12 {
			rt.Fatalf("weight %v moved %v, weight %v moved %v", heavy, moved(heavy), light, moved(light))
		}
	})
}

// Days are a unit like another: everything three times as long is three times as long.
func TestUnitsScale(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		spec := drawSpec(rt, true)
		before := learn(t, spec).Cells()
		scaled := learning.Spec{Pooling: spec.Pooling}
		for _, a := range spec.Assumptions {
			a.Median, a.P90 = 3*a.Median, 3*a.P90
			scaled.Assumptions = append(scaled.Assumptions, a)
		}
		for _, o := range spec.Outcomes {
			o.Lo, o.Hi = 3*o.Lo, 3*o.Hi
			scaled.Outcomes = append(scaled.Outcomes, o)
		}
		for i, l := range learn(t, scaled).Cells() {
			near(rt, "median", l.Learnt.Median/before[i].Learnt.Median, 3, 1e-6)
			near(rt, "P90", l.Learnt.P90/before[i].Learnt.P90, 3, 1e-6)
		}
	})
}
