package coverage

import (
	"slices"
)

// The limits that people are counted within.
var (
	Minutes    = [...]int{10, 20, 30, 45, 60}
	Kilometres = [...]int{10, 20, 30, 45, 60}
)

// Reach is how the people of a group in a unit reach the nearest open office.
type Reach struct {
	People int64
	// Reached is how many reach any office at all.
	Reached  int64
	Within   [len(Minutes)]int64
	WithinKm [len(Kilometres)]int64
	HasKm    bool
	// Times in seconds; Unreachable where that many do not reach an office. Half
	// of the people have at most the median, 90 per cent at most the P90.
	Median, P90, Worst uint32
	Mean               float64 // seconds, of everyone; meaningless unless all reach an office
	WorstPoint         int32   // −1 where there is nobody
	// SecondMedian is the median time to the second nearest office.
	SecondMedian uint32
}

// AllReach says whether everybody reaches an office.
func (r *Reach) AllReach() bool { return r.People > 0 && r.Reached == r.People }

type reachKey struct{ state, unit, group int }

// ReachIn counts a group in a unit of a state; the numbers are positions in
// States, Units and Groups. O(points of the unit × log), once.
func (c *Coverage) ReachIn(state, unit, group int) (*Reach, error) {
	key := reachKey{state, unit, group}
	c.cache.mu.Lock()
	r := c.cache.reach[key]
	c.cache.mu.Unlock()
	if r != nil {
		return r, nil
	}
	a, err := c.AccessIn(state)
	if err != nil {
		return nil, err
	}
	b := c.base()
	r = a.count(b.units[unit].Points, b.groups[group].People)
	c.cache.mu.Lock()
	c.cache.reach[key] = r
	c.cache.mu.Unlock()
	return r, nil
}

// weighted is a time with its people.
type weighted struct {
	seconds uint32
	people  int32
	point   int32
}

// count makes the measures of a set of points.
func (a *Access) count(points []int32, people []int32) *Reach {
	r := &Reach{WorstPoint: -1, Median: Unreachable, P90: Unreachable, Worst: Unreachable, SecondMedian: Unreachable, HasKm: a.Metres != nil}
	first, second := make([]weighted, 0, len(points)), make([]weighted, 0, len(points))
	total := 0.0
	for _, p := range points {
		n := people[p]
		if n == 0 {
			continue
		}
		r.People += int64(n)
		first = append(first, weighted{a.Seconds[p], n, p})
		second = append(second, weighted{a.SecondSeconds[p], n, p})
		if a.Seconds[p] == Unreachable {
			continue
		}
		r.Reached += int64(n)
		total += float64(a.Seconds[p]) * float64(n)
		for k, m := range Minutes {
			if a.Seconds[p] <= uint32(m*60) {
				r.Within[k] += int64(n)
			}
		}
		for k, km := range Kilometres {
			if a.Metres != nil && a.Metres[p] <= uint32(km*1000) {
				r.WithinKm[k] += int64(n)
			}
		}
	}
	if r.People == 0 {
		return r
	}
	sortByTime(first)
	sortByTime(second)
	r.Median, r.P90 = quantile(first, r.People, 500), quantile(first, r.People, 900)
	last := first[len(first)-1]
	r.Worst, r.WorstPoint = last.seconds, last.point
	r.SecondMedian = quantile(second, r.People, 500)
	r.Mean = total / float64(r.People)
	return r
}

func sortByTime(list []weighted) {
	slices.SortFunc(list, func(a, b weighted) int {
		switch {
		case a.seconds != b.seconds:
			return int(int64(a.seconds) - int64(b.seconds))
		case a.people != b.people:
			return int(a.people) - int(b.people)
		}
		return int(b.point) - int(a.point) // so that the first of the worst points comes last
	})
}

// quantile is the least time that so many per mille of the people do not exceed.
func quantile(sorted []weighted, people int64, perMille int64) uint32 {
	sum := int64(0)
	for _, w := range sorted {
		if sum += int64(w.people); sum*1000 >= people*perMille {
			return w.seconds
		}
	}
	return Unreachable
}
