package coverage

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// batcher is Rows that fill many rows at once faster than one by one, such as those of
// public transport: what is worked out of the points serves all sites.
type batcher interface {
	// All fills in what Row would for each site, on all cores; tell hears how many
	// sites are done, from one goroutine at a time.
	All(ctx context.Context, sites []Place, seconds [][]uint32, tell func(done int)) error
}

// batch bounds the sites that are searched from at once: what is at hand meanwhile
// grows with them, and the cost of what they share no longer falls.
const batch = 256

// fill computes the rows of sites, by batches where the method can, else site by site
// on all cores. metres may be nil. tell, which may be nil, is called by one goroutine
// at a time.
func fill(ctx context.Context, rows Rows, sites []Place, seconds, metres [][]uint32, tell func(done, of int)) error {
	if tell == nil {
		tell = func(int, int) {}
	}
	if b, ok := rows.(batcher); ok && metres == nil {
		for first := 0; first < len(sites); first += batch {
			last := min(first+batch, len(sites))
			if err := b.All(ctx, sites[first:last], seconds[first:last], func(done int) { tell(first+done, len(sites)) }); err != nil {
				return err
			}
		}
		return ctx.Err()
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var mu sync.Mutex
	done := 0
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(len(sites), 1)) {
		wait.Go(func() {
			for k := next.Add(1) - 1; k < int64(len(sites)) && ctx.Err() == nil; k = next.Add(1) - 1 {
				var far []uint32
				if metres != nil {
					far = metres[k]
				}
				if err := rows.Row(ctx, sites[k], seconds[k], far); err != nil {
					cancel(err)
					return
				}
				mu.Lock()
				done++
				tell(done, len(sites))
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	return context.Cause(ctx)
}

// rowsOf are the rows of sites: those that are kept, and the others computed at once
// and kept as far as there is room. tell is as in fill, of those computed.
func (c *Coverage) rowsOf(ctx context.Context, sites []int32, tell func(done, of int)) ([]*row, error) {
	b := c.baseIn(ctx)
	if b.err != nil {
		return nil, b.err
	}
	out := make([]*row, len(sites))
	var missing []int
	c.cache.mu.Lock()
	for k, site := range sites {
		if out[k] = c.cache.rows[site]; out[k] == nil {
			missing = append(missing, k)
		}
	}
	c.cache.mu.Unlock()
	places, seconds := make([]Place, len(missing)), make([][]uint32, len(missing))
	var metres [][]uint32
	for i, k := range missing {
		places[i], seconds[i] = c.Sites[sites[k]].At, make([]uint32, b.len())
		out[k] = &row{seconds: seconds[i]}
		if c.About.HasMetres {
			out[k].metres = make([]uint32, b.len())
			metres = append(metres, out[k].metres)
		}
	}
	if err := fill(ctx, b.rows, places, seconds, metres, tell); err != nil {
		return nil, err
	}
	c.cache.mu.Lock()
	defer c.cache.mu.Unlock()
	for _, k := range missing {
		if len(c.cache.rows) < maxRows {
			c.cache.rows[sites[k]] = out[k]
		}
	}
	return out, nil
}
