package transit

import (
	"cmp"
	"context"
	"slices"
)

// way is a way to board from a home: who leaves by the slot is on the trip when it leaves the event. A slot is a step of a
// window, or the time itself.
type way struct {
	slot  int32
	event Event
}

// ways are the ways to board of many homes, the latest slot first.
type ways struct {
	first []int64
	ways  []way
}

func (w *ways) of(home int) []way { return w.ways[w.first[home]:w.first[home+1]] }

// slots says how leaving times are told apart.
type slots struct {
	from  int32 // the first leaving time
	until int32 // the last departure of a trip that is of use
	step  int32
	last  int32 // the last slot; what leaves later counts there
}

// exact tells all leaving times apart, slot 0 being from.
func exact(from, until int32) slots { return slots{from, until, 1, Never} }

// boarder finds the ways to board of one home at a time.
type boarder struct {
	t     *Timetable
	known *stairs
	gains *gains // nil where it is not to be asked
	found []candidate
	kept  []way
}

type candidate struct {
	slot int32
	boarding
}

// newWays finds the ways to board of all homes. A way is left out where another leaves no earlier and boards the same
// pattern no later in its course nor with a later trip.
func newWays(ctx context.Context, n *Network, access *Lists, sl slots, workers int) (*ways, error) {
	if err := access.check("from homes to stops", access.Len(), n.t.StopCount); err != nil {
		return nil, err
	}
	lists := make([][]way, access.Len())
	state := func() *boarder {
		b := &boarder{t: n.t, known: newStairs(n.t)}
		if !n.short.NoGains {
			b.gains = newGains(n.t)
		}
		return b
	}
	err := share(ctx, workers, access.Len(), state, nil,
		func(b *boarder, i int) { lists[i] = slices.Clone(b.ways(access.From(i), sl, n.short.AllBoarding)) })
	if err != nil {
		return nil, err
	}
	w := &ways{first: make([]int64, access.Len()+1)}
	for i, l := range lists {
		w.first[i+1] = w.first[i] + int64(len(l))
	}
	w.ways = make([]way, w.first[access.Len()])
	for i, l := range lists {
		copy(w.ways[w.first[i]:], l)
		lists[i] = nil
	}
	return w, nil
}

// ways finds the ways to board of one home; they are valid until the next call.
func (b *boarder) ways(access []Hop, sl slots, all bool) []way {
	b.gather(access, sl)
	slices.SortFunc(b.found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.slot, x.slot), cmp.Compare(x.place, y.place), cmp.Compare(x.trip, y.trip))
	})
	b.kept = b.kept[:0]
	b.known.clear()
	if b.gains != nil {
		b.gains.clear()
	}
	for i := 0; i < len(b.found); {
		j := i
		for ; j < len(b.found) && b.found[j].slot == b.found[i].slot; j++ {
			c := &b.found[j]
			if better := b.known.best[c.place] > c.trip; better {
				b.known.put(c.pattern, c.place, c.trip)
			} else if !all {
				c.trip = Never // no better than one that leaves no earlier
			}
		}
		b.keep(b.found[i:j], all)
		i = j
	}
	return b.kept
}

// keep keeps those of a slot that are of use.
func (b *boarder) keep(group []candidate, all bool) {
	useful := group[:0]
	for _, c := range group {
		if all || c.trip != Never && b.known.corner(c.pattern, c.place, c.trip) {
			useful = append(useful, c)
		}
	}
	if b.gains != nil {
		b.gains.group()
		for _, c := range useful {
			b.gains.ride(c.boarding)
		}
	}
	for i, c := range useful {
		if b.gains == nil || b.gains.ofUse(i) {
			b.kept = append(b.kept, way{c.slot, b.t.event(c.pattern, c.trip, c.place-b.t.Start[c.pattern])})
		}
	}
}

// gather lists every trip that can be boarded at every stop within reach.
func (b *boarder) gather(access []Hop, sl slots) {
	b.found = b.found[:0]
	t := b.t
	for _, h := range access {
		for _, place := range t.placesAt[t.placeFirst[h.To]:t.placeFirst[h.To+1]] {
			p := t.patternOf[place]
			position := place - t.Start[p]
			for k := t.earliest(p, position, 0, sl.from+h.Seconds); k < t.Trips(p); k++ {
				depart := t.Depart[t.event(p, k, position)]
				if depart > sl.until {
					break
				}
				slot := (depart - h.Seconds - sl.from) / sl.step
				if slot >= sl.last {
					b.found = append(b.found, candidate{sl.last, boarding{p, place, k}})
					break // the trips after it are no better
				}
				b.found = append(b.found, candidate{slot, boarding{p, place, k}})
			}
		}
	}
}
