package instance

import (
	"math"
	"slices"

	"github.com/etablera/etablera/locate"
)

// maxMerged bounds the entries of merged lists; a problem with more is given to the engine as points.
const maxMerged = 150_000_000

// merged are clients that the same sites cover, as one: for maximal covering that changes nothing but the size. Classes are in the
// order of their first clients.
type merged struct {
	in     *Instance
	radius float64
	grid   coverGrid
	lists  locate.Lists
	weight []int64
	known  map[uint64][]int32 // classes by a hash of their sites
	mark   []uint64           // of each site, for the hash
	sites  []int32
}

// coverGrid divides the plane into squares far smaller than the radius: of most sites it is then known for a whole square whether
// they cover it, and each client is measured against the few others only. Squares stand in blocks, for which the same is known.
type coverGrid struct {
	x, y, side float64
	wide, high int
	cells      []*coverCell
	blocks     []*coverCell
	all        []int32 // all sites
}

const blockSide = 16 // squares

type coverCell struct {
	sure, maybe []int32 // sites that cover all of the square, and those that may cover some of it
	classes     []cellClass
}

// cellClass is the class of the clients in a square that just those of the uncertain sites cover.
type cellClass struct {
	mask  uint64
	class int32
}

// merge merges the clients of points in the plane; it answers nil where that is not worth while or not possible.
func (in *Instance) merge(radius float64) *merged {
	if in.Metric != Euclid || in.Clients.N < 1000 {
		return nil
	}
	m := &merged{in: in, radius: radius, known: map[uint64][]int32{}, mark: make([]uint64, in.Sites.N)}
	state := uint64(0x9e3779b97f4a7c15)
	for j := range m.mark { // splitmix64
		state += 0x9e3779b97f4a7c15
		z := (state ^ state>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		m.mark[j] = z ^ z>>31
	}
	m.lists.Columns, m.lists.Start = in.Sites.N, []int64{0}
	m.grid = newCoverGrid(in, radius)
	for i := range in.Clients.N {
		cell := m.cell(in.Clients.X[i], in.Clients.Y[i])
		if len(cell.maybe) > 64 {
			return nil
		}
		mask := uint64(0)
		for k, j := range cell.maybe {
			if in.Within(i, int(j), radius) {
				mask |= 1 << k
			}
		}
		class := m.class(cell, mask)
		if class < 0 {
			return nil
		}
		m.weight[class] += in.Clients.WeightOf(i)
	}
	m.lists.Costs = make([]int32, len(m.lists.Column))
	return m
}

func newCoverGrid(in *Instance, radius float64) coverGrid {
	x0, x1 := slices.Min(in.Clients.X), slices.Max(in.Clients.X)
	y0, y1 := slices.Min(in.Clients.Y), slices.Max(in.Clients.Y)
	// About a square for each client at most, so that what is found for a square serves several.
	g := coverGrid{x: x0, y: y0, side: max(radius/48, (x1-x0)/2000, (y1-y0)/2000, math.Sqrt((x1-x0)*(y1-y0)/float64(in.Clients.N)))}
	g.wide, g.high = int((x1-x0)/g.side)+1, int((y1-y0)/g.side)+1
	g.cells = make([]*coverCell, g.wide*g.high)
	g.blocks = make([]*coverCell, (g.wide/blockSide+1)*(g.high/blockSide+1))
	for j := range in.Sites.N {
		g.all = append(g.all, int32(j))
	}
	return g
}

// cell finds the square of a point, and looks at the sites when the first client of it comes.
func (m *merged) cell(x, y float64) *coverCell {
	g := &m.grid
	column, row := min(int((x-g.x)/g.side), g.wide-1), min(int((y-g.y)/g.side), g.high-1)
	at := &g.cells[row*g.wide+column]
	if *at != nil {
		return *at
	}
	block := &g.blocks[row/blockSide*(g.wide/blockSide+1)+column/blockSide]
	if *block == nil {
		*block = m.square(&coverCell{maybe: g.all}, column/blockSide, row/blockSide, g.side*blockSide)
	}
	*at = m.square(*block, column, row, g.side)
	return *at
}

// square sorts the sites that may cover some of a part of the plane by what they cover of a square in it.
func (m *merged) square(around *coverCell, column, row int, side float64) *coverCell {
	middleX, middleY := m.grid.x+(float64(column)+0.5)*side, m.grid.y+(float64(row)+0.5)*side
	const slack = 1e-6 // far above any rounding: what it makes uncertain is measured
	half := side * (0.5 + slack)
	out := &coverCell{sure: slices.Clone(around.sure)}
	for _, j := range around.maybe {
		dx, dy := math.Abs(m.in.Sites.X[j]-middleX), math.Abs(m.in.Sites.Y[j]-middleY)
		if math.Hypot(dx+half, dy+half) < m.radius*(1-slack) {
			out.sure = append(out.sure, j)
		} else if math.Hypot(max(0, dx-half), max(0, dy-half)) <= m.radius*(1+slack) {
			out.maybe = append(out.maybe, j)
		}
	}
	return out
}

// class finds or makes the class of a square and a mask; -1 if the lists grow too long.
func (m *merged) class(cell *coverCell, mask uint64) int32 {
	for _, c := range cell.classes {
		if c.mask == mask {
			return c.class
		}
	}
	m.sites = append(m.sites[:0], cell.sure...)
	for k, j := range cell.maybe {
		if mask>>k&1 != 0 {
			m.sites = append(m.sites, j)
		}
	}
	slices.Sort(m.sites)
	hash := uint64(0)
	for _, j := range m.sites {
		hash ^= m.mark[j]
	}
	class := int32(-1)
	for _, c := range m.known[hash] {
		if slices.Equal(m.sites, m.lists.Column[m.lists.Start[c]:m.lists.Start[c+1]]) {
			class = c
		}
	}
	if class < 0 {
		if len(m.lists.Column)+len(m.sites) > maxMerged {
			return -1
		}
		class = int32(len(m.weight))
		m.known[hash] = append(m.known[hash], class)
		m.weight = append(m.weight, 0)
		m.lists.Column = append(m.lists.Column, m.sites...)
		m.lists.Start = append(m.lists.Start, int64(len(m.lists.Column)))
	}
	cell.classes = append(cell.classes, cellClass{mask, class})
	return class
}
