package economy

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/sweden"
)

// maxYears bounds the horizon: a date far off is a mistake or a tail of the
// simulation, and must not cost memory.
const maxYears = 60

// layHorizon finds the years to show, makes the working calendar that covers
// every date, and each office's profile of work.
func (e *Economy) layHorizon(o Options) error {
	var early, late civil.Date
	see := func(d civil.Date) {
		if d.IsKnown() && (!early.IsKnown() || d < early) {
			early = d
		}
		late = max(late, d)
	}
	shown := civil.Date(0)
	for i := range e.Offices {
		of := &e.Offices[i]
		p := &e.dates.Projects[of.project]
		see(of.Start)
		see(of.Opening)
		shown = max(shown, of.Opening, p.Forecast.P90)
		for _, a := range p.Activities {
			see(a.Start)
			see(a.Finish)
		}
	}
	for _, out := range e.x.S.Outturns {
		if out.Month.IsKnown() {
			see(out.Month.First())
			shown = max(shown, out.Month.First())
		}
	}
	if !early.IsKnown() {
		// Nothing is dated: the year on which the programme stands.
		if early = e.x.S.Programme.AsOf; !early.IsKnown() {
			early = newYear(2000)
		}
		shown, late = early, early
	}
	e.First = early.Year()
	e.Last = min(max(shown, early).Year()+1, e.First+maxYears-1)
	if o.LastYear != 0 {
		e.Last = min(max(o.LastYear, e.First), e.First+maxYears-1)
	}
	e.first, e.last = civil.MonthOf(e.First, time.January), civil.MonthOf(e.Last, time.December)
	lastYear := min(max(late.Year()+1, e.latestSample().Year(), e.Last)+1, sweden.LastYear)
	if early.Year() < sweden.FirstYear || max(late.Year(), e.Last) >= sweden.LastYear {
		return fmt.Errorf("economy: the programme's dates run from %v to %v: want %d to %d", early, late, sweden.FirstYear, sweden.LastYear-2)
	}
	cal, err := sweden.NewWorkingCalendar(e.First, lastYear)
	if err != nil {
		return fmt.Errorf("economy: %w", err)
	}
	e.cal = cal
	weights := stageWeights(e.x.S)
	for i := range e.Offices {
		if of := &e.Offices[i]; of.Opening.IsKnown() {
			of.spell = spell{of.Opening, of.Closing, profileOf(cal, &e.dates.Projects[of.project], of.Opening, weights)}
		}
	}
	return nil
}

// latestSample is the latest opening day of any run; the first day of all where there is none.
func (e *Economy) latestSample() civil.Date {
	late := civil.Date(1)
	for i := range e.Offices {
		base, days := e.samples(&e.Offices[i])
		if !base.IsKnown() {
			continue
		}
		var most uint16
		for _, d := range days {
			most = max(most, d)
		}
		late = max(late, base+civil.Date(most))
	}
	return late
}

// samples are the sampled openings of an office; none where there is no simulation.
func (e *Economy) samples(o *Office) (civil.Date, []uint16) {
	if e.dates.Samples == nil || e.dates.Runs == 0 {
		return 0, nil
	}
	base, days := e.dates.Samples(o.project)
	if len(days) < e.dates.Runs {
		return 0, nil
	}
	return base, days[:e.dates.Runs]
}
