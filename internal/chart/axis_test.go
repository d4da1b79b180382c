package chart

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
		whole  bool
		want   []float64
	}{
		{0, 28, 6, true, []float64{0, 5, 10, 15, 20, 25, 30}},
		{113, 149, 8, true, []float64{110, 115, 120, 125, 130, 135, 140, 145, 150}},
		{0, 1, 5, false, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{0.1, 0.3, 2, false, []float64{0.1, 0.2, 0.3}},
		{0, 1, 5, true, []float64{0, 1}},
		{0, 0, 5, false, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{7, 7, 4, true, []float64{6, 7, 8}},
		{-5, 5, 4, false, []float64{-5, 0, 5}},
		{5, -5, 4, false, []float64{-5, 0, 5}},
		{0, 24.65, 5, false, []float64{0, 5, 10, 15, 20, 25}},
		{0, 1e15, 2, false, []float64{0, 5e14, 1e15}},
		{0, 3, 0, true, []float64{0, 2, 4}},
		{0, math.Inf(1), 5, false, nil},
		{math.NaN(), 1, 5, false, nil},
		{-1e300, 1, 5, false, nil},
	} {
		if got := Ticks(c.lo, c.hi, c.most, c.whole); !slices.Equal(got, c.want) {
			t.Errorf("Ticks(%v, %v, %d, %v) = %v, want %v", c.lo, c.hi, c.most, c.whole, got, c.want)
		}
	}
}

// Ticks cover the range, rise by equal steps of 1, 2 or 5, are few, and leave
// less than one step of empty axis at each end.
func TestAnyTicks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo, hi := anyValue(t), anyValue(t)
		lo, hi = min(lo, hi), max(lo, hi)
		most, whole := rapid.IntRange(2, 20).Draw(t, "most"), rapid.Bool().Draw(t, "whole")
		ticks := Ticks(lo, hi, most, whole)
		if len(ticks) < 2 || len(ticks) > most+1 {
			t.Fatalf("%d ticks: %v", len(ticks), ticks)
		}
		step := (ticks[len(ticks)-1] - ticks[0]) / float64(len(ticks)-1)
		tol := max(math.Abs(lo), math.Abs(hi))*1e-9 + step*1e-9
		if ticks[0] > lo+tol || ticks[len(ticks)-1] < hi-tol {
			t.Fatalf("%v does not cover %v to %v", ticks, lo, hi)
		}
		for i := 1; i < len(ticks); i++ {
			if math.Abs(ticks[i]-ticks[i-1]-step) > tol {
				t.Fatalf("uneven steps: %v", ticks)
			}
		}
		lead := step / math.Pow(10, math.Floor(math.Log10(step)+1e-9))
		if d := min(math.Abs(lead-1), math.Abs(lead-2), math.Abs(lead-5)); d > 1e-6 {
			t.Fatalf("step %v is not round", step)
		}
		if whole && step < 1-tol {
			t.Fatalf("step %v of a count", step)
		}
		if wide := hi-lo > max(math.Abs(lo), math.Abs(hi))*1e-9+1e-90; wide && (lo-ticks[0] >= step+tol || ticks[len(ticks)-1]-hi >= step+tol) {
			t.Fatalf("%v leaves too much beside %v to %v", ticks, lo, hi)
		}
	})
}

func TestScale(t *testing.T) {
	s := scale{10, 20, 100, 0}
	for v, want := range map[float64]float64{10: 100, 20: 0, 15: 50, 25: -50} {
		if got := s.at(v); got != want {
			t.Errorf("at(%v) = %v, want %v", v, got, want)
		}
	}
}

func TestLabelled(t *testing.T) {
	for _, c := range []struct {
		gap, w float64
		want   int
	}{{30, 20, 1}, {28, 20, 1}, {27, 20, 2}, {10, 22, 3}, {0, 22, 1}} {
		if got := labelled(c.gap, c.w); got != c.want {
			t.Errorf("labelled(%v, %v) = %d, want %d", c.gap, c.w, got, c.want)
		}
	}
}

// Level lines stand at their values' heights with the values beside them.
func TestUpright(t *testing.T) {
	d := blank()
	plot := Box{Point{50, 20}, Point{280, 120}}
	s := d.upright([]float64{0, 5, 10}, swedish(0), plot)
	if s.at(0) != 120 || s.at(10) != 20 {
		t.Errorf("scale %+v", s)
	}
	if len(d.Marks) != 6 {
		t.Fatalf("%d marks", len(d.Marks))
	}
	for i, y := range []float64{120, 70, 20} {
		if l := d.Marks[2*i].(Line); l.From != (Point{50, y}) || l.To != (Point{280, y}) {
			t.Errorf("line %d: %+v", i, l)
		}
		if txt := d.Marks[2*i+1].(Text); txt.At.X != 42 || txt.Anchor != End {
			t.Errorf("text %d: %+v", i, txt)
		}
	}
}
