package graph

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// What comes out is what went in, in order, however pushing and popping alternate.
func TestQueueSorts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var h Queue
		var held []uint64
		for _, x := range rapid.SliceOf(rapid.Uint64Range(0, 20)).Draw(t, "steps") {
			if x%3 == 0 && len(held) > 0 {
				if got := h.Pop(); got != held[0] {
					t.Fatalf("popped %d of %v", got, held)
				}
				held = held[1:]
				continue
			}
			h.Push(x)
			held = append(held, x)
			slices.Sort(held)
		}
		for _, want := range held {
			if got := h.Pop(); got != want {
				t.Fatalf("popped %d, want %d", got, want)
			}
		}
		if len(h) != 0 {
			t.Fatalf("%d left", len(h))
		}
	})
}
