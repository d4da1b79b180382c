package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/sweden/pointfile"
)

// buildPoints writes the population points, which must add up to the
// inhabitants of every municipality.
func buildPoints(folder string, population map[string]int) ([]byte, error) {
	const name = "demand_points_refined.csv"
	var points []pointfile.Record
	sums := map[string]int{}
	err := readCSV(folder, name, []string{"id", "municipality_code", "lat", "lon", "pop2021"}, func(r record) {
		code, people := r.municipality(population), r.count("pop2021")
		group, _ := strconv.Atoi(code)
		sums[code] += people
		points = append(points, pointfile.Record{Group: group, ID: r.name("id"), Weight: people,
			Lat: units(r.latitude("lat")), Lon: units(r.longitude("lon"))})
	})
	if err != nil {
		return nil, err
	}
	for _, code := range slices.Sorted(maps.Keys(population)) {
		people := population[code]
		if sums[code] != people {
			return nil, fmt.Errorf("%s: municipality %s adds up to %d: want its population, %d", name, code, sums[code], people)
		}
	}
	slices.SortFunc(points, func(a, b pointfile.Record) int {
		return cmp.Or(cmp.Compare(a.Group, b.Group), cmp.Compare(a.ID, b.ID))
	})
	data, err := pointfile.Encode(points)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// units returns degrees, which record.number has seen to be a number, in the
// units of a point file.
func units(degrees string) int {
	f, _ := strconv.ParseFloat(degrees, 64)
	return int(math.Round(f * pointfile.PerDegree))
}
