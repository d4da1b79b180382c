package locate

import "math"

// polytope are the shares of sites that nested counts allow.
type polytope struct {
	groups []shares
	move   []float64 // work: per site, what the other groups take off
}

// shares are a count over some sites.
type shares struct {
	low, high float64
	sites     []int32
	price     float64 // of the last projection
}

func newPolytope(c *covering, n *nested, state []decided) *polytope {
	p := &polytope{move: make([]float64, len(c.option))}
	taken := make([]int, len(n.groups))
	up := make([]int32, len(n.groups))
	for g := range n.groups {
		up[g] = -1
	}
	for g := range n.groups {
		for _, k := range n.groups[g].children {
			up[k] = int32(g)
		}
	}
	sites := make([][]int32, len(n.groups))
	for o, s := range state {
		if s == chosen {
			for g := n.parent[o]; g >= 0; g = up[g] {
				taken[g]++
			}
		}
	}
	for j, o := range c.option {
		for g := n.parent[o]; g >= 0; g = up[g] {
			sites[g] = append(sites[g], int32(j))
		}
	}
	for g := range len(n.groups) - 1 {
		gr := &n.groups[g]
		s := shares{low: float64(max(gr.min-taken[g], 0)), high: float64(max(min(gr.max-taken[g], len(sites[g])), 0)), sites: sites[g]}
		if len(s.sites) > 0 && (s.low > 0 || s.high < float64(len(s.sites))) {
			p.groups = append(p.groups, s)
		}
	}
	return p
}

// project moves the shares to the nearest that are allowed, where moving a share by x
// costs mass × x². With several groups it goes round them, from the prices of the last
// time, until little changes (Hildreth 1957).
func (p *polytope) project(y, mass []float64) {
	if len(p.groups) == 1 {
		g := &p.groups[0]
		g.settle(y, mass, nil)
		for _, j := range g.sites {
			y[j] -= g.price / mass[j]
		}
	} else if len(p.groups) > 1 {
		p.rounds(y, mass)
	}
	for j := range y {
		y[j] = min(max(y[j], 0), 1)
	}
}

func (p *polytope) rounds(y, mass []float64) {
	clear(p.move)
	for k := range p.groups {
		g := &p.groups[k]
		for _, j := range g.sites {
			p.move[j] += g.price
		}
	}
	for range 8 {
		changed := false
		for k := range p.groups {
			g := &p.groups[k]
			old := g.price
			for _, j := range g.sites {
				p.move[j] -= old
			}
			g.settle(y, mass, p.move)
			for _, j := range g.sites {
				p.move[j] += g.price
			}
			changed = changed || math.Abs(g.price-old) > 1e-9*math.Abs(old)
		}
		if !changed {
			break
		}
	}
	for j := range y {
		y[j] -= p.move[j] / mass[j]
	}
}

// settle finds the price at which the shares keep the group's count, by Newton's method
// within brackets: the sum is piecewise linear and falls with the price.
func (g *shares) settle(y, mass, move []float64) {
	sum, _ := g.sum(0, y, mass, move)
	goal, x, lo, hi := 0.0, g.price, math.Inf(-1), math.Inf(1)
	switch {
	case sum > g.high:
		goal, lo = g.high, 0
	case sum < g.low:
		goal, hi = g.low, 0
	default:
		g.price = 0
		return
	}
	if x < lo || x > hi {
		x = 0
	}
	for range 60 {
		var slope float64
		sum, slope = g.sum(x, y, mass, move)
		if math.Abs(sum-goal) <= 1e-10*(1+goal) {
			break
		}
		if sum > goal {
			lo = x
		} else {
			hi = x
		}
		next := x + (sum-goal)/max(slope, 1e-300)
		if !(next > lo && next < hi) || slope == 0 {
			switch {
			case math.IsInf(hi, 1):
				next = 2*math.Abs(x) + 1e-3*mass[g.sites[0]]
			case math.IsInf(lo, -1):
				next = -2*math.Abs(x) - 1e-3*mass[g.sites[0]]
			default:
				next = (lo + hi) / 2
			}
		}
		x = next
	}
	g.price = x
}

// sum of the shares at a price, and how fast it falls.
func (g *shares) sum(x float64, y, mass, move []float64) (sum, slope float64) {
	for _, j := range g.sites {
		t := x
		if move != nil {
			t += move[j]
		}
		s := y[j] - t/mass[j]
		switch {
		case s >= 1:
			sum++
		case s > 0:
			sum += s
			slope += 1 / mass[j]
		}
	}
	return sum, slope
}
