package staffing

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// Staff can be moved from an office that is open in the municipality or nearby;
// what is not stated leaves the way open.
func TestWhereStaffCanComeFrom(t *testing.T) {
	stockholm := func() *scene {
		return newScene(t).project("rinkeby", "", "2022-12-15").at("rinkeby", "Stockholm", 59.388, 17.928)
	}
	count := func(s *scene, n int, day string) *scene {
		s.s.NetworkCounts = append(s.s.NetworkCounts, programme.NetworkCount{Kind: programme.Counted, Date: civil.Day(civil.MustDate(day)), Offices: programme.Exactly(n)})
		return s
	}
	for _, c := range []struct {
		name string
		s    *scene
		way  Way
		from programme.OfficeID
		why  Reason
	}{
		{"nothing else in the register", stockholm(), Recruit, "", ""},
		{"in the municipality", stockholm().existing("city", "Stockholm", 0, 0), Redistribute, "city", ""},
		{"8 km away", stockholm().existing("jakobsberg", "Järfälla", 59.4226, 17.8352), Redistribute, "jakobsberg", ""},
		{"in the municipality before nearer", stockholm().existing("sundbyberg", "Sundbyberg", 59.37, 17.95).existing("farsta", "Stockholm", 59.24, 18.09), Redistribute, "farsta", ""},
		{"the nearest of two", stockholm().existing("jakobsberg", "Järfälla", 59.4226, 17.8352).existing("sundbyberg", "Sundbyberg", 59.37, 17.95), Redistribute, "sundbyberg", ""},
		{"60 km away", stockholm().existing("uppsala", "Uppsala", 59.858, 17.646), Recruit, "", ""},
		{"an office without position", stockholm().existing("somewhere", "Solna", 0, 0), "", "", OthersPlaces},
		{"more offices than are listed", count(stockholm().existing("uppsala", "Uppsala", 59.858, 17.646), 117, "2020-12-31"), "", "", NotListed},
		{"a count of the future", count(stockholm(), 149, "2023-12-31"), Recruit, "", ""},
		{"all are listed", count(stockholm().existing("uppsala", "Uppsala", 59.858, 17.646), 1, "2020-12-31"), Recruit, "", ""},
		{"its own place unknown", newScene(t).project("rinkeby", "", "").existing("city", "Stockholm", 59.3, 18), "", "", NoPlace},
		{"its position unknown", newScene(t).project("rinkeby", "", "").at("rinkeby", "Stockholm", 0, 0).existing("solna", "Solna", 59.3, 18), "", "", NoPlace},
		{"closed before", stockholm().existing("city", "Stockholm", 59.33, 18.06).event("city", programme.ClosedDeFacto, "2022-10-01"), Recruit, "", ""},
		{"closes before, as planned", stockholm().existing("city", "Stockholm", 59.33, 18.06).event("city", programme.ClosingPlanned, "2022-10-01"), Recruit, "", ""},
		{"closes after", stockholm().existing("city", "Stockholm", 59.33, 18.06).event("city", programme.Closed, "2025-10-01"), Redistribute, "city", ""},
		{"another one of the programme", stockholm().project("vallingby", "", "2022-06-01").at("vallingby", "Stockholm", 59.36, 17.87), Recruit, "", ""},
		{"another one that has opened", stockholm().project("vallingby", "", "").at("vallingby", "Stockholm", 59.36, 17.87).event("vallingby", programme.Opened, "2022-01-10"), Redistribute, "vallingby", ""},
		{"announced only", stockholm().existing("city", "Stockholm", 59.33, 18.06).event("city", programme.OpeningPlanned, "2022-10-01"), Recruit, "", ""},
	} {
		got := c.s.make().Offices[0].Supply
		if got.Way != c.way || got.From != c.from || got.Why != c.why {
			t.Errorf("%s: %+v, want %s from %q, %s", c.name, got, c.way, c.from, c.why)
		}
	}
}

// The distance that counts as nearby can be chosen, and is shown.
func TestRadius(t *testing.T) {
	s := newScene(t).project("rinkeby", "", "2022-12-15").at("rinkeby", "Stockholm", 59.388, 17.928).existing("uppsala", "Uppsala", 59.858, 17.646)
	x := programme.NewIndex(&s.s)
	table, err := timetable.Make(x, calendar, timetable.Options{Runs: 10})
	if err != nil {
		t.Fatal(err)
	}
	got := MakeWithin(x, table, 60_000).Offices[0].Supply
	if got.Way != Redistribute || got.Distance < 54_000 || got.Distance > 56_000 || got.SameMunicipality {
		t.Errorf("%+v", got)
	}
}
