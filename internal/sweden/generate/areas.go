package main

// letters are the classes of the Police lists as the table writes them.
var letters = map[string]string{
	"":                       "-",
	"utsatt område":          "v",
	"riskområde":             "r",
	"särskilt utsatt område": "e",
}

// buildAreas writes the table of vulnerable areas. An empty cell of the source
// means that the area is not on the list of that year.
func buildAreas(folder string, population map[string]int) ([]byte, error) {
	const name = "utsatta_omraden.csv"
	years := []string{"class_2015", "class_2017", "class_2019", "class_2021", "class_2023"}
	var rows [][]string
	columns := append([]string{"name", "municipality_code", "lat", "lon", "area_km2"}, years...)
	err := readCSV(folder, name, columns, func(r record) {
		row := []string{r.municipality(population), r.name("name"), r.latitude("lat"), r.longitude("lon"),
			r.number("area_km2", 0.01, 100)}
		for _, year := range years {
			letter, ok := letters[r.text(year)]
			if !ok {
				r.fail("%s %q: want utsatt område, riskområde, särskilt utsatt område or nothing", year, r.text(year))
			}
			row = append(row, letter)
		}
		rows = append(rows, row)
	})
	if err != nil {
		return nil, err
	}
	return tsv(name, "municipality\tname\tlat\tlon\tkm2\t2015\t2017\t2019\t2021\t2023", rows)
}
