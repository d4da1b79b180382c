package premises_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// pace is a method by which every metre of great circle takes so many seconds, up to a
// reach in metres where there is one. Times in it are known without reckoning.
type pace struct {
	mode  string
	each  float64
	reach float64
	lacks string // the key of a place that it knows nothing of
	fails error
}

func (p pace) About() coverage.About          { return coverage.About{Key: "pace", Mode: p.mode} }
func (p pace) Lacks(site coverage.Place) bool { return p.lacks != "" && site.Key == p.lacks }
func (p pace) To(_ context.Context, points []coverage.Place, _ []int32) (coverage.Rows, error) {
	return paceRows{p, points}, p.fails
}

type paceRows struct {
	pace
	points []coverage.Place
}

func (r paceRows) Row(ctx context.Context, site coverage.Place, seconds, _ []uint32) error {
	for i, p := range r.points {
		d := estimate.Distance(estimate.Point{Lat: p.Lat, Lon: p.Lon}, estimate.Point{Lat: site.Lat, Lon: site.Lon})
		if seconds[i] = uint32(math.Round(d * r.each)); r.reach > 0 && d > r.reach {
			seconds[i] = coverage.Unreachable
		}
	}
	return ctx.Err()
}

var errBroken = errors.New("broken")

// one and two are the areas of the scenes.
const one, two = "Södra Sofielund (Seved)", "Nydala/Hermodsdal/Lindängen"

func centre(t testing.TB, name string) sweden.Point {
	t.Helper()
	a, ok := sweden.AreaByName(name)
	if !ok {
		t.Fatal(name)
	}
	return a.Centre
}

// at is an offer for the office so many degrees north of an area's centre.
func at(t testing.TB, id, area string, north float64) programme.Offer {
	p := centre(t, area)
	return programme.Offer{ID: id, Office: "malmo", Name: "Lokal " + id, Position: &programme.Position{Lat: p.Lat + north, Lon: p.Lon, Precision: "address"},
		Provenance: programme.Provenance{Source: programme.Citation{ID: "s"}}}
}

// people are so many inhabitants in the centre of each of the areas, and 1,000 far away.
func people(t testing.TB, in map[string]int32) *coverage.Population {
	p := &coverage.Population{Source: "test", Date: "2021", Keys: []string{"far"}, Points: []estimate.Point{{Lat: 60, Lon: 15}}, Municipality: []string{"2080"}, People: []int32{1000}}
	for _, name := range []string{one, two} {
		if n := in[name]; n > 0 {
			c := centre(t, name)
			p.Keys, p.Points = append(p.Keys, name), append(p.Points, estimate.Point{Lat: c.Lat, Lon: c.Lon})
			p.Municipality, p.People = append(p.Municipality, "1280"), append(p.People, n)
		}
	}
	return p
}

// world is an office in Malmö that serves two areas, and premises for it.
func world(offers ...programme.Offer) *programme.Index {
	return programme.NewIndex(&programme.Snapshot{Premises: offers, Offices: []programme.Office{
		{ID: "malmo", Name: "Malmö", Municipality: "Malmö", Serves: []string{one, two}},
		{ID: "unchosen", Name: "Ej valt", Municipality: "Malmö", Categories: []programme.Category{programme.Vulnerable}},
		{ID: "boden", Name: "Boden", Municipality: "Boden"},
	}})
}

// walking is one second a metre on foot and a tenth by car, and nothing else.
func walking() premises.Methods {
	return premises.Methods{premises.Walk: pace{mode: "walk", each: 1}, premises.Car: pace{mode: "car", each: 0.1}}
}

func value(t testing.TB, s *premises.Scores, address string) string {
	t.Helper()
	f, ok := s.Figure(figure.Address(address))
	if !ok {
		return "none"
	}
	return f.Value.Canonical()
}
