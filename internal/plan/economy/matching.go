package economy

import (
	"math/bits"
	"slices"
)

// A set of office types is a bit for each; Make refuses more types than bits.
type typeSet uint64

const maxTypes = 64

func (s typeSet) has(t TypeIndex) bool { return s>>uint(t)&1 != 0 }

// each yields the types of a set in ascending order.
func (s typeSet) each(yield func(TypeIndex) bool) {
	for ; s != 0; s &= s - 1 {
		if !yield(TypeIndex(bits.TrailingZeros64(uint64(s)))) {
			return
		}
	}
}

// group is a number of offices that may have the same types.
type group struct {
	allowed typeSet
	size    int
}

// matcher finds how many offices can be given a type at once, when each type can be
// given a limited number of times: a bipartite flow between groups of offices
// and types, by augmenting paths (Ford and Fulkerson 1956). Groups are few, so
// a search costs O(groups × types).
type matcher struct {
	groups []group
	types  int
	flow   []int // group × type
	used   []int // by type

	queue     []int
	fromGroup []int // by type: the group from which it was reached, or −1
	fromType  []int // by group: the type from which it was reached, or −1
	seen      []bool
}

func newMatcher(groups []group, types int) *matcher {
	g := len(groups)
	return &matcher{groups: groups, types: types, flow: make([]int, g*types), used: make([]int, types),
		fromGroup: make([]int, types), fromType: make([]int, g), seen: make([]bool, g)}
}

// most returns the largest number of offices that can be given a type when type
// t can be given limit[t] times.
func (m *matcher) most(limit []int) int {
	clear(m.flow)
	clear(m.used)
	given := 0
	for g, grp := range m.groups {
		left := grp.size
		for t := range grp.allowed.each {
			n := min(left, limit[t]-m.used[t])
			m.flow[g*m.types+int(t)] = n
			m.used[t] += n
			left -= n
		}
		given += grp.size - left
		for left > 0 {
			n := m.augment(g, left, limit)
			if n == 0 {
				break
			}
			left -= n
			given += n
		}
	}
	return given
}

// augment moves offices of other groups between types to make room for up to
// want more of group g, and returns for how many.
func (m *matcher) augment(g, want int, limit []int) int {
	for t := range m.fromGroup {
		m.fromGroup[t] = -1
	}
	clear(m.seen)
	m.queue = append(m.queue[:0], g)
	m.seen[g], m.fromType[g] = true, -1
	for i := 0; i < len(m.queue); i++ {
		at := m.queue[i]
		for t := range m.groups[at].allowed.each {
			if m.fromGroup[t] >= 0 {
				continue
			}
			m.fromGroup[t] = at
			if m.used[t] < limit[t] {
				return m.shift(int(t), min(want, limit[t]-m.used[t]))
			}
			for h := range m.groups {
				if !m.seen[h] && m.flow[h*m.types+int(t)] > 0 {
					m.seen[h], m.fromType[h] = true, int(t)
					m.queue = append(m.queue, h)
				}
			}
		}
	}
	return 0
}

// shift pushes as much as it can, at most n, along the path that ends in type t.
func (m *matcher) shift(t, n int) int {
	for at := t; ; {
		g := m.fromGroup[at]
		if at = m.fromType[g]; at < 0 {
			break
		}
		n = min(n, m.flow[g*m.types+at])
	}
	m.used[t] += n
	for at := t; ; {
		g := m.fromGroup[at]
		m.flow[g*m.types+at] += n
		if at = m.fromType[g]; at < 0 {
			return n
		}
		m.flow[g*m.types+at] -= n
	}
}

// grouped gathers offices by the types that they may have, in order of first
// appearance.
func grouped(allowed []typeSet) []group {
	var groups []group
	for _, a := range allowed {
		i := slices.IndexFunc(groups, func(g group) bool { return g.allowed == a })
		if i < 0 {
			groups = append(groups, group{allowed: a})
			i = len(groups) - 1
		}
		groups[i].size++
	}
	return groups
}
