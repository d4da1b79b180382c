package economy

// rests is what the sums of a round, or of the programme, rest on: for the notes beside them.
type rests struct {
	open          int // offices whose scenarios differ in type
	proposed      int // offices with a type that is proposed and holds
	released      int
	notPhased     int
	notCosted     int
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
			s.open += b2i(of.Type[Low] != of.Type[High])
			s.proposed += b2i(of.Proposed && !of.Released)
			s.released += b2i(of.Released)
			s.notPhased += b2i(!of.Opening.IsKnown())
			s.notCosted += b2i(e.uncosted(of))
			s.unstarted += b2i(of.Opening.IsKnown() && !of.Start.IsKnown())
			s.closing += b2i(of.Closing.IsKnown() && of.Closing.Year() <= e.Last)
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

func (s *rests) add(o rests) {
	s.open += o.open
	s.proposed += o.proposed
	s.released += o.released
	s.notPhased += o.notPhased
	s.notCosted += o.notCosted
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
