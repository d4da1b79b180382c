package transit

import (
	"cmp"
	"fmt"
	"slices"
)

// Call is a vehicle's stop on a trip.
type Call struct {
	Stop           Stop
	Arrive, Depart int32 // seconds of the day
	Board, Alight  bool
}

// Builder gathers trips and lays them out as a Timetable.
type Builder struct {
	stops int
	calls []Call
	first []int32
	names []int32
}

// NewBuilder starts a timetable with the stops 0 … stops−1.
func NewBuilder(stops int) *Builder { return &Builder{stops: stops, first: []int32{0}} }

// Add adds a trip under a name of the caller's. Its calls, at least two, must be in order of time.
func (b *Builder) Add(name int32, calls []Call) error {
	if len(calls) < 2 {
		return fmt.Errorf("transit: trip %d has %d calls; want at least 2", name, len(calls))
	}
	for i, c := range calls {
		switch {
		case c.Stop < 0 || int(c.Stop) >= b.stops:
			return fmt.Errorf("transit: trip %d, call %d: no stop %d; want 0 … %d", name, i, c.Stop, b.stops-1)
		case c.Arrive < -maxTime || c.Depart > maxTime:
			return fmt.Errorf("transit: trip %d, call %d: time beyond ±%d seconds", name, i, maxTime)
		case i > 0 && (c.Arrive < calls[i-1].Arrive || c.Depart < calls[i-1].Depart || c.Arrive < calls[i-1].Depart):
			return fmt.Errorf("transit: trip %d, call %d: arrives at %d, before it left the call before at %d", name, i, c.Arrive, calls[i-1].Depart)
		}
	}
	b.add(name, calls)
	return nil
}

func (b *Builder) add(name int32, calls []Call) {
	b.calls = append(b.calls, calls...)
	b.first = append(b.first, int32(len(b.calls)))
	b.names = append(b.names, name)
}

func (b *Builder) trip(i int32) []Call { return b.calls[b.first[i]:b.first[i+1]] }

// compareCourse orders trips by the stops that they serve and whom they serve there.
func compareCourse(x, y []Call) int {
	if c := cmp.Compare(len(x), len(y)); c != 0 {
		return c
	}
	for i := range x {
		if c := cmp.Or(cmp.Compare(x[i].Stop, y[i].Stop), compareBool(x[i].Board, y[i].Board), compareBool(x[i].Alight, y[i].Alight)); c != 0 {
			return c
		}
	}
	return 0
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func compareTimes(x, y []Call) int {
	for i := range x {
		if c := cmp.Or(cmp.Compare(x[i].Depart, y[i].Depart), cmp.Compare(x[i].Arrive, y[i].Arrive)); c != 0 {
			return c
		}
	}
	return 0
}

// behind says whether trip y is nowhere ahead of trip x.
func behind(x, y []Call) bool {
	for i := range x {
		if y[i].Arrive < x[i].Arrive || y[i].Depart < x[i].Depart {
			return false
		}
	}
	return true
}

// Timetable lays the trips out. Trips of one course are dealt to patterns so that none overtakes another: each goes to the
// first pattern whose last trip it is not ahead of.
func (b *Builder) Timetable() *Timetable {
	order := make([]int32, len(b.names))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int {
		if c := compareCourse(b.trip(x), b.trip(y)); c != 0 {
			return c
		}
		return compareTimes(b.trip(x), b.trip(y))
	})
	t := &Timetable{StopCount: b.stops, Start: []int32{0}, FirstEvent: []Event{0}, TripStart: []int32{0}}
	for len(order) > 0 {
		n := 1
		for n < len(order) && compareCourse(b.trip(order[0]), b.trip(order[n])) == 0 {
			n++
		}
		var patterns [][]int32
	deal:
		for _, i := range order[:n] {
			for k, p := range patterns {
				if behind(b.trip(p[len(p)-1]), b.trip(i)) {
					patterns[k] = append(p, i)
					continue deal
				}
			}
			patterns = append(patterns, []int32{i})
		}
		for _, p := range patterns {
			b.lay(t, p)
		}
		order = order[n:]
	}
	t.index()
	return t
}

// lay appends a pattern with its trips.
func (b *Builder) lay(t *Timetable, trips []int32) {
	for _, c := range b.trip(trips[0]) {
		t.Stops, t.Board, t.Alight = append(t.Stops, c.Stop), append(t.Board, c.Board), append(t.Alight, c.Alight)
	}
	t.Start = append(t.Start, int32(len(t.Stops)))
	for _, i := range trips {
		for _, c := range b.trip(i) {
			t.Arrive, t.Depart = append(t.Arrive, c.Arrive), append(t.Depart, c.Depart)
		}
		t.Trip = append(t.Trip, b.names[i])
	}
	t.TripStart = append(t.TripStart, int32(len(t.Trip)))
	t.FirstEvent = append(t.FirstEvent, Event(len(t.Arrive)))
}
