package locate

// reduce makes the covering that is left when more is decided: what a chosen option
// covers and options ruled out are gone, and classes that the same open options cover
// become one. Sets of options are told apart as in [Cover]. O(entries).
func (c *covering) reduce(state []decided) *covering {
	r := &covering{parent: c, origin: make([]int32, len(c.whole)), sure: c.sure}
	number := make([]int32, len(c.option)) // of the sites; -1 chosen, -2 closed
	for j, o := range c.option {
		switch state[o] {
		case chosen:
			number[j] = -1
			r.sure += int64(c.cost[j])
		case closed:
			number[j] = -2
		default:
			number[j] = int32(len(r.option))
			r.option, r.cost = append(r.option, o), append(r.cost, c.cost[j])
		}
	}
	t, entries := c.sets(r, number, randomWords(len(r.option)))
	c.gather(r, t, number)
	r.weight = make([]float64, len(r.whole))
	r.from, r.site = make([]int32, 1, len(r.whole)+1), make([]int32, 0, entries)
	for k, i := range t.point {
		r.weight[k] = float64(r.whole[k])
		for _, j := range c.site[c.from[i]:c.from[i+1]] {
			if n := number[j]; n >= 0 {
				r.site = append(r.site, n)
			}
		}
		r.from = append(r.from, int32(len(r.site)))
	}
	r.transpose()
	return r
}

// sets finds the class of each class of c, and adds up what is lost for certain. It
// counts the entries too.
func (c *covering) sets(r *covering, number []int32, words []key) (t *coverTable, entries int) {
	t = newCoverTable()
	for i := range c.whole {
		name, some, done := key{}, int(0), c.whole[i] == 0
		for _, j := range c.site[c.from[i]:c.from[i+1]] {
			n := number[j]
			if n == -1 {
				done = true
				break
			}
			if n >= 0 {
				name.flip(words[n])
				some++
			}
		}
		switch {
		case done:
			r.origin[i] = covered
		case some == 0:
			r.origin[i] = lost
			r.sure += c.whole[i]
		default:
			before := len(t.keys)
			r.origin[i] = t.add(name, c.whole[i], int32(i))
			if len(t.keys) > before {
				entries += some
			}
		}
	}
	return t, entries
}

// gather orders the classes by the first of their sites, so that those of a site lie close
// together in memory, and numbers them so.
func (c *covering) gather(r *covering, t *coverTable, number []int32) {
	first, start := make([]int32, len(t.point)), make([]int32, len(r.option)+1)
	for k, i := range t.point {
		for _, j := range c.site[c.from[i]:c.from[i+1]] {
			if n := number[j]; n >= 0 {
				first[k] = n
				break
			}
		}
		start[first[k]+1]++
	}
	for j := range r.option {
		start[j+1] += start[j]
	}
	to, point := make([]int32, len(t.point)), make([]int32, len(t.point))
	r.whole = make([]int64, len(t.point))
	for k, j := range first {
		to[k] = start[j]
		start[j]++
		r.whole[to[k]], point[to[k]] = t.weight[k], t.point[k]
	}
	t.point = point
	for i, k := range r.origin {
		if k >= 0 {
			r.origin[i] = to[k]
		}
	}
}

// transpose lays the classes out by site.
func (c *covering) transpose() {
	n := len(c.option)
	c.start, c.class = make([]int32, n+1), make([]int32, len(c.site))
	for _, j := range c.site {
		c.start[j+1]++
	}
	for j := range n {
		c.start[j+1] += c.start[j]
	}
	next := append([]int32(nil), c.start...)
	c.part = make([]int32, n*(shards+1))
	for s := range shards {
		for j := range n {
			c.part[j*(shards+1)+s] = next[j]
		}
		m := len(c.whole)
		for i := m * s / shards; i < m*(s+1)/shards; i++ {
			for _, j := range c.site[c.from[i]:c.from[i+1]] {
				c.class[next[j]] = int32(i)
				next[j]++
			}
		}
	}
	for j := range n {
		c.part[j*(shards+1)+shards] = c.start[j+1]
	}
}

// lift writes values of the classes here as values of the classes of the covering or
// problem that this one was made from, up to the one given; nil for the problem.
func lift[T number](c, to *covering, values []T, one T) []T {
	for c != to && c != nil {
		up := make([]T, len(c.origin))
		for i, k := range c.origin {
			switch k {
			case covered:
			case lost:
				up[i] = one
			default:
				up[i] = values[k]
			}
		}
		values, c = up, c.parent
	}
	return values
}

// merge carries values of the parent's classes over: the mean, by weight.
func (c *covering) merge(values []float64) []float64 {
	out := make([]float64, len(c.whole))
	for i, k := range c.origin {
		if k >= 0 {
			out[k] += values[i] * float64(c.parent.whole[i])
		}
	}
	for k := range out {
		out[k] /= c.weight[k]
	}
	return out
}
