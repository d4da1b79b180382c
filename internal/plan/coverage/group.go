package coverage

import (
	"math"

	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Group is a part of the people: how many of each point belong to it.
type Group struct {
	Key    string
	Name   string // as people call it; "" for the groups that have a word of their own
	People []int32
}

// The groups that follow from where people live.
const (
	Everyone   = "all"
	InCities   = "city"
	InTowns    = "town"
	InRural    = "rural"
	Vulnerable = "vulnerable"
)

// PlaceGroups lists them in the order of showing.
var PlaceGroups = []string{Everyone, InCities, InTowns, InRural, Vulnerable}

// groupsOf makes the groups of a population. O(points × areas).
func groupsOf(p *Population, listYear int) []Group {
	out := []Group{{Key: Everyone, People: p.People}}
	density := estimate.NewDensity(p.Points, p.People)
	byClass := map[estimate.Class][]int32{}
	for c := range estimate.City + 1 {
		byClass[c] = make([]int32, p.Len())
	}
	for i, at := range p.Points {
		byClass[density.Class(at)][i] = p.People[i]
	}
	out = append(out, Group{Key: InCities, People: byClass[estimate.City]}, Group{Key: InTowns, People: byClass[estimate.Town]},
		Group{Key: InRural, People: byClass[estimate.Rural]}, Group{Key: Vulnerable, People: nearAreas(p, listYear)})
	return append(out, p.Groups...)
}

// farFromArea is how far from an area's centre a point may lie and still stand for
// the people there.
const farFromArea = 5000.0

// nearAreas picks the points that stand for the vulnerable areas of a list. The
// outlines of the areas are not at hand, only centre and size: a point belongs to
// an area if it lies within the circle of the area's size, and an area that no
// point lies in takes the point nearest to its centre. Where points stand for
// squares of five kilometres that counts the neighbours too.
func nearAreas(p *Population, listYear int) []int32 {
	out := make([]int32, p.Len())
	areas, _ := sweden.AreasListedIn(listYear)
	for _, a := range areas {
		within, nearest := pointsOf(p, a)
		if len(within) == 0 && nearest >= 0 {
			within = []int32{nearest}
		}
		for _, i := range within {
			out[i] = p.People[i]
		}
	}
	return out
}

// pointsOf finds the points within the circle of an area's size, and the nearest to
// its centre no further than farFromArea, −1 where there is none.
func pointsOf(p *Population, a sweden.Area) (within []int32, nearest int32) {
	centre := estimate.Point{Lat: a.Centre.Lat, Lon: a.Centre.Lon}
	radius := radiusOf(a)
	nearest, best := -1, farFromArea
	for i, at := range p.Points {
		if math.Abs(at.Lat-centre.Lat) > 0.05 { // 5.5 km
			continue
		}
		d := estimate.Distance(centre, at)
		if d <= radius {
			within = append(within, int32(i))
		}
		if d < best {
			nearest, best = int32(i), d
		}
	}
	return within, nearest
}

// PointsIn are the points of a population that lie within the circle of an area's
// size: those that stand for the people there and not for the neighbours as well.
func PointsIn(p *Population, a sweden.Area) []int32 {
	within, _ := pointsOf(p, a)
	return within
}

// radiusOf is the radius in metres of a circle as large as the area.
func radiusOf(a sweden.Area) float64 { return math.Sqrt(a.AreaKm2/math.Pi) * 1000 }

// listYearOn is the latest Police list of a year no later than that of a day, else
// the oldest.
func listYearOn(year int) int {
	years := sweden.ListYears()
	list := years[0]
	for _, y := range years {
		if y <= year {
			list = y
		}
	}
	return list
}
