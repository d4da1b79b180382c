package visits_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// Whatever the street: nobody visits twice, what offices lose and gain in a
// scenario is what moves, and the more counts agree with what is expected the less
// remains.
func TestVisitsAreConserved(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var offices []programme.Office
		for i := range rapid.IntRange(2, 5).Draw(rt, "offices") {
			offices = append(offices, office(string(rune('a'+i)), float64(rapid.IntRange(0, 90).Draw(rt, "at"))))
		}
		s := town(offices...)
		s.Scenarios = []programme.Scenario{{ID: "x", Changes: []programme.Change{
			{Kind: programme.ToClose, Office: "a"},
			{Kind: programme.ToOpen, Name: "Ny", Position: &programme.Position{Lat: 65.8, Lon: float64(rapid.IntRange(0, 90).Draw(rt, "new"))}},
		}}}
		var places []float64
		for range rapid.IntRange(1, 5).Draw(rt, "places") {
			places = append(places, float64(rapid.IntRange(0, 90).Draw(rt, "lives")))
		}
		v, _ := book(t, s, coverage.Options{Method: line{}, Population: street(places...)})
		state, err := v.StateAt(0)
		if err != nil {
			rt.Fatal(err)
		}
		if state.Total > state.People || state.Total <= 0 || state.People != float64(1000*len(places)) {
			rt.Fatalf("%v of %v visit", state.Total, state.People)
		}
		c, err := v.ChangeAt(1)
		if err != nil {
			rt.Fatal(err)
		}
		if len(c.Opened) != 1 || len(c.Closed) != 1 {
			rt.Fatalf("%v open, %v close", c.Opened, c.Closed)
		}
		for i := range c.Sites {
			net := 0.0
			for j := range c.Flows {
				net += c.Flows[j][i] - c.Flows[i][j]
			}
			if math.Abs(net-(c.After[i]-c.Before[i])) > 1e-6 {
				rt.Fatalf("office %d gains %v, and %v comes", i, c.After[i]-c.Before[i], net)
			}
		}
		closed := c.Closed[0]
		left := 0.0
		for _, n := range c.Flows[closed] {
			left += n
		}
		if math.Abs(left-c.Before[closed]) > 1e-6 || c.After[closed] != 0 {
			rt.Fatalf("%v leave the closed office, which had %v", left, c.Before[closed])
		}
	})
}

// An office that is never open is visited by nobody.
func TestNeverOpen(t *testing.T) {
	s := town(office("a", 0), office("b", 0))
	s.Levels = []programme.Level{{Office: "a", Hours: hours(t, "closed")}, {Office: "b", Hours: hours(t, "mon-fri 10:00-16:00")}}
	s.Levels[0].From.Last, s.Levels[1].From.Last = 738_000, 738_000
	_, shelf := book(t, s, onLine)
	check(t, shelf, map[string]string{"now/site/a/share": "share 0", "now/site/b/share": "share 1000000"})
}

// Counts that the model cannot explain show as what remains: two offices alike, of
// which one has three times the visits, differ by a half of each from the fit.
func TestWhatRemains(t *testing.T) {
	s := town(office("a", 0), office("b", 0))
	s.Visits = []programme.VisitCount{
		{Office: "a", Month: month(t, "2022-03"), Visits: programme.Exactly(300)}, {Office: "b", Month: month(t, "2022-03"), Visits: programme.Exactly(100)},
		{Office: "b", Month: month(t, "2022-02")}, // errands only
	}
	v, shelf := book(t, s, onLine)
	check(t, shelf, map[string]string{"remains": "share 500000", "now/total": "count 400", "now/site/a/visits": "count 200"})
	if fit := v.FitNow(); !fit.Known || fit.Offices != 2 {
		t.Errorf("%+v", fit)
	}
}

// Longer half-times let people go further: the far office gets more.
func TestAssumptionsMatter(t *testing.T) {
	_, shelf := book(t, town(office("a", 0), office("b", 60)), onLine)
	f, _ := shelf.Figure("visits/now/site/b/share")
	if f.Value.Low != 58_824 { // 1/16 of the pull: 1/17
		t.Errorf("%s an hour away", f.Value.Canonical())
	}
	_, shelf = book(t, town(office("a", 0), office("b", 60)), onLine, visits.Options{HalfMinutes: 60, OutsideMinutes: 120})
	check(t, shelf, map[string]string{"now/site/b/share": "share 333333", "option/half-time": "seconds 3600", "option/outside": "seconds 7200"})
}
