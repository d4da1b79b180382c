package transit

import (
	"context"
	"fmt"
	"math/bits"
	"slices"

	"github.com/etablera/etablera/travel/gtfs"
)

// FeedOptions say how feeds become the timetable of a day.
type FeedOptions struct {
	Date gtfs.Date
	// PreBooked lets in traffic that must be booked in advance: routes of such a type (gtfs.PreBooked), and calls at which
	// one must phone the agency.
	PreBooked bool
	// Slack is how long before a departure one must be at the stop, in seconds.
	Slack int32
	// Seed moves each span of frequencies without exact times by a part of its headway, drawn from the seed; 0 runs the
	// first trip when the span begins. The minutes of a window then meet every phase of the headway alike.
	Seed uint64
}

// Traffic is the timetable of one day and what its stops and trips are.
type Traffic struct {
	Timetable *Timetable
	// Stops and Places have one entry per stop of the timetable: only stops at which some trip of a feed calls.
	Stops  []StopRef
	Places []Place
	// Trips are what the names in Timetable.Trip stand for.
	Trips []TripRef
	// Date is the day, and Feeds are what the timetable was made from, with their publishers and versions.
	Date  gtfs.Date
	Feeds []*gtfs.Feed
	// Runs counts for each feed the runs on the date itself. A feed with none says nothing of the day: look at its Span.
	Runs []int

	index [][]Stop // per feed and its stop; −1 where nothing calls
	slack int32
}

// StopRef is a stop of a feed.
type StopRef struct {
	Feed int32
	Stop gtfs.StopIndex
}

// TripRef is one run of a trip of a feed: on a service day some days after the date (−1: the night before), and moved by
// some seconds where it stands in frequencies.
type TripRef struct {
	Feed, Day, Moved int32
	Trip             gtfs.TripIndex
}

// FromFeeds joins feeds into the timetable of a date. Trips of the days before that run past midnight, and those of the day
// after, are there too, at the times that they have in seconds of the date. Feeds must be in one time zone.
func FromFeeds(feeds []*gtfs.Feed, opt FeedOptions) (*Traffic, error) {
	if opt.Slack < 0 || opt.Slack > 3600 {
		return nil, fmt.Errorf("transit: a slack of %d s; want 0 … 3600", opt.Slack)
	}
	tr := &Traffic{Date: opt.Date, Feeds: feeds, Runs: make([]int, len(feeds)), slack: opt.Slack}
	for i, f := range feeds {
		if f.Zone != feeds[0].Zone {
			return nil, fmt.Errorf("transit: %s is in time zone %s, %s in %s; want one zone", feeds[0].Name, feeds[0].Zone, f.Name, f.Zone)
		}
		tr.number(i, f)
	}
	b := NewBuilder(len(tr.Stops))
	for i, f := range feeds {
		g := &gatherer{traffic: tr, feed: f, number: int32(i), opt: opt, b: b}
		if err := g.gather(); err != nil {
			return nil, err
		}
	}
	tr.Timetable = b.Timetable()
	return tr, nil
}

// number gives numbers to the stops of a feed at which some trip calls.
func (tr *Traffic) number(feed int, f *gtfs.Feed) {
	index := make([]Stop, len(f.Stops))
	for i := range index {
		index[i] = -1
	}
	for i := range f.Calls {
		index[f.Calls[i].Stop] = 0
	}
	for i, s := range f.Stops {
		if index[i] == 0 {
			index[i] = Stop(len(tr.Stops))
			tr.Stops = append(tr.Stops, StopRef{int32(feed), gtfs.StopIndex(i)})
			tr.Places = append(tr.Places, Place{s.Lat, s.Lon})
		}
	}
	tr.index = append(tr.index, index)
}

// gatherer adds the trips of one feed.
type gatherer struct {
	traffic *Traffic
	feed    *gtfs.Feed
	number  int32
	opt     FeedOptions
	b       *Builder
	calls   []Call
}

const daySeconds = 24 * 3600

func (g *gatherer) gather() error {
	f := g.feed
	var latest gtfs.Seconds
	for i := range f.Calls {
		latest = max(latest, f.Calls[i].Depart)
	}
	for _, q := range f.Frequencies {
		// A trip of a frequency starts before its end, and runs as long as its model.
		latest = max(latest, q.End+f.Calls[f.FirstCall[q.Trip+1]-1].Depart)
	}
	on := make([]bool, len(f.Services))
	for day := -int32(latest / daySeconds); day <= 1; day++ {
		for i := range f.Services {
			on[i] = f.Services[i].On(g.opt.Date.AddDays(int(day)))
		}
		q := 0
		for t := range gtfs.TripIndex(len(f.Trips)) {
			first := q
			for q < len(f.Frequencies) && f.Frequencies[q].Trip == t {
				q++
			}
			trip := &f.Trips[t]
			if !on[trip.Service] || !g.opt.PreBooked && gtfs.PreBooked(f.Routes[trip.Route].Type) {
				continue
			}
			if err := g.runs(t, day, f.Frequencies[first:q], first); err != nil {
				return err
			}
		}
	}
	return nil
}

// runs adds the runs of a trip: one, or those of its frequencies.
func (g *gatherer) runs(t gtfs.TripIndex, day int32, frequencies []gtfs.Frequency, number int) error {
	if len(frequencies) == 0 {
		return g.run(t, day, 0)
	}
	begin := g.feed.CallsOf(t)[0].Depart
	for i, q := range frequencies {
		start := q.Start
		if !q.Exact && g.opt.Seed != 0 {
			start += phase(g.opt.Seed, uint64(g.number)<<32|uint64(number+i), q.Headway)
		}
		for ; start < q.End; start += q.Headway {
			if err := g.run(t, day, int32(start-begin)); err != nil {
				return err
			}
		}
	}
	return nil
}

// phase is a number from 0 to below the headway, drawn from the seed (SplitMix64).
func phase(seed, number uint64, headway gtfs.Seconds) gtfs.Seconds {
	x := seed + (number+1)*0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	hi, _ := bits.Mul64(x^x>>31, uint64(headway))
	return gtfs.Seconds(hi)
}

func (g *gatherer) run(t gtfs.TripIndex, day, moved int32) error {
	shift := day*daySeconds + moved
	g.calls = g.calls[:0]
	for _, c := range g.feed.CallsOf(t) {
		g.calls = append(g.calls, Call{
			Stop:   g.traffic.index[g.number][c.Stop],
			Arrive: int32(c.Arrive) + shift, Depart: int32(c.Depart) + shift,
			Board: g.open(c.Pickup), Alight: g.open(c.DropOff),
		})
	}
	if day == 0 {
		g.traffic.Runs[g.number]++
	}
	name := int32(len(g.traffic.Trips))
	g.traffic.Trips = append(g.traffic.Trips, TripRef{g.number, day, moved, t})
	if err := g.b.Add(name, g.calls); err != nil {
		return fmt.Errorf("%s, trip %q: %w", g.feed.Name, g.feed.Trips[t].ID, err)
	}
	// One must be at the stop some time before. This is done after the check, since it may put departures before arrivals.
	added := g.b.trip(int32(len(g.b.names) - 1))
	for i := range added {
		added[i].Depart -= g.opt.Slack
	}
	return nil
}

func (g *gatherer) open(b gtfs.Boarding) bool {
	return b == gtfs.Regular || b == gtfs.AskDriver || b == gtfs.PhoneAgency && g.opt.PreBooked
}

// Changes lists the walks between stops that a change may use: those on foot within the limit, and the rules of
// transfers.txt, which come before: a least time replaces the walk, or allows a change where there is none; an impossible
// change is taken out. A change at one stop takes no time unless a rule says so; the slack comes on top of every walk, and is
// a part of every least time.
func (tr *Traffic) Changes(ctx context.Context, walker Walker, limit int32) (*Lists, error) {
	walks, err := walker.Reach(ctx, tr.Places, tr.Places, limit)
	if err != nil {
		return nil, err
	}
	rules := tr.rules()
	lists := make([][]Hop, len(tr.Stops))
	for s := range tr.Stops {
		hops := slices.Clone(walks.From(s))
		set := func(to, seconds int32) {
			i, found := slices.BinarySearchFunc(hops, to, func(h Hop, to int32) int { return int(h.To - to) })
			if !found {
				hops = slices.Insert(hops, i, Hop{To: to})
			}
			hops[i].Seconds = seconds
		}
		set(int32(s), 0)
		for _, r := range rules[s] {
			set(r.To, r.Seconds)
		}
		lists[s] = slices.DeleteFunc(hops, func(h Hop) bool { return h.Seconds == Never })
	}
	return ListsOf(lists), nil
}

// rules are the changes of transfers.txt by stop, Never where one is impossible; a later row comes before an earlier one,
// and a row for two platforms before one for their station.
func (tr *Traffic) rules() [][]Hop {
	rules := make([][]Hop, len(tr.Stops))
	for i, f := range tr.Feeds {
		children := make([][]Stop, len(f.Stops))
		for s := range f.Stops {
			if p := f.Stops[s].Parent; p != gtfs.None && tr.index[i][s] >= 0 {
				children[p] = append(children[p], tr.index[i][s])
			}
		}
		for _, station := range []bool{true, false} {
			for _, t := range f.Transfers {
				isStation := f.Stops[t.From].Kind == gtfs.Station || f.Stops[t.To].Kind == gtfs.Station
				if isStation != station || t.Kind != gtfs.MinTime && t.Kind != gtfs.NotPossible {
					continue
				}
				seconds := Never
				if t.Kind == gtfs.MinTime {
					seconds = max(0, int32(t.Min)-tr.slack)
				}
				for _, a := range members(t.From, tr.index[i], children) {
					for _, b := range members(t.To, tr.index[i], children) {
						rules[a] = append(rules[a], Hop{int32(b), seconds})
					}
				}
			}
		}
	}
	return rules
}

// members are the stops at which something calls of a stop, or of a station.
func members(s gtfs.StopIndex, index []Stop, children [][]Stop) []Stop {
	out := slices.Clone(children[s])
	if index[s] >= 0 {
		out = append(out, index[s])
	}
	return out
}
