package timetable

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

func scoresOf(t *testing.T, tt *Timetable) map[string]Score {
	t.Helper()
	scores, _, err := tt.Scores(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]Score{}
	for _, s := range scores {
		out[s.Band.ID] = s
	}
	return out
}

// A certain forecast that was ten days too early is covered by nothing, late, and loses ten days at each level's
// weight; the frozen day that was right loses nothing.
func TestScoreOfACertainForecast(t *testing.T) {
	s := sceneOn(t, "2022-12-31").chain("5", "5", "5").project("a").round("2022", 1).baseline("b", "2022-01-15", "a", "2022-03-04")
	s.progress("a", "lokal", "2022-01-10", "2022-02-01").Remaining = programme.Days{}
	s.event("a", programme.Opened, "2022-03-04", "2022-03-05")
	tt := s.make(Options{})
	got := scoresOf(t, tt)["all"]
	// 15 working days from 1 February end on the 21st, 11 days before; the mean weight of days too early is 0.5.
	if got.Forecasts != 1 || got.Offices != 1 || got.Coverage != 0 || got.Late != 1 || got.Loss != 5.5 || !got.IsFew() {
		t.Errorf("%+v", got)
	}
	if got.Frozen.Forecasts != 1 || got.Frozen.Loss != 0 || got.Frozen.Ours != 5.5 || got.Average.Forecasts != 0 || !math.IsNaN(got.Average.Loss) {
		t.Errorf("frozen %+v, average %+v", got.Frozen, got.Average)
	}
}

// No forecast that was made after the opening counts, nor one of an opening known less exactly than to the month.
func TestWhatIsScored(t *testing.T) {
	for name, c := range map[string]struct {
		opened string
		want   int // forecasts: from 15 January, 1 April, 1 July, 1 October
	}{
		"a day": {"2022-07-20", 3}, "early": {"2022-01-31", 1}, "before": {"2022-01-10", 0}, "a month": {"2022-07", 2},
		"on a quarter": {"2022-07-01", 2}, "two months": {"2022-07/2022-08", 0}, "some time": {"../2022-07-20", 0},
	} {
		s := sceneOn(t, "2022-12-31").chain("50", "50", "50").project("a").round("2022", 1).baseline("b", "2022-01-15", "a", "2022-06-01")
		s.progress("a", "lokal", "2022-01-10", "2022-02-01")
		s.event("a", programme.Opened, c.opened, "2022-12-01")
		if got := scoresOf(t, s.make(Options{Runs: 100}))["all"]; got.Forecasts != c.want {
			t.Errorf("%s: %d forecasts, want %d", name, got.Forecasts, c.want)
		}
	}
}

// Bands part the forecasts by how far ahead they were made, and together they are all.
func TestBandsPartTheForecasts(t *testing.T) {
	s := sceneOn(t, "2023-12-31").chain("50", "50", "50").project("a").round("2022", 1).baseline("b", "2022-01-15", "a", "2022-06-01")
	s.progress("a", "lokal", "2022-01-10", "2022-02-01")
	s.event("a", programme.Opened, "2023-07-20", "2023-12-01")
	if silent := scoresOf(t, s.make(Options{Runs: 100}))["all"].Forecasts; silent != 3 {
		t.Errorf("%d forecasts, want the 3 that were not stale", silent)
	}
	for _, day := range []string{"2022-07-01", "2022-12-01", "2023-05-01"} {
		s.progress("a", "lokal", day).Cause = programme.Text{Sv: "Väntar."}
	}
	scores := scoresOf(t, s.make(Options{Runs: 100}))
	if got := fmt.Sprint(scores["all"].Forecasts, scores["0-3"].Forecasts, scores["3-6"].Forecasts, scores["6-12"].Forecasts, scores["12"].Forecasts); got != "7 1 1 2 3" {
		t.Errorf("forecasts %s", got)
	}
}

// On simulated truth the interval holds what it says, and the forecast loses less than the experience average: the
// offices' activities share a cause, and the organisation is slower than assumed.
func TestScoresOnSimulatedTruth(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	s := sceneOn(t, "2030-12-31").chain("lognormal 60 110", "lognormal 80 150", "lognormal 20 35")
	slow := []float64{1.3, 1.2, 1.1}
	median, sigma := []float64{60, 80, 20}, []float64{math.Log(110.0/60) / 1.2816, math.Log(150.0/80) / 1.2816, math.Log(35.0/20) / 1.2816}
	var frozen []string
	for i := range 60 {
		id := fmt.Sprintf("p%d", i)
		s.project(id)
		day := civil.MustDate("2021-01-04") + civil.Date(i*40)
		s.progress(id, "lokal", "2020-12-01", day.String())
		number := calendar.Number(day)
		office := rng.NormFloat64()
		for k, stage := range []string{"lokal", "ombyggnad", "inflyttning"} {
			z := math.Sqrt(OfficeShare)*office + math.Sqrt(1-OfficeShare)*rng.NormFloat64()
			start := calendar.Date(number)
			number += max(int32(slow[k]*median[k]*math.Exp(0.82*sigma[k]*z)+0.5), 1)
			finish := calendar.Date(number - 1)
			if finish > civil.MustDate("2030-12-31") {
				break
			}
			s.progress(id, stage, start.String(), "", start.String())
			s.progress(id, stage, finish.String(), "", start.String(), finish.String())
			if k == 2 {
				s.event(id, programme.Opened, finish.String(), finish.String())
			}
		}
		frozen = append(frozen, id, (day + 230).String())
	}
	s.baseline("b", "2020-12-15", frozen...)
	all := scoresOf(t, s.make(Options{Runs: 300}))["all"]
	if all.Offices < 40 || all.IsFew() || all.Coverage < 0.7 || all.Coverage > 0.9 {
		t.Errorf("%+v", all)
	}
	if all.Average.Forecasts < 30 || all.Average.Ours >= all.Average.Loss || all.Frozen.Ours >= all.Frozen.Loss {
		t.Errorf("against the average %+v, against the frozen day %+v", all.Average, all.Frozen)
	}
}
