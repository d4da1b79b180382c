package timetable

import (
	"math"
	"testing"
)

// A day can be promised when P80 is no later; the round's days hold together less often than its weakest.
func TestPromises(t *testing.T) {
	s := sceneOn(t, "2021-12-31").chain("lognormal 40 80", "lognormal 40 80", "5").round("2022", 2)
	for _, id := range []string{"a", "b", "c", "silent"} {
		s.project(id).progress(id, "lokal", "2021-12-30", map[bool]string{true: "2022-01-10"}[id != "silent"]).Cause.Sv = "x"
	}
	s.s.Projects[3].Round = "r2"
	tt := s.make(Options{Runs: 5000})
	a := tt.Projects[0].Forecast
	s.baseline("b", "2021-12-15", "a", a.P80.String(), "b", a.P50.String(), "silent", "2022-06-01", "c", "2022-12")
	tt = s.make(Options{Runs: 5000})
	id := tt.LatestPromises()
	for i, want := range []float64{0.8, 0.5, 1, math.NaN()} {
		p, ok := tt.Promise(i, id)
		if ok != true || math.Abs(p.Probability-want) > 0.03 || math.IsNaN(p.Probability) != math.IsNaN(want) || p.Holds() != (want >= 0.8) {
			t.Errorf("%s: %+v, %v, want %g", tt.Projects[i].ID, p, ok, want)
		}
		if p.Holds() != (!math.IsNaN(want) && tt.Projects[i].Forecast.P80 <= p.Date.Last) {
			t.Errorf("%s: holds %v, but P80 is %s", tt.Projects[i].ID, p.Holds(), tt.Projects[i].Forecast.P80)
		}
	}
	j := tt.JointPromise(&tt.Rounds[0], id)
	if len(j.Projects) != 3 || j.Holding != 2 || !(j.All < j.Weakest) || j.Best < 0.97 || math.Abs(j.Expected-2.3) > 0.08 {
		t.Errorf("%+v", j)
	}
	independent := s.make(Options{Runs: 5000, Independent: true})
	if alone := independent.JointPromise(&independent.Rounds[0], id); !(alone.All < j.All) {
		t.Errorf("independent %g, with common causes %g", alone.All, j.All)
	}
	if r := tt.Rounds[0]; !(r.AllInWindow <= r.Weakest && r.Weakest <= r.Best) {
		t.Errorf("all %g, weakest %g, best %g", r.AllInWindow, r.Weakest, r.Best)
	}
}

// Without a frozen timetable nothing has been promised; one frozen later than today is not there yet.
func TestNoPromises(t *testing.T) {
	s := sceneOn(t, "2021-12-31").chain("5", "5", "5").project("a").round("2022", 1)
	if tt := s.make(Options{}); tt.LatestPromises() != "" {
		t.Error("a promise by nobody")
	}
	s.baseline("empty", "2021-11-01").baseline("later", "2022-01-15", "a", "2022-06-01")
	tt := s.make(Options{})
	if _, ok := tt.Promise(0, "empty"); ok || tt.LatestPromises() != "" {
		t.Error("a promise without a day, or of tomorrow")
	}
	if j := tt.JointPromise(&tt.Rounds[0], "empty"); len(j.Projects) != 0 || !math.IsNaN(j.All) {
		t.Errorf("%+v", j)
	}
}
