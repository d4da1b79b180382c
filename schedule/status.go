package schedule

// State says how far an activity has come.
type State uint8

// The states. The zero State is NotStarted.
const (
	NotStarted State = iota
	Running
	Done
)

// Span is a day that is known only to lie in Lo … Hi, both included: a source that says "June" gives
// the first and the last working day of June. Simulation takes every day of it as equally likely; the
// deterministic plan takes the middle one (the earlier of two).
type Span struct {
	Lo, Hi int32
}

// On returns the span of one day: the day is known.
func On(day int32) Span { return Span{day, day} }

// Between returns the span lo … hi.
func Between(lo, hi int32) Span { return Span{lo, hi} }

// Middle returns the middle day, the earlier of two.
func (s Span) Middle() int32 { return s.Lo + (s.Hi-s.Lo)/2 }

// clip cuts off what lies after last: what has happened did so no later than now.
func (s Span) clip(last int32) Span { return Span{min(s.Lo, last), min(s.Hi, last)} }

// Status is what has become of an activity by [Spec.Now]. Its zero value is "not started".
type Status struct {
	State State
	// Start is when it started (Running and Done). The part of it after Now is ignored.
	Start Span
	// Finish is when it finished (Done); a draw before the start counts as the start.
	Finish Span
	// Remaining is the number of working days left from Now, where somebody knows it (Running only).
	// It replaces the distribution, also in simulation.
	Remaining Optional
}

// Started returns the status of an activity that runs since start.
func Started(start Span) Status { return Status{State: Running, Start: start} }

// StartedWithRemaining returns the status of an activity that runs since start and is known to need
// remaining more working days from Now.
func StartedWithRemaining(start Span, remaining int32) Status {
	return Status{State: Running, Start: start, Remaining: Known(remaining)}
}

// Finished returns the status of an activity that ran from start to finish. As everywhere in this
// package, finish is the day after the last day worked.
func Finished(start, finish Span) Status {
	return Status{State: Done, Start: start, Finish: finish}
}
