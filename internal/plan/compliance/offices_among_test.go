package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestOfficesAmong(t *testing.T) {
	metro := programme.Clause{Kind: programme.OfficesAmong, Count: programme.Between(2, 3), Regions: []string{"Stockholm", "Malmö"}, Except: []string{"Nynäshamn"}}
	at := func(day string, where ...string) func(t testing.TB) *world {
		return func(t testing.TB) *world {
			w := worldOn(t, day).clause(metro)
			for _, m := range where {
				w.sure("r1", m, "2022-05-02")
			}
			return w
		}
	}
	examine(t, []want{
		{name: "two, besides one excepted and one in another area", status: compliance.MetByPlan, measured: "count 2",
			world: at("2021-09-24", "Solna", "Lund", "Nynäshamn", "Göteborg", "Boden")},
		{name: "too few", status: compliance.NotMet, measured: "count 1", needs: []string{"more-projects"},
			world: at("2021-09-24", "Solna", "Nynäshamn", "Göteborg")},
		{name: "too many", status: compliance.NotMet, measured: "count 4", needs: []string{"fewer-projects"},
			world: at("2021-09-24", "Solna", "Nacka", "Lund", "Malmö")},
		{name: "one of which the municipality is not stated may be the second", status: compliance.Unknown, measured: "count 1..2", needs: []string{"municipality"},
			world: func(t testing.TB) *world {
				w := at("2021-09-24", "Solna", "Lund")(t)
				w.lastOffice().Municipality = ""
				return w
			}},
		{name: "one of which the municipality is not stated changes nothing", status: compliance.MetByPlan, measured: "count 2..3",
			world: func(t testing.TB) *world {
				w := at("2021-09-24", "Solna", "Lund", "Boden")(t)
				w.lastOffice().Municipality = ""
				return w
			}},
		{name: "open", status: compliance.Met, measured: "count 2", world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Solna", "2022").opened("r1", "Lund", "2022").clause(metro)
		}},
		{name: "the mandate is over", status: compliance.Unknown, needs: []string{"say-opened"}, world: at("2025-01-01", "Solna", "Lund")},
		{name: "no count", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").clause(programme.Clause{Kind: programme.OfficesAmong, Regions: []string{"Malmö"}})
		}},
	})
}
