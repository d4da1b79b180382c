package transit

import (
	"cmp"
	"context"
	"slices"

	"github.com/etablera/etablera/travel/graph"
)

// OnFoot walks on a graph of streets whose weights are milliseconds. Two places that join the graph at the same nodes are
// as far apart as by way of the nearest of them.
type OnFoot struct {
	Graph *graph.Graph
	// Snap gives the nodes through which a place joins the graph, with the milliseconds from the place to each, the same
	// in both directions. None where the place is too far from any street.
	Snap func(p Place) []graph.Seed
	// Name says what the graph is, for Method.
	Name string
}

// Method implements Walker.
func (o *OnFoot) Method() string { return "on foot: " + o.Name }

// joint says that a target joins the graph at a node.
type joint struct {
	node   graph.Node
	target int32
	ms     uint32
}

// Reach implements Walker by one bounded search from each place: O(places × (nodes within the limit) × log). Times are
// rounded up to whole seconds.
func (o *OnFoot) Reach(ctx context.Context, from, to []Place, limit int32) (*Lists, error) {
	first, joints := o.joints(to)
	search := graph.NewSearch(o.Graph)
	ms := make([]uint32, len(to)) // the way to each target, of those in found
	var found []int32
	for i := range ms {
		ms[i] = graph.Unreachable
	}
	most := uint32(min(int64(limit)*1000, int64(graph.MaxDistance)))
	l := &Lists{First: []int32{0}}
	for i, p := range from {
		if i&0xf == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		search.Run(o.Snap(p), most)
		found = found[:0]
		for _, v := range search.Reached() {
			for _, j := range joints[first[v]:first[v+1]] {
				d := search.Distance(v) + j.ms
				if d > most || d >= ms[j.target] {
					continue
				}
				if ms[j.target] == graph.Unreachable {
					found = append(found, j.target)
				}
				ms[j.target] = d
			}
		}
		slices.Sort(found)
		for _, t := range found {
			l.Hops = append(l.Hops, Hop{t, int32((ms[t] + 999) / 1000)})
			ms[t] = graph.Unreachable
		}
		l.First = append(l.First, int32(len(l.Hops)))
	}
	return l, nil
}

// joints lists the targets that join the graph at each node: those of node v are from first[v] to first[v+1].
func (o *OnFoot) joints(to []Place) (first []int32, joints []joint) {
	for i, p := range to {
		for _, s := range o.Snap(p) {
			joints = append(joints, joint{s.Node, int32(i), s.Offset})
		}
	}
	slices.SortStableFunc(joints, func(a, b joint) int { return cmp.Compare(a.node, b.node) })
	first = make([]int32, o.Graph.Nodes()+1)
	for _, j := range joints {
		first[j.node+1]++
	}
	for v := range o.Graph.Nodes() {
		first[v+1] += first[v]
	}
	return first, joints
}
