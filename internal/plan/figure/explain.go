package figure

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Node is a figure with what lies under it.
type Node struct {
	Figure Figure
	Inputs []*Node
	// Repeated is set where the same figure has been shown before in the tree:
	// its inputs stand there. Cut is set where the depth ended.
	Repeated bool
	Cut      bool
}

// NotFoundError says that no figure has an address, and which ones are near.
type NotFoundError struct{ Address Address }

func (e *NotFoundError) Error() string { return fmt.Sprintf("no figure has the address %q", e.Address) }

// MissingInputError says that a figure rests on one that is not there: a fault
// in the product, never in the facts.
type MissingInputError struct{ Of, Input Address }

func (e *MissingInputError) Error() string {
	return fmt.Sprintf("figure %q rests on %q, which is not there", e.Of, e.Input)
}

// Explain makes the tree under an address down to the facts, or to the given
// depth (0 is no limit). A figure that occurs again is shown once.
// O(figures in the tree).
func Explain(shelf Shelf, a Address, depth int) (*Node, error) {
	f, ok := shelf.Figure(a)
	if !ok {
		return nil, &NotFoundError{a}
	}
	return explain(shelf, f, depth, map[Address]bool{})
}

func explain(shelf Shelf, f Figure, depth int, seen map[Address]bool) (*Node, error) {
	n := &Node{Figure: f}
	if len(f.Inputs) == 0 {
		return n, nil
	}
	if seen[f.Address] {
		n.Repeated = true
		return n, nil
	}
	seen[f.Address] = true
	if depth == 1 {
		n.Cut = true
		return n, nil
	}
	for _, a := range f.Inputs {
		in, ok := shelf.Figure(a)
		if !ok {
			return nil, &MissingInputError{f.Address, a}
		}
		child, err := explain(shelf, in, depth-1, seen)
		if err != nil {
			return nil, err
		}
		n.Inputs = append(n.Inputs, child)
	}
	return n, nil
}

// Walk visits a node and everything under it, parents first.
func (n *Node) Walk(visit func(*Node)) {
	visit(n)
	for _, in := range n.Inputs {
		in.Walk(visit)
	}
}

// InputHash is a short hash of the facts and options that lie under a figure:
// their addresses, values and sources, in an order of its own, so that the order
// of records in a programme folder is all the same. Two plans in which it is
// equal rest on the same facts for this figure.
func (n *Node) InputHash() string {
	var leaves []string
	n.Walk(func(m *Node) {
		if len(m.Figure.Inputs) == 0 {
			leaves = append(leaves, fmt.Sprintf("%s\x00%s\x00%s\x00", m.Figure.Address, m.Figure.Value.Canonical(), m.Figure.Origin.Source))
		}
	})
	slices.Sort(leaves)
	h := sha256.New()
	for _, l := range leaves {
		h.Write([]byte(l))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
