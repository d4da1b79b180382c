package main

import (
	"fmt"
	"strconv"
)

// What the tables must add up to; SCB's count of Sweden on 31 December 2021.
const (
	municipalityCount = 290
	countyCount       = 21
	countryPopulation = 10_452_326
)

// buildMunicipalities writes the table of municipalities, and returns the
// inhabitants by code for the other tables to be checked against.
func buildMunicipalities(folder string) ([]byte, map[string]int, error) {
	const name = "municipalities.csv"
	population, sum := map[string]int{}, 0
	var rows [][]string
	err := readCSV(folder, name, []string{"municipality_code", "name", "county_code", "population_2021", "land_km2",
		"skr_group_2017", "seat_name", "seat_lat", "seat_lon", "popw_lat", "popw_lon"}, func(r record) {
		code, n := r.code("municipality_code", 4), r.count("population_2021")
		if r.code("county_code", 2) != code[:min(2, len(code))] {
			r.fail("county_code %q: want the first two digits of %q", r.text("county_code"), code)
		}
		if _, again := population[code]; again {
			r.fail("municipality_code %q again: want each once", code)
		}
		population[code] = n
		sum += n
		rows = append(rows, []string{code, r.name("name"), strconv.Itoa(n), r.number("land_km2", 1, 50_000),
			r.name("skr_group_2017"), r.name("seat_name"), r.latitude("seat_lat"), r.longitude("seat_lon"),
			r.latitude("popw_lat"), r.longitude("popw_lon")})
	})
	if err != nil {
		return nil, nil, err
	}
	if len(rows) != municipalityCount || sum != countryPopulation {
		return nil, nil, fmt.Errorf("%s: %d municipalities of %d people: want %d of %d",
			name, len(rows), sum, municipalityCount, countryPopulation)
	}
	data, err := tsv(name, "code\tname\tpopulation\tland_km2\tgroup\tseat\tseat_lat\tseat_lon\tcentre_lat\tcentre_lon", rows)
	return data, population, err
}

// buildCounties writes the table of counties. Population and number of
// municipalities are not written, since they follow from the municipalities;
// the source must agree with that.
func buildCounties(folder string, population map[string]int) ([]byte, error) {
	const name = "counties.csv"
	people, members := map[string]int{}, map[string]int{}
	for code, n := range population {
		people[code[:2]] += n
		members[code[:2]]++
	}
	var rows [][]string
	columns := []string{"county_code", "short", "name", "population_2021", "municipalities"}
	err := readCSV(folder, name, columns, func(r record) {
		code := r.code("county_code", 2)
		if n, m := r.count("population_2021"), r.count("municipalities"); n != people[code] || m != members[code] {
			r.fail("%d people in %d municipalities: the municipalities add up to %d in %d", n, m, people[code], members[code])
		}
		rows = append(rows, []string{code, r.name("name"), r.name("short")})
	})
	if err != nil {
		return nil, err
	}
	if len(rows) != countyCount {
		return nil, fmt.Errorf("%s: %d counties: want %d", name, len(rows), countyCount)
	}
	return tsv(name, "code\tname\tshort", rows)
}
