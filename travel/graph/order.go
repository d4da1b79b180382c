package graph

import (
	"fmt"
	"slices"
)

// DepthFirst returns all nodes in an order in which chains of arcs lie together: depth first over arcs in both
// directions, from the lowest node of each component. O(V+E), without recursion.
func DepthFirst(g *Graph) []Node {
	n := g.Nodes()
	r := g.Reverse()
	seen := make([]bool, n)
	order := make([]Node, 0, n)
	var stack []Node
	for root := range n {
		stack = append(stack, Node(root))
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[v] {
				continue
			}
			seen[v] = true
			order = append(order, v)
			for a := r.First[v]; a < r.First[v+1]; a++ {
				if !seen[r.Head[a]] {
					stack = append(stack, r.Head[a])
				}
			}
			for a := g.First[v]; a < g.First[v+1]; a++ {
				if !seen[g.Head[a]] {
					stack = append(stack, g.Head[a])
				}
			}
		}
	}
	return order
}

// ByPlace returns all nodes along Hilbert's curve over their coordinates, in any unit; nodes at one place keep their
// order. O(V).
func ByPlace(x, y []int32) []Node {
	order := make([]Node, len(x))
	if len(x) == 0 {
		return order
	}
	x0, y0 := slices.Min(x), slices.Min(y)
	span := max(int64(slices.Max(x))-int64(x0), int64(slices.Max(y))-int64(y0), 1)
	keys := make([]uint64, len(x))
	for v := range x {
		// 16 bits for each coordinate: the rest of the key keeps the order of the nodes.
		cx := uint32((int64(x[v]) - int64(x0)) * 0xFFFF / span)
		cy := uint32((int64(y[v]) - int64(y0)) * 0xFFFF / span)
		keys[v] = uint64(alongCurve(cx, cy))<<32 | uint64(v)
	}
	for i, k := range sortByPlace(keys) {
		order[i] = Node(k)
	}
	return order
}

// sortByPlace sorts keys by their upper half, byte by byte from the last; equal ones keep their order. It works in the
// slice given and in another of its size.
func sortByPlace(keys []uint64) []uint64 {
	const digit, digits = 11, 3 // 33 bits hold the 32 of the place
	var count [digits][1 << digit]int
	for _, k := range keys {
		for d := range digits {
			count[d][k>>(32+digit*d)&(1<<digit-1)]++
		}
	}
	other := make([]uint64, len(keys))
	for d := range digits {
		at := 0
		for i, n := range count[d] {
			count[d][i] = at
			at += n
		}
		for _, k := range keys {
			i := k >> (32 + digit*d) & (1<<digit - 1)
			other[count[d][i]] = k
			count[d][i]++
		}
		keys, other = other, keys
	}
	return keys
}

// alongCurve returns how far along Hilbert's curve of order 16 a cell lies.
func alongCurve(x, y uint32) uint32 {
	var d uint32
	for s := uint32(1 << 15); s > 0; s >>= 1 {
		var rx, ry uint32
		if x&s != 0 {
			rx = 1
		}
		if y&s != 0 {
			ry = 1
		}
		d += s * s * (3*rx ^ ry)
		if ry == 0 {
			if rx == 1 {
				x, y = 0xFFFF-x, 0xFFFF-y
			}
			x, y = y, x
		}
	}
	return d
}

// Inverse turns an order (the old node at each new position) into places (the new position of each old node), and
// back. It names the first entry that keeps the order from being one.
func Inverse(order []Node) ([]Node, error) {
	place := make([]Node, len(order))
	for i := range place {
		place[i] = NoNode
	}
	for i, v := range order {
		if int(v) >= len(order) {
			return nil, fmt.Errorf("graph: entry %d of the order is node %d; expected 0 … %d", i, v, len(order)-1)
		}
		if place[v] != NoNode {
			return nil, fmt.Errorf("graph: entry %d of the order is node %d, which stands at %d already", i, v, place[v])
		}
		place[v] = Node(i)
	}
	return place, nil
}

// Permute returns the graph with node order[i] as node i, and where each old node went. O(V+E).
func (g *Graph) Permute(order []Node) (*Graph, []Node, error) {
	if len(order) != g.Nodes() {
		return nil, nil, fmt.Errorf("graph: the order has %d entries; expected one for each of the %d nodes", len(order), g.Nodes())
	}
	place, err := Inverse(order)
	if err != nil {
		return nil, nil, err
	}
	p := &Graph{First: make([]Arc, len(g.First)), Head: make([]Node, len(g.Head)), Weight: make([]uint32, len(g.Weight))}
	var next Arc
	for i, v := range order {
		for a := g.First[v]; a < g.First[v+1]; a++ {
			p.Head[next], p.Weight[next] = place[g.Head[a]], g.Weight[a]
			next++
		}
		p.First[i+1] = next
	}
	return p, place, nil
}
