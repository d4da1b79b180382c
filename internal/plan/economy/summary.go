package economy

// rests is what the sums of a round, of a mandate or of the programme rest on: for the notes beside them.
type rests struct {
	open          int // offices whose scenarios differ in type
	proposed      int // offices with a type that is proposed and holds
	released      int
	notPhased     int
	notCosted     [3]int // by Establishment, Running and All: offices that lack a cost, or may
	unnamed       [2]int // offices that no project names, by scenario
	unstarted     int    // offices with an opening but no start
	closing       int    // offices that close within the horizon
	greedy        bool
	contradiction bool
}

func (e *Economy) summarise() {
	for i := range e.Rounds {
		r := &e.Rounds[i]
		s := rests{greedy: r.Greedy, contradiction: r.Contradiction}
		for _, o := range r.Offices {
			of := &e.Offices[o]
			one := e.restsOf(of)
			s.add(one)
			one.greedy, one.contradiction = r.Greedy, r.Contradiction
			e.Mandates[of.mandate].rests.add(one)
		}
		for sc := range r.Unnamed {
			for _, n := range r.Unnamed[sc] {
				s.unnamed[sc] += n
			}
		}
		r.rests = s
		e.total.add(s)
	}
}

// restsOf is what a single office brings to the sums that it is in.
func (e *Economy) restsOf(of *Office) rests {
	s := rests{
		open:      b2i(of.Type[Low] != of.Type[High]),
		proposed:  b2i(of.Proposed && !of.Released),
		released:  b2i(of.Released),
		notPhased: b2i(!of.Opening.IsKnown()),
		unstarted: b2i(of.Opening.IsKnown() && !of.Start.IsKnown()),
		closing:   b2i(of.Closing.IsKnown() && of.Closing.Year() <= e.Last),
	}
	for k := range s.notCosted {
		s.notCosted[k] = b2i(e.uncosted(of, Kind(k)))
	}
	return s
}

func (s *rests) add(o rests) {
	s.open += o.open
	s.proposed += o.proposed
	s.released += o.released
	s.notPhased += o.notPhased
	for k, n := range o.notCosted {
		s.notCosted[k] += n
	}
	s.unnamed[Low] += o.unnamed[Low]
	s.unnamed[High] += o.unnamed[High]
	s.unstarted += o.unstarted
	s.closing += o.closing
	s.greedy = s.greedy || o.greedy
	s.contradiction = s.contradiction || o.contradiction
}

// level returns the lowest price level among the types' costs of a kind in a
// year, and whether it is that of the year itself. A level of 0 is unknown.
func (e *Economy) level(year int, k Kind) (int, bool) {
	lowest := year
	for i := range e.Types {
		for unit := range e.Types[i].Unit {
			if k != All && (k == Running) != (Kind(unit) == Running) {
				continue
			}
			if level := e.Types[i].Unit[unit].level; len(level) > 0 {
				lowest = min(lowest, level[year-e.First])
			}
		}
	}
	return lowest, lowest == year
}
