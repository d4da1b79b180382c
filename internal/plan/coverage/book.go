package coverage

import (
	"iter"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address of the coverage.
const Segment = "coverage"

// Rules of the coverage that are not plain arithmetic.
const (
	rulePairs    figure.Rule = "coverage.pairs"
	ruleAssumed  figure.Rule = "coverage.assumed"
	ruleMethod   figure.Rule = "coverage.method"
	ruleOffices  figure.Rule = "coverage.offices"
	ruleWithin   figure.Rule = "coverage.within"
	ruleTime     figure.Rule = "coverage.time"
	ruleChange   figure.Rule = "coverage.change"
	ruleServed   figure.Rule = "coverage.served"
	ruleHours    figure.Rule = "coverage.hours"
	ruleHolds    figure.Rule = "coverage.holds"
	ruleSupplied figure.Rule = "coverage.supplied"
)

// changeSegment, servedSegment and criterionSegment stand where a state's id does
// in other addresses; no state has such an id.
const (
	changeSegment    = "change"
	servedSegment    = "served"
	criterionSegment = "criterion"
)

var (
	methodAt     = figure.At(Segment, "method")
	populationAt = figure.At(Segment, "population")
	onAt         = figure.At(Segment, "on")
)

// Figure implements figure.Book:
//
//	coverage/{on,method,population}, coverage/method/<ground>
//	coverage/population/<kind>/<unit>/<group>
//	coverage/<state>/{offices,unplaced,implied,doubtful,counted}
//	coverage/<state>/areas/{number,<minutes>}
//	coverage/<state>/<kind>/<unit>/<group>/{within,share}/<minutes>, {within-km,share-km}/<km>
//	coverage/<state>/<kind>/<unit>/<group>/{mean,median,p90,worst,second-median}
//	coverage/<state>/hours/<weekday>/<hour>/<minutes>
//	coverage/change/<comparison>/<kind>/<unit>/<group>/{gained,lost,unchanged}[/<band>], {gained-mean,lost-mean}
//	coverage/change/<comparison>/<kind>/<unit>/<group>/share/<minutes>
//	coverage/change/<comparison>/hit/<n>/{people,before,after,longer}
//	coverage/change/<comparison>/step/<n>/{lost,share/<minutes>}
//	coverage/served/<office>/<n>/{metres,walk,seconds,nearest}
//	coverage/criterion/<id>/<state>/{met,failing}, coverage/criterion/<id>/<state>/<unit>
//	coverage/return/{stay,leave,home,hours}, coverage/<state>/return/{known,assumed,unknown,shut}
//	coverage/<state>/return/<kind>/<unit>/<group>/{possible,share,median}
//	coverage/catchment/{supply,demand}, coverage/catchment/<measure>/{minutes,decay}
//	coverage/<state>/catchment/{supply,unstated}, coverage/<state>/catchment/office/<site>
//	coverage/<state>/catchment/<measure>/<kind>/<unit>/<group>/{mean,p10,p50,p90,at-least,without}
//	coverage/change/<comparison>/catchment/<measure>/<kind>/<unit>/<group>/mean
//
// A kind is country, category, county or municipality. Addresses lists neither
// the municipalities nor the hours nor the kilometres.
func (c *Coverage) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 2 || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f := figure.Figure{Address: a}
	var ok bool
	switch seg[1] {
	case "on":
		ok = len(seg) == 2
		f.Label, f.Value, f.Rule = figure.Label{Key: "coverage.on"}, figure.OfDate(c.On), figure.Option
	case "method":
		ok = c.methodFigure(&f, seg[2:])
	case "population":
		ok = c.populationFigure(&f, seg[2:])
	case returnSegment:
		ok = c.returnOption(&f, seg[2:])
	case catchmentSegment:
		ok = len(seg) > 2 && c.catchmentOption(&f, seg[2:])
	case changeSegment:
		ok = len(seg) > 3 && c.changeFigure(&f, seg[2], seg[3:])
	case servedSegment:
		ok = len(seg) == 5 && c.servedFigure(&f, seg[2], seg[3], seg[4])
	case criterionSegment:
		ok = len(seg) == 5 && c.criterionFigure(&f, seg[2], seg[3], seg[4])
	default:
		state := c.State(seg[1])
		ok = state >= 0 && len(seg) > 2 && c.stateFigure(&f, state, seg[2:])
	}
	return f, ok
}

func (c *Coverage) methodFigure(f *figure.Figure, path []string) bool {
	switch len(path) {
	case 0:
		f.Label, f.Value, f.Rule = figure.Label{Key: "coverage.method"}, figure.OfWords(c.About.Key), ruleMethod
		for _, g := range c.About.Grounds {
			f.Inputs = append(f.Inputs, figure.At(Segment, "method", g.Key))
		}
		return true
	case 1:
		for _, g := range c.About.Grounds {
			if g.Key == path[0] {
				f.Label, f.Value, f.Rule = figure.Label{Key: "coverage.ground." + g.Key}, g.Value, g.Rule
				return true
			}
		}
	}
	return false
}

func (c *Coverage) populationFigure(f *figure.Figure, path []string) bool {
	f.Rule = figure.Reference
	switch len(path) {
	case 0:
		p := c.Population()
		f.Label, f.Value = figure.Label{Key: "coverage.population"}, figure.OfWords(p.Source+", "+p.Date)
		return true
	case 3:
		unit, group := c.place(path)
		if unit < 0 || group < 0 {
			return false
		}
		b, n := c.base(), int64(0)
		for _, p := range b.units[unit].Points {
			n += int64(b.groups[group].People[p])
		}
		f.Label = figure.Label{Key: "coverage.people", Args: []any{c.groupLabel(group), c.unitLabel(unit)}}
		f.Value, f.Inputs = figure.OfCount(int(n)), []figure.Address{populationAt}
		f.Notes = c.groupNotes(group)
		return true
	}
	return false
}

// place finds a unit and a group by the kind, key and group of an address; each −1
// where there is none.
func (c *Coverage) place(path []string) (unit, group int) {
	b := c.base()
	unit, ok := b.unitAt[[2]string{path[0], path[1]}]
	if !ok {
		unit = -1
	}
	return unit, slices.IndexFunc(b.groups, func(g Group) bool { return g.Key == path[2] })
}

func (c *Coverage) unitLabel(unit int) figure.Label {
	u := &c.base().units[unit]
	if u.Name == "" {
		return figure.Label{Key: "coverage.unit." + u.Key}
	}
	return figure.Label{Key: "coverage.unit", Args: []any{u.Name}}
}

func (c *Coverage) groupLabel(group int) figure.Label {
	g := &c.base().groups[group]
	if g.Name == "" {
		return figure.Label{Key: "coverage.group." + g.Key}
	}
	return figure.Label{Key: "coverage.unit", Args: []any{g.Name}}
}

// groupNotes say how the people of a group were found.
func (c *Coverage) groupNotes(group int) []figure.Label {
	switch c.base().groups[group].Key {
	case Vulnerable:
		return []figure.Label{{Key: "coverage.note.vulnerable", Args: []any{c.ListYear}}}
	case InCities, InTowns, InRural:
		return []figure.Label{{Key: "coverage.note.class"}}
	}
	return nil
}

// StateNotes say what all figures of a state rest on that is no number.
func (c *Coverage) StateNotes(state int) []figure.Label {
	var out []figure.Label
	if c.About.IsEstimate {
		key := "coverage.note.estimate-" + c.About.Mode
		for _, g := range c.About.Grounds {
			if g.Key == "error-p90" {
				out = append(out, figure.Label{Key: key, Args: []any{g.Value}})
			}
		}
	}
	s := &c.States[state]
	if method, ok := c.method.(lacker); ok {
		lacking := 0
		for _, site := range s.Open {
			if method.Lacks(c.Sites[site].At) {
				lacking++
			}
		}
		if lacking > 0 {
			out = append(out, figure.Label{Key: "coverage.note.lacking", Args: []any{lacking}})
		}
	}
	b := c.base()
	if r, ok := b.rows.(interface{ missing([]int32) int64 }); ok {
		if n := r.missing(b.population.People); n > 0 {
			out = append(out, figure.Label{Key: "coverage.note.missing", Args: []any{figure.OfCount(int(n))}})
		}
	}
	if counted := c.countedOn(s); counted >= 0 {
		out = append(out, figure.Label{Key: "coverage.note.part", Args: []any{len(s.Open), figure.OfRange(c.facts.S.NetworkCounts[counted].Offices)}})
	} else {
		out = append(out, figure.Label{Key: "coverage.note.register", Args: []any{len(s.Open)}})
	}
	return out
}

// countedOn is the latest count of the network no later than a state's day, −1.
func (c *Coverage) countedOn(s *State) int {
	best := -1
	for i, n := range c.facts.S.NetworkCounts {
		if n.Kind == programme.Counted && n.Offices.Known && n.Date.IsKnown() && n.Date.Middle() <= s.Day &&
			(best < 0 || n.Date.Middle() >= c.facts.S.NetworkCounts[best].Date.Middle()) {
			best = i
		}
	}
	return best
}

// number reads one of the limits of an address.
func number(text string, among []int) int {
	n, err := strconv.Atoi(text)
	if err != nil || strconv.Itoa(n) != text {
		return -1
	}
	return slices.Index(among, n)
}

// Addresses implements figure.Book.
func (c *Coverage) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		var all []figure.Address
		at := func(segments ...any) { all = append(all, figure.At(append([]any{Segment}, segments...)...)) }
		at("on")
		at("method")
		at("population")
		for _, o := range returnOptions {
			if c.HasReturns() {
				at(returnSegment, o)
			}
		}
		for i := range c.States {
			c.listState(i, at)
			c.listReturns(i, at)
			c.listCatchment(i, at)
		}
		for i := range c.Comparisons {
			c.listChange(i, at)
			c.listCatchmentChange(i, at)
		}
		for _, s := range c.Served() {
			for _, field := range servedFields {
				at(servedSegment, s.Office, s.Number, field)
			}
		}
		for i := range c.facts.S.AccessCriteria {
			for s := range c.States {
				at(criterionSegment, c.facts.S.AccessCriteria[i].ID, c.States[s].ID, "met")
				at(criterionSegment, c.facts.S.AccessCriteria[i].ID, c.States[s].ID, "failing")
			}
		}
		for _, a := range all {
			if !yield(a) {
				return
			}
		}
	}
}
