package transit

// lanes is the number of sites that a wide sweeper searches from side by side. Eight arrivals fill half a line of the
// processor's cache, so each change that is looked up serves eight sites for little more than the price of one.
const lanes = 8

// wide is a sweeper for several sites at a time. It finds what sweeper finds, by the same sweeps; see there.
type wide struct {
	n                      *Network
	toSite                 [][lanes]int32 // per stop
	reach, before          [][lanes]int32 // per event
	changed, changedBefore []bool
	apart                  [lanes][]int32 // reach, lane by lane
}

var neverLanes = [lanes]int32{Never, Never, Never, Never, Never, Never, Never, Never}

func newWide(n *Network) *wide {
	s := &wide{n: n, toSite: make([][lanes]int32, n.t.StopCount), reach: make([][lanes]int32, n.t.Events()), before: make([][lanes]int32, n.t.Events()),
		changed: make([]bool, n.t.Patterns()), changedBefore: make([]bool, n.t.Patterns())}
	for i := range s.toSite {
		s.toSite[i] = neverLanes
	}
	for i := range s.apart {
		s.apart[i] = make([]int32, n.t.Events())
	}
	return s
}

// run finds the arrivals at up to lanes sites; those of site i are the i-th of the result, valid until the next run.
func (s *wide) run(sites [][]Hop, rides int, horizon int32) *[lanes][]int32 {
	if s.n.short.AllPatterns {
		horizon = Never - 1
	}
	for lane, site := range sites {
		for _, h := range site {
			s.toSite[h.To][lane] = min(s.toSite[h.To][lane], h.Seconds)
		}
	}
	s.ride(horizon)
	for _, site := range sites {
		for _, h := range site {
			s.toSite[h.To] = neverLanes
		}
	}
	for k := 2; k <= rides; k++ {
		s.reach, s.before = s.before, s.reach
		s.changed, s.changedBefore = s.changedBefore, s.changed
		if !s.change() && !s.n.short.AllRounds {
			break
		}
	}
	for e := range s.reach {
		r := &s.reach[e]
		for lane := range len(sites) {
			s.apart[lane][e] = r[lane]
		}
	}
	return &s.apart
}

func (s *wide) ride(horizon int32) {
	t := s.n.t
	for p := range Pattern(t.Patterns()) {
		n := Event(t.Len(p))
		stops, alight := t.Stops[t.Start[p]:t.Start[p+1]], t.Alight[t.Start[p]:t.Start[p+1]]
		any := false
		for first := t.FirstEvent[p]; first < t.FirstEvent[p+1]; first += n {
			reach, arrive := s.reach[first:first+n], t.Arrive[first:first+n]
			best := neverLanes
			for j := n - 1; j >= 0; j-- {
				reach[j] = best
				if !alight[j] {
					continue
				}
				walks := &s.toSite[stops[j]]
				if *walks == neverLanes {
					continue
				}
				for lane, walk := range walks {
					if walk == Never {
						continue
					}
					if at := arrive[j] + walk; at <= horizon {
						best[lane] = min(best[lane], at)
					}
				}
			}
			any = any || reach[0] != neverLanes
		}
		s.changed[p], s.changedBefore[p] = any, false
		copy(s.before[t.FirstEvent[p]:t.FirstEvent[p+1]], s.reach[t.FirstEvent[p]:t.FirstEvent[p+1]])
	}
}

func (s *wide) change() bool {
	t := s.n.t
	improved := false
	for p := range Pattern(t.Patterns()) {
		begin, end := t.FirstEvent[p], t.FirstEvent[p+1]
		s.changed[p] = false
		if !s.n.due(p, s.changedBefore) {
			if s.changedBefore[p] {
				copy(s.reach[begin:end], s.before[begin:end])
			}
			continue
		}
		n := Event(t.Len(p))
		any := false
		for e := begin; e < end; e += n {
			any = s.trip(e, n) || any
		}
		s.changed[p] = any
		improved = improved || any
	}
	return improved
}

// trip sweeps one trip of n events, and returns whether anything was improved. The lanes are written out, since the
// compiler would keep an array of them in memory.
func (s *wide) trip(e, n Event) bool {
	to, first, all := s.n.changes.to, s.n.changes.first, s.before
	reach, before := s.reach[e:e+n], s.before[e:e+n]
	b0, b1, b2, b3, b4, b5, b6, b7 := Never, Never, Never, Never, Never, Never, Never, Never
	hi := first[e+n]
	any := false
	for j := n - 1; j > 0; j-- {
		lo := first[e+j]
		for _, target := range to[lo:hi] {
			v := &all[target]
			b0, b1, b2, b3 = min(b0, v[0]), min(b1, v[1]), min(b2, v[2]), min(b3, v[3])
			b4, b5, b6, b7 = min(b4, v[4]), min(b5, v[5]), min(b6, v[6]), min(b7, v[7])
		}
		hi = lo
		v := &before[j-1]
		b0, b1, b2, b3 = min(b0, v[0]), min(b1, v[1]), min(b2, v[2]), min(b3, v[3])
		b4, b5, b6, b7 = min(b4, v[4]), min(b5, v[5]), min(b6, v[6]), min(b7, v[7])
		now := [lanes]int32{b0, b1, b2, b3, b4, b5, b6, b7}
		any = any || now != *v
		reach[j-1] = now
	}
	return any
}
