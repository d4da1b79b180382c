package road

import (
	"context"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/osm"
)

// Options of Build. The zero value is for use.
type Options struct {
	// Progress, if set, is told from time to time how far the work has come, 0 … 1.
	Progress func(share float64)
	// KeepAll keeps the nodes that only join two pieces of road; one may then turn back at them. It is for tests and
	// measurements.
	KeepAll bool
}

// Build reads an extract and prepares one network for each profile.
func Build(ctx context.Context, f *osm.File, profiles []Profile, options Options) ([]*Network, error) {
	if len(profiles) == 0 || len(profiles) > maxProfiles {
		return nil, fmt.Errorf("road: %d profiles: 1 to %d are expected", len(profiles), maxProfiles)
	}
	for i := range profiles {
		if err := profiles[i].Check(); err != nil {
			return nil, err
		}
	}
	// Reading takes about half of the time; the rest is the networks'.
	report := func(from, to, share float64) {
		if options.Progress != nil {
			options.Progress(from + (to-from)*share)
		}
	}
	s, err := gather(ctx, f, profiles, report)
	if err != nil {
		return nil, err
	}
	h := f.Header()
	sum, size, err := f.Sum()
	if err != nil {
		return nil, err
	}
	source := Source{SHA256: hex.EncodeToString(sum[:]), Bytes: size, Format: h.Format, Program: h.Program, Timestamp: h.Timestamp}
	if f.Name() != "" {
		source.File = filepath.Base(f.Name())
	}
	networks, err := s.networks(ctx, f.Workers, profiles, options, func(share float64) { report(0.5, 1, share) })
	for _, n := range networks {
		n.Meta.Source = source
	}
	return networks, err
}

// networks prepares the networks of all profiles, side by side where there are several workers: none touches what
// another makes. Of several mistakes the one of the first profile counts.
func (s *survey) networks(ctx context.Context, workers int, profiles []Profile, options Options, report func(float64)) ([]*Network, error) {
	out, errs := make([]*Network, len(profiles)), make([]error, len(profiles))
	var wait sync.WaitGroup
	var mu sync.Mutex
	free, ready := make(chan struct{}, max(workers, 1)), 0
	for i := range profiles {
		free <- struct{}{}
		wait.Go(func() {
			defer func() { <-free }()
			if errs[i] = ctx.Err(); errs[i] == nil {
				out[i], errs[i] = s.network(i, profiles[i], options)
			}
			mu.Lock()
			defer mu.Unlock()
			ready++
			report(float64(ready) / float64(len(profiles)))
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// network prepares the network of one profile.
func (s *survey) network(profile int, what Profile, options Options) (*Network, error) {
	p := s.cut(profile)
	if p.nodes() >= done || len(p.from) >= done {
		return nil, &TooLargeError{"nodes", p.nodes()}
	}
	all := newStar(p.nodes(), p, func(int) bool { return true })
	bans := s.bans
	if what.Walks {
		bans = nil
	}
	t := turnsOf(s, p, all, bans)
	inside, size := component(p, all, t)
	c := Counts{Ways: p.ways(), Pieces: len(p.from), MissingPieces: p.gaps, Bans: len(bans) - t.unused, OtherBans: s.oddBans, UnusedBans: t.unused}
	if what.Walks {
		c.OtherBans = 0
	}
	for v := range p.nodes() {
		if len(all.at(uint32(v))) > 0 {
			c.PieceNodes++
			if !inside[v] {
				c.OutsideNodes++
			}
		}
	}
	for _, time := range p.time {
		for _, ms := range time {
			if ms != closed {
				c.PieceArcs++
			}
		}
	}
	if size < 2 {
		return nil, &EmptyError{what.Name}
	}
	m := &merger{survey: s, pieces: p, turns: t, inside: inside, uses: s.uses[profile], merge: !options.KeepAll}
	n := m.layOut(m.run())
	c.Nodes, c.Arcs, c.Edges = n.Graph.Nodes(), n.Graph.Arcs(), n.edges.len()
	for c2 := range t.of {
		if inside[t.base+c2] {
			c.SplitNodes++
		}
	}
	n.Meta = Meta{Profile: what, Counts: c}
	n.tree.lines = orderLines(&n.edges)
	n.finish()
	return n, nil
}

// EmptyError says that an extract has no roads for a profile.
type EmptyError struct{ Profile string }

func (e *EmptyError) Error() string {
	return fmt.Sprintf("road: the extract has no two places that one can travel between by %q; is it an extract of roads?", e.Profile)
}

// ways counts the ways that have a piece.
func (p *pieces) ways() int {
	n := 0
	for i, w := range p.way {
		if i == 0 || w != p.way[i-1] {
			n++
		}
	}
	return n
}

// add adds times and keeps closed closed. Sums stay within what a graph bears.
func add(a, b uint32) uint32 {
	if a == closed || b == closed {
		return closed
	}
	return uint32(min(uint64(a)+uint64(b), uint64(graph.MaxDistance)))
}

// layOut numbers the nodes along Hilbert's curve and lays out graph and edges.
func (m *merger) layOut(s *streets) *Network {
	n := &Network{Graph: new(graph.Graph)}
	place := m.numberNodes(n)
	n.twins = m.rings(place, len(n.Lat))
	e := &n.edges
	e.time = s.time
	e.first, e.reached = s.first, s.reached
	e.noEntry = make([]uint8, s.len())
	e.lat, e.lon = make([]int32, len(s.shape)), make([]int32, len(s.shape))
	for i, v := range s.shape {
		o := m.pieces.original(v)
		e.lat[i], e.lon[i] = m.survey.lat[o], m.survey.lon[o]
	}
	first := make([]graph.Arc, len(n.Lat)+1)
	// Two passes over all arcs: count, then fill.
	m.arcs(s, func(tail, head, move uint32) { first[place[tail]+1]++ })
	for v := range n.Lat {
		first[v+1] += first[v]
	}
	arcs := first[len(n.Lat)]
	n.Graph.First, n.Graph.Head, n.Graph.Weight = first, make([]graph.Node, arcs), make([]uint32, arcs)
	e.move = make([]uint32, arcs)
	next := make([]graph.Arc, len(n.Lat))
	copy(next, first)
	m.arcs(s, func(tail, head, move uint32) {
		a := next[place[tail]]
		next[place[tail]]++
		n.Graph.Head[a], n.Graph.Weight[a] = place[head], s.time[move&1][move>>1]
		e.move[a] = move
	})
	for i, no := range s.noEntry {
		if no {
			e.noEntry[i] = 1
		}
	}
	return n
}

// numberNodes gives every kept node and copy its place in the network.
func (m *merger) numberNodes(n *Network) []graph.Node {
	var nodes []uint32
	var lat, lon []int32
	for v := range m.turns.nodes() {
		base := m.turns.node(uint32(v))
		if m.inside[v] && m.kept[base] {
			o := m.pieces.original(base)
			nodes, lat, lon = append(nodes, uint32(v)), append(lat, m.survey.lat[o]), append(lon, m.survey.lon[o])
		}
	}
	place := make([]graph.Node, m.turns.nodes())
	for v := range place {
		place[v] = graph.NoNode
	}
	for i, old := range graph.ByPlace(lon, lat) {
		place[nodes[old]] = graph.Node(i)
		n.Lat, n.Lon = append(n.Lat, lat[old]), append(n.Lon, lon[old])
	}
	return place
}

// rings joins each node to its copies.
func (m *merger) rings(place []graph.Node, n int) []graph.Node {
	twins := make([]graph.Node, n)
	for v := range twins {
		twins[v] = graph.Node(v)
	}
	for i, c := range m.turns.of {
		// Swapping what two nodes lead to joins their rings. A node that is not in the network has place NoNode.
		a, b := place[m.turns.base+i], place[c]
		if b == graph.NoNode {
			b = place[m.turns.copies[c][0]]
			for _, other := range m.turns.copies[c] {
				if place[other] != graph.NoNode {
					b = place[other]
					break
				}
			}
		}
		if a != graph.NoNode && b != graph.NoNode && a != b {
			twins[a], twins[b] = twins[b], twins[a]
		}
	}
	return twins
}

// arcs calls f for every arc: an edge in a direction, from the node where it begins and from each copy that permits it.
func (m *merger) arcs(s *streets, f func(tail, head, move uint32)) {
	for i := range s.from {
		for direction := range uint32(2) {
			if s.time[direction][i] == closed {
				continue
			}
			enter, leave := s.moves[i][0], s.moves[i][1]
			if direction == 1 {
				enter, leave = leave^1, enter^1
			}
			v, head, move := m.begin(enter), m.turns.head(m.pieces, leave), uint32(i)<<1|direction
			if m.inside[v] {
				f(v, head, move)
			}
			for _, c := range m.turns.copies[v] {
				if m.inside[c] && m.turns.permits(c, enter) {
					f(c, head, move)
				}
			}
		}
	}
}

// finish derives what is not stored in the file.
func (n *Network) finish() {
	g := n.Graph
	n.tails = make([]graph.Node, g.Arcs())
	n.moveFirst = make([]uint32, 2*n.edges.len()+1)
	for v := range g.Nodes() {
		for a := g.First[v]; a < g.First[v+1]; a++ {
			n.tails[a] = graph.Node(v)
			n.moveFirst[n.edges.move[a]+1]++
		}
	}
	for i := range 2 * n.edges.len() {
		n.moveFirst[i+1] += n.moveFirst[i]
	}
	next := append([]uint32(nil), n.moveFirst...)
	n.moveArcs = make([]graph.Arc, g.Arcs())
	for a, move := range n.edges.move {
		n.moveArcs[next[move]] = graph.Arc(a)
		next[move]++
	}
	n.tree.build(&n.edges)
}
