package coverage

import (
	"math"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

func group(groups []Group, key string) []int32 {
	for _, g := range groups {
		if g.Key == key {
			return g.People
		}
	}
	return nil
}

// The population is SCB's, in every municipality, and every point has a key of its
// own.
func TestInhabitants(t *testing.T) {
	p := Inhabitants()
	sum, by, keys := 0, map[string]int{}, map[string]bool{}
	for i := range p.Len() {
		sum += int(p.People[i])
		by[p.Municipality[i]] += int(p.People[i])
		keys[p.Keys[i]] = true
	}
	if sum != 10_452_326 || len(keys) != p.Len() || p.Len() != 15_494 {
		t.Errorf("%d people in %d points with %d keys", sum, p.Len(), len(keys))
	}
	for _, m := range sweden.Municipalities() {
		if by[m.Code] != m.Population {
			t.Errorf("%s has %d people, want %d", m.Name, by[m.Code], m.Population)
		}
	}
}

// Everybody lives in a city, a town or a rural place, and in one of them only. The
// cities are where one would look for them.
func TestClassesDivideThePeople(t *testing.T) {
	p := Inhabitants()
	groups := groupsOf(p, 2019)
	city, town, rural := group(groups, InCities), group(groups, InTowns), group(groups, InRural)
	inCity := map[string]bool{}
	for i, n := range p.People {
		if city[i]+town[i]+rural[i] != n {
			t.Fatalf("%s: %d + %d + %d of %d", p.Keys[i], city[i], town[i], rural[i], n)
		}
		if city[i] > 0 {
			inCity[p.Municipality[i]] = true
		}
	}
	for _, code := range []string{"0180", "1480", "1280", "0380", "0580"} {
		if !inCity[code] {
			t.Errorf("nobody in %s lives in a city", code)
		}
	}
	for _, code := range []string{"2418", "2404", "2506"} { // Malå, Vindeln, Arjeplog
		if inCity[code] {
			t.Errorf("somebody in %s lives in a city", code)
		}
	}
}

// A point belongs to a vulnerable area if it lies within a circle of the area's
// size; an area without points takes the nearest one, unless that is far away.
func TestNearAreas(t *testing.T) {
	areas, _ := sweden.AreasListedIn(2019)
	a := areas[slices.IndexFunc(areas, func(a sweden.Area) bool { return a.Name == "Araby" })]
	degree := estimate.EarthRadius * math.Pi / 180
	north := func(metres float64) estimate.Point {
		return estimate.Point{Lat: a.Centre.Lat + metres/degree, Lon: a.Centre.Lon}
	}
	radius := radiusOf(a)
	if math.Abs(math.Pi*radius*radius/1e6-a.AreaKm2) > 1e-9 {
		t.Errorf("a radius of %v m for %v km²", radius, a.AreaKm2)
	}
	for name, c := range map[string]struct {
		metres []float64
		want   []int32
	}{
		"all within":                {[]float64{0, radius - 1}, []int32{10, 10}},
		"one within, one without":   {[]float64{radius - 1, radius + 100}, []int32{10, 0}},
		"none within":               {[]float64{radius + 100, radius + 200}, []int32{10, 0}},
		"the nearest is far away":   {[]float64{farFromArea + 10}, []int32{0}},
		"the nearest is far enough": {[]float64{farFromArea - 10}, []int32{10}},
	} {
		p := &Population{}
		for _, m := range c.metres {
			p.Points, p.People = append(p.Points, north(m)), append(p.People, 10)
		}
		if got := nearAreas(p, 2019); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	p := &Population{Points: []estimate.Point{north(0)}, People: []int32{10}}
	if got := nearAreas(p, 1999); got[0] != 0 {
		t.Errorf("a list that nobody has counts %d people", got[0])
	}
}

// Every point lies in one category, one county and one municipality; one whose
// municipality nobody knows lies in the country and a category.
func TestUnitsDivideThePoints(t *testing.T) {
	p := Inhabitants()
	units := unitsOf(p, groupsOf(p, 2019))
	seen := map[programme.AreaUnit][]int{}
	number := map[programme.AreaUnit]int{}
	for _, u := range units {
		number[u.Kind]++
		if seen[u.Kind] == nil {
			seen[u.Kind] = make([]int, p.Len())
		}
		for _, i := range u.Points {
			seen[u.Kind][i]++
		}
	}
	if number[programme.EveryCountry] != 1 || number[programme.EveryCategory] != 3 || number[programme.EveryCounty] != 21 || number[programme.EveryMunicipality] != 290 {
		t.Errorf("%v", number)
	}
	for kind, times := range seen {
		for i, n := range times {
			if n != 1 {
				t.Fatalf("%s lies in %d of kind %s", p.Keys[i], n, kind)
			}
		}
	}
	lost := &Population{Keys: []string{"x"}, Points: []estimate.Point{{Lat: 60, Lon: 18}}, Municipality: []string{""}, People: []int32{5}}
	in := map[programme.AreaUnit]int{}
	for _, u := range unitsOf(lost, groupsOf(lost, 2019)) {
		in[u.Kind] += len(u.Points)
	}
	if in[programme.EveryCountry] != 1 || in[programme.EveryCategory] != 1 || in[programme.EveryCounty] != 0 || in[programme.EveryMunicipality] != 0 {
		t.Errorf("a point of no municipality lies in %v", in)
	}
}

// What the estimate says of itself: how it was checked, and how far off it was.
func TestEstimateSaysWhatItRestsOn(t *testing.T) {
	for _, p := range []estimate.Parameters{estimate.Car(), estimate.Walk()} {
		a := Estimate{p}.About()
		keys := map[string]int64{}
		for _, g := range a.Grounds {
			keys[g.Key] = g.Value.Low
			if _, ok := Messages["coverage.ground."+g.Key]; !ok || !g.Value.Known {
				t.Errorf("%s: %s", g.Key, g.Value.Canonical())
			}
		}
		if !a.IsEstimate || !a.HasMetres || a.Mode != p.Mode || keys["detour"] != 1190 || keys["pairs"] != 24 || keys["error-p90"] < 140_000 || keys["error-p90"] > 170_000 {
			t.Errorf("%+v", a)
		}
		if _, ok := Messages["coverage.note.estimate-"+p.Mode]; !ok {
			t.Errorf("no note for %s", p.Mode)
		}
	}
}
