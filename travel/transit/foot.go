package transit

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/road"
)

// OnFoot walks on a network of streets.
type OnFoot struct {
	Network *road.Network
	// Snap is how far a place may lie from the network, in metres; one that lies farther off reaches nothing.
	Snap float64
}

// Method implements Walker.
func (o *OnFoot) Method() string {
	m := &o.Network.Meta
	text := fmt.Sprintf("on foot by streets of %s (profile %s)", m.Source.File, m.Profile.Name)
	if !m.Source.Timestamp.IsZero() {
		text += " of " + m.Source.Timestamp.Format("2006-01-02")
	}
	return text
}

// joint says that a target is come to from a node in so many milliseconds.
type joint struct {
	node   graph.Node
	target int32
	ms     uint32
}

// footTargets are the targets of a walker, by where they meet the network.
type footTargets struct {
	places []road.Place
	// joints of node v are joints[first[v]:first[v+1]]; byEdge are the targets that lie on a street, in order of its number.
	first  []int32
	joints []joint
	byEdge []int32
}

func (o *OnFoot) targets(to []Place) *footTargets {
	t := &footTargets{places: make([]road.Place, len(to)), first: make([]int32, o.Network.Graph.Nodes()+1)}
	var seeds []graph.Seed
	for i, p := range to {
		place, found := o.Network.Snap(p.Lat, p.Lon, o.Snap)
		if !found {
			continue
		}
		t.places[i] = place
		t.byEdge = append(t.byEdge, int32(i))
		seeds = o.Network.Arrivals(place, seeds[:0])
		for _, s := range seeds {
			t.joints = append(t.joints, joint{s.Node, int32(i), s.Offset})
		}
	}
	slices.SortStableFunc(t.byEdge, func(a, b int32) int { return cmp.Compare(t.places[a].Edge, t.places[b].Edge) })
	slices.SortStableFunc(t.joints, func(a, b joint) int { return cmp.Compare(a.node, b.node) })
	for _, j := range t.joints {
		t.first[j.node+1]++
	}
	for v := range o.Network.Graph.Nodes() {
		t.first[v+1] += t.first[v]
	}
	return t
}

// on returns the targets on a street.
func (t *footTargets) on(edge uint32) []int32 {
	byEdge := func(target int32, edge uint32) int { return cmp.Compare(t.places[target].Edge, edge) }
	begin, _ := slices.BinarySearchFunc(t.byEdge, edge, byEdge)
	end, _ := slices.BinarySearchFunc(t.byEdge, edge+1, byEdge)
	return t.byEdge[begin:end]
}

// Reach implements Walker by one bounded search from each place, on all cores: O(places × (nodes within the limit) × log).
// Times are rounded up to whole seconds, and include the way between a place and its street in a straight line.
func (o *OnFoot) Reach(ctx context.Context, from, to []Place, limit int32) (*Lists, error) {
	targets := o.targets(to)
	most := uint32(min(int64(limit)*1000, int64(graph.MaxDistance)))
	lists := make([][]Hop, len(from))
	err := share(ctx, 0, (len(from)+footBatch-1)/footBatch, func() *pedestrian { return newPedestrian(o, targets, most) }, nil,
		func(p *pedestrian, batch int) {
			for i := batch * footBatch; i < min((batch+1)*footBatch, len(from)); i++ {
				lists[i] = p.from(from[i])
			}
		})
	if err != nil {
		return nil, err
	}
	return ListsOf(lists), nil
}

// footBatch is how many places a worker takes at a time.
const footBatch = 16

// pedestrian searches from one place at a time. It belongs to one goroutine.
type pedestrian struct {
	o       *OnFoot
	targets *footTargets
	search  *graph.Search
	found   nearest
	seeds   []graph.Seed
}

func newPedestrian(o *OnFoot, targets *footTargets, most uint32) *pedestrian {
	p := &pedestrian{o: o, targets: targets, search: graph.NewSearch(o.Network.Graph), found: nearest{ms: make([]uint32, len(targets.places)), most: most}}
	for i := range p.found.ms {
		p.found.ms[i] = graph.Unreachable
	}
	return p
}

// from lists the targets within reach of a place.
func (p *pedestrian) from(at Place) []Hop {
	place, ok := p.o.Network.Snap(at.Lat, at.Lon, p.o.Snap)
	if !ok {
		return nil
	}
	p.seeds = p.o.Network.Departures(place, p.seeds[:0])
	p.search.Run(p.seeds, p.found.most)
	for _, v := range p.search.Reached() {
		for _, j := range p.targets.joints[p.targets.first[v]:p.targets.first[v+1]] {
			p.found.put(j.target, p.search.Distance(v)+j.ms)
		}
	}
	for _, t := range p.targets.on(place.Edge) {
		if ms, ok := p.o.Network.Direct(place, p.targets.places[t]); ok {
			p.found.put(t, ms)
		}
	}
	return p.found.take()
}

// nearest gathers the shortest ways from one place.
type nearest struct {
	ms    []uint32 // per target
	found []int32
	most  uint32
}

func (n *nearest) put(target int32, ms uint32) {
	if ms > n.most || ms >= n.ms[target] {
		return
	}
	if n.ms[target] == graph.Unreachable {
		n.found = append(n.found, target)
	}
	n.ms[target] = ms
}

// take lists what was gathered in order of targets, and forgets it.
func (n *nearest) take() []Hop {
	slices.Sort(n.found)
	hops := make([]Hop, len(n.found))
	for i, t := range n.found {
		hops[i] = Hop{t, int32((n.ms[t] + 999) / 1000)}
		n.ms[t] = graph.Unreachable
	}
	n.found = n.found[:0]
	return hops
}
