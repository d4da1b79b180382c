package locate

import (
	"math"
	"slices"
)

// nested picks the cheapest options under counts that are nested: of any two
// rows, one contains the other or they share no option. Within such a family the
// cheapest choice of k+1 options contains the cheapest choice of k (laminar
// matroids; Gabow & Tarjan 1984), so each group hands its parent what it must take
// and a sorted list of what it may take.
type nested struct {
	groups []group // children before parents; the last is the root and has no limits
	kept   []int32 // rows held here
	parent []int32 // per option: the smallest group that holds it
	plain  bool    // one row over all options and nothing else

	must    []int32   // work: options taken
	lists   [][]int32 // work: per group, what it may still take, cheapest first
	counts  []int     // work: per group, how many it must take
	scratch []int32
}

type group struct {
	min, max int
	children []int32
	options  []int32
}

// newNested keeps as many of the rows as are nested, larger rows first.
func newNested(rows []Row, options int) *nested {
	order := make([]int, 0, len(rows))
	for r, row := range rows {
		if counts(row) && len(row.Options) > 0 {
			order = append(order, r)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(rows[b].Options) - len(rows[a].Options) })
	n := &nested{parent: make([]int32, options)}
	groups := []group{{max: math.MaxInt}} // parents before children here
	up := []int32{-1}
	for _, r := range order {
		at := n.parent[rows[r].Options[0]]
		one := true
		for _, j := range rows[r].Options {
			one = one && n.parent[j] == at
		}
		if !one {
			continue
		}
		g := int32(len(groups))
		groups = append(groups, group{min: limit(rows[r].Min), max: limit(rows[r].Max)})
		up = append(up, at)
		for _, j := range rows[r].Options {
			n.parent[j] = g
		}
		n.kept = append(n.kept, int32(r))
	}
	slices.Sort(n.kept)
	last := int32(len(groups) - 1)
	n.groups = make([]group, len(groups))
	for g, old := range groups {
		n.groups[last-int32(g)] = group{min: old.min, max: old.max}
		if up[g] >= 0 {
			p := last - up[g]
			n.groups[p].children = append(n.groups[p].children, last-int32(g))
		}
	}
	for j := range n.parent {
		n.parent[j] = last - n.parent[j]
		g := &n.groups[n.parent[j]]
		g.options = append(g.options, int32(j))
	}
	n.plain = len(n.groups) == 2 && len(n.groups[1].options) == 0 || len(n.groups) == 1
	n.lists, n.counts = make([][]int32, len(groups)), make([]int, len(groups))
	return n
}

// copy gives a second one for another goroutine.
func (n *nested) copy() *nested {
	c := *n
	c.must, c.scratch = nil, nil
	c.lists, c.counts = make([][]int32, len(n.groups)), make([]int, len(n.groups))
	return &c
}

func counts(row Row) bool {
	for _, a := range row.Coefficients {
		if a != 1 {
			return false
		}
	}
	return true
}

func limit(k int64) int { return int(max(min(k, math.MaxInt32), -1)) }

// decided says per option what is settled.
type decided uint8

const (
	open   decided = iota // not settled
	chosen                // taken
	closed                // ruled out
)

// number is what costs come in: fast or exact.
type number interface{ ~float64 | ~int64 }

// choose writes the cheapest choice into taken (ascending) and gives its cost, or
// says that no choice is possible.
func choose[T number](n *nested, rho []T, state []decided, taken []int32) (T, []int32, bool) {
	n.must = n.must[:0]
	if n.plain {
		if !choosePlain(n, rho, state) {
			return 0, taken[:0], false
		}
	} else if !chooseTree(n, rho, state) {
		return 0, taken[:0], false
	}
	taken = append(taken[:0], n.must...)
	slices.Sort(taken)
	var sum T
	for _, j := range taken {
		sum += rho[j]
	}
	return sum, taken, true
}

func cheaper[T number](rho []T) func(a, b int32) int {
	return func(a, b int32) int {
		if rho[a] != rho[b] {
			if rho[a] < rho[b] {
				return -1
			}
			return 1
		}
		return int(a - b)
	}
}

// choosePlain serves one count over everything without sorting everything.
func choosePlain[T number](n *nested, rho []T, state []decided) bool {
	low, high := 0, math.MaxInt
	if len(n.groups) == 2 {
		low, high = max(n.groups[0].min, 0), n.groups[0].max
	}
	free := n.scratch[:0]
	for j := range rho {
		switch state[j] {
		case chosen:
			n.must = append(n.must, int32(j))
		case open:
			free = append(free, int32(j))
		}
	}
	n.scratch = free
	if len(n.must) > high || len(n.must)+len(free) < low || low > high {
		return false
	}
	low, high = max(low-len(n.must), 0), min(high-len(n.must), len(free))
	if high < len(free) {
		selectCheapest(free, rho, high)
	}
	free = free[:high]
	if low < high {
		selectCheapest(free, rho, low)
	}
	n.must = append(n.must, free[:low]...)
	for _, j := range free[low:] {
		if rho[j] < 0 {
			n.must = append(n.must, j)
		}
	}
	return true
}

// selectCheapest moves the k cheapest to the front (quickselect; ties by number).
func selectCheapest[T number](list []int32, rho []T, k int) {
	less := func(a, b int32) bool { return rho[a] < rho[b] || rho[a] == rho[b] && a < b }
	lo, hi := 0, len(list)
	for k > lo && k < hi && hi-lo > 12 {
		a, b, c := list[lo], list[(lo+hi)/2], list[hi-1]
		if less(b, a) {
			a, b = b, a
		}
		if less(c, b) {
			b = c
			if less(b, a) {
				b = a
			}
		}
		i, j := lo, hi-1
		for i <= j {
			for less(list[i], b) {
				i++
			}
			for less(b, list[j]) {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		switch {
		case k <= j+1:
			hi = j + 1
		case k >= i:
			lo = i
		default:
			return
		}
	}
	if k > lo && k < hi {
		slices.SortFunc(list[lo:hi], cheaper(rho))
	}
}

func chooseTree[T number](n *nested, rho []T, state []decided) bool {
	order := cheaper(rho)
	for g := range n.groups {
		gr := &n.groups[g]
		count, list := 0, n.lists[g][:0]
		for _, j := range gr.options {
			switch state[j] {
			case chosen:
				n.must = append(n.must, j)
				count++
			case open:
				list = append(list, j)
			}
		}
		for _, c := range gr.children {
			count += n.counts[c]
			list = append(list, n.lists[c]...)
		}
		if count > gr.max || count+len(list) < gr.min || gr.min > gr.max {
			return false
		}
		keep := min(len(list), gr.max-count)
		slices.SortFunc(list, order)
		if take := gr.min - count; take > 0 {
			n.must = append(n.must, list[:take]...)
			count, keep = count+take, keep-take
			list = list[:copy(list, list[take:])]
		}
		n.counts[g], n.lists[g] = count, list[:keep]
	}
	for _, j := range n.lists[len(n.groups)-1] {
		if rho[j] < 0 {
			n.must = append(n.must, j)
		}
	}
	return true
}
