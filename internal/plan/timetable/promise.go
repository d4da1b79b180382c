package timetable

import (
	"math"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// PromiseLevel is the probability with which a day must hold to be promised.
const PromiseLevel = 0.8

// Promise says whether a day in a frozen timetable could be promised, given what is
// known on the day of the timetable.
type Promise struct {
	Baseline programme.BaselineID
	Date     civil.Span
	// Probability that the office has opened by the end of Date; NaN without forecast.
	Probability float64
}

// Holds says whether the day could be promised: at P80 the office is open by then.
func (p Promise) Holds() bool { return p.Probability >= PromiseLevel }

// Promise returns what a baseline says of a project; false where it says no day.
func (t *Timetable) Promise(project int, id programme.BaselineID) (Promise, bool) {
	b, _ := t.facts.Baseline(id)
	p := &t.Projects[project]
	o := baselineOpening(b, p.ID)
	if o < 0 || !b.Openings[o].Opening.Last.IsKnown() {
		return Promise{}, false
	}
	date := b.Openings[o].Opening
	return Promise{id, date, t.ProbabilityBy(p.ID, date.Last)}, true
}

// JointPromise is how the days of a round in a frozen timetable hold together.
type JointPromise struct {
	Baseline programme.BaselineID
	Projects []int // with a day in the baseline
	Holding  int   // how many could be promised each on its own
	// All is the probability that every office opens by its day, Best and Weakest the
	// greatest and least of the single ones, Expected the mean number that does. All is
	// below Weakest: that is what many days in one plan cost. NaN where an office has no forecast.
	All, Best, Weakest, Expected float64
}

// JointPromise holds a round against a baseline, run by run. O(projects × runs).
func (t *Timetable) JointPromise(r *Round, id programme.BaselineID) JointPromise {
	out := JointPromise{Baseline: id, All: math.NaN(), Best: math.NaN(), Weakest: math.NaN(), Expected: math.NaN()}
	kept := make([]int, t.Runs)
	best, weakest, sum, unknown := 0.0, 1.0, 0.0, false
	for _, k := range r.Projects {
		p, ok := t.Promise(k, id)
		if !ok {
			continue
		}
		out.Projects = append(out.Projects, k)
		if math.IsNaN(p.Probability) {
			unknown = true
			continue
		}
		if p.Holds() {
			out.Holding++
		}
		best, weakest, sum = max(best, p.Probability), min(weakest, p.Probability), sum+p.Probability
		base, days := t.Samples(k)
		for run, d := range days {
			if base+civil.Date(d) <= p.Date.Last {
				kept[run]++
			}
		}
	}
	if len(out.Projects) > 0 && !unknown {
		out.All, out.Best, out.Weakest, out.Expected = shareAtLeast(kept, len(out.Projects)), best, weakest, sum
	}
	return out
}

// LatestPromises returns the id of the baseline that was frozen last of those with
// days; empty where there is none.
func (t *Timetable) LatestPromises() programme.BaselineID {
	if b := t.frozenOn(t.Now); b != nil {
		return b.ID
	}
	return ""
}
