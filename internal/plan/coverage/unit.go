package coverage

import (
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Unit is an area that people are counted in.
type Unit struct {
	Kind   programme.AreaUnit
	Key    string // sweden, a county's or municipality's code, a category
	Name   string // "" for the country and the categories, which have words of their own
	Points []int32
}

// TheCountry is the key of the whole.
const TheCountry = "sweden"

// The categories of places: the three metropolitan areas of SCB, and outside them
// the cities and towns and the rural places.
const (
	Metropolitan = "metropolitan"
	Urban        = "urban"
	RuralPlaces  = "rural"
)

// unitsOf makes the units of a population. Points whose municipality is not known
// belong to the country alone.
func unitsOf(p *Population, groups []Group) []Unit {
	byCode := map[string][]int32{}
	country := Unit{Kind: programme.EveryCountry, Key: TheCountry}
	categories := []Unit{{Kind: programme.EveryCategory, Key: Metropolitan}, {Kind: programme.EveryCategory, Key: Urban}, {Kind: programme.EveryCategory, Key: RuralPlaces}}
	metropolitan := map[string]bool{}
	for _, a := range sweden.MetropolitanAreas() {
		for _, m := range a.Municipalities {
			metropolitan[m] = true
		}
	}
	var rural []int32
	for _, g := range groups {
		if g.Key == InRural {
			rural = g.People
		}
	}
	for i := range p.Len() {
		at := int32(i)
		country.Points = append(country.Points, at)
		byCode[p.Municipality[i]] = append(byCode[p.Municipality[i]], at)
		which := 1
		switch {
		case metropolitan[p.Municipality[i]]:
			which = 0
		case rural[i] > 0 || p.People[i] == 0:
			which = 2
		}
		categories[which].Points = append(categories[which].Points, at)
	}
	out := append([]Unit{country}, categories...)
	var municipalities []Unit
	for _, c := range sweden.Counties() {
		county := Unit{Kind: programme.EveryCounty, Key: c.Code, Name: c.Name}
		for _, m := range c.Municipalities() {
			municipalities = append(municipalities, Unit{programme.EveryMunicipality, m.Code, m.Name, byCode[m.Code]})
			county.Points = append(county.Points, byCode[m.Code]...)
		}
		out = append(out, county)
	}
	return append(out, municipalities...)
}
