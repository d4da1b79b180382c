package coverage

import (
	"context"
	"sync"
	"sync/atomic"
)

// Prepare lays out the network or timetable and computes the rows that the states
// need, so that figures can be had quickly and the wait can be told and broken off:
// progress, which may be nil, is called with how many sites are done, by one goroutine
// at a time, first with none before anything is laid out. Without it the first figure
// that needs a row computes it. Where there are more sites than rows are kept for, the
// states are measured instead, one by one. What was broken off is done anew by whoever
// asks next.
func (c *Coverage) Prepare(ctx context.Context, progress func(done, of int)) error {
	var sites []int32
	needed := make([]bool, len(c.Sites))
	for i := range c.States {
		for _, site := range c.States[i].Open {
			if !needed[site] {
				needed[site] = true
				sites = append(sites, site)
			}
		}
	}
	if progress == nil {
		progress = func(int, int) {}
	}
	progress(0, len(sites))
	if b := c.baseIn(ctx); b.err != nil {
		return b.err
	}
	if len(sites) > maxRows {
		return c.prepareStates(ctx, progress)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var done int
	var mu sync.Mutex
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(sites)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				if _, _, err := c.Row(ctx, sites[i]); err != nil {
					cancel(err)
					return
				}
				mu.Lock()
				done++
				progress(done, len(sites))
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	return context.Cause(ctx)
}

// workers is how many rows are computed at a time.
const workers = 2

// prepareStates measures every state.
func (c *Coverage) prepareStates(ctx context.Context, progress func(done, of int)) error {
	for i := range c.States {
		if _, err := c.accessIn(ctx, i); err != nil {
			return err
		}
		progress(i+1, len(c.States))
	}
	return nil
}
