package coverage

// Bands are the upper ends, in minutes, of the bands that changes are counted in;
// one more band holds what is longer, and those who gain or lose all access.
var Bands = [...]int{5, 10, 20, 30, 60}

// least is the change in seconds below which nothing is said to have changed.
const least = 60

// Shift is what a change does to the people of a group in a unit.
type Shift struct {
	People int64
	// Gained and Lost count people by how many minutes nearer or further their
	// nearest office is; the last band is beyond the last limit. Less than a minute
	// counts as no change.
	Gained, Lost [len(Bands) + 1]int64
	// GainedSeconds and LostSeconds are person-seconds, of those who reach an
	// office both before and after.
	GainedSeconds, LostSeconds int64
	// FirstReached and LeftWithout are people who reach an office only after, or
	// only before; they are in the last band.
	FirstReached, LeftWithout int64
}

// Sum adds up bands.
func Sum(bands [len(Bands) + 1]int64) int64 {
	n := int64(0)
	for _, b := range bands {
		n += b
	}
	return n
}

type shiftKey struct{ comparison, unit, group int }

// ShiftIn counts a group in a unit of a comparison.
func (c *Coverage) ShiftIn(comparison, unit, group int) (*Shift, error) {
	key := shiftKey{comparison, unit, group}
	c.cache.mu.Lock()
	s := c.cache.shifts[key]
	c.cache.mu.Unlock()
	if s != nil {
		return s, nil
	}
	before, err := c.AccessIn(c.Comparisons[comparison].Before)
	if err != nil {
		return nil, err
	}
	after, err := c.AccessIn(c.Comparisons[comparison].After)
	if err != nil {
		return nil, err
	}
	b := c.base()
	s = shiftOf(before, after, b.units[unit].Points, b.groups[group].People)
	c.cache.mu.Lock()
	c.cache.shifts[key] = s
	c.cache.mu.Unlock()
	return s, nil
}

// shiftOf compares two states over a set of points.
func shiftOf(before, after *Access, points, people []int32) *Shift {
	s := &Shift{}
	for _, p := range points {
		n := int64(people[p])
		s.People += n
		from, to := before.Seconds[p], after.Seconds[p]
		switch {
		case from == to:
		case from == Unreachable:
			s.Gained[len(Bands)] += n
			s.FirstReached += n
		case to == Unreachable:
			s.Lost[len(Bands)] += n
			s.LeftWithout += n
		case from >= to+least:
			s.Gained[band(from-to)] += n
			s.GainedSeconds += n * int64(from-to)
		case to >= from+least:
			s.Lost[band(to-from)] += n
			s.LostSeconds += n * int64(to-from)
		}
	}
	return s
}

// band is the position of the band that a change of so many seconds falls in.
func band(seconds uint32) int {
	for k, m := range Bands {
		if seconds <= uint32(m*60) {
			return k
		}
	}
	return len(Bands)
}
