package sweden

import (
	"fmt"
	"sort"
	"sync"

	"github.com/etablera/etablera/internal/sweden/pointfile"
)

// A PopulationPoint stands for the people of a small area: a cell of a 5 km
// grid within one municipality, or a smaller statistical area in Stockholm and
// Göteborg. It lies at the mean position of those people.
type PopulationPoint struct {
	ID           string // of the area; a cell across a border has one point, with the same ID, in each municipality
	Municipality string // code
	Point        Point
	Population   int // fitted, so that the points of a municipality add up to its inhabitants
}

// PopulationPoints returns all population points, sorted by municipality and
// then by ID; the two together are unique.
func PopulationPoints() []PopulationPoint { return populationPoints() }

// PopulationPointsIn returns the population points of the municipality with
// this code.
func PopulationPointsIn(municipality string) []PopulationPoint {
	all := populationPoints()
	from := sort.Search(len(all), func(i int) bool { return all[i].Municipality >= municipality })
	to := sort.Search(len(all), func(i int) bool { return all[i].Municipality > municipality })
	return all[from:to:to]
}

var populationPoints = sync.OnceValue(func() []PopulationPoint {
	data, err := tables.ReadFile("tables/points.bin")
	if err != nil {
		panic("sweden: " + err.Error())
	}
	records, err := pointfile.Decode(data)
	if err != nil {
		panic(fmt.Sprintf("sweden: tables/points.bin: %v", err))
	}
	points := make([]PopulationPoint, len(records))
	code, group := "", -1
	for i, r := range records {
		if r.Group != group {
			code, group = fmt.Sprintf("%04d", r.Group), r.Group
		}
		points[i] = PopulationPoint{
			ID: r.ID, Municipality: code, Population: r.Weight,
			Point: Point{Lat: float64(r.Lat) / pointfile.PerDegree, Lon: float64(r.Lon) / pointfile.PerDegree},
		}
	}
	return points
})
