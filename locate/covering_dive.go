package locate

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// dive rounds shares to a choice: it settles the sites with the greatest shares, solves the
// relaxation of what is left from where it was, and so on (relax and fix). The search is
// over c; options are those to start a local search from.
func (c *covering) dive(ctx context.Context, p *problem, n *nested, state []decided, v, y []float64, steps int, share float64) []int32 {
	state = slices.Clone(state)
	for range 200 {
		d := newCoverDual(c, n, state, v, y)
		d.run(ctx, steps, math.Inf(1))
		if ctx.Err() != nil || !c.settleGreatest(d, n, state, share) {
			break
		}
		next := c.reduce(state)
		v = next.merge(d.vp)
		y = make([]float64, len(next.option))
		k := 0
		for j, o := range c.option {
			if k < len(y) && next.option[k] == o {
				y[k] = d.yp[j]
				k++
			}
		}
		c = next
		if len(c.option) == 0 || len(c.whole) == 0 {
			break
		}
	}
	rho := make([]float64, len(state))
	for j, o := range c.option {
		rho[o] = c.cost[j] + 1e-9 - c.weightOf(j)
	}
	_, taken, _ := choose(n, rho, state, nil)
	return taken
}

func (c *covering) weightOf(j int) float64 {
	sum := 0.0
	for _, i := range c.class[c.start[j]:c.start[j+1]] {
		sum += c.weight[i]
	}
	return sum
}

// settleGreatest chooses the sites whose shares are greatest, and rules out those that
// could not be chosen beside them; it says whether there were any.
func (c *covering) settleGreatest(d *coverDual, n *nested, state []decided, share float64) bool {
	order := slices.Clone(d.support)
	slices.SortFunc(order, func(a, b int32) int {
		if d.yp[a] != d.yp[b] {
			return cmp.Compare(d.yp[b], d.yp[a])
		}
		return int(a - b)
	})
	sum := 0.0
	for _, j := range order {
		sum += d.yp[j]
	}
	want, some := max(1, int(share*sum)), false
	rho := make([]float64, len(state))
	for k, j := range order {
		if k >= want && d.yp[j] < 0.99 || d.yp[j] < 1e-6 {
			break
		}
		o := c.option[j]
		state[o], some = chosen, true
		if _, _, ok := choose(n, rho, state, nil); !ok {
			state[o] = closed
		}
	}
	return some
}
