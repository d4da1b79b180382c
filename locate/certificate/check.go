package certificate

import (
	"fmt"
	"slices"

	"github.com/etablera/etablera/locate"
)

// checker holds what the pass over a certificate needs.
type checker struct {
	exact
	s        *locate.Spec
	c        *locate.Certificate
	measures []locate.Measure
	rows     []locate.Row
	columns  [][]int32 // the options of a column
	nest     nest
	state    []locate.State // of the options on the path
	vector   int32          // whose prices are at hand
	prices   prices
	units    [][]units // per option: what its capacity is for
	reach    []bool    // nodes that have been met
}

// Check says why the certificate does not prove its bound for the Spec, or nil.
func Check(s *locate.Spec, c *locate.Certificate) error {
	if c.Scale < 1 || len(c.Nodes) == 0 {
		return fmt.Errorf("the scale is %d and there are %d nodes: both must be at least 1", c.Scale, len(c.Nodes))
	}
	k := &checker{s: s, c: c, measures: s.AllMeasures(), rows: s.AllRows(), vector: -1, reach: make([]bool, len(c.Nodes))}
	_, columns := s.Service.Size()
	k.columns = make([][]int32, columns)
	for j, o := range s.Options {
		k.columns[o.Column] = append(k.columns[o.Column], int32(j))
		k.state = append(k.state, o.State)
	}
	var err error
	if k.nest, err = k.nested(); err != nil {
		return err
	}
	return k.node(0)
}

// node follows the rule of [locate.Node].
func (k *checker) node(at int32) error {
	if at < 0 || int(at) >= len(k.c.Nodes) || k.reach[at] {
		return fmt.Errorf("node %d is not there, or is met twice", at)
	}
	k.reach[at] = true
	n := &k.c.Nodes[at]
	if err := k.price(n.Vector); err != nil {
		return fmt.Errorf("node %d: %w", at, err)
	}
	if holds, err := k.holds(); err != nil || holds {
		return err
	}
	if n.Branch < 0 {
		return fmt.Errorf("node %d: its multipliers do not give the bound %d, and it does not branch", at, k.c.Bound)
	}
	path := slices.Clone(k.state)
	defer func() { k.state = path }()
	for _, d := range n.Fixed {
		holds, err := k.decided(d.Option, !d.Chosen, k.holds)
		if err != nil || !holds {
			return fmt.Errorf("node %d: option %d is not forced (%v)", at, d.Option, err)
		}
	}
	for _, d := range n.Fixed {
		if !k.decide(d.Option, d.Chosen) {
			return nil // fixed against the path: no choice is left
		}
	}
	for _, side := range []bool{true, false} {
		child := n.Closed
		if side {
			child = n.Open
		}
		if _, err := k.decided(n.Branch, side, func() (bool, error) { return true, k.node(child) }); err != nil {
			return err
		}
	}
	return nil
}

// decide adds a decision to the path; it answers false if the path has the opposite one.
func (k *checker) decide(option int32, chosen bool) bool {
	was, is := k.state[option], locate.Forbidden
	if chosen {
		is = locate.Open
	}
	if was != locate.Free && was != is {
		return false
	}
	k.state[option] = is
	return true
}

// decided asks something with a decision added to the path; if that is against the path, no choice is left and anything holds.
func (k *checker) decided(option int32, chosen bool, ask func() (bool, error)) (bool, error) {
	if option < 0 || int(option) >= len(k.state) {
		return false, fmt.Errorf("option %d is not there", option)
	}
	was := k.state[option]
	defer func() { k.state[option] = was }()
	if !k.decide(option, chosen) {
		return true, nil
	}
	return ask()
}

// holds says whether ⌈L/S⌉ ≥ Bound on the path, which is L > S × (Bound − 1).
func (k *checker) holds() (bool, error) {
	least, some := k.least()
	L := k.add(k.prices.constant, least)
	goal := k.mul(k.c.Scale, k.add(k.c.Bound, -1))
	if k.over {
		return false, fmt.Errorf("a sum does not fit into 64 bits")
	}
	return !some || L > goal, nil
}
