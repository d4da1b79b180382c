package timetable

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// The curve ends three months after the last P90, or 30 years after its start.
const (
	monthsAfter = 3
	maxMonths   = 30 * 12
)

// makeCurve counts the offices opened by the end of each month. A project without
// forecast is in no count but the actual one. O(projects × runs + months × runs).
func (t *Timetable) makeCurve() {
	first, last := t.curveBounds()
	if !first.IsKnown() {
		return
	}
	months := min(int(last-first)+1, maxMonths)
	t.Curve = make([]Point, months)
	for m := range t.Curve {
		point := &t.Curve[m]
		point.Month, point.Actual = first+civil.Month(m), -1
		point.Planned = t.countBy(func(p *Project) bool { return t.plannedBy(p, point.Month) })
		if point.Month <= t.Now.Month() {
			point.Actual = t.countBy(func(p *Project) bool { return t.openedBy(p, point.Month) })
		}
	}
	t.curveQuantiles(first)
}

// counts says whether a project adds an office to the curve.
func (t *Timetable) counts(p *Project) bool {
	return t.facts.S.Projects[p.Position].Kind == programme.Open
}

func (t *Timetable) plannedBy(p *Project, m civil.Month) bool {
	return p.Planned.IsKnown() && p.Planned.Month() <= m
}

func (t *Timetable) openedBy(p *Project, m civil.Month) bool {
	if p.State != Opened {
		return false
	}
	_, last := bounds(p.Opened, t.Now)
	return last.Month() <= m
}

func (t *Timetable) countBy(by func(*Project) bool) int {
	n := 0
	for i := range t.Projects {
		if p := &t.Projects[i]; t.counts(p) && by(p) {
			n++
		}
	}
	return n
}

func (t *Timetable) curveBounds() (first, last civil.Month) {
	for i := range t.Projects {
		p := &t.Projects[i]
		if !t.counts(p) {
			continue
		}
		for _, d := range []civil.Date{p.Start, p.Planned} {
			if d.IsKnown() && (first == 0 || d.Month() < first) {
				first = d.Month()
			}
		}
		if d := p.Forecast.P90; d.IsKnown() {
			last = max(last, d.Month()+monthsAfter)
		}
	}
	return first, max(first, last)
}

// curveQuantiles counts the openings run by run, and takes the quantiles over
// the runs month by month.
func (t *Timetable) curveQuantiles(first civil.Month) {
	months := len(t.Curve)
	opened := make([]uint16, months*t.Runs) // run by run
	for i := range t.Projects {
		base, days := t.Samples(i)
		if len(days) == 0 || !t.counts(&t.Projects[i]) {
			continue
		}
		monthAfter := make([]int, int(slices.Max(days))+1)
		for d := range monthAfter {
			monthAfter[d] = max(int((base+civil.Date(d)).Month()-first), 0)
		}
		for r, d := range days {
			if m := monthAfter[d]; m < months {
				opened[r*months+m]++
			}
		}
	}
	counts := make([]uint16, t.Runs) // so far, by run
	for m := range t.Curve {
		for r := range counts {
			counts[r] += opened[r*months+m]
		}
		t.Curve[m].P10, t.Curve[m].P50, t.Curve[m].P90 = countQuantiles(counts, len(t.Projects))
	}
}

// countQuantiles returns the numbers that at least 90, 50 and 10 per cent of the
// runs reach.
func countQuantiles(counts []uint16, greatest int) (p10, p50, p90 int) {
	runs := make([]int, greatest+1)
	for _, c := range counts {
		runs[c]++
	}
	at := func(perCent int) int {
		reach := 0
		for n := greatest; n > 0; n-- {
			if reach += runs[n]; reach*100 >= perCent*len(counts) {
				return n
			}
		}
		return 0
	}
	return at(90), at(50), at(10)
}
