package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
)

// Before any outcome a forecast's doubt is that of its weight, 1/(1+w), and cells are in doubt together as far
// as the pooling says; outcomes of one cell leave less doubt of it, and less that is shared.
func TestDoubt(t *testing.T) {
	cells := []learning.Cell{{Activity: 1, Type: 1}, {Activity: 1, Type: 2}, {Activity: 1, Type: 1, Condition: 1}, {Activity: 2, Type: 1}}
	spec := learning.Spec{}
	for _, c := range cells {
		spec.Assumptions = append(spec.Assumptions, learning.Assumption{Cell: c, Median: 40, P90: 80, Weight: 2})
	}
	m := learn(t, spec)
	for i, want := range []float64{1, 0.6, 0.7, 0} {
		near(t, "shared doubt", m.Doubt(cells[0], cells[i]), want, 1e-12)
		near(t, "shared doubt, turned", m.Doubt(cells[i], cells[0]), want, 1e-12)
		own, _ := m.Cell(cells[i])
		near(t, "doubt", own.Doubt, 1.0/3, 1e-12)
	}
	for range 10 {
		spec.Outcomes = append(spec.Outcomes, learning.Took(cells[0], 44))
	}
	after := learn(t, spec)
	own, _ := after.Cell(cells[0])
	other, _ := after.Cell(cells[1])
	if own.Doubt >= 0.1 || other.Doubt >= 1.0/3 || other.Doubt <= own.Doubt {
		t.Errorf("doubts %g of the cell with outcomes, %g of the other", own.Doubt, other.Doubt)
	}
	if c := after.Doubt(cells[0], cells[1]); c <= 0 || c >= 0.6 {
		t.Errorf("%g of the doubt is shared with a cell that is known well", c)
	}
	if m.Doubt(cells[0], learning.Cell{Activity: 9}) != 0 {
		t.Error("doubt shared with a cell of which nothing is assumed")
	}
}

// With one cell the doubt is the conjugate answer: 1/(w+n) of a variance to 1 of it.
func TestDoubtOfACellAlone(t *testing.T) {
	c := learning.Cell{Activity: 1}
	spec := learning.Spec{Assumptions: []learning.Assumption{{Cell: c, Median: 40, P90: 80, Weight: 3}}}
	for n := range 5 {
		own, _ := learn(t, spec).Cell(c)
		k := 1 / (3 + float64(n))
		near(t, "doubt", own.Doubt, k/(1+k), 1e-12)
		spec.Outcomes = append(spec.Outcomes, learning.Took(c, 30+float64(n)))
	}
	spec.Assumptions[0].Weight = math.Inf(1)
	if own, _ := learn(t, spec).Cell(c); own.Doubt != 0 {
		t.Errorf("a doubt of %g about what no outcome shall change", own.Doubt)
	}
}

// Equal bounds count as many times as they are stated.
func TestEqualBoundsCountEachTime(t *testing.T) {
	c := learning.Cell{Activity: 1}
	median := func(bounds ...float64) float64 {
		spec := learning.Spec{Assumptions: []learning.Assumption{{Cell: c, Median: 40, P90: 80, Weight: 3}}}
		for _, b := range bounds {
			spec.Outcomes = append(spec.Outcomes, learning.StillRunning(c, b))
		}
		own, _ := learn(t, spec).Cell(c)
		if own.Running != len(bounds) {
			t.Errorf("%d running of %d", own.Running, len(bounds))
		}
		return own.Learnt.Median
	}
	if one, three, apart := median(70), median(70, 70, 70), median(70, 70.0001, 69.9999); one >= three || math.Abs(three-apart) > 1e-3 {
		t.Errorf("median %g after one, %g after three, %g after three that differ a little", one, three, apart)
	}
}
