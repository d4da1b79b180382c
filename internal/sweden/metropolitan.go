package sweden

import "slices"

// A MetropolitanArea is one of the three that SCB has delimited since 2005.
//
// Storstockholm is the whole of its county. The codes of the other two are
// stated here because no file at hand holds SCB's own list: they are what
// public descriptions of that definition give (Boverket counts 26, 13 and 12
// municipalities), and a test holds them against the SKR groups A1 and A2,
// which are commuting groups and differ in a few municipalities, each named
// there.
type MetropolitanArea struct {
	Key            string   // "stockholm", "goteborg", "malmo"
	Name           string   // Swedish
	Municipalities []string // codes, sorted
}

// Seat returns the name of the city that the area surrounds, which is what
// people call it: Stockholm, Göteborg, Malmö.
func (a MetropolitanArea) Seat() string {
	code := map[string]string{"stockholm": "0180", "goteborg": "1480", "malmo": "1280"}[a.Key]
	m, _ := MunicipalityByCode(code)
	return m.Name
}

// MetropolitanAreas returns the three areas, largest first.
func MetropolitanAreas() []MetropolitanArea {
	stockholm := MetropolitanArea{Key: "stockholm", Name: "Storstockholm"}
	for _, m := range Municipalities() {
		if m.Code[:2] == "01" {
			stockholm.Municipalities = append(stockholm.Municipalities, m.Code)
		}
	}
	return []MetropolitanArea{
		stockholm,
		{Key: "goteborg", Name: "Storgöteborg", Municipalities: []string{
			"1384", "1401", "1402", "1407", "1415", "1419", "1440", "1441", "1462", "1480", "1481", "1482", "1489"}},
		{Key: "malmo", Name: "Stormalmö", Municipalities: []string{
			"1230", "1231", "1233", "1261", "1262", "1263", "1264", "1267", "1280", "1281", "1285", "1287"}},
	}
}

// MetropolitanAreaOf returns the metropolitan area that a municipality belongs
// to, if it belongs to one.
func MetropolitanAreaOf(municipality string) (MetropolitanArea, bool) {
	for _, a := range MetropolitanAreas() {
		if slices.Contains(a.Municipalities, municipality) {
			return a, true
		}
	}
	return MetropolitanArea{}, false
}
