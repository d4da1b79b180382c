// Package graph holds directed graphs with arc weights in flat arrays, and the
// plain searches that every faster method is held against.
//
// A Graph is a forward star: the arcs that leave node v are First[v] …
// First[v+1]−1, arc a leads to Head[a] and costs Weight[a]. Weights are whole
// numbers in the caller's unit; roads use milliseconds. A Graph is never changed
// once it is made, so many goroutines may use it.
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
