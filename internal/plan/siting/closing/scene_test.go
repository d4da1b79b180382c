package closing_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/economy"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// plane is a world in which a degree is a minute in every direction, so that times are
// known without reckoning.
type plane struct{}

func (plane) About() coverage.About { return coverage.About{Key: "plane", Mode: "car"} }

func (plane) To(_ context.Context, points []coverage.Place, _ []int32) (coverage.Rows, error) {
	return planeRows(points), nil
}

type planeRows []coverage.Place

func (r planeRows) Row(ctx context.Context, site coverage.Place, seconds, _ []uint32) error {
	for i, p := range r {
		seconds[i] = minutes(p.Lat, p.Lon, site)
	}
	return ctx.Err()
}

func minutes(lat, lon float64, site coverage.Place) uint32 {
	return uint32(60 * math.Hypot(lat-site.Lat, lon-site.Lon))
}

// towns are municipalities of three counties.
var towns = []string{"Boden", "Kalix", "Åre", "Borgholm", "Tingsryd", "Laholm"}

// scene is a world to close offices in.
type scene struct {
	facts  *programme.Snapshot
	people *coverage.Population
}

const today = "2025-01-01"

// made is a random world: offices in towns, some with a type that has a cost, and people
// about them.
func made(rng *rand.Rand, offices, points int) *scene {
	s := &scene{&programme.Snapshot{Programme: programme.Meta{ID: "plane", AsOf: civil.MustDate(today)}, Sources: []programme.Source{{ID: "s", Date: civil.MustDate("2020-01-01")}}},
		&coverage.Population{Source: "the plane", Date: "2024"}}
	from := programme.Provenance{Source: programme.Citation{ID: "s"}}
	for n, cost := range []money.Ore{90, 320, 800, 1530} {
		s.facts.OfficeTypes = append(s.facts.OfficeTypes, programme.OfficeType{ID: programme.TypeID(fmt.Sprint("t", n)), Name: programme.Text{Sv: fmt.Sprint("Typ ", n)}, Provenance: from,
			Costs: []programme.UnitCost{{Kind: programme.Running, Component: programme.Total, Amount: programme.ExactAmount(cost * money.Mnkr / 100), PriceYear: 2025, Provenance: from}}})
	}
	for i := range offices {
		id := programme.OfficeID(fmt.Sprint("o", i))
		s.facts.Offices = append(s.facts.Offices, programme.Office{ID: id, Name: fmt.Sprint("Kontor ", i), Municipality: towns[rng.IntN(len(towns))],
			Position: &programme.Position{Lat: rng.Float64() * 100, Lon: rng.Float64() * 100, Precision: "address"}, Provenance: from})
		if t := rng.IntN(5); t < 4 {
			s.facts.TypeClaims = append(s.facts.TypeClaims, programme.TypeClaim{Office: id, Types: []programme.TypeID{programme.TypeID(fmt.Sprint("t", t))}, Status: programme.Decided, Provenance: from})
		}
		if rng.IntN(3) == 0 {
			names := sweden.AreaNames()
			s.facts.Offices[i].Serves = []string{names[rng.IntN(len(names))]}
		}
	}
	for p := range points {
		m, _ := sweden.MunicipalityByName(towns[rng.IntN(len(towns))])
		s.people.Keys = append(s.people.Keys, fmt.Sprint("p", p))
		s.people.Points = append(s.people.Points, estimate.Point{Lat: rng.Float64() * 100, Lon: rng.Float64() * 100})
		s.people.Municipality = append(s.people.Municipality, m.Code)
		s.people.People = append(s.people.People, int32(rng.IntN(500)))
	}
	return s
}

// close makes the answerer, and the books that its figures rest on.
func (s *scene) close(t testing.TB, o closing.Options) (*closing.Closing, figure.Shelf) {
	t.Helper()
	return closeIn(t, s.facts, coverage.Options{Method: plane{}, Population: s.people}, o)
}

func closeIn(t testing.TB, facts *programme.Snapshot, access coverage.Options, o closing.Options) (*closing.Closing, figure.Shelf) {
	t.Helper()
	x := programme.NewIndex(facts)
	calendar, err := sweden.NewWorkingCalendar(2000, 2040)
	if err != nil {
		t.Fatal(err)
	}
	table, err := timetable.MakeContext(context.Background(), x, calendar, timetable.Options{Seed: 1, Runs: 100})
	if err != nil {
		t.Fatal(err)
	}
	e, err := economy.Make(x, table, economy.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := coverage.Make(x, table, access)
	k := closing.Make(x, c, e, o)
	return k, figure.Shelf{coverage.Segment: c, economy.Segment: e, figure.FactsSegment: figure.NewFacts(facts), "timetable": table.Book()}
}

// days are last days of service.
func days(texts ...string) (out []civil.Date) {
	for _, text := range texts {
		out = append(out, civil.MustDate(text))
	}
	return out
}

func mnkr(n float64) programme.Amount {
	return programme.ExactAmount(money.Ore(n * float64(money.Mnkr)))
}

// ids are those of some of the offices.
func (s *scene) ids(which ...int) (out []programme.OfficeID) {
	for _, i := range which {
		out = append(out, s.facts.Offices[i].ID)
	}
	return out
}

func random() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func span(t testing.TB, text string) civil.Span {
	t.Helper()
	s, err := civil.ParseSpan(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
