package economy

import (
	"slices"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// Type is an office type with its standard costs.
type Type struct {
	ID   programme.TypeID
	Name programme.Text // as a table says it: stort, where that is stated
	// Unit is the cost of one office by Establishment and Running, as stated.
	Unit [2]Unit
}

// Unit is a standard cost: its parts are one Total, or components.
type Unit struct {
	Amount programme.Amount // sum of the parts; unknown when any is
	Parts  []Part
	// Split says whether the part that is investment is known (it may be nothing).
	Split bool

	// byYear is the amount in the prices of each year of the horizon, by
	// scenario; investment the part of it that is investment.
	byYear     [][2]money.Ore
	investment [][2]money.Ore
	level      []int // lowest price level among the parts, by year; 0 unknown
}

// Part is one stated component of a unit cost.
type Part struct {
	Component programme.Component
	Amount    programme.Amount
	PriceYear int
	Position  int // in OfficeType.Costs
}

// unitOf gathers what is stated of a kind. Of several statements of one component
// the latest known holds. Components are used when all that are stated are known;
// else the total, whose split is then unknown.
func unitOf(s *programme.Snapshot, t *programme.OfficeType, kind programme.CostKind) Unit {
	var parts []Part
	for i, c := range t.Costs {
		if c.Kind != kind {
			continue
		}
		p := Part{c.Component, c.Amount, c.PriceYear, i}
		j := slices.IndexFunc(parts, func(q Part) bool { return q.Component == c.Component })
		switch {
		case j < 0:
			parts = append(parts, p)
		case s.KnownFrom(t.Costs[parts[j].Position].Provenance) <= s.KnownFrom(c.Provenance):
			parts[j] = p
		}
	}
	isTotal := func(p Part) bool { return p.Component == programme.Total }
	components := slices.DeleteFunc(slices.Clone(parts), isTotal)
	unknown := slices.ContainsFunc(components, func(p Part) bool { return !p.Amount.Known })
	total := slices.IndexFunc(parts, isTotal)
	if len(components) == 0 || unknown && total >= 0 {
		if total < 0 {
			return Unit{}
		}
		return Unit{Amount: parts[total].Amount, Parts: parts[total : total+1]}
	}
	u := Unit{Parts: components, Split: !unknown}
	if !unknown {
		u.Amount.Known = true
		for _, p := range components {
			u.Amount.Low += p.Amount.Low
			u.Amount.High += p.Amount.High
		}
	}
	return u
}

// UnitCost is the standard cost of a type of one kind, as stated.
func UnitCost(s *programme.Snapshot, t *programme.OfficeType, kind programme.CostKind) Unit {
	return unitOf(s, t, kind)
}

// price fills in the amounts in the prices of each year from first to last.
func (u *Unit) price(p prices, first, last int) {
	if !u.Amount.Known {
		return
	}
	n := last - first + 1
	u.byYear, u.investment, u.level = make([][2]money.Ore, n), make([][2]money.Ore, n), make([]int, n)
	for i := range n {
		u.level[i] = first + i
		for _, part := range u.Parts {
			x := p.bring(part.Amount, programme.CostGrowth, part.Component, part.PriceYear, first+i)
			u.byYear[i][Low] += x.low
			u.byYear[i][High] += x.high
			if part.Component == programme.Investment {
				u.investment[i][Low] += x.low
				u.investment[i][High] += x.high
			}
			u.level[i] = min(u.level[i], x.level)
		}
	}
}

// in returns the amount of a scenario in the prices of a year; a year outside
// the horizon has the prices of the nearest one in it.
func in(byYear [][2]money.Ore, first, year int, sc Scenario) money.Ore {
	return byYear[min(max(year-first, 0), len(byYear)-1)][sc]
}

// end returns the end of an amount that a scenario takes.
func end(a programme.Amount, sc Scenario) money.Ore {
	if sc == High {
		return a.High
	}
	return a.Low
}

func (e *Economy) priceTypes() {
	e.Types = make([]Type, len(e.x.S.OfficeTypes))
	for i := range e.Types {
		t := &e.x.S.OfficeTypes[i]
		of := Type{ID: t.ID, Name: t.Short}
		if of.Name.Sv == "" {
			of.Name = t.Name
		}
		of.Unit[Establishment] = unitOf(e.x.S, t, programme.Establishment)
		of.Unit[Running] = unitOf(e.x.S, t, programme.Running)
		for k := range of.Unit {
			of.Unit[k].price(e.prices, e.First, e.Last)
		}
		e.Types[i] = of
	}
}
