package road

import (
	"math"
	"slices"

	"github.com/etablera/etablera/travel/geodesy"
	"github.com/etablera/etablera/travel/graph"
)

// Place is where a position meets the network: a point on an edge.
type Place struct {
	// Edge is the number of the edge; Share is how far along it, as a share of its time ahead, 0 … 1.
	Edge  uint32
	Share float64
	// Lat and Lon of the point on the edge, in degrees.
	Lat, Lon float64
	// Metres from the position to the point in a straight line, and Approach, the ms that it takes there.
	Metres   float64
	Approach uint32
}

// corner is how many metres from the end of an edge a point counts as that end.
const corner = 1.0

// Snap returns the point of the network that is nearest to a position, in degrees, within a limit in metres. There is none beyond the limit, and
// none on motorways and ferries. O(log n) by rule.
func (n *Network) Snap(lat, lon, limit float64) (Place, bool) {
	if !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 && limit >= 0) {
		return Place{}, false
	}
	north, east := geodesy.Scale(lat)
	p := plane{lat: lat * 1e7, lon: lon * 1e7, north: north / 1e7, east: east / 1e7}
	e := &n.edges
	point, along, squared, ok := n.tree.nearest(e, &p, limit*limit)
	if !ok {
		return Place{}, false
	}
	edge, exact := slices.BinarySearch(e.first, point)
	if !exact {
		edge--
	}
	// Close to a corner the corner is meant, with all its streets and not only the one that happens to be nearest.
	length := math.Hypot(float64(e.lat[point+1]-e.lat[point])*p.north, float64(e.lon[point+1]-e.lon[point])*p.east)
	if point == e.first[edge] && along*length <= corner {
		along = 0
	} else if point+2 == e.first[edge+1] && (1-along)*length <= corner {
		along = 1
	}
	place := Place{Edge: uint32(edge), Metres: math.Sqrt(squared)}
	between := func(a, b int32) float64 { return (float64(a) + along*(float64(b)-float64(a))) / 1e7 }
	place.Lat, place.Lon = between(e.lat[point], e.lat[point+1]), between(e.lon[point], e.lon[point+1])
	reached := float64(e.reached[point]) + along*float64(e.reached[point+1]-e.reached[point])
	place.Share = reached / float64(max(1, e.time[0][edge]))
	place.Approach = uint32(min(math.Round(place.Metres*3600/n.Meta.Profile.Approach), float64(graph.MaxDistance)))
	return place, true
}

// offset returns the ms from the beginning of a movement to a place on its edge.
func (n *Network) offset(place Place, direction uint32) uint32 {
	share := place.Share
	if direction == 1 {
		share = 1 - share
	}
	return uint32(math.Round(share * float64(n.edges.time[direction][place.Edge])))
}

// movement returns the arcs of an edge in a direction; none where it is closed.
func (n *Network) movement(edge, direction uint32) []graph.Arc {
	m := edge<<1 | direction
	return n.moveArcs[n.moveFirst[m]:n.moveFirst[m+1]]
}

// cornerOf returns the node where a place lies, if it lies at the end of its edge.
func (n *Network) cornerOf(place Place) (graph.Node, bool) {
	arcs := n.movement(place.Edge, 0)
	if len(arcs) == 0 || place.Share > 0 && place.Share < 1 {
		return graph.NoNode, false
	}
	if place.Share <= 0 {
		return n.tails[arcs[0]], true
	}
	return n.Graph.Head[arcs[0]], true
}

// twinsOf appends the nodes that a corner is made of, all at the same time.
func (n *Network) twinsOf(place Place, seeds []graph.Seed) []graph.Seed {
	if v, ok := n.cornerOf(place); ok {
		seeds = append(seeds, graph.Seed{Node: v, Offset: place.Approach})
		for w := n.twins[v]; w != v; w = n.twins[w] {
			seeds = append(seeds, graph.Seed{Node: w, Offset: place.Approach})
		}
	}
	return seeds
}

// Departures appends the nodes that one reaches first from a place, each with the ms to it, the approach included. A
// place at a corner may leave by every street there.
func (n *Network) Departures(place Place, seeds []graph.Seed) []graph.Seed {
	seeds = n.twinsOf(place, seeds)
	for direction := range uint32(2) {
		if arcs := n.movement(place.Edge, direction); len(arcs) > 0 {
			left := n.edges.time[direction][place.Edge] - n.offset(place, direction)
			seeds = append(seeds, graph.Seed{Node: n.Graph.Head[arcs[0]], Offset: add(left, place.Approach)})
		}
	}
	return seeds
}

// Arrivals appends the nodes from which one comes to a place, each with the ms from it, the approach included. A place at a
// corner may be come to by every street there.
func (n *Network) Arrivals(place Place, seeds []graph.Seed) []graph.Seed {
	seeds = n.twinsOf(place, seeds)
	for direction := range uint32(2) {
		for _, a := range n.movement(place.Edge, direction) {
			seeds = append(seeds, graph.Seed{Node: n.tails[a], Offset: add(n.offset(place, direction), place.Approach)})
		}
	}
	return seeds
}

// Direct returns the ms from one place to another along their common edge, both approaches included. A journey takes the less of this
// and the way over nodes. It says no where the places lie on different edges, or the edge may not be travelled that way.
func (n *Network) Direct(from, to Place) (uint32, bool) {
	if from.Edge != to.Edge {
		return 0, false
	}
	best, ok := closed, false
	for direction := range uint32(2) {
		if len(n.movement(from.Edge, direction)) == 0 {
			continue
		}
		a, b := n.offset(from, direction), n.offset(to, direction)
		if a <= b {
			best, ok = min(best, add(b-a, add(from.Approach, to.Approach))), true
		}
	}
	return best, ok
}
