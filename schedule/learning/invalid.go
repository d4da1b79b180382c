package learning

import (
	"fmt"
	"strings"
)

// Code names a kind of mistake in a Spec; it is stable and fit to be a message key.
type Code string

// The kinds of mistake.
const (
	BadMedian     Code = "median"        // a median that is no number of days
	BadP90        Code = "p90"           // a ninth decile that is not above its median
	BadWeight     Code = "weight"        // a weight that is not positive
	BadShare      Code = "share"         // a share of pooling outside what shares may be
	BadDays       Code = "days"          // an outcome that is no duration
	DuplicateCell Code = "duplicate"     // two assumptions about one cell
	NoAssumption  Code = "no-assumption" // an outcome in a cell of which nothing is assumed
)

// Mistake is one mistake in a Spec: where it is, and what would be right.
type Mistake struct {
	Code       Code
	Assumption int    // position in Spec.Assumptions; −1 where it concerns none
	Outcome    int    // position in Spec.Outcomes; −1 where it concerns none
	Cell       Cell   // of the assumption or outcome
	Found      string // what the Spec says
	Want       string // what would be right
}

func (m Mistake) String() string {
	place := "pooling"
	switch {
	case m.Assumption >= 0:
		place = fmt.Sprintf("assumption %d (%v)", m.Assumption, m.Cell)
	case m.Outcome >= 0:
		place = fmt.Sprintf("outcome %d (%v)", m.Outcome, m.Cell)
	}
	return fmt.Sprintf("%s: %s: %s; %s", place, m.Code, m.Found, m.Want)
}

// InvalidError holds every mistake of a Spec, in the order pooling, assumptions, outcomes.
type InvalidError struct {
	Mistakes []Mistake
}

func (e *InvalidError) Error() string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = m.String()
	}
	return "learning: " + strings.Join(lines, "\n")
}
