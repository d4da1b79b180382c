package graph

import (
	"errors"
	"testing"
)

// Each rule of the forward star has one way to be broken here, and the place is named.
func TestCheckNamesThePlace(t *testing.T) {
	for _, c := range []struct {
		name, place string
		g           Graph
	}{
		{"no nodes array", "First", Graph{}},
		{"weights missing", "Weight", Graph{First: []Arc{0, 1}, Head: []Node{0}}},
		{"does not begin at 0", "First[0]", Graph{First: []Arc{1, 1}, Head: []Node{0}, Weight: []uint32{1}}},
		{"runs backwards", "First[2]", Graph{First: []Arc{0, 1, 0, 1}, Head: []Node{0}, Weight: []uint32{1}}},
		{"ends early", "First[1]", Graph{First: []Arc{0, 0}, Head: []Node{0}, Weight: []uint32{1}}},
		{"leads nowhere", "Head[1]", Graph{First: []Arc{0, 2}, Head: []Node{0, 1}, Weight: []uint32{1, 1}}},
		{"too heavy", "Weight[0]", Graph{First: []Arc{0, 1}, Head: []Node{0}, Weight: []uint32{MaxDistance + 1}}},
	} {
		var invalid *InvalidError
		if err := c.g.Check(); !errors.As(err, &invalid) || invalid.Place != c.place {
			t.Errorf("%s: %v, want %s", c.name, err, c.place)
		}
	}
	empty := Graph{First: []Arc{0}}
	if err := empty.Check(); err != nil {
		t.Errorf("a graph without nodes: %v", err)
	}
}
