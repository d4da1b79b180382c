package generate

import (
	"cmp"
	"math"
	"slices"
)

// grid finds the nearest of points that have been put into it, in square cells.
type grid struct {
	x, y       []float64
	cell       float64
	wide, high int
	in         [][]int32
}

func newGrid(x, y []float64) *grid {
	cell := math.Max(1, math.Sqrt(width*length/float64(len(x)+1)))
	g := &grid{x: x, y: y, cell: cell, wide: int(width/cell) + 1, high: int(length/cell) + 1}
	g.in = make([][]int32, g.wide*g.high)
	return g
}

func (g *grid) at(x, y float64) (column, row int) { return int(x / g.cell), int(y / g.cell) }

func (g *grid) put(i int32) {
	column, row := g.at(g.x[i], g.y[i])
	g.in[row*g.wide+column] = append(g.in[row*g.wide+column], i)
}

// near gives the k nearest, not counting one of them, the nearest first; of equals the earlier.
func (g *grid) near(x, y float64, k int, not int32) []int32 {
	column, row := g.at(x, y)
	var out []int32
	far := func(i int32) float64 { return math.Hypot(g.x[i]-x, g.y[i]-y) }
	for ring := 0; ring <= max(g.wide, g.high); ring++ {
		// Whatever lies in this ring or beyond is at least ring−1 cells away.
		if len(out) >= k && far(out[k-1]) <= float64(ring-1)*g.cell {
			break
		}
		for r := max(0, row-ring); r <= min(g.high-1, row+ring); r++ {
			step := 2 * ring
			if r == row-ring || r == row+ring || ring == 0 {
				step = 1
			}
			for c := column - ring; c <= column+ring; c += step {
				if c >= 0 && c < g.wide {
					for _, i := range g.in[r*g.wide+c] {
						if i != not {
							out = append(out, i)
						}
					}
				}
			}
		}
		slices.SortFunc(out, func(a, b int32) int { return cmp.Or(cmp.Compare(far(a), far(b)), cmp.Compare(a, b)) })
		out = out[:min(len(out), k)]
	}
	return out
}
