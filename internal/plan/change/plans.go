package change

import (
	"slices"

	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
)

// Plans says what differs between two plans and why. Facts are compared as
// facts; the figures are those that the other parts of either plan list.
func Plans(before, after *plan.Plan) *Set {
	parts := slices.DeleteFunc(slices.Clone(plan.Parts), func(part string) bool { return part == figure.FactsSegment })
	return compare(side{before.Facts.S, before.Shelf}, side{after.Facts.S, after.Shelf}, parts)
}
