package assignment

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/etablera/etablera/travel/graph"
)

// Assignment is the state of a set of open sites. One goroutine may change it at a time.
type Assignment struct {
	open    []site // by number
	nearest []graph.Near
	second  []graph.Near
	again   []int // places that lost a site
}

type site struct {
	number graph.Site
	row    []uint32
}

// New returns the state in which no site is open.
func New(places int) *Assignment {
	a := &Assignment{nearest: make([]graph.Near, places), second: make([]graph.Near, places)}
	for p := range places {
		a.nearest[p], a.second[p] = graph.None, graph.None
	}
	return a
}

// Places returns the number of places.
func (a *Assignment) Places() int { return len(a.nearest) }

// Sites returns the number of open sites.
func (a *Assignment) Sites() int { return len(a.open) }

// Nearest returns the nearest open site of a place, or [graph.None].
func (a *Assignment) Nearest(place int) graph.Near { return a.nearest[place] }

// Second returns the nearest of the other open sites, or [graph.None].
func (a *Assignment) Second(place int) graph.Near { return a.second[place] }

func (a *Assignment) find(number graph.Site) (int, bool) {
	return slices.BinarySearchFunc(a.open, number, func(s site, n graph.Site) int { return cmp.Compare(s.number, n) })
}

// Open adds a site with its distances, one for each place.
func (a *Assignment) Open(number graph.Site, row []uint32) error {
	if number == graph.NoSite {
		return fmt.Errorf("assignment: site %d; expected a lower number", number)
	}
	if len(row) != len(a.nearest) {
		return fmt.Errorf("assignment: site %d has %d distances; expected one for each of %d places", number, len(row), len(a.nearest))
	}
	at, found := a.find(number)
	if found {
		return fmt.Errorf("assignment: site %d is open already; close it first", number)
	}
	a.open = slices.Insert(a.open, at, site{number, row})
	for p, d := range row {
		if d <= a.second[p].Distance {
			a.offer(p, graph.Near{Site: number, Distance: d})
		}
	}
	return nil
}

// offer compares a site that a place does not know with its two best.
func (a *Assignment) offer(p int, n graph.Near) {
	switch {
	case n.Distance == graph.Unreachable:
	case before(n, a.nearest[p]):
		a.nearest[p], a.second[p] = n, a.nearest[p]
	case before(n, a.second[p]):
		a.second[p] = n
	}
}

func before(a, b graph.Near) bool {
	return a.Distance < b.Distance || a.Distance == b.Distance && a.Site < b.Site
}

// Close takes a site away.
func (a *Assignment) Close(number graph.Site) error {
	at, found := a.find(number)
	if !found {
		return fmt.Errorf("assignment: site %d is not open", number)
	}
	a.open = slices.Delete(a.open, at, at+1)
	a.again = a.again[:0]
	for p := range a.nearest {
		if a.nearest[p].Site == number || a.second[p].Site == number {
			a.nearest[p], a.second[p] = graph.None, graph.None
			a.again = append(a.again, p)
		}
	}
	// Site by site, so that each row is read from front to back.
	for _, s := range a.open {
		for _, p := range a.again {
			a.offer(p, graph.Near{Site: s.number, Distance: s.row[p]})
		}
	}
	return nil
}
