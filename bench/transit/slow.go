package main

import (
	"fmt"
	"math/rand/v2"
	"sync"

	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/transit"
)

// slow is a forward search from one home at one departure over the trips as the feeds have them, in rounds. It knows nothing
// of patterns or changes between trips, and reads the feeds by itself.
type slow struct {
	trips [][]call
	walks *transit.Lists
	stops int
}

type call struct{ stop, arrive, depart int32 }

func newSlow(c *city) *slow {
	s := &slow{walks: c.changes, stops: len(c.traffic.Places)}
	return s
}

// add adds the trips of a service day.
func (s *slow) add(f *gtfs.Feed, number map[gtfs.StopIndex]int32, date gtfs.Date, shift, slack, from, until int32) {
	for t := range gtfs.TripIndex(len(f.Trips)) {
		if !f.Services[f.Trips[t].Service].On(date) {
			continue
		}
		calls := f.CallsOf(t)
		runs := []int32{0}
		for k, q := range f.Frequencies {
			if q.Trip != t {
				continue
			}
			if k == 0 || f.Frequencies[k-1].Trip != t {
				runs = nil
			}
			for at := q.Start; at < q.End; at += q.Headway {
				runs = append(runs, int32(at-calls[0].Depart))
			}
		}
		for _, run := range runs {
			var trip []call
			for _, k := range calls {
				trip = append(trip, call{number[k.Stop], int32(k.Arrive) + run + shift, int32(k.Depart) + run + shift - slack})
			}
			if trip[len(trip)-1].arrive >= from && trip[0].depart <= until {
				s.trips = append(s.trips, trip)
			}
		}
	}
}

// arrive is the earliest arrival at each of the stops after one ride, two rides, …: the least over all of them.
func (s *slow) arrive(home []transit.Hop, leave int32, rides int) []int32 {
	fresh := func() []int32 {
		at := make([]int32, s.stops)
		for i := range at {
			at[i] = transit.Never
		}
		return at
	}
	at, best := fresh(), fresh()
	for _, h := range home {
		at[h.To] = min(at[h.To], leave+h.Seconds)
	}
	for range rides {
		got := fresh()
		for _, trip := range s.trips {
			aboard := false
			for _, k := range trip {
				if aboard && k.arrive < got[k.stop] {
					got[k.stop] = k.arrive
				}
				aboard = aboard || at[k.stop] <= k.depart
			}
		}
		at = fresh()
		for i, a := range got {
			if a == transit.Never {
				continue
			}
			best[i] = min(best[i], a)
			for _, h := range s.walks.From(i) {
				at[h.To] = min(at[h.To], a+h.Seconds)
			}
		}
	}
	return best
}

// check holds the result against the bounds in every cell, and against the slow search in samples.
func (c *city) check() error {
	if err := c.bounds(); err != nil {
		return err
	}
	s, err := c.slow()
	if err != nil {
		return err
	}
	// A sample is a home at a minute, against all sites.
	random := rand.New(rand.NewPCG(1, 2))
	type sample struct {
		home, minute int
	}
	want := map[sample][]int32{}
	var homes []int
	for range c.s.samples {
		homes = append(homes, random.IntN(len(c.homes)))
	}
	for i, h := range homes {
		want[sample{h, (i * 37) % c.s.count}] = nil
	}
	for k := range want {
		want[k] = s.arrive(c.access.From(k.home), c.window.From+60*int32(k.minute), c.s.rides)
	}
	var mu sync.Mutex
	cells, wrong := 0, 0
	q := c.query()
	q.Percentiles = nil
	byHome := make([][]sample, len(c.homes))
	for k := range want {
		byHome[k.home] = append(byHome[k.home], k)
	}
	walk := c.walks.Turned(len(c.homes))
	q.Each = func(site, home int, times []int32) {
		for _, k := range byHome[home] {
			t := transit.Never
			for _, h := range walk.From(home) {
				if int(h.To) == site {
					t = h.Seconds
				}
			}
			for _, h := range c.access.From(site) {
				if a := want[k][h.To]; a != transit.Never {
					t = min(t, a+h.Seconds-c.window.From-60*int32(k.minute))
				}
			}
			if t > q.Limit {
				t = transit.Never
			}
			mu.Lock()
			cells++
			if t != times[k.minute] {
				wrong++
				if wrong < 10 {
					fmt.Printf("            %s → %s at minute %d: %d, slow search %d\n", c.names[home], c.names[site], k.minute, times[k.minute], t)
				}
			}
			mu.Unlock()
		}
	}
	if _, err := c.net.Matrix(ctxOf(), q); err != nil {
		return err
	}
	c.clock.done("%d travel times from %d homes held against the slow search: %d differ", cells, len(want), wrong)
	if wrong > 0 {
		return fmt.Errorf("%d of %d travel times differ from the slow search", wrong, cells)
	}
	return nil
}
