package locate

import (
	"math"
)

// multipliers are the prices of a bound, in floating point: v per unit of weight of
// each class, measures and rows as in a [Certificate] but with scale 1.
type multipliers struct {
	v, measures, rows []float64
	spare             []int32 // see [pricing]; never written to
}

func (p *problem) noMultipliers() multipliers {
	return multipliers{
		v:        make([]float64, len(p.classes)),
		measures: make([]float64, len(p.measures)),
		rows:     make([]float64, len(p.rows)),
	}
}

func (m *multipliers) copyFrom(o *multipliers) {
	copy(m.v, o.v)
	copy(m.measures, o.measures)
	copy(m.rows, o.rows)
	m.spare = o.spare
}

func (m *multipliers) copy() multipliers {
	return multipliers{
		v:        append([]float64(nil), m.v...),
		measures: append([]float64(nil), m.measures...),
		rows:     append([]float64(nil), m.rows...),
		spare:    m.spare,
	}
}

// dual evaluates and improves Lagrangian bounds on one set of columns. Serving each
// class is priced; which options are chosen is decided exactly under nested counts
// (Cornuéjols, Fisher & Nemhauser 1977; Beasley 1993).
type dual struct {
	p      *problem
	cols   *columns
	nested *nested
	state  []decided // per option: settled here
	top    []float64 // per class: v never needs to be higher

	at     multipliers // where the last evaluation was
	prices []price
	factor []float64 // per measure: Factor + multiplier
	cost   []float64 // per option: its cost at the multipliers
	gain   []float64 // per list
	rho    []float64 // per option
	want   []int32   // lists of options not ruled out
	taken  []int32   // options that the last evaluation chose
	slope  multipliers
	value  float64

	base    *byClass // all lists held, where they are few enough; shared
	byClass *byClass // the lists wanted; nil where they are too many
	own     *byClass // work
	part    [][]float64

	scaleM, scaleR []float64 // work
	price          pricing[float64]
	whole          bool // the budget is kept, not priced
}

// newDual lays the lists out by class, unless that has been done: base is of another
// dual on the same columns, or nil.
func newDual(p *problem, cols *columns, base *byClass) *dual {
	d := &dual{
		p: p, cols: cols, nested: p.nested.copy(), base: base,
		state: make([]decided, len(p.state)), top: make([]float64, len(p.classes)),
		at: p.noMultipliers(), slope: p.noMultipliers(), prices: make([]price, len(p.classes)),
		factor: make([]float64, len(p.measures)), cost: make([]float64, len(p.state)),
		gain: make([]float64, len(p.serves)), rho: make([]float64, len(p.state)),
	}
	d.settle(p.state)
	if d.base == nil && len(d.want) == len(p.serves) {
		d.base = d.byClass
	}
	return d
}

// settle takes over what is decided, and with it what no class will ever pay more than.
func (d *dual) settle(state []decided) {
	copy(d.state, state)
	for i := range d.top {
		d.top[i] = d.p.classes[i].top()
		if t := d.cols.top[i]; t != Never {
			d.top[i] = min(d.top[i], float64(t))
		}
	}
	seen := make([]bool, len(d.p.serves))
	d.want = d.want[:0]
	for j, s := range state {
		l := d.p.listOf[j]
		if s == chosen && d.p.state[j] != chosen && !d.p.beyond() {
			for _, e := range d.cols.lists[l] {
				d.top[e.class] = min(d.top[e.class], float64(e.cost))
			}
		}
		if s != closed && !seen[l] && d.cols.held[l] {
			seen[l] = true
			d.want = append(d.want, l)
		}
	}
	if d.p.beyond() {
		d.settleBeyond(state)
		return
	}
	d.layOut(seen)
}

// layOut has the lists wanted at hand by class.
func (d *dual) layOut(wanted []bool) {
	if d.base == nil {
		d.byClass = nil
		if d.cols.entriesOf(d.want) <= indexedEntries {
			d.byClass = d.cols.byClass(d.want, len(d.prices))
		}
	} else {
		d.own = d.base.only(wanted, d.top, d.own)
		d.byClass = d.own
	}
	if d.byClass != nil && len(d.byClass.item) >= dividedEntries && d.part == nil {
		d.part = make([][]float64, gainParts)
		for k := range d.part {
			d.part[k] = make([]float64, len(d.gain))
		}
	}
}

// load moves the evaluation to the multipliers, within their limits.
func (d *dual) load(m *multipliers) {
	p := d.p
	d.at.copyFrom(m)
	d.at.spare = d.price.spare
	for k := range p.measures {
		if !p.measures[k].Capped {
			d.at.measures[k] = 0
		}
		d.at.measures[k] = max(d.at.measures[k], 0)
		d.factor[k] = float64(p.measures[k].Factor) + d.at.measures[k]
	}
	for i := range d.prices {
		d.at.v[i] = min(max(d.at.v[i], 0), d.top[i])
		d.prices[i] = price{d.at.v[i], d.factor[p.classes[i].measure] * float64(p.classes[i].weight)}
	}
	for j := range d.cost {
		c := float64(p.spec.Options[j].Cost)
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				c += d.factor[k] * float64(p.measures[k].Costs[j])
			}
		}
		d.cost[j] = c
	}
	for _, r := range p.relaxed {
		row, x := &p.rows[r], d.at.rows[r]
		if row.Max == NoLimit {
			x = min(x, 0)
		}
		if row.Min == -NoLimit {
			x = max(x, 0)
		}
		d.at.rows[r] = x
		if x == 0 || d.keeps(r) {
			continue
		}
		for k, j := range row.Options {
			a := 1.0
			if row.Coefficients != nil {
				a = float64(row.Coefficients[k])
			}
			d.cost[j] += x * a
		}
	}
}

// evaluate gives the bound at the multipliers over the columns held, and the slope there.
func (d *dual) evaluate(m *multipliers) float64 {
	d.load(m)
	if d.p.beyond() {
		d.gainsBeyond()
	} else if d.byClass != nil {
		d.byClass.gains(d.prices, d.gain, d.part)
	} else {
		d.cols.gains(d.want, d.prices, d.gain)
	}
	d.finish()
	return d.value
}

// constant is the part of the bound that no option takes part in.
func (d *dual) constant() float64 {
	sum := 0.0
	for i := range d.prices {
		sum += d.prices[i].w * d.prices[i].v
	}
	for _, k := range d.p.capped {
		sum -= d.at.measures[k] * float64(d.p.measures[k].Cap)
	}
	for _, r := range d.p.relaxed {
		if d.keeps(r) {
			continue
		}
		if x := d.at.rows[r]; x > 0 {
			sum -= x * float64(d.p.rows[r].Max)
		} else if x < 0 {
			sum -= x * float64(d.p.rows[r].Min)
		}
	}
	return sum
}

// finish chooses the options at the gains and computes value and slope.
func (d *dual) finish() {
	for j := range d.rho {
		d.rho[j] = d.cost[j] - d.gain[d.p.listOf[j]]
	}
	d.price.returned(d.p, d.rho)
	if d.whole && d.p.budget != nil {
		d.finishBudget()
		return
	}
	sum, taken, ok := choose(d.nested, d.rho, d.state, d.taken)
	d.taken = taken
	if !ok {
		d.value = math.Inf(1)
		return
	}
	d.value = d.constant() + sum
	d.slopes()
}

func (d *dual) slopes() {
	p := d.p
	for i := range d.slope.v {
		d.slope.v[i] = 1
	}
	for _, j := range d.taken {
		if p.beyond() {
			break
		}
		for _, e := range d.cols.lists[p.listOf[j]] {
			if d.prices[e.class].v > float64(e.cost) {
				d.slope.v[e.class]--
			}
		}
	}
	for _, k := range p.capped {
		d.slope.measures[k] = -float64(p.measures[k].Cap)
		if p.measures[k].Costs != nil {
			for _, j := range d.taken {
				d.slope.measures[k] += float64(p.measures[k].Costs[j])
			}
		}
	}
	if p.beyond() {
		d.slopesBeyond()
	} else if len(p.capped) > 0 {
		d.measureSlopes()
	}
	for _, r := range p.relaxed {
		if d.keeps(r) {
			d.slope.rows[r] = 0
			continue
		}
		sum := 0.0
		for _, j := range d.taken {
			for _, t := range p.rowsOf[j] {
				if t.row == r {
					sum += float64(t.coef)
				}
			}
		}
		row := &p.rows[r]
		switch {
		case row.Max != NoLimit && (sum > float64(row.Max) || d.at.rows[r] > 0 || row.Min == -NoLimit):
			d.slope.rows[r] = sum - float64(row.Max)
		case row.Min != -NoLimit && (sum < float64(row.Min) || d.at.rows[r] < 0 || row.Max == NoLimit):
			d.slope.rows[r] = sum - float64(row.Min)
		default:
			d.slope.rows[r] = 0
		}
	}
}

// measureSlopes adds the classes' part at fixed v: Σ weight × (v − Σ over the
// options chosen of max(0, v − cost)).
func (d *dual) measureSlopes() {
	p := d.p
	for i := range p.classes {
		c := &p.classes[i]
		d.slope.measures[c.measure] += float64(c.weight) * d.at.v[i]
	}
	for _, j := range d.taken {
		for _, e := range d.cols.lists[p.listOf[j]] {
			if x := d.at.v[e.class] - float64(e.cost); x > 0 {
				c := &p.classes[e.class]
				d.slope.measures[c.measure] -= float64(c.weight) * x
			}
		}
	}
}
