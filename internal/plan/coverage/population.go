package coverage

import (
	"sync"

	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Population is people in points, as flat arrays of one length.
type Population struct {
	Source, Date string   // the date is in words where it is not known
	Keys         []string // unique
	Points       []estimate.Point
	Municipality []string // code; "" where it is not known
	People       []int32
	// Groups are parts of the people, such as those of an age; the groups that
	// follow from the place (Groups in group.go) are always there beside them.
	Groups []Group
}

// Len is the number of points.
func (p *Population) Len() int { return len(p.Points) }

// Inhabitants is the population that comes with the product: 15,494 points that
// add up to SCB's count of every municipality on 31 December 2021. It must not
// be changed.
var Inhabitants = sync.OnceValue(func() *Population {
	all := sweden.PopulationPoints()
	p := &Population{Source: "SCB, Eurostat GEOSTAT", Date: "2021-12-31", Keys: make([]string, len(all)), Points: make([]estimate.Point, len(all)),
		Municipality: make([]string, len(all)), People: make([]int32, len(all))}
	for i := range all {
		at := &all[i]
		p.Keys[i], p.Points[i] = at.ID+"/"+at.Municipality, estimate.Point{Lat: at.Point.Lat, Lon: at.Point.Lon}
		p.Municipality[i], p.People[i] = at.Municipality, int32(at.Population)
	}
	return p
})

// places are the points as a Method takes them.
func (p *Population) places() []Place {
	out := make([]Place, p.Len())
	for i := range out {
		out[i] = Place{p.Keys[i], p.Points[i].Lat, p.Points[i].Lon}
	}
	return out
}
