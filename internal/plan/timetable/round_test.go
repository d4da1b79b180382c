package timetable

import (
	"math"
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// Two independent offices that each open in time with probability one half both
// do with one quarter, and at least one with three. Where half a year may turn out
// long for both, both keep it more often and neither more often: with weight 2 a third
// of the variance is common, which is an orthant probability (Sheppard 1899).
func TestRoundProbabilitiesAreJoint(t *testing.T) {
	s := sceneOn(t, "2022-01-31").stage("lokal", programme.AgencyOwned, "triangular 0 10 20").opens().project("a").project("b").round("2022-01-01/2022-02-15", 1)
	s.progress("a", "lokal", "", "2022-02-02")
	s.progress("b", "lokal", "", "2022-02-02")
	common := s.make(Options{Runs: 40000, Seed: 3})
	one := common.ProbabilityBy("a", common.Rounds[0].Window.Last)
	if got := common.Rounds[0].AllInWindow - one*one; math.Abs(got-math.Asin(1.0/3)/(2*math.Pi)) > 0.012 {
		t.Errorf("with a common cause both keep the window with %v more than if they were independent", got)
	}
	tt := s.make(Options{Runs: 40000, Seed: 3, Independent: true})
	each := tt.ProbabilityBy("a", tt.Rounds[0].Window.Last)
	r := tt.Rounds[0]
	if math.Abs(r.AllInWindow-each*each) > 0.015 || math.Abs(r.MinimumInWindow-(1-(1-each)*(1-each))) > 0.015 || each < 0.4 || each > 0.6 {
		t.Errorf("each %v, all %v, at least one %v", each, r.AllInWindow, r.MinimumInWindow)
	}
	if last, one := r.LastOpening.P50, tt.Projects[0].Forecast.P50; last <= one {
		t.Errorf("the last of two opens %s, one of them %s", last, one)
	}
	if !math.IsNaN(tt.ProbabilityBy("c", r.Window.Last)) {
		t.Error("a project that is not there has a probability")
	}
}

// With a project without forecast the probabilities are unknown, and it is counted.
func TestARoundWithAProjectWithoutForecast(t *testing.T) {
	s := sceneOn(t, "2022-01-31").chain("5", "5", "5").project("a").project("b").round("2022-01-01/2022-06-30", 1)
	s.progress("a", "lokal", "", "2022-02-07")
	r := s.make(Options{}).Rounds[0]
	if r.Without != 1 || r.InWindow != 1 || len(r.Projects) != 2 || !math.IsNaN(r.AllInWindow) || !math.IsNaN(r.MinimumInWindow) || r.LastOpening.P50.IsKnown() {
		t.Errorf("%+v", r)
	}
}

// A round without offices, or without a window, says nothing of time.
func TestEmptyRounds(t *testing.T) {
	r := sceneOn(t, "2022-01-31").chain("5", "5", "5").round("2022", 1).make(Options{}).Rounds[0]
	if len(r.Projects) != 0 || !math.IsNaN(r.AllInWindow) || r.LastOpening.P50.IsKnown() {
		t.Errorf("%+v", r)
	}
	s := sceneOn(t, "2022-01-31").chain("5", "5", "5").project("a").round("", 1)
	s.progress("a", "lokal", "", "2022-02-07")
	if r = s.make(Options{}).Rounds[0]; !math.IsNaN(r.AllInWindow) || r.InWindow != 0 || !r.LastOpening.P50.IsKnown() {
		t.Errorf("%+v", r)
	}
}

// The baseline that was frozen last says how many were to open in the window.
func TestInWindowByTheLatestBaseline(t *testing.T) {
	s := sceneOn(t, "2022-01-31").chain("5", "5", "5").project("a").project("b").project("c").round("2022-01-01/2022-06-30", 1).
		baseline("new", "2022-01-15", "a", "2022-06-01", "b", "2022-06", "c", "2022-06/2022-07").
		baseline("old", "2021-09-24", "a", "2022-07-01", "b", "2022-07-01")
	if r := s.make(Options{}).Rounds[0]; r.InWindowBaseline != 2 {
		t.Errorf("%d in the window by the baseline", r.InWindowBaseline)
	}
}
