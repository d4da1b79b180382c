package coverage

import "context"

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
	_, err := c.rowsOf(ctx, sites, progress)
	return err
}

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
