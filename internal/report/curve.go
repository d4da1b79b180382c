package report

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// curve is how many offices of the report's mandate have opened by the end of
// each month; the programme's own curve where it holds nothing else.
// O(projects × runs + months × runs).
func (b *builder) curve() []timetable.Point {
	whole := b.plan.Timetable.Curve
	ours := b.opening()
	if len(whole) == 0 || len(ours) == 0 {
		return nil
	}
	if len(ours) == len(b.plan.Timetable.Projects) {
		return whole
	}
	first, runs := whole[0].Month, b.plan.Timetable.Runs
	opened := make([]uint16, len(whole)*runs) // month by month
	for _, i := range ours {
		base, days := b.plan.Timetable.Samples(i)
		if len(days) < runs {
			continue
		}
		for r := range runs {
			if m := max(int((base+civil.Date(days[r])).Month()-first), 0); m < len(whole) {
				opened[m*runs+r]++
			}
		}
	}
	out, sofar := make([]timetable.Point, len(whole)), make([]int, runs)
	for m := range out {
		out[m].Month = whole[m].Month
		tally := make([]int, len(ours)+1)
		for r := range runs {
			sofar[r] += int(opened[m*runs+r])
			tally[sofar[r]]++
		}
		out[m].P10, out[m].P50, out[m].P90 = reached(tally, runs, 90), reached(tally, runs, 50), reached(tally, runs, 10)
	}
	return trimmed(out)
}

// opening are the positions of the mandate's projects that open an office.
func (b *builder) opening() []int {
	var out []int
	for i := range b.plan.Timetable.Projects {
		p := &b.plan.Timetable.Projects[i]
		if p.Mandate == b.mandate.ID && b.plan.Facts.S.Projects[p.Position].Kind == programme.Open {
			out = append(out, i)
		}
	}
	return out
}

// reached is the greatest number that a share of the runs, in per cent, reach.
func reached(tally []int, runs, perCent int) int {
	reach := 0
	for n := len(tally) - 1; n > 0; n-- {
		if reach += tally[n]; reach*100 >= perCent*runs {
			return n
		}
	}
	return 0
}

// quietMonths are kept before the first step of a curve and after its last.
const quietMonths = 3

// trimmed leaves out the months before anything opens and after everything has,
// which other mandates' offices gave the curve.
func trimmed(p []timetable.Point) []timetable.Point {
	last := len(p) - 1
	from, to := 0, last
	for from < last && p[from].P90 == 0 {
		from++
	}
	for to > from && p[to-1].P10 == p[last].P10 && p[to-1].P50 == p[last].P50 && p[to-1].P90 == p[last].P90 {
		to--
	}
	return p[max(0, from-quietMonths) : min(last, to+quietMonths)+1]
}
