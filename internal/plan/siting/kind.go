package siting

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/economy"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// Kind is an office type as it can be chosen.
type Kind struct {
	ID    programme.TypeID
	Name  programme.Text
	Staff programme.Range
	// Establishment is paid once, Running a year, in the prices in which they are stated;
	// Cost is the first with Options.Years of the second. Unknown where any part is.
	Establishment, Running, Cost programme.Amount
	// Trial is when an office of the type would open if work on it began today.
	Trial timetable.Trial

	costs []figure.Address // facts under the amounts
}

// kindsOf makes the types of the facts, once. The caller holds the lock.
func (s *Siting) kindsOf(ctx context.Context) ([]Kind, error) {
	if s.kinds != nil {
		return s.kinds, nil
	}
	types := s.facts.S.OfficeTypes
	ids := make([]programme.TypeID, len(types))
	for i := range types {
		ids[i] = types[i].ID
	}
	trials, err := s.table.Try(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]Kind, len(types))
	for i := range types {
		t := &types[i]
		k := Kind{ID: t.ID, Name: t.Name, Staff: t.Staff, Trial: trials[i]}
		k.Establishment, k.Running = s.amount(t, programme.Establishment, &k), s.amount(t, programme.Running, &k)
		years := money.Ore(s.Options.Years)
		if k.Establishment.Known && k.Running.Known {
			k.Cost = programme.Amount{Low: k.Establishment.Low + years*k.Running.Low, High: k.Establishment.High + years*k.Running.High, Known: true}
		}
		out[i] = k
	}
	s.kinds = out
	return out, nil
}

func (s *Siting) amount(t *programme.OfficeType, kind programme.CostKind, k *Kind) programme.Amount {
	u := economy.UnitCost(s.facts.S, t, kind)
	for _, p := range u.Parts {
		k.costs = append(k.costs, figure.FactAt("office-types", t.ID, "costs", p.Position+1, "amount"))
	}
	return u.Amount
}

// allowed are the positions of the types that a place may have: those that somebody has
// proposed or decided for a known office, any elsewhere.
func (s *Siting) allowed(c *Candidate) []int {
	var out []int
	claimed := s.claimed(c.Office)
	for k := range s.facts.S.OfficeTypes {
		if len(claimed) == 0 || slices.Contains(claimed, s.facts.S.OfficeTypes[k].ID) {
			out = append(out, k)
		}
	}
	return out
}

// claimed are the types that somebody has stated for an office, none where nobody has.
func (s *Siting) claimed(id programme.OfficeID) []programme.TypeID {
	if id == "" {
		return nil
	}
	claim, _ := s.facts.Claim(id)
	if claim == nil {
		return nil
	}
	return claim.Types
}

// projectOf is the project that opens an office, nil for none.
func (s *Siting) projectOf(id programme.OfficeID) *timetable.Project {
	for i := range s.table.Projects {
		p := &s.table.Projects[i]
		if id != "" && p.Office == id && s.facts.S.Projects[p.Position].Kind == programme.Open {
			return p
		}
	}
	return nil
}

// days is how many working days from today a place opens with a type: the median of its
// own project's forecast where there is one, else that of a new project of the type; −1
// where there is no forecast.
func (s *Siting) days(c *Candidate, k *Kind) int {
	if p := s.projectOf(c.Office); p != nil {
		if !p.HasForecast() {
			return -1
		}
		return s.table.DaysTo(p.Forecast.P50)
	}
	if !k.Trial.HasForecast() {
		return -1
	}
	return k.Trial.Days
}
