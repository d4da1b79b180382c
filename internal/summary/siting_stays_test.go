package summary_test

import (
	"context"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/summary"
)

// The text of a goal with other assumptions, and of one that has none, is whole in both
// languages.
func TestSitingTextWithStays(t *testing.T) {
	p := mustPlan(facts())
	for _, goal := range []siting.Goal{siting.Areas, siting.Time} {
		for _, lang := range []locale.Lang{locale.Swedish, locale.English} {
			a, err := summary.SitingOf(context.Background(), p, lang, summary.SitingOptions{Goal: goal, Stays: true})
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if err := a.WriteText(&b, lang); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), "%!") || (len(a.Stays) > 0) != strings.Contains(b.String(), lang.T("siting.stays")) {
				t.Errorf("%s, %s: %d variants:\n%s", goal, lang, len(a.Stays), b.String())
			}
		}
	}
}
