package graph

import "fmt"

// InvalidError says where the arrays of a Graph contradict each other.
type InvalidError struct {
	Place string // the array and the entry, such as "Head[7]"
	Found string
	Want  string
}

func (e *InvalidError) Error() string {
	return fmt.Sprintf("graph: %s is %s; expected %s", e.Place, e.Found, e.Want)
}

// Check returns an [InvalidError] for the first entry that breaks the rules of a forward star. O(V+E).
func (g *Graph) Check() error {
	bad := func(place string, found any, want string, args ...any) error {
		return &InvalidError{Place: place, Found: fmt.Sprint(found), Want: fmt.Sprintf(want, args...)}
	}
	if len(g.First) == 0 {
		return bad("First", "empty", "one entry more than there are nodes")
	}
	if uint64(len(g.First)) > uint64(NoNode) || uint64(len(g.Head)) >= uint64(NoNode) {
		return bad("the graph", "too large", "fewer than %d nodes and arcs", NoNode)
	}
	if len(g.Weight) != len(g.Head) {
		return bad("Weight", fmt.Sprintf("%d long", len(g.Weight)), "as long as Head, %d", len(g.Head))
	}
	if g.First[0] != 0 {
		return bad("First[0]", g.First[0], "0")
	}
	for v := 1; v < len(g.First); v++ {
		if g.First[v] < g.First[v-1] {
			return bad(fmt.Sprintf("First[%d]", v), g.First[v], "at least First[%d], %d", v-1, g.First[v-1])
		}
	}
	if last := g.First[len(g.First)-1]; int(last) != len(g.Head) {
		return bad(fmt.Sprintf("First[%d]", len(g.First)-1), last, "the number of arcs, %d", len(g.Head))
	}
	for a, head := range g.Head {
		if int(head) >= g.Nodes() {
			return bad(fmt.Sprintf("Head[%d]", a), head, "a node below %d", g.Nodes())
		}
	}
	for a, weight := range g.Weight {
		if weight > MaxDistance {
			return bad(fmt.Sprintf("Weight[%d]", a), weight, "at most %d", MaxDistance)
		}
	}
	return nil
}
