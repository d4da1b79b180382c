package siting

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Unbound is a clause that binds no place, and why.
type Unbound struct {
	Clause int // position in the mandate's clauses
	Why    string
}

// Why a clause binds no place; the texts are under "siting.unbound." + reason.
const (
	becauseWish     = "wish"     // it only wishes
	becauseTime     = "time"     // it says when
	becauseConsent  = "consent"  // it says who is to be heard, told or to decide
	becauseReport   = "report"   // it says what is to be reported
	becauseHost     = "host"     // it says with whom to share rooms
	becauseMix      = "mix"      // nobody has said what category a new place is of
	becauseUnstated = "unstated" // it does not say how many, or how near
)

var unboundBecause = map[programme.ClauseKind]string{
	programme.RoundWindow: becauseTime, programme.EarlyOpenings: becauseTime, programme.Mix: becauseMix,
	programme.Heard: becauseConsent, programme.HeardLocally: becauseConsent, programme.Informed: becauseConsent,
	programme.DecidedBy: becauseConsent, programme.DeliverableDue: becauseReport, programme.CoLocationSought: becauseHost,
}

// readClauses makes rules of the clauses that say how many offices there must be and
// where. Wishes bind nothing, nor do clauses about time, consent and reports.
func (s *Siting) readClauses() {
	for i := range s.Mandate.Clauses {
		c := &s.Mandate.Clauses[i]
		switch rules := rulesOf(c); {
		case c.Strength != programme.Shall:
			s.Unbound = append(s.Unbound, Unbound{i, becauseWish})
		case len(rules) == 0 && unboundBecause[c.Kind] != "":
			s.Unbound = append(s.Unbound, Unbound{i, unboundBecause[c.Kind]})
		case len(rules) == 0:
			s.Unbound = append(s.Unbound, Unbound{i, becauseUnstated})
		default:
			for k := range rules {
				rules[k].Clause = i
			}
			s.Rules = append(s.Rules, rules...)
		}
	}
	s.addRounds()
}

// rulesOf are the rules that one clause makes.
func rulesOf(c *programme.Clause) []Rule {
	var out []Rule
	switch {
	case c.Kind == programme.OfficesAtLeast && c.Minimum.Known:
		out = append(out, Rule{Min: c.Minimum.High, Max: -1})
	case c.Kind == programme.RoundMinimum && c.Minimum.Known:
		out = append(out, Rule{Rounds: []programme.RoundID{c.Round}, Min: c.Minimum.High, Max: -1})
	case c.Kind == programme.OfficesIn:
		for _, m := range c.Municipalities {
			out = append(out, Rule{Place: m, In: map[string]bool{m: true}, Min: 1, Max: -1})
		}
	case c.Kind == programme.OfficesAmong && c.Count.Known:
		out = append(out, Rule{In: inRegions(c.Regions, c.Except), Min: c.Count.Low, Max: c.Count.High})
	case c.Kind == programme.ByArea && c.ListYear != 0 && c.Within > 0:
		near := Rule{Near: true, ListYear: c.ListYear, Within: float64(c.Within), Max: -1}
		for _, m := range c.Municipalities {
			r := near
			r.Place, r.In, r.Min, r.Only = m, map[string]bool{m: true}, 1, true
			out = append(out, r)
		}
		for _, name := range c.Regions {
			r := near
			r.Place, r.In, r.Min = name, inRegions([]string{name}, c.Municipalities), max(c.Minimum.High, 1)
			out = append(out, r)
		}
	}
	return out
}

// addRounds adds what the least numbers of several rounds ask for together: which round
// an office belongs to is not decided here, but they need so many offices.
func (s *Siting) addRounds() {
	least, last := map[programme.RoundID]int{}, -1
	var rounds []programme.RoundID
	for i := range s.Rules {
		for _, r := range s.Rules[i].Rounds {
			if !slices.Contains(rounds, r) {
				rounds = append(rounds, r)
			}
			least[r], last = max(least[r], s.Rules[i].Min), s.Rules[i].Clause
		}
	}
	if len(rounds) < 2 {
		return
	}
	all := Rule{Clause: last, Rounds: rounds, Max: -1}
	for _, r := range rounds {
		all.Min += least[r]
	}
	s.Rules = append(s.Rules, all)
}

// inRegions are the municipalities of metropolitan areas, apart from some.
func inRegions(names, except []string) map[string]bool {
	in := map[string]bool{}
	for _, a := range sweden.MetropolitanAreas() {
		if !slices.Contains(names, a.Seat()) {
			continue
		}
		for _, code := range a.Municipalities {
			if m, ok := sweden.MunicipalityByCode(code); ok && !slices.Contains(except, m.Name) {
				in[m.Name] = true
			}
		}
	}
	return in
}
