package locate

import "math"

// scaleOf leaves room for every sum in a bound of the covering.
func (c *covering) scaleOf() int64 {
	size := 1 + abs(c.sure)
	for _, w := range c.whole {
		size += float64(w)
	}
	for _, x := range c.cost {
		size += math.Abs(x)
	}
	return int64(1) << max(0, min(56-int(math.Ceil(math.Log2(size))), 36))
}

// exactly rounds prices to integers and computes their bound, as a checker does from the
// vector that vectorOf makes of them.
func (c *covering) exactly(v []float64, scale int64, n *nested, state []decided) *exact {
	e := &exact{scale: scale, value: make([]int64, len(v)), rho: make([]int64, len(state)), base: c.sure * scale}
	for i, x := range v {
		e.value[i] = int64(min(max(x, 0), 1) * float64(scale))
		e.base += e.value[i] * c.whole[i]
	}
	e.size = float64(e.base)
	for j, o := range c.option {
		sum := int64(c.cost[j]) * scale
		for _, i := range c.class[c.start[j]:c.start[j+1]] {
			sum -= e.value[i] * c.whole[i]
		}
		e.rho[o] = sum
	}
	e.choose(n, state)
	return e
}

// vectorOf states integer prices of the covering's classes as multipliers of the Spec's.
func (p *problem) vectorOf(c *covering, value []int64, scale int64) Multipliers {
	value = lift(c, nil, value, scale)
	m := Multipliers{Classes: make([]int64, len(p.merged))}
	for i, g := range p.merged {
		k := &p.spec.Classes[i]
		if k.Weight > 0 && p.classes[g].left != Never {
			m.Classes[i] = value[g] * k.Weight * k.Unserved * p.measures[k.Measure].Factor
		}
	}
	return m
}
