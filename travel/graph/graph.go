package graph

import "math"

// Node is the position of a node, 0 … Graph.Nodes()−1.
type Node uint32

// Arc is the position of an arc, 0 … Graph.Arcs()−1.
type Arc uint32

// NoNode stands where there is no node.
const NoNode Node = math.MaxUint32

// Unreachable is the distance to what no path reaches.
const Unreachable uint32 = math.MaxUint32

// MaxDistance bounds the length of every path that is looked at, so that sums
// fit in 32 bits: some 12 days in milliseconds.
const MaxDistance uint32 = 1 << 30

// Graph is a directed graph as a forward star.
type Graph struct {
	// First has one entry per node and a last one that equals the number of arcs.
	First []Arc
	// Head and Weight have one entry per arc.
	Head   []Node
	Weight []uint32
}

// Nodes returns the number of nodes.
func (g *Graph) Nodes() int { return len(g.First) - 1 }

// Arcs returns the number of arcs.
func (g *Graph) Arcs() int { return len(g.Head) }

// Seed is a node and the distance at which a search enters or leaves it. A place in the middle of an arc is one or two
// seeds: the ends that it reaches, each with what is left of the arc.
type Seed struct {
	Node   Node
	Offset uint32
}

// At returns the seed of a place that is a node.
func At(v Node) Seed { return Seed{Node: v} }
