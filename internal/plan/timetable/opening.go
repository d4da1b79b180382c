package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// projectGrounds are the facts under a project: positions in OfficeEvents and
// TypeClaims, −1 where nothing is stated, and the address of the latest statement.
type projectGrounds struct {
	opened, announced, claim, closed int
	reported                         figure.Address
}

var noProjectGrounds = projectGrounds{opened: -1, announced: -1, claim: -1, closed: -1}

// opening finds the event by which a project has opened its office by a day, and
// the one that announces a day: of each the latest known. A move opens an office
// that was open before at another place, so only its own kind of event counts.
func opening(x *programme.Index, p *programme.Project, day civil.Date) (opened, announced civil.Span, at projectGrounds) {
	at = noProjectGrounds
	kind := programme.Opened
	if p.Kind == programme.Move {
		kind = programme.Moved
	}
	for _, i := range x.Events(p.Office) {
		e := &x.S.OfficeEvents[i]
		known := knownFrom(x, e.Provenance)
		if known > day {
			continue
		}
		switch {
		case e.Kind == kind && !e.Date.IsKnown():
			if at.opened < 0 {
				// It has opened, and did so no later than somebody knew of it.
				opened, at.opened = civil.Span{Last: known}, i
				if !known.IsKnown() {
					opened.Last = day
				}
			}
		case e.Kind == kind && happened(e.Date, day):
			if later(x, i, at.opened) || !x.S.OfficeEvents[at.opened].Date.IsKnown() {
				opened, at.opened = e.Date, i
			}
		case e.Kind == kind || e.Kind == programme.OpeningPlanned && p.Kind == programme.Open:
			if e.Date.IsKnown() && later(x, i, at.announced) {
				announced, at.announced = e.Date, i
			}
		}
	}
	return opened, announced, at
}

// later says whether event i became known no earlier than event j, or j is none.
func later(x *programme.Index, i, j int) bool {
	return j < 0 || knownFrom(x, x.S.OfficeEvents[i].Provenance) >= knownFrom(x, x.S.OfficeEvents[j].Provenance)
}
