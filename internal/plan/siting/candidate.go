package siting

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Origin says where a candidate is from.
type Origin string

// The origins.
const (
	FromLocality Origin = "locality"
	FromArea     Origin = "area"
	FromOffice   Origin = "office"
)

// Candidate is a place where an office could open.
type Candidate struct {
	Key          string // the office's id, or one that is the same for the same tables
	Name         string
	Municipality string // its name
	Lat, Lon     float64
	From         Origin
	Office       programme.OfficeID // "" unless FromOffice
	locality     string
	rough, none  bool // the position stands in for another; there is none
}

// near says whether the place lies within so many metres of the centre of an area
// on a list, or is named for one.
func (c *Candidate) near(year int, within float64) programme.Tri {
	if a, ok := sweden.AreaByName(c.locality); ok && c.locality != "" && a.ClassIn(year).IsListed() {
		if m, ok := sweden.MunicipalityByCode(a.Municipality); ok && m.Name == c.Municipality {
			return programme.Yes
		}
	}
	if c.none || c.rough {
		return programme.Unknown
	}
	areas, known := sweden.AreasListedIn(year)
	if !known {
		return programme.Unknown
	}
	for _, a := range areas {
		if c.metresTo(a) <= within {
			return programme.Yes
		}
	}
	return programme.No
}

func (c *Candidate) metresTo(a sweden.Area) float64 {
	return sweden.Distance(sweden.Point{Lat: c.Lat, Lon: c.Lon}, a.Centre)
}

// world is what all goals share.
type world struct {
	all        []Candidate // that the times include
	candidates []Candidate // of them, those that a set that keeps the rules can have
	// group is which of them the rules cannot tell apart, by candidate; most how many of
	// each group a set can have.
	group, most []int
	sorted      []*sorted // by rule
	enough      []bool    // see Siting.enough; made when asked for
	lacking     int       // candidates that the method gives no times for
	fixed       []Candidate
	points      int
	people      []int32
	base        []uint32        // seconds to the nearest office that stays
	times       *coverage.Table // of the candidates
	reachable   []bool          // of each point, whether any place could reach it
}

// rough are the precisions of a position that only stands in for the office's own.
var rough = map[string]bool{"municipal seat": true, "centre of areas served": true}

// office is a site of the coverage as a candidate.
func (s *Siting) office(site int32) Candidate {
	x := &s.coverage.Sites[site]
	c := Candidate{Key: x.Key, Name: x.Name, Municipality: x.Municipality, Lat: x.At.Lat, Lon: x.At.Lon, From: FromOffice, Office: x.Office,
		rough: rough[x.Precision], none: !x.IsPlaced}
	if o, _ := s.facts.Office(x.Office); o != nil {
		c.locality = o.Locality
	}
	return c
}

// list makes the candidates: localities, areas on any of the lists, and known offices
// that are not open before the mandate.
func (s *Siting) list(open []int32) []Candidate {
	var out []Candidate
	name := func(code string) string {
		m, _ := sweden.MunicipalityByCode(code)
		return m.Name
	}
	seen := map[string]int{}
	for _, l := range sweden.Localities() {
		key := "locality-" + l.Municipality + "-" + l.Name
		if seen[key]++; seen[key] > 1 {
			key = fmt.Sprintf("%s-%d", key, seen[key])
		}
		if l.Point.IsKnown() {
			out = append(out, Candidate{Key: key, Name: l.Name, Municipality: name(l.Municipality), Lat: l.Point.Lat, Lon: l.Point.Lon, From: FromLocality})
		}
	}
	for _, a := range sweden.VulnerableAreas() {
		out = append(out, Candidate{Key: "area-" + a.Municipality + "-" + a.Name, Name: a.Name, Municipality: name(a.Municipality), Lat: a.Centre.Lat, Lon: a.Centre.Lon, From: FromArea})
	}
	isOpen := map[int32]bool{}
	for _, site := range open {
		isOpen[site] = true
	}
	for i := range s.coverage.Sites {
		x := &s.coverage.Sites[i]
		if x.IsPlaced && !isOpen[int32(i)] && x.Office != "" && x.Key == string(x.Office) {
			out = append(out, s.office(int32(i)))
		}
	}
	return out
}

// lacker is a method that knows nothing of some places.
type lacker interface{ Lacks(coverage.Place) bool }

// makeWorld measures the times. O(candidates × points).
func (s *Siting) makeWorld(ctx context.Context) (*world, error) {
	state := s.coverage.State(s.Before())
	open := s.coverage.States[state].Open
	access, err := s.coverage.AccessIn(state)
	if err != nil {
		return nil, err
	}
	p := s.coverage.Population()
	w := &world{points: p.Len(), people: p.People, base: access.Seconds[:p.Len()]}
	for _, g := range s.coverage.Groups() {
		if g.Key == s.Options.Group {
			w.people = g.People
		}
	}
	method := s.method()
	for _, site := range open {
		w.fixed = append(w.fixed, s.office(site))
	}
	for _, c := range s.list(open) {
		if l, ok := method.(lacker); ok && l.Lacks(c.place()) {
			w.lacking++
			continue
		}
		w.candidates = append(w.candidates, c)
	}
	places := make([]coverage.Place, w.points)
	for i := range places {
		places[i] = coverage.Place{Key: p.Keys[i], Lat: p.Points[i].Lat, Lon: p.Points[i].Lon}
	}
	sites := make([]coverage.Place, len(w.candidates))
	for c := range sites {
		sites[c] = w.candidates[c].place()
	}
	if w.times, err = coverage.Tabulate(ctx, method, sites, places, p.People); err != nil {
		return nil, err
	}
	w.all = w.candidates
	w.keep(s.mustGive(w, false))
	w.reach()
	return w, nil
}

// keep leaves out the candidates that no set which keeps the rules can have.
func (w *world) keep(m *must) {
	candidates, seconds := []Candidate{}, w.times.Seconds[:0]
	w.most = m.most
	for c := range w.candidates {
		if m.most[m.group[c]] > 0 {
			w.group = append(w.group, m.group[c])
			candidates = append(candidates, w.candidates[c])
			seconds = append(seconds, w.times.Row(c)...)
		}
	}
	w.candidates, w.times.Seconds, w.sorted = candidates, seconds, nil
}

func (c *Candidate) place() coverage.Place { return coverage.Place{Key: c.Key, Lat: c.Lat, Lon: c.Lon} }

func (s *Siting) method() coverage.Method {
	if s.access.Method != nil {
		return s.access.Method
	}
	return coverage.Estimate{Parameters: estimate.Car()}
}

// never is longer than every journey that counts: who reaches no office is taken to
// have a day to one, in the search alone.
const never = 24 * 3600

func capped(seconds uint32) int64 { return min(int64(seconds), never) }
