package terrain

import "math"

// town is a place around which blocks are small.
type town struct{ x, y, radius float64 }

const cell = 5_000 // metres; towns are looked up by cells of this size

// placeTowns strews towns, three for every 4,000 nodes, but at least one.
func (m *maker) placeTowns(nodes int) {
	across, along := Width/cell, Height/cell
	m.cells = make([][]int32, across*along)
	for range max(1, nodes*3/4_000) {
		// The square root puts more of them where y is small.
		t := town{x: m.r.Float64() * Width, y: (1 - math.Sqrt(m.r.Float64())) * Height}
		t.radius = math.Min(400*math.Pow(1-m.r.Float64(), -1/1.5), 12_000)
		m.towns = append(m.towns, t)
		reach := int(3*t.radius/cell) + 1
		cx, cy := int(t.x/cell), int(t.y/cell)
		for y := max(0, cy-reach); y <= min(along-1, cy+reach); y++ {
			for x := max(0, cx-reach); x <= min(across-1, cx+reach); x++ {
				m.cells[y*across+x] = append(m.cells[y*across+x], int32(len(m.towns)-1))
			}
		}
	}
}

// size returns how large a block may be at a place, in metres, and whether the place is in a town.
func (m *maker) size(x, y float64) (metres float64, inTown bool) {
	metres = 3_000 + 7_000*y/Height
	c := min(int(y/cell), Height/cell-1)*(Width/cell) + min(int(x/cell), Width/cell-1)
	for _, i := range m.cells[c] {
		t := &m.towns[i]
		far := math.Hypot(x-t.x, y-t.y) / t.radius
		metres = math.Min(metres, 110+150*far*far*far)
		inTown = inTown || far < 1.2
	}
	return metres, inTown
}
