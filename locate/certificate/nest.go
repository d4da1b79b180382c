package certificate

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/etablera/etablera/locate"
)

// nest is the forest of the kept rows, the inner before the outer; the last stands for all options, without limits.
type nest struct {
	row    []int32 // numbers of the rows
	parent []int   // the row next around
	of     []int   // the innermost row of each option
	part   []part  // work space
}

// part is the least cost of choosing so many options inside a row: least for low of them, and next what each more costs, rising.
type part struct {
	low, least int64
	next       []int64
}

// nested sorts the kept rows and refuses those that are not nested or have other coefficients than 1.
func (k *checker) nested() (nest, error) {
	kept := slices.Clone(k.c.Kept)
	for _, r := range kept {
		if r < 0 || int(r) >= len(k.rows) {
			return nest{}, fmt.Errorf("kept row %d is not there", r)
		}
		if slices.ContainsFunc(k.rows[r].Coefficients, func(c int64) bool { return c != 1 }) {
			return nest{}, fmt.Errorf("kept row %d has a coefficient other than 1", r)
		}
	}
	slices.SortFunc(kept, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(k.rows[a].Options), len(k.rows[b].Options)), cmp.Compare(a, b))
	})
	root := len(kept)
	n := nest{row: kept, parent: make([]int, root+1), of: make([]int, len(k.s.Options)), part: make([]part, root+1)}
	outer := make([]int, len(k.s.Options)) // the outermost row so far
	for j := range outer {
		n.of[j], outer[j] = root, -1
	}
	for g, r := range kept {
		n.parent[g] = root
		inside := make(map[int]int)
		for _, j := range k.rows[r].Options {
			if inside[outer[j]]++; n.of[j] == root {
				n.of[j] = g
			}
			outer[j] = g
		}
		for h, count := range inside {
			if h < 0 {
				continue
			}
			if count != len(k.rows[kept[h]].Options) {
				return nest{}, fmt.Errorf("kept rows %d and %d overlap without being nested", kept[h], r)
			}
			n.parent[h] = g
		}
	}
	return n, nil
}

// least is the minimum of Σ ρ over the choices that the path and the kept rows allow, and whether there is any.
func (k *checker) least() (sum int64, some bool) {
	n := &k.nest
	root := len(n.row)
	for g := range n.part {
		n.part[g] = part{next: n.part[g].next[:0]}
	}
	for _, j := range k.prices.order {
		p := &n.part[n.of[j]]
		switch k.state[j] {
		case locate.Open:
			p.low, p.least = p.low+1, k.add(p.least, k.prices.rho[j])
		case locate.Free:
			p.next = append(p.next, k.prices.rho[j])
		}
	}
	for g, r := range n.row {
		slices.Sort(n.part[g].next) // sorted already unless there are rows inside
		if !k.limit(&n.part[g], &k.rows[r]) {
			return 0, false
		}
		outer, inner := &n.part[n.parent[g]], &n.part[g]
		outer.low, outer.least = outer.low+inner.low, k.add(outer.least, inner.least)
		outer.next = append(outer.next, inner.next...)
	}
	sum = n.part[root].least
	for _, rho := range n.part[root].next {
		sum = k.add(sum, min(0, rho))
	}
	return sum, true
}

// limit takes the cheapest until the row has its least count, and leaves no more than its greatest.
func (k *checker) limit(p *part, row *locate.Row) bool {
	for p.low < row.Min {
		if len(p.next) == 0 {
			return false
		}
		p.low, p.least, p.next = p.low+1, k.add(p.least, p.next[0]), p.next[1:]
	}
	if p.low > row.Max {
		return false
	}
	p.next = p.next[:min(int64(len(p.next)), row.Max-p.low)]
	return true
}
