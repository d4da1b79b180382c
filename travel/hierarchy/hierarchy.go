package hierarchy

import "github.com/etablera/etablera/travel/graph"

// far is what a distance counts as before anything has reached it. The sum of far and a weight fits in 32 bits, so the
// inner loops add without asking; a sum is kept only below far.
const far uint32 = 1 << 31

// Hierarchy is a contraction hierarchy. Its nodes are numbered anew by place: the top is place 0, and every arc leads
// between a place and a lower one. It is never changed, so many goroutines may use it.
type Hierarchy struct {
	place []uint32 // of each node of the graph
	up    half     // arcs from a place to the ones above it
	down  half     // arcs into a place from the ones above it
}

// half is a forward star of arcs that all have their upper end at head.
type half struct {
	first []uint32
	arcs  []arc
}

// arc holds the place of the upper end in its lower half and the weight in its upper half: they are needed together,
// and a file can lend the array as it is.
type arc uint64

func newArc(head, weight uint32) arc { return arc(weight)<<32 | arc(head) }
func (a arc) head() uint32           { return uint32(a) }
func (a arc) weight() uint32         { return uint32(a >> 32) }

func (h *half) of(v uint32) []arc { return h.arcs[h.first[v]:h.first[v+1]] }

// Nodes returns the number of nodes of the graph.
func (h *Hierarchy) Nodes() int { return len(h.place) }

// Arcs returns the number of arcs that lead up and down, original ones and shortcuts together.
func (h *Hierarchy) Arcs() (up, down int) { return len(h.up.arcs), len(h.down.arcs) }

// Direction says which way the people of a search go.
type Direction uint8

const (
	// Outward is from the sources to the targets.
	Outward Direction = iota
	// Inward is from the targets to the sources: from where people live to the sites that a search starts at.
	Inward
)

// halves returns the arcs that a search climbs from its source, and those that it comes down to its targets by.
func (h *Hierarchy) halves(d Direction) (climb, descend *half) {
	if d == Inward {
		return &h.down, &h.up
	}
	return &h.up, &h.down
}

// limitOffset keeps an offset that is too long from being added into reach again.
func limitOffset(offset uint32) uint32 { return min(offset, graph.MaxDistance+1) }
