package coverage

import (
	"math"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// times are the measures of time of a unit, in the order of showing.
var times = []string{"mean", "median", "p90", "worst", "second-median"}

// listed says of which units Addresses lists the figures, and of which groups.
func (c *Coverage) listed(unit, group int) bool {
	switch c.base().units[unit].Kind {
	case programme.EveryCountry:
		return true
	case programme.EveryMunicipality:
		return false
	}
	return c.base().groups[group].Key == Everyone
}

func (c *Coverage) listState(state int, at func(...any)) {
	id := c.States[state].ID
	for _, field := range []string{"offices", "unplaced", "implied", "doubtful"} {
		at(id, field)
	}
	if c.countedOn(&c.States[state]) >= 0 {
		at(id, "counted")
	}
	at(id, "areas", "number")
	for _, m := range Minutes {
		at(id, "areas", m)
	}
	b := c.base()
	for u := range b.units {
		for g := range b.groups {
			if !c.listed(u, g) {
				continue
			}
			for _, m := range Minutes {
				at(id, b.units[u].Kind, b.units[u].Key, b.groups[g].Key, "within", m)
				at(id, b.units[u].Kind, b.units[u].Key, b.groups[g].Key, "share", m)
			}
			for _, field := range times {
				at(id, b.units[u].Kind, b.units[u].Key, b.groups[g].Key, field)
			}
		}
	}
}

func (c *Coverage) stateFigure(f *figure.Figure, state int, path []string) bool {
	switch {
	case len(path) == 1:
		return c.officesFigure(f, state, path[0])
	case path[0] == catchmentSegment:
		return c.catchmentFigure(f, state, path[1:])
	case path[0] == returnSegment:
		return c.returnFigure(f, state, path[1:])
	case path[0] == "areas" && len(path) == 2:
		return c.areasFigure(f, state, path[1])
	case path[0] == "hours" && len(path) == 4:
		return c.hoursFigure(f, state, path[1], path[2], path[3])
	case len(path) < 4 || len(path) > 5:
		return false
	}
	unit, group := c.place(path)
	if unit < 0 || group < 0 {
		return false
	}
	f.Label.Args = []any{c.groupLabel(group), c.unitLabel(unit), c.States[state].Label}
	f.Notes = append(c.StateNotes(state), c.groupNotes(group)...)
	r, err := c.ReachIn(state, unit, group)
	if err != nil {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.failed", Args: []any{err.Error()}})
	}
	if len(path) == 4 {
		return c.timeFigure(f, state, r, path)
	}
	return c.withinFigure(f, state, r, path)
}

// grounds are the addresses that every measurement of a state rests on.
func (c *Coverage) grounds(state int, path []string) []figure.Address {
	return []figure.Address{figure.At(Segment, "population", path[0], path[1], path[2]), figure.At(Segment, c.States[state].ID, "offices"), methodAt}
}

func (c *Coverage) timeFigure(f *figure.Figure, state int, r *Reach, path []string) bool {
	var n uint32
	f.Label.Key, f.Rule, f.Value = "coverage."+path[3], ruleTime, figure.Unknown(figure.Seconds)
	f.Inputs = c.grounds(state, path)
	if r == nil {
		return contains(times, path[3])
	}
	switch path[3] {
	case "mean":
		if n = Unreachable; r.AllReach() {
			n = uint32(math.Round(r.Mean))
		}
	case "median":
		n = r.Median
	case "p90":
		n = r.P90
	case "worst":
		n = r.Worst
	case "second-median":
		n = r.SecondMedian
	default:
		return false
	}
	if n != Unreachable {
		f.Value = figure.OfSeconds(int(n))
	} else {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.unreached"})
	}
	return true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (c *Coverage) withinFigure(f *figure.Figure, state int, r *Reach, path []string) bool {
	limits := Minutes[:]
	km := path[3] == "within-km" || path[3] == "share-km"
	if km {
		limits = Kilometres[:]
	}
	k := number(path[4], limits)
	if k < 0 {
		return false
	}
	f.Label.Key, f.Label.Args = "coverage."+path[3], append(f.Label.Args, limits[k])
	var n int64
	known := r != nil
	if known {
		n = r.Within[k]
		if km {
			n, known = r.WithinKm[k], r.HasKm
		}
	}
	switch path[3] {
	case "within", "within-km":
		f.Rule, f.Inputs, f.Value = ruleWithin, c.grounds(state, path), figure.Unknown(figure.Count)
		if known {
			f.Value = figure.OfCount(int(n))
		} else if r != nil {
			f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.no-metres"})
		}
	case "share", "share-km":
		count := "within" + path[3][len("share"):]
		f.Rule, f.Value = figure.Ratio, figure.Unknown(figure.Share)
		f.Inputs = []figure.Address{figure.At(Segment, c.States[state].ID, path[0], path[1], path[2], count, path[4]), figure.At(Segment, "population", path[0], path[1], path[2])}
		if known && r.People > 0 {
			f.Value = figure.OfShare(float64(n) / float64(r.People))
		}
	default:
		return false
	}
	return true
}

// officesFigure counts the offices of a state.
func (c *Coverage) officesFigure(f *figure.Figure, state int, field string) bool {
	s := &c.States[state]
	f.Label = figure.Label{Key: "coverage.state." + field, Args: []any{s.Label}}
	f.Rule = ruleOffices
	switch field {
	case "offices":
		f.Value = figure.OfCount(len(s.Open))
		f.Inputs = append(f.Inputs, onAt)
		for _, site := range s.Open {
			f.Inputs = append(f.Inputs, c.Sites[site].grounds...)
		}
		if len(s.Implied) > 0 {
			f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.implied", Args: []any{len(s.Implied)}})
		}
		f.Notes = append(f.Notes, c.precisionNotes(s)...)
	case "unplaced":
		f.Value, f.Inputs = c.listFigure(s.Unplaced)
	case "implied":
		f.Value, f.Inputs = c.listFigure(s.Implied)
	case "doubtful":
		f.Value, f.Inputs = c.listFigure(s.Doubtful)
	case "counted":
		i := c.countedOn(s)
		if i < 0 {
			return false
		}
		f.Label.Args = append(f.Label.Args, c.facts.S.NetworkCounts[i].Date.String())
		f.Value, f.Rule = figure.OfRange(c.facts.S.NetworkCounts[i].Offices), figure.Same
		f.Inputs = []figure.Address{figure.FactAt("network-counts", i+1, "offices")}
	default:
		return false
	}
	return true
}

func (c *Coverage) listFigure(sites []int32) (figure.Value, []figure.Address) {
	in := []figure.Address{onAt}
	for _, i := range sites {
		if id := c.Sites[i].Office; id != "" {
			in = append(in, figure.FactAt("offices", id, "municipality"))
		}
	}
	return figure.OfCount(len(sites)), in
}

// precisionNotes say how many of the open offices stand at a place that only
// stands in for their own.
func (c *Coverage) precisionNotes(s *State) []figure.Label {
	rough := 0
	for _, i := range s.Open {
		if p := c.Sites[i].Precision; p != "address" {
			rough++
		}
	}
	if rough == 0 {
		return nil
	}
	return []figure.Label{{Key: "coverage.note.rough", Args: []any{rough}}}
}

// areasFigure counts the vulnerable areas whose centre is within so many minutes.
func (c *Coverage) areasFigure(f *figure.Figure, state int, path string) bool {
	b := c.base()
	if path == "number" {
		f.Label, f.Rule = figure.Label{Key: "coverage.areas", Args: []any{c.ListYear}}, figure.Reference
		f.Value = figure.OfCount(len(b.areas))
		return true
	}
	k := number(path, Minutes[:])
	if k < 0 {
		return false
	}
	f.Label = figure.Label{Key: "coverage.areas-within", Args: []any{Minutes[k], c.States[state].Label}}
	f.Rule, f.Inputs = ruleWithin, []figure.Address{figure.At(Segment, c.States[state].ID, "areas", "number"), figure.At(Segment, c.States[state].ID, "offices"), methodAt}
	f.Notes = c.StateNotes(state)
	a, err := c.AccessIn(state)
	if err != nil {
		f.Value = figure.Unknown(figure.Count)
		return true
	}
	n := 0
	for _, took := range a.Seconds[b.population.Len():] {
		if took <= uint32(Minutes[k]*60) {
			n++
		}
	}
	f.Value = figure.OfCount(n)
	return true
}
