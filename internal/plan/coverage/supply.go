package coverage

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Supply is what an office offers: its officers, as a range. It is not Known where
// neither they nor the office's type have been stated.
type Supply struct {
	programme.Range
	IsProposal bool // rests on a type that is proposed and not decided
	grounds    []figure.Address
}

// same says whether two supplies rest on the same statements, so that whatever the
// number is, it is the same.
func (s Supply) same(t Supply) bool {
	if s.Range != t.Range || len(s.grounds) != len(t.grounds) {
		return false
	}
	for i := range s.grounds {
		if s.grounds[i] != t.grounds[i] {
			return false
		}
	}
	return true
}

// sized is the type that a scenario gives an office.
type sized struct {
	Type programme.TypeID
	at   figure.Address
}

// SupplyOf is what a site offers in a state: where offices are counted, one; else
// the officers by the type that the scenario gives, by the latest count no later than
// the day, by the stated level of that day, or by the type that is decided or
// proposed. A type with a range gives that range, several possible types the whole of
// theirs.
func (c *Coverage) SupplyOf(s *State, site int32) Supply {
	if c.catchment.Supply == SupplyOffices {
		return Supply{Range: programme.Exactly(1), grounds: []figure.Address{figure.At(Segment, catchmentSegment, "supply")}}
	}
	if t, ok := s.sized[site]; ok {
		return c.typed([]programme.TypeID{t.Type}, t.at)
	}
	id := c.Sites[site].Office
	if id == "" {
		return Supply{}
	}
	if out := c.countedStaff(s, id); out.Known {
		return out
	}
	if out := c.statedStaff(s, id); out.Known {
		return out
	}
	claim, i := c.facts.Claim(id)
	if claim == nil {
		return Supply{}
	}
	out := c.typed(claim.Types, figure.FactAt("type-claims", i+1, "types"))
	out.IsProposal = claim.Status != programme.Decided
	return out
}

// typed spans the staff of types.
func (c *Coverage) typed(types []programme.TypeID, at figure.Address) Supply {
	out := Supply{grounds: []figure.Address{at}}
	for i, id := range types {
		t, _ := c.facts.Type(id)
		if t == nil || !t.Staff.Known {
			return Supply{}
		}
		if i == 0 {
			out.Range = t.Staff
		}
		out.Range = programme.Between(min(out.Low, t.Staff.Low), max(out.High, t.Staff.High))
		out.grounds = append(out.grounds, figure.FactAt("office-types", id, "staff"))
	}
	return out
}

// countedStaff is the latest count of an office's officers; of two of a month the one
// written last.
func (c *Coverage) countedStaff(s *State, id programme.OfficeID) Supply {
	best := -1
	for i := range c.facts.S.Staff {
		if n := &c.facts.S.Staff[i]; n.Office == id && n.Officers.Known && n.Month <= s.Day.Month() && (best < 0 || n.Month >= c.facts.S.Staff[best].Month) {
			best = i
		}
	}
	if best < 0 {
		return Supply{}
	}
	return Supply{Range: c.facts.S.Staff[best].Officers, grounds: []figure.Address{figure.FactAt("staff", best+1, "officers")}}
}

// statedStaff is the officers by the latest level that holds on the day.
func (c *Coverage) statedStaff(s *State, id programme.OfficeID) Supply {
	best := -1
	for _, i := range c.levelsOf()[id] {
		l := &c.facts.S.Levels[i]
		if !l.Staff.Known || l.From.IsKnown() && (!l.From.Last.IsKnown() || l.From.Last > s.Day) {
			continue
		}
		if best < 0 || l.From.Last >= c.facts.S.Levels[best].From.Last {
			best = i
		}
	}
	if best < 0 {
		return Supply{}
	}
	return Supply{Range: c.facts.S.Levels[best].Staff, grounds: []figure.Address{figure.FactAt("service-levels", best+1, "staff")}}
}
