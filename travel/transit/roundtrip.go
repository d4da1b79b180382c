package transit

import (
	"context"
	"fmt"
	"slices"
)

// Day is a timetable that can be travelled in both directions: to a site, and home again.
type Day struct{ out, back *Network }

// NewDay prepares a timetable for journeys there and back. The walks are as in [NewNetwork].
func NewDay(t *Timetable, walks *Lists, short Shortcuts) (*Day, error) {
	out, err := NewNetwork(t, walks, short)
	if err != nil {
		return nil, err
	}
	back, err := NewNetwork(t.Reversed(), walks.Turned(t.StopCount), short)
	if err != nil {
		return nil, err
	}
	return &Day{out, back}, nil
}

// Out is the network towards the sites.
func (d *Day) Out() *Network { return d.out }

// Span is a time from From to To, in seconds of the day.
type Span struct{ From, To int32 }

// Errand asks for journeys there and back. Walks are as in [Query]; those from a site to stops and from stops home may be
// given apart, and are the same as there where they are nil.
type Errand struct {
	Homes, Sites, Direct             *Lists
	BackHomes, BackSites, BackDirect *Lists
	// Open are the opening hours of each site on the day.
	Open [][]Span
	// Service is how long the errand takes, in seconds. It begins and ends within one span of opening hours.
	Service int32
	// LeaveFrom is the earliest time to leave home, HomeBy the latest time to be back.
	LeaveFrom, HomeBy int32
	// MaxRides bounds the rides of each direction.
	MaxRides int
	Workers  int
	Progress func(done, total int)
}

// RoundTrip is the shortest time from leaving home to being home again, and its hours: Leave home, Begin the errand, Depart
// from the site, Back home. Seconds is Never where it cannot be
// done. Waiting for the office to open, for vehicles at a stop and for the way home at the site counts; nobody waits at home.
type RoundTrip struct {
	Seconds                    int32
	Leave, Begin, Depart, Back int32
}

// Feasible says whether one gets there and back.
func (r RoundTrip) Feasible() bool { return r.Seconds != Never }

// RoundTrips are the best round trips from each home to each site.
type RoundTrips struct {
	Homes, Sites int
	trips        []RoundTrip
}

// At returns the best round trip from home to site.
func (r *RoundTrips) At(home, site int) RoundTrip { return r.trips[site*r.Homes+home] }

func (e *Errand) complete() {
	if e.BackHomes == nil {
		e.BackHomes = e.Homes
	}
	if e.BackSites == nil {
		e.BackSites = e.Sites
	}
	if e.BackDirect == nil {
		e.BackDirect = e.Direct
	}
}

func (e *Errand) check(d *Day) error {
	q := Query{Homes: e.Homes, Sites: e.Sites, Direct: e.Direct, Window: Window{From: e.LeaveFrom, Step: 1, Count: 1}, Limit: max(1, e.HomeBy-e.LeaveFrom), MaxRides: e.MaxRides}
	if err := q.check(d.out); err != nil {
		return err
	}
	q.Homes, q.Sites, q.Direct = e.BackHomes, e.BackSites, e.BackDirect
	if err := q.check(d.back); err != nil {
		return err
	}
	switch {
	case e.BackHomes.Len() != e.Homes.Len() || e.BackSites.Len() != e.Sites.Len() || len(e.Open) != e.Sites.Len():
		return fmt.Errorf("transit: %d homes and %d sites there, %d and %d back, %d lists of opening hours; want as many of each", e.Homes.Len(), e.Sites.Len(), e.BackHomes.Len(), e.BackSites.Len(), len(e.Open))
	case e.Service < 0 || e.Service > maxTime || e.LeaveFrom < -maxTime || e.HomeBy > maxTime:
		return fmt.Errorf("transit: an errand of %d s from %d to %d; want times within ±%d s", e.Service, e.LeaveFrom, e.HomeBy, maxTime)
	}
	for i, spans := range e.Open {
		for _, s := range spans {
			if s.To < s.From || s.From < -maxTime || s.To > maxTime {
				return fmt.Errorf("transit: site %d is open from %d to %d; want an end after its beginning", i, s.From, s.To)
			}
		}
	}
	return nil
}

// RoundTrips finds for each home and site the shortest time there and back within opening hours. A site costs a search in
// each direction; a home the useful journeys there and back, each looked at a few times.
func (d *Day) RoundTrips(ctx context.Context, e Errand) (*RoundTrips, error) {
	e.complete()
	if err := e.check(d); err != nil {
		return nil, err
	}
	until := e.HomeBy
	if e.MaxRides == 0 {
		until = e.LeaveFrom - 1 // nobody boards
	}
	there, err := newWays(ctx, d.out, e.Homes, exact(e.LeaveFrom, until), e.Workers)
	if err != nil {
		return nil, err
	}
	// Backwards in time, home is left at −HomeBy at the earliest, and the site reached by −LeaveFrom.
	until = -e.LeaveFrom
	if e.MaxRides == 0 {
		until = -e.HomeBy - 1
	}
	home, err := newWays(ctx, d.back, e.BackHomes, exact(-e.HomeBy, until), e.Workers)
	if err != nil {
		return nil, err
	}
	r := &RoundTrips{Homes: e.Homes.Len(), Sites: e.Sites.Len()}
	r.trips = make([]RoundTrip, r.Homes*r.Sites)
	state := func() *returner { return newReturner(d, r.Homes) }
	err = share(ctx, e.Workers, r.Sites, state, e.Progress, func(w *returner, site int) {
		w.site(&e, site, there, home, r.trips[site*r.Homes:(site+1)*r.Homes])
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// returner works on one site at a time.
type returner struct {
	out, back         *sweeper
	walkOut, walkBack []int32
	there, home       []Pair
}

func newReturner(d *Day, homes int) *returner {
	w := &returner{out: newSweeper(d.out), back: newSweeper(d.back), walkOut: make([]int32, homes), walkBack: make([]int32, homes)}
	for i := range w.walkOut {
		w.walkOut[i], w.walkBack[i] = Never, Never
	}
	return w
}

func setWalks(walk []int32, direct *Lists, site int, clear bool) {
	if direct == nil {
		return
	}
	for _, h := range direct.From(site) {
		if clear {
			walk[h.To] = Never
		} else {
			walk[h.To] = min(walk[h.To], h.Seconds)
		}
	}
}

func (w *returner) site(e *Errand, site int, there, home *ways, out []RoundTrip) {
	setWalks(w.walkOut, e.Direct, site, false)
	setWalks(w.walkBack, e.BackDirect, site, false)
	reach := w.out.run(e.Sites.From(site), e.MaxRides, e.HomeBy)
	back := w.back.run(e.BackSites.From(site), e.MaxRides, -e.LeaveFrom)
	for i := range out {
		w.there = pairsOf(w.there[:0], there.of(i), e.LeaveFrom, reach, e.HomeBy)
		w.home = pairsOf(w.home[:0], home.of(i), -e.HomeBy, back, -e.LeaveFrom)
		// Turned to leaving the site and being at home, the earliest first.
		for k, p := range w.home {
			w.home[k] = Pair{-p.Arrive, -p.Leave}
		}
		slices.Reverse(w.there)
		out[i] = best(e, e.Open[site], w.there, w.home, w.walkOut[i], w.walkBack[i])
	}
	setWalks(w.walkOut, e.Direct, site, true)
	setWalks(w.walkBack, e.BackDirect, site, true)
}

// best joins the useful journeys there and home, both the earliest first, through the opening hours.
func best(e *Errand, open []Span, there, home []Pair, walkOut, walkBack int32) RoundTrip {
	b := joiner{e: e, home: home, walkBack: walkBack, best: RoundTrip{Seconds: Never}}
	for _, o := range open {
		first, last := o.From+e.Service, o.To // of the end of the errand
		if first > last {
			continue
		}
		b.next = 0
		for _, p := range there {
			if end := max(p.Arrive, o.From) + e.Service; end <= last {
				b.join(p.Leave, end)
			}
		}
		if walkOut == Never {
			continue
		}
		// On foot, leave as late as the way home allows: by each journey home, or at once.
		b.next = 0
		if begin := max(o.From, e.LeaveFrom+walkOut); begin+e.Service <= last {
			b.join(begin-walkOut, begin+e.Service)
		}
		for _, h := range home {
			end := min(h.Leave, last)
			if leave := end - e.Service - walkOut; end >= first && leave >= e.LeaveFrom {
				b.join(leave, end)
			}
		}
	}
	return b.best
}

// joiner completes journeys by the way home. The ends of errands that it is given never fall, for one span of hours.
type joiner struct {
	e        *Errand
	home     []Pair
	walkBack int32
	next     int
	best     RoundTrip
}

func (b *joiner) join(leave, end int32) {
	for b.next < len(b.home) && b.home[b.next].Leave < end {
		b.next++
	}
	depart, at := Never, Never
	if b.next < len(b.home) {
		depart, at = b.home[b.next].Leave, b.home[b.next].Arrive
	}
	if b.walkBack != Never && end+b.walkBack <= at {
		depart, at = end, end+b.walkBack
	}
	if at > b.e.HomeBy || leave < b.e.LeaveFrom {
		return
	}
	if t := at - leave; t < b.best.Seconds || t == b.best.Seconds && leave < b.best.Leave {
		b.best = RoundTrip{t, leave, end - b.e.Service, depart, at}
	}
}
