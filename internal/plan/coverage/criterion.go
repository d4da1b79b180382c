package coverage

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Verdict is how a criterion stands in a state.
type Verdict struct {
	Criterion, State int // positions in Snapshot.AccessCriteria and States
	// Known is false where the times are those of another mode, the group does not
	// exist, or the method gives no distances.
	Known   bool
	Met     bool
	Units   []int     // positions in Units, of those with anybody in them
	Shares  []float64 // of the group within the limit, by unit
	Failing []int     // positions in Units
}

// Judge holds a state against a criterion.
func (c *Coverage) Judge(criterion, state int) (Verdict, error) {
	v := Verdict{Criterion: criterion, State: state}
	rule := &c.facts.S.AccessCriteria[criterion]
	b := c.base()
	key := rule.Group
	if key == "" {
		key = Everyone
	}
	group := slices.IndexFunc(b.groups, func(g Group) bool { return g.Key == key })
	a, err := c.AccessIn(state)
	if err != nil {
		return v, err
	}
	byRoad := rule.Within != 0
	if group < 0 || rule.Mode != "" && rule.Mode != c.About.Mode || byRoad && a.Metres == nil || !byRoad && !rule.Minutes.IsExact() {
		return v, nil
	}
	v.Known, v.Met = true, true
	for u := range b.units {
		if b.units[u].Kind != rule.Every {
			continue
		}
		people, within := int64(0), int64(0)
		for _, p := range b.units[u].Points {
			n := int64(b.groups[group].People[p])
			people += n
			if byRoad && a.Seconds[p] != Unreachable && a.Metres[p] <= uint32(rule.Within) || !byRoad && a.Seconds[p] <= uint32(rule.Minutes.Low*60) {
				within += n
			}
		}
		if people == 0 {
			continue
		}
		share := float64(within) / float64(people)
		v.Units, v.Shares = append(v.Units, u), append(v.Shares, share)
		if within*int64(programme.Whole) < people*int64(rule.Share) {
			v.Failing, v.Met = append(v.Failing, u), false
		}
	}
	return v, nil
}

func (c *Coverage) criterionFigure(f *figure.Figure, id, state, what string) bool {
	i := slices.IndexFunc(c.facts.S.AccessCriteria, func(x programme.AccessCriterion) bool { return x.ID == id })
	at := c.State(state)
	if i < 0 || at < 0 {
		return false
	}
	rule := &c.facts.S.AccessCriteria[i]
	name := rule.Text
	if name.Sv == "" {
		name.Sv = id
	}
	v, err := c.Judge(i, at)
	f.Label = figure.Label{Key: "coverage.criterion.unit", Args: []any{name, c.States[at].Label}}
	f.Rule, f.Notes = ruleHolds, c.StateNotes(at)
	f.Inputs = []figure.Address{figure.FactAt("access-criteria", id, "share"), figure.FactAt("access-criteria", id, "minutes"),
		figure.FactAt("access-criteria", id, "within"), populationAt, figure.At(Segment, state, "offices"), methodAt}
	if err != nil || !v.Known {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.criterion", Args: []any{rule.Mode, c.About.Mode}})
	}
	switch what {
	case "met":
		f.Label.Key = "coverage.criterion.met"
		f.Value = figure.Unknown(figure.Words)
		if v.Known {
			f.Value = figure.OfWords(map[bool]string{true: "yes", false: "no"}[v.Met])
		}
	case "failing":
		f.Label.Key = "coverage.criterion.failing"
		f.Value = figure.Unknown(figure.Count)
		if v.Known {
			f.Value = figure.OfCount(len(v.Failing))
		}
	default:
		for k, u := range v.Units {
			if c.base().units[u].Key == what {
				f.Label.Args = append(f.Label.Args, c.unitLabel(u))
				f.Value = figure.OfShare(v.Shares[k])
				return true
			}
		}
		return false
	}
	return true
}
