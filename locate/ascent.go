package locate

import (
	"context"
	"math"
)

// ascent improves multipliers by a deflected subgradient method with Polyak's step
// towards an upper bound (Held, Wolfe & Crowder 1974; Camerini, Fratta & Maffioli
// 1975). Each class moves in proportion to its own slope, not to its weight.
type ascent struct {
	d        *dual
	best     multipliers
	bound    float64
	step     multipliers // the direction in use
	try      multipliers
	average  []float64 // per option: how often chosen of late
	theta    float64
	patience int
	upper    float64 // what it steps towards
	calm     int     // patience is multiplied by this: near the upper bound Polyak's step is right as it is
	since    int
	used     int // evaluations so far
}

func newAscent(d *dual, start *multipliers) *ascent {
	a := &ascent{d: d, best: start.copy(), bound: math.Inf(-1), step: d.p.noMultipliers(), try: start.copy(),
		average: make([]float64, len(d.state)), theta: 1, patience: 40}
	return a
}

// run evaluates up to the number given, or until the bound reaches the target, the
// step is spent or the context ends.
func (a *ascent) run(ctx context.Context, evaluations int, upper, target float64) {
	for range evaluations {
		if ctx.Err() != nil || a.theta < 1e-4 {
			return
		}
		a.used++
		a.calm, a.upper = 1, upper
		if upper-a.bound < 0.002*math.Abs(upper) {
			a.calm = 4
		}
		value := a.d.evaluate(&a.try)
		if a.visit(value) && a.bound >= target {
			return
		}
		if math.IsInf(value, 1) {
			return
		}
		a.move(value, upper)
	}
}

// visit keeps the best point and says whether this one is it.
func (a *ascent) visit(value float64) bool {
	for j := range a.average {
		a.average[j] *= 0.9
	}
	for _, j := range a.d.taken {
		a.average[j] += 0.1
	}
	if value > a.bound+1e-9*math.Abs(a.bound) || math.IsInf(a.bound, -1) {
		if !(value-a.bound < 1e-3*(a.upper-value)) {
			a.since = 0
		}
		a.bound = value
		a.best.copyFrom(&a.d.at)
		return true
	}
	a.since++
	if a.since >= a.patience*a.calm {
		a.since = 0
		a.theta *= 0.6
		a.d.at.copyFrom(&a.best)
	}
	return false
}

// move takes one step from where the dual is.
func (a *ascent) move(value, upper float64) {
	d := a.d
	scaleM, scaleR := d.scales(upper)
	size, turn, old := 0.0, 0.0, 0.0
	for i, g := range d.slope.v {
		if g > 0 && d.at.v[i] >= d.top[i] || g < 0 && d.at.v[i] <= 0 {
			d.slope.v[i], g = 0, 0
		}
		w := d.prices[i].w
		size += w * g * g
		turn += w * g * a.step.v[i]
		old += w * a.step.v[i] * a.step.v[i]
	}
	for _, k := range d.p.capped {
		if d.slope.measures[k] < 0 && d.at.measures[k] <= 0 {
			d.slope.measures[k] = 0
		}
		size += scaleM[k] * d.slope.measures[k] * d.slope.measures[k]
	}
	for _, r := range d.p.relaxed {
		size += scaleR[r] * d.slope.rows[r] * d.slope.rows[r]
	}
	if size == 0 {
		a.theta = 0
		return
	}
	beta := 0.0
	if turn < 0 && old > 0 {
		beta = -1.5 * turn / old
	}
	full := size + 2*beta*turn + beta*beta*old
	t := a.theta * max(upper-value, 1e-6*math.Abs(upper)) / max(full, 1e-12)
	for i, g := range d.slope.v {
		s := g + beta*a.step.v[i]
		a.step.v[i] = s
		a.try.v[i] = min(max(d.at.v[i]+t*s, 0), d.top[i])
	}
	for _, k := range d.p.capped {
		a.try.measures[k] = max(0, d.at.measures[k]+t*scaleM[k]*d.slope.measures[k])
	}
	for _, r := range d.p.relaxed {
		a.try.rows[r] = d.at.rows[r] + t*scaleR[r]*d.slope.rows[r]
	}
}

// scales say how far a cap's and a row's price moves for a slope of 1, so that all
// prices move at the same pace relative to their natural size: what a rule's whole
// limit is worth is of the size of the objective, and v of the size that it has.
func (d *dual) scales(upper float64) (measures, rows []float64) {
	if d.scaleM == nil {
		d.scaleM, d.scaleR = make([]float64, len(d.p.measures)), make([]float64, len(d.p.rows))
	}
	if len(d.p.capped)+len(d.p.relaxed) == 0 {
		return d.scaleM, d.scaleR
	}
	sum, weight := 1e-9, 1e-9
	for i := range d.prices {
		sum += d.prices[i].w * d.at.v[i]
		weight += d.prices[i].w
	}
	size := max(math.Abs(upper), 1) / max(sum/weight, 1e-3)
	for _, k := range d.p.capped {
		n := max(abs(d.p.measures[k].Cap), 1, 0.1*math.Abs(d.slope.measures[k]))
		d.scaleM[k] = size / (n * n)
	}
	for _, r := range d.p.relaxed {
		n := max(1, 0.1*math.Abs(d.slope.rows[r]))
		if row := &d.p.rows[r]; row.Max != NoLimit {
			n = max(n, abs(row.Max))
		} else if row.Min != -NoLimit {
			n = max(n, abs(row.Min))
		}
		d.scaleR[r] = size / (n * n)
	}
	return d.scaleM, d.scaleR
}
