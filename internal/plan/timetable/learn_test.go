package timetable

import (
	"fmt"
	"math"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule/learning"
)

// finished adds a project whose only activity, or first, began and ended on given days.
func (s *scene) finished(id, stage, from, to string) {
	s.project(id).progress(id, stage, "2021-01-01", "", from, to)
}

func (s *scene) claim(office string, types ...programme.TypeID) {
	s.s.TypeClaims = append(s.s.TypeClaims, programme.TypeClaim{Office: programme.OfficeID(office), Types: types, Status: programme.Decided})
}

// cellOf returns the only cell of a stage.
func cellOfStage(t *testing.T, tt *Timetable, stage programme.StageID) *Cell {
	t.Helper()
	var found *Cell
	for i := range tt.Cells {
		if tt.Cells[i].Stage == stage {
			if found != nil {
				t.Fatalf("two cells of %s: %v, %v", stage, found.Key(), tt.Cells[i].Key())
			}
			found = &tt.Cells[i]
		}
	}
	return found
}

// With one finished activity a forecast is the conjugate answer: the mean of the logarithms of what was assumed,
// of weight 2, and of what it took.
func TestOutcomesMoveForecasts(t *testing.T) {
	for weight, want := range map[float64]float64{0: math.Pow(20*20*40, 1.0/3), 1: math.Sqrt(20 * 40), 9: 20 * math.Pow(2, 0.1)} {
		s := sceneOn(t, "2021-12-31").stage("lokal", programme.AgencyOwned, "lognormal 20 40").opens().project("new")
		s.s.Durations[0].Weight = weight
		s.progress("new", "lokal", "2021-12-30", "2022-01-10")
		s.finished("old", "lokal", "2021-01-04", "2021-02-26") // 40 working days but for no holiday between
		tt := s.make(Options{})
		c := cellOfStage(t, tt, "lokal")
		took := c.outcomes[0].Lo
		if c.Finished != 1 || took != float64(calendar.Number(civil.MustDate("2021-02-27"))-calendar.Number(civil.MustDate("2021-01-04"))) {
			t.Fatalf("%d finished, took %g", c.Finished, took)
		}
		if want *= math.Pow(took/40, map[float64]float64{0: 1.0 / 3, 1: 0.5, 9: 0.1}[weight]); math.Abs(c.Learnt.Median-want) > 1e-9 {
			t.Errorf("weight %g: median %g, want %g", weight, c.Learnt.Median, want)
		}
		p := tt.Projects[tt.Find("new")]
		if likely := calendar.Number(p.Planned+1) - calendar.Number(civil.MustDate("2022-01-10")); float64(likely) != math.Round(want) {
			t.Errorf("weight %g: planned after %d days, want %g", weight, likely, want)
		}
	}
}

// Nothing that has not happened, or of which no start is stated, is an outcome; spans and what is inferred are
// bounds; what runs counts until the latest progress, or today if that is not half a year old.
func TestWhatIsAnOutcome(t *testing.T) {
	days := func(from, to string) float64 { // from's first to to's last working day
		return float64(calendar.Number(civil.MustDate(to)+1) - calendar.Number(civil.MustDate(from)))
	}
	inf := math.Inf(1)
	for name, c := range map[string]struct {
		fill   func(*scene)
		lo, hi float64
		none   bool
	}{
		"not begun":  {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-01", "2022-02-01") }, none: true},
		"no start":   {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-01", "", "", "2021-11-30") }, none: true},
		"known":      {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-01", "", "2021-10-04", "2021-11-30") }, lo: days("2021-10-04", "2021-11-30"), hi: days("2021-10-04", "2021-11-30")},
		"a month":    {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-01", "", "2021-10", "2021-11-30") }, lo: days("2021-11-01", "2021-11-30"), hi: days("2021-10-01", "2021-11-30")},
		"on one day": {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-01", "", "2021-10-09", "2021-10-09") }, lo: 0.5, hi: 0.5},
		"what followed": {fill: func(s *scene) {
			s.progress("a", "lokal", "", "", "2021-10-04")
			s.progress("a", "rest", "", "", "2021-11-30")
		}, lo: days("2021-10-04", "2021-11-30"), hi: inf},
		"under way":    {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-01", "", "2021-10-04") }, lo: days("2021-10-04", "2021-12-31"), hi: inf},
		"not heard of": {fill: func(s *scene) { s.progress("a", "lokal", "2021-06-01", "", "2021-03-01") }, lo: days("2021-03-01", "2021-06-01"), hi: inf},
		"announced since": {fill: func(s *scene) {
			s.progress("a", "lokal", "2021-06-01", "", "2021-03-01")
			s.event("a", programme.OpeningPlanned, "2022-05-02", "2021-12-01")
		}, lo: days("2021-03-01", "2021-06-01"), hi: inf},
		"no day":         {fill: func(s *scene) { s.progress("a", "lokal", "", "", "2021-03-01") }, lo: days("2021-03-01", "2021-12-31"), hi: inf},
		"just begun":     {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-31", "", "2021-12-30") }, lo: 1, hi: inf},
		"may have begun": {fill: func(s *scene) { s.progress("a", "lokal", "2021-12-31", "", "2021-12-01/2022-01-31") }, none: true},
	} {
		s := sceneOn(t, "2021-12-31").stage("lokal", programme.AgencyOwned, "lognormal 20 40").stage("rest", programme.AgencyOwned, "5", "lokal").opens().project("a")
		c.fill(s)
		tt := s.make(Options{})
		got := cellOfStage(t, tt, "lokal").outcomes
		switch {
		case c.none && len(got) != 0, !c.none && len(got) != 1:
			t.Errorf("%s: %v", name, got)
		case !c.none && (got[0].Lo != c.lo || got[0].Hi != c.hi):
			t.Errorf("%s: %g … %g, want %g … %g", name, got[0].Lo, got[0].Hi, c.lo, c.hi)
		}
	}
}

// What is under way is drawn from what all but it have taught, so that its own time does not count twice: alone,
// it is drawn from the assumption; what has not begun is drawn from what it teaches.
func TestOwnTimeIsNotCountedTwice(t *testing.T) {
	s := sceneOn(t, "2021-12-31").stage("lokal", programme.AgencyOwned, "lognormal 20 30").opens().project("slow").project("next")
	s.progress("slow", "lokal", "2021-12-30", "", "2021-10-04")
	s.progress("next", "lokal", "2021-12-30", "2022-01-10")
	tt := s.make(Options{Runs: 20_000})
	c := cellOfStage(t, tt, "lokal")
	if c.Running != 1 || c.Learnt.Median < 25 {
		t.Errorf("%d running, median %g", c.Running, c.Learnt.Median)
	}
	// The same with an experience that no outcome changes: what is under way has the same forecast.
	s.s.Durations[0].Weight = 10_000
	firm := s.make(Options{Runs: 20_000, Independent: true})
	s.s.Durations[0].Weight = 0
	soft := s.make(Options{Runs: 20_000, Independent: true})
	if a, b := firm.Projects[0].Forecast, soft.Projects[0].Forecast; a != b {
		t.Errorf("under way: %v, from the assumption alone %v", b, a)
	}
	if a, b := firm.Projects[1].Forecast.P50, soft.Projects[1].Forecast.P50; b < a+5 {
		t.Errorf("not begun: %s, from the assumption alone %s", b, a)
	}
	// With another one under way it learns from that.
	s.project("other").progress("other", "lokal", "2021-12-30", "", "2021-09-06")
	if after := s.make(Options{Runs: 20_000, Independent: true}).Projects[0].Forecast.P50; after <= soft.Projects[0].Forecast.P50 {
		t.Errorf("with another slow one %s, alone %s", after, soft.Projects[0].Forecast.P50)
	}
}

// Cells part by type and by the conditions that durations of the activity name; a fixed duration is never learnt.
func TestCells(t *testing.T) {
	s := sceneOn(t, "2021-12-31").stage("lokal", programme.AgencyOwned, "lognormal 20 40").stage("flytt", programme.AgencyOwned, "5", "lokal").opens()
	s.duration("lokal", "lognormal 40 80", []programme.TypeID{"large"}, []programme.Condition{programme.WithPermit})
	for i, types := range [][]programme.TypeID{nil, {"large"}, {"large"}, {"small", "large"}, nil} {
		id := fmt.Sprint("p", i)
		s.finished(id, "lokal", "2021-01-04", "2021-03-31")
		if types != nil {
			s.claim(id, types...)
		}
		s.s.Projects[i].Permit = []programme.Tri{programme.Unknown, programme.Yes, programme.No, programme.Yes, programme.Yes}[i]
		s.s.Projects[i].Rebuild = programme.Yes // which no duration names
	}
	tt := s.make(Options{})
	var keys []string
	for i := range tt.Cells {
		c := &tt.Cells[i]
		keys = append(keys, string(figure.At(c.Key()...)))
		if c.Fixed != (c.Stage == "flytt") || c.Fixed && (c.isLearnt() || len(c.outcomes) > 0) || !c.Fixed && c.Finished != 1 {
			t.Errorf("%v: fixed %v, %d outcomes", c.Key(), c.Fixed, len(c.outcomes))
		}
	}
	want := "[lokal/any/plain flytt/any/plain lokal/large/permit flytt/large/plain lokal/large/plain lokal/small+large/permit flytt/small+large/plain lokal/any/permit]"
	if fmt.Sprint(keys) != want {
		t.Errorf("cells %v\nwant  %s", keys, want)
	}
	if c := tt.Cells[2]; c.Assumed.Median != 40 || c.Others != 4 {
		t.Errorf("%+v", c)
	}
}

// A triangular assumption is learnt from its median and ninth decile, and stays triangular while nothing is.
func TestTriangularAssumptions(t *testing.T) {
	for _, text := range []string{"triangular 10 20 60", "triangular 0 0 30", "triangular 5 30 30"} {
		var d programme.Distribution
		if err := d.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		for _, p := range []float64{0.5, 0.9} {
			exact := distribution(d).Quantile(p)
			if got := triangularQuantile(d, p); math.Abs(got-float64(exact)) > 0.51 {
				t.Errorf("%s: quantile %g is %g, the engine says %d", text, p, got, exact)
			}
		}
		s := sceneOn(t, "2021-12-31").stage("lokal", programme.AgencyOwned, text).opens().project("a")
		s.progress("a", "lokal", "2021-12-30", "2022-01-10")
		if c := s.make(Options{}).Cells[0]; c.isLearnt() || c.dist != distribution(d) {
			t.Errorf("%s: %v without an outcome", text, c.dist)
		}
		s.finished("b", "lokal", "2021-01-04", "2021-06-30")
		if c := s.make(Options{}).Cells[0]; !c.isLearnt() || c.Learnt.Median <= c.Assumed.Median {
			t.Errorf("%s: %+v with one", text, c)
		}
	}
}

// An extreme outcome leaves a forecast that the engine can hold.
func TestExtremeOutcomes(t *testing.T) {
	s := sceneOn(t, "2110-12-31").stage("lokal", programme.AgencyOwned, "lognormal 0.01 25000").opens().project("a")
	s.progress("a", "lokal", "2110-12-30", "2111-01-10")
	s.finished("b", "lokal", "2000-01-03", "2110-12-30")
	if d := learntDistribution(learning.LogNormal{Median: 1e9, P90: 1e12}); d.Quantile(0.5) > 1<<15 {
		t.Errorf("%v", d)
	}
	if _, err := Make(programme.NewIndex(&s.s), calendar, Options{Runs: 100}); err != nil {
		t.Log(err) // outside the calendar, said as such
	}
}

// Activities of one office that share a part of their chance make its interval wider; the likely day stays.
func TestAnOfficeIsLessSureThanItsActivities(t *testing.T) {
	s := sceneOn(t, "2021-12-31").chain("lognormal 60 100", "lognormal 60 100", "lognormal 60 100").project("a")
	s.progress("a", "lokal", "2021-12-30", "2022-01-10")
	width := func(o Options) (int, civil.Date) {
		p := s.make(o).Projects[0]
		return p.Forecast.P10.DaysUntil(p.Forecast.P90), p.Planned
	}
	together, likely := width(Options{Runs: 20_000})
	alone, same := width(Options{Runs: 20_000, Independent: true})
	// Three equal parts with correlation 0.2 of the two thirds that are no doubt: the variance grows by 1 + 2·0.2·2/3.
	if want := math.Sqrt(1 + 2*OfficeShare*2/3); math.Abs(float64(together)/float64(alone)-want) > 0.04 || likely != same {
		t.Errorf("%d days wide, independent %d: %g times, want %g; likely %s and %s", together, alone, float64(together)/float64(alone), want, likely, same)
	}
}

// A risk in numbers is simulated for the rounds that it concerns, one in words is counted alone.
func TestRisksAreSimulated(t *testing.T) {
	s := sceneOn(t, "2021-12-31").chain("10", "10", "10").project("a").project("b").round("2022", 1)
	s.s.Projects[1].Round = ""
	for _, id := range []string{"a", "b"} {
		s.progress(id, "lokal", "2021-12-30", "2022-01-10")
	}
	s.s.Risks = []programme.Risk{{ID: "words", Activity: "ombyggnad"},
		{ID: "strike", Activity: "ombyggnad", Rounds: []programme.RoundID{"r1"}, Probability: programme.Whole * 3 / 10, Working: programme.Distribution{Shape: programme.Fixed, A: 40}}}
	tt := s.make(Options{Runs: 10_000})
	if tt.Risks != 1 || tt.RisksInWords != 1 {
		t.Errorf("%d in numbers, %d in words", tt.Risks, tt.RisksInWords)
	}
	a, b := tt.Projects[0], tt.Projects[1]
	if on := tt.ProbabilityBy("a", a.Planned); math.Abs(on-0.7) > 0.02 || a.Forecast.P80 <= a.Planned {
		t.Errorf("on its likely day with %g, P80 %s", on, a.Forecast.P80)
	}
	if b.Forecast.P10 != b.Forecast.P90 || b.Planned != a.Planned {
		t.Errorf("not exposed, but %v", b.Forecast)
	}
}

// Names that run together are told apart: an activity "a" for offices of type "bc" is not "ab" for type "c".
func TestCellsOfNamesThatRunTogether(t *testing.T) {
	s := sceneOn(t, "2021-12-31").stage("a", programme.AgencyOwned, "lognormal 5 9").stage("ab", programme.AgencyOwned, "lognormal 5 9", "a").opens()
	s.project("x").progress("x", "a", "2021-12-30", "2022-01-10")
	s.project("y").progress("y", "a", "2021-12-30", "2022-01-10")
	s.claim("x", "bc")
	s.claim("y", "c")
	if p := s.make(Options{}).Projects; !p[0].HasForecast() || !p[1].HasForecast() {
		t.Error("no forecast")
	}
}
