package locate

import "slices"

// concentrate solves the problem over the options of the choices given, with those that
// all of them share taken for certain (heuristic concentration: Rosing & ReVelle 1997).
func (r *run) concentrate(choices []Choice) {
	count := make([]int, len(r.p.state))
	for _, c := range choices {
		for _, j := range c.Options {
			count[j]++
		}
	}
	state := slices.Clone(r.p.state)
	for j, n := range count {
		if state[j] != open {
			continue
		}
		switch n {
		case 0:
			state[j] = closed
		case len(choices):
			state[j] = chosen
		}
	}
	r.remainder(choices[0], state, 2*districtNodes)
}

// districtSize is how many options chosen make a district: more take much longer and
// seldom give more. districtNodes bounds the work on one.
// A choice of few options is no more than a district or two: the tree does as well.
const districtSize, districtNodes, districtsFrom = 10, 20, 3 * 10

// districts goes through a choice district by district and solves each to its optimum
// while the rest stays (POPMUSIC: Taillard & Voß 2002), until no district gives anything.
func (r *run) districts(c Choice) Choice {
	seen := make([]bool, len(r.p.state))
	for !r.done() {
		var left []int32
		for _, j := range c.Options {
			if !seen[j] && r.p.state[j] == open {
				left = append(left, j)
			}
		}
		if len(left) == 0 || r.ctx.Err() != nil {
			break
		}
		r.s.start(c.Options)
		if !r.s.indexed(-1) {
			r.s.index(append(slices.Clone(r.cand), c.Options...))
		}
		seed := left[r.rng.IntN(len(left))]
		district := r.s.district(seed, districtSize)
		if better, ok := r.remainder(c, r.s.opened(district), districtNodes); ok {
			c = better
			for _, j := range district {
				seen[j] = false
			}
			continue
		}
		for _, j := range district[:1+len(district)/4] {
			seen[j] = true
		}
	}
	return c
}

// district is the option given with those chosen around it, the nearest first: those
// that serve what it would leave, and so on.
func (s *search) district(seed int32, size int) []int32 {
	list := []int32{seed}
	in := map[int32]bool{seed: true}
	for k := 0; k < len(list) && len(list) < size; k++ {
		for _, e := range s.cols.lists[s.p.listOf[list[k]]] {
			for _, j := range [2]int32{s.first[e.class].option, s.first[e.class].second} {
				if j >= 0 && !in[j] && len(list) < size && s.state[j] == open {
					in[j] = true
					list = append(list, j)
				}
			}
		}
	}
	return list
}

// opened leaves the options of a district undecided, and those that could serve what
// it serves at no more than the next best now; all else stays as it is chosen.
func (s *search) opened(district []int32) []decided {
	state := slices.Clone(s.state)
	for j := range state {
		if state[j] == open {
			state[j] = closed
		}
	}
	for _, j := range s.options {
		state[j] = chosen
	}
	in := map[int32]bool{}
	for _, j := range district {
		in[j] = true
		state[j] = open
	}
	for i := range s.first {
		f := &s.first[i]
		if !in[f.option] {
			continue
		}
		for _, o := range s.rows.item[s.rows.start[i]:s.rows.start[i+1]] {
			if s.at[o.class] < 0 && s.state[o.class] == open && float64(o.cost) <= f.d2 {
				state[o.class] = open
			}
		}
	}
	return state
}
