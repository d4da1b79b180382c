package division

import (
	"cmp"
	"slices"
)

// table is how many sites of each group are in each round, and the balance of that.
type table struct {
	counts  []int // per group: its index
	balance int64
}

// maxTables bounds the tables of counts that are listed.
const maxTables = 100_000

// tables lists the tables of counts that the sizes allow with at most so much imbalance
// and enough kinds in every round, best balanced first; the second result says whether
// these are all.
func (l *layout) tables(limit int64) ([]table, bool) {
	t := &tabler{l: l, limit: limit, rows: make([][]int, len(l.kindsOf)), kinds: make([][]int, len(l.p.Kinds)), coming: make([][]int, len(l.kindsOf)+1)}
	for k := range t.kinds {
		t.kinds[k] = make([]int, l.p.Rounds)
	}
	t.coming[len(l.kindsOf)] = make([]int, len(l.p.Kinds))
	for g := len(l.kindsOf) - 1; g >= 0; g-- {
		t.coming[g] = slices.Clone(t.coming[g+1])
		for _, k := range l.kindsOf[g] {
			t.coming[g][k] += l.start[g+1] - l.start[g]
		}
	}
	for _, sizes := range l.p.Sizes {
		t.sizes, t.free = sizes, slices.Clone(sizes)
		t.group(0)
	}
	slices.SortStableFunc(t.out, func(a, b table) int { return cmp.Compare(a.balance, b.balance) })
	return t.out, !t.cut
}

type tabler struct {
	l      *layout
	limit  int64
	sizes  []int
	free   []int   // per round
	rows   [][]int // per group: counts by round
	kinds  [][]int // per kind: counts by round
	coming [][]int // per group and kind: sites of the groups from here on
	out    []table
	cut    bool
}

func (t *tabler) group(g int) {
	if t.cut || t.imbalance(g) > t.limit {
		return
	}
	if g == len(t.rows) {
		t.found()
		return
	}
	t.rows[g] = make([]int, t.l.p.Rounds)
	t.round(g, 0, t.l.start[g+1]-t.l.start[g])
}

// round puts some of what is left of a group in a round, and the rest in later ones.
func (t *tabler) round(g, r, left int) {
	put := func(n int) {
		t.rows[g][r] = n
		t.free[r] -= n
		for _, k := range t.l.kindsOf[g] {
			t.kinds[k][r] += n
		}
	}
	if r == t.l.p.Rounds-1 {
		if left <= t.free[r] {
			put(left)
			t.group(g + 1)
			t.takeBack(g, r)
		}
		return
	}
	for n := 0; n <= min(left, t.free[r]); n++ {
		put(n)
		t.round(g, r+1, left-n)
		t.takeBack(g, r)
	}
}

// takeBack undoes what was put.
func (t *tabler) takeBack(g, r int) {
	n := t.rows[g][r]
	t.free[r] += n
	for _, k := range t.l.kindsOf[g] {
		t.kinds[k][r] -= n
	}
	t.rows[g][r] = 0
}

// imbalance is the least that is possible when the groups before g are placed.
func (t *tabler) imbalance(g int) int64 {
	sum := int64(0)
	for k, list := range t.l.p.Kinds {
		for r, n := range t.kinds[k] {
			low, high := n, n+t.coming[g][k]
			share := int64(len(list)) * int64(t.sizes[r])
			at := min(max(share/int64(t.l.p.Sites), int64(low)), int64(high))
			d := t.l.p.deviation(len(list), t.sizes[r], int(at))
			if at < int64(high) {
				d = min(d, t.l.p.deviation(len(list), t.sizes[r], int(at)+1))
			}
			sum += d
		}
	}
	return sum
}

func (t *tabler) found() {
	for r := range t.l.p.Rounds {
		n := 0
		for k := range t.kinds {
			if t.kinds[k][r] > 0 {
				n++
			}
		}
		if n < t.l.p.LeastKinds {
			return
		}
	}
	if len(t.out) == maxTables {
		t.cut = true
		return
	}
	x := table{balance: t.imbalance(len(t.rows))}
	for g, row := range t.rows {
		x.counts = append(x.counts, t.l.at(g, row))
	}
	t.out = append(t.out, x)
}
