package siting

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Rule is one thing that a clause asks of where offices are: between Min and Max of
// those that open lie in the municipalities of In, and, where Near, within Within
// metres of an area on the list of ListYear. Only says that others must not lie in
// In at all.
type Rule struct {
	Clause   int    // position in the mandate's clauses
	Place    string // municipality or metropolitan area; "" for the whole country
	In       map[string]bool
	Near     bool
	Only     bool
	ListYear int
	Within   float64
	Min, Max int // Max −1 for no limit
}

// readClauses makes rules of the clauses that say where offices must be. Wishes
// bind nothing, nor do clauses about time, consent and reports.
func (s *Siting) readClauses() {
	region := map[string]string{}
	for _, a := range sweden.MetropolitanAreas() {
		for _, code := range a.Municipalities {
			if m, ok := sweden.MunicipalityByCode(code); ok {
				region[m.Name] = a.Seat()
			}
		}
	}
	inRegion := func(names []string, except []string) map[string]bool {
		in := map[string]bool{}
		for m, r := range region {
			if slices.Contains(names, r) && !slices.Contains(except, m) {
				in[m] = true
			}
		}
		return in
	}
	for i := range s.Mandate.Clauses {
		c := &s.Mandate.Clauses[i]
		before := len(s.Rules)
		if c.Strength == programme.Shall {
			switch {
			case c.Kind == programme.OfficesAtLeast && c.Minimum.Known:
				s.Rules = append(s.Rules, Rule{Clause: i, Min: c.Minimum.High, Max: -1})
			case c.Kind == programme.OfficesIn:
				for _, m := range c.Municipalities {
					s.Rules = append(s.Rules, Rule{Clause: i, Place: m, In: map[string]bool{m: true}, Min: 1, Max: -1})
				}
			case c.Kind == programme.OfficesAmong && c.Count.Known:
				s.Rules = append(s.Rules, Rule{Clause: i, In: inRegion(c.Regions, c.Except), Min: c.Count.Low, Max: c.Count.High})
			case c.Kind == programme.ByArea && c.ListYear != 0 && c.Within > 0:
				near := Rule{Clause: i, Near: true, ListYear: c.ListYear, Within: float64(c.Within), Max: -1}
				for _, m := range c.Municipalities {
					r := near
					r.Place, r.In, r.Min, r.Only = m, map[string]bool{m: true}, 1, true
					s.Rules = append(s.Rules, r)
				}
				for _, name := range c.Regions {
					r := near
					r.Place, r.In, r.Min = name, inRegion([]string{name}, c.Municipalities), max(c.Minimum.High, 1)
					s.Rules = append(s.Rules, r)
				}
			}
		}
		if len(s.Rules) == before {
			s.Unbound = append(s.Unbound, i)
		}
	}
}

// asked is how many offices the mandate asks for, 0 where it does not say.
func (s *Siting) asked() int {
	n := 0
	for _, r := range s.Rules {
		if r.In == nil && !r.Near {
			n = max(n, r.Min)
		}
	}
	return n
}

// within is how near to an area an office must be to count as serving it: what the
// mandate's rules say, else the usual.
func (s *Siting) within() float64 {
	for _, r := range s.Rules {
		if r.Near {
			return r.Within
		}
	}
	return usualWithin
}

// usualWithin is in metres: some twenty minutes on foot.
const usualWithin = 1500.0

// holds says whether a candidate is one that the rule counts; unknown where its place
// only stands in for one not known.
func (r *Rule) holds(c *Candidate) programme.Tri {
	if r.In != nil && !r.In[c.Municipality] {
		return programme.No
	}
	if !r.Near {
		return programme.Yes
	}
	return c.near(r.ListYear, r.Within)
}

// keeps says whether what opens keeps the rule.
func (r *Rule) keeps(opened []Candidate) programme.Tri {
	sure, may, wrong, unclear := 0, 0, 0, 0
	for i := range opened {
		switch r.holds(&opened[i]) {
		case programme.Yes:
			sure++
		case programme.Unknown:
			may++
		case programme.No:
			if r.Only && r.In[opened[i].Municipality] {
				wrong++
			}
		}
	}
	if r.Only {
		unclear = may
	}
	switch {
	case wrong > 0, sure+may < r.Min, r.Max >= 0 && sure > r.Max:
		return programme.No
	case sure < r.Min, r.Max >= 0 && sure+may > r.Max, unclear > 0:
		return programme.Unknown
	}
	return programme.Yes
}
