package coverage

import (
	"math"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// catchmentSegment stands where a state's id does in the addresses of the assumptions,
// and after it in those of the measures.
const catchmentSegment = "catchment"

const (
	ruleSupply          figure.Rule = "coverage.supply"
	ruleCatchment       figure.Rule = "coverage.catchment"
	ruleCatchmentChange figure.Rule = "coverage.catchment-change"
)

// catchmentFields are the figures of a group in a unit, in the order of showing.
var catchmentFields = []string{"mean", "p10", "p50", "p90", "at-least", "without"}

func (c *Coverage) listCatchment(state int, at func(...any)) {
	id := c.States[state].ID
	at(id, catchmentSegment, "supply")
	at(id, catchmentSegment, "unstated")
	for _, m := range Measures {
		c.eachListed(func(u *Unit, g *Group) {
			for _, field := range catchmentFields {
				at(id, catchmentSegment, m, u.Kind, u.Key, g.Key, field)
			}
		})
	}
}

func (c *Coverage) listCatchmentChange(comparison int, at func(...any)) {
	for _, m := range Measures {
		c.eachListed(func(u *Unit, g *Group) {
			at(changeSegment, c.Comparisons[comparison].ID, catchmentSegment, m, u.Kind, u.Key, g.Key, "mean")
		})
	}
}

func (c *Coverage) eachListed(yield func(*Unit, *Group)) {
	b := c.base()
	for u := range b.units {
		for g := range b.groups {
			if c.listed(u, g) {
				yield(&b.units[u], &b.groups[g])
			}
		}
	}
}

// catchmentOption is an assumption: coverage/catchment/{supply,demand}, and
// coverage/catchment/<measure>/{minutes,decay}.
func (c *Coverage) catchmentOption(f *figure.Figure, path []string) bool {
	f.Rule = figure.Option
	f.Label.Key = "coverage.catchment." + path[len(path)-1]
	switch {
	case len(path) == 1 && path[0] == "supply":
		f.Value = figure.OfWords(c.catchment.Supply)
	case len(path) == 1 && path[0] == "demand":
		f.Value = figure.OfWords(c.catchment.Demand)
	case len(path) == 2 && slices.Contains(Measures, Measure(path[0])):
		f.Label.Args = []any{measureLabel(Measure(path[0]))}
		switch path[1] {
		case "minutes":
			f.Value = figure.OfSeconds(60 * c.catchment.MinutesOf(Measure(path[0])))
		case "decay":
			f.Value = figure.OfWords(c.catchment.DecayOf(Measure(path[0])).String())
		default:
			return false
		}
	default:
		return false
	}
	return true
}

func measureLabel(m Measure) figure.Label {
	return figure.Label{Key: "coverage.measure." + string(m)}
}

// catchmentFigure is a figure of a state: what its offices offer, each and together,
// and how groups are served.
func (c *Coverage) catchmentFigure(f *figure.Figure, state int, path []string) bool {
	s := &c.States[state]
	switch {
	case len(path) == 1:
		return c.supplyFigure(f, s, path[0])
	case len(path) == 2 && path[0] == "office":
		return c.officeSupply(f, s, path[1])
	case len(path) != 5 || !slices.Contains(Measures, Measure(path[0])) || !contains(catchmentFields, path[4]):
		return false
	}
	m := Measure(path[0])
	unit, group := c.place(path[1:])
	if unit < 0 || group < 0 {
		return false
	}
	field := path[4]
	f.Label = figure.Label{Key: "coverage.catchment." + field, Args: []any{c.groupLabel(group), c.unitLabel(unit), s.Label, measureLabel(m), c.CatchmentUnit(m)}}
	f.Rule, f.Value = ruleCatchment, figure.Unknown(figure.Rate)
	f.Inputs = c.catchmentGrounds(m, path[1:], s)
	f.Notes = append(c.StateNotes(state), c.groupNotes(group)...)
	if field == "without" {
		f.Value = figure.Unknown(figure.Count)
	}
	stat, err := c.CatchmentIn(state, m, unit, group)
	if err != nil {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.failed", Args: []any{err.Error()}})
		return true
	}
	if stat.Unsure > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.unsure", Args: []any{figure.OfCount(int(stat.Unsure))}})
	}
	if stat.People > 0 {
		f.Value = stat.value(field)
	}
	return true
}

// value is one of the fields of a stat about somebody.
func (s *CatchmentStat) value(field string) figure.Value {
	switch field {
	case "mean":
		return rates(s.Mean)
	case "p10":
		return rates(s.P10)
	case "p50":
		return rates(s.P50)
	case "p90":
		return rates(s.P90)
	case "at-least":
		return figure.OfRate(s.Mean[0])
	}
	return figure.OfCount(int(s.Without))
}

// rates is a range of rates, unknown where it has no end.
func rates(ends [2]float64) figure.Value {
	if math.IsInf(ends[1], 1) {
		return figure.Unknown(figure.Rate)
	}
	return figure.Between(figure.Rate, int64(math.Round(ends[0]*1e3)), int64(math.Round(ends[1]*1e3)))
}

// CatchmentUnit says what a measure counts.
func (c *Coverage) CatchmentUnit(m Measure) figure.Label {
	if m == Gravity {
		return figure.Label{Key: "coverage.unit-of." + c.catchment.Supply}
	}
	return figure.Label{Key: "coverage.unit-of." + c.catchment.Supply + "-per", Args: []any{figure.OfCount(perPeople)}}
}

func (c *Coverage) catchmentGrounds(m Measure, path []string, states ...*State) []figure.Address {
	in := []figure.Address{figure.At(Segment, "population", path[0], path[1], path[2])}
	for _, s := range states {
		in = append(in, figure.At(Segment, s.ID, catchmentSegment, "supply"))
	}
	in = append(in, figure.At(Segment, catchmentSegment, m, "minutes"), figure.At(Segment, catchmentSegment, m, "decay"))
	if m != Gravity {
		in = append(in, figure.At(Segment, catchmentSegment, "demand"))
	}
	return append(in, methodAt)
}

// supplyFigure adds up what the offices of a state offer, or counts those of which
// that is not known.
func (c *Coverage) supplyFigure(f *figure.Figure, s *State, field string) bool {
	f.Label = figure.Label{Key: "coverage.catchment.state-" + field, Args: []any{s.Label, figure.Label{Key: "coverage.unit-of." + c.catchment.Supply}}}
	f.Rule = ruleSupply
	f.Inputs = []figure.Address{figure.At(Segment, s.ID, "offices")}
	var sum programme.Range
	sum.Known = true
	unstated, proposed := 0, 0
	for _, site := range s.Open {
		supply := c.SupplyOf(s, site)
		f.Inputs = append(f.Inputs, figure.At(Segment, s.ID, catchmentSegment, "office", c.Sites[site].Key))
		if !supply.Known {
			unstated++
		}
		if supply.IsProposal {
			proposed++
		}
		sum.Low, sum.High = sum.Low+supply.Low, sum.High+supply.High
	}
	switch field {
	case "supply":
		f.Value = figure.OfRange(sum)
	case "unstated":
		f.Value = figure.OfCount(unstated)
	default:
		return false
	}
	if unstated > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.unstated", Args: []any{unstated}})
	}
	if proposed > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.proposed", Args: []any{proposed}})
	}
	return true
}

// officeSupply is what one office of a state offers.
func (c *Coverage) officeSupply(f *figure.Figure, s *State, key string) bool {
	i := slices.IndexFunc(s.Open, func(site int32) bool { return c.Sites[site].Key == key })
	if i < 0 {
		return false
	}
	site := s.Open[i]
	supply := c.SupplyOf(s, site)
	f.Label = figure.Label{Key: "coverage.catchment.office", Args: []any{c.Sites[site].Name, figure.Label{Key: "coverage.unit-of." + c.catchment.Supply}}}
	f.Value, f.Rule, f.Inputs = figure.OfRange(supply.Range), ruleSupply, supply.grounds
	if !supply.Known {
		f.Inputs = append(f.Inputs, c.Sites[site].grounds...)
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.no-type"})
	}
	if supply.IsProposal {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.proposal"})
	}
	return true
}

// catchmentChangeFigure is the change of a mean between two states.
func (c *Coverage) catchmentChangeFigure(f *figure.Figure, comparison int, path []string) bool {
	if len(path) != 5 || !slices.Contains(Measures, Measure(path[0])) || path[4] != "mean" {
		return false
	}
	m := Measure(path[0])
	unit, group := c.place(path[1:])
	if unit < 0 || group < 0 {
		return false
	}
	x := &c.Comparisons[comparison]
	before, after := &c.States[x.Before], &c.States[x.After]
	f.Label = figure.Label{Key: "coverage.catchment.change", Args: []any{c.groupLabel(group), c.unitLabel(unit), before.Label, after.Label, measureLabel(m), c.CatchmentUnit(m)}}
	f.Rule, f.Value = ruleCatchmentChange, figure.Unknown(figure.Rate)
	f.Inputs = c.catchmentGrounds(m, path[1:], before, after)
	f.Notes = append(c.StateNotes(x.After), c.groupNotes(group)...)
	low, high, known, err := c.CatchmentChange(comparison, m, unit, group)
	switch {
	case err != nil:
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.failed", Args: []any{err.Error()}})
	case known:
		f.Value = rates([2]float64{low, high})
	default:
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.unsure-change"})
	}
	return true
}
