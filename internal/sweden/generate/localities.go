package main

import "strconv"

// buildLocalities writes the table of localities. GeoNames writes both an
// empty cell and 0 for a population that it does not know.
func buildLocalities(folder string, population map[string]int) ([]byte, error) {
	const name = "localities_geonames.csv"
	var rows [][]string
	columns := []string{"name", "municipality_code", "lat", "lon", "feature_code", "population_geonames"}
	err := readCSV(folder, name, columns, func(r record) {
		people := ""
		if r.text("population_geonames") != "" {
			if n := r.count("population_geonames"); n > 0 {
				people = strconv.Itoa(n)
			}
		}
		// PPLX is GeoNames' code for a section of a populated place.
		part := ""
		if r.text("feature_code") == "PPLX" {
			part = "part"
		}
		rows = append(rows, []string{r.municipality(population), r.name("name"),
			r.latitude("lat"), r.longitude("lon"), part, people})
	})
	if err != nil {
		return nil, err
	}
	return tsv(name, "municipality\tname\tlat\tlon\tpart\tpopulation", rows)
}
