package main

import "strconv"

// inOther are localities that GeoNames has in a neighbouring municipality, by its code
// and the name: by the outlines of the municipalities, and SCB's own areas, they lie in
// another.
var inOther = map[[2]string]string{
	{"0160", "Enebyberg"}:  "0162",
	{"0380", "Alsike"}:     "0330",
	{"0382", "Björklinge"}: "0380",
	{"1267", "Löberöd"}:    "1285",
	{"1283", "Glumslöv"}:   "1282",
}

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
		municipality, place := r.municipality(population), r.name("name")
		if other, ok := inOther[[2]string{municipality, place}]; ok {
			municipality = other
		}
		rows = append(rows, []string{municipality, place,
			r.latitude("lat"), r.longitude("lon"), part, people})
	})
	if err != nil {
		return nil, err
	}
	return tsv(name, "municipality\tname\tlat\tlon\tpart\tpopulation", rows)
}
