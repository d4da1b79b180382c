package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// StaleDays is for how many days the latest statement of a project that has not
// opened says where it stands: half a year, for a project that nobody has
// reported, planned or announced anything about since then may as well have
// opened, or have been given up. What the model makes of it is a forecast of
// silence, not of an office.
const StaleDays = 180

// lastWord finds the latest statement of a project by a day: progress, a frozen
// timetable that names a day for it, or an announcement. The address is that of
// the fact; both are empty where no statement has a day.
func lastWord(x *programme.Index, p *programme.Project, announced int, day civil.Date) (civil.Date, figure.Address) {
	var last civil.Date
	var at figure.Address
	say := func(known civil.Date, fact figure.Address) {
		if known.IsKnown() && known <= day && known >= last {
			last, at = known, fact
		}
	}
	for _, i := range x.Progress(p.ID) {
		say(knownFrom(x, x.S.Progress[i].Provenance), figure.FactAt("progress", i+1, "activity"))
	}
	for i := range x.S.Baselines {
		b := &x.S.Baselines[i]
		if o := baselineOpening(b, p.ID); o >= 0 && b.Openings[o].Opening.IsKnown() {
			say(b.Frozen, figure.FactAt("baselines", b.ID, "frozen"))
		}
	}
	if announced >= 0 {
		say(knownFrom(x, x.S.OfficeEvents[announced].Provenance), figure.FactAt("events", announced+1, "date"))
	}
	return last, at
}

// stale says whether a project is still to open by facts that are too old.
func (p *Project) stale(now civil.Date) bool {
	return p.State != Opened && p.Reported.IsKnown() && p.Reported.DaysUntil(now) > StaleDays
}
