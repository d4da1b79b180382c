package locate

import (
	"context"
	"math/rand/v2"
	"slices"
)

// coverSearch improves a choice for a covering by adding, dropping and swapping sites. It
// counts how often each class is covered; a swap is judged in time linear in the
// incoming site's classes, for every outgoing one at once, in integers.
type coverSearch struct {
	p        *problem
	c        *covering
	standing []int32 // options chosen by decision
	cost     []int64 // per site

	sites    []int32 // chosen
	at       []int32 // per site: where in sites, -1 if not chosen
	count    []int32 // per class: the sites that cover it
	sole     []int32 // per class: the sum of their numbers, so the one where it is one
	owner    []int32 // per class: 0 if nothing covers it, 1 + the one site that does, or 1 + all sites for several
	loss     []int64 // per chosen site: what only it covers
	extra    []int64 // work, by owner
	activity []int64 // per row
	value    int64
	work     int // classes and sites looked at
}

func newCoverSearch(p *problem, c *covering, state []decided) *coverSearch {
	n, m := len(c.option), len(c.whole)
	s := &coverSearch{p: p, c: c, cost: make([]int64, n), at: make([]int32, n), count: make([]int32, m), sole: make([]int32, m), owner: make([]int32, m),
		loss: make([]int64, n), extra: make([]int64, n+2), activity: make([]int64, len(p.rows))}
	for j, x := range c.cost {
		s.cost[j] = int64(x)
	}
	for o, d := range state {
		if d == chosen {
			s.standing = append(s.standing, int32(o))
		}
	}
	return s
}

// start takes over a choice of sites, which the rows must allow.
func (s *coverSearch) start(sites []int32) {
	for j := range s.at {
		s.at[j] = -1
	}
	clear(s.count)
	clear(s.sole)
	clear(s.owner)
	clear(s.loss)
	clear(s.activity)
	for _, o := range s.standing {
		s.shift(o, 1)
	}
	s.sites, s.value = s.sites[:0], s.c.sure
	for _, w := range s.c.whole {
		s.value += w
	}
	for _, j := range sites {
		s.put(j)
	}
}

func (s *coverSearch) shift(option int32, by int64) {
	for _, t := range s.p.rowsOf[option] {
		s.activity[t.row] += by * t.coef
	}
}

func (s *coverSearch) put(j int32) {
	s.at[j] = int32(len(s.sites))
	s.sites = append(s.sites, j)
	s.shift(s.c.option[j], 1)
	s.value += s.cost[j]
	list := s.c.class[s.c.start[j]:s.c.start[j+1]]
	s.work += len(list)
	own := int64(0)
	for _, i := range list {
		switch s.count[i]++; s.count[i] {
		case 1:
			own += s.c.whole[i]
			s.owner[i] = j + 1
		case 2:
			s.loss[s.sole[i]] -= s.c.whole[i]
			s.owner[i] = int32(len(s.at)) + 1
		}
		s.sole[i] += j
	}
	s.loss[j] = own
	s.value -= own
}

func (s *coverSearch) take(j int32) {
	k, last := s.at[j], s.sites[len(s.sites)-1]
	s.sites[k], s.at[last] = last, k
	s.sites, s.at[j] = s.sites[:len(s.sites)-1], -1
	s.shift(s.c.option[j], -1)
	s.value += s.loss[j] - s.cost[j]
	list := s.c.class[s.c.start[j]:s.c.start[j+1]]
	s.work += len(list)
	for _, i := range list {
		s.sole[i] -= j
		switch s.count[i]--; s.count[i] {
		case 0:
			s.owner[i] = 0
		case 1:
			s.loss[s.sole[i]] += s.c.whole[i]
			s.owner[i] = s.sole[i] + 1
		}
	}
	s.loss[j] = 0
}

// allowed says whether the rows let one option in and another out; -1 for none.
func (s *coverSearch) allowed(in, out int32) bool {
	if in >= 0 {
		in = s.c.option[in]
	}
	if out >= 0 {
		out = s.c.option[out]
	}
	if in >= 0 && out >= 0 && s.p.signOf[in] == s.p.signOf[out] {
		return true
	}
	ok := true
	check := func(o int32) {
		for _, t := range s.p.rowsOf[o] {
			ok = ok && broken(&s.p.rows[t.row], s.activity[t.row]) == 0
		}
	}
	if in >= 0 {
		s.shift(in, 1)
	}
	if out >= 0 {
		s.shift(out, -1)
		check(out)
	}
	if in >= 0 {
		check(in)
		s.shift(in, -1)
	}
	if out >= 0 {
		s.shift(out, 1)
	}
	return ok
}

// judge finds the best site to take out when j comes in, or none (-1), and by how much
// the value changes; not ok where the rows allow nothing.
func (s *coverSearch) judge(j int32) (out int32, delta int64, ok bool) {
	list := s.c.class[s.c.start[j]:s.c.start[j+1]]
	s.work += len(list) + len(s.sites)
	for _, i := range list {
		s.extra[s.owner[i]] += s.c.whole[i]
	}
	base := s.cost[j] - s.extra[0]
	s.extra[0], s.extra[len(s.at)+1] = 0, 0
	out, delta = -1, base
	ok = s.allowed(j, -1)
	for _, r := range s.sites {
		change := base + s.loss[r] - s.extra[r+1] - s.cost[r]
		s.extra[r+1] = 0
		if ok && change >= delta {
			continue
		}
		if s.allowed(j, r) {
			out, delta, ok = r, change, true
		}
	}
	return out, delta, ok
}

func (s *coverSearch) move(in, out int32) {
	if out >= 0 {
		s.take(out)
	}
	if in >= 0 {
		s.put(in)
	}
}

// drop takes out the sites that are better gone.
func (s *coverSearch) drop() {
	for k := 0; k < len(s.sites); k++ {
		if j := s.sites[k]; s.loss[j] < s.cost[j] && s.allowed(-1, j) {
			s.take(j)
			k = -1
		}
	}
}

// improve tries the sites in the order given, again and again, until no move helps or
// the context ends.
func (s *coverSearch) improve(ctx context.Context, order []int32) {
	asked := s.work
	for k, idle := 0, 0; idle < len(order); k++ {
		if s.work-asked > patienceWork {
			if asked = s.work; ctx.Err() != nil {
				return
			}
		}
		idle++
		j := order[k%len(order)]
		if s.at[j] >= 0 {
			continue
		}
		if out, delta, ok := s.judge(j); ok && delta < 0 {
			s.move(j, out)
			idle = 0
		}
	}
	s.drop()
}

// shake disturbs the choice in one place and mends it there, many times, and keeps what
// is no worse. The place is a site drawn at random and those that share classes with it.
func (s *coverSearch) shake(ctx context.Context, rounds int, rng *rand.Rand) {
	best, value := slices.Clone(s.sites), s.value
	seen := make([]int32, len(s.at))
	for k := range rounds {
		if ctx.Err() != nil {
			break
		}
		if len(s.sites) == 0 || len(s.sites) == len(s.at) {
			break
		}
		near := s.around(s.sites[rng.IntN(len(s.sites))], seen, int32(k+1), rng)
		s.kick(near, rng)
		s.improve(ctx, near)
		if s.value <= value {
			best, value = append(best[:0], s.sites...), s.value
		} else {
			s.back(best)
		}
	}
	s.back(best)
}

// around lists sites that share classes with the one given, some of them through another.
func (s *coverSearch) around(j int32, seen []int32, mark int32, rng *rand.Rand) []int32 {
	list := []int32{j}
	seen[j] = mark
	for k := 0; k < len(list) && len(list) < nearSites; k++ {
		classes := s.c.class[s.c.start[list[k]]:s.c.start[list[k]+1]]
		for range min(len(classes), 12) {
			i := classes[rng.IntN(len(classes))]
			for _, o := range s.c.site[s.c.from[i]:s.c.from[i+1]] {
				if seen[o] != mark {
					seen[o] = mark
					list = append(list, o)
				}
			}
		}
	}
	rng.Shuffle(len(list), func(a, b int) { list[a], list[b] = list[b], list[a] })
	return list[:min(len(list), nearSites)]
}

// kick makes one to three swaps at random among the sites given.
func (s *coverSearch) kick(near []int32, rng *rand.Rand) {
	swaps := 1 + rng.IntN(kicks)
	for range 30 {
		if swaps == 0 {
			break
		}
		in, out := near[rng.IntN(len(near))], near[rng.IntN(len(near))]
		if s.at[in] < 0 && s.at[out] >= 0 && s.allowed(in, out) {
			s.move(in, out)
			swaps--
		}
	}
}

// back returns to a choice.
func (s *coverSearch) back(sites []int32) {
	for _, j := range sites {
		s.extra[j] = 1
	}
	for k := len(s.sites) - 1; k >= 0; k-- {
		if j := s.sites[k]; s.extra[j] == 0 {
			s.take(j)
		}
	}
	for _, j := range sites {
		if s.extra[j] = 0; s.at[j] < 0 {
			s.put(j)
		}
	}
}

// options are those chosen, with those chosen by decision, ascending.
func (s *coverSearch) options() []int32 {
	list := slices.Clone(s.standing)
	for _, j := range s.sites {
		list = append(list, s.c.option[j])
	}
	slices.Sort(list)
	return list
}

const (
	nearSites = 150 // in one place
	kicks     = 3   // swaps at random, at most
)
