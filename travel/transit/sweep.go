package transit

// sweeper searches backward from one site at a time. It belongs to one goroutine.
type sweeper struct {
	n *Network
	// toSite is the walk from each stop to the site at hand, or Never.
	toSite []int32
	// reach[e] is the earliest arrival at the site for who is on the trip when it leaves event e, with at most as many
	// rides as there were sweeps; before is the same with one ride less.
	reach, before []int32
	// What the last sweep and the one before it changed, per pattern.
	changed, changedBefore []bool
}

func newSweeper(n *Network) *sweeper {
	s := &sweeper{n: n, toSite: make([]int32, n.t.StopCount), reach: make([]int32, n.t.Events()), before: make([]int32, n.t.Events()),
		changed: make([]bool, n.t.Patterns()), changedBefore: make([]bool, n.t.Patterns())}
	for i := range s.toSite {
		s.toSite[i] = Never
	}
	return s
}

// run finds the arrivals at a site for every event, with at most rides rides. Arrivals after the horizon may be left at
// Never. The result is valid until the next run.
func (s *sweeper) run(site []Hop, rides int, horizon int32) []int32 {
	if s.n.short.AllPatterns {
		horizon = Never - 1
	}
	for _, h := range site {
		s.toSite[h.To] = min(s.toSite[h.To], h.Seconds)
	}
	s.ride(horizon)
	for _, h := range site {
		s.toSite[h.To] = Never
	}
	for k := 2; k <= rides; k++ {
		s.reach, s.before = s.before, s.reach
		s.changed, s.changedBefore = s.changedBefore, s.changed
		if !s.change() && !s.n.short.AllRounds {
			break
		}
	}
	return s.reach
}

// ride is the first sweep: one ride, then on foot to the site.
func (s *sweeper) ride(horizon int32) {
	t := s.n.t
	for p := range Pattern(t.Patterns()) {
		n := Event(t.Len(p))
		stops, alight := t.Stops[t.Start[p]:t.Start[p+1]], t.Alight[t.Start[p]:t.Start[p+1]]
		any := false
		for first := t.FirstEvent[p]; first < t.FirstEvent[p+1]; first += n {
			reach, arrive := s.reach[first:first+n], t.Arrive[first:first+n]
			best := Never
			for j := n - 1; j >= 0; j-- {
				reach[j] = best
				if walk := s.toSite[stops[j]]; walk != Never && alight[j] {
					if at := arrive[j] + walk; at <= horizon && at < best {
						best = at
					}
				}
			}
			any = any || reach[0] != Never
		}
		s.changed[p] = any
		// The next sweep writes to before, which must hold what it does not change.
		copy(s.before[t.FirstEvent[p]:t.FirstEvent[p+1]], s.reach[t.FirstEvent[p]:t.FirstEvent[p+1]])
		s.changedBefore[p] = false
	}
}

// change is a further sweep: alight, change to a trip from which the site is reached in one ride less. It returns whether
// anything was improved.
func (s *sweeper) change() bool {
	t, to, first := s.n.t, s.n.changes.to, s.n.changes.first
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
			reach, before := s.reach[e:e+n], s.before[e:e+n]
			best := Never
			hi := first[e+n]
			for j := n - 1; j > 0; j-- {
				lo := first[e+j]
				for _, target := range to[lo:hi] {
					best = min(best, s.before[target])
				}
				hi = lo
				old := before[j-1]
				best = min(best, old)
				any = any || best < old
				reach[j-1] = best
			}
		}
		s.changed[p] = any
		improved = improved || any
	}
	return improved
}

// due says whether the last sweep, which changed the patterns marked in before, improved one that p can be changed to.
func (n *Network) due(p Pattern, before []bool) bool {
	if n.short.AllPatterns {
		return true
	}
	for _, q := range n.onward[n.onwardFirst[p]:n.onwardFirst[p+1]] {
		if before[q] {
			return true
		}
	}
	return false
}
