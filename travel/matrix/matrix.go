package matrix

import "slices"

// None stands for the time of a pair that has no way or is not in the table.
const None uint32 = 1<<32 - 1

// Matrix is a table of times. It is never changed once it is read.
type Matrix struct {
	from, to  []string
	fromIndex map[string]int32
	toIndex   map[string]int32
	// Cells are sorted by to, then by from; first has one entry per to and a last
	// one that equals the number of cells.
	first     []int32
	cells     []cell
	hasMetres bool
}

// cell is a row of the table.
type cell struct {
	to, from        int32
	seconds, metres uint32
}

// Rows is the number of pairs in the table.
func (m *Matrix) Rows() int { return len(m.cells) }

// HasMetres says whether the table has distances.
func (m *Matrix) HasMetres() bool { return m.hasMetres }

// From lists the places that people come from, To those that they go to, in the
// order in which they first stand in the table. They must not be changed.
func (m *Matrix) From() []string { return m.from }

// To is described at From.
func (m *Matrix) To() []string { return m.to }

// FromAt and ToAt find a place, −1 where it is not in the table.
func (m *Matrix) FromAt(key string) int { return at(m.fromIndex, key) }

// ToAt is described at FromAt.
func (m *Matrix) ToAt(key string) int { return at(m.toIndex, key) }

func at(index map[string]int32, key string) int {
	if i, ok := index[key]; ok {
		return int(i)
	}
	return -1
}

// Row fills in the times to a place from every place of From: None where there is
// no way or no row. metres may be nil. It returns how many rows the place has.
func (m *Matrix) Row(to int, seconds, metres []uint32) int {
	for i := range seconds {
		seconds[i] = None
	}
	for i := range metres {
		metres[i] = None
	}
	row := m.cells[m.first[to]:m.first[to+1]]
	for _, c := range row {
		seconds[c.from] = c.seconds
		if metres != nil {
			metres[c.from] = c.metres
		}
	}
	return len(row)
}

// sort puts the cells in order, and finds a pair stated twice.
func (m *Matrix) sort() (twice cell, found bool) {
	slices.SortFunc(m.cells, func(a, b cell) int {
		if a.to != b.to {
			return int(a.to - b.to)
		}
		return int(a.from - b.from)
	})
	m.first = make([]int32, len(m.to)+1)
	for i, c := range m.cells {
		if i > 0 && m.cells[i-1].to == c.to && m.cells[i-1].from == c.from {
			return c, true
		}
		m.first[c.to+1]++
	}
	for i := range m.to {
		m.first[i+1] += m.first[i]
	}
	return cell{}, false
}
