package terrain

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/etablera/etablera/travel/graph"
)

// The extent of the country, in metres.
const (
	Width  = 450_000
	Height = 1_000_000
)

// Terrain is a network and where its nodes lie, in metres.
type Terrain struct {
	Graph *graph.Graph
	X, Y  []int32
}

// road is a way between two junctions.
type road struct {
	from, to uint32
	metres   float32
	speed    float32 // km/h
	town     bool
}

// maker holds the network while it grows.
type maker struct {
	r     *rand.Rand
	towns []town
	cells [][]int32 // towns that matter within each cell
	lines []line
	x, y  []float32
	roads []road
}

// Make makes a network of the given size. arcs must lie between nodes and about 2.3 times nodes.
func Make(seed uint64, nodes, arcs int) (*Terrain, error) {
	m := &maker{r: rand.New(rand.NewPCG(seed, 0x7E44A1))}
	// Each junction beyond a tree's share takes half an arc pair, and one road in eight may be one-way.
	roads := float64(arcs) * 0.54
	junctions := int(max(8, 2*(roads-float64(nodes))))
	m.placeTowns(nodes)
	m.cut(junctions)
	m.layRoads()
	if len(m.x) > nodes {
		return nil, fmt.Errorf("terrain: %d junctions, more than the %d nodes asked for; ask for fewer arcs", len(m.x), nodes)
	}
	m.addLanes((nodes - len(m.x)) / 3)
	m.addBends(nodes - len(m.x))
	return m.finish(arcs)
}

// finish numbers the nodes at random and makes roads one-way until the arcs are as many as asked for.
func (m *maker) finish(arcs int) (*Terrain, error) {
	oneWay := 2*len(m.roads) - arcs
	if oneWay < 0 || oneWay > len(m.roads) {
		return nil, fmt.Errorf("terrain: %d roads make %d … %d arcs, not %d", len(m.roads), len(m.roads), 2*len(m.roads), arcs)
	}
	single := make([]bool, len(m.roads))
	for tries := 0; oneWay > 0; tries++ {
		i := m.r.IntN(len(m.roads))
		if single[i] || !m.roads[i].town && tries%8 != 0 && tries < 50*len(m.roads) {
			continue
		}
		single[i] = true
		oneWay--
	}
	number := m.r.Perm(len(m.x))
	t := &Terrain{X: make([]int32, len(m.x)), Y: make([]int32, len(m.x))}
	for v, p := range number {
		t.X[p], t.Y[p] = int32(m.x[v]), int32(m.y[v])
	}
	edges := make([]graph.Edge, 0, arcs)
	for i, r := range m.roads {
		ms := uint32(math.Max(1, float64(r.metres)/float64(r.speed)*3600))
		from, to := graph.Node(number[r.from]), graph.Node(number[r.to])
		edges = append(edges, graph.Edge{From: from, To: to, Weight: ms})
		if !single[i] {
			edges = append(edges, graph.Edge{From: to, To: from, Weight: ms})
		}
	}
	var err error
	t.Graph, err = graph.FromEdges(len(m.x), edges)
	return t, err
}

func (m *maker) node(x, y float64) uint32 {
	m.x, m.y = append(m.x, float32(x)), append(m.y, float32(y))
	return uint32(len(m.x) - 1)
}
