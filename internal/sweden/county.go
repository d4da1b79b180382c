package sweden

import (
	"sort"
	"sync"
)

// A County is one of the 21 counties.
type County struct {
	Code  string // two digits
	Name  string // Swedish, with "län"
	Short string // Swedish, without it
}

// Counties returns all counties, sorted by code.
func Counties() []County { return counties() }

// CountyByCode returns the county with a code such as "25".
func CountyByCode(code string) (County, bool) {
	for _, c := range counties() {
		if c.Code == code {
			return c, true
		}
	}
	return County{}, false
}

// CountyByName returns the county with exactly this name, "Norrbottens län".
func CountyByName(name string) (County, bool) {
	for _, c := range counties() {
		if c.Name == name {
			return c, true
		}
	}
	return County{}, false
}

// Municipalities returns the municipalities of the county, sorted by code.
func (c County) Municipalities() []Municipality {
	all := Municipalities()
	from := sort.Search(len(all), func(i int) bool { return all[i].Code[:2] >= c.Code })
	to := sort.Search(len(all), func(i int) bool { return all[i].Code[:2] > c.Code })
	return all[from:to:to]
}

// Population returns the registered inhabitants of the county, which is the
// sum of its municipalities.
func (c County) Population() int {
	n := 0
	for _, m := range c.Municipalities() {
		n += m.Population
	}
	return n
}

var counties = sync.OnceValue(func() (list []County) {
	readTable("counties.tsv", "code\tname\tshort", func(r row) {
		list = append(list, County{Code: r.cells[0], Name: r.cells[1], Short: r.cells[2]})
	})
	return list
})
