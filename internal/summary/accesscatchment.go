package summary

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// AccessCatchment is how people are served when the size of the offices and how many
// share them count too.
type AccessCatchment struct {
	Measure coverage.Measure  `json:"measure"`
	Unit    string            `json:"unit"` // what the means and percentiles count
	Minutes Figure            `json:"minutes"`
	Decay   Figure            `json:"decay"`
	Supply  Figure            `json:"supply"`
	Demand  Figure            `json:"demand"`
	States  []CatchmentState  `json:"states"`
	Changes []CatchmentChange `json:"changes"`
}

// CatchmentState is a state of the network by the measure.
type CatchmentState struct {
	ID       string          `json:"id"`
	Label    string          `json:"label"`
	Supply   Figure          `json:"supply"`   // at the open offices of which it is known
	Unstated Figure          `json:"unstated"` // open offices of which it is not
	Units    []CatchmentUnit `json:"units"`
	Worst    []CatchmentUnit `json:"worst"` // served worst, of those whose mean is known
	Notes    []string        `json:"notes"`
}

// CatchmentUnit is a group of people in an area. Percentiles are what that share of
// the people have at most; AtLeast is the mean over offices whose officers are known.
type CatchmentUnit struct {
	Kind      programme.AreaUnit `json:"kind"`
	Key       string             `json:"key"`
	Name      string             `json:"name"`
	Group     string             `json:"group"`
	GroupName string             `json:"groupName"`
	People    Figure             `json:"people"`
	Mean      Figure             `json:"mean"`
	P10       Figure             `json:"p10"`
	P50       Figure             `json:"p50"`
	P90       Figure             `json:"p90"`
	AtLeast   Figure             `json:"atLeast"`
	Without   Figure             `json:"without"`
}

// CatchmentChange is what differs between two states, by the measure.
type CatchmentChange struct {
	ID     string           `json:"id"`
	Before string           `json:"before"`
	After  string           `json:"after"`
	Units  []CatchmentShift `json:"units"`
}

// CatchmentShift is the change of the mean for a group in an area.
type CatchmentShift struct {
	Kind  programme.AreaUnit `json:"kind"`
	Key   string             `json:"key"`
	Group string             `json:"group"`
	Mean  Figure             `json:"mean"`
}

// worstShown is how many of the areas that are served worst an answer holds.
const worstShown = 10

// per is how a number of officers per so many people is written.
var per = locale.Style{Decimals: 2}

func catchmentOf(p *plan.Plan, lang locale.Lang, m coverage.Measure, by programme.AreaUnit) *AccessCatchment {
	c := p.Coverage
	out := &AccessCatchment{Measure: m, Unit: lang.Label(c.CatchmentUnit(m)), States: []CatchmentState{}, Changes: []CatchmentChange{},
		Minutes: figureOf(p, lang, "coverage", "catchment", m, "minutes"), Decay: figureOf(p, lang, "coverage", "catchment", m, "decay"),
		Supply: figureOf(p, lang, "coverage", "catchment", "supply"), Demand: figureOf(p, lang, "coverage", "catchment", "demand")}
	for i := range c.States {
		out.States = append(out.States, catchmentState(p, lang, i, m, by))
	}
	for i := range c.Comparisons {
		x := c.Comparisons[i]
		change := CatchmentChange{ID: x.ID, Before: c.States[x.Before].ID, After: c.States[x.After].ID, Units: []CatchmentShift{}}
		for u := range c.Units() {
			for g := range c.Groups() {
				if unit, group := &c.Units()[u], c.Groups()[g].Key; shown(unit, group, by) {
					change.Units = append(change.Units, CatchmentShift{unit.Kind, unit.Key, group,
						figureAs(p, lang, per, "coverage", "change", x.ID, "catchment", m, unit.Kind, unit.Key, group, "mean")})
				}
			}
		}
		out.Changes = append(out.Changes, change)
	}
	return out
}

func catchmentState(p *plan.Plan, lang locale.Lang, state int, m coverage.Measure, by programme.AreaUnit) CatchmentState {
	c := p.Coverage
	id := c.States[state].ID
	out := CatchmentState{ID: id, Label: lang.Label(c.States[state].Label), Units: []CatchmentUnit{}, Worst: []CatchmentUnit{}, Notes: []string{},
		Supply: figureOf(p, lang, "coverage", id, "catchment", "supply"), Unstated: figureOf(p, lang, "coverage", id, "catchment", "unstated")}
	if f, ok := p.Shelf.Figure(out.Supply.Address); ok {
		for _, n := range f.Notes {
			out.Notes = append(out.Notes, lang.Label(n))
		}
	}
	for u := range c.Units() {
		for g := range c.Groups() {
			if shown(&c.Units()[u], c.Groups()[g].Key, by) {
				out.Units = append(out.Units, catchmentUnit(p, lang, state, m, u, g))
			}
		}
	}
	kind := by
	if kind == "" || kind == programme.EveryCategory {
		kind = programme.EveryMunicipality
	}
	worst, err := c.WorstServed(state, m, kind, 0, worstShown)
	if err != nil {
		return out // the figures say why
	}
	for _, u := range worst {
		out.Worst = append(out.Worst, catchmentUnit(p, lang, state, m, u, 0))
	}
	return out
}

func catchmentUnit(p *plan.Plan, lang locale.Lang, state int, m coverage.Measure, unit, group int) CatchmentUnit {
	u, g := &p.Coverage.Units()[unit], &p.Coverage.Groups()[group]
	of := func(what string) Figure {
		return figureAs(p, lang, per, "coverage", p.Coverage.States[state].ID, "catchment", m, u.Kind, u.Key, g.Key, what)
	}
	return CatchmentUnit{Kind: u.Kind, Key: u.Key, Name: unitName(u, lang), Group: g.Key, GroupName: groupName(g, lang),
		People: figureOf(p, lang, "coverage", "population", u.Kind, u.Key, g.Key),
		Mean:   of("mean"), P10: of("p10"), P50: of("p50"), P90: of("p90"), AtLeast: of("at-least"),
		Without: figureOf(p, lang, "coverage", p.Coverage.States[state].ID, "catchment", m, u.Kind, u.Key, g.Key, "without")}
}

func (c *AccessCatchment) state(id string) *CatchmentState {
	for i := range c.States {
		if c.States[i].ID == id {
			return &c.States[i]
		}
	}
	return nil
}

// shift is the change of the mean of the comparison that is shown.
func (c *AccessCatchment) shift(comparison string, u *CatchmentUnit) Figure {
	for i := range c.Changes {
		if c.Changes[i].ID != comparison {
			continue
		}
		for _, s := range c.Changes[i].Units {
			if s.Kind == u.Kind && s.Key == u.Key && s.Group == u.Group {
				return s.Mean
			}
		}
	}
	return Figure{}
}
