package siting

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// maxTypes is how many types the rounds' counts are made rules for: they make a rule for
// some sets of types, of which there are 2 to that power.
const maxTypes = 8

// addTypes makes rules of how many offices of each type the mandate's rounds are to have.
// Which round an office belongs to is not decided here, so the rounds are added up: of
// the types of a set A there are at least
//
//	f(A) = Σ over rounds of max(Σ of the least numbers in A, the round's total − Σ of the most in the others)
//
// and any numbers of types that keep f for every A can be divided among the rounds (the
// sum of generalized polymatroids; Frank & Tardos, Mathematical Programming 42 (1988)
// 489–563). A set whose f two smaller sets give already makes no rule.
func (s *Siting) addTypes() {
	types := s.facts.S.OfficeTypes
	rounds := s.countsByRound()
	if len(types) == 0 || len(types) > maxTypes || len(rounds) == 0 {
		return
	}
	least := make([]int, 1<<len(types))
	for a := 1; a < len(least); a++ {
		for _, r := range rounds {
			least[a] += r.least(a)
		}
	}
	for a := 1; a < len(least)-1; a++ {
		known := 0
		for part := (a - 1) & a; part > 0; part = (part - 1) & a {
			known = max(known, least[part]+least[a&^part])
		}
		if least[a] <= known {
			continue
		}
		rule := Rule{Clause: -1, Min: least[a], Max: -1}
		for t := range types {
			if a>>t&1 == 1 {
				rule.Types = append(rule.Types, types[t].ID)
			}
		}
		for _, r := range rounds {
			for _, at := range r.counts {
				// A set of several types rests on the total and on what the others may be.
				if c := &s.facts.S.RoundCounts[at]; len(rule.Types) > 1 || slices.Contains(rule.Types, c.Type) {
					rule.Counts = append(rule.Counts, at)
				}
			}
		}
		s.Rules = append(s.Rules, rule)
	}
}

// round is how many offices of each type a round is to have.
type round struct {
	low, high []int // by type
	total     programme.Range
	counts    []int // positions in Snapshot.RoundCounts
}

// most stands for a number that nobody has bounded.
const most = 1 << 20

func (s *Siting) countsByRound() []round {
	var out []round
	for i := range s.facts.S.Rounds {
		id := s.facts.S.Rounds[i].ID
		if s.facts.S.Rounds[i].Mandate != s.Mandate.ID {
			continue
		}
		r := round{low: make([]int, len(s.facts.S.OfficeTypes)), high: slices.Repeat([]int{most}, len(s.facts.S.OfficeTypes))}
		for _, at := range s.facts.RoundCounts(id) {
			c := &s.facts.S.RoundCounts[at]
			if !c.Count.Known {
				continue
			}
			r.counts = append(r.counts, at)
			if c.Type == "" {
				r.total = c.Count
			} else if t := s.typeAt(c.Type); t >= 0 {
				r.low[t], r.high[t] = c.Count.Low, c.Count.High
			}
		}
		if len(r.counts) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// least is how many offices the round has at least of a set of types.
func (r *round) least(set int) int {
	inside, others := 0, 0
	for t := range r.low {
		if set>>t&1 == 1 {
			inside += r.low[t]
		} else {
			others += r.high[t]
		}
	}
	if r.total.Known {
		inside = max(inside, r.total.Low-others)
	}
	return inside
}

// typeAt is the position of a type in the facts, −1 for none.
func (s *Siting) typeAt(id programme.TypeID) int {
	return slices.IndexFunc(s.facts.S.OfficeTypes, func(t programme.OfficeType) bool { return t.ID == id })
}
