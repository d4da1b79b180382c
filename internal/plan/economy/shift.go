package economy

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// Change is what a year costs more (or less, when negative) in a scenario.
type Change struct {
	Year                   int
	Establishment, Running [2]money.Ore // by scenario
}

// All is the change of both kinds together.
func (c Change) All(sc Scenario) money.Ore { return c.Establishment[sc] + c.Running[sc] }

// Shift says how the money moves, year by year, when a project's opening moves
// by calendar days (positive when late): the work stretches from an unmoved
// start, and the office runs from the new day. Offices keep their types. It is
// nil for a project that is not there or has no date, and for a day outside the
// years of the calendar.
func (e *Economy) Shift(id programme.ProjectID, days int) []Change {
	for i := range e.Offices {
		if of := &e.Offices[i]; of.Project == id && of.Opening.IsKnown() {
			return e.shift(of, of.Opening+civil.Date(days))
		}
	}
	return nil
}

func (e *Economy) shift(of *Office, opening civil.Date) []Change {
	if !e.cal.Covers(opening) || opening.Year() >= e.cal.Last().Year()-1 {
		return nil
	}
	after := of.spell
	after.opening = opening
	after.work = of.spell.work.stretched(e.cal.Number(opening))
	if int64(after.work.end()) >= int64(e.cal.Number(newYear(e.cal.Last().Year()))) {
		return nil
	}
	changes := make([]Change, e.Last-e.First+1)
	for sc := Low; sc <= High; sc++ {
		was, is := newLine(int(e.last-e.first)+1), newLine(int(e.last-e.first)+1)
		e.phase(was, &of.spell, of.Type[sc], sc)
		e.phase(is, &after, of.Type[sc], sc)
		for i, y := range e.Years() {
			c := &changes[i]
			c.Year = y.Year
			c.Establishment[sc] = e.read(is, y, Establishment).Low - e.read(was, y, Establishment).Low
			c.Running[sc] = e.read(is, y, Running).Low - e.read(was, y, Running).Low
		}
	}
	return changes
}
