package timetable

import (
	"math"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// ProbabilityBy returns the share of runs in which a project has opened by a
// day, that day included; NaN without forecast. O(runs).
func (t *Timetable) ProbabilityBy(id programme.ProjectID, day civil.Date) float64 {
	i := t.Find(id)
	if i < 0 || !t.samples.base[i].IsKnown() {
		return math.NaN()
	}
	base, days := t.Samples(i)
	runs := 0
	for _, d := range days {
		if base+civil.Date(d) <= day {
			runs++
		}
	}
	return float64(runs) / float64(len(days))
}
