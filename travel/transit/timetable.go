package transit

// Timetable holds the trips of a day by pattern. It is never changed once made.
//
// Pattern p calls at Stops[Start[p]:Start[p+1]]; that slice position is called a place. Its trips, earliest first, are
// events FirstEvent[p] …, Len(p) of them for each trip.
type Timetable struct {
	StopCount int
	Start     []int32 // per pattern, and one more
	Stops     []Stop  // per place
	Board     []bool  // per place: may one board here
	Alight    []bool  // per place: may one alight here
	// FirstEvent has one entry per pattern and one more.
	FirstEvent []Event
	// Arrive and Depart have one entry per event. Depart is when one must be at the stop at the latest.
	Arrive, Depart []int32
	// Trip is the caller's name of each trip: the value given to Builder.Add. TripStart leads from a pattern to its first.
	Trip      []int32
	TripStart []int32

	// placesAt[placeFirst[s]:placeFirst[s+1]] are the places at stop s where one may board, but for the last of a pattern.
	placeFirst []int32
	placesAt   []int32
	patternOf  []Pattern // per place
}

// Patterns is the number of patterns.
func (t *Timetable) Patterns() int { return len(t.FirstEvent) - 1 }

// Events is the number of calls of all trips.
func (t *Timetable) Events() int { return len(t.Arrive) }

// Len is the number of places of a pattern.
func (t *Timetable) Len(p Pattern) int32 { return t.Start[p+1] - t.Start[p] }

// Trips is the number of trips of a pattern.
func (t *Timetable) Trips(p Pattern) int32 { return t.TripStart[p+1] - t.TripStart[p] }

// event is the call of the pattern's trip at the position.
func (t *Timetable) event(p Pattern, trip, position int32) Event {
	return t.FirstEvent[p] + Event(trip*t.Len(p)+position)
}

// earliest is the first trip of the pattern from trip `from` on that departs at the position at or after the time; the
// number of trips where there is none.
func (t *Timetable) earliest(p Pattern, position, from, at int32) int32 {
	lo, hi := from, t.Trips(p)
	n, base := Event(t.Len(p)), t.FirstEvent[p]+Event(position)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Depart[base+Event(mid)*n] < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// index finds the places of each stop.
func (t *Timetable) index() {
	t.placeFirst = make([]int32, t.StopCount+1)
	t.patternOf = make([]Pattern, len(t.Stops))
	each := func(f func(place int32, s Stop)) {
		for p := range Pattern(t.Patterns()) {
			for i := t.Start[p]; i < t.Start[p+1]; i++ {
				t.patternOf[i] = p
				if t.Board[i] && i+1 < t.Start[p+1] {
					f(i, t.Stops[i])
				}
			}
		}
	}
	each(func(_ int32, s Stop) { t.placeFirst[s+1]++ })
	for s := range t.StopCount {
		t.placeFirst[s+1] += t.placeFirst[s]
	}
	next := append([]int32(nil), t.placeFirst...)
	t.placesAt = make([]int32, t.placeFirst[t.StopCount])
	each(func(place int32, s Stop) {
		t.placesAt[next[s]] = place
		next[s]++
	})
}

// Within keeps the trips that have a departure at or after from and an arrival at or before until.
func (t *Timetable) Within(from, until int32) *Timetable {
	b := NewBuilder(t.StopCount)
	var calls []Call
	for p := range Pattern(t.Patterns()) {
		n := t.Len(p)
		for k := range t.Trips(p) {
			first := t.event(p, k, 0)
			if t.Depart[first+Event(n)-2] < from || t.Arrive[first+1] > until {
				continue
			}
			calls = calls[:0]
			for i := range n {
				e, place := first+Event(i), t.Start[p]+i
				calls = append(calls, Call{t.Stops[place], t.Arrive[e], t.Depart[e], t.Board[place], t.Alight[place]})
			}
			b.add(t.Trip[t.TripStart[p]+k], calls)
		}
	}
	return b.Timetable()
}

// Reversed runs the day backwards: an arrival at time x becomes a departure at −x. A journey from a to b becomes one from b
// to a of the same length.
func (t *Timetable) Reversed() *Timetable {
	b := NewBuilder(t.StopCount)
	var calls []Call
	for p := range Pattern(t.Patterns()) {
		n := t.Len(p)
		for k := range t.Trips(p) {
			calls = calls[:0]
			for i := n - 1; i >= 0; i-- {
				e, place := t.event(p, k, i), t.Start[p]+i
				calls = append(calls, Call{t.Stops[place], -t.Depart[e], -t.Arrive[e], t.Alight[place], t.Board[place]})
			}
			b.add(t.Trip[t.TripStart[p]+k], calls)
		}
	}
	return b.Timetable()
}
