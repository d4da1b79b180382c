package transit

// Shortcuts switch off what makes the search fast. None of them changes a result; tests show it.
type Shortcuts struct {
	AllChanges  bool // keep changes that are no better than others
	AllBoarding bool // keep ways to board that are no better than others
	NoGains     bool // keep changes and ways to board that arrive nowhere sooner than others
	AllRounds   bool // sweep for every ride, also where the last sweep changed nothing
	OneByOne    bool // search from one site at a time
	AllPatterns bool // sweep patterns also from where no site can be reached in time
}

// changes are the trips that can be boarded after each arrival: those after event e are to[first[e]:first[e+1]].
type changes struct {
	first []int32
	to    []Event
}

// stairs keeps, per place of each pattern, the earliest trip that is known to be boarded there or before.
type stairs struct {
	t       *Timetable
	best    []int32   // per place
	touched []Pattern // patterns with an entry
	isSet   []bool    // per pattern
}

func newStairs(t *Timetable) *stairs {
	s := &stairs{t: t, best: make([]int32, len(t.Stops)), isSet: make([]bool, t.Patterns())}
	for i := range s.best {
		s.best[i] = Never
	}
	return s
}

func (s *stairs) clear() {
	for _, p := range s.touched {
		for i := s.t.Start[p]; i < s.t.Start[p+1]; i++ {
			s.best[i] = Never
		}
		s.isSet[p] = false
	}
	s.touched = s.touched[:0]
}

// put says that the trip can be boarded at the place.
func (s *stairs) put(p Pattern, place, trip int32) {
	if !s.isSet[p] {
		s.isSet[p] = true
		s.touched = append(s.touched, p)
	}
	for i := place; i < s.t.Start[p+1] && s.best[i] > trip; i++ {
		s.best[i] = trip
	}
}

// corner says whether boarding the trip at the place is not matched by boarding at an earlier place, or an earlier trip.
func (s *stairs) corner(p Pattern, place, trip int32) bool {
	return s.best[place] == trip && (place == s.t.Start[p] || s.best[place-1] > trip)
}

// boarding is a trip that can be boarded at a place.
type boarding struct {
	pattern     Pattern
	place, trip int32
}

// changeMaker works out the changes of a timetable.
type changeMaker struct {
	t     *Timetable
	walks *Lists // from stop to stop
	known *stairs
	gains *gains // nil where it is not to be asked
	found []boarding
	all   bool
}

// newChanges works out the changes from every event at which one may alight.
func newChanges(t *Timetable, walks *Lists, short Shortcuts) *changes {
	m := &changeMaker{t: t, walks: walks, known: newStairs(t), all: short.AllChanges}
	if !short.NoGains {
		m.gains = newGains(t)
	}
	c := &changes{first: make([]int32, t.Events()+1)}
	// Changes are found from the last call of a trip to the first, and stored the other way.
	var lists [][2]int32 // begin and end in c.to, per position
	var scratch []Event
	for p := range Pattern(t.Patterns()) {
		n := t.Len(p)
		for k := range t.Trips(p) {
			m.known.clear()
			if m.gains != nil {
				m.gains.clear()
			}
			lists, scratch = lists[:0], scratch[:0]
			for j := n - 1; j >= 1; j-- {
				begin := int32(len(scratch))
				scratch = m.after(p, k, j, scratch)
				lists = append(lists, [2]int32{begin, int32(len(scratch))})
			}
			e := t.event(p, k, 0)
			c.first[e+1] = int32(len(c.to))
			for j := int32(1); j < n; j++ {
				span := lists[n-1-j]
				c.to = append(c.to, scratch[span[0]:span[1]]...)
				c.first[e+Event(j)+1] = int32(len(c.to))
			}
		}
	}
	return c
}

// after appends the changes from position j of a trip.
func (m *changeMaker) after(p Pattern, trip, j int32, out []Event) []Event {
	t := m.t
	place := t.Start[p] + j
	if !m.all && j < t.Len(p)-1 {
		m.known.put(p, place, trip) // staying on board
	}
	if !t.Alight[place] {
		return out
	}
	m.found = m.found[:0]
	arrive := t.Arrive[t.event(p, trip, j)]
	if m.gains != nil {
		m.gains.put(t.Stops[place], arrive)
	}
	for _, w := range m.walks.From(int(t.Stops[place])) {
		at := arrive + w.Seconds
		for _, q := range t.placesAt[t.placeFirst[w.To]:t.placeFirst[w.To+1]] {
			m.board(q, at)
		}
	}
	kept := m.found[:0]
	for _, f := range m.found {
		if m.all || m.known.corner(f.pattern, f.place, f.trip) {
			kept = append(kept, f)
		}
	}
	if m.gains != nil {
		m.gains.group()
		for _, f := range kept {
			m.gains.ride(f)
		}
	}
	for i, f := range kept {
		if m.gains == nil || m.gains.ofUse(i) {
			out = append(out, t.event(f.pattern, f.trip, f.place-t.Start[f.pattern]))
		}
	}
	return out
}

// board finds the first trip that leaves the place at or after the time.
func (m *changeMaker) board(place, at int32) {
	t := m.t
	p := t.patternOf[place]
	position := place - t.Start[p]
	best := m.known.best[place]
	if m.all {
		for k := t.earliest(p, position, 0, at); k < t.Trips(p); k++ {
			m.found = append(m.found, boarding{p, place, k})
		}
		return
	}
	if best == 0 || best != Never && t.Depart[t.event(p, best-1, position)] < at {
		return // an earlier trip cannot be had here
	}
	k := t.earliest(p, position, 0, at)
	if k >= t.Trips(p) || k >= best {
		return
	}
	m.known.put(p, place, k)
	m.found = append(m.found, boarding{p, place, k})
}
