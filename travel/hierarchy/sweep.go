package hierarchy

import "github.com/etablera/etablera/travel/graph"

// Sweep is the memory of searches from one source to all targets of a Restricted. It is reused from search to search;
// goroutines need one each.
type Sweep struct {
	// NoStalling turns stalling on demand off. No distance depends on it.
	NoStalling bool

	r     *Restricted
	climb *climb
	dist  []uint32
}

// NewSweep returns a workspace for one source at a time.
func (r *Restricted) NewSweep() *Sweep {
	return &Sweep{r: r, climb: newClimb(r.h.Nodes()), dist: make([]uint32, r.slots)}
}

// From writes the distance between the source and each target into values, which holds one for each target;
// [graph.Unreachable] where there is no way. The source's nodes must be nodes of the graph.
func (s *Sweep) From(source []graph.Seed, values []uint32) {
	for i := range s.dist {
		s.dist[i] = far
	}
	s.climb.all(s.r, source, !s.NoStalling, func(slot, d uint32) { s.dist[slot] = d })
	s.down()
	s.read(values[:s.r.targets])
}

// all climbs from a source and tells every slot that it comes upon, with its distance.
func (c *climb) all(r *Restricted, source []graph.Seed, stall bool, tell func(slot, d uint32)) {
	up, down := r.h.halves(r.direction)
	c.begin(r.h, source)
	for {
		v, d := c.next(up, down, stall)
		if d == far {
			return
		}
		if slot := r.slot[v]; slot != noSlot {
			tell(slot, d)
		}
	}
}

// down carries the distances from the top to the bottom. All of a slot's arcs come from slots before it.
func (s *Sweep) down() {
	dist, arcs := s.dist, s.r.arcs
	slot := 0
	for _, run := range s.r.runs {
		own := dist[slot : slot+int(run.slots)]
		slot += len(own)
		switch run.arcs {
		case 0:
		case 1:
			in := arcs[:len(own)]
			for i := range own {
				a := in[i]
				own[i] = min(own[i], dist[a.head()]+a.weight())
			}
		case 2:
			in := arcs[:2*len(own)]
			for i := range own {
				a, b := in[0], in[1]
				in = in[2:]
				own[i] = min(own[i], dist[a.head()]+a.weight(), dist[b.head()]+b.weight())
			}
		case 3:
			in := arcs[:3*len(own)]
			for i := range own {
				a, b, c := in[0], in[1], in[2]
				in = in[3:]
				own[i] = min(own[i], dist[a.head()]+a.weight(), dist[b.head()]+b.weight(), dist[c.head()]+c.weight())
			}
		case 4:
			in := arcs[:4*len(own)]
			for i := range own {
				a, b, c, d := in[0], in[1], in[2], in[3]
				in = in[4:]
				own[i] = min(own[i], min(dist[a.head()]+a.weight(), dist[b.head()]+b.weight()),
					min(dist[c.head()]+c.weight(), dist[d.head()]+d.weight()))
			}
		default:
			in := arcs
			for i := range own {
				best := own[i]
				for _, a := range in[:run.arcs] {
					best = min(best, dist[a.head()]+a.weight())
				}
				own[i], in = best, in[run.arcs:]
			}
		}
		arcs = arcs[len(own)*int(run.arcs):]
	}
}

// read takes the values of the targets from the slots of their seeds.
func (s *Sweep) read(values []uint32) {
	dist, ends := s.dist, s.r.ends
	if s.r.seeds == 1 {
		ends = ends[:len(values)]
		for t := range values {
			values[t] = reachable(dist[ends[t].head()] + ends[t].weight())
		}
	} else {
		ends = ends[:2*len(values)]
		for t := range values {
			a, b := ends[0], ends[1]
			ends = ends[2:]
			values[t] = reachable(min(dist[a.head()]+a.weight(), dist[b.head()]+b.weight()))
		}
	}
	for _, m := range s.r.more {
		values[m.target] = min(values[m.target], reachable(dist[m.end.head()]+m.end.weight()))
	}
}

// reachable turns what lies beyond reach into [graph.Unreachable].
func reachable(d uint32) uint32 {
	if d > graph.MaxDistance {
		return graph.Unreachable
	}
	return d
}
