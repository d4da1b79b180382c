package sweden

import (
	"sort"
	"sync"
)

// A Locality is a town, a village or a named part of a town: a place where an
// office could lie. The table holds places of about 1,000 inhabitants and more
// and the seats of all municipalities. Two localities may share a name, even
// within a municipality.
type Locality struct {
	Name         string
	Municipality string // code
	Point        Point
	Part         bool // the source says that it is a section of a larger place; false also where it does not say
	Population   int  // approximate, of mixed years; 0 = unknown
}

// Localities returns all localities, sorted by municipality and then by name
// in byte order.
func Localities() []Locality { return localities() }

// LocalitiesIn returns the localities of the municipality with this code.
func LocalitiesIn(municipality string) []Locality {
	all := localities()
	from := sort.Search(len(all), func(i int) bool { return all[i].Municipality >= municipality })
	to := sort.Search(len(all), func(i int) bool { return all[i].Municipality > municipality })
	return all[from:to:to]
}

// LocalitiesNamed returns every locality with exactly this name, sorted by
// municipality.
func LocalitiesNamed(name string) (found []Locality) {
	for _, l := range localities() {
		if l.Name == name {
			found = append(found, l)
		}
	}
	return found
}

var localities = sync.OnceValue(func() (list []Locality) {
	readTable("localities.tsv", "municipality\tname\tlat\tlon\tpart\tpopulation", func(r row) {
		list = append(list, Locality{
			Municipality: r.cells[0], Name: r.cells[1], Point: r.point(2),
			Part: r.cells[4] == "part", Population: r.count(5),
		})
	})
	return list
})
