package locate

import "slices"

// Service says what it costs to serve one unit of demand: rows ask, columns serve.
// Costs are at least 0.
type Service interface {
	// Size gives the number of rows and of columns.
	Size() (rows, columns int)
	// Cost is the cost of one unit of the row from the column, or [Never].
	Cost(row, column int) int64
	// Near visits every column whose cost for the row is below the limit, each
	// once, in an order that is always the same.
	Near(row int, limit int64, visit func(column int32, cost int64))
}

// Matrix holds every service cost.
type Matrix struct {
	Columns int
	Costs   []int64 // row by row
}

// Size gives the number of rows and of columns.
func (m *Matrix) Size() (rows, columns int) {
	if m.Columns == 0 {
		return 0, 0
	}
	return len(m.Costs) / m.Columns, m.Columns
}

// Cost is the cost of one unit of the row from the column.
func (m *Matrix) Cost(row, column int) int64 { return m.Costs[row*m.Columns+column] }

// Near visits the columns below the limit in their order.
func (m *Matrix) Near(row int, limit int64, visit func(int32, int64)) {
	for j, c := range m.Costs[row*m.Columns : (row+1)*m.Columns] {
		if c < limit {
			visit(int32(j), c)
		}
	}
}

// Lists holds the service costs that are not [Never], row by row: row i's entries
// are Start[i] … Start[i+1]-1, in ascending order of the columns.
type Lists struct {
	Columns int
	Start   []int64 // one more than there are rows
	Column  []int32
	Costs   []int32 // per entry
}

// Size gives the number of rows and of columns.
func (l *Lists) Size() (rows, columns int) { return len(l.Start) - 1, l.Columns }

// Cost is the cost of one unit of the row from the column; [Never] where no entry is.
func (l *Lists) Cost(row, column int) int64 {
	from, to := l.Start[row], l.Start[row+1]
	if k, ok := slices.BinarySearch(l.Column[from:to], int32(column)); ok {
		return int64(l.Costs[from+int64(k)])
	}
	return Never
}

// Near visits the entries of the row that are below the limit, in order of the columns.
func (l *Lists) Near(row int, limit int64, visit func(int32, int64)) {
	for k := l.Start[row]; k < l.Start[row+1]; k++ {
		if c := int64(l.Costs[k]); c < limit {
			visit(l.Column[k], c)
		}
	}
}
