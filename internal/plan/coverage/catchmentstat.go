package coverage

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// CatchmentStat is how a group in a unit is served by a measure. Every number has a
// low and a high end, which differ where the number of officers is a range; a high end
// of infinity is a number that is not known.
type CatchmentStat struct {
	People  int64
	Without int64 // with nothing within reach
	// Unsure have an office within reach whose officers nobody has stated.
	Unsure        int64
	Mean          [2]float64
	P10, P50, P90 [2]float64 // what that share of the people have at most
}

// IsKnown says whether the mean is.
func (s *CatchmentStat) IsKnown() bool { return s.People > 0 && s.Unsure == 0 }

// CatchmentIn counts a group in a unit of a state; the numbers are positions in
// States, Units and Groups. O(points of the unit × log), once.
func (c *Coverage) CatchmentIn(state int, m Measure, unit, group int) (*CatchmentStat, error) {
	key := statKey{pointsKey{state, m}, unit, group}
	k := &c.cache.catchments
	k.mu.Lock()
	out := k.stats[key]
	k.mu.Unlock()
	if out != nil {
		return out, nil
	}
	at, err := c.servedIn(context.Background(), state, m)
	if err != nil {
		return nil, err
	}
	b := c.base()
	out = at.count(b.units[unit].Points, b.groups[group].People)
	k.mu.Lock()
	if k.stats == nil {
		k.stats = map[statKey]*CatchmentStat{}
	}
	k.stats[key] = out
	k.mu.Unlock()
	return out, nil
}

// share is what people get.
type share struct {
	much   float64
	people int64
}

func (a *served) count(points []int32, people []int32) *CatchmentStat {
	s := &CatchmentStat{}
	var ends [2][]share
	for _, p := range points {
		n := int64(people[p])
		if n == 0 {
			continue
		}
		s.People += n
		high := a.high[p]
		switch {
		case a.open[p] > 0:
			s.Unsure += n
			high = math.Inf(1)
		case high == 0:
			s.Without += n
		}
		ends[0], ends[1] = append(ends[0], share{a.low[p], n}), append(ends[1], share{high, n})
		s.Mean[0] += a.low[p] * float64(n)
		s.Mean[1] += high * float64(n)
	}
	if s.People == 0 {
		return s
	}
	for end, list := range ends {
		slices.SortFunc(list, func(x, y share) int { return cmp.Compare(x.much, y.much) })
		s.Mean[end] /= float64(s.People)
		s.P10[end], s.P50[end], s.P90[end] = quantileOf(list, s.People, 10), quantileOf(list, s.People, 50), quantileOf(list, s.People, 90)
	}
	return s
}

// quantileOf is the least that so many per cent of the people do not exceed.
func quantileOf(sorted []share, people, perCent int64) float64 {
	sum := int64(0)
	for _, x := range sorted {
		if sum += x.people; sum*100 >= people*perCent {
			return x.much
		}
	}
	return math.Inf(1)
}

// WorstServed lists the units of a kind that are served worst, of those whose mean is
// known: by the mean, and of equals the one with most people first.
func (c *Coverage) WorstServed(state int, m Measure, kind programme.AreaUnit, group, most int) ([]int, error) {
	type unit struct {
		at   int
		stat *CatchmentStat
	}
	var all []unit
	for i, u := range c.Units() {
		if u.Kind != kind {
			continue
		}
		s, err := c.CatchmentIn(state, m, i, group)
		if err != nil {
			return nil, err
		}
		if s.IsKnown() {
			all = append(all, unit{i, s})
		}
	}
	slices.SortStableFunc(all, func(a, b unit) int {
		return cmp.Or(cmp.Compare(a.stat.Mean[0], b.stat.Mean[0]), cmp.Compare(b.stat.People, a.stat.People))
	})
	var out []int
	for _, u := range all[:min(most, len(all))] {
		out = append(out, u.at)
	}
	return out, nil
}

// CatchmentPoints is what a state gives every point of the population, at the low and
// the high end; the high end is infinite where an office within reach has officers that
// nobody has stated.
func (c *Coverage) CatchmentPoints(state int, m Measure) (low, high []float64, err error) {
	a, err := c.servedIn(context.Background(), state, m)
	if err != nil {
		return nil, nil, err
	}
	n := c.Population().Len()
	low, high = a.low[:n], slices.Clone(a.high[:n])
	for i := range high {
		if a.open[i] > 0 {
			high[i] = math.Inf(1)
		}
	}
	return low, high, nil
}
