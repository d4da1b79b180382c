package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
	"pgregory.net/rapid"
)

// nested shares nothing through conditions, so that cells form a tree.
var nested = learning.Pooling{Activity: 0.5, Type: 0.3, Cell: 0.2, Spread: 0.75}

// A cell with own outcomes lies between them and what it would believe without; one without own outcomes
// lies between the assumption and the others' outcomes.
func TestPooledCellsLieBetween(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		weight := rapid.Float64Range(0.2, 10).Draw(rt, "weight")
		spec := learning.Spec{Pooling: nested, Assumptions: []learning.Assumption{assume(here, weight), assume(cell(0, 1), weight), assume(cell(1, 0), weight)}}
		shift := rapid.Float64Range(1.2, 4).Draw(rt, "others/assumption")
		spec.Outcomes = took(cell(0, 1), 40*shift*0.9, 40*shift, 40*shift/0.9)
		without := learn(t, spec)
		low, high := 40.0, 40*shift
		for _, c := range []learning.Cell{here, cell(1, 0)} {
			if m := of(t, without, c).Learnt.Median; !(m > low && m < high) {
				rt.Fatalf("%v without outcomes: median %v outside %v to %v", c, m, low, high)
			}
		}
		if of(t, without, here).Learnt.Median <= of(t, without, cell(1, 0)).Learnt.Median {
			rt.Fatalf("the same type learns no more than another")
		}
		own := rapid.Float64Range(5, 400).Draw(rt, "own")
		spec.Outcomes = append(spec.Outcomes, learning.Took(here, own))
		prior, median := of(t, without, here).Learnt.Median, of(t, learn(t, spec), here).Learnt.Median
		if !(median >= min(own, prior)-1e-9 && median <= max(own, prior)+1e-9) {
			rt.Fatalf("median %v is not between own %v and believed %v", median, own, prior)
		}
	})
}

// In a tree no cell's outcomes count against another.
func TestNestedWeightsAreNotNegative(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		spec := drawSpec(rt, true)
		spec.Pooling = nested
		for _, l := range learn(t, spec).Cells() {
			if l.Weights.Pooled < -1e-12 {
				rt.Fatalf("%+v", l)
			}
		}
	})
}

// Outcomes are compared with what was assumed of their own cell: one that took what was assumed is no news
// for a cell of which something else is assumed.
func TestPoolingComparesWithTheOwnAssumption(t *testing.T) {
	long := learning.Assumption{Cell: cell(1, 0), Median: 200, P90: 400, Weight: 2}
	spec := learning.Spec{Assumptions: []learning.Assumption{assume(here, 2), long}, Outcomes: took(long.Cell, 200, 200)}
	near(t, "median", of(t, learn(t, spec), here).Learnt.Median, 40, 1e-9)
	spec.Outcomes = took(long.Cell, 400, 400)
	l := of(t, learn(t, spec), here)
	near(t, "median", l.Learnt.Median, 40*math.Pow(2, l.Weights.Pooled), 1e-9)
	if !(l.Weights.Pooled > 0.1 && l.Weights.Own == 0) {
		t.Errorf("%+v, want weight on the other cell", l.Weights)
	}
}

// A cell of which little variation was assumed, and that took many times as long, moves one of which much
// was assumed by less than it has moved itself: it is not taken for a deviation of many standard deviations.
func TestNarrowAssumptionsDoNotShout(t *testing.T) {
	narrow := learning.Assumption{Cell: cell(1, 0), Median: 15, P90: 15.2, Weight: 2}
	for _, p := range []learning.Pooling{{}, {Activity: 1}, {Activity: 1, Spread: 1}} {
		spec := learning.Spec{Assumptions: []learning.Assumption{assume(here, 2), narrow}, Outcomes: took(narrow.Cell, 30, 31, 29, 30), Pooling: p}
		m := learn(t, spec)
		wide, moved := of(t, m, here).Learnt.Median/40, of(t, m, narrow.Cell).Learnt.Median/15
		if !(wide >= 1 && wide < moved && moved <= 31.0/15) {
			t.Errorf("%+v: the narrow one is %v times as long as assumed, the wide one %v", p, moved, wide)
		}
		if l := of(t, m, here).Learnt; l.P90/l.Median > 1.5*90/40 {
			t.Errorf("%+v: the wide one has become %+v", p, l)
		}
	}
}

// Only the proportions of the shares count, and the default is what it says.
func TestSharesAreProportions(t *testing.T) {
	spec := learning.Spec{
		Assumptions: []learning.Assumption{assume(here, 2), assume(cell(1, 0), 1), assume(cell(1, 1), 3)},
		Outcomes:    append(took(here, 70, 80), took(cell(1, 1), 30)...),
	}
	for _, pair := range [][2]learning.Pooling{
		{{Activity: 0.5, Cell: 0.25, Spread: 0.5}, {Activity: 1, Cell: 0.5, Spread: 0.5}},
		{{}, learning.DefaultPooling},
	} {
		spec.Pooling = pair[0]
		one := learn(t, spec).Cells()
		spec.Pooling = pair[1]
		for i, l := range learn(t, spec).Cells() {
			near(t, "location", l.Forecast.Location, one[i].Forecast.Location, 1e-12)
			near(t, "scale", l.Forecast.Scale, one[i].Forecast.Scale, 1e-12)
		}
	}
}

// With all doubt the cell's own nothing is pooled; with all doubt the activity's every cell moves alike.
func TestPoolingAtItsEnds(t *testing.T) {
	spec := learning.Spec{
		Assumptions: []learning.Assumption{assume(here, 2), assume(cell(1, 1), 2)},
		Outcomes:    took(cell(1, 1), 100, 120, 90),
		Pooling:     learning.Pooling{Cell: 1},
	}
	l := of(t, learn(t, spec), here)
	near(t, "median", l.Learnt.Median, 40, 1e-9)
	near(t, "P90", l.Learnt.P90, 90, 1e-9)
	spec.Pooling = learning.Pooling{Activity: 1, Spread: 1}
	m := learn(t, spec)
	a, b := of(t, m, here), of(t, m, cell(1, 1))
	near(t, "median", a.Learnt.Median, b.Learnt.Median, 1e-9)
	near(t, "P90 with the spread shared too", a.Learnt.P90, b.Learnt.P90, 1.5)
	near(t, "weight", a.Weights.Pooled, b.Weights.Own, 1e-12)
}
