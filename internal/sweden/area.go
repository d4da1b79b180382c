package sweden

import (
	"slices"
	"strings"
	"sync"
)

// An Area is one that has been on a Police list of vulnerable areas ("utsatta
// områden"). The lists have years, and areas come, go and change class, so
// whether something lies in a vulnerable area is a question about one list.
type Area struct {
	Name         string // as on the list, its parts joined by "/"
	Municipality string // code
	Centre       Point  // of its outline
	AreaKm2      float64
	classes      [len(listYears)]Class
}

// listYears are the lists in the table, oldest first.
var listYears = [...]int{2015, 2017, 2019, 2021, 2023}

// ListYears returns the years of the Police lists that are known, oldest first.
func ListYears() []int { return listYears[:] }

// ClassIn returns the class of the area in the Police list of a year, and
// [ClassUnknown] for a year that is not one of [ListYears]: a list holds until
// the next, but on which day is not in the table, so that is for the caller.
func (a Area) ClassIn(listYear int) Class {
	if i := slices.Index(listYears[:], listYear); i >= 0 {
		return a.classes[i]
	}
	return ClassUnknown
}

// VulnerableAreas returns every area that is on any of the lists, sorted by
// municipality and then by name in byte order.
func VulnerableAreas() []Area { return areas().list }

// AreasListedIn returns the areas on the Police list of a year, in the same
// order, and whether that list is known.
func AreasListedIn(listYear int) (listed []Area, known bool) {
	if !slices.Contains(listYears[:], listYear) {
		return nil, false
	}
	for _, a := range areas().list {
		if a.ClassIn(listYear).IsListed() {
			listed = append(listed, a)
		}
	}
	return listed, true
}

// AreaByName returns the area with this name or with this part of its name:
// "Dalhem/Drottninghög/Fredriksberg" is found as "Drottninghög", and
// "Rinkeby/Tensta" also when it is joined by a hyphen. A part that is the name
// of a municipality finds nothing, since it may well mean the municipality.
func AreaByName(name string) (Area, bool) {
	if i, ok := areas().byName[strings.ReplaceAll(name, "-", "/")]; ok {
		return areas().list[i], true
	}
	return Area{}, false
}

// AreaNames returns every name that [AreaByName] finds, sorted by bytes: what
// [Nearest] chooses from when a name is not found.
func AreaNames() []string { return areas().names }

type areaIndex struct {
	list   []Area
	names  []string
	byName map[string]int
}

var areas = sync.OnceValue(func() *areaIndex {
	x := &areaIndex{byName: map[string]int{}}
	const header = "municipality\tname\tlat\tlon\tkm2\t2015\t2017\t2019\t2021\t2023"
	readTable("areas.tsv", header, func(r row) {
		a := Area{Municipality: r.cells[0], Name: r.cells[1], Centre: r.point(2), AreaKm2: r.float(4)}
		for i := range listYears {
			class, ok := classLetters[r.cells[5+i]]
			if !ok {
				r.fail("the class "+r.cells[5+i], "one of - v r e")
			}
			a.classes[i] = class
		}
		for _, name := range areaNames(a.Name) {
			if _, taken := x.byName[name]; taken {
				r.fail("the name "+name+" again", "each part of a name once")
			}
			x.byName[name] = len(x.list)
			x.names = append(x.names, name)
		}
		x.list = append(x.list, a)
	})
	slices.Sort(x.names)
	return x
})

// areaNames returns the name of an area and its parts: what stands between
// slashes, in brackets, or before the words that say which side of a street.
func areaNames(name string) []string {
	names := []string{name}
	plain, _, _ := strings.Cut(name, " söder om ")
	for part := range strings.FieldsFuncSeq(plain, func(r rune) bool { return r == '/' || r == '(' || r == ')' }) {
		part = strings.TrimSpace(part)
		if _, isMunicipality := MunicipalityByName(part); !isMunicipality && part != name {
			names = append(names, part)
		}
	}
	return names
}
