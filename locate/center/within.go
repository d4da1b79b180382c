package center

import "github.com/etablera/etablera/locate"

// Within is a service that costs nothing within the radius and cannot be given beyond it.
type Within struct {
	Service locate.Service
	Radius  int64
}

// Size gives the number of rows and of columns.
func (w *Within) Size() (rows, columns int) { return w.Service.Size() }

// Cost is 0 or [locate.Never].
func (w *Within) Cost(row, column int) int64 {
	if w.Service.Cost(row, column) <= w.Radius {
		return 0
	}
	return locate.Never
}

// Near visits the columns within the radius.
func (w *Within) Near(row int, limit int64, visit func(column int32, cost int64)) {
	if limit > 0 {
		w.Service.Near(row, w.Radius+1, func(column int32, _ int64) { visit(column, 0) })
	}
}
