package estimate

import (
	"math"
	"sort"
)

// Density counts people around places. It is made once for a set of positions.
type Density struct {
	order   []int32 // positions by latitude
	lat     []float64
	vectors []vector
	people  []int32
}

// NewDensity makes the count of people at positions; both have one length.
// O(n log n).
func NewDensity(points []Point, people []int32) *Density {
	d := &Density{order: make([]int32, len(points)), lat: make([]float64, len(points)), vectors: make([]vector, len(points)), people: make([]int32, len(points))}
	for i := range d.order {
		d.order[i] = int32(i)
	}
	sort.SliceStable(d.order, func(i, j int) bool { return points[d.order[i]].Lat < points[d.order[j]].Lat })
	for k, i := range d.order {
		d.lat[k], d.vectors[k], d.people[k] = points[i].Lat, points[i].vector(), people[i]
	}
	return d
}

// Within counts the people within so many metres of a place.
func (d *Density) Within(p Point, metres float64) int {
	band := metres / EarthRadius * 180 / math.Pi
	v, sum := p.vector(), 0
	chord := 2 * math.Sin(math.Min(metres/EarthRadius, math.Pi)/2)
	for k := sort.SearchFloat64s(d.lat, p.Lat-band); k < len(d.lat) && d.lat[k] <= p.Lat+band; k++ {
		if w := &d.vectors[k]; v.chord2(w) <= chord*chord {
			sum += int(d.people[k])
		}
	}
	return sum
}

// Class says how built-up a place is.
func (d *Density) Class(p Point) Class {
	switch n := d.Within(p, Around); {
	case n >= CityPeople:
		return City
	case n >= TownPeople:
		return Town
	}
	return Rural
}
