package coverage

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// Standing is whether an office serves people on a day.
type Standing uint8

// The standings.
const (
	NotOpen  Standing = iota // not yet, by what is known or planned
	IsOpen                   // stated
	Implied                  // listed, and nothing says that it opened later: counted as open
	Doubtful                 // it may be: what is stated does not reach that day
	HasShut
)

// standing says how an office stands on a day: by its events where they reach the
// day, else by the timetable, else by its being listed at all. A planned last day
// is a day of service.
func (c *Coverage) standing(i int, on civil.Date) Standing {
	o := &c.facts.S.Offices[i]
	opened, hasOpened := c.lastEvent(o.ID, programme.Opened)
	if shut := c.shut(o.ID, opened, on); shut != NotOpen {
		return shut
	}
	project := c.projectOf[o.ID]
	switch {
	case hasOpened && !opened.IsKnown():
		return either(on >= c.asOf, IsOpen, Doubtful)
	case hasOpened && opened.First > on:
		return NotOpen
	case hasOpened && opened.Last.IsKnown() && opened.Last <= on:
		return IsOpen
	case hasOpened && !opened.First.IsKnown() && project == nil:
		return Implied
	case hasOpened:
		return Doubtful
	case project != nil:
		return c.byPlan(project, on)
	}
	if announced, ok := c.lastEvent(o.ID, programme.OpeningPlanned); ok {
		return either(announced.Last.IsKnown() && announced.Last <= on, Doubtful, NotOpen)
	}
	return Implied
}

// byPlan is the standing of an office that nobody has said to be open. Up to the
// day of the plan silence means that it is not, unless the silence is long.
func (c *Coverage) byPlan(p *timetable.Project, on civil.Date) Standing {
	switch {
	case on <= c.asOf:
		return either(p.Stale, Doubtful, NotOpen)
	case !p.Planned.IsKnown() || p.Stale:
		return Doubtful
	}
	return either(p.Planned <= on, IsOpen, NotOpen)
}

// shut says whether the office has closed by a day (HasShut), may have (Doubtful)
// or has not (NotOpen). A closing before the opening is that of an earlier office.
func (c *Coverage) shut(id programme.OfficeID, opened civil.Span, on civil.Date) Standing {
	out := NotOpen
	for _, i := range c.facts.Events(id) {
		e := &c.facts.S.OfficeEvents[i]
		day := e.Date
		switch e.Kind {
		case programme.Closed, programme.ClosedDeFacto:
		case programme.ClosingPlanned:
			if !day.IsKnown() {
				continue
			}
			day.Last++ // the last day is served
			day.First++
		default:
			continue
		}
		switch {
		case day.Last.IsKnown() && opened.First.IsKnown() && day.Last < opened.First:
		case day.Last.IsKnown() && day.Last <= on, !day.IsKnown() && on >= c.asOf:
			return HasShut
		case day.First.IsKnown() && day.First > on:
		default:
			out = Doubtful
		}
	}
	return out
}

// isToClose says whether the office has closed or is to: by an event that is not
// older than its opening, or by a project.
func (c *Coverage) isToClose(id programme.OfficeID) bool {
	opened, _ := c.lastEvent(id, programme.Opened)
	for _, i := range c.facts.Events(id) {
		e := &c.facts.S.OfficeEvents[i]
		switch e.Kind {
		case programme.Closed, programme.ClosedDeFacto, programme.ClosingPlanned, programme.ClosingDecided:
			if !(e.Date.Last.IsKnown() && opened.First.IsKnown() && e.Date.Last < opened.First) {
				return true
			}
		}
	}
	return c.closing[id]
}

// lastEvent is the date of the latest known event of a kind.
func (c *Coverage) lastEvent(id programme.OfficeID, kind programme.EventKind) (civil.Span, bool) {
	best := -1
	for _, i := range c.facts.Events(id) {
		if e := &c.facts.S.OfficeEvents[i]; e.Kind == kind && (best < 0 || c.facts.S.KnownFrom(e.Provenance) >= c.facts.S.KnownFrom(c.facts.S.OfficeEvents[best].Provenance)) {
			best = i
		}
	}
	if best < 0 {
		return civil.Span{}, false
	}
	return c.facts.S.OfficeEvents[best].Date, true
}

func either(is bool, a, b Standing) Standing {
	if is {
		return a
	}
	return b
}
