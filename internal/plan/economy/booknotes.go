package economy

import "github.com/etablera/etablera/internal/plan/figure"

// notes say what a sum by period rests on, and what it lacks.
func (e *Economy) notes(f *figure.Figure, p Period, k Kind, s Scope) {
	if s.of == ofOffice || s.of == ofType {
		return
	}
	c := e.total
	switch s.of {
	case ofRound:
		c = e.Rounds[s.at].rests
	case ofMandate:
		c = e.Mandates[s.at].rests
	}
	note(f, c.open > 0, "types-open", c.open)
	note(f, c.proposed > 0, "proposed", c.proposed)
	note(f, c.released > 0, "released", c.released)
	note(f, c.contradiction, "contradiction")
	note(f, c.greedy || c.open > 0 && c.closing > 0, "greedy")
	note(f, c.open > 0 && k != Running, "scenarios")
	note(f, c.notPhased > 0, "not-phased", c.notPhased)
	note(f, c.unnamed[Low] > 0 || c.unnamed[High] > 0, "unnamed", max(c.unnamed[Low], c.unnamed[High]))
	lacking := c.notCosted[unitKind(k)]
	if k == All {
		lacking = c.notCosted[All]
	}
	note(f, lacking > 0, "not-costed", lacking)
	note(f, c.unstarted > 0 && k != Running, "no-start", c.unstarted)
	note(f, k >= Investment && e.line(s, High).unsplit > 0, "unsplit")
	e.noteLevel(f, p.Year, k)
}

// noteLevel says in which prices a cost of a year stands, where not its own.
func (e *Economy) noteLevel(f *figure.Figure, year int, k Kind) {
	if level, own := e.level(year, k); !own {
		note(f, level == 0, "price-unknown")
		note(f, level != 0, "price-level", level)
	}
}
