package locate

import "math"

// Metric turns two places into a cost; it must not fall when a coordinate's
// difference grows.
type Metric uint8

// The metrics of [Points].
const (
	FloorEuclid Metric = iota // ⌊√(dx²+dy²)⌋
	RoundEuclid               // the nearest whole number
	Manhattan                 // ⌊|dx|+|dy|⌋
)

// Points gives service costs by the distance between places in the plane. With a
// Radius, a place within it is served at cost 0 and one beyond it not at all.
type Points struct {
	X, Y             []float64 // per row
	ColumnX, ColumnY []float64 // per column
	Metric           Metric
	Radius           float64 // 0 for none; compared exactly by √(dx²+dy²) ≤ Radius
}

// Size gives the number of rows and of columns.
func (p *Points) Size() (rows, columns int) { return len(p.X), len(p.ColumnX) }

// Cost is the distance from the row to the column, or 0 or [Never] by the radius.
func (p *Points) Cost(row, column int) int64 {
	dx, dy := p.X[row]-p.ColumnX[column], p.Y[row]-p.ColumnY[column]
	if p.Radius > 0 {
		if dx*dx+dy*dy <= p.Radius*p.Radius {
			return 0
		}
		return Never
	}
	switch p.Metric {
	case RoundEuclid:
		return int64(math.Sqrt(dx*dx+dy*dy) + 0.5)
	case Manhattan:
		return int64(math.Abs(dx) + math.Abs(dy))
	default:
		return int64(math.Sqrt(dx*dx + dy*dy))
	}
}

// Near visits the columns below the limit in their order.
func (p *Points) Near(row int, limit int64, visit func(int32, int64)) {
	for j := range p.ColumnX {
		if c := p.Cost(row, j); c < limit {
			visit(int32(j), c)
		}
	}
}
