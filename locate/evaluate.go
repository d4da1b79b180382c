package locate

import (
	"math"
	"slices"
)

// evaluate works out a choice from the Spec itself, in integers, and says whether it
// is feasible. O(classes × options chosen).
func (p *problem) evaluate(options []int32) (Choice, bool) {
	c := Choice{Options: append([]int32{}, options...), Measures: make([]int64, len(p.measures))}
	slices.Sort(c.Options)
	if !p.allowed(c.Options) {
		return c, false
	}
	unit := p.unitCosts(c.Options)
	for i := range p.classes {
		cl := &p.classes[i]
		if cl.weight == 0 {
			continue
		}
		if unit[i] == Never {
			return c, false
		}
		c.Measures[cl.measure] += cl.weight * unit[i]
	}
	for _, j := range c.Options {
		c.Value += p.spec.Options[j].Cost
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				c.Measures[k] += p.measures[k].Costs[j]
			}
		}
	}
	for k := range p.measures {
		if p.measures[k].Capped && c.Measures[k] > p.measures[k].Cap {
			return c, false
		}
		c.Value += p.measures[k].Factor * c.Measures[k]
	}
	return c, true
}

// allowed says whether states and rows permit the options, which are ascending.
func (p *problem) allowed(options []int32) bool {
	activity := make([]int64, len(p.rows))
	open := 0
	for k, j := range options {
		if p.state[j] == closed || k > 0 && options[k-1] == j {
			return false
		}
		if p.state[j] == chosen {
			open++
		}
		for _, t := range p.rowsOf[j] {
			activity[t.row] += t.coef
		}
	}
	for _, s := range p.state {
		if s == chosen {
			open--
		}
	}
	for r := range p.rows {
		if broken(&p.rows[r], activity[r]) > 0 {
			return false
		}
	}
	return open == 0
}

// standing are the options that stay whatever is chosen.
func (p *problem) standing() []int32 {
	var list []int32
	for j, s := range p.state {
		if s == chosen {
			list = append(list, int32(j))
		}
	}
	return list
}

// unitCosts is what a unit of each class costs under the options.
func (p *problem) unitCosts(options []int32) []int64 {
	unit := make([]int64, len(p.classes))
	inShards(len(p.classes), func(_, from, to int) {
		for i := from; i < to; i++ {
			unit[i] = p.classes[i].left
			for _, j := range options {
				unit[i] = min(unit[i], p.cost(i, int(j)))
			}
		}
	})
	return unit
}

// worst is at least the value of every feasible choice.
func (p *problem) worst() int64 {
	sum := int64(0)
	for i := range p.classes {
		c := &p.classes[i]
		unit := c.left
		if unit == Never {
			unit = farthest(p.spec.Service, int(c.row))
		}
		sum += c.weight * unit * p.measures[c.measure].Factor
	}
	for j := range p.spec.Options {
		sum += max(p.spec.Options[j].Cost, 0)
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				sum += max(p.measures[k].Costs[j], 0) * p.measures[k].Factor
			}
		}
	}
	return sum
}

// atChoice gives multipliers whose bound, once everything is decided, is the value of
// that choice, or at least upper where the choice breaks a rule.
func (p *problem) atChoice(options []int32, upper, scale int64) multipliers {
	m := p.noMultipliers()
	unit := p.unitCosts(options)
	value := make([]float64, len(p.measures))
	for i := range p.classes {
		if unit[i] != Never {
			m.v[i] = float64(unit[i])
			value[p.classes[i].measure] += m.v[i] * float64(p.classes[i].weight)
		}
	}
	low := 0.0 // what the bound has without the broken rule, roughly and from below
	for _, j := range options {
		low -= abs(p.spec.Options[j].Cost)
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				value[k] += float64(p.measures[k].Costs[j])
				low -= abs(p.measures[k].Costs[j]) * float64(p.measures[k].Factor)
			}
		}
	}
	need := 1.01*(float64(upper)-low) + 2
	if p.pressRow(&m, options, need) || p.pressCap(&m, value, need) {
		return m
	}
	p.pressClass(&m, unit, need, scale)
	return m
}

// pressRow prices a broken row so that it alone lifts the bound by what is needed.
func (p *problem) pressRow(m *multipliers, options []int32, need float64) bool {
	activity := make([]int64, len(p.rows))
	for _, j := range options {
		for _, t := range p.rowsOf[j] {
			activity[t.row] += t.coef
		}
	}
	for _, r := range p.relaxed {
		row := &p.rows[r]
		if x := broken(row, activity[r]); x > 0 {
			m.rows[r] = need / x
			if row.Min != -NoLimit && activity[r] < row.Min {
				m.rows[r] = -m.rows[r]
			}
			return true
		}
	}
	return false
}

func (p *problem) pressCap(m *multipliers, value []float64, need float64) bool {
	for _, k := range p.capped {
		if over := value[k] - float64(p.measures[k].Cap); over > 0 {
			m.measures[k] = need / over
			return true
		}
	}
	return false
}

// pressClass prices a class that must be served and is not.
func (p *problem) pressClass(m *multipliers, unit []int64, need float64, scale int64) {
	for i := range p.classes {
		c := &p.classes[i]
		if unit[i] != Never || c.weight == 0 {
			continue
		}
		s := float64(p.measures[c.measure].Factor)
		if s == 0 {
			s = 1 / float64(scale)
			m.measures[c.measure] = s
			need += s * abs(p.measures[c.measure].Cap)
		}
		m.v[i] = math.Ceil(need / (s * float64(c.weight)))
		return
	}
}
