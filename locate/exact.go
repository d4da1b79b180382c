package locate

import (
	"math"
)

// exact is a bound in integers: what a checker computes from the same multipliers.
type exact struct {
	p      *problem
	scale  int64
	value  []int64 // per class: its price per unit of weight
	s      []int64 // per measure
	mult   []int64 // per measure
	rows   []int64 // per row
	rho    []int64 // per option
	spare  []int32 // per class: see [pricing]
	total  int64   // the bound times the scale
	taken  []int32
	likely bool // whether any choice is possible
	base   int64
	size   float64 // Σ of what classes pay: sums that could leave int64 prove nothing
}

// scaleFor leaves room for every sum in a bound near the value given.
func (p *problem) scaleFor(m *multipliers) int64 {
	size := 1.0
	for k := range p.measures {
		if p.measures[k].Capped {
			size += m.measures[k] * abs(p.measures[k].Cap)
		}
		for j := range p.measures[k].Costs {
			size += (m.measures[k] + float64(p.measures[k].Factor)) * abs(p.measures[k].Costs[j])
		}
	}
	for i := range p.classes {
		c := &p.classes[i]
		s := m.measures[c.measure] + float64(p.measures[c.measure].Factor)
		size += m.v[i] * float64(c.weight) * s
	}
	for j := range p.spec.Options {
		size += abs(p.spec.Options[j].Cost)
		for _, t := range p.rowsOf[j] {
			size += math.Abs(m.rows[t.row]) * abs(t.coef)
		}
	}
	most := 1.0
	for k := range p.measures {
		most = max(most, (float64(p.measures[k].Factor)+m.measures[k])*float64(p.most))
	}
	if p.beyond() {
		return p.scaleBeyond(size, most)
	}
	bits := min(56-int(math.Ceil(math.Log2(size))), 58-int(math.Ceil(math.Log2(most))))
	return int64(1) << max(0, min(bits, 36))
}

// scaleBeyond is scaleFor where the nearest does not settle who serves. Halves ask for an
// even scale. To prove that classes cannot all be served, their prices must rise as
// far as the missing weight is small: that room is left as long as the scale stays fine.
func (p *problem) scaleBeyond(size, most float64) int64 {
	weight := 1.0
	for i := range p.classes {
		if c := &p.classes[i]; p.enforced && c.left == Never {
			weight += float64(c.weight)
		}
	}
	bits := 56 - int(math.Ceil(math.Log2(size)))
	bits = max(bits-int(math.Ceil(math.Log2(weight))), min(bits, 10))
	return int64(1) << max(1, min(bits, 58-int(math.Ceil(math.Log2(most))), 36))
}

// exactly rounds multipliers to integers and computes their bound under the state.
// Lists that the columns do not hold are read from the Spec.
func (p *problem) exactly(m *multipliers, scale int64, cols *columns, n *nested, state []decided) *exact {
	return p.exactlyUpTo(cols.top, m, scale, cols, n, state)
}

// exactlyUpTo is exactly with the limits on prices given; nil for none, which is right
// only where no option that is left could gain by it.
func (p *problem) exactlyUpTo(top []int64, m *multipliers, scale int64, cols *columns, n *nested, state []decided) *exact {
	e := p.exactMeasures(m, scale)
	for i := range p.classes {
		c := &p.classes[i]
		e.value[i] = int64(min(m.v[i]*float64(e.s[c.measure]), maxTotal/float64(c.weight+1)))
		if u := c.left; u != Never {
			e.value[i] = e.atMost(e.value[i], e.s[c.measure], u)
		}
		if top != nil && top[i] != Never {
			e.value[i] = e.atMost(e.value[i], e.s[c.measure], top[i])
		}
	}
	e.complete(m, cols, n, state)
	return e
}

// exactMeasures begins a bound with the multipliers of the measures.
func (p *problem) exactMeasures(m *multipliers, scale int64) *exact {
	e := &exact{p: p, scale: scale, value: make([]int64, len(p.classes)), s: make([]int64, len(p.measures)),
		mult: make([]int64, len(p.measures)), rows: make([]int64, len(p.rows)), rho: make([]int64, len(p.state))}
	for k := range p.measures {
		if p.measures[k].Capped {
			most := 1<<60/p.most - scale*p.measures[k].Factor // s × cost stays in int64
			e.mult[k] = max(0, min(rounded(m.measures[k], scale), most))
			if p.backup {
				e.mult[k] &^= 1
			}
		}
		e.s[k] = scale*p.measures[k].Factor + e.mult[k]
		e.base -= e.mult[k] * p.measures[k].Cap
	}
	return e
}

// complete computes the bound once the values are there.
func (e *exact) complete(m *multipliers, cols *columns, n *nested, state []decided) {
	if e.p.backup {
		for i := range e.value {
			e.value[i] &^= 1 // halves stay whole
		}
		if e.spare = m.spare; e.spare == nil {
			e.spare, _ = e.p.spares(cols, state)
		}
	}
	for i, v := range e.value {
		w := e.p.classes[i].weight
		e.base += v * w
		e.size += float64(v) * float64(w)
	}
	e.priceRows(m)
	e.priceOptions(cols, state)
	e.choose(n, state)
}

// atMost is the lesser of a value and s × unit, where that product may be too large.
func (e *exact) atMost(value, s, unit int64) int64 {
	if s > 0 && unit > maxTotal/s {
		return value
	}
	return min(value, s*unit)
}

func rounded(x float64, scale int64) int64 {
	return int64(math.Round(min(max(x*float64(scale), -maxTotal), maxTotal)))
}

func (e *exact) priceRows(m *multipliers) {
	for _, r := range e.p.relaxed {
		x, row := rounded(m.rows[r], e.scale), &e.p.rows[r]
		switch {
		case x > 0 && row.Max != NoLimit:
			e.base -= x * row.Max
		case x < 0 && row.Min != -NoLimit:
			e.base -= x * row.Min
		default:
			x = 0
		}
		e.rows[r] = x
	}
}

func (e *exact) priceOptions(cols *columns, state []decided) {
	p := e.p
	gains := make([]int64, len(p.serves))
	missing := false
	for j := range state {
		missing = missing || state[j] != closed && !cols.held[p.listOf[j]]
	}
	q := pricing[int64]{e.value, e.s, e.spare}
	if missing {
		e.gainsOfAll(gains)
	} else {
		done := make([]bool, len(gains))
		var want []int32
		for j := range state {
			if l := p.listOf[j]; state[j] != closed && !done[l] {
				done[l] = true
				want = append(want, l)
			}
		}
		if p.beyond() {
			gainsBeyond(p, cols, want, &q, gains)
		} else {
			e.gains(cols, want, gains)
		}
	}
	for j := range e.rho {
		o := &p.spec.Options[j]
		x := e.scale*o.Cost - gains[p.listOf[j]]
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				x += e.s[k] * p.measures[k].Costs[j]
			}
		}
		for _, t := range p.rowsOf[j] {
			x += e.rows[t.row] * t.coef
		}
		e.rho[j] = x
	}
	q.returned(p, e.rho)
}

func (e *exact) gains(cols *columns, want []int32, out []int64) {
	one := func(l int32) {
		sum := int64(0)
		for _, x := range cols.lists[l] {
			c := &e.p.classes[x.class]
			if d := e.value[x.class] - e.s[c.measure]*int64(x.cost); d > 0 {
				sum += d * c.weight
			}
		}
		out[l] = sum
	}
	work := 0
	for _, l := range want {
		work += len(cols.lists[l])
	}
	if work < 1<<18 {
		for _, l := range want {
			one(l)
		}
		return
	}
	inShards(len(want), func(_, from, to int) {
		for _, l := range want[from:to] {
			one(l)
		}
	})
}

func (e *exact) gainsOfAll(out []int64) {
	p := e.p
	part := make([][]int64, shards)
	inShards(len(p.classes), func(sh, from, to int) {
		sum := make([]int64, len(p.serves))
		for i := from; i < to; i++ {
			c := &p.classes[i]
			v, s := e.value[i], e.s[c.measure]
			if v <= 0 || c.weight == 0 {
				continue
			}
			limit := int64(Never)
			if s > 0 {
				limit = v/s + 1
			}
			p.near(i, limit, func(l int32, cost int64) {
				if d := v - s*cost; d > 0 {
					sum[l] += d * c.weight
				}
			})
		}
		part[sh] = sum
	})
	for _, sum := range part {
		for l, x := range sum {
			out[l] += x
		}
	}
}

// choose completes the bound under a state.
func (e *exact) choose(n *nested, state []decided) {
	var sum int64
	sum, e.taken, e.likely = choose(n, e.rho, state, e.taken)
	e.total = e.base + sum
	size := e.size + abs(e.base)
	for _, j := range e.taken {
		size += abs(e.rho[j])
	}
	if size > 1<<62 {
		e.total = -maxTotal * 4
	}
}

// bound is the least whole value that the multipliers leave possible.
func (e *exact) bound() int64 {
	if !e.likely {
		return Never
	}
	return ceilDiv(e.total, e.scale)
}

func ceilDiv(a, b int64) int64 {
	q := a / b
	if a%b > 0 {
		q++
	}
	return q
}

// multipliers gives the vector in the form of a certificate.
func (e *exact) multipliers() Multipliers {
	m := Multipliers{Classes: make([]int64, len(e.p.merged))}
	for i, g := range e.p.merged {
		m.Classes[i] = e.value[g] * e.p.spec.Classes[i].Weight
	}
	if len(e.p.capped) > 0 {
		m.Measures = e.mult
	}
	if len(e.p.relaxed) > 0 {
		m.Rows = e.rows
	}
	if e.p.backup {
		m.Spare = make([]int32, len(e.p.merged))
		for i, g := range e.p.merged {
			m.Spare[i] = e.spare[g]
		}
	}
	return m
}
