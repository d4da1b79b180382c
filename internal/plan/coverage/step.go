package coverage

import (
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
)

// Step is the network after the first changes of a scenario, against the state
// before all of them: what many closures do together shows step by step.
type Step struct {
	State State
	Reach *Reach // everyone in the country
	Shift *Shift
}

// Steps carries out a scenario change by change; for comparisons of other kinds
// there are none.
func (c *Coverage) Steps(comparison int) ([]Step, error) {
	x := &c.Comparisons[comparison]
	id, isScenario := strings.CutPrefix(x.ID, "scenario-")
	if !isScenario {
		return nil, nil
	}
	b := c.base()
	before, err := c.AccessIn(x.Before)
	if err != nil {
		return nil, err
	}
	var out []Step
	for at := range c.facts.S.Scenarios {
		if c.facts.S.Scenarios[at].ID != id {
			continue
		}
		for n := range c.facts.S.Scenarios[at].Changes {
			s := c.scenario(c.States[x.Before], at, n+1)
			a, err := c.Measure(background, s.Open)
			if err != nil {
				return nil, err
			}
			out = append(out, Step{s, a.count(b.units[0].Points, b.population.People), shiftOf(before, a, b.units[0].Points, b.population.People)})
		}
		break
	}
	return out, nil
}

func (c *Coverage) stepFigure(f *figure.Figure, comparison int, n string, path []string) bool {
	i, wrong := strconv.Atoi(n)
	x := &c.Comparisons[comparison]
	steps, err := c.stepsOnce(comparison)
	if wrong != nil || err != nil || i < 1 || i > len(steps) || strconv.Itoa(i) != n {
		return false
	}
	s := &steps[i-1]
	f.Rule, f.Notes = ruleChange, c.StateNotes(x.After)
	f.Inputs = []figure.Address{populationAt, figure.At(Segment, c.States[x.Before].ID, "offices"), figure.At(Segment, c.States[x.After].ID, "offices"), methodAt}
	switch {
	case path[0] == "lost" && len(path) == 1:
		f.Label, f.Value = figure.Label{Key: "coverage.step.lost", Args: []any{i}}, figure.OfCount(int(Sum(s.Shift.Lost)))
	case path[0] == "share" && len(path) == 2 && number(path[1], Minutes[:]) >= 0:
		k := number(path[1], Minutes[:])
		f.Label, f.Value = figure.Label{Key: "coverage.step.share", Args: []any{i, Minutes[k]}}, figure.Unknown(figure.Share)
		if s.Reach.People > 0 {
			f.Value = figure.OfShare(float64(s.Reach.Within[k]) / float64(s.Reach.People))
		}
	default:
		return false
	}
	return true
}

// stepsOnce keeps the steps of a comparison.
func (c *Coverage) stepsOnce(comparison int) ([]Step, error) {
	c.cache.mu.Lock()
	steps, ok := c.cache.steps[comparison]
	c.cache.mu.Unlock()
	if ok {
		return steps, nil
	}
	steps, err := c.Steps(comparison)
	if err == nil {
		c.cache.mu.Lock()
		c.cache.steps[comparison] = steps
		c.cache.mu.Unlock()
	}
	return steps, err
}
