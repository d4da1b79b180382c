package coverage

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func (c *Coverage) comparison(id string) int {
	for i := range c.Comparisons {
		if c.Comparisons[i].ID == id {
			return i
		}
	}
	return -1
}

func (c *Coverage) listChange(comparison int, at func(...any)) {
	id, b := c.Comparisons[comparison].ID, c.base()
	for u := range b.units {
		for g := range b.groups {
			if !c.listed(u, g) {
				continue
			}
			where := []any{changeSegment, id, b.units[u].Kind, b.units[u].Key, b.groups[g].Key}
			each := func(field ...any) { at(append(where[:len(where):len(where)], field...)...) }
			for _, field := range []string{"gained", "lost", "unchanged", "gained-mean", "lost-mean"} {
				each(field)
			}
			for _, m := range Minutes {
				each("share", m)
			}
			for k := range len(Bands) + 1 {
				if b.units[u].Kind != programme.EveryCountry {
					break
				}
				each("gained", k+1)
				each("lost", k+1)
			}
		}
	}
}

func (c *Coverage) changeFigure(f *figure.Figure, id string, path []string) bool {
	k := c.comparison(id)
	switch {
	case k < 0:
		return false
	case path[0] == catchmentSegment:
		return c.catchmentChangeFigure(f, k, path[1:])
	case path[0] == "hit" && len(path) == 3:
		return c.hitFigure(f, k, path[1], path[2])
	case path[0] == "step" && len(path) >= 3:
		return c.stepFigure(f, k, path[1], path[2:])
	case len(path) < 4 || len(path) > 5:
		return false
	}
	unit, group := c.place(path)
	if unit < 0 || group < 0 {
		return false
	}
	x := &c.Comparisons[k]
	before, after := &c.States[x.Before], &c.States[x.After]
	f.Label.Args = []any{c.groupLabel(group), c.unitLabel(unit), before.Label, after.Label}
	f.Notes = append(c.StateNotes(x.After), c.groupNotes(group)...)
	if path[3] == "share" {
		return c.shareChange(f, x, path)
	}
	s, err := c.ShiftIn(k, unit, group)
	if err != nil {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.failed", Args: []any{err.Error()}})
		s = nil
	}
	f.Rule = ruleChange
	f.Inputs = []figure.Address{figure.At(Segment, "population", path[0], path[1], path[2]),
		figure.At(Segment, before.ID, "offices"), figure.At(Segment, after.ID, "offices"), methodAt}
	return shiftFigure(f, s, path[3:])
}

// shareChange is the share within so many minutes after, less that before.
func (c *Coverage) shareChange(f *figure.Figure, x *Comparison, path []string) bool {
	if len(path) != 5 || number(path[4], Minutes[:]) < 0 {
		return false
	}
	f.Label.Key, f.Label.Args = "coverage.change.share", append(f.Label.Args, Minutes[number(path[4], Minutes[:])])
	f.Rule, f.Value = figure.Difference, figure.Unknown(figure.Share)
	var in []figure.Value
	for _, state := range []int{x.After, x.Before} {
		a := figure.At(Segment, c.States[state].ID, path[0], path[1], path[2], "share", path[4])
		f.Inputs = append(f.Inputs, a)
		g, _ := c.Figure(a)
		in = append(in, g.Value)
	}
	if v, ok := figure.Eval(f.Rule, in); ok {
		f.Value = v
	}
	return true
}

func shiftFigure(f *figure.Figure, s *Shift, path []string) bool {
	f.Label.Key = "coverage.change." + path[0]
	f.Value = figure.Unknown(figure.Count)
	if len(path) == 2 {
		k := number(path[1], []int{1, 2, 3, 4, 5, 6})
		if k < 0 || path[0] != "gained" && path[0] != "lost" {
			return false
		}
		f.Label.Key += "-band"
		f.Label.Args = append(f.Label.Args, bandLabel(k))
		if s != nil {
			bands := &s.Gained
			if path[0] == "lost" {
				bands = &s.Lost
			}
			f.Value = figure.OfCount(int(bands[k]))
		}
		return true
	}
	switch path[0] {
	case "gained", "lost", "unchanged":
	case "gained-mean", "lost-mean":
		f.Value = figure.Unknown(figure.Seconds)
	default:
		return false
	}
	if s == nil {
		return true
	}
	gained, lost := Sum(s.Gained), Sum(s.Lost)
	switch path[0] {
	case "gained":
		f.Value = figure.OfCount(int(gained))
	case "lost":
		f.Value = figure.OfCount(int(lost))
	case "unchanged":
		f.Value = figure.OfCount(int(s.People - gained - lost))
	case "gained-mean":
		f.Value = meanShift(s.GainedSeconds, gained-s.FirstReached)
	case "lost-mean":
		f.Value = meanShift(s.LostSeconds, lost-s.LeftWithout)
	}
	return true
}

func meanShift(personSeconds, people int64) figure.Value {
	if people <= 0 {
		return figure.Unknown(figure.Seconds)
	}
	return figure.OfSeconds(int((personSeconds + people/2) / people))
}

// bandLabel says which minutes a band holds.
func bandLabel(k int) figure.Label {
	switch {
	case k == 0:
		return figure.Label{Key: "coverage.band.first", Args: []any{Bands[0]}}
	case k == len(Bands):
		return figure.Label{Key: "coverage.band.last", Args: []any{Bands[k-1]}}
	}
	return figure.Label{Key: "coverage.band", Args: []any{Bands[k-1], Bands[k]}}
}
