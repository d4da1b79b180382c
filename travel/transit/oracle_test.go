package transit

// The slow search: forward in time, from one home at one departure, trip by trip as they were given, round by round. It
// shares nothing with the search under test: no patterns, no order of trips, no changes worked out beforehand.

// rawTrip is a trip as given to a Builder.
type rawTrip []Call

// oracle answers single departures.
type oracle struct {
	stops int
	trips []rawTrip
	walks [][]Hop
}

// arrive is the earliest arrival for who leaves at the time, rides at least once and at most rides times; Never if none.
func (o *oracle) arrive(home, site []Hop, leave int32, rides int) int32 {
	at := o.fresh()
	for _, h := range home {
		at[h.To] = min(at[h.To], leave+h.Seconds)
	}
	best := Never
	for range rides {
		got := o.fresh()
		for _, trip := range o.trips {
			aboard := false
			for _, c := range trip {
				if aboard && c.Alight {
					got[c.Stop] = min(got[c.Stop], c.Arrive)
				}
				if c.Board && at[c.Stop] <= c.Depart {
					aboard = true
				}
			}
		}
		for _, h := range site {
			if got[h.To] != Never {
				best = min(best, got[h.To]+h.Seconds)
			}
		}
		at = o.fresh()
		for s, hops := range o.walks {
			for _, h := range hops {
				if got[s] != Never {
					at[h.To] = min(at[h.To], got[s]+h.Seconds)
				}
			}
		}
	}
	return best
}

func (o *oracle) fresh() []int32 {
	at := make([]int32, o.stops)
	for i := range at {
		at[i] = Never
	}
	return at
}

// travel is the travel time when leaving at a time, walking all the way included.
func (o *oracle) travel(home, site []Hop, walk, leave, limit int32, rides int) int32 {
	t := walk
	if a := o.arrive(home, site, leave, rides); a != Never {
		t = min(t, a-leave)
	}
	if t > limit {
		return Never
	}
	return t
}

// travelBy is the travel time when one must be there by a time: the latest of all departures, second by second.
func (o *oracle) travelBy(home, site []Hop, walk, by, limit int32, rides int) int32 {
	for t := int32(0); t <= limit; t++ {
		if walk <= t || o.arrive(home, site, by-t, rides) <= by {
			return t
		}
	}
	return Never
}

// roundTrip tries every departure from home, and for each takes the way home at the end of the errand.
func (o *oracle) roundTrip(home, site []Hop, walk int32, open []Span, service, leaveFrom, homeBy int32, rides int) int32 {
	best := Never
	for leave := leaveFrom; leave <= homeBy; leave++ {
		arrive := o.arrive(home, site, leave, rides)
		if walk != Never {
			arrive = min(arrive, leave+walk)
		}
		if arrive == Never {
			continue
		}
		for _, s := range open {
			end := max(arrive, s.From) + service
			if end > s.To {
				continue
			}
			back := o.arrive(site, home, end, rides)
			if walk != Never {
				back = min(back, end+walk)
			}
			if back <= homeBy {
				best = min(best, back-leave)
			}
		}
	}
	return best
}
