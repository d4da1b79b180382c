package coverage_test

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
)

// The office that is to move to Vällingby is open, but not there yet: today nobody
// knows its place, and when all is done it is where it is to be.
func TestAnOfficeThatIsToMoveIsNotThereYet(t *testing.T) {
	c, _ := example(t, "2021-09-24", "2021-09-24", nil)
	at := slices.IndexFunc(c.Sites, func(s coverage.Site) bool { return s.At.Key == "stockholm-vallingby" })
	if at < 0 || !c.Sites[at].IsPlaced {
		t.Fatalf("site %d", at)
	}
	now, planned := &c.States[c.State(coverage.Now)], &c.States[c.State(coverage.Planned)]
	site := int32(at)
	if slices.Contains(now.Open, site) || !slices.Contains(now.Unplaced, site) {
		t.Error("it counts as open where it is to move")
	}
	if !slices.Contains(planned.Open, site) || slices.Contains(planned.Unplaced, site) {
		t.Error("it is not where it is to be when all is done")
	}
}
