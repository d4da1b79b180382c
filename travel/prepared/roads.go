package prepared

import (
	"context"
	"sync"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/hierarchy"
	"github.com/etablera/etablera/travel/road"
)

// Unreachable is the time where there is no way.
const Unreachable = graph.Unreachable

// Snap is the distance in metres within which a place joins the roads where
// nothing else is said.
const Snap = 1000

// Place is a position in WGS 84 degrees.
type Place struct{ Lat, Lon float64 }

// Roads are places on the roads of one mode, laid out for the times between all of
// them and one site after another. Many goroutines may use it.
type Roads struct {
	streets   *streets
	direction hierarchy.Direction
	snap      float64
	places    []Place
	at        []road.Place
	missing   []int
	lowest    *hierarchy.Restricted
	onEdge    map[uint32][]int32 // places by the edge that they lie on
	sweeps    sync.Pool
}

// Roads lays out places for a mode. With hierarchy.Inward people go from the places to
// the sites, with hierarchy.Outward from the sites to the places. Snap is in metres.
func (n *Network) Roads(ctx context.Context, mode string, places []Place, direction hierarchy.Direction, snap float64) (*Roads, error) {
	s, err := n.streetsOf(mode)
	if err != nil {
		return nil, err
	}
	r := &Roads{streets: s, direction: direction, snap: snap, places: places, at: make([]road.Place, len(places)), onEdge: map[uint32][]int32{}}
	seeds := make([][]graph.Seed, len(places))
	for i, p := range places {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		at, ok := s.road.Snap(p.Lat, p.Lon, snap)
		if !ok {
			r.missing = append(r.missing, i)
			continue
		}
		r.at[i] = at
		r.onEdge[at.Edge] = append(r.onEdge[at.Edge], int32(i))
		if direction == hierarchy.Inward {
			seeds[i] = s.road.Departures(at, nil)
		} else {
			seeds[i] = s.road.Arrivals(at, nil)
		}
	}
	if r.lowest, err = s.fast.Restrict(seeds, direction, false); err != nil {
		return nil, err
	}
	r.sweeps.New = func() any { return r.lowest.NewSweep() }
	return r, ctx.Err()
}

// Missing lists the places that no road comes near.
func (r *Roads) Missing() []int { return r.missing }

// Row fills in the seconds between every place and a site, and says whether a road
// comes near the site. O(places and arcs above the places).
func (r *Roads) Row(site Place, seconds []uint32) bool {
	at, ok := r.streets.road.Snap(site.Lat, site.Lon, r.snap)
	if !ok {
		for i := range seconds {
			seconds[i] = Unreachable
		}
		return false
	}
	sweep := r.sweeps.Get().(*hierarchy.Sweep)
	sweep.From(r.seeds(at), seconds)
	r.sweeps.Put(sweep)
	r.finish(at, seconds)
	here(r.places, site, seconds)
	return true
}

// seeds of a site: people arrive at it, or depart from it.
func (r *Roads) seeds(at road.Place) []graph.Seed {
	if r.direction == hierarchy.Inward {
		return r.streets.road.Arrivals(at, nil)
	}
	return r.streets.road.Departures(at, nil)
}

// finish takes the way along a common street where that is shorter, and turns
// milliseconds into seconds.
func (r *Roads) finish(at road.Place, values []uint32) {
	for _, i := range r.onEdge[at.Edge] {
		from, to := r.at[i], at
		if r.direction == hierarchy.Outward {
			from, to = to, from
		}
		if ms, ok := r.streets.road.Direct(from, to); ok {
			values[i] = min(values[i], ms)
		}
	}
	for i, ms := range values {
		if ms != Unreachable {
			values[i] = (ms + 500) / 1000
		}
	}
}

// here sets the time from a place to itself, which would otherwise lead to the
// nearest road and back.
func here(places []Place, site Place, seconds []uint32) {
	for i, p := range places {
		if p == site && seconds[i] != Unreachable {
			seconds[i] = 0
		}
	}
}
