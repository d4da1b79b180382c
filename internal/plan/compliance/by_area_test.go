package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// byArea is a clause about Linköping and the metropolitan area of Malmö.
func byArea(within int) programme.Clause {
	return programme.Clause{Kind: programme.ByArea, Municipalities: []string{"Linköping"}, Regions: []string{"Malmö"},
		Minimum: count(1), ListYear: 2019, Within: programme.Metres(within)}
}

// near places the last office some metres north of an area's centre.
func (w *world) near(area string, metres float64, precision string) *world {
	a, ok := sweden.AreaByName(area)
	if !ok {
		w.t.Fatalf("no area %q", area)
	}
	o := w.lastOffice()
	o.Serves = append(o.Serves, area)
	o.Position = &programme.Position{Lat: a.Centre.Lat + metres/111195, Lon: a.Centre.Lon, Precision: precision}
	return w
}

func (w *world) at(locality string) *world {
	w.lastOffice().Locality = locality
	return w
}

func TestByArea(t *testing.T) {
	both := func(day string, linkoping, malmo func(*world)) func(t testing.TB) *world {
		return func(t testing.TB) *world {
			w := worldOn(t, day).clause(byArea(1000))
			w.sure("r1", "Linköping", "2022-05-02")
			linkoping(w)
			w.sure("r1", "Malmö", "2022-05-02")
			malmo(w)
			return w
		}
	}
	in := func(w *world) { w.at("Skäggetorp") }
	near := func(w *world) { w.near("Rosengård", 900, "address") }
	examine(t, []want{
		{name: "one in the area by its name, one near by", status: compliance.MetByPlan, measured: "count 2", needs: []string{}, world: both("2021-09-24", in, near)},
		{name: "both open", status: compliance.Met, measured: "count 2", world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").clause(byArea(1000)).opened("r1", "Linköping", "2022").at("Skäggetorp").opened("r1", "Malmö", "2022").near("Rosengård", 900, "address")
		}},
		{name: "a named one too far away", status: compliance.NotMet, measured: "count 1", needs: []string{"nearer"},
			world: both("2021-09-24", func(w *world) { w.near("Skäggetorp", 1100, "address") }, near)},
		{name: "a named one that serves an area not on the list", status: compliance.NotMet, measured: "count 1", needs: []string{"nearer"},
			world: both("2021-09-24", func(w *world) { w.near("Hageby", 0, "address") }, near)},
		{name: "a named municipality without an office", status: compliance.NotMet, needs: []string{"project-in"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").clause(byArea(1000)).sure("r1", "Malmö", "2022-05-02").near("Rosengård", 900, "address")
			}},
		{name: "no area chosen", status: compliance.Unknown, measured: "count 1..2", needs: []string{"choose-area"},
			world: both("2021-09-24", func(*world) {}, near)},
		{name: "a position that stands in for one not known", status: compliance.Unknown, measured: "count 1..2", needs: []string{"position"},
			world: both("2021-09-24", func(w *world) { w.near("Skäggetorp", 1100, "municipal seat") }, near)},
		{name: "no position", status: compliance.Unknown, needs: []string{"position"},
			world: both("2021-09-24", func(w *world) { w.lastOffice().Serves = []string{"Skäggetorp"} }, near)},
		{name: "an area that nobody knows", status: compliance.Unknown, needs: []string{"list"},
			world: both("2021-09-24", func(w *world) { w.lastOffice().Serves = []string{"Månen"} }, near)},
		{name: "a contradiction weighs more than something unknown", status: compliance.NotMet, measured: "count 0..1", needs: []string{"choose-area", "region"},
			world: both("2021-09-24", func(*world) {}, func(w *world) { w.near("Rosengård", 1100, "address") })},
		{name: "no office in the metropolitan area", status: compliance.NotMet, needs: []string{"region"},
			world: func(t testing.TB) *world {
				return worldOn(t, "2021-09-24").clause(byArea(1000)).sure("r1", "Linköping", "2022-05-02").at("Skäggetorp")
			}},
		{name: "the mandate is over", status: compliance.Unknown, needs: []string{"say-opened"}, world: both("2025-01-01", in, near)},
		{name: "no list", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.ByArea, Municipalities: []string{"Linköping"}})
		}},
	})
}

// One of several areas within the limit is enough, and each has its row with
// the distance, the limit and how exact the position is.
func TestByAreaShowsDistances(t *testing.T) {
	w := worldOn(t, "2021-09-24").clause(byArea(1000)).sure("r1", "Linköping", "2022-05-02").at("Skäggetorp").
		sure("r1", "Malmö", "2022-05-02").near("Nydala/Hermodsdal/Lindängen", 0, "address").near("Rosengård", 400, "address")
	f := w.check()
	if f.Status != compliance.MetByPlan {
		t.Fatalf("it is %s", f.Status)
	}
	var distances []int64
	for _, e := range f.Evidence {
		if e.Subject.Sv == "Malmö" && e.What.Key == "compliance.row.distance" {
			distances = append(distances, e.What.Args[3].(figure.Value).Low)
		}
	}
	if len(distances) != 2 || distances[0] < 1000 || distances[1] != 400 {
		t.Errorf("the distances are %v", distances)
	}
}

// Whether an area is listed depends on the year of the list; a fact about a
// list goes before the tables.
func TestByAreaReadsTheListOfTheYear(t *testing.T) {
	for _, c := range []struct {
		year   int
		facts  []programme.AreaListing
		status compliance.Status
	}{
		{2019, nil, compliance.NotMet},
		{2023, nil, compliance.MetByPlan},
		{2025, nil, compliance.Unknown},
		{2025, []programme.AreaListing{{Name: "Hageby", Municipality: "Norrköping", ListYear: 2025, Class: "risk"}}, compliance.MetByPlan},
		{2023, []programme.AreaListing{{Name: "Hageby", Municipality: "Norrköping", ListYear: 2023, Class: "none"}}, compliance.NotMet},
		{2023, []programme.AreaListing{{Name: "Hageby", Municipality: "Norrköping", ListYear: 2025, Class: "none"}}, compliance.MetByPlan},
	} {
		w := worldOn(t, "2021-09-24").sure("r1", "Norrköping", "2022-05-02").at("Hageby").
			clause(programme.Clause{Kind: programme.ByArea, Municipalities: []string{"Norrköping"}, ListYear: c.year, Within: 500})
		w.s.Areas = c.facts
		if f := w.check(); f.Status != c.status {
			t.Errorf("%d %v: %s, want %s", c.year, c.facts, f.Status, c.status)
		}
	}
}

// A named municipality in a metropolitan area is not that area's office too,
// and one that serves no area is shown only where it could change something.
func TestByAreaRegion(t *testing.T) {
	c := programme.Clause{Kind: programme.ByArea, Municipalities: []string{"Södertälje"}, Regions: []string{"Stockholm"}, Minimum: count(1), ListYear: 2019, Within: 500}
	w := worldOn(t, "2021-09-24").clause(c).sure("r1", "Södertälje", "2022-05-02").at("Hovsjö").sure("r1", "Nynäshamn", "2022-05-02")
	f := w.check()
	if f.Status != compliance.Unknown || row(t, f, "Nynäshamn").For != programme.Unknown {
		t.Errorf("%s: %+v", f.Status, f.Evidence)
	}
	w.sure("r1", "Stockholm", "2022-05-02").at("Rinkeby")
	f = w.check()
	if f.Status != compliance.MetByPlan || f.Measured.Canonical() != "count 2" {
		t.Errorf("%s: %+v", f.Status, f.Evidence)
	}
	for _, e := range f.Evidence {
		if e.Subject.Sv == "Nynäshamn" {
			t.Errorf("Nynäshamn is shown: %+v", e)
		}
	}
}

// Without a limit the clause asks only that the office serves a listed area.
func TestByAreaWithoutLimit(t *testing.T) {
	w := worldOn(t, "2021-09-24").sure("r1", "Linköping", "2022-05-02").near("Skäggetorp", 5000, "address").
		clause(programme.Clause{Kind: programme.ByArea, Municipalities: []string{"Linköping"}, ListYear: 2019})
	if f := w.check(); f.Status != compliance.MetByPlan {
		t.Errorf("it is %s", f.Status)
	}
}

// An office that serves several areas, and an area that several offices serve,
// is named once where something is needed of it.
func TestByAreaNamesEachThingOnce(t *testing.T) {
	w := worldOn(t, "2021-09-24").clause(byArea(1000)).sure("r1", "Linköping", "2022-05-02")
	w.lastOffice().Serves = []string{"Månen", "Mars"}
	w.sure("r1", "Malmö", "2022-05-02")
	w.lastOffice().Serves = []string{"Rosengård", "Nydala/Hermodsdal/Lindängen", "Mars"}
	f := w.check()
	if got := needed(f, "position"); got != "Malmö" {
		t.Errorf("a position is needed of %q", got)
	}
	if got := needed(f, "list"); got != "Månen, Mars" {
		t.Errorf("a class is needed of %q", got)
	}
	// Two offices of one name are two things.
	w.clause(programme.Clause{Kind: programme.ByArea, Municipalities: []string{"Malmö"}, ListYear: 2019, Within: 1000}).sure("r1", "Malmö", "2022-05-02")
	w.lastOffice().Serves = []string{"Rosengård"}
	if got := needed(w.check(), "position"); got != "Malmö, Malmö" {
		t.Errorf("a position is needed of %q", got)
	}
}
