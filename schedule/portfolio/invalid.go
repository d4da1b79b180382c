package portfolio

import (
	"fmt"
	"strings"
)

// InvalidError holds every mistake of a Spec: where it is, what was found, what would be right.
type InvalidError struct{ Mistakes []string }

func (e *InvalidError) Error() string {
	return fmt.Sprintf("portfolio: %d mistakes in the specification: %s", len(e.Mistakes), strings.Join(e.Mistakes, "; "))
}

// InfeasibleError says which rules the best schedule found still breaks. It is no proof that none keeps them.
type InfeasibleError struct{ Violations []Violation }

func (e *InfeasibleError) Error() string {
	if len(e.Violations) == 0 {
		return "portfolio: no schedule was found"
	}
	return fmt.Sprintf("portfolio: no schedule was found that keeps every rule; the best one breaks %d: %s", len(e.Violations), e.Violations[0].Text)
}
