package sweden

// A Source says where a table comes from and on what terms it may be used.
type Source struct {
	Table     string // the function that returns it
	Publisher string
	Title     string
	Year      string // what the figures refer to; "" = not stated by the source
	Licence   string // "" = not stated by the source
	Note      string // what was done to it, and what to mind
}

// Sources returns the sources of every table, those of one table together.
func Sources() []Source {
	const (
		scb      = "Statistiska centralbyrån (SCB)"
		geonames = "GeoNames"
		police   = "Polismyndigheten"
		cc0      = "CC0 1.0"
		ccby     = "CC BY 4.0"
	)
	return []Source{
		{"Municipalities", scb, "Municipalities: code, name, county, population, land area", "2021-12-31", cc0,
			"The year is that of the population."},
		{"Municipalities", "Sveriges Kommuner och Regioner (SKR)", "Grouping of municipalities", "2017", "",
			"The letter and digit of the group only."},
		{"Municipalities", geonames, "Position of the principal town", "", ccby,
			"A weak stand-in for where people live in large northern municipalities."},
		{"Municipalities", "Eurostat", "GEOSTAT population grid", "2018", "free with citation of Eurostat",
			"The mean position of the inhabitants, computed from the population points."},
		{"Counties", scb, "Counties: code and name", "2021-12-31", cc0, ""},
		{"Localities", geonames, "Populated places of Sweden", "", ccby,
			"Populations are approximate and of mixed years; unknown ones are left unknown. The municipality was added by position."},
		{"PopulationPoints", "Eurostat", "GEOSTAT population grid", "2018", "free with citation of Eurostat",
			"Grid of 5 km in ETRS89-LAEA, divided by municipality."},
		{"PopulationPoints", scb, "Population by municipality", "2021-12-31", cc0,
			"Each municipality's points are fitted to add up to it exactly; Stockholm and Göteborg are finer."},
		{"VulnerableAreas", police, "Lists of vulnerable areas (utsatta områden)", "2015, 2017, 2019, 2021, 2023", "",
			"The lists are public documents. Centre and area are computed from the outlines; the outlines are not carried."},
		{"MetropolitanAreas", scb, "Storstadsområden", "2005", "",
			"Membership as public descriptions of the definition give it; see the type."},
		{"Holidays", "Sveriges riksdag", "Lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid", "2005", "",
			"Rules, computed. Shortened days follow the central agreement for state employees with office hours."},
	}
}
