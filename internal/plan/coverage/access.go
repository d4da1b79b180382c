package coverage

import (
	"context"
	"slices"
	"sync"
)

// Access is what a state gives every point: the nearest office, the second
// nearest, and how far they are. Slices have one entry per point, and after those one
// for the centre of every vulnerable area.
type Access struct {
	Nearest, Second        []int32 // positions in Coverage.Sites, −1 where there is none
	Seconds, SecondSeconds []uint32
	Metres                 []uint32 // to the nearest; nil where the method gives none
}

// cache keeps what has been computed.
type cache struct {
	access []*measured // one per state
	mu     sync.Mutex
	rows   map[int32]*row
	reach  map[reachKey]*Reach
	shifts map[shiftKey]*Shift
	steps  map[int][]Step
	sets   map[string]*Reach

	catchments catchments
	returns    returns
}

// row is the times of one site.
type row struct{ seconds, metres []uint32 }

// maxRows bounds the rows that are kept: 512 of 15,494 points are 60 MB.
const maxRows = 512

func (k *cache) init() {
	k.returns.rows, k.returns.states = map[string][]uint32{}, map[int]*Returns{}
	k.rows, k.reach, k.shifts, k.steps, k.sets = map[int32]*row{}, map[reachKey]*Reach{}, map[shiftKey]*Shift{}, map[int][]Step{}, map[string]*Reach{}
}

// measured is the access of a state, once somebody has asked for it.
type measured struct {
	mu     sync.Mutex
	access *Access
	err    error
	isDone bool
}

// AccessIn measures a state, once.
func (c *Coverage) AccessIn(state int) (*Access, error) {
	return c.accessIn(context.Background(), state)
}

// accessIn is AccessIn that can be called off; what was is measured anew when
// somebody asks again.
func (c *Coverage) accessIn(ctx context.Context, state int) (*Access, error) {
	c.cache.mu.Lock()
	for len(c.cache.access) < len(c.States) {
		c.cache.access = append(c.cache.access, new(measured))
	}
	m := c.cache.access[state]
	c.cache.mu.Unlock()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.isDone {
		return m.access, m.err
	}
	a, err := c.measure(ctx, c.States[state].Open)
	if err == nil || ctx.Err() == nil {
		m.access, m.err, m.isDone = a, err, true
	}
	return a, err
}

// Row is the times from a site to every point: seconds, and metres where the
// method gives them. The slices must not be changed.
func (c *Coverage) Row(ctx context.Context, site int32) (seconds, metres []uint32, err error) {
	b := c.baseIn(ctx)
	if b.err != nil {
		return nil, nil, b.err
	}
	c.cache.mu.Lock()
	r := c.cache.rows[site]
	c.cache.mu.Unlock()
	if r != nil {
		return r.seconds, r.metres, nil
	}
	r = &row{seconds: make([]uint32, b.len())}
	if c.About.HasMetres {
		r.metres = make([]uint32, b.len())
	}
	if err := b.rows.Row(ctx, c.Sites[site].At, r.seconds, r.metres); err != nil {
		return nil, nil, err
	}
	c.cache.mu.Lock()
	if len(c.cache.rows) < maxRows {
		c.cache.rows[site] = r
	}
	c.cache.mu.Unlock()
	return r.seconds, r.metres, nil
}

func (a *Access) copied() *Access {
	return &Access{slices.Clone(a.Nearest), slices.Clone(a.Second), slices.Clone(a.Seconds), slices.Clone(a.SecondSeconds), slices.Clone(a.Metres)}
}

func (c *Coverage) measure(ctx context.Context, open []int32) (*Access, error) {
	b := c.baseIn(ctx)
	if b.err != nil {
		return nil, b.err
	}
	n := b.len()
	a := &Access{Nearest: make([]int32, n), Second: make([]int32, n), Seconds: make([]uint32, n), SecondSeconds: make([]uint32, n)}
	if fast, ok := b.rows.(nearester); ok && len(open) > maxRows {
		c.measureFast(a, fast, open)
		return a, ctx.Err()
	}
	if c.About.HasMetres {
		a.Metres = make([]uint32, n)
	}
	for i := range n {
		a.Nearest[i], a.Second[i], a.Seconds[i], a.SecondSeconds[i] = -1, -1, Unreachable, Unreachable
	}
	for first := 0; first < len(open); first += batch {
		some := open[first:min(first+batch, len(open))]
		rows, err := c.rowsOf(ctx, some, nil)
		if err != nil {
			return nil, err
		}
		for k, site := range some {
			a.take(site, rows[k].seconds, rows[k].metres)
		}
	}
	return a, nil
}

// take lets one more office serve the points.
func (a *Access) take(site int32, seconds, metres []uint32) {
	for i, took := range seconds {
		switch {
		case took < a.Seconds[i]:
			a.Second[i], a.SecondSeconds[i] = a.Nearest[i], a.Seconds[i]
			a.Nearest[i], a.Seconds[i] = site, took
			if metres != nil {
				a.Metres[i] = metres[i]
			}
		case took < a.SecondSeconds[i]:
			a.Second[i], a.SecondSeconds[i] = site, took
		}
	}
}

// measureFast leaves out the rows, and with them the metres, where there are too
// many sites to keep all rows.
func (c *Coverage) measureFast(a *Access, fast nearester, open []int32) {
	places := make([]Place, len(open))
	for i, site := range open {
		places[i] = c.Sites[site].At
	}
	fast.Nearest(places, a.Nearest, a.Second, a.Seconds, a.SecondSeconds)
	for i := range a.Nearest {
		for _, s := range []*int32{&a.Nearest[i], &a.Second[i]} {
			if *s >= 0 {
				*s = open[*s]
			}
		}
	}
}
