package coverage

import "context"

// Whoever compares many sets of offices, such as a search for places, asks these:
// they keep nothing but the rows.

// Measure finds the nearest offices of any set of sites, given by their positions
// in Sites, rising. O(sites × points).
func (c *Coverage) Measure(ctx context.Context, open []int32) (*Access, error) {
	return c.measure(ctx, open)
}

// Reach counts a group in a unit by an access; the numbers are positions in Units
// and Groups.
func (c *Coverage) Reach(a *Access, unit, group int) *Reach {
	b := c.base()
	return a.count(b.units[unit].Points, b.groups[group].People)
}

// Shift counts what differs between two accesses for a group in a unit.
func (c *Coverage) Shift(before, after *Access, unit, group int) *Shift {
	b := c.base()
	return shiftOf(before, after, b.units[unit].Points, b.groups[group].People)
}

// With is the access when one more site serves the points. The access that it is
// made of stays as it is. O(points).
func (c *Coverage) With(ctx context.Context, a *Access, site int32) (*Access, error) {
	seconds, metres, err := c.Row(ctx, site)
	if err != nil {
		return nil, err
	}
	out := a.copied()
	if a.Metres == nil {
		metres = nil
	}
	out.take(site, seconds, metres)
	return out, nil
}

// Candidate adds a place that no office has yet and returns its position in Sites:
// no state has it open. It must not be called while others ask.
func (c *Coverage) Candidate(key, name, municipality string, lat, lon float64) int32 {
	c.Sites = append(c.Sites, Site{Key: key, Name: name, Municipality: municipality, At: Place{key, lat, lon}, IsPlaced: true})
	return int32(len(c.Sites) - 1)
}
