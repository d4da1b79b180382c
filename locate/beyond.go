package locate

// Where capacities bind, or a class pays for its second nearest option, what an option
// gains at given prices is more than a sum over the classes within them:
//
//   - an option with a capacity serves the classes of most worth up to it, period by
//     period (fractional knapsack; Cornuéjols, Sridharan & Thizy 1991);
//   - the second nearest of the options Y costs a class at least v − Σ over Y of
//     (v − cost)⁺ ÷ 2, since two options are at most as far, and also at least
//     v − Σ over Y without e of (v − cost)⁺ for any one option e, the spare: taking
//     e away, the nearest that is left is at most as far. With e the nearest of the
//     options that are certain, the latter is tight once everything is decided.

// pricing is what gains are computed from, in floating point or exactly.
type pricing[T number] struct {
	value []T     // per class: price of a unit in the objective
	s     []T     // per measure: what a unit of cost counts
	spare []int32 // per class: the option without which its service is counted, -1 for halves
}

// visitor is told of a class that a list serves: how much of its weight, and at what
// share (½ where the class counts halves).
type visitor func(class, cost int32, weight int64, share float64)

// gainOf is what a list gains; visit may be nil. The space for items is handed back.
func gainOf[T number](p *problem, l int32, list []entry, q *pricing[T], items []item[T], visit visitor) (T, []item[T]) {
	var sum T
	if capacity := p.serves[l].capacity; capacity > 0 {
		for _, period := range p.periods {
			var gained T
			gained, items = gainWithin(p, period, capacity, list, q, items, visit)
			sum += gained
		}
		return sum, items
	}
	for _, e := range list {
		c := &p.classes[e.class]
		worth := q.value[e.class] - q.s[c.measure]*T(e.cost)
		if worth <= 0 || c.weight == 0 {
			continue
		}
		share := 1.0
		if worth *= T(c.weight); c.second && q.spare[e.class] < 0 {
			worth, share = worth/2, 0.5
		}
		sum += worth
		if visit != nil {
			visit(e.class, e.cost, c.weight, share)
		}
	}
	return sum, items
}

// gainWithin is what a list gains in one period under its capacity.
func gainWithin[T number](p *problem, period int32, capacity int64, list []entry, q *pricing[T], items []item[T], visit visitor) (T, []item[T]) {
	items = items[:0]
	for _, e := range list {
		c := &p.classes[e.class]
		if worth := q.value[e.class] - q.s[c.measure]*T(e.cost); worth > 0 && c.weight > 0 && c.period == period {
			items = append(items, item[T]{worth, c.weight, e.class, e.cost})
		}
	}
	sum, whole, part := fill(items, capacity)
	if visit != nil {
		for k := range items[:whole] {
			visit(items[k].class, items[k].cost, items[k].weight, 1)
		}
		if part > 0 {
			visit(items[whole].class, items[whole].cost, part, 1)
		}
	}
	return sum, items
}

// gainsBeyond fills in the gains of the lists wanted.
func gainsBeyond[T number](p *problem, cols *columns, want []int32, q *pricing[T], out []T) {
	inShards(len(want), func(_, from, to int) {
		var items []item[T]
		for _, l := range want[from:to] {
			out[l], items = gainOf(p, l, cols.lists[l], q, items, nil)
		}
	})
}

// returned gives back to the spares, in rho, what their lists gained from classes that
// do not count them.
func (q *pricing[T]) returned(p *problem, rho []T) {
	for i, e := range q.spare {
		if e < 0 {
			continue
		}
		c := &p.classes[i]
		if cost := p.cost(i, int(e)); cost != Never {
			rho[e] += max(0, q.value[i]-q.s[c.measure]*T(cost)) * T(c.weight)
		}
	}
}

// spares finds for each class that pays its second nearest the nearest option that is
// certain, and what its price never exceeds. Others have no spare.
func (p *problem) spares(cols *columns, state []decided) (spare []int32, top []int64) {
	if !p.backup {
		return nil, nil
	}
	spare, top = make([]int32, len(p.classes)), make([]int64, len(p.classes))
	near := make([]int64, len(p.classes))
	for i := range spare {
		spare[i], near[i], top[i] = -1, Never, p.classes[i].left
	}
	for j, s := range state {
		if s != chosen {
			continue
		}
		for _, e := range cols.lists[p.listOf[j]] {
			i, cost := e.class, int64(e.cost)
			switch {
			case !p.classes[i].second:
				top[i] = min(top[i], cost)
			case cost < near[i]:
				top[i] = min(top[i], near[i])
				near[i], spare[i] = cost, int32(j)
			default:
				top[i] = min(top[i], cost)
			}
		}
	}
	return spare, top
}

// settleBeyond takes over the limits of prices under what is decided.
func (d *dual) settleBeyond(state []decided) {
	d.price.value, d.price.s = make([]float64, len(d.top)), d.factor
	spare, top := d.p.spares(d.cols, state)
	d.price.spare = spare
	for i := range top {
		if top[i] != Never {
			d.top[i] = min(d.top[i], float64(top[i]))
		}
	}
}

// gainsBeyond computes the gains at the prices loaded.
func (d *dual) gainsBeyond() {
	for i := range d.price.value {
		d.price.value[i] = d.prices[i].v * d.factor[d.p.classes[i].measure]
	}
	gainsBeyond(d.p, d.cols, d.want, &d.price, d.gain)
}

// slopesBeyond are the slopes of the classes' prices and of the measures' multipliers.
func (d *dual) slopesBeyond() {
	p := d.p
	for i := range p.classes {
		c := &p.classes[i]
		d.slope.v[i] = 1
		d.slope.measures[c.measure] += float64(c.weight) * d.at.v[i]
	}
	at := int32(-1) // the option that visit is told of
	visit := func(class, cost int32, weight int64, share float64) {
		c := &p.classes[class]
		if d.price.spare != nil && d.price.spare[class] == at {
			return
		}
		amount := share * float64(weight)
		d.slope.v[class] -= amount / float64(c.weight)
		d.slope.measures[c.measure] -= amount * (d.at.v[class] - float64(cost))
	}
	var items []item[float64]
	for _, j := range d.taken {
		l := p.listOf[j]
		at = j
		_, items = gainOf(p, l, d.cols.lists[l], &d.price, items, visit)
	}
}
