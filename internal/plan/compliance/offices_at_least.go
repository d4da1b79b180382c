package compliance

import (
	"math"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
)

// officesAtLeast checks that a mandate opens at least Minimum offices. What is
// measured is how many are open, or expected to be, when the mandate's window
// ends, or the number of projects where they are too few or the window has no
// end; the probability is that Minimum of them are open by then. An office that opened later counts
// all the same: the clause names no day. A range is met by its upper end.
//
// Fewer projects than the minimum is not met. Enough projects of which too few
// have a forecast is met by the plan, without a probability. When the window has
// ended, an office of which nobody has said that it opened leaves it unknown.
func (k *check) officesAtLeast() {
	if !k.c.Minimum.Known {
		k.unstated("minimum")
		return
	}
	ps, need := k.ofMandate(), k.c.Minimum.High
	w := civil.Span{Last: k.m.Window.Last}
	k.require(figure.OfRange(k.c.Minimum), figure.Same, k.field("minimum"))
	fates := make([]fate, len(ps))
	for i, p := range ps {
		fates[i] = k.fate(p, w)
		if _, has := k.opened(p); has {
			fates[i] = surely
		}
	}
	open := k.openingRows(ps, fates, w)
	if k.measureTally(open); !w.Last.IsKnown() || len(ps) < need {
		k.measure(figure.OfCount(len(ps)), figure.Number, projectFacts(ps)...)
	}
	o := k.oddsOf(ps, fates, w, need)
	k.f.Status, k.f.Probability = o.decide(k.sure, k.passed(w))
	switch {
	case len(ps) < need:
		k.need("compliance.need.more-projects", need-len(ps))
		return
	case k.f.Status == Met || k.f.Status == NotMet:
	case !w.Last.IsKnown():
		// Without a day to be open by there is no chance to compute.
		k.f.Status, k.f.Probability = MetByPlan, math.NaN()
		k.need("compliance.need.state-window")
		return
	case k.f.Status == Unknown && !k.passed(w):
		k.f.Status = MetByPlan
	}
	k.openingNeeds(ps, fates, w, o)
	if k.f.Status == NotMet {
		k.need("compliance.need.more-open", need-o.surely)
	}
}
