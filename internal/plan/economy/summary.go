package economy

// summary is what the programme's sums rest on, for the notes beside them.
type summary struct {
	open      int // offices whose scenarios differ in type
	proposed  int // offices with a type that is proposed and holds
	released  int
	unnamed   [2]int // offices that no project names, by scenario
	unstarted int    // offices with an opening but no start
	greedy    bool
	closing   int // offices that close within the horizon
}

func (e *Economy) summarise() {
	var s summary
	for i := range e.Offices {
		of := &e.Offices[i]
		s.open += b2i(of.Type[Low] != of.Type[High])
		s.proposed += b2i(of.Proposed && !of.Released)
		s.released += b2i(of.Released)
		s.unstarted += b2i(of.Opening.IsKnown() && !of.Start.IsKnown())
		s.closing += b2i(of.Closing.IsKnown() && of.Closing.Year() <= e.Last)
	}
	for i := range e.Rounds {
		r := &e.Rounds[i]
		s.greedy = s.greedy || r.Greedy
		for sc := range r.Unnamed {
			for _, n := range r.Unnamed[sc] {
				s.unnamed[sc] += n
			}
		}
	}
	e.sum = s
}

// level returns the lowest price level among the types in a year, and whether
// it is that of the year itself. A level of 0 is unknown.
func (e *Economy) level(year int) (int, bool) {
	lowest, own := year, true
	for i := range e.Types {
		for k := range e.Types[i].Unit {
			u := &e.Types[i].Unit[k]
			if n := year - e.First; n >= 0 && n < len(u.level) && u.level[n] < lowest {
				lowest, own = u.level[n], false
			}
		}
	}
	return lowest, own
}
