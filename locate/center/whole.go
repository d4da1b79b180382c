package center

// whole is a bound in whole numbers, of scale each to a column: multipliers per row of the cover, and what follows from them.
type whole struct {
	u     []int64
	price []int64 // per column of the dual: scale − Σ u
	sum   int64   // Σ u + Σ min(0, price) over all columns that may be chosen
}

// round turns the best multipliers of a dual into whole numbers in two ways, as they are and made feasible, and gives the one with the
// higher bound. May holds all columns that may still be chosen, the dominated ones too.
func (c *cover) round(d *dual, p *part, may set) *whole {
	plain := make([]int64, len(d.row))
	for k, u := range d.best {
		plain[k] = int64(u * scale)
	}
	fair := append([]int64(nil), plain...)
	d.makeFeasible(fair)
	a, b := c.sum(d, p, may, plain), c.sum(d, p, may, fair)
	if a.sum > b.sum {
		return a
	}
	return b
}

// sum computes the bound exactly, from the multipliers of the rows that are left and of those for whose sake a column was forced.
func (c *cover) sum(d *dual, p *part, may set, left []int64) *whole {
	w := &whole{u: make([]int64, c.rows), price: make([]int64, len(d.col))}
	some := newSet(c.rows)
	for k, i := range d.row {
		if w.u[i] = left[k]; left[k] > 0 {
			some.put(i)
		}
	}
	for _, f := range p.forced {
		w.u[f.row] = scale
		some.put(f.row)
	}
	for _, u := range w.u {
		w.sum += u
	}
	price := make([]int64, c.cols)
	may.each(may, func(j int32) bool {
		price[j] = scale
		c.by[j].each(some, func(i int32) bool { price[j] -= w.u[i]; return true })
		w.sum += min(0, price[j])
		return true
	})
	for k, j := range d.col {
		w.price[k] = price[j]
	}
	return w
}

// makeFeasible lowers multipliers until no price is negative, and then raises each as far as it goes.
func (d *dual) makeFeasible(u []int64) {
	price := make([]int64, len(d.col))
	for j := range d.col {
		entries := d.entry[d.start[j]:d.start[j+1]]
		load := int64(0)
		for _, i := range entries {
			load += u[i]
		}
		if load > scale {
			for _, i := range entries {
				u[i] = u[i] * scale / load
			}
		}
	}
	slack := make([]int64, len(u))
	start, col := d.turned()
	for j := range d.col {
		price[j] = scale
		for _, i := range d.entry[d.start[j]:d.start[j+1]] {
			price[j] -= u[i]
		}
	}
	for i := range u {
		slack[i] = scale
		for _, j := range col[start[i]:start[i+1]] {
			slack[i] = min(slack[i], price[j])
		}
		u[i] += slack[i]
		for _, j := range col[start[i]:start[i+1]] {
			price[j] -= slack[i]
		}
	}
}

// turned gives the entries row by row.
func (d *dual) turned() (start, col []int32) {
	start, col = make([]int32, len(d.row)+1), make([]int32, len(d.entry))
	for _, i := range d.entry {
		start[i+1]++
	}
	for i := range d.row {
		start[i+1] += start[i]
	}
	free := append([]int32(nil), start...)
	for j := range d.col {
		for _, i := range d.entry[d.start[j]:d.start[j+1]] {
			col[free[i]] = int32(j)
			free[i]++
		}
	}
	return start, col
}
