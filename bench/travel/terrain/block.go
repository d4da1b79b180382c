package terrain

import (
	"cmp"
	"container/heap"
	"slices"
)

// line is a straight road between two others, with the junctions on it.
type line struct {
	speed float32
	on    []junction
}

type junction struct {
	at   float64 // along the line
	node uint32
}

// block is a rectangle between four lines: left, right, bottom, top.
type block struct {
	x0, y0, x1, y1 float64
	side           [4]int32
	excess         float64 // how many times larger than its place asks for
}

// blocks are a queue in which the most oversized comes first.
type blocks []block

func (b blocks) Len() int           { return len(b) }
func (b blocks) Less(i, j int) bool { return b[i].excess > b[j].excess }
func (b blocks) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
func (b *blocks) Push(x any)        { *b = append(*b, x.(block)) }
func (b *blocks) Pop() any {
	last := (*b)[len(*b)-1]
	*b = (*b)[:len(*b)-1]
	return last
}

// cut cuts the country into blocks, always the most oversized next, until there are as many junctions as wanted.
func (m *maker) cut(junctions int) {
	m.lines = make([]line, 4)
	whole := block{x1: Width, y1: Height, side: [4]int32{0, 1, 2, 3}}
	for corner := range 4 {
		right, top := corner%2, corner/2
		v := m.node(float64(right)*Width, float64(top)*Height)
		m.lines[right].on = append(m.lines[right].on, junction{float64(top) * Height, v})
		m.lines[2+top].on = append(m.lines[2+top].on, junction{float64(right) * Width, v})
	}
	for i := range m.lines {
		m.lines[i].speed = 90
	}
	whole.excess = 1e9
	queue := blocks{whole}
	for len(m.x) < junctions {
		a, b := m.halve(heap.Pop(&queue).(block))
		heap.Push(&queue, a)
		heap.Push(&queue, b)
	}
}

// halve cuts a block across its longer extent by a new line.
func (m *maker) halve(b block) (block, block) {
	id := int32(len(m.lines))
	share := 0.35 + 0.3*m.r.Float64()
	first, second := b, b
	var l line
	if b.x1-b.x0 > b.y1-b.y0 {
		at := b.x0 + share*(b.x1-b.x0)
		low, high := m.node(at, b.y0), m.node(at, b.y1)
		m.join(b.side[2], at, low)
		m.join(b.side[3], at, high)
		l.on = []junction{{b.y0, low}, {b.y1, high}}
		first.x1, first.side[1] = at, id
		second.x0, second.side[0] = at, id
		l.speed = m.speed(b.y1 - b.y0)
	} else {
		at := b.y0 + share*(b.y1-b.y0)
		low, high := m.node(b.x0, at), m.node(b.x1, at)
		m.join(b.side[0], at, low)
		m.join(b.side[1], at, high)
		l.on = []junction{{b.x0, low}, {b.x1, high}}
		first.y1, first.side[3] = at, id
		second.y0, second.side[2] = at, id
		l.speed = m.speed(b.x1 - b.x0)
	}
	m.lines = append(m.lines, l)
	m.measure(&first)
	m.measure(&second)
	return first, second
}

func (m *maker) join(side int32, at float64, v uint32) {
	m.lines[side].on = append(m.lines[side].on, junction{at, v})
}

func (m *maker) measure(b *block) {
	size, _ := m.size((b.x0+b.x1)/2, (b.y0+b.y1)/2)
	b.excess = max(b.x1-b.x0, b.y1-b.y0) / size
}

// speed returns the speed of a line by its length: long roads are the great ones.
func (m *maker) speed(metres float64) float32 {
	base := float32(40)
	for _, c := range []struct {
		over  float64
		speed float32
	}{{100_000, 110}, {30_000, 100}, {10_000, 90}, {4_000, 80}, {1_000, 60}, {400, 50}} {
		if metres > c.over {
			base = c.speed
			break
		}
	}
	return base * (0.9 + 0.2*m.r.Float32())
}

// layRoads joins neighbouring junctions of each line.
func (m *maker) layRoads() {
	for i := range m.lines {
		l := &m.lines[i]
		slices.SortFunc(l.on, func(a, b junction) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.node, b.node)) })
		for j := 1; j < len(l.on); j++ {
			a, b := l.on[j-1].node, l.on[j].node
			_, inTown := m.size(float64(m.x[a]+m.x[b])/2, float64(m.y[a]+m.y[b])/2)
			metres := float32(l.on[j].at-l.on[j-1].at) * (1 + 0.3*m.r.Float32())
			m.roads = append(m.roads, road{from: a, to: b, metres: metres, speed: l.speed, town: inTown})
		}
	}
	m.lines = nil
}
