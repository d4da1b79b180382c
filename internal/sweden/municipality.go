package sweden

import "sync"

// A Municipality is one of the 290 municipalities, as of 31 December 2021.
type Municipality struct {
	Code       string  // four digits, the first two of which are the county
	Name       string  // Swedish, without "kommun"
	Population int     // registered inhabitants
	LandKm2    float64 // land area
	Group      Group   // group of municipalities, 2017
	Seat       string  // name of the principal town
	SeatPoint  Point   // its centre; a weak stand-in for where people live in the north
	Centre     Point   // mean position of the inhabitants
}

// County returns the county that the municipality lies in.
func (m Municipality) County() County {
	c, _ := CountyByCode(m.Code[:2])
	return c
}

// Municipalities returns all municipalities, sorted by code.
func Municipalities() []Municipality { return municipalities().list }

// MunicipalityByCode returns the municipality with a code such as "2582".
func MunicipalityByCode(code string) (Municipality, bool) {
	return municipalities().find(municipalities().byCode, code)
}

// MunicipalityByName returns the municipality with exactly this name.
func MunicipalityByName(name string) (Municipality, bool) {
	return municipalities().find(municipalities().byName, name)
}

type municipalityIndex struct {
	list           []Municipality
	byCode, byName map[string]int
}

func (x *municipalityIndex) find(index map[string]int, key string) (Municipality, bool) {
	if i, ok := index[key]; ok {
		return x.list[i], true
	}
	return Municipality{}, false
}

var municipalities = sync.OnceValue(func() *municipalityIndex {
	x := &municipalityIndex{byCode: make(map[string]int, 290), byName: make(map[string]int, 290)}
	const header = "code\tname\tpopulation\tland_km2\tgroup\tseat\tseat_lat\tseat_lon\tcentre_lat\tcentre_lon"
	readTable("municipalities.tsv", header, func(r row) {
		m := Municipality{
			Code: r.cells[0], Name: r.cells[1], Population: r.count(2), LandKm2: r.float(3), Group: Group(r.cells[4]),
			Seat: r.cells[5], SeatPoint: r.point(6), Centre: r.point(8),
		}
		x.byCode[m.Code], x.byName[m.Name] = len(x.list), len(x.list)
		x.list = append(x.list, m)
	})
	return x
})
