package center

// part is what is left of a set covering problem: rows that are to be covered, and columns that may be chosen.
type part struct {
	rows, cols set
	forced     []forced // columns that must be chosen, each with the row for whose sake
	hopeless   int32    // a row that no column covers, or -1
}

type forced struct{ row, col int32 }

func (p *part) copy() *part {
	return &part{append(set(nil), p.rows...), append(set(nil), p.cols...), append([]forced(nil), p.forced...), p.hopeless}
}

// reduce chooses columns that are the only ones for a row and drops what is dominated, until nothing changes: a column that covers
// no more than another, and a row that is covered whenever another is.
//
// A bound of multipliers that is feasible for what is left stays so for all columns when the rows that were dropped get 0 and
// the row of a forced column gets 1: a column that was dropped covers no more than one that stayed.
func (c *cover) reduce(p *part) {
	size := make([]int32, max(c.rows, c.cols))
	for changed := true; changed && p.hopeless < 0; {
		changed = c.choose(p)
		if p.hopeless < 0 {
			changed = c.dropColumns(p, size) || changed
			changed = c.dropRows(p, size) || changed
		}
	}
}

func (c *cover) choose(p *part) (changed bool) {
	p.rows.each(p.rows, func(i int32) bool {
		if !p.rows.has(i) { // covered by a column that was chosen in this very round
			return true
		}
		switch c.of[i].countWith(p.cols) {
		case 0:
			p.hopeless = i
			return false
		case 1:
			j := c.of[i].first(p.cols)
			p.forced = append(p.forced, forced{i, j})
			p.cols.take(j)
			p.rows.less(c.by[j])
			changed = true
		}
		return true
	})
	return changed
}

func (c *cover) dropColumns(p *part, size []int32) (changed bool) {
	p.rows.each(p.rows, func(i int32) bool { size[i] = int32(c.of[i].countWith(p.cols)); return true })
	p.cols.each(p.cols, func(j int32) bool {
		rare := int32(-1) // the row of j with the fewest columns: any column that dominates j is among them
		c.by[j].each(p.rows, func(i int32) bool {
			if rare < 0 || size[i] < size[rare] {
				rare = i
			}
			return true
		})
		drop := rare < 0
		if !drop {
			c.of[rare].each(p.cols, func(other int32) bool {
				drop = other != j && c.by[j].within(c.by[other], p.rows) && (other < j || !c.by[other].within(c.by[j], p.rows))
				return !drop
			})
		}
		if drop {
			p.cols.take(j)
			changed = true
		}
		return true
	})
	return changed
}

func (c *cover) dropRows(p *part, size []int32) (changed bool) {
	p.cols.each(p.cols, func(j int32) bool { size[j] = int32(c.by[j].countWith(p.rows)); return true })
	p.rows.each(p.rows, func(i int32) bool {
		if !p.rows.has(i) {
			return true
		}
		rare := int32(-1)
		c.of[i].each(p.cols, func(j int32) bool {
			if rare < 0 || size[j] < size[rare] {
				rare = j
			}
			return true
		})
		if rare < 0 {
			return true
		}
		c.by[rare].each(p.rows, func(other int32) bool {
			if other != i && c.of[i].within(c.of[other], p.cols) {
				p.rows.take(other) // of two equal rows the one that is looked at first stays
				changed = true
			}
			return true
		})
		return true
	})
	return changed
}
