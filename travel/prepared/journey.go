package prepared

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/transit"
)

// Journey says which journeys by public transport are asked for. What is 0 has the
// value that is said beside it.
type Journey struct {
	Date gtfs.Date
	// From is the first time of leaving home in seconds of the day, Minutes the number of minutes from then on: 7:00 and 120.
	From    int32
	Minutes int
	// Percentile of the travel times over the window: 50.
	Percentile int
	// Limit is the longest journey that counts, in seconds: 7,200.
	Limit int32
	// Access is the longest walk to or from a stop and Change that between stops, in seconds: 1,200 and 600.
	Access, Change int32
	// Rides is the most rides of a journey: 5.
	Rides int
	// PreBooked lets in traffic that must be booked in advance.
	PreBooked bool
	Workers   int
	Progress  func(done, of int)
}

// Filled puts in what is meant where nothing is said.
func (j Journey) Filled() Journey {
	set := func(p *int32, v int32) {
		if *p == 0 {
			*p = v
		}
	}
	if j.Minutes == 0 {
		j.From, j.Minutes = 7*3600, 120
	}
	if j.Percentile == 0 {
		j.Percentile = 50
	}
	if j.Rides == 0 {
		j.Rides = 5
	}
	set(&j.Limit, 7200)
	set(&j.Access, 1200)
	set(&j.Change, 600)
	return j
}

// Days are places that people leave by public transport on one date, laid out for the
// times to any sites.
type Days struct {
	journey transit.Query
	net     *transit.Network
	walker  *transit.OnFoot
	traffic *transit.Traffic
	homes   []transit.Place
	places  []Place
	access  int32
	missing []int
	changes *transit.Lists
	returns returns
}

// NoServiceError says that nothing runs on a date.
type NoServiceError struct {
	Date        gtfs.Date
	First, Last string
}

func (e *NoServiceError) Error() string {
	return fmt.Sprintf("no trip runs on %s; the feeds cover %s–%s", e.Date, e.First, e.Last)
}

// Transit lays out places for journeys of a date. Snap is in metres.
func (n *Network) Transit(ctx context.Context, homes []Place, snap float64, j Journey) (*Days, error) {
	j = j.Filled()
	foot, err := n.streetsOf(Walk)
	if err != nil {
		return nil, err
	}
	if len(n.archives) == 0 {
		return nil, &ModeError{Mode: Transit, Have: n.meta.Modes()}
	}
	feeds, err := n.feedsRead(ctx)
	if err != nil {
		return nil, err
	}
	d := &Days{access: j.Access, homes: transitPlaces(homes), places: homes}
	d.walker = &transit.OnFoot{Network: foot.road, Snap: snap}
	d.missing = foot.noRoad(homes, snap)
	if d.traffic, err = transit.FromFeeds(feeds, transit.FeedOptions{Date: j.Date, PreBooked: j.PreBooked}); err != nil {
		return nil, err
	}
	if d.traffic.Timetable.Events() == 0 {
		e := &NoServiceError{Date: j.Date}
		for _, m := range n.meta.Feeds {
			if e.First == "" || m.First < e.First {
				e.First = m.First
			}
			e.Last = max(e.Last, m.Last)
		}
		return nil, e
	}
	d.journey = transit.Query{Window: transit.Minutes(j.From, j.Minutes), Limit: j.Limit, MaxRides: j.Rides, Percentiles: []int{j.Percentile},
		Workers: j.Workers, Progress: j.Progress}
	if d.journey.Homes, err = d.walker.Reach(ctx, d.homes, d.traffic.Places, j.Access); err != nil {
		return nil, err
	}
	if d.changes, err = d.traffic.Changes(ctx, d.walker, j.Change); err != nil {
		return nil, err
	}
	d.net, err = transit.NewNetwork(d.traffic.Timetable.Within(d.journey.Window.Needs(j.Limit)), d.changes, transit.Shortcuts{})
	return d, err
}

// Missing lists the places that no path comes near.
func (d *Days) Missing() []int { return d.missing }

// Stops and Trips are how many of them the date has.
func (d *Days) Stops() int { return d.traffic.Timetable.StopCount }

// Trips is described at Stops.
func (d *Days) Trips() int { return len(d.traffic.Timetable.Trip) }

// To finds the seconds from every place to every site, site after site; Unreachable
// beyond the limit.
func (d *Days) To(ctx context.Context, sites []Place) ([]uint32, error) {
	return d.ToTelling(ctx, sites, d.journey.Progress)
}

// ToTelling is To that tells how many sites are done, whoever was to be told before.
// What is worked out of the places serves all sites, so many sites at once cost less
// than one by one.
func (d *Days) ToTelling(ctx context.Context, sites []Place, tell func(done, of int)) ([]uint32, error) {
	q, at := d.journey, transitPlaces(sites)
	q.Progress = tell
	var err error
	if q.Sites, err = d.walker.Reach(ctx, at, d.traffic.Places, d.access); err != nil {
		return nil, err
	}
	// Paths lead both ways alike, so the few sites can search for the many homes.
	if q.Direct, err = d.walker.Reach(ctx, at, d.homes, q.Limit); err != nil {
		return nil, err
	}
	m, err := d.net.Matrix(ctx, q)
	if err != nil {
		return nil, err
	}
	out := make([]uint32, len(sites)*len(d.homes))
	for s := range sites {
		for h := range d.homes {
			t := m.At(h, s)[0]
			out[s*len(d.homes)+h] = uint32(t)
			if t == transit.Never {
				out[s*len(d.homes)+h] = Unreachable
			}
		}
		here(d.places, sites[s], out[s*len(d.homes):(s+1)*len(d.homes)])
	}
	return out, nil
}

func transitPlaces(places []Place) []transit.Place {
	out := make([]transit.Place, len(places))
	for i, p := range places {
		out[i] = transit.Place(p)
	}
	return out
}
