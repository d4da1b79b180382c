package division

import (
	"context"
	"slices"
)

// search decides site by site, depth first.
type search struct {
	ctx    context.Context
	l      *layout
	of     Goal
	limit  Values
	budget int

	goal    *linear // of the goal; nil where it has none
	linears []*linear
	waits   *waits

	best   []int32
	values Values
	bound  int64
	nodes  int

	t        table
	division []int32
	left     [][]int   // per group and round
	index    int       // of the group at work
	sums     []int64   // per linear: of what is decided
	behind   [][]int64 // per linear and group: the least of the groups after it
	count    [][]int   // per region and round
	rest     []int     // per region: sites not yet decided
	lacking  []int     // per region: rounds without a site
	absent   int64     // rounds that regions will lack for certain
}

// table searches one table of counts; it says whether it came to the end.
func (s *search) table(t table) bool {
	if t.balance > s.limit[Balance] || s.of == Balance && s.best != nil && t.balance >= s.values[Balance] {
		return true
	}
	l := s.l
	s.t, s.division = t, make([]int32, l.p.Sites)
	s.sums, s.behind = make([]int64, len(s.linears)), make([][]int64, len(s.linears))
	for e, f := range s.linears {
		s.sums[e], s.behind[e] = f.fixed, make([]int64, len(l.kindsOf))
		for g := len(l.kindsOf) - 2; g >= 0; g-- {
			s.behind[e][g] = s.behind[e][g+1] + f.table[l.start[g+1]][t.counts[g+1]]
		}
		if s.behind[e][0]+f.table[0][t.counts[0]]+f.fixed > s.most(e) {
			return true
		}
	}
	s.left = make([][]int, len(l.kindsOf))
	for g, k := range t.counts {
		s.left[g] = make([]int, l.p.Rounds)
		n := l.start[g+1] - l.start[g]
		for r := range l.p.Rounds - 1 {
			s.left[g][r] = l.left(g, k, r)
			n -= s.left[g][r]
		}
		s.left[g][l.p.Rounds-1] = n
	}
	s.count, s.rest, s.lacking, s.absent = make([][]int, len(l.sizes)), make([]int, len(l.sizes)), make([]int, len(l.sizes)), 0
	for k, n := range l.sizes {
		s.count[k], s.rest[k], s.lacking[k] = make([]int, l.p.Rounds), int(n), l.p.Rounds
	}
	return s.decide(0)
}

// most is what a sum may come to: less than the best for the goal, else the limit.
func (s *search) most(e int) int64 {
	f := s.linears[e]
	limit := f.limit
	if f == s.goal && s.best != nil {
		limit = min(limit, s.values[s.of]-1)
	}
	if limit >= NoLimit {
		return NoLimit
	}
	return limit * f.scale
}

// decide places the site at a place in the order, and all after it.
func (s *search) decide(at int) bool {
	if s.nodes++; s.nodes > s.budget || s.nodes%8192 == 0 && s.ctx.Err() != nil {
		return false
	}
	l := s.l
	if at == l.p.Sites {
		s.leaf()
		return true
	}
	g, i := l.group[at], l.order[at]
	if at == l.start[g] {
		before := s.index
		s.index = s.t.counts[g]
		defer func() { s.index = before }()
	}
	var buffer [8]int
	for _, r := range s.ways(at, buffer[:0]) {
		index := s.index
		if r < l.p.Rounds-1 {
			index -= l.strides[g][r]
		}
		if !s.may(at, r, index) {
			continue
		}
		before := s.index
		s.place(i, g, r, 1)
		s.index = index
		ended := s.absent <= s.limit[Spread] && s.still(at) && !s.decide(at+1)
		s.index = before
		s.place(i, g, r, -1)
		if ended {
			return false
		}
		if s.enough() {
			return true
		}
	}
	return true
}

// enough says that one division will do: balance is the table's, and deepening stops at the first.
func (s *search) enough() bool {
	return s.best != nil && (s.of == Balance && s.values[Balance] <= s.t.balance || (s.of == Spread || s.of == Moves))
}

// still says whether the sums leave room once they are corrected for what has been decided
// up to a place.
func (s *search) still(at int) bool {
	for e, f := range s.linears {
		if f.cover != nil && s.sums[e]+f.cover.sum+s.after(e, at, s.index)+s.behind[e][s.l.group[at]] > s.most(e) {
			return false
		}
	}
	return true
}

// ways are the rounds that a site may be put in: the one where the goal may come out least
// first, else its own.
func (s *search) ways(at int, out []int) []int {
	l := s.l
	g, i := l.group[at], l.order[at]
	from := 0
	if l.twin[at] {
		from = int(s.division[l.order[at-1]])
	}
	for r := from; r < l.p.Rounds; r++ {
		if s.left[g][r] > 0 {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		if s.goal != nil {
			if x, y := s.least(0, at, a), s.least(0, at, b); x != y {
				if x < y {
					return -1
				}
				return 1
			}
		}
		switch int(l.p.Own[i]) {
		case a:
			return -1
		case b:
			return 1
		}
		return 0
	})
	return out
}

// least is the least of a sum within the group, from this place on, with the site in a round.
func (s *search) least(e, at, r int) int64 {
	index := s.index
	if r < s.l.p.Rounds-1 {
		index -= s.l.strides[s.l.group[at]][r]
	}
	return s.linears[e].cost[int(s.l.order[at])*s.l.p.Rounds+r] + s.after(e, at, index)
}

// after is the least of a sum over what is left of the group behind a place.
func (s *search) after(e, at, index int) int64 {
	if at+1 == s.l.start[s.l.group[at]+1] {
		return 0
	}
	return s.linears[e].table[at+1][index]
}

// may says whether the sums leave room for a site in a round.
func (s *search) may(at, r, index int) bool {
	g, i := s.l.group[at], int(s.l.order[at])
	for e, f := range s.linears {
		sum := s.sums[e]
		if f.cover != nil {
			sum += f.cover.sum
		}
		if sum+f.cost[i*s.l.p.Rounds+r]+s.after(e, at, index)+s.behind[e][g] > s.most(e) {
			return false
		}
	}
	return true
}

// place puts a site in a round, or takes it out.
func (s *search) place(i int32, g, r, by int) {
	s.division[i] = int32(r)
	s.left[g][r] -= by
	for e, f := range s.linears {
		s.sums[e] += int64(by) * f.cost[int(i)*s.l.p.Rounds+r]
		if f.cover != nil && by > 0 {
			f.cover.place(i, r)
		} else if f.cover != nil {
			f.cover.takeBack(i, r)
		}
	}
	k := s.l.region[i]
	if k < 0 {
		return
	}
	s.absent -= int64(max(0, s.lacking[k]-s.rest[k]))
	if by > 0 && s.count[k][r] == 0 {
		s.lacking[k]--
	}
	s.count[k][r] += by
	if by < 0 && s.count[k][r] == 0 {
		s.lacking[k]++
	}
	s.rest[k] -= by
	s.absent += int64(max(0, s.lacking[k]-s.rest[k]))
}

// leaf looks at a whole division.
func (s *search) leaf() {
	p := s.l.p
	if s.waits != nil {
		w := s.waits.of(s.division)
		if w > s.limit[Waiting] || s.of == Waiting && s.best != nil && w >= s.values[Waiting] {
			return
		}
	}
	v := values{p, s.division}
	if s.limit[Unserved] < NoLimit || s.of == Unserved {
		if u := v.unserved(); u > s.limit[Unserved] || s.of == Unserved && s.best != nil && u >= s.values[Unserved] {
			return
		}
	}
	s.offer(s.division)
}

type values struct {
	p        *Problem
	division []int32
}

func (v values) unserved() int64 {
	sum := int64(0)
	for _, list := range v.p.Targets {
		sum += v.p.lateness(v.division, list)
	}
	return sum
}
