package chart

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func length(pts []Point) (n float64) {
	for i := 1; i < len(pts); i++ {
		n += math.Hypot(pts[i].X-pts[i-1].X, pts[i].Y-pts[i-1].Y)
	}
	return n
}

// A dashed line of 25 px in the rhythm 6–4 has dashes of 6, 6 and 5.
func TestDashes(t *testing.T) {
	for _, c := range []struct {
		pts    []Point
		rhythm []float64
		want   []float64
	}{
		{[]Point{{0, 0}, {25, 0}}, []float64{6, 4}, []float64{6, 6, 5}},
		{[]Point{{0, 0}, {3, 0}, {3, 22}}, []float64{6, 4}, []float64{6, 6, 5}}, // around a corner
		{[]Point{{0, 0}, {6, 0}}, []float64{6, 4}, []float64{6}},
		{[]Point{{0, 0}, {9, 0}}, []float64{6, 4}, []float64{6}},
		{[]Point{{0, 0}, {25, 0}}, nil, []float64{25}},
		{[]Point{{1, 1}, {1, 1}}, []float64{6, 4}, nil},
	} {
		var got []float64
		for _, r := range dashes(c.pts, c.rhythm) {
			got = append(got, length(r))
		}
		if len(got) != len(c.want) {
			t.Errorf("%v: %v, want %v", c.pts, got, c.want)
			continue
		}
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 1e-9 {
				t.Errorf("%v: %v, want %v", c.pts, got, c.want)
			}
		}
	}
}

// area is positive for a polygon that turns clockwise with y downwards.
func area(p []Point) (a float64) {
	for i, q := range p {
		r := p[(i+1)%len(p)]
		a += q.X*r.Y - r.X*q.Y
	}
	return a / 2
}

// The pieces of an outline all turn the same way, so that where they overlap
// they do not cancel, and together they are about as large as the stroke.
func TestOutlineTurnsOneWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Float64Range(0, 200)
		pts := make([]Point, rapid.IntRange(2, 8).Draw(t, "n"))
		for i := range pts {
			pts[i] = Point{coordinate.Draw(t, "x"), coordinate.Draw(t, "y")}
		}
		s := Style{Stroke: ink, Width: rapid.Float64Range(0.5, 4).Draw(t, "width"), Dash: Dash(rapid.IntRange(0, 2).Draw(t, "dash"))}
		for _, p := range outline(pts, rapid.Bool().Draw(t, "closed"), s) {
			if area(p) < 0 {
				t.Fatalf("%v turns the other way", p)
			}
		}
	})
}

func TestOutlineArea(t *testing.T) {
	got := outline([]Point{{0, 0}, {30, 40}}, false, Style{Stroke: ink, Width: 2})
	if len(got) != 1 || math.Abs(area(got[0])-100) > 1e-9 {
		t.Errorf("a line of 50 by 2 px: %v", got)
	}
	closed := outline([]Point{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, true, Style{Stroke: ink, Width: 1})
	if len(closed) != 8 {
		t.Errorf("a square has %d pieces, want 4 sides and 4 corners", len(closed))
	}
}
