package certificate

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/etablera/etablera/locate"
)

// prices are what one vector of multipliers makes of the problem.
type prices struct {
	constant int64   // L without its minimum
	rho      []int64 // per option
	order    []int32 // options by rising rho
}

// price computes ρ and the constant of a vector, and holds its multipliers against the rules.
func (k *checker) price(vector int32) error {
	if vector == k.vector {
		return nil
	}
	if vector < 0 || int(vector) >= len(k.c.Vectors) {
		return fmt.Errorf("vector %d is not there", vector)
	}
	v := &k.c.Vectors[vector]
	if len(v.Classes) != len(k.s.Classes) || v.Spare != nil && len(v.Spare) != len(k.s.Classes) || v.Measures != nil && len(v.Measures) != len(k.measures) || v.Rows != nil && len(v.Rows) != len(k.rows) {
		return fmt.Errorf("vector %d has %d, %d and %d multipliers: %d classes, %d measures and %d rows are there", vector,
			len(v.Classes), len(v.Measures), len(v.Rows), len(k.s.Classes), len(k.measures), len(k.rows))
	}
	p := prices{rho: make([]int64, len(k.s.Options))}
	factor, err := k.factors(v, &p)
	if err != nil {
		return err
	}
	if err := k.rules(v, &p); err != nil {
		return err
	}
	k.units = make([][]units, len(k.s.Options))
	for i, lambda := range v.Classes {
		c, spare := &k.s.Classes[i], int32(-1)
		if v.Spare != nil {
			spare = v.Spare[i]
		}
		unit := k.mul(factor[c.Measure], c.Weight)
		free := c.Weight == 0 // nobody need be served, whatever Unserved says
		if lambda < 0 || free && lambda > 0 || c.Unserved != locate.Never && lambda > k.mul(unit, c.Unserved) {
			return fmt.Errorf("class %d: the multiplier %d is below 0 or above the cost of leaving it unserved", i, lambda)
		}
		if k.s.Capacities == locate.Enforced && !free && lambda%c.Weight != 0 {
			return fmt.Errorf("class %d: the multiplier %d is no multiple of the weight %d", i, lambda, c.Weight)
		}
		p.constant = k.add(p.constant, lambda)
		k.served(&p, c, spare, lambda, unit)
	}
	for j, list := range k.units {
		p.rho[j] = k.add(p.rho[j], -k.within(list, k.s.Options[j].Capacity))
	}
	if k.over {
		return fmt.Errorf("vector %d: a sum does not fit into 64 bits", vector)
	}
	p.order = make([]int32, len(p.rho))
	for j := range p.order {
		p.order[j] = int32(j)
	}
	slices.SortFunc(p.order, func(a, b int32) int { return cmp.Or(cmp.Compare(p.rho[a], p.rho[b]), cmp.Compare(a, b)) })
	k.prices, k.vector = p, vector
	return nil
}

// served takes max(0, λ − unit × cost) off the price of each option that serves a class; for second service its half, or nothing for the spare.
func (k *checker) served(p *prices, c *locate.Class, spare int32, lambda, unit int64) {
	if lambda == 0 {
		return
	}
	limit := int64(locate.Never)
	if unit > 0 { // beyond it the difference is not positive
		limit = (lambda-1)/unit + 1
	}
	k.s.Service.Near(int(c.Row), limit, func(column int32, cost int64) {
		worth := k.add(lambda, -k.mul(unit, cost))
		for _, j := range k.columns[column] {
			o := &k.s.Options[j]
			switch {
			case worth <= 0 || c.Period < o.From || o.Until != 0 && c.Period >= o.Until || c.Order == 2 && spare == j:
			case c.Order == 2 && spare < 0:
				p.rho[j] = k.add(p.rho[j], worth/2-worth) // rounded up
			case k.s.Capacities == locate.Enforced && o.Capacity > 0:
				k.units[j] = append(k.units[j], units{c.Period, worth / c.Weight, c.Weight})
			default:
				p.rho[j] = k.add(p.rho[j], -worth)
			}
		}
	})
}

// units of weight that an option could serve in a period, and what each is worth.
type units struct {
	period        int32
	worth, weight int64
}

// within is what the units are worth that an option serves: in each period those of most worth, up to the capacity.
func (k *checker) within(list []units, capacity int64) (sum int64) {
	slices.SortFunc(list, func(a, b units) int { return cmp.Or(cmp.Compare(a.period, b.period), cmp.Compare(b.worth, a.worth)) })
	room := capacity
	for n, u := range list {
		if n > 0 && list[n-1].period != u.period {
			room = capacity
		}
		taken := min(room, u.weight)
		sum, room = k.add(sum, k.mul(taken, u.worth)), room-taken
	}
	return sum
}

// factors gives s(m) and begins ρ with the costs of the options.
func (k *checker) factors(v *locate.Multipliers, p *prices) ([]int64, error) {
	S, out := k.c.Scale, make([]int64, len(k.measures))
	for j := range p.rho {
		p.rho[j] = k.mul(S, k.s.Options[j].Cost)
	}
	for m, measure := range k.measures {
		mu := int64(0)
		if v.Measures != nil {
			mu = v.Measures[m]
		}
		if mu < 0 || mu > 0 && !measure.Capped {
			return nil, fmt.Errorf("measure %d: the multiplier %d is below 0, or there is no cap", m, mu)
		}
		out[m] = k.add(k.mul(S, measure.Factor), mu)
		for j, cost := range measure.Costs {
			p.rho[j] = k.add(p.rho[j], k.mul(out[m], cost))
		}
		if mu > 0 {
			p.constant = k.add(p.constant, -k.mul(mu, measure.Cap))
		}
	}
	return out, nil
}

// rules adds the multipliers of rows.
func (k *checker) rules(v *locate.Multipliers, p *prices) error {
	for r, mu := range v.Rows {
		if mu == 0 {
			continue
		}
		row, side := &k.rows[r], k.rows[r].Max
		if mu < 0 {
			side = row.Min
		}
		if side == locate.NoLimit || side == -locate.NoLimit || slices.Contains(k.c.Kept, int32(r)) {
			return fmt.Errorf("row %d: the multiplier %d names a side without a limit, or the row is kept", r, mu)
		}
		p.constant = k.add(p.constant, -k.mul(mu, side))
		for n, j := range row.Options {
			coefficient := int64(1)
			if row.Coefficients != nil {
				coefficient = row.Coefficients[n]
			}
			p.rho[j] = k.add(p.rho[j], k.mul(mu, coefficient))
		}
	}
	return nil
}
