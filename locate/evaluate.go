package locate

import "slices"

// evaluate works out a choice from the Spec itself, in integers, and says whether it
// is feasible. O(classes × options chosen).
func (p *problem) evaluate(options []int32) (Choice, bool) {
	c := Choice{Options: append([]int32{}, options...), Measures: make([]int64, len(p.measures))}
	slices.Sort(c.Options)
	if !p.allowed(c.Options) {
		return c, false
	}
	if !p.serveAll(c.Options, c.Measures) {
		return c, false
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

// serveAll adds what service costs to the measures, or says that a class must be
// served and is not.
func (p *problem) serveAll(options []int32, measures []int64) bool {
	if p.enforced {
		d := p.divide(options)
		p.charge(d, options, measures)
		return d.short == 0
	}
	unit := p.unitCosts(options)
	for i := range p.classes {
		cl := &p.classes[i]
		if cl.weight == 0 {
			continue
		}
		if unit[i] == Never {
			return false
		}
		measures[cl.measure] += cl.weight * unit[i]
	}
	return true
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

// unitCosts is what a unit of each class costs under the options, capacities apart.
func (p *problem) unitCosts(options []int32) []int64 {
	unit := make([]int64, len(p.classes))
	p.nearest(options, func(i int, first, second, _ int64) {
		c := &p.classes[i]
		if unit[i] = min(first, c.left); c.second {
			unit[i] = min(second, c.left)
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
