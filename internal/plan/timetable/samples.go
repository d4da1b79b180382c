package timetable

import "github.com/etablera/etablera/internal/civil"

// samples are the opening days of every run, two bytes each, so that 3,000
// projects × 10,000 runs fit in 60 MB.
type samples struct {
	base []civil.Date // per project; unknown: no forecast
	days [][]uint16   // per project and run, calendar days after base
}

// Sample returns the opening day of a project in a run, or unknown for a
// project without forecast. Runs count from 0 to Timetable.Runs − 1; run r is
// the same world in every project.
func (t *Timetable) Sample(project, run int) civil.Date {
	base := t.samples.base[project]
	if !base.IsKnown() {
		return 0
	}
	return base + civil.Date(t.samples.days[project][run])
}

// Samples returns a project's opening days as a base day and calendar days
// after it, one per run; nil days for a project without forecast. The slice
// belongs to the timetable and must not be changed.
func (t *Timetable) Samples(project int) (base civil.Date, days []uint16) {
	return t.samples.base[project], t.samples.days[project]
}
