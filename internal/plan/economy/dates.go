package economy

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// Dates is what the economy needs of a timetable.
type Dates struct {
	Projects []timetable.Project
	Runs     int
	// Samples returns a project's opening days, one per run, as a base day and
	// calendar days after it; no days where there is no forecast.
	Samples func(project int) (base civil.Date, days []uint16)
}

// Basis is which of the timetable's dates an opening is, by the last segment
// of its address there; empty where no date is known.
type Basis string

// The bases, in the order in which they are preferred. The planned day of an
// office that has opened is the actual one.
const (
	FromPlanned Basis = "planned"
	FromP50     Basis = "p50"
	FromOpened  Basis = "opened"
)

// openingOf chooses the day from which an office runs: the planned one, which
// the activities' dates belong to, else the median forecast, else what is known
// of the actual opening.
func openingOf(p *timetable.Project) (civil.Date, Basis) {
	switch {
	case p.Planned.IsKnown():
		return p.Planned, FromPlanned
	case p.Forecast.P50.IsKnown():
		return p.Forecast.P50, FromP50
	case p.Opened.IsKnown():
		return p.Opened.Middle(), FromOpened
	}
	return 0, ""
}

// closingOf returns the last day of an office in operation and the position in
// OfficeEvents of the event that says so: a closing that has happened, formally or in
// fact, before one that is planned; the latest written of each. Unknown and −1
// for an office that stays.
func closingOf(x *programme.Index, id programme.OfficeID) (civil.Date, int) {
	rank := map[programme.EventKind]int{programme.ClosingPlanned: 1, programme.Closed: 2, programme.ClosedDeFacto: 3}
	best, at := 0, -1
	for _, i := range x.Events(id) {
		ev := &x.S.OfficeEvents[i]
		if r := rank[ev.Kind]; r > 0 && r >= best && ev.Date.IsKnown() {
			best, at = r, i
		}
	}
	if at < 0 {
		return 0, -1
	}
	return x.S.OfficeEvents[at].Date.Middle(), at
}
