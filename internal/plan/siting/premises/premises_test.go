package premises_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// apart is the great circle between two areas.
func apart(t *testing.T) int {
	a, b := centre(t, one), centre(t, two)
	return int(estimate.Distance(estimate.Point{Lat: a.Lat, Lon: a.Lon}, estimate.Point{Lat: b.Lat, Lon: b.Lon}) + 0.5)
}

// Premises in the middle of an area are reached at once from there, and from the other
// area in as many seconds as there are metres; ten times as fast by car, and nobody
// knows how fast by public transport.
func TestTimesBetweenTwoAreas(t *testing.T) {
	d := apart(t)
	s := premises.Make(world(at(t, "a", one, 0)), premises.Options{Methods: walking(), ListYear: 2019, Population: people(t, map[string]int32{one: 300, two: 100})})
	mean := int(float64(100*d)/400 + 0.5)
	within20, car := "count 300", fmt.Sprintf("seconds %d", (d+5)/10)
	for address, want := range map[string]string{
		"premises/list-year":                 "words 2019",
		"premises/target/malmo/1":            "words " + one,
		"premises/target/malmo/2":            "words " + two,
		"premises/target/malmo/3":            "none",
		"premises/people/malmo":              "count 400",
		"premises/offer/a/to/1/metres":       "metres 0",
		"premises/offer/a/to/2/metres":       fmt.Sprintf("metres %d", d),
		"premises/offer/a/to/1/walk":         "seconds 0",
		"premises/offer/a/to/2/walk":         fmt.Sprintf("seconds %d", d),
		"premises/offer/a/to/2/car":          car,
		"premises/offer/a/to/2/transit":      "seconds ?",
		"premises/offer/a/worst/walk":        fmt.Sprintf("seconds %d", d),
		"premises/offer/a/worst/transit":     "seconds ?",
		"premises/offer/a/mean/walk":         fmt.Sprintf("seconds %d", mean),
		"premises/offer/a/mean/transit":      "seconds ?",
		"premises/offer/a/within/walk/10":    "count 300",
		"premises/offer/a/within/walk/20":    within20,
		"premises/offer/a/within/walk/15":    "none",
		"premises/offer/a/within/car/10":     "count 400",
		"premises/offer/a/within/transit/10": "count ?",
		"premises/offer/a/rent":              "money ?",
		"premises/offer/a/dominated":         "words none",
		"premises/method/walk":               "words pace",
		"premises/method/transit":            "words ?",
		"premises/offer/b/rent":              "none",
		"premises/offer/a/to/1/boat":         "none",
		"premises/offer/a/to/01/walk":        "none",
		"premises/offer/a":                   "none",
		"premises/method":                    "none",
	} {
		if got := value(t, s, address); got != want {
			t.Errorf("%s = %s, want %s", address, got, want)
		}
	}
}

// Why a time is unknown is said; who has no way is within no time, and no mean is had
// of them.
func TestWhyTimesAreUnknown(t *testing.T) {
	nowhere := at(t, "nowhere", one, 0)
	nowhere.Position = nil
	x := world(at(t, "a", one, 0), nowhere, at(t, "off", one, 0.001))
	s := premises.Make(x, premises.Options{Population: people(t, map[string]int32{one: 300, two: 100}), Methods: premises.Methods{
		premises.Walk: pace{mode: "walk", each: 1, reach: 1000, lacks: "off"}, premises.Car: pace{mode: "car", fails: errBroken}}})
	for _, c := range []struct {
		offer, target int
		mode          string
		want          premises.Why
	}{
		{0, 0, premises.Walk, premises.IsKnown}, {0, 1, premises.Walk, premises.NoWay}, {0, 0, premises.Transit, premises.NoMethod}, {0, 0, premises.Car, premises.Failed},
		{1, 0, premises.Walk, premises.NoPosition}, {1, 0, premises.Transit, premises.NoMethod}, {2, 0, premises.Walk, premises.NoRoad},
	} {
		if got := s.To(c.offer, c.target, c.mode).Why; got != c.want {
			t.Errorf("offer %d from %d by %s: %q, want %q", c.offer, c.target, c.mode, got, c.want)
		}
	}
	if n, why := s.Within(0, premises.Walk, 30); n != 300 || why != premises.IsKnown {
		t.Errorf("%d within, %q", n, why)
	}
	if m, w := s.Mean(0, premises.Walk), s.Worst(0, premises.Walk); m.Why != premises.NoWay || w.Why != premises.NoWay {
		t.Errorf("mean %+v, worst %+v", m, w)
	}
	if err := s.Err(premises.Car); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
	if err := s.Prepare(context.Background(), nil); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	again := premises.Make(x, premises.Options{Methods: walking()})
	if err := again.Prepare(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := again.To(0, 0, premises.Walk); got.Why != premises.IsKnown {
		t.Errorf("what was called off is not tried again: %+v", got)
	}
}

// People who live in no area are nobody's, and where an area has no point of its own the
// people are unknown, not those of the neighbours.
func TestPeopleOfTheAreas(t *testing.T) {
	s := premises.Make(world(at(t, "a", one, 0)), premises.Options{Methods: walking(), Population: people(t, map[string]int32{one: 300})})
	if s.Offices[0].HasPeople || value(t, s, "premises/people/malmo") != "count ?" || s.Mean(0, premises.Walk).Why != premises.NoPeople {
		t.Errorf("%+v", s.Offices[0])
	}
	if got := s.To(0, 1, premises.Walk); got.Why != premises.IsKnown {
		t.Errorf("the area's centre is known all the same: %+v", got)
	}
}

// What is served: what is asked for, what is said, the areas of the municipality where
// none is chosen, else the people of the municipality.
func TestTargets(t *testing.T) {
	offers := []programme.Offer{at(t, "a", one, 0), at(t, "b", one, 0), at(t, "c", one, 0)}
	offers[1].Office, offers[2].Office = "unchosen", "boden"
	s := premises.Make(world(offers...), premises.Options{ListYear: 2019})
	listed, _ := sweden.AreasListedIn(2019)
	inMalmo := 0
	for _, a := range listed {
		if a.Municipality == "1280" {
			inMalmo++
		}
	}
	if got := s.Offices[1].Targets; inMalmo == 0 || len(got) != inMalmo || !got[0].IsCandidate {
		t.Errorf("%d areas, want %d: %+v", len(got), inMalmo, got)
	}
	m, _ := sweden.MunicipalityByName("Boden")
	if got := s.Offices[2]; len(got.Targets) != 1 || got.Targets[0].IsArea || got.People != int64(m.Population) {
		t.Errorf("%d people in %+v, want %d", got.People, got.Targets[0].Name, m.Population)
	}
	if f, _ := s.Figure("premises/offer/c/to/1/metres"); f.Value.Known || len(f.Notes) == 0 {
		t.Errorf("the distance from a municipality is %v", f.Value)
	}
	asked := premises.Make(world(offers...), premises.Options{Areas: []string{"Rosengård", "Seved", one, "Ingenstans"}})
	for _, o := range asked.Offices {
		if len(o.Targets) != 2 || o.Targets[1].Name != one {
			t.Errorf("asked for %+v", o.Targets)
		}
	}
	only := premises.Make(world(offers...), premises.Options{Office: "boden"})
	if len(only.Offers) != 1 || only.Find("a") >= 0 || only.Find("c") != 0 {
		t.Errorf("%d offers", len(only.Offers))
	}
}

// An offer beside the facts stands instead of the fact of the same id, and rests on
// nobody's word.
func TestOffersBeside(t *testing.T) {
	beside := at(t, "a", two, 0)
	s := premises.Make(world(at(t, "a", one, 0), at(t, "b", one, 0)), premises.Options{Methods: walking(), Beside: []programme.Offer{beside}})
	if len(s.Offers) != 2 || s.Offers[0].IsFact || !s.Offers[1].IsFact {
		t.Fatalf("%+v", s.Offers)
	}
	f, _ := s.Figure("premises/offer/a/to/2/walk")
	if f.Value.Canonical() != "seconds 0" || !slices.Contains(f.Inputs, figure.Address("premises/offer/a/position")) {
		t.Errorf("%v of %v", f.Value, f.Inputs)
	}
	f, _ = s.Figure("premises/offer/b/to/1/walk")
	if !slices.Contains(f.Inputs, figure.Address("facts/premises/b/position/lat")) {
		t.Errorf("%v", f.Inputs)
	}
}

// Every figure that is listed is there, is made of figures that are there, and is what
// its rule gives where that is arithmetic.
func TestFiguresExplainThemselves(t *testing.T) {
	x := world(at(t, "a", one, 0.003), at(t, "b", two, 0.001))
	s := premises.Make(x, premises.Options{Population: people(t, map[string]int32{one: 300, two: 100})})
	shelf := figure.Shelf{premises.Segment: s, figure.FactsSegment: figure.NewFacts(x.S)}
	n := 0
	for a := range s.Addresses() {
		f, ok := shelf.Figure(a)
		if !ok || f.Label.Key == "" {
			t.Errorf("%s: %v", a, f)
		}
		if _, ok := premises.Messages[f.Label.Key]; !ok && f.Label.Key != "coverage.population" {
			t.Errorf("%s has no text for %s", a, f.Label.Key)
		}
		var in []figure.Value
		for _, i := range f.Inputs {
			g, ok := shelf.Figure(i)
			if !ok {
				t.Errorf("%s rests on %s, which is not there", a, i)
			}
			in = append(in, g.Value)
		}
		if v, ok := figure.Eval(f.Rule, in); ok && len(in) > 0 && v != f.Value {
			t.Errorf("%s is %v, but %s gives %v", a, f.Value, f.Rule, v)
		}
		n++
	}
	if n < 60 {
		t.Errorf("only %d figures", n)
	}
	if _, ok := shelf.Figure("premises/method/walk/detour"); !ok {
		t.Error("the estimate's grounds are not there")
	}
}

// The estimate is the same as the coverage's own, wherever the premises are.
func TestSameAsTheCoverage(t *testing.T) {
	p := coverage.Inhabitants()
	targets := estimate.NewTargets(p.Points, p.People, estimate.Car())
	m, _ := sweden.MunicipalityByName("Boden")
	for _, at := range []estimate.Point{{Lat: 65.825, Lon: 21.69}, {Lat: 59.33, Lon: 18.07}, {Lat: 55.6, Lon: 13}, {Lat: 67.86, Lon: 20.23}} {
		lat, lon := at.Lat, at.Lon
		s := premises.Make(world(programme.Offer{ID: "a", Office: "boden", Position: &programme.Position{Lat: lat, Lon: lon}}), premises.Options{})
		row := make([]uint32, p.Len())
		targets.Row(estimate.Point{Lat: lat, Lon: lon}, row, nil)
		sum, within, n := 0.0, int64(0), int64(0)
		for i, code := range p.Municipality {
			if code == m.Code {
				sum, n = sum+float64(row[i])*float64(p.People[i]), n+int64(p.People[i])
				if row[i] <= 1800 {
					within += int64(p.People[i])
				}
			}
		}
		if got, want := s.Mean(0, premises.Car).Seconds, uint32(sum/float64(n)+0.5); got != want {
			t.Errorf("mean %d, want %d", got, want)
		}
		if got, _ := s.Within(0, premises.Car, 30); got != within {
			t.Errorf("%d within, want %d", got, within)
		}
	}
}
