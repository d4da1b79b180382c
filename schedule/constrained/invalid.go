package constrained

import (
	"fmt"
	"strings"
)

// InvalidError holds every mistake of a Spec: where it is, what was found, what would be right.
type InvalidError struct{ Mistakes []string }

func (e *InvalidError) Error() string {
	return fmt.Sprintf("%d mistakes in the schedule's specification: %s", len(e.Mistakes), strings.Join(e.Mistakes, "; "))
}

// CycleError names activities that wait for one another, in the order in which they do.
type CycleError struct {
	Cycle []Activity
	Names []string
}

func (e *CycleError) Error() string {
	return "activities wait for one another: " + strings.Join(e.Names, " → ") + "; remove one of the links between them"
}

// InfeasibleError says which rules no schedule was found to keep. It is a proof only where Proven.
type InfeasibleError struct {
	Proven     bool
	Violations []Violation
}

func (e *InfeasibleError) Error() string {
	if e.Proven {
		return "no schedule keeps every rule"
	}
	first := ""
	if len(e.Violations) > 0 {
		first = "; the best one breaks: " + e.Violations[0].String()
	}
	return "no schedule was found that keeps every rule" + first
}
