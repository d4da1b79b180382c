package center

import "math"

// scale is what a multiplier of 1 is in whole numbers.
const scale = 1 << 24

// dual is the Lagrangian of what is left of a covering problem, in arrays without gaps:
//
//	L(u) = Σ u_i + Σ_j min(0, 1 − Σ_{i covered by j} u_i),  u ≥ 0,
//
// a lower bound on the number of columns for every u.
type dual struct {
	row, col []int32 // which rows and columns of the cover these are
	start    []int32 // entries of a column
	entry    []int32 // rows, by their place in row
	u, best  []float64
	slope    []float64 // of L, smoothed
	price    []float64 // of a column: 1 − Σ u
	use      []float64 // how often a column was chosen, smoothed: near to a solution of the linear relaxation
	covered  []int32
	L        float64 // at best
}

func (c *cover) dual(p *part, warm []float64) *dual {
	d := &dual{}
	at := make([]int32, c.rows)
	p.rows.each(p.rows, func(i int32) bool {
		at[i] = int32(len(d.row))
		d.row = append(d.row, i)
		return true
	})
	d.start = append(d.start, 0)
	p.cols.each(p.cols, func(j int32) bool {
		d.col = append(d.col, j)
		c.by[j].each(p.rows, func(i int32) bool {
			d.entry = append(d.entry, at[i])
			return true
		})
		d.start = append(d.start, int32(len(d.entry)))
		return true
	})
	m, n := len(d.row), len(d.col)
	d.u, d.best, d.slope, d.covered = make([]float64, m), make([]float64, m), make([]float64, m), make([]int32, m)
	d.price, d.use = make([]float64, n), make([]float64, n)
	for k, i := range d.row {
		d.u[k] = warm[i]
	}
	d.L = math.Inf(-1)
	return d
}

// even gives multipliers to begin with: each row the least share that it has of a column.
func (c *cover) even(p *part, warm []float64) {
	for i := range warm {
		warm[i] = 1
	}
	p.cols.each(p.cols, func(j int32) bool {
		share := 1 / float64(c.by[j].countWith(p.rows))
		c.by[j].each(p.rows, func(i int32) bool { warm[i] = min(warm[i], share); return true })
		return true
	})
}

// value computes the prices and L at u, and how often each row is covered by the columns of negative price.
func (d *dual) value() (L float64) {
	clear(d.covered)
	for _, u := range d.u {
		L += u
	}
	for j := range d.col {
		price := 1.0
		entries := d.entry[d.start[j]:d.start[j+1]]
		for _, i := range entries {
			price -= d.u[i]
		}
		d.price[j] = price
		d.use[j] *= 0.95
		if price < 0 {
			L += price
			d.use[j] += 0.05
			for _, i := range entries {
				d.covered[i]++
			}
		}
	}
	return L
}

// climb raises L by steps along a smoothed subgradient until it is above the goal, or the steps are used up or grow too small. It
// calls look now and then, and ends where that answers false.
func (d *dual) climb(goal float64, steps int, look func() bool) {
	length, idle := 1.0, 0
	for step := range steps {
		L := d.value()
		if idle++; L > d.L+1e-9 {
			d.L, idle = L, 0
			copy(d.best, d.u)
		}
		if d.L > goal+1e-3 || length < 1e-3 || step%16 == 15 && !look() {
			return
		}
		if idle >= 12 {
			length, idle = length/1.6, 0
			copy(d.u, d.best)
			continue
		}
		norm := 0.0
		for i := range d.u {
			g := 1 - float64(d.covered[i])
			if g < 0 && d.u[i] == 0 {
				g = 0
			}
			d.slope[i] = 0.7*g + 0.3*d.slope[i]
			norm += d.slope[i] * d.slope[i]
		}
		if norm < 1e-12 {
			return
		}
		t := length * max(goal+0.5-L, 0.02) / norm
		for i := range d.u {
			d.u[i] = min(1, max(0, d.u[i]+t*d.slope[i]))
		}
	}
}
