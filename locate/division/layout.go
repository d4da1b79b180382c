package division

import (
	"cmp"
	"fmt"
	"slices"
)

// layout is a Problem laid out for the search: groups of sites of the same kinds, and
// the order in which sites are decided.
type layout struct {
	p        *Problem
	kindsOf  [][]int32 // per group
	order    []int32   // sites, group by group
	start    []int     // per group: where it begins in order; one more at the end
	group    []int     // per place in order
	region   []int32   // per site: its region that counts for Spread; −1
	sizes    []int64   // per region
	twin     []bool    // per place: the sites here and before it are told apart by nothing that was asked
	strides  [][]int   // per group and round but the last: of a count in the index of its tables
	indexes  []int     // per group: how many indexes there are
	withWait bool
}

// maxIndexes bounds the tables of a group.
const maxIndexes = 1 << 16

// lay makes a layout for questions that ask of waiting, or of moves, or not.
func lay(p *Problem, waiting, moves bool) (*layout, error) {
	l := &layout{p: p, withWait: waiting, region: make([]int32, p.Sites), sizes: make([]int64, len(p.Regions)), start: []int{0}}
	for i := range l.region {
		l.region[i] = -1
	}
	for k, list := range p.Regions {
		l.sizes[k] = int64(len(list))
		if len(list) >= p.Rounds {
			for _, i := range list {
				if l.region[i] >= 0 {
					return nil, fmt.Errorf("site %d lies in two regions, %d and %d: want one", i, l.region[i], k)
				}
				l.region[i] = int32(k)
			}
		}
	}
	kinds, signs := make([][]int32, p.Sites), l.signs(waiting, moves)
	for k, list := range p.Kinds {
		for _, i := range list {
			kinds[i] = append(kinds[i], int32(k))
		}
	}
	for i := range p.Sites {
		l.order = append(l.order, int32(i))
	}
	slices.SortFunc(l.order, func(a, b int32) int {
		return cmp.Or(slices.Compare(kinds[a], kinds[b]), cmp.Compare(l.region[a], l.region[b]), cmp.Compare(signs[a], signs[b]), cmp.Compare(a, b))
	})
	l.twin = make([]bool, p.Sites)
	for at, i := range l.order {
		if at == 0 || !slices.Equal(kinds[i], kinds[l.order[at-1]]) {
			l.kindsOf = append(l.kindsOf, kinds[i])
			if at > 0 {
				l.start = append(l.start, at)
			}
		} else {
			l.twin[at] = signs[i] == signs[l.order[at-1]]
		}
		l.group = append(l.group, len(l.kindsOf)-1)
	}
	l.start = append(l.start, p.Sites)
	return l, l.index()
}

// signs say what tells sites apart beyond their kinds.
func (l *layout) signs(waiting, moves bool) []string {
	p := l.p
	out := make([]string, p.Sites)
	for k, list := range p.Regions {
		for _, i := range list {
			switch {
			case l.region[i] >= 0 || p.LeastRegions > 0 && len(list) > 1:
				out[i] += fmt.Sprintf("region %d;", k)
			case p.LeastRegions > 0:
				out[i] += "region;"
			}
		}
	}
	for k, list := range p.Targets {
		for _, i := range list {
			if len(list) > 1 {
				out[i] += fmt.Sprintf("target %d;", k)
			} else {
				out[i] += "target;"
			}
		}
	}
	for i := range out {
		if moves {
			out[i] += fmt.Sprintf("own %d;", p.Own[i])
		}
		if waiting {
			out[i] += fmt.Sprintf("site %d;", i)
		}
	}
	return out
}

func (l *layout) index() error {
	for g := range l.kindsOf {
		n, strides := 1, make([]int, l.p.Rounds-1)
		for r := range strides {
			strides[r] = n
			n *= l.start[g+1] - l.start[g] + 1
			if n > maxIndexes {
				return fmt.Errorf("%d sites alike in %d rounds are too many", l.start[g+1]-l.start[g], l.p.Rounds)
			}
		}
		l.strides, l.indexes = append(l.strides, strides), append(l.indexes, n)
	}
	return nil
}

// at is the index of counts of a group.
func (l *layout) at(g int, counts []int) int {
	k := 0
	for r, s := range l.strides[g] {
		k += s * counts[r]
	}
	return k
}

// left is a count of an index.
func (l *layout) left(g, index, round int) int {
	return index / l.strides[g][round] % (l.start[g+1] - l.start[g] + 1)
}
