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
// they cover it, and each client is measured against the few others only.
type coverGrid struct {
	x, y, side float64
	wide, high int
	cells      []*coverCell
}

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
	g := coverGrid{x: x0, y: y0, side: max(radius/48, (x1-x0)/2000, (y1-y0)/2000)}
	g.wide, g.high = int((x1-x0)/g.side)+1, int((y1-y0)/g.side)+1
	g.cells = make([]*coverCell, g.wide*g.high)
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
	*at = &coverCell{}
	middleX, middleY := g.x+(float64(column)+0.5)*g.side, g.y+(float64(row)+0.5)*g.side
	const slack = 1e-6 // far above any rounding: what it makes uncertain is measured
	half := g.side * (0.5 + slack)
	for j := range m.in.Sites.N {
		dx, dy := math.Abs(m.in.Sites.X[j]-middleX), math.Abs(m.in.Sites.Y[j]-middleY)
		if math.Hypot(dx+half, dy+half) < m.radius*(1-slack) {
			(*at).sure = append((*at).sure, int32(j))
		} else if math.Hypot(max(0, dx-half), max(0, dy-half)) <= m.radius*(1+slack) {
			(*at).maybe = append((*at).maybe, int32(j))
		}
	}
	return *at
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
