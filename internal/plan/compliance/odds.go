package compliance

import (
	"cmp"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
)

// fate is what is known of an opening and a window.
type fate uint8

const (
	undecided fate = iota // the simulation says how likely it is
	surely                // opened in the window
	never                 // opened outside it, or was not open when it ended, as stated or announced
	unsaid                // neither facts nor forecast say
)

// passed says whether a window is over. The plan stands at the end of its day.
func (all *checker) passed(w civil.Span) bool { return w.Last.IsKnown() && all.now >= w.Last }

// fate holds a project against a window, of which either end may be open.
func (all *checker) fate(p *timetable.Project, w civil.Span) fate {
	if when, has := all.opened(p); has {
		switch {
		case when.Last < w.First || w.Last.IsKnown() && when.First > w.Last:
			return never
		case when.First >= w.First && (!w.Last.IsKnown() || when.Last <= w.Last):
			return surely
		case all.passed(w) || !when.First.IsKnown() || !p.HasForecast():
			return unsaid
		}
		return undecided
	}
	switch {
	case all.passed(w) && (all.notOpen[p.ID] > w.Last || p.Announced.First > w.Last):
		return never
	case all.passed(w) || !p.HasForecast():
		return unsaid
	}
	return undecided
}

// odds is the chance that at least Need of some offices open in a window.
type odds struct {
	need                       int
	surely, never, unsaid, all int
	// low counts those of which nothing is said as failing, high as opening.
	low, high float64
	late      []*timetable.Project // undecided ones, those least likely to open in the window first
}

// oddsOf asks the simulation, run by run, so that offices that are late
// together are counted together. O(projects × runs).
func (all *checker) oddsOf(ps []*timetable.Project, fates []fate, w civil.Span, need int) odds {
	o := odds{need: need, all: len(ps)}
	inRun := make([]int32, all.t.Runs)
	chance := map[*timetable.Project]int{}
	for i, p := range ps {
		o.count(fates[i])
		if fates[i] == undecided {
			chance[p] = all.countRuns(p, w, inRun)
			if chance[p] < all.t.Runs {
				o.late = append(o.late, p)
			}
		}
	}
	slices.SortStableFunc(o.late, func(p, q *timetable.Project) int { return cmp.Compare(chance[p], chance[q]) })
	low, high := 0, 0
	for _, n := range inRun {
		if int(n)+o.surely >= need {
			low++
		}
		if int(n)+o.surely+o.unsaid >= need {
			high++
		}
	}
	o.low, o.high = float64(low)/float64(all.t.Runs), float64(high)/float64(all.t.Runs)
	return o
}

// countRuns adds one to each run in which a project's office opens in the
// window, and returns how many they are.
func (all *checker) countRuns(p *timetable.Project, w civil.Span, inRun []int32) int {
	base, days := all.t.Samples(all.t.Find(p.ID))
	first, last := int64(w.First)-int64(base), int64(math.MaxInt32)
	if w.Last.IsKnown() {
		last = int64(w.Last) - int64(base)
	}
	n := 0
	for r, d := range days {
		if int64(d) >= first && int64(d) <= last {
			inRun[r]++
			n++
		}
	}
	return n
}

// decide gives the status of a clause about time, and its probability, which
// is unknown where offices of which nothing is said would change it. When the
// window is over nothing is at risk any more: it was met, or not, or nobody
// has said.
func (o odds) decide(sure float64, over bool) (Status, float64) {
	switch {
	case o.surely >= o.need:
		return Met, 1
	case o.all-o.never < o.need:
		return NotMet, 0
	case over:
		return Unknown, math.NaN()
	}
	p := o.low
	if o.low != o.high {
		p = math.NaN()
	}
	switch {
	case o.low >= sure:
		return MetByPlan, p
	case o.high < sure:
		return AtRisk, p
	}
	return Unknown, p
}
