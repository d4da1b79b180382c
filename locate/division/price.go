package division

import "math"

// class is a wait in one period: weight if none of the sites is open by the round.
type class struct {
	sites  []int32
	round  int32
	weight int64
}

// open is how many of the sites are.
func (c *class) open(division []int32) int {
	n := 0
	for _, i := range c.sites {
		if division[i] <= c.round {
			n++
		}
	}
	return n
}

// classes are the waits of a Problem by period.
func (p *Problem) classes(waits []Wait) []class {
	var out []class
	for _, w := range waits {
		for r, d := range p.Days {
			if w.Cost > 0 && d > 0 {
				out = append(out, class{w.Sites, int32(r), w.Cost * d})
			}
		}
	}
	return out
}

// price puts prices on classes: a class costs its price unless one of its sites is open,
// and each site that is takes the price off. With prices from 0 to the weight the sum is
// nowhere above the classes' own, for it takes off at least as much.
func (f *linear) price(classes []class, prices []int64, always int64) {
	rounds := f.l.p.Rounds
	clear(f.cost)
	f.fixed = always
	for k, c := range classes {
		u := prices[k]
		f.fixed += u
		for _, i := range c.sites {
			for r := range c.round + 1 {
				f.cost[int(i)*rounds+int(r)] -= u
			}
		}
	}
}

// ascents is how often prices are improved.
const ascents = 600

// ascend looks for prices with a high least sum over the tables of counts, by steps along
// the subgradient (Held, Wolfe & Crowder 1974) towards target. extra, where not nil, is
// another sum with a limit, priced along: mult times what it exceeds the limit by. met is
// told the divisions on the way, which are often good ones. It
// returns the best prices, which f has when it ends.
func (f *linear) ascend(classes []class, always int64, tables []table, target float64, from []int32, extra []*linear, met func([]int32)) (prices []int64) {
	n := len(classes)
	u, best, whole := make([]float64, n), make([]int64, n), make([]int64, n)
	for k, c := range classes {
		switch c.open(from) {
		case 0:
			u[k] = float64(c.weight)
		case 1:
			u[k] = float64(c.weight) / 2
		}
	}
	mult, bestMult := make([]int64, len(extra)), make([]int64, len(extra))
	m := make([]float64, len(extra))
	division := make([]int32, f.l.p.Sites)
	slack, over, unit := make([]float64, n), make([]float64, len(extra)), scaleOf(target)
	bound, theta, idle := int64(math.MinInt64), 1.0, 0
	for range ascents {
		for k := range u {
			whole[k] = int64(u[k])
		}
		for e := range m {
			mult[e] = int64(m[e])
		}
		value, at := f.evaluate(classes, whole, always, tables, extra, mult)
		if idle++; value > bound {
			bound, idle = value, 0
			copy(best, whole)
			copy(bestMult, mult)
		} else if idle >= 12 {
			theta, idle = theta/2, 0
		}
		gap := target - float64(value)
		if gap < 1 || theta < 1e-4 || value > never/4 {
			break
		}
		f.cheapest(tables[at].counts, division)
		met(division)
		norm := f.subgradient(classes, u, division, extra, unit, slack, over)
		if norm == 0 {
			break
		}
		step := theta * gap / norm
		for k, c := range classes {
			// A price is measured against its weight: large waits move as far as small ones.
			u[k] = math.Max(0, math.Min(float64(c.weight), u[k]+step*slack[k]*float64(c.weight)))
		}
		for e := range m {
			m[e] = math.Max(0, m[e]+step*over[e]*unit/float64(extra[e].scale*extra[e].scale))
		}
	}
	f.evaluate(classes, best, always, tables, extra, bestMult)
	return best
}

// scaleOf is what a unit of a limit on a small count is measured in.
func scaleOf(target float64) float64 { return math.Max(1, math.Abs(target)/1000) }

// evaluate prices, tabulates, and finds the table of counts with the least sum.
func (f *linear) evaluate(classes []class, prices []int64, always int64, tables []table, extra []*linear, mult []int64) (int64, int) {
	f.price(classes, prices, always)
	for e, x := range extra {
		f.fixed += mult[e] * (x.fixed - x.limit*x.scale)
		for k := range f.cost {
			f.cost[k] += mult[e] * x.cost[k]
		}
	}
	f.tabulate()
	least, at := never, 0
	for k := range tables {
		if v := f.least(tables[k].counts); v < least {
			least, at = v, k
		}
	}
	return least, at
}

// subgradient is how far each class is from being paid for once, and each limit from
// being met; it returns the norm in which the step is measured.
func (f *linear) subgradient(classes []class, u []float64, division []int32, extra []*linear, unit float64, slack, over []float64) float64 {
	norm := 0.0
	for k, c := range classes {
		slack[k] = float64(1 - c.open(division))
		if u[k] == 0 && slack[k] < 0 || u[k] == float64(c.weight) && slack[k] > 0 {
			slack[k] = 0 // no step leads out of the range
		}
		norm += slack[k] * slack[k] * float64(c.weight)
	}
	for e, x := range extra {
		sum := x.fixed - x.limit*x.scale
		for i, r := range division {
			sum += x.cost[i*f.l.p.Rounds+int(r)]
		}
		over[e] = float64(sum)
		norm += over[e] * over[e] * unit / float64(x.scale*x.scale)
	}
	return norm
}
