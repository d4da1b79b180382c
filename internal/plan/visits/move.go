package visits

import (
	"cmp"
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
)

// Move is what becomes of the visits of one office that a comparison opens or
// closes.
type Move struct {
	Key, Name string
	People    float64 // who visit it after it has opened, or before it closes
	Parts     []Part  // the greatest, and not visiting last
}

// Part is where visits of an opened office come from, or of a closed one go to.
type Part struct {
	Key, Name string // None and "" for not visiting
	People    float64
}

// shownParts is how many offices a move names, and leastPart the part of its visits
// below which it names none.
const (
	shownParts = 3
	leastPart  = 0.01
)

// Moves lists the offices that a comparison opens, or those that it closes, in
// the order of the facts. It is empty where the change cannot be followed.
func (v *Visits) Moves(comparison int, opened bool) []Move {
	c, err := v.ChangeAt(comparison)
	if err != nil {
		return nil
	}
	list := c.Closed
	if opened {
		list = c.Opened
	}
	var out []Move
	for _, i := range list {
		out = append(out, v.move(c, i, opened))
	}
	return out
}

func (v *Visits) move(c *Change, i int, opened bool) Move {
	site := &v.coverage.Sites[c.Sites[i]]
	m := Move{Key: site.Key, Name: site.Name, People: c.Before[i]}
	if opened {
		m.People = c.After[i]
	}
	for j := range c.Sites {
		if people := c.flow(i, j, opened); people >= m.People*leastPart && people > 0 {
			other := &v.coverage.Sites[c.Sites[j]]
			m.Parts = append(m.Parts, Part{other.Key, other.Name, people})
		}
	}
	slices.SortStableFunc(m.Parts, func(a, b Part) int { return cmp.Compare(b.People, a.People) })
	m.Parts = m.Parts[:min(shownParts, len(m.Parts))]
	m.Parts = append(m.Parts, Part{Key: None, People: c.flow(i, len(c.Sites), opened)})
	return m
}

// flow is from j to i where i has opened, from i to j where it has closed.
func (c *Change) flow(i, j int, opened bool) float64 {
	if opened {
		return c.Flows[j][i]
	}
	return c.Flows[i][j]
}

func (v *Visits) flowFigure(f *figure.Figure, id, way, key, other, field string) bool {
	k := slices.IndexFunc(v.coverage.Comparisons, func(x coverage.Comparison) bool { return x.ID == id })
	if k < 0 || way != "opened" && way != "closed" {
		return false
	}
	c, err := v.ChangeAt(k)
	if err != nil {
		return false
	}
	opened := way == "opened"
	i, j := v.position(c, key), v.position(c, other)
	if other == None {
		j = len(c.Sites)
	}
	list := c.Closed
	if opened {
		list = c.Opened
	}
	if i < 0 || j < 0 || !slices.Contains(list, i) {
		return false
	}
	x := v.coverage.Comparisons[k]
	before, after := v.coverage.States[x.Before].ID, v.coverage.States[x.After].ID
	f.Label = figure.Label{Key: "visits." + way + "." + field, Args: []any{v.coverage.Sites[c.Sites[i]].Name, ""}}
	if other == None {
		f.Label.Key = "visits." + way + ".none-" + field
	} else {
		f.Label.Args[1] = v.coverage.Sites[c.Sites[j]].Name
	}
	f.Rule, f.Inputs, f.Notes = ruleFlow, v.grounds(before, after), append(v.coverage.StateNotes(x.After), figure.Label{Key: "visits.note.level"})
	people, whole := c.flow(i, j, opened), c.Before[i]
	if opened {
		whole = c.After[i]
	}
	switch field {
	case "share":
		f.Value = figure.Unknown(figure.Share)
		if whole > 0 {
			f.Value = figure.OfShare(people / whole)
		}
	case "visits":
		f.Inputs = append(f.Inputs, scaleAt)
		v.count(f, people)
	default:
		return false
	}
	return true
}

func (v *Visits) position(c *Change, key string) int {
	return slices.IndexFunc(c.Sites, func(site int32) bool { return v.coverage.Sites[site].Key == key })
}
