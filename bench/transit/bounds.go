package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/transit"
)

func ctxOf() context.Context { return context.Background() }

// slow reads the feeds anew for the slow search.
func (c *city) slow() (*slow, error) {
	s := newSlow(c)
	date, err := gtfs.ParseDate(c.s.date)
	if err != nil {
		return nil, err
	}
	for i, name := range feedsOf[c.s.city] {
		f, _, err := gtfs.Open(ctxOf(), filepath.Join(c.s.data, "gtfs", name), gtfs.Options{})
		if err != nil {
			return nil, err
		}
		number := map[gtfs.StopIndex]int32{}
		for k, ref := range c.traffic.Stops {
			if int(ref.Feed) == i {
				number[ref.Stop] = int32(k)
			}
		}
		for day := -1; day <= 1; day++ {
			s.add(f, number, date.AddDays(day), int32(day)*86400, int32(c.s.slack), c.window.From, c.window.From+int32(60*(c.s.count+c.s.limit)))
		}
	}
	return s, nil
}

// bounds holds every cell against two bounds that need no search: walking all the way from above, and from below the fastest
// straight line at the speed of the fastest vehicle between two stops, with the walks to the nearest stops.
func (c *city) bounds() error {
	n := len(c.homes)
	fastest := c.fastest()
	nearest := make([]int32, n)
	for i := range nearest {
		nearest[i] = transit.Never
		for _, h := range c.access.From(i) {
			nearest[i] = min(nearest[i], h.Seconds)
		}
	}
	beeline := transit.GreatCircle{Speed: fastest, Detour: 1}
	ride, err := beeline.Reach(ctxOf(), c.homes, c.homes, 86400)
	if err != nil {
		return err
	}
	bad := 0
	walk := make([]int32, n)
	for site := range n {
		for i := range walk {
			walk[i] = transit.Never
		}
		for _, h := range c.walks.From(site) {
			walk[h.To] = h.Seconds
		}
		for _, h := range ride.From(site) {
			home := int(h.To)
			at := c.result.At(home, site)
			least := walk[home]
			if nearest[home] != transit.Never && nearest[site] != transit.Never {
				least = min(least, max(nearest[home]+nearest[site], h.Seconds))
			}
			last := int32(0)
			for _, t := range at {
				if t > walk[home] || t < least || t < last {
					bad++
				}
				last = t
			}
		}
	}
	worse, better, err := c.direct()
	if err != nil {
		return err
	}
	bad += worse
	c.clock.done("bounds: vehicles at most %.0f km/h; changing is faster than direct trips in %.1f %% of the percentiles; %d out of bounds or out of order",
		fastest*3.6, 100*float64(better)/float64(n*n*len(percentiles)), bad)
	if bad > 0 {
		return fmt.Errorf("%d percentiles lie outside their bounds", bad)
	}
	return nil
}

// direct counts the percentiles that are above those of direct trips alone, which none may be, and those below.
func (c *city) direct() (worse, better int, err error) {
	q := c.query()
	q.MaxRides = 1
	one, err := c.net.Matrix(ctxOf(), q)
	if err != nil {
		return 0, 0, err
	}
	for site := range c.homes {
		for home := range c.homes {
			most := one.At(home, site)
			for i, t := range c.result.At(home, site) {
				if t > most[i] {
					worse++
				} else if t < most[i] {
					better++
				}
			}
		}
	}
	return worse, better, nil
}

// fastest is the greatest speed of any vehicle between two calls that are some way apart in time, in metres per second, but
// no less than walking.
func (c *city) fastest() float64 {
	t := c.net.Timetable()
	best := c.s.speed / 3.6
	metres := transit.GreatCircle{Speed: 1, Detour: 1}
	for p := range transit.Pattern(t.Patterns()) {
		stops := t.Stops[t.Start[p]:t.Start[p+1]]
		for e := t.FirstEvent[p]; e < t.FirstEvent[p+1]; e += transit.Event(len(stops)) {
			for i := 1; i < len(stops); i++ {
				a, b := c.traffic.Places[stops[i-1]], c.traffic.Places[stops[i]]
				seconds := t.Arrive[int(e)+i] - (t.Depart[int(e)+i-1] + int32(c.s.slack))
				best = max(best, metres.Metres(a, b)/float64(max(seconds, 1)))
			}
		}
	}
	return best
}
