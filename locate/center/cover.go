package center

import "github.com/etablera/etablera/locate"

// cover is a set covering problem: which columns cover which rows.
type cover struct {
	rows, cols int
	of         []set // of[i]: the columns that cover row i
	by         []set // by[j]: the rows that column j covers
}

func newCover(rows, cols int) *cover {
	c := &cover{rows: rows, cols: cols, of: make([]set, rows), by: make([]set, cols)}
	wide, high := len(newSet(cols)), len(newSet(rows))
	flat := make(set, rows*wide+cols*high)
	for i := range c.of {
		c.of[i], flat = flat[:wide:wide], flat[wide:]
	}
	for j := range c.by {
		c.by[j], flat = flat[:high:high], flat[high:]
	}
	return c
}

// coverWithin says which columns lie within the radius of which rows.
func coverWithin(s locate.Service, radius int64) *cover {
	c := newCover(s.Size())
	for i := range c.rows {
		s.Near(i, radius+1, func(j int32, _ int64) {
			c.of[i].put(j)
			c.by[j].put(int32(i))
		})
	}
	return c
}
