package staffing

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// Make makes the staffing of a timetable, with offices nearby within DefaultRadius.
func Make(x *programme.Index, t *timetable.Timetable) *Staffing {
	return MakeWithin(x, t, DefaultRadius)
}

// MakeWithin is Make with another distance for what lies nearby.
// O(offices × (existing offices + types) + months × rounds).
func MakeWithin(x *programme.Index, t *timetable.Timetable, radius programme.Metres) *Staffing {
	s := &Staffing{Radius: radius, facts: x, table: t, index: map[programme.OfficeID]int{}}
	s.types = officeTypes(x)
	s.existing = existingOffices(x)
	for i := range t.Projects {
		s.addOffice(i)
	}
	for i := range x.S.Rounds {
		if _, first := x.Round(x.S.Rounds[i].ID); first == i {
			s.addRound(x.S.Rounds[i].ID)
		}
	}
	s.makeMonths()
	s.compare()
	return s
}

// officeType is an office type as staffing needs it.
type officeType struct {
	id         programme.TypeID
	staff      programme.Range
	travelling bool
}

func officeTypes(x *programme.Index) []officeType {
	var out []officeType
	for i := range x.S.OfficeTypes {
		t := &x.S.OfficeTypes[i]
		if _, first := x.Type(t.ID); first == i {
			out = append(out, officeType{t.ID, t.Staff, t.Travelling})
		}
	}
	return out
}

func (s *Staffing) addOffice(project int) {
	p := &s.table.Projects[project]
	if s.facts.S.Projects[p.Position].Kind != programme.Open {
		return
	}
	if _, taken := s.index[p.Office]; taken {
		return // opened by an earlier project
	}
	o := Office{ID: p.Office, Name: p.Name, Project: project, Round: p.Round, Basis: Open, round: -1}
	var claim *programme.TypeClaim
	claim, o.claim = s.facts.Claim(p.Office)
	o.allowed = make([]bool, len(s.types))
	for i, t := range s.types {
		if o.allowed[i] = claim != nil && slices.Contains(claim.Types, t.id); o.allowed[i] {
			o.Types = append(o.Types, t.id)
			o.Basis = Proposed
			if claim.Status == programme.Decided {
				o.Basis = Decided
			}
		}
	}
	if o.Basis == Open {
		o.claim = -1
		for i, t := range s.types {
			o.allowed[i], o.Types = true, append(o.Types, t.id)
		}
	}
	o.Need = s.needOver(o.allowed)
	if p.HasForecast() {
		o.From = [3]civil.Month{p.Forecast.P10.Month(), p.Forecast.P50.Month(), p.Forecast.P80.Month()}
	} else {
		s.Without++
	}
	o.Supply = s.supply(&o)
	s.index[o.ID] = len(s.Offices)
	s.Offices = append(s.Offices, o)
}

// needOver is the span of the needs of the allowed types; unknown where one of
// them has no stated staff, or there is no type at all.
func (s *Staffing) needOver(allowed []bool) Need {
	var n Need
	first := true
	for i, ok := range allowed {
		if !ok {
			continue
		}
		total, travelling := s.types[i].staff, programme.Exactly(0)
		if !total.Known {
			return Need{}
		}
		if s.types[i].travelling {
			travelling = total
		}
		if first {
			n, first = Need{total, travelling}, false
			continue
		}
		n.Total = span(n.Total, total)
		n.Travelling = span(n.Travelling, travelling)
	}
	return n
}

func span(a, b programme.Range) programme.Range {
	return programme.Between(min(a.Low, b.Low), max(a.High, b.High))
}

// compare holds the counts of staff against the needs of offices that have opened by then.
func (s *Staffing) compare() {
	for i := range s.facts.S.Staff {
		c := &s.facts.S.Staff[i]
		k, ok := s.index[c.Office]
		if !ok || !c.Month.IsKnown() || !s.Offices[k].From[1].IsKnown() || c.Month < s.Offices[k].From[1] {
			continue
		}
		out := Comparison{Count: i, Office: k, Month: c.Month, Counted: c.Officers}
		if need := s.Offices[k].Need.Total; need.Known && c.Officers.Known {
			out.Known, out.Low, out.High = true, c.Officers.Low-need.High, c.Officers.High-need.Low
		}
		s.Counted = append(s.Counted, out)
	}
}
