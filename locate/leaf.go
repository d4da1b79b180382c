package locate

import "math"

// exactAt bounds a node where everything is decided: by what the choice costs, or by
// at least upper where it breaks a rule.
func (p *problem) exactAt(options []int32, upper, scale int64, cols *columns, state []decided) *exact {
	m, pressed := p.atChoice(options, upper, scale)
	if !p.enforced {
		return p.exactlyUpTo(nil, &m, scale, cols, p.nested.copy(), state)
	}
	e := p.exactMeasures(&m, scale)
	d := p.divide(options)
	switch {
	case pressed:
	case d.short > 0:
		need := (1.01*(float64(upper)-p.floorAt(options)) + 2) * float64(scale)
		p.pressCut(d, int64(min(need/float64(d.short), 1<<60))+1, e.value)
	default:
		for i, u := range d.unit {
			e.value[i] = u * scale
		}
	}
	e.complete(&m, cols, p.nested.copy(), state)
	return e
}

// pressCut prices classes whose weight is more than all options chosen that can serve
// any of them have room for: those that are left over, and, again and again, those
// that are in their way.
func (p *problem) pressCut(d *division, price int64, value []int64) {
	for _, part := range d.parts {
		in := make([]bool, part.m)
		var list []int32
		add := func(k int32) {
			i := part.classes[k]
			if p.classes[i].left != Never || value[i] > 0 {
				return
			}
			value[i] = price
			for l, c := range part.cost[int(k)*(part.m+1) : (int(k)+1)*(part.m+1)-1] {
				if c != Never && !in[l] {
					in[l] = true
					list = append(list, int32(l))
				}
			}
		}
		for _, s := range part.flow[part.m] {
			add(s.class)
		}
		for at := 0; at < len(list); at++ {
			for _, s := range part.flow[list[at]] {
				add(s.class)
			}
		}
	}
}

// floorAt is at most what a bound has without its classes and rules.
func (p *problem) floorAt(options []int32) float64 {
	low := 0.0
	for _, j := range options {
		low -= abs(p.spec.Options[j].Cost)
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				low -= abs(p.measures[k].Costs[j]) * float64(p.measures[k].Factor)
			}
		}
	}
	return low
}

// atChoice gives multipliers whose bound, once everything is decided, is the value of
// that choice, or at least upper where the choice breaks a rule: pressed, if that is a
// row or a cap.
func (p *problem) atChoice(options []int32, upper, scale int64) (m multipliers, pressed bool) {
	m = p.noMultipliers()
	unit := p.unitCosts(options)
	if p.enforced {
		clear(unit) // what is asked of it here is a broken rule alone
	}
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
		return m, true
	}
	p.pressClass(&m, unit, need, scale)
	return m, false
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
			s = 2 / float64(scale) // even, for halves
			m.measures[c.measure] = s
			need += s * abs(p.measures[c.measure].Cap)
		}
		m.v[i] = math.Ceil(need / (s * float64(c.weight)))
		return
	}
}
