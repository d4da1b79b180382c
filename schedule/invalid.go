package schedule

import (
	"fmt"
	"strings"
)

// Code names a kind of mistake in a Spec; it is stable and fit to be a message key.
type Code string

// The kinds of mistake.
const (
	BadDay           Code = "day"               // a day outside ±MaxDay
	DuplicateKey     Code = "duplicate-key"     // two projects with one key would share their random numbers
	NoSuchProject    Code = "no-such-project"   // an index outside Spec.Projects
	NoSuchActivity   Code = "no-such-activity"  // an index outside Spec.Activities
	OtherProject     Code = "other-project"     // a link or milestone that reaches into another project
	TooLarge         Code = "too-large"         // a project with more than MaxActivities
	MissingDuration  Code = "missing-duration"  // a duration is needed and unknown
	NegativeDuration Code = "negative-duration" // a duration below 0 days
	BadDuration      Code = "duration"          // parameters that make no distribution
	BadStatus        Code = "status"            // a status that contradicts itself or Now
	BadLink          Code = "link"              // an unknown kind or a lag beyond ±MaxDuration
	BadLoad          Code = "load"              // weights whose squares exceed 1, or a factor that is not there
	BadRisk          Code = "risk"              // no probability, no impact, or a risk that is not there
)

// Mistake is one mistake in a Spec: where it is, and what would be right.
type Mistake struct {
	Code     Code
	Project  Project  // NoProject where it concerns none
	Activity Activity // NoActivity where it concerns none
	Link     int      // position in Spec.Links; −1 where it concerns none
	Found    string   // what the Spec says
	Want     string   // what would be right
}

func (m Mistake) String() string {
	place := "spec"
	switch {
	case m.Link >= 0:
		place = fmt.Sprintf("link %d", m.Link)
	case m.Activity != NoActivity:
		place = fmt.Sprintf("activity %d", m.Activity)
	case m.Project != NoProject:
		place = fmt.Sprintf("project %d", m.Project)
	}
	return fmt.Sprintf("%s: %s: %s; %s", place, m.Code, m.Found, m.Want)
}

// InvalidError holds every mistake of a Spec, in the order project, activity, link, factor, risk;
// the last two name their place in Found.
type InvalidError struct {
	Mistakes []Mistake
}

func (e *InvalidError) Error() string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = m.String()
	}
	return "schedule: " + strings.Join(lines, "\n")
}

// CycleError names activities that wait for one another: each for the one before it, the first for the
// last. The smallest index stands first.
type CycleError struct {
	Project Project
	Cycle   []Activity
}

func (e *CycleError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "schedule: project %d: activities wait for one another: ", e.Project)
	for _, a := range e.Cycle {
		fmt.Fprintf(&b, "%d → ", a)
	}
	fmt.Fprintf(&b, "%d; remove one of these links", e.Cycle[0])
	return b.String()
}

// RangeError says that a project's sampled days lie too far apart to be stored in 16 bits.
type RangeError struct {
	Project Project
	Lo, Hi  int32
}

func (e *RangeError) Error() string {
	return fmt.Sprintf("schedule: project %d: sampled days %d … %d span more than %d; narrow its durations",
		e.Project, e.Lo, e.Hi, maxOffset)
}
