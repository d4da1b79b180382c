package economy

import (
	"fmt"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// The types of the interim report, in its order from large to flexi.
const (
	large TypeIndex = iota
	medium
	small
	flexi
)

func ore(text string) money.Ore {
	var o money.Ore
	if err := o.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return o
}

func amount(text string) programme.Amount { return programme.ExactAmount(ore(text)) }

func date(text string) civil.Date { return civil.MustDate(text) }

func cited(place string) programme.Provenance {
	return programme.Provenance{Source: programme.Citation{ID: "delred1", Place: place}}
}

// seedTypes are the standard costs of the interim report, without a split. The running costs
// come from an inquiry of 2020; no price level is stated for the others.
func seedTypes() []programme.OfficeType {
	of := func(id programme.TypeID, sv, establishment, running string) programme.OfficeType {
		return programme.OfficeType{ID: id, Name: programme.Text{Sv: sv, En: string(id)}, Provenance: cited("4.4"), Costs: []programme.UnitCost{
			{Kind: programme.Establishment, Component: programme.Total, Amount: amount(establishment), Provenance: cited("4.4")},
			{Kind: programme.Running, Component: programme.Total, Amount: amount(running), PriceYear: 2020, Provenance: cited("4.4")}}}
	}
	return []programme.OfficeType{of("large", "stort", "3.85 mnkr", "15.3 mnkr"), of("medium", "mellanstort", "2.875 mnkr", "8 mnkr"),
		of("small", "litet", "1.55 mnkr", "3.2 mnkr"), of("flexi", "flexi", "1.05 mnkr", "0.9 mnkr")}
}

// seedRound1 are the fourteen offices of the first round with their preliminary dates.
var seedRound1 = []struct{ id, opening string }{
	{"filipstad", "2022-06-01"}, {"are", "2022-06-01"}, {"borgholm", "2022-06-01"}, {"laholm", "2022-06-01"},
	{"boden", "2022-10-03"}, {"finspang", "2022-10-03"}, {"goteborg", "2022-10-03"},
	{"uppsala", "2022-11-01"}, {"nynashamn", "2022-11-01"}, {"solvesborg", "2022-11-01"}, {"helsingborg", "2022-11-01"},
	{"linkoping", "2022-12-01"}, {"stockholm", "2022-12-15"}, {"malmo", "2022-12-15"},
}

// scene is a programme and its dates, built by hand.
type scene struct {
	s    programme.Snapshot
	d    Dates
	days [][]uint16
	base []civil.Date
}

func (s *scene) index() *programme.Index { return programme.NewIndex(&s.s) }

// fataler is what a test of testing and one of rapid have in common.
type fataler interface{ Fatal(args ...any) }

func (s *scene) make(t fataler) *Economy {
	e, err := OnDates(s.index(), s.d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// add puts an office with its project into a round; an empty day is unknown.
func (s *scene) add(id, round, start, opening string) {
	p := timetable.Project{ID: programme.ProjectID("p-" + id), Office: programme.OfficeID(id), Round: programme.RoundID(round), Mandate: "m", Name: id}
	if start != "" {
		p.Start = date(start)
	}
	if opening != "" {
		p.Planned = date(opening)
		p.Forecast = timetable.Quantiles{P10: p.Planned, P50: p.Planned, P80: p.Planned, P90: p.Planned}
	}
	s.s.Offices = append(s.s.Offices, programme.Office{ID: p.Office, Name: id, Provenance: cited("2.2")})
	s.s.Projects = append(s.s.Projects, programme.Project{ID: p.ID, Kind: programme.Open, Office: p.Office, Round: p.Round, Mandate: "m", Provenance: cited("2.2")})
	s.d.Projects = append(s.d.Projects, p)
}

func (s *scene) count(round, typ string, n programme.Range) {
	s.s.RoundCounts = append(s.s.RoundCounts, programme.RoundCount{Round: programme.RoundID(round), Type: programme.TypeID(typ), Count: n, Provenance: cited("2.1")})
}

func (s *scene) claim(office string, status programme.ClaimStatus, types ...programme.TypeID) {
	s.s.TypeClaims = append(s.s.TypeClaims, programme.TypeClaim{Office: programme.OfficeID(office), Types: types, Status: status, Provenance: cited("2.2")})
}

// sample gives every dated project openings from early days before to late days
// after its planned day, the same worlds every time.
func (s *scene) sample(runs, early, late int) {
	s.d.Runs, s.base, s.days = runs, nil, nil
	x := uint32(12345)
	for _, p := range s.d.Projects {
		var base civil.Date
		var days []uint16
		if p.Planned.IsKnown() {
			base, days = p.Planned-civil.Date(early), make([]uint16, runs)
			for r := range days {
				x = x*1664525 + 1013904223
				days[r] = uint16(int(x>>8) % (early + late + 1))
			}
		}
		s.base, s.days = append(s.base, base), append(s.days, days)
	}
	s.d.Samples = func(i int) (civil.Date, []uint16) { return s.base[i], s.days[i] }
}

// seed is the first round of the mandate, with the second as a count only.
func seed() *scene {
	s := &scene{s: programme.Snapshot{Programme: programme.Meta{ID: "uppdrag-2021", AsOf: date("2021-09-24")},
		Sources:     []programme.Source{{ID: "delred1", Title: "Delredovisning 1", Date: date("2021-09-24")}},
		OfficeTypes: seedTypes(),
		Rounds:      []programme.Round{{ID: "1", Name: programme.Text{Sv: "Omgång 1", En: "Round 1"}, Mandate: "m", Provenance: cited("2.1")}}}}
	for _, o := range seedRound1 {
		s.add(o.id, "1", "2021-10-01", o.opening)
	}
	s.count("1", "", programme.Exactly(14))
	s.count("1", "flexi", programme.Exactly(4))
	s.count("1", "small", programme.Exactly(7))
	s.count("1", "medium", programme.Between(1, 2))
	s.count("1", "large", programme.Between(1, 2))
	return s
}

// many is a network of n offices in rounds of about 300, types partly known.
func many(n, runs int) *scene {
	s := &scene{s: programme.Snapshot{OfficeTypes: seedTypes()}}
	for i := range n {
		round := fmt.Sprint(1 + i/300)
		if i%300 == 0 {
			s.s.Rounds = append(s.s.Rounds, programme.Round{ID: programme.RoundID(round)})
		}
		start := date("2021-09-01") + civil.Date(i*37%1500)
		id := fmt.Sprintf("o%d", i)
		s.add(id, round, start.String(), (start + 300 + civil.Date(i%97)).String())
		if i%3 != 0 {
			s.claim(id, programme.Proposed, []programme.TypeID{"large", "medium", "small", "flexi"}[i%4])
		}
	}
	s.sample(runs, 60, 200)
	return s
}

func span(text string) civil.Span { return civil.Day(date(text)) }
