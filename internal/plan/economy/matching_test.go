package economy

import (
	"testing"

	"pgregory.net/rapid"
)

// drawAllowed draws the types that each of a few offices may have.
func drawAllowed(t *rapid.T, offices, types int) []typeSet {
	out := make([]typeSet, offices)
	for i := range out {
		out[i] = typeSet(rapid.Uint64Range(1, 1<<types-1).Draw(t, "allowed"))
	}
	return out
}

// everyAssignment visits every way to give the offices a type that they may
// have, with the counts that follow.
func everyAssignment(allowed []typeSet, types int, visit func(assigned []TypeIndex, count []int)) {
	assigned, count := make([]TypeIndex, len(allowed)), make([]int, types)
	var next func(i int)
	next = func(i int) {
		if i == len(allowed) {
			visit(assigned, count)
			return
		}
		for t := range allowed[i].each {
			assigned[i] = t
			count[t]++
			next(i + 1)
			count[t]--
		}
	}
	next(0)
}

// The flow places as many offices as any choice of types within the limits does.
func TestMostIsMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		types := rapid.IntRange(1, 4).Draw(t, "types")
		allowed := drawAllowed(t, rapid.IntRange(0, 5).Draw(t, "offices"), types)
		limit := make([]int, types)
		for i := range limit {
			limit[i] = rapid.IntRange(0, 3).Draw(t, "limit")
		}
		best := 0
		everyAssignment(allowed, types, func(_ []TypeIndex, count []int) {
			placed := 0
			for i, n := range count {
				placed += min(n, limit[i])
			}
			best = max(best, placed)
		})
		m := newMatcher(grouped(allowed), types)
		for range 2 { // a matcher can be asked again
			if got := m.most(limit); got != best {
				t.Fatalf("%v within %v: %d placed, %d can be", allowed, limit, got, best)
			}
		}
	})
}

// Offices with the same types form one group, in order of first appearance.
func TestGrouped(t *testing.T) {
	got := grouped([]typeSet{3, 1, 3, 3, 2})
	want := []group{{3, 3}, {1, 1}, {2, 1}}
	for i, g := range want {
		if len(got) != len(want) || got[i] != g {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

// A set yields its types in ascending order, and stops when asked to.
func TestTypeSetEach(t *testing.T) {
	var got []TypeIndex
	for x := range typeSet(1 | 1<<5 | 1<<63).each {
		got = append(got, x)
		if x == 5 {
			break
		}
	}
	if len(got) != 2 || got[0] != 0 || got[1] != 5 || !typeSet(1<<63).has(63) || typeSet(1).has(1) {
		t.Errorf("%v", got)
	}
}
