package gtfs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// rawCall is a row of stop_times.txt: 32 bytes, so that a national feed fits.
type rawCall struct {
	trip           TripIndex
	order          int32
	arrive, depart Seconds
	stop           StopIndex
	dist           float32 // shape_dist_traveled; NaN where there is none
	line           uint32
	column         uint16 // of arrival_time, for messages
	pickup, drop   Boarding
}

func (l *loader) calls(t *table) {
	trip, order, stop := t.must("trip_id"), t.must("stop_sequence"), t.must("stop_id")
	arrive, depart := t.must("arrival_time"), t.must("departure_time")
	pickup, drop, dist := t.optional("pickup_type"), t.optional("drop_off_type"), t.optional("shape_dist_traveled")
	var rows []rawCall
	last, lastID := TripIndex(None), ""
	for row := 1; !t.fatal && t.next() && !l.cancelled(row); row++ {
		if last == None || lastID != string(t.text(trip)) {
			i, known := l.trip[string(t.text(trip))]
			if !known {
				t.wrong(trip, UnknownID, "want a trip_id of trips.txt")
				continue
			}
			last, lastID = i, l.feed.Trips[i].ID
		}
		c := rawCall{trip: last, order: int32(t.needed(order, 0, math.MaxInt32)), arrive: t.clock(arrive), depart: t.clock(depart),
			dist: float32(t.decimal(dist, 0, 1e12)), line: uint32(t.at(arrive).Line), column: uint16(min(t.at(arrive).Column, math.MaxUint16)),
			pickup: Boarding(t.number(pickup, 0, 3, 0)), drop: Boarding(t.number(drop, 0, 3, 0))}
		c.stop = l.stopOf(t, stop)
		// A vehicle whose arrival or departure alone is known arrives when it departs.
		if c.arrive == NoTime {
			c.arrive = c.depart
		} else if c.depart == NoTime {
			c.depart = c.arrive
		}
		if !t.bad && c.depart < c.arrive {
			t.wrong(depart, BackwardTime, "want a time from "+c.arrive.String()+" on, when the vehicle arrives")
		}
		if t.bad {
			l.badTrip[c.trip] = true
			continue
		}
		rows = append(rows, c)
	}
	if l.ctx.Err() == nil && !t.fatal {
		l.assemble(rows)
	}
}

func (l *loader) stopOf(t *table, c column) StopIndex {
	s, known := l.stop[string(t.text(c))]
	switch {
	case !known && len(t.text(c)) == 0:
		t.wrong(c, FlexibleStop, "want a stop_id; areas and zones are not used")
	case !known:
		t.wrong(c, UnknownID, "want a stop_id of stops.txt")
	case l.feed.Stops[s].Kind != Platform && l.feed.Stops[s].Kind != BoardingArea:
		p := t.at(c)
		p.Code, p.Found, p.Want = NotAPlatform, l.feed.Stops[s].ID, "want a stop or platform (location_type 0)"
		l.warn(p)
	}
	return s
}

// assemble puts the calls in order of trip and stop_sequence, and checks and completes their times.
func (l *loader) assemble(rows []rawCall) {
	f := l.feed
	first := make([]int32, len(f.Trips)+1)
	for i := range rows {
		first[rows[i].trip+1]++
	}
	for i := range f.Trips {
		first[i+1] += first[i]
	}
	next := slices.Clone(first)
	sorted := make([]rawCall, len(rows))
	for i := range rows {
		sorted[next[rows[i].trip]] = rows[i]
		next[rows[i].trip]++
	}
	f.Calls = make([]Call, len(rows))
	byOrder := func(a, b rawCall) int { return cmp.Compare(a.order, b.order) }
	w := interpolator{stops: f.Stops}
	for t := range f.Trips {
		part, calls := sorted[first[t]:first[t+1]], f.Calls[first[t]:first[t+1]]
		if !slices.IsSortedFunc(part, byOrder) {
			slices.SortStableFunc(part, byOrder)
		}
		if !l.badTrip[t] && !l.timesOK(TripIndex(t), part) {
			l.badTrip[t] = true
		}
		for i, r := range part {
			calls[i] = Call{r.arrive, r.depart, r.stop, r.pickup, r.drop, r.arrive != NoTime}
		}
		if !l.badTrip[t] && len(part) > 1 {
			f.Interpolated += w.complete(calls, part)
		}
	}
	f.FirstCall = first
}

// timesOK checks the order and times of one trip's calls.
func (l *loader) timesOK(t TripIndex, part []rawCall) bool {
	ok := true
	report := func(r *rawCall, field string, code Code, found, want string) {
		ok = false
		l.problem(true, Problem{File: "stop_times.txt", Line: int(r.line), Column: int(r.column), Field: field, Code: code,
			Found: fmt.Sprintf("trip %q: %s", l.feed.Trips[t].ID, found), Want: want})
	}
	last := NoTime
	for i := range part {
		r := &part[i]
		if i > 0 && r.order == part[i-1].order {
			report(r, "stop_sequence", DuplicateOrder, fmt.Sprintf("%d stands twice", r.order), "want one number for each call")
		}
		switch {
		case r.arrive == NoTime && (i == 0 || i == len(part)-1):
			report(r, "arrival_time", MissingTime, "the first or last call has no time", "want both ends of a trip timed")
		case r.arrive == NoTime:
		case r.arrive < last:
			report(r, "arrival_time", BackwardTime, r.arrive.String(), "want a time from "+last.String()+" on, when the vehicle left the call before")
			last = r.depart
		default:
			last = r.depart
		}
	}
	return ok
}

// compact leaves out the trips that are wrong or go nowhere, and numbers the others anew.
func (l *loader) compact() {
	f := l.feed
	number := make([]TripIndex, len(f.Trips))
	trips, calls := f.Trips[:0], f.Calls[:0]
	begin := int32(0)
	firsts := []int32{0}
	for t := range f.Trips {
		end := f.FirstCall[t+1]
		part := f.Calls[begin:end]
		begin = end
		if !l.badTrip[t] && len(part) < 2 {
			l.warn(Problem{File: "trips.txt", Field: "trip_id", Code: FewCalls, Found: fmt.Sprintf("%q has %d calls and is left out", f.Trips[t].ID, len(part)), Want: "want at least 2"})
			l.badTrip[t] = true
		}
		if l.badTrip[t] {
			number[t] = None
			l.report.LeftOut++
			continue
		}
		number[t] = TripIndex(len(trips))
		trips = append(trips, f.Trips[t])
		calls = append(calls, part...)
		firsts = append(firsts, int32(len(calls)))
	}
	f.Trips, f.Calls, f.FirstCall = trips, calls, firsts
	kept := f.Frequencies[:0]
	for _, q := range f.Frequencies {
		if q.Trip = number[q.Trip]; q.Trip != None {
			kept = append(kept, q)
		}
	}
	f.Frequencies = kept
}
