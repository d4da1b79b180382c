package locate

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// patienceWork is how much is judged before the context is asked again: some milliseconds.
const patienceWork = 1 << 18

// over says whether the context has ended, asked by work done: at national size a
// single pass over the options takes many seconds.
func (s *search) over(ctx context.Context) bool {
	if s.work-s.asked < patienceWork {
		return false
	}
	s.asked = s.work
	return ctx.Err() != nil
}

// improve makes moves until none helps. Candidates are tried in a shuffled order,
// again and again; a move is made as soon as it helps.
func (s *search) improve(ctx context.Context, candidates []int32, rng *rand.Rand) {
	if ctx.Err() != nil {
		return
	}
	order := append([]int32(nil), candidates...)
	rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
	idle, tiny := 0, 1e-9*math.Abs(s.value())+1e-7
	for k := 0; idle <= len(order); k++ {
		if s.over(ctx) {
			return
		}
		if k%max(len(order), 1) == 0 && s.drop(tiny) {
			idle = 0
		}
		idle++
		if len(order) == 0 {
			return
		}
		j := order[k%len(order)]
		if s.at[j] >= 0 || s.state[j] == closed {
			continue
		}
		if out, delta := s.judge(j); delta < -tiny {
			s.move(j, out)
			idle = 0
		}
	}
}

// drop takes out the options that are better gone.
func (s *search) drop(tiny float64) bool {
	any := false
	for {
		best, least := int32(-1), -tiny
		for _, r := range s.options {
			if s.state[r] == chosen {
				continue
			}
			if change := s.loss[r] - s.cost[r] + s.rules(-1, r); change < least {
				best, least = r, change
			}
		}
		if best < 0 {
			return any
		}
		s.move(-1, best)
		any = true
	}
}

func (f *near) insert(c float64, j int32) {
	if c < f.d1 {
		f.d1, f.d2, f.option, f.second = c, f.d1, j, f.option
	} else if c < f.d2 {
		f.d2, f.second = c, j
	}
}

// options holds, per class, the options indexed and their costs.
type options struct {
	has   []bool  // per option
	start []int64 // per class, one more at the end
	item  []entry // class is the option here
}

// index lays out the lists of the options by class, so that moves among them cost as
// much as the classes that they touch.
func (s *search) index(list []int32) {
	r := &s.rows
	r.has = make([]bool, len(s.at))
	r.start = make([]int64, len(s.first)+1)
	for _, j := range list {
		if r.has[j] {
			continue
		}
		r.has[j] = true
		for _, e := range s.cols.lists[s.p.listOf[j]] {
			r.start[e.class+1]++
		}
	}
	for i := range s.first {
		r.start[i+1] += r.start[i]
	}
	r.item = make([]entry, r.start[len(s.first)])
	next := slices.Clone(r.start)
	for j, has := range r.has {
		if !has {
			continue
		}
		for _, e := range s.cols.lists[s.p.listOf[j]] {
			r.item[next[e.class]] = entry{int32(j), e.cost}
			next[e.class]++
		}
	}
}

// indexed says whether a move among the options chosen and j can use the index.
func (s *search) indexed(j int32) bool {
	if s.rows.has == nil || j >= 0 && !s.rows.has[j] {
		return false
	}
	for _, r := range s.options {
		if !s.rows.has[r] {
			return false
		}
	}
	return true
}

// move puts one option in and takes one out; -1 for nothing.
func (s *search) move(in, out int32) {
	quick := s.indexed(in)
	if out >= 0 {
		s.take(out)
	}
	if in >= 0 {
		s.put(in)
	}
	if !quick {
		s.refresh()
		return
	}
	if in >= 0 {
		s.loss[in] = 0
		for _, e := range s.cols.lists[s.p.listOf[in]] {
			if f := &s.first[e.class]; float64(e.cost) < f.d2 {
				s.forget(int(e.class))
				f.insert(float64(e.cost), in)
				s.note(int(e.class))
			}
		}
	}
	if out < 0 {
		return
	}
	for _, e := range s.cols.lists[s.p.listOf[out]] {
		f := &s.first[e.class]
		if f.option != out && f.second != out {
			continue
		}
		s.forget(int(e.class))
		*f = near{s.top[e.class], s.top[e.class], -1, -1}
		for _, o := range s.rows.item[s.rows.start[e.class]:s.rows.start[e.class+1]] {
			if s.at[o.class] >= 0 {
				f.insert(float64(o.cost), o.class)
			}
		}
		s.note(int(e.class))
	}
}

func (s *search) forget(i int) {
	if f := &s.first[i]; f.option >= 0 {
		s.loss[f.option] -= s.weight[i] * (f.d2 - f.d1)
	}
}

func (s *search) note(i int) {
	if f := &s.first[i]; f.option >= 0 {
		s.loss[f.option] += s.weight[i] * (f.d2 - f.d1)
	}
}

// change is by how much the value changes when in comes for out.
func (s *search) change(in, out int32) float64 {
	sum := s.cost[in] - s.cost[out] + s.loss[out] + s.rules(in, out)
	for _, e := range s.cols.lists[s.p.listOf[in]] {
		f, c := &s.first[e.class], float64(e.cost)
		if c >= f.d2 {
			continue
		}
		w := s.weight[e.class]
		if c < f.d1 {
			sum -= w * (f.d1 - c)
		}
		if f.option == out {
			sum -= w * (f.d2 - max(c, f.d1))
		}
	}
	return sum
}

// shake disturbs the choice in one place and mends it there, many times, and keeps
// what is better (iterated local search; Lourenço, Martin & Stützle 2003). The place
// is a class drawn at random; only options that serve its neighbours take part.
func (s *search) shake(ctx context.Context, rounds int, rng *rand.Rand) (gained float64) {
	if len(s.first) == 0 { // nobody asks: there is no place to disturb
		return 0
	}
	best := slices.Clone(s.options)
	tiny := 1e-9*math.Abs(s.value()) + 1e-7
	seen, stopped := make([]int32, len(s.at)), false
	for k := range rounds {
		if k%16 == 0 && ctx.Err() != nil || stopped {
			break
		}
		i := rng.IntN(len(s.first))
		local := s.around(i, seen, int32(k+1), rng)
		delta := s.kick(local, 2+rng.IntN(2), rng)
		for moved, pass := true, 0; moved && pass < 8 && !stopped; pass++ {
			moved = false
			for _, j := range local {
				if stopped = stopped || s.over(ctx); stopped {
					break
				}
				if s.at[j] >= 0 || s.state[j] != open {
					continue
				}
				if out, d := s.judge(j); d < -tiny {
					s.move(j, out)
					delta += d
					moved = true
				}
			}
		}
		if delta < -tiny {
			gained -= delta
			best = append(best[:0], s.options...)
		} else {
			s.back(best)
		}
	}
	s.start(best)
	return gained
}

// around lists options that serve the class or one that shares an option with it.
func (s *search) around(i int, seen []int32, mark int32, rng *rand.Rand) []int32 {
	var list []int32
	visit := func(i int32) {
		for _, o := range s.rows.item[s.rows.start[i]:s.rows.start[i+1]] {
			if seen[o.class] != mark {
				seen[o.class] = mark
				list = append(list, o.class)
			}
		}
	}
	visit(int32(i))
	for range 4 {
		if len(list) == 0 || len(list) > 150 {
			break
		}
		if l := s.cols.lists[s.p.listOf[list[rng.IntN(len(list))]]]; len(l) > 0 {
			visit(l[rng.IntN(len(l))].class)
		}
	}
	rng.Shuffle(len(list), func(a, b int) { list[a], list[b] = list[b], list[a] })
	return list[:min(len(list), 250)]
}

// kick makes a few swaps at random among the options given.
func (s *search) kick(local []int32, swaps int, rng *rand.Rand) float64 {
	delta := 0.0
	for range 12 * swaps {
		if len(local) == 0 || swaps == 0 {
			break
		}
		in, out := local[rng.IntN(len(local))], local[rng.IntN(len(local))]
		if s.at[in] >= 0 || s.at[out] < 0 || s.state[in] != open || s.state[out] != open || s.rules(in, out) > 0 {
			continue
		}
		delta += s.change(in, out)
		s.move(in, out)
		swaps--
	}
	return delta
}

// back returns to a choice.
func (s *search) back(options []int32) {
	keep := make(map[int32]bool, len(options))
	for _, j := range options {
		keep[j] = true
	}
	for _, r := range slices.Clone(s.options) {
		if !keep[r] {
			s.move(-1, r)
		}
	}
	for _, j := range options {
		if s.at[j] < 0 {
			s.move(j, -1)
		}
	}
}
