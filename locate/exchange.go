package locate

import (
	"cmp"
	"context"
	"slices"
)

// exchange improves choices where the nearest does not settle who serves. What a
// choice's own prices say of another choice is a bound on what that one costs, so
// moves are tried in order of that bound, and those that it rules out are not tried.
// One round costs a pass over the lists, and each move tried one evaluation.
type exchange struct {
	p     *problem
	cols  *columns
	state []decided
	cost  []float64 // per option: its cost in the objective
	rho   []float64 // per option: what it costs less what it gains, at the prices of the choice
	gain  []float64
	want  []int32
	tries int // moves that are tried in one round
}

// stand is what a choice is worth while it may still break rules.
type stand struct {
	broken float64 // how far rules are broken; 0 for a feasible choice
	value  int64
}

func (a stand) beats(b stand) bool {
	return a.broken < b.broken-1e-9 || a.broken < b.broken+1e-9 && a.value < b.value
}

func newExchange(p *problem, cols *columns) *exchange {
	x := &exchange{p: p, cols: cols, state: p.state, cost: make([]float64, len(p.state)), rho: make([]float64, len(p.state)),
		gain: make([]float64, len(p.serves)), tries: 60}
	for j := range x.cost {
		x.cost[j] = float64(p.spec.Options[j].Cost)
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				x.cost[j] += float64(p.measures[k].Factor) * float64(p.measures[k].Costs[j])
			}
		}
	}
	for l := range p.serves {
		x.want = append(x.want, int32(l))
	}
	return x
}

// judge evaluates a choice and, if asked, prices all options by it.
func (x *exchange) judge(options []int32, priced bool) stand {
	p := x.p
	s := stand{broken: x.rules(options)}
	measures := make([]int64, len(p.measures))
	q := pricing[float64]{value: make([]float64, len(p.classes)), s: make([]float64, len(p.measures))}
	if p.enforced {
		d := p.divide(options)
		p.charge(d, options, measures)
		s.broken += float64(d.short) / float64(1+p.demand())
		for i, u := range d.unit {
			q.value[i] = float64(u)
		}
	} else {
		s.broken += x.backups(options, measures, &q)
	}
	for _, j := range options {
		s.value += p.spec.Options[j].Cost
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				measures[k] += p.measures[k].Costs[j]
			}
		}
	}
	for k := range p.measures {
		q.s[k] = float64(p.measures[k].Factor)
		s.value += p.measures[k].Factor * measures[k]
		if m := &p.measures[k]; m.Capped && measures[k] > m.Cap {
			s.broken += abs(measures[k]-m.Cap) / (1 + abs(m.Cap))
		}
	}
	if priced {
		x.price(&q)
	}
	return s
}

// backups is judge for classes that ask for the nearest, or the second nearest.
func (x *exchange) backups(options []int32, measures []int64, q *pricing[float64]) (missing float64) {
	p := x.p
	state := slices.Clone(x.state)
	for _, j := range options {
		state[j] = chosen
	}
	q.spare, _ = p.spares(x.cols, state)
	for i, unit := range p.unitCosts(options) {
		c := &p.classes[i]
		if c.weight == 0 {
			continue
		}
		if unit == Never {
			missing += float64(c.weight) / float64(1+p.demand())
			unit = 2 * p.most
		} else {
			measures[c.measure] += c.weight * unit
		}
		q.value[i] = float64(unit) * float64(p.measures[c.measure].Factor)
	}
	return missing
}

// demand is the weight of all classes.
func (p *problem) demand() (sum int64) {
	for i := range p.classes {
		sum += p.classes[i].weight
	}
	return sum
}

func (x *exchange) price(q *pricing[float64]) {
	gainsBeyond(x.p, x.cols, x.want, q, x.gain)
	for j := range x.rho {
		x.rho[j] = x.cost[j] - x.gain[x.p.listOf[j]]
	}
	q.returned(x.p, x.rho)
}

// rules is how far the rows are broken, each in shares of its limit.
func (x *exchange) rules(options []int32) float64 {
	sum := 0.0
	activity := make([]int64, len(x.p.rows))
	for _, j := range options {
		for _, t := range x.p.rowsOf[j] {
			activity[t.row] += t.coef
		}
	}
	for r := range x.p.rows {
		row := &x.p.rows[r]
		if b := broken(row, activity[r]); b > 0 {
			size := 1.0
			if row.Coefficients != nil {
				for _, limit := range [2]int64{row.Min, row.Max} {
					if limit != NoLimit && limit != -NoLimit {
						size = max(size, abs(limit))
					}
				}
			}
			sum += b / size
		}
	}
	return sum
}

// move puts one option in and takes one out; -1 for nothing.
type move struct {
	in, out int32
	broken  float64
	bound   float64 // on the change of the value
}

// improve makes moves until none is found that helps.
func (x *exchange) improve(ctx context.Context, options []int32) []int32 {
	cur := slices.Clone(options)
	at := x.judge(cur, true)
	for ctx.Err() == nil {
		better := false
		for _, m := range x.moves(cur, at) {
			if ctx.Err() != nil {
				break
			}
			next := m.apply(cur)
			if s := x.judge(next, false); s.beats(at) {
				cur, better = next, true
				at = x.judge(cur, true)
				break
			}
		}
		if !better {
			break
		}
	}
	return cur
}

func (m move) apply(options []int32) []int32 {
	next := make([]int32, 0, len(options)+1)
	for _, j := range options {
		if j != m.out {
			next = append(next, j)
		}
	}
	if m.in >= 0 {
		next = append(next, m.in)
		slices.Sort(next)
	}
	return next
}

// moves are those that may help, the most promising first.
func (x *exchange) moves(options []int32, at stand) []move {
	ins, outs := []int32{-1}, []int32{-1}
	is := make([]bool, len(x.state))
	for _, j := range options {
		is[j] = true
		if x.state[j] == open {
			outs = append(outs, j)
		}
	}
	for j, s := range x.state {
		if s == open && !is[j] {
			ins = append(ins, int32(j))
		}
	}
	rho := func(j int32) float64 {
		if j < 0 {
			return 0
		}
		return x.rho[j]
	}
	slices.SortStableFunc(ins[1:], func(a, b int32) int { return cmp.Compare(x.rho[a], x.rho[b]) })
	slices.SortStableFunc(outs[1:], func(a, b int32) int { return cmp.Compare(x.rho[b], x.rho[a]) })
	ins, outs = ins[:min(len(ins), 200)], outs[:min(len(outs), 100)]
	rules := x.rules(options)
	var list []move
	for _, in := range ins {
		for _, out := range outs {
			m := move{in: in, out: out, bound: rho(in) - rho(out)}
			if m.bound >= 0 && at.broken == 0 || in < 0 && out < 0 {
				continue
			}
			m.broken = x.rules(m.apply(options)) - rules
			if at.broken+m.broken > 1e-9 && m.broken >= 0 && at.broken-rules < 1e-9 {
				continue // no rule would be kept better, and there is nothing else to mend
			}
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b move) int {
		return cmp.Or(cmp.Compare(a.broken, b.broken), cmp.Compare(a.bound, b.bound))
	})
	return list[:min(len(list), x.tries)]
}
