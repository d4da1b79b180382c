package coverage

import (
	"maps"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// returnSegment stands where a state's id does in the addresses of what is asked for,
// and after it in those of a state.
const returnSegment = "return"

const ruleReturn figure.Rule = "coverage.return"

func init() { maps.Copy(Messages, returnMessages) }

var (
	returnOptions = []string{"stay", "leave", "home", "hours"}
	returnOffices = []string{"known", "assumed", "unknown", "shut"}
	returnFields  = []string{"possible", "share", "median"}
)

// returnOption answers for what is asked of trips there and back.
func (c *Coverage) returnOption(f *figure.Figure, path []string) bool {
	if !c.HasReturns() || len(path) != 1 {
		return false
	}
	f.Label, f.Rule = figure.Label{Key: "coverage.return." + path[0]}, figure.Option
	switch path[0] {
	case "stay":
		f.Value = figure.OfSeconds(60 * int(c.back.Stay))
	case "leave":
		f.Value = figure.OfWords(c.back.Leave.String())
	case "home":
		f.Value = figure.OfWords(c.back.Home.String())
	case "hours":
		f.Rule, f.Value = ruleAssumed, figure.OfWords(c.back.Assumed.String())
	default:
		return false
	}
	return true
}

// returnFigure answers for trips there and back in a state.
func (c *Coverage) returnFigure(f *figure.Figure, state int, path []string) bool {
	if !c.HasReturns() || len(path) != 1 && len(path) != 4 {
		return false
	}
	r, err := c.ReturnsIn(state)
	f.Notes = c.returnNotes(state, r)
	if err != nil {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.failed", Args: []any{err.Error()}})
	}
	if len(path) == 1 {
		return slices.Contains(returnOffices, path[0]) && c.returnCount(f, state, r, path[0])
	}
	unit, group := c.place(path)
	if unit < 0 || group < 0 || !slices.Contains(returnFields, path[3]) {
		return false
	}
	f.Notes = append(f.Notes, c.groupNotes(group)...)
	f.Label = figure.Label{Key: "coverage.return." + path[3], Args: []any{c.groupLabel(group), c.unitLabel(unit), c.States[state].Label, int(c.back.Stay)}}
	f.Rule, f.Inputs = ruleReturn, []figure.Address{figure.At(Segment, "population", path[0], path[1], path[2]), methodAt}
	for _, o := range returnOptions {
		f.Inputs = append(f.Inputs, figure.At(Segment, returnSegment, o))
	}
	for _, n := range returnOffices {
		f.Inputs = append(f.Inputs, figure.At(Segment, c.States[state].ID, returnSegment, n))
	}
	c.returnValue(f, r, unit, group, path)
	if path[3] == "share" {
		f.Rule = figure.Ratio
		f.Inputs = []figure.Address{figure.At(Segment, c.States[state].ID, returnSegment, path[0], path[1], path[2], "possible"), f.Inputs[0]}
	}
	return true
}

// returnValue fills in the value; where no office's hours are known it is unknown.
func (c *Coverage) returnValue(f *figure.Figure, r *Returns, unit, group int, path []string) {
	kinds := map[string]figure.Kind{"possible": figure.Count, "share": figure.Share, "median": figure.Seconds}
	f.Value = figure.Unknown(kinds[path[3]])
	if r == nil || r.Known+r.Assumed == 0 {
		return
	}
	x := c.Return(r, unit, group)
	switch {
	case path[3] == "possible":
		f.Value = figure.Between(figure.Count, x.Low, x.High)
	case path[3] == "share" && x.People > 0:
		f.Value = figure.Between(figure.Share, figure.OfShare(float64(x.Low)/float64(x.People)).Low, figure.OfShare(float64(x.High)/float64(x.People)).High)
	case path[3] == "median":
		// Offices whose hours nobody knows might be nearer.
		if f.Value = secondsOf(x.Median); r.Unknown > 0 {
			f.Value = figure.Unknown(figure.Seconds)
		}
	}
}

// returnNotes say what trips there and back of a state rest on that is no number.
func (c *Coverage) returnNotes(state int, r *Returns) []figure.Label {
	out := c.StateNotes(state)
	day := c.ReturnDay()
	if h, ok := sweden.HolidayOn(day); ok && h.Kind.IsFree() {
		out = append(out, figure.Label{Key: "coverage.note.holiday", Args: []any{day.String()}})
	}
	switch {
	case r == nil || r.Unknown == 0:
	case r.Known+r.Assumed == 0:
		out = append(out, figure.Label{Key: "coverage.note.return-none"})
	default:
		out = append(out, figure.Label{Key: "coverage.note.return-hours", Args: []any{r.Unknown}})
	}
	if r != nil && r.Assumed > 0 {
		out = append(out, figure.Label{Key: "coverage.note.return-assumed", Args: []any{r.Assumed, c.back.Assumed.String()}})
	}
	return out
}

// returnCount counts the open offices by what is known of their hours on the day.
func (c *Coverage) returnCount(f *figure.Figure, state int, r *Returns, field string) bool {
	s := &c.States[state]
	f.Label = figure.Label{Key: "coverage.return." + field, Args: []any{s.Label}}
	f.Notes = nil
	f.Rule, f.Value = ruleOffices, figure.Unknown(figure.Count)
	f.Inputs = []figure.Address{figure.At(Segment, s.ID, "offices")}
	for _, site := range s.Open {
		if _, level := c.HoursOf(s, site); level >= 0 {
			f.Inputs = append(f.Inputs, figure.FactAt("service-levels", level+1, "hours"))
		}
	}
	if r != nil {
		f.Value = figure.OfCount(map[string]int{"known": r.Known, "assumed": r.Assumed, "unknown": r.Unknown, "shut": r.Shut}[field])
	}
	return true
}

// listReturns lists the figures of a state as those of its times are listed.
func (c *Coverage) listReturns(state int, at func(...any)) {
	if !c.HasReturns() {
		return
	}
	id, b := c.States[state].ID, c.base()
	for _, field := range returnOffices {
		at(id, returnSegment, field)
	}
	for u := range b.units {
		for g := range b.groups {
			for _, field := range returnFields {
				if c.listed(u, g) && b.units[u].Kind != programme.EveryMunicipality {
					at(id, returnSegment, b.units[u].Kind, b.units[u].Key, b.groups[g].Key, field)
				}
			}
		}
	}
}
