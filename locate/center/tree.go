package center

import (
	"context"
	"slices"

	"github.com/etablera/etablera/locate"
)

// verdict is what is known of a decision.
type verdict uint8

const (
	undecided verdict = iota // not worked to the end
	none                     // no cover has so few columns
	found
)

// search decides whether p columns cover all rows, by a tree.
type search struct {
	*cover
	ctx    context.Context
	p      int
	most   int // nodes; 0 for no limit
	nodes  int
	chosen []int32 // on the path; those that are open come first
	answer []int32 // the cover, once found
	proof  *locate.Certificate
	keep   bool // the proof
}

// decide looks for a cover. Its nodes hold the proof if the verdict is none and keep is set.
func (c *cover) decide(ctx context.Context, p int, open []int32, most int, keep bool) (*search, verdict) {
	s := &search{cover: c, ctx: ctx, p: p, most: most, keep: keep, proof: &locate.Certificate{Bound: int64(p) + 1, Scale: scale}}
	rows, cols := newSet(c.rows), newSet(c.cols)
	rows.fill(c.rows)
	cols.fill(c.cols)
	for _, j := range open {
		s.chosen = append(s.chosen, j)
		rows.less(c.by[j])
		cols.take(j)
	}
	warm := make([]float64, c.rows)
	c.even(&part{rows: rows, cols: cols}, warm)
	_, v := s.visit(rows, cols, warm)
	return s, v
}

// visit decides a node: rows that are not covered, columns that may still be chosen, and multipliers to begin with.
func (s *search) visit(rows, cols set, warm []float64) (node int32, v verdict) {
	if s.ctx.Err() != nil || s.most > 0 && s.nodes >= s.most {
		return 0, undecided
	}
	s.nodes++
	node = s.add()
	left := (&part{rows: rows, cols: cols, hopeless: -1}).copy()
	s.reduce(left)
	if left.hopeless >= 0 {
		s.price(node, s.alone(left.hopeless))
		return node, none
	}
	d := s.dual(left, warm)
	room := s.p - len(s.chosen) - len(left.forced)
	if s.climb(d, left, room) {
		return node, found
	}
	w := s.round(d, left, cols)
	over := int64(room+len(left.forced)) * scale // of the bound, above which there is no room
	if w.sum > over {
		s.price(node, w.u)
		return node, none
	}
	if s.ctx.Err() != nil {
		return node, undecided
	}
	s.price(node, w.u)
	return node, s.branch(node, rows, cols, left, d, d.fix(w, over), warm)
}

// climb raises the bound of a node and looks for a cover on the way.
func (s *search) climb(d *dual, left *part, room int) bool {
	if len(d.row) == 0 && room >= 0 {
		s.take(left, nil)
		return true
	}
	if room < 0 {
		copy(d.best, d.u)
		return false
	}
	steps := 60
	if s.nodes == 1 {
		steps = 600
	}
	start, col := d.turned()
	d.climb(float64(room), steps, func() bool {
		if cover := d.greedy(d.price, room, start, col); cover != nil {
			s.take(left, cover)
		}
		return s.answer == nil && s.ctx.Err() == nil
	})
	return s.answer != nil
}

// take makes the answer of the path, the forced columns and the rest.
func (s *search) take(left *part, rest []int32) {
	s.answer = append(append(s.answer[:0:0], s.chosen...), rest...)
	for _, f := range left.forced {
		s.answer = append(s.answer, f.col)
	}
	slices.Sort(s.answer)
}

// fix finds the columns whose choice, or whose closing, alone brings the bound above what there is room for.
func (d *dual) fix(w *whole, over int64) (fixed []locate.Decision) {
	for k, j := range d.col {
		switch price := w.price[k]; {
		case price > 0 && w.sum+price > over:
			fixed = append(fixed, locate.Decision{Option: j, Chosen: false})
		case price < 0 && w.sum-price > over:
			fixed = append(fixed, locate.Decision{Option: j, Chosen: true})
		}
	}
	return fixed
}

// branch decides the two children of a node: the column that is used most among those of the row with the fewest is chosen first, then
// ruled out. Where the fixed columns leave nothing to branch on, they are forgotten.
func (s *search) branch(node int32, rows, cols set, left *part, d *dual, fixed []locate.Decision, warm []float64) verdict {
	j := s.pick(left, d, fixed)
	if j < 0 {
		fixed = nil
		j = s.pick(left, d, nil)
	}
	rows, cols, own := slices.Clone(rows), slices.Clone(cols), len(s.chosen)
	defer func() { s.chosen = s.chosen[:own] }()
	for _, f := range fixed {
		cols.take(f.Option)
		if f.Chosen {
			s.chosen = append(s.chosen, f.Option)
			rows.less(s.by[f.Option])
		}
	}
	warm = slices.Clone(warm)
	for k, i := range d.row {
		warm[i] = d.best[k]
	}
	cols.take(j)
	with := slices.Clone(rows)
	with.less(s.by[j])
	s.chosen = append(s.chosen, j)
	open, v := s.visit(with, cols, warm)
	s.chosen = s.chosen[:len(s.chosen)-1]
	if v != none {
		return v
	}
	closed, v := s.visit(rows, cols, warm)
	s.join(node, fixed, j, open, closed)
	return v
}

// pick chooses the column to branch on, or -1.
func (s *search) pick(left *part, d *dual, fixed []locate.Decision) int32 {
	rows, cols := slices.Clone(left.rows), slices.Clone(left.cols)
	for _, f := range fixed {
		cols.take(f.Option)
		if f.Chosen {
			rows.less(s.by[f.Option])
		}
	}
	row, fewest := int32(-1), 0
	rows.each(rows, func(i int32) bool {
		if n := s.of[i].countWith(cols); n > 0 && (row < 0 || n < fewest) {
			row, fewest = i, n
		}
		return true
	})
	best, use := int32(-1), -1.0
	if row < 0 {
		return best
	}
	for k, j := range d.col {
		if cols.has(j) && s.of[row].has(j) && d.use[k] > use {
			best, use = j, d.use[k]
		}
	}
	return best
}
