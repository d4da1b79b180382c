package transit

// gains keeps the earliest arrival at each stop by what has been looked at so far. A trip that arrives nowhere sooner than
// that is of no use: who alights at a stop earlier can do everything that who alights there later can, by any walk and any
// change, and has ridden no more often.
//
// Trips are looked at in groups, the members of which are known under the numbers that they are put under. Of a group only
// those are of use that are the first to arrive somewhere once all have been put.
type gains struct {
	t       *Timetable
	arrive  []int32 // per stop
	owner   []int32 // per stop, the member of the group that arrives then; −1 where it is none of this group
	touched []Stop
	owned   []Stop  // stops that the group at hand has owners for
	count   []int32 // per member, the stops that it owns
}

func newGains(t *Timetable) *gains {
	g := &gains{t: t, arrive: make([]int32, t.StopCount), owner: make([]int32, t.StopCount)}
	for i := range g.arrive {
		g.arrive[i], g.owner[i] = Never, -1
	}
	return g
}

func (g *gains) clear() {
	g.group()
	for _, s := range g.touched {
		g.arrive[s] = Never
	}
	g.touched = g.touched[:0]
}

// group begins a new group.
func (g *gains) group() {
	for _, s := range g.owned {
		g.owner[s] = -1
	}
	g.owned, g.count = g.owned[:0], g.count[:0]
}

// put says that one can alight at the stop at the time without any of the group's trips.
func (g *gains) put(s Stop, at int32) {
	if g.arrive[s] == Never {
		g.touched = append(g.touched, s)
	}
	g.arrive[s] = min(g.arrive[s], at)
}

// ride puts every stop at which one can alight from a trip boarded at the place, as the next member of the group.
func (g *gains) ride(b boarding) {
	t, me := g.t, int32(len(g.count))
	g.count = append(g.count, 0)
	e := t.event(b.pattern, b.trip, b.place-t.Start[b.pattern])
	for place := b.place + 1; place < t.Start[b.pattern+1]; place++ {
		e++
		s := t.Stops[place]
		old := g.arrive[s]
		if t.Arrive[e] >= old || !t.Alight[place] {
			continue
		}
		switch {
		case old == Never:
			g.touched = append(g.touched, s)
			fallthrough
		case g.owner[s] < 0:
			g.owned = append(g.owned, s)
		default:
			g.count[g.owner[s]]--
		}
		g.arrive[s], g.owner[s] = t.Arrive[e], me
		g.count[me]++
	}
}

// ofUse says whether a member of the group is the first to arrive somewhere.
func (g *gains) ofUse(member int) bool { return g.count[member] > 0 }
