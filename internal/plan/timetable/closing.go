package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// closure is what is known of an office's end.
type closure struct {
	state State      // Closed, Closing, or empty for an office that stays
	day   civil.Span // when it shut, or the last day that is planned; unknown where only the decision is
	event int        // position in OfficeEvents, −1
}

// closing finds out by a day whether an office that has opened has closed again
// or is to. A closing that has happened, formally or in fact, goes before one
// that is planned, and that before a mere decision; of each kind the latest
// known holds. A planned last day is a day of service: the office has closed
// once it has passed. A closing before the opening is that of an earlier office.
func closing(x *programme.Index, office programme.OfficeID, opened civil.Span, day civil.Date) closure {
	happenedAt, planned, decided := -1, -1, -1
	for _, i := range x.Events(office) {
		e := &x.S.OfficeEvents[i]
		if knownFrom(x, e.Provenance) > day {
			continue
		}
		at := &decided
		switch e.Kind {
		case programme.Closed, programme.ClosedDeFacto:
			if at = &happenedAt; e.Date.IsKnown() && !happened(e.Date, day) {
				at = &planned
			}
		case programme.ClosingPlanned:
			if at = &planned; !e.Date.IsKnown() {
				at = &decided
			}
		case programme.ClosingDecided:
		default:
			continue
		}
		if before := e.Date.Last; before.IsKnown() && before < opened.First {
			continue
		}
		if later(x, i, *at) {
			*at = i
		}
	}
	switch {
	case happenedAt >= 0:
		return closure{Closed, x.S.OfficeEvents[happenedAt].Date, happenedAt}
	case planned >= 0:
		last := x.S.OfficeEvents[planned].Date
		if last.Last.IsKnown() && last.Last < day {
			return closure{Closed, last, planned}
		}
		return closure{Closing, last, planned}
	case decided >= 0:
		return closure{Closing, civil.Span{}, decided}
	}
	return closure{event: -1}
}

// Standing is the state to show for a project: State, or what has become of the
// office since it opened.
func (p *Project) Standing() State {
	if p.closing != "" {
		return p.closing
	}
	return p.State
}
