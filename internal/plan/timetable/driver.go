package timetable

// Driver returns the activity that drives a project's opening: of those that are
// not finished the one with the greatest mean excess, for that is where days are
// lost; where none exceeds its likely time, the one that most often decides the
// day. Of equals, the first in the process. Nil for an office that has opened,
// for a project without forecast, and for one whose forecast is stale: what
// nobody has reported on for half a year is not driven by its model. O(activities).
func (p *Project) Driver() *Activity {
	if p.State == Opened || !p.HasForecast() || p.Stale {
		return nil
	}
	var best *Activity
	for i := range p.Activities {
		a := &p.Activities[i]
		if a.done || a.Criticality == 0 {
			continue
		}
		if best == nil || a.drivesMore(best) {
			best = a
		}
	}
	return best
}

func (a *Activity) drivesMore(than *Activity) bool {
	if e, f := max(a.Excess, 0), max(than.Excess, 0); e != f {
		return e > f
	}
	return a.Criticality > than.Criticality
}

// Remains says whether an activity of a project is still to be finished before its
// office opens, so that the forecast rests on how long it takes.
func (t *Timetable) Remains(project, activity int) bool {
	p := &t.Projects[project]
	return p.State != Opened && !p.Activities[activity].done && t.process.stages[activity].leads
}
