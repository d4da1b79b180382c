package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestCoLocationSought(t *testing.T) {
	base := func(first, second programme.Tri) func(testing.TB) *world {
		return func(t testing.TB) *world {
			w := worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.CoLocationSought}).silent("r1", "Boden")
			w.lastProject().CoLocation = first
			w.silent("r1", "Åre")
			w.lastProject().CoLocation = second
			return w
		}
	}
	examine(t, []want{
		{name: "possible or not is all the same", status: compliance.Met, measured: "count 2", needs: []string{}, world: base(programme.Yes, programme.No)},
		{name: "one is not recorded", status: compliance.Unknown, measured: "count 1..2", needs: []string{"co-location"}, world: base(programme.No, programme.Unknown)},
		{name: "an office that is co-located has answered", status: compliance.Met, world: func(t testing.TB) *world {
			w := base(programme.Yes, programme.Unknown)(t)
			w.lastOffice().Premises = programme.CoLocated
			return w
		}},
		{name: "premises of its own have not", status: compliance.Unknown, world: func(t testing.TB) *world {
			w := base(programme.Yes, programme.Unknown)(t)
			w.lastOffice().Premises = programme.OwnPremises
			return w
		}},
		{name: "no projects", status: compliance.Unknown, needs: []string{"projects"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.CoLocationSought})
		}},
	})
}
