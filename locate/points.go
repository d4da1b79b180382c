package locate

import (
	"math"
	"sync"
)

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

	once sync.Once
	grid grid // of the columns; the coordinates must not change once asked
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

// Near visits the columns below the limit, cell by cell of a grid.
// O(columns in the square around the row).
func (p *Points) Near(row int, limit int64, visit func(int32, int64)) {
	if limit <= 0 {
		return
	}
	p.once.Do(p.build)
	reach := math.Inf(1)
	switch {
	case p.Radius > 0:
		reach = p.Radius
	case limit < maxCost:
		reach = float64(limit) + 1
	}
	g, x, y := &p.grid, p.X[row], p.Y[row]
	x0, x1 := g.cell(x-reach, g.left, g.wide), g.cell(x+reach, g.left, g.wide)
	y0, y1 := g.cell(y-reach, g.low, g.high), g.cell(y+reach, g.low, g.high)
	near := reach * reach
	for cy := y0; cy <= y1; cy++ {
		for k := g.start[cy*g.wide+x0]; k < g.start[cy*g.wide+x1+1]; k++ {
			j := g.column[k]
			dx, dy := x-p.ColumnX[j], y-p.ColumnY[j]
			if dx*dx+dy*dy > near {
				continue
			}
			if c := p.Cost(row, int(j)); c < limit {
				visit(j, c)
			}
		}
	}
}

// grid sorts columns into square cells, about two in each.
type grid struct {
	left, low, size float64
	wide, high      int
	start           []int32 // per cell, one more at the end
	column          []int32
}

func (g *grid) cell(x, from float64, cells int) int {
	return int(min(max((x-from)/g.size, 0), float64(cells-1)))
}

// farthest is at least every cost of the row.
func (p *Points) farthest(row int) int64 {
	if p.Radius > 0 || len(p.ColumnX) == 0 {
		return 0
	}
	p.once.Do(p.build)
	g := &p.grid
	dx := max(math.Abs(p.X[row]-g.left), math.Abs(p.X[row]-g.left-float64(g.wide)*g.size))
	dy := max(math.Abs(p.Y[row]-g.low), math.Abs(p.Y[row]-g.low-float64(g.high)*g.size))
	return int64(dx+dy) + 1
}

func (p *Points) build() {
	g := &p.grid
	right, top := math.Inf(-1), math.Inf(-1)
	g.left, g.low = math.Inf(1), math.Inf(1)
	for j := range p.ColumnX {
		g.left, right = min(g.left, p.ColumnX[j]), max(right, p.ColumnX[j])
		g.low, top = min(g.low, p.ColumnY[j]), max(top, p.ColumnY[j])
	}
	if len(p.ColumnX) == 0 {
		g.left, g.low, right, top = 0, 0, 0, 0
	}
	w, h := right-g.left, top-g.low
	cells := float64(len(p.ColumnX)/2 + 1)
	g.size = max(math.Sqrt(w*h/cells), w/cells, h/cells, 1e-9)
	g.wide, g.high = int(w/g.size)+1, int(h/g.size)+1
	g.start = make([]int32, g.wide*g.high+1)
	at := make([]int32, len(p.ColumnX))
	for j := range at {
		at[j] = int32(g.cell(p.ColumnY[j], g.low, g.high)*g.wide + g.cell(p.ColumnX[j], g.left, g.wide))
		g.start[at[j]+1]++
	}
	for c := range g.wide * g.high {
		g.start[c+1] += g.start[c]
	}
	g.column = make([]int32, len(at))
	next := append([]int32(nil), g.start...)
	for j, c := range at {
		g.column[next[c]] = int32(j)
		next[c]++
	}
}
