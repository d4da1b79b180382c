package locate

import (
	"context"
	"math"
)

// coverDual solves the linear relaxation of a covering by the primal–dual hybrid gradient
// method, reflected and restarted to its anchor (Chambolle & Pock 2011; Applegate et al.
// 2021; Lu & Yang 2024). Every step gives multipliers v in [0,1], the share of a class's
// weight that its coverage is priced at, whose Lagrangian bound holds, and shares y of
// sites, whose value no multipliers can pass. One step costs O(entries).
type coverDual struct {
	c      *covering
	nested *nested
	state  []decided
	poly   *polytope

	v, y, gain, cover     []float64 // where it is: prices, shares, Σ weight × v per site, Σ y per class
	v0, y0, gain0, cover0 []float64 // the anchor
	vp, yp, gainp, coverp []float64 // the step from there
	u                     []float64 // weight × vp
	degree                []float64 // per class
	mass                  []float64 // per site: the weight of its classes
	rho                   []float64 // per option of the Spec
	taken, support        []int32

	best        []float64 // v of the best bound
	bound       float64
	value       float64 // of the shares, at least the relaxation's optimum up to rounding
	ratio       float64 // of the steps in y to those in v
	k           int     // steps since the anchor
	used        int
	first, last float64 // how far the first and the last step since the anchor went
	sums        [shards][8]float64
}

func newCoverDual(c *covering, n *nested, state []decided, v, y []float64) *coverDual {
	m, s := len(c.whole), len(c.option)
	classes := func() []float64 { return make([]float64, m) }
	sites := func() []float64 { return make([]float64, s) }
	d := &coverDual{c: c, nested: n.copy(), state: state, poly: newPolytope(c, n, state),
		v: classes(), v0: classes(), vp: classes(), cover: classes(), cover0: classes(), coverp: classes(), u: classes(), degree: classes(), best: classes(),
		y: sites(), y0: sites(), yp: sites(), gain: sites(), gain0: sites(), gainp: sites(), mass: sites(),
		rho: make([]float64, len(state)), bound: math.Inf(-1), value: math.Inf(1), ratio: 1,
	}
	for i := range d.degree {
		d.degree[i] = float64(c.from[i+1] - c.from[i])
	}
	c.gains(c.weight, d.mass)
	for j := range d.mass {
		d.mass[j] = max(d.mass[j], 1e-9)
	}
	copy(d.vp, v)
	copy(d.yp, y)
	for i := range d.u {
		d.u[i] = c.weight[i] * d.vp[i]
	}
	c.gains(d.u, d.gainp)
	d.cast()
	c.coversFrom(d.yp, d.coverp, 0, m)
	d.restart()
	return d
}

// gains adds up the classes' values per site.
func (c *covering) gains(u, out []float64) {
	one := func(_, from, to int) {
		for j := from; j < to; j++ {
			a, b := 0.0, 0.0
			list := c.class[c.start[j]:c.start[j+1]]
			for len(list) >= 4 {
				a += u[list[0]] + u[list[1]]
				b += u[list[2]] + u[list[3]]
				list = list[4:]
			}
			for _, i := range list {
				a += u[i]
			}
			out[j] = a + b
		}
	}
	c.spread(len(c.option), one)
}

// spread divides work that touches all entries, where there is enough of it.
func (c *covering) spread(n int, work func(shard, from, to int)) {
	if len(c.class) < 1<<17 {
		for s := range shards {
			work(s, n*s/shards, n*(s+1)/shards)
		}
		return
	}
	inShards(n, work)
}

// coversShard adds the shares of the sites up for the classes of one shard.
func (c *covering) coversShard(y []float64, support []int32, out []float64, s int) {
	m := len(c.whole)
	clear(out[m*s/shards : m*(s+1)/shards])
	for _, j := range support {
		x, at := y[j], c.part[int(j)*(shards+1)+s:]
		for _, i := range c.class[at[0]:at[1]] {
			out[i] += x
		}
	}
}

// coversFrom does the same class by class, which is less work where many sites have shares.
func (c *covering) coversFrom(y, out []float64, from, to int) {
	for i := from; i < to; i++ {
		sum := 0.0
		for _, j := range c.site[c.from[i]:c.from[i+1]] {
			sum += y[j]
		}
		out[i] = sum
	}
}

// cast lists the sites with a share.
func (d *coverDual) cast() {
	d.support = d.support[:0]
	for j, x := range d.yp {
		if x > 0 {
			d.support = append(d.support, int32(j))
		}
	}
}

// restart makes the last step the anchor, and balances the steps by how far it lies from
// the one before.
func (d *coverDual) restart() {
	if d.used > 0 {
		dv, dy := 0.0, 0.0
		for i := range d.v {
			x := d.vp[i] - d.v0[i]
			dv += d.c.weight[i] * d.degree[i] * x * x
		}
		for j := range d.y {
			x := d.yp[j] - d.y0[j]
			dy += d.mass[j] * x * x
		}
		if dv > 1e-20 && dy > 1e-20 {
			d.ratio = math.Sqrt(d.ratio * math.Sqrt(dy/dv))
		}
	}
	for _, x := range [][3][]float64{{d.v, d.v0, d.vp}, {d.y, d.y0, d.yp}, {d.gain, d.gain0, d.gainp}, {d.cover, d.cover0, d.coverp}} {
		copy(x[0], x[2])
		copy(x[1], x[2])
	}
	d.k = 0
}

// run takes up to the number of steps given; it ends early where the bound reaches the
// target, the value and the bound agree, or the context ends.
func (d *coverDual) run(ctx context.Context, steps int, target float64) {
	for range steps {
		if ctx.Err() != nil || d.bound >= target || d.used > 0 && d.value-d.bound <= 1e-9*math.Abs(d.value) {
			return
		}
		d.step()
		switch {
		case d.k == 1:
			d.first = d.last
		case d.last <= 0.2*d.first, d.last <= 0.8*d.first && d.sums[0][7] > 0, d.k >= 36 && float64(d.k) >= 0.36*float64(d.used):
			d.restart()
		}
	}
}

const stepSize = 0.99

// step applies the method once.
func (d *coverDual) step() {
	c := d.c
	d.used++
	d.k++
	m := len(c.whole)
	scale := stepSize / d.ratio
	c.spread(m, func(_, from, to int) {
		for i := from; i < to; i++ {
			x := d.v[i] + (1-d.cover[i])*scale/d.degree[i]
			x = min(max(x, 0), 1)
			d.vp[i], d.u[i] = x, x*c.weight[i]
		}
	})
	c.gains(d.u, d.gainp)
	d.judge()
	for j := range d.yp {
		d.yp[j] = d.y[j] + stepSize*d.ratio/d.mass[j]*(2*d.gainp[j]-d.gain[j]-c.cost[j])
	}
	d.poly.project(d.yp, d.mass)
	d.cast()
	a, entries := float64(d.k)/float64(d.k+1), 0
	for _, j := range d.support {
		entries += int(c.start[j+1] - c.start[j])
	}
	wide := 3*entries > len(c.class)
	c.spread(m, func(s, from, to int) {
		if wide {
			c.coversFrom(d.yp, d.coverp, from, to)
		} else {
			c.coversShard(d.yp, d.support, d.coverp, s)
		}
		out, moved := 0.0, 0.0
		for i := from; i < to; i++ {
			w, vp, ap := c.weight[i], d.vp[i], d.coverp[i]
			if ap < 1 {
				out += w * (1 - ap)
			}
			dv, da := vp-d.v[i], ap-d.cover[i]
			moved += w * dv * (dv*d.degree[i]/scale - 2*da)
			d.v[i] = a*(vp+dv) + (1-a)*d.v0[i]
			d.cover[i] = a*(ap+da) + (1-a)*d.cover0[i]
		}
		d.sums[s][0], d.sums[s][1] = out, moved
	})
	d.endStep(a)
}

// endStep moves the sites as the classes have been, and adds up what the step came to.
func (d *coverDual) endStep(a float64) {
	c := d.c
	value, moved := float64(c.sure), 0.0
	for s := range d.sums {
		value += d.sums[s][0]
		moved += d.sums[s][1]
	}
	for j := range d.y {
		dy, dg := d.yp[j]-d.y[j], d.gainp[j]-d.gain[j]
		value += c.cost[j] * d.yp[j]
		moved += dy * dy * d.mass[j] / (stepSize * d.ratio)
		d.y[j] = a*(d.yp[j]+dy) + (1-a)*d.y0[j]
		d.gain[j] = a*(d.gainp[j]+dg) + (1-a)*d.gain0[j]
	}
	d.value = min(d.value, value)
	moved = math.Sqrt(max(moved, 0))
	d.sums[0][7] = moved - d.last
	d.last = moved
}

// judge computes the bound at the step's prices, and keeps the best.
func (d *coverDual) judge() {
	sum := float64(d.c.sure)
	for i := range d.u {
		sum += d.u[i]
	}
	for j, o := range d.c.option {
		d.rho[o] = d.c.cost[j] - d.gainp[j]
	}
	low, taken, ok := choose(d.nested, d.rho, d.state, d.taken)
	d.taken = taken
	if !ok {
		d.bound = math.Inf(1)
		return
	}
	if sum+low > d.bound {
		d.bound = sum + low
		copy(d.best, d.vp)
	}
}
