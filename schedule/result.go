package schedule

// Result is what a simulation found.
//
// For every project the identity
//
//	Mean = Reference + Σ Excess + Residual,   Residual = Σ Wait,   sums over the project's activities
//
// holds to floating-point accuracy, whatever the reference is. Take one run and walk back from the
// milestone through what drove it. Along this chain the milestone's deviation from the reference is the
// sum, over the chain's steps, of the deviation at the step's end less that at its beginning. A step
// over an activity's own duration gives sampled − reference duration: that is Excess. A step over a link
// gives the wait on the link less the wait that the reference had there: that is Wait. An unstarted
// activity on the chain has no wait, so where nothing has started and the reference is the network's
// own plan, Residual is minus the mean of the reference's slack along the chain, and never positive: it
// is the part of the excess that had slack to hide in. Where work has begun, a positive Wait is time
// that passed although the predecessor was done.
type Result struct {
	Runs       int
	Finish     *Samples // finish of each project's milestone
	Start      *Samples // start of each project's start activity; nil unless Options.Starts
	Activities []ActivityResult
	Projects   []ProjectResult
}

// ActivityResult is what a simulation found of one activity. Days are as everywhere; means are in days.
type ActivityResult struct {
	// P10 … P90 are nearest-rank quantiles of its finish.
	P10, P50, P80, P90                  int32
	MeanStart, MeanFinish, MeanDuration float64
	// Criticality is the share of runs in which its own duration lies on the critical path to the
	// milestone (Van Slyke 1963). It is 0 for what is done.
	Criticality float64
	// Excess is the mean over all runs of sampled − reference duration, counted when the duration lies
	// on the chain that drove the milestone.
	Excess float64
	// Wait is the mean over all runs of the wait before its start (or, behind a finish-finish link, its
	// finish) less that in the reference, counted when it lies on the chain.
	Wait float64
}

// ProjectResult is what a simulation found of one project.
type ProjectResult struct {
	Reference int32   // finish of the milestone in the reference
	Mean      float64 // mean finish of the milestone
	Residual  float64 // Mean − Reference − Σ Excess
}

var resultLevels = [...]float64{0.10, 0.50, 0.80, 0.90}

func newResult(n *Network, opt *Options) *Result {
	r := &Result{
		Runs:       opt.Runs,
		Finish:     newSamples(n.Projects(), opt.Runs),
		Activities: make([]ActivityResult, n.Activities()),
		Projects:   make([]ProjectResult, n.Projects()),
	}
	if opt.Starts {
		r.Start = newSamples(n.Projects(), opt.Runs)
	}
	return r
}
