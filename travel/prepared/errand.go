package prepared

import (
	"context"
	"sync"

	"github.com/etablera/etablera/travel/transit"
)

// Errand says what is asked of trips to a site and home again within one day. What is 0
// has the value that is said beside it.
type Errand struct {
	// Stay is how long one stays, in seconds, within one span of opening hours: 1,800.
	Stay int32
	// LeaveFrom is the earliest time to leave home and HomeBy the latest to be back, in
	// seconds of the day: 0:00 and 24:00.
	LeaveFrom, HomeBy int32
}

// Filled puts in what is meant where nothing is said.
func (e Errand) Filled() Errand {
	if e.Stay == 0 {
		e.Stay = 1800
	}
	if e.HomeBy == 0 {
		e.HomeBy = 24 * 3600
	}
	return e
}

// returns are the days laid out in both directions, from one time of day to another;
// they are made when first asked for.
type returns struct {
	mu  sync.Mutex
	day *transit.Day
	of  [2]int32 // LeaveFrom and HomeBy of day
}

func (d *Days) both(e Errand) (*transit.Day, error) {
	d.returns.mu.Lock()
	defer d.returns.mu.Unlock()
	span := [2]int32{e.LeaveFrom, e.HomeBy}
	if d.returns.day != nil && d.returns.of == span {
		return d.returns.day, nil
	}
	day, err := transit.NewDay(d.traffic.Timetable.Within(e.LeaveFrom, e.HomeBy), d.changes, transit.Shortcuts{})
	if err == nil {
		d.returns.day, d.returns.of = day, span
	}
	return day, err
}

// ThereAndBack finds the shortest time from leaving home to being home again, with an
// errand at a site while it is open, from every place to every site, site after site;
// Unreachable where it cannot be done within the day. open are the opening hours of
// each site. Each way on foot alone is at most the journey's limit; with vehicles only
// the day bounds it. O(sites × (journeys of a day)), on all cores; tell hears how many
// sites are done.
func (d *Days) ThereAndBack(ctx context.Context, sites []Place, open [][]transit.Span, e Errand, tell func(done, of int)) ([]uint32, error) {
	e = e.Filled()
	day, err := d.both(e)
	if err != nil {
		return nil, err
	}
	at := transitPlaces(sites)
	q := transit.Errand{Homes: d.journey.Homes, Open: open, Service: e.Stay, LeaveFrom: e.LeaveFrom, HomeBy: e.HomeBy, MaxRides: d.journey.MaxRides,
		Workers: d.journey.Workers, Progress: tell}
	if q.Sites, err = d.walker.Reach(ctx, at, d.traffic.Places, d.access); err != nil {
		return nil, err
	}
	if q.Direct, err = d.walker.Reach(ctx, at, d.homes, d.journey.Limit); err != nil {
		return nil, err
	}
	trips, err := day.RoundTrips(ctx, q)
	if err != nil {
		return nil, err
	}
	out := make([]uint32, len(sites)*len(d.homes))
	for s := range sites {
		for h := range d.homes {
			out[s*len(d.homes)+h] = Unreachable
			if r := trips.At(h, s); r.Feasible() {
				out[s*len(d.homes)+h] = uint32(r.Seconds)
			}
		}
	}
	return out, nil
}
