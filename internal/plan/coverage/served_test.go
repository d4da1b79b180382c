package coverage_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Offices of the example and their areas: Mobilia lies beside three, the office of
// Södertälje has three areas to choose from, and from one whose position is only
// that of the area nothing is known.
func TestServedInTheExample(t *testing.T) {
	c, shelf := example(t, "2021-09-24", "2021-09-24", nil)
	areas, candidates := map[programme.OfficeID]int{}, map[programme.OfficeID]int{}
	for _, s := range c.Served() {
		areas[s.Office]++
		if s.IsCandidate {
			candidates[s.Office]++
		}
		a, _ := sweden.AreaByName(s.Area)
		o := c.Sites[siteOf(c, s.Office)]
		if d := sweden.Distance(sweden.Point{Lat: o.At.Lat, Lon: o.At.Lon}, a.Centre); math.Abs(d-s.Metres) > 1 || !s.Listed.IsListed() {
			t.Errorf("%s lies %v m from %s, want %v; %v", s.Office, s.Metres, s.Area, d, s.Listed)
		}
		if want := s.Metres * 1.19 / (4800.0 / 3600); math.Abs(s.Walk-want) > 0.01 {
			t.Errorf("%s: %v s on foot, want %v", s.Area, s.Walk, want)
		}
	}
	if areas["malmo-mobilia"] != 3 || candidates["malmo-mobilia"] != 0 || candidates["sodertalje"] != 3 || candidates["norrkoping"] == 0 || areas["boden"] != 0 {
		t.Errorf("%v, of which to choose from %v", areas, candidates)
	}
	for address, known := range map[string]bool{"served/malmo-mobilia/1/metres": true, "served/malmo-mobilia/1/seconds": true, "served/uppsala-gottsunda/1/metres": false,
		"served/uppsala-gottsunda/1/walk": false, "served/uppsala-gottsunda/1/seconds": false, "served/sodertalje/2/walk": true} {
		f, ok := shelf.Figure(coverageAddress(address))
		if !ok || f.Value.Known != known || len(f.Notes) == 0 {
			t.Errorf("%s: %v, %s, notes %v", address, ok, f.Value.Canonical(), f.Notes)
		}
	}
	for _, address := range []string{"served/malmo-mobilia/4/metres", "served/boden/1/metres", "served/malmo-mobilia/1/years", "served/malmo-mobilia/x/metres"} {
		if f, ok := shelf.Figure(coverageAddress(address)); ok {
			t.Errorf("%s is %s", address, f.Value.Canonical())
		}
	}
}

func siteOf(c *coverage.Coverage, id programme.OfficeID) int {
	for i := range c.Sites {
		if c.Sites[i].Office == id {
			return i
		}
	}
	return -1
}

// The areas themselves are counted by their centres: one with an office at its
// centre is reached at once, and none without any office.
func TestAreasAreCounted(t *testing.T) {
	a, _ := sweden.AreaByName("Araby")
	o := office("a", a.Centre.Lon)
	o.Position.Lat = a.Centre.Lat
	method := coverage.Estimate{Parameters: estimate.Walk()}
	s := world(o)
	s.Programme.AsOf = civil.MustDate("2021-07-01")
	c := cover(t, s, coverage.Options{Population: street(1), Method: method})
	if got := value(c, "now/areas/10"); got != "count 1" {
		t.Errorf("%s of %s areas within ten minutes on foot", got, value(c, "now/areas/number"))
	}
	none := cover(t, world(), coverage.Options{Population: street(1), Method: method})
	if got := value(none, "now/areas/60"); got != "count 0" {
		t.Errorf("%s areas reached without an office", got)
	}
	if value(c, "now/areas/11") != "" || value(c, "now/areas/number") == "count 0" {
		t.Error("areas are counted within eleven minutes, or there are none")
	}
}
