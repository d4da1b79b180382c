package transit

import (
	"context"
	"fmt"
	"slices"
)

// Query asks for travel times from homes to sites.
type Query struct {
	// Homes are the walks from each home to stops.
	Homes *Lists
	// Sites name for each site the stops near it, with the time on foot from the stop to the site.
	Sites *Lists
	// Direct names for each site the homes from which one can walk all the way, with the time on foot from the home. Nil
	// where nobody walks all the way.
	Direct *Lists
	Window Window
	// Limit is the longest travel time that counts, in seconds, and MaxRides the most rides.
	Limit    int32
	MaxRides int
	// Percentiles over the window, 1 … 100; see the package comment.
	Percentiles []int
	// Each, where it is not nil, is given the travel times of all times of the window. It is called from several
	// goroutines, for one site from one at a time, and must not keep the slice.
	Each func(site, home int, times []int32)
	// Workers is the number of goroutines; 0 is one per core. Progress, where it is not nil, is told of each site.
	Workers  int
	Progress func(done, total int)
}

// Matrix holds percentiles of travel times.
type Matrix struct {
	Homes, Sites int
	Percentiles  []int
	seconds      []int32
}

// At returns the travel times from home to site, one per percentile.
func (m *Matrix) At(home, site int) []int32 {
	i := (site*m.Homes + home) * len(m.Percentiles)
	return m.seconds[i : i+len(m.Percentiles)]
}

func (q *Query) check(n *Network) error {
	if err := q.Window.check(q.Limit); err != nil {
		return err
	}
	if q.MaxRides < 0 || q.MaxRides > 100 {
		return fmt.Errorf("transit: at most %d rides; want 0 … 100", q.MaxRides)
	}
	if err := q.Homes.check("from homes to stops", q.Homes.Len(), n.t.StopCount); err != nil {
		return err
	}
	if err := q.Sites.check("from stops to sites", q.Sites.Len(), n.t.StopCount); err != nil {
		return err
	}
	if q.Direct != nil {
		return q.Direct.check("from homes to sites", q.Sites.Len(), q.Homes.Len())
	}
	return nil
}

// cell is the state of a worker: the search from a site and what is at hand for one home.
type cell struct {
	sweep  *sweeper
	wide   *wide   // nil until there are several sites to search from
	walk   []int32 // per home, to the site at hand
	times  []int32
	ranker *ranker
}

// Matrix computes travel times from every home to every site. Sites are dealt to workers; a site costs one backward search
// and, per home, one look-up for each way to board and Count steps.
func (n *Network) Matrix(ctx context.Context, q Query) (*Matrix, error) {
	if err := q.check(n); err != nil {
		return nil, err
	}
	rank, err := ranks(q.Percentiles, q.Window.Count)
	if err != nil {
		return nil, err
	}
	sl := q.Window.slots(q.Limit)
	if q.MaxRides == 0 {
		sl.until = sl.from - 1 // nobody boards
	}
	w, err := newWays(ctx, n, q.Homes, sl, q.Workers)
	if err != nil {
		return nil, err
	}
	m := &Matrix{Homes: q.Homes.Len(), Sites: q.Sites.Len(), Percentiles: q.Percentiles}
	m.seconds = make([]int32, m.Homes*m.Sites*len(rank))
	state := func() *cell {
		c := &cell{sweep: newSweeper(n), walk: make([]int32, m.Homes), times: make([]int32, q.Window.Count), ranker: newRanker(q.Window.Count, q.Limit)}
		for i := range c.walk {
			c.walk[i] = Never
		}
		return c
	}
	_, horizon := q.Window.Needs(q.Limit)
	batch := lanes
	if n.short.OneByOne {
		batch = 1
	}
	progress := q.Progress
	if progress != nil {
		progress = func(done, _ int) { q.Progress(min(done*batch, m.Sites), m.Sites) }
	}
	err = share(ctx, q.Workers, (m.Sites+batch-1)/batch, state, progress, func(c *cell, i int) {
		first := i * batch
		for k, reach := range n.search(&q, c, first, min(first+batch, m.Sites), horizon) {
			n.column(&q, m, c, w, sl.from, rank, first+k, reach)
		}
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// search finds the arrivals at the sites from first to before last.
func (n *Network) search(q *Query, c *cell, first, last int, horizon int32) [][]int32 {
	if last-first < 3 { // too few for lanes to pay
		reach := make([][]int32, 0, 2)
		for site := first; site < last; site++ {
			reach = append(reach, slices.Clone(c.sweep.run(q.Sites.From(site), q.MaxRides, horizon)))
		}
		return reach
	}
	if c.wide == nil {
		c.wide = newWide(n)
	}
	sites := make([][]Hop, 0, lanes)
	for site := first; site < last; site++ {
		sites = append(sites, q.Sites.From(site))
	}
	return c.wide.run(sites, q.MaxRides, horizon)[:last-first]
}

// column computes the travel times to one site.
func (n *Network) column(q *Query, m *Matrix, c *cell, w *ways, base int32, rank []int, site int, reach []int32) {
	if q.Direct != nil {
		for _, h := range q.Direct.From(site) {
			c.walk[h.To] = min(c.walk[h.To], h.Seconds)
		}
	}
	for home := range m.Homes {
		if q.Window.By == ByArrival {
			q.Window.arrivals(c.times, w.of(home), base, reach, c.walk[home], q.Limit)
		} else {
			q.Window.departures(c.times, w.of(home), reach, c.walk[home], q.Limit)
		}
		if len(rank) > 0 {
			c.ranker.at(c.times, rank, m.At(home, site))
		}
		if q.Each != nil {
			q.Each(site, home, c.times)
		}
	}
	if q.Direct != nil {
		for _, h := range q.Direct.From(site) {
			c.walk[h.To] = Never
		}
	}
}
