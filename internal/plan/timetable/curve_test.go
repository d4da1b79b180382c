package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// The curve runs from the first start to three months after the last P90, and
// counts plan, fact and forecast month by month.
func TestCurve(t *testing.T) {
	s := sceneOn(t, "2022-03-10").chain("5", "5", "5").project("a").project("b").project("c").project("moved")
	s.s.Projects[3].Kind = programme.Move
	s.event("a", programme.Opened, "2022-02-28", "")
	s.progress("a", "lokal", "", "", "2021-12-01")
	s.progress("b", "lokal", "", "2022-03-14")
	s.progress("moved", "lokal", "", "2022-03-14")
	tt := s.make(Options{})
	want := []Point{
		{span("2021-12").First.Month(), 0, 0, 0, 0, 0}, {span("2022-01").First.Month(), 0, 0, 0, 0, 0},
		{span("2022-02").First.Month(), 1, 1, 1, 1, 1}, {span("2022-03").First.Month(), 1, 1, 1, 1, 1},
		{span("2022-04").First.Month(), 2, -1, 2, 2, 2}, {span("2022-05").First.Month(), 2, -1, 2, 2, 2},
		{span("2022-06").First.Month(), 2, -1, 2, 2, 2}, {span("2022-07").First.Month(), 2, -1, 2, 2, 2},
	}
	if len(tt.Curve) != len(want) {
		t.Fatalf("%d months: %+v", len(tt.Curve), tt.Curve)
	}
	for i, p := range tt.Curve {
		if p != want[i] {
			t.Errorf("%s: %+v, want %+v", p.Month, p, want[i])
		}
	}
}

// Where nothing has a date there is no curve, and a far one ends after 30 years.
func TestCurveBounds(t *testing.T) {
	if c := sceneOn(t, "2022-03-10").chain("5", "5", "5").project("a").make(Options{}).Curve; c != nil {
		t.Errorf("%v", c)
	}
	s := sceneOn(t, "2022-03-10").chain("5", "10000", "5").project("a")
	s.progress("a", "lokal", "", "2022-03-14")
	if c := s.make(Options{}).Curve; len(c) != 360 || c[359].Planned != 0 {
		t.Errorf("%d months", len(c))
	}
}

// A quantile is the number that at least that share of the runs reaches.
func TestCurveQuantiles(t *testing.T) {
	p10, p50, p90 := countQuantiles([]uint16{0, 1, 1, 2, 2, 3, 3, 4, 4, 5}, 10)
	if p10 != 1 || p50 != 3 || p90 != 5 {
		t.Errorf("at least %d, %d, %d", p10, p50, p90)
	}
}
