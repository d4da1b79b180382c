package siting_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// line is a method in which longitude is the place on a line and a unit of it takes a
// minute. It knows the places of the line alone, so no locality is a candidate.
type line struct{}

func (line) About() coverage.About { return coverage.About{Key: "line", Mode: "car"} }

func (line) Lacks(p coverage.Place) bool { return p.Lat != lineLat }

func (line) To(_ context.Context, points []coverage.Place, _ []int32) (coverage.Rows, error) {
	return lineRows(points), nil
}

const lineLat = 65.8

type lineRows []coverage.Place

func (r lineRows) Row(ctx context.Context, site coverage.Place, seconds, _ []uint32) error {
	for i, p := range r {
		seconds[i] = uint32(math.Abs(p.Lon-site.Lon) * 60)
	}
	return ctx.Err()
}

// small is a world on the line that can be gone through.
type small struct {
	facts      *programme.Snapshot
	population *coverage.Population
	places     []float64
	inBoden    []bool
	number     int
	boden      int // offices that a clause asks for there
	large      int // offices that the round asks for of the type large, the first one
	perOfficer int
}

var smallMunicipalities = []struct{ name, code string }{{"Boden", "2582"}, {"Umeå", "2480"}}

func randomWorld(r *rand.Rand, rules bool) *small {
	w := &small{number: 2 + r.IntN(2), perOfficer: 20 + r.IntN(60)}
	s := &programme.Snapshot{Programme: programme.Meta{ID: "line", AsOf: civil.MustDate("2022-06-01")}}
	s.OfficeTypes = []programme.OfficeType{
		{ID: "large", Staff: programme.Between(3, 5), Costs: costs(50+r.IntN(9), 20+r.IntN(9))},
		{ID: "small", Staff: programme.Exactly(1), Costs: costs(10+r.IntN(9), 5+r.IntN(9))},
	}
	s.Process = []programme.Stage{{ID: "build", Opens: true, Owner: programme.AgencyOwned}}
	for i, days := range []int{20 + r.IntN(20), 5 + r.IntN(10)} {
		s.Durations = append(s.Durations, programme.Duration{Activity: "build", Types: []programme.TypeID{s.OfficeTypes[i].ID}, Basis: programme.Assumption,
			Working: programme.Distribution{Shape: programme.Fixed, A: float64(days)}})
	}
	s.Durations = append(s.Durations, programme.Duration{Activity: "build", Basis: programme.Assumption, Working: programme.Distribution{Shape: programme.Fixed, A: float64(5 + r.IntN(30))}})
	m := programme.Mandate{ID: "m"}
	if rules {
		w.boden, w.large = r.IntN(w.number+2), r.IntN(w.number+2)
		if w.boden > 0 {
			m.Clauses = append(m.Clauses, programme.Clause{ID: "in", Kind: programme.OfficesIn, Strength: programme.Shall, Municipalities: slices.Repeat([]string{"Boden"}, 1)})
			w.boden = 1
		}
		s.Rounds = []programme.Round{{ID: "r", Mandate: "m"}}
		s.RoundCounts = []programme.RoundCount{{Round: "r", Type: "large", Count: programme.Exactly(w.large)}}
	}
	s.Mandates = []programme.Mandate{m}
	for i := range 5 {
		at, boden := float64(r.IntN(80)), r.IntN(3) == 0
		id := programme.OfficeID(fmt.Sprintf("o%d", i))
		in := smallMunicipalities[1].name
		if boden {
			in = smallMunicipalities[0].name
		}
		s.Offices = append(s.Offices, programme.Office{ID: id, Name: string(id), Municipality: in, Position: &programme.Position{Lat: lineLat, Lon: at, Precision: "address"}})
		if i > 0 { // the first is there already
			s.Projects = append(s.Projects, programme.Project{ID: programme.ProjectID(id), Kind: programme.Open, Office: id, Mandate: "m", Round: "r"})
			w.places, w.inBoden = append(w.places, at), append(w.inBoden, boden)
		} else {
			w.places = append(w.places, at)
			w.inBoden = append(w.inBoden, false)
			s.OfficeEvents = append(s.OfficeEvents, programme.Event{Office: id, Kind: programme.Opened, Date: civil.Span{First: civil.MustDate("2020-01-01"), Last: civil.MustDate("2020-01-01")}})
		}
		// Projects have begun on days of their own.
		if i > 0 && r.IntN(4) > 0 {
			day := civil.MustDate("2022-06-01") + civil.Date(r.IntN(30))
			s.Progress = append(s.Progress, programme.Progress{Project: programme.ProjectID(id), Activity: "build", PlannedStart: civil.Span{First: day, Last: day}})
		}
	}
	w.facts = s
	w.population = &coverage.Population{Source: "the line"}
	for i := range 8 {
		p := w.population
		p.Keys = append(p.Keys, string(rune('a'+i)))
		p.Points = append(p.Points, estimate.Point{Lat: lineLat, Lon: float64(r.IntN(100))})
		p.Municipality = append(p.Municipality, smallMunicipalities[r.IntN(2)].code)
		p.People = append(p.People, int32(r.IntN(100)))
	}
	return w
}

func costs(establishment, running int) []programme.UnitCost {
	return []programme.UnitCost{
		{Kind: programme.Establishment, Component: programme.Total, Amount: programme.ExactAmount(money.Ore(establishment))},
		{Kind: programme.Running, Component: programme.Total, Amount: programme.ExactAmount(money.Ore(running))},
	}
}

func (w *small) site(t testing.TB) (*siting.Siting, *timetable.Timetable) {
	t.Helper()
	x := programme.NewIndex(w.facts)
	calendar, err := sweden.NewWorkingCalendar(2000, 2040)
	if err != nil {
		t.Fatal(err)
	}
	table, err := timetable.MakeContext(t.Context(), x, calendar, timetable.Options{Seed: 1, Runs: 20})
	if err != nil {
		t.Fatal(err)
	}
	access := coverage.Options{Method: line{}, Population: w.population}
	return siting.Make(x, table, coverage.Make(x, table, access), access,
		siting.Options{Mandate: "m", Number: w.number, Minutes: 10, Far: 25, PerOfficer: w.perOfficer, Years: 3, Gap: 1e-12}), table
}

// worth is what a choice of types for the places (0 for none, else one more than its
// position) is worth for each goal, and by how much it misses the rules on places and
// types; not ok where what a goal counts is not known.
func (w *small) worth(types []int, table *timetable.Timetable) (value map[siting.Goal]int64, known map[siting.Goal]bool, missed, missedTypes int) {
	value, known = map[siting.Goal]int64{}, map[siting.Goal]bool{}
	near := func(i int, limit float64) (set int) {
		for k, at := range w.places {
			if (types[k] > 0 || k == 0) && math.Abs(at-w.population.Points[i].Lon) <= limit {
				set |= 1 << k
			}
		}
		return set
	}
	far, all := map[string]int64{}, map[string]int64{}
	for i, n := range w.population.People {
		best := math.Inf(1)
		for k, at := range w.places {
			if types[k] > 0 || k == 0 {
				best = math.Min(best, math.Abs(at-w.population.Points[i].Lon))
			}
		}
		value[siting.Mean] += int64(n) * int64(best*60)
		if n > 0 {
			value[siting.Worst] = max(value[siting.Worst], int64(best*60))
		}
		all[w.population.Municipality[i]] += int64(n)
		if best > 10 {
			value[siting.Within] += int64(n)
			far[w.population.Municipality[i]] += int64(n)
		}
		if best > 25 {
			value[siting.Far] += int64(n)
		}
	}
	for code, n := range all { // one municipality for each county here
		if n > 0 {
			value[siting.County] = max(value[siting.County], (far[code]*10_000+n-1)/n)
		}
	}
	for _, g := range siting.Goals {
		known[g] = g != siting.Areas
	}
	boden, large := 0, 0
	staff := []int64{3, 1}
	for k, kind := range types {
		if kind == 0 {
			continue
		}
		if w.inBoden[k] {
			boden++
		}
		if kind == 1 {
			large++
		}
		c := w.facts.OfficeTypes[kind-1].Costs
		value[siting.Cost] += int64(c[0].Amount.Low) + 3*int64(c[1].Amount.Low)
		p := &table.Projects[table.Find(programme.ProjectID(w.facts.Offices[k].ID))]
		known[siting.Time] = known[siting.Time] && p.HasForecast()
		if p.HasForecast() {
			value[siting.Time] += int64(table.DaysTo(p.Forecast.P50))
		}
	}
	missed, missedTypes = max(w.boden-boden, 0), max(w.large-large, 0)
	// Room is a flow; its greatest is the least cut (Ford & Fulkerson 1956).
	least := int64(math.MaxInt64)
	for cut := range 1 << len(w.places) {
		sum := int64(0)
		for k, kind := range types {
			if kind > 0 && cut>>k&1 == 1 {
				sum += staff[kind-1] * int64(w.perOfficer)
			}
		}
		for i, n := range w.population.People {
			if set := near(i, 10); set&1 == 0 && set&^cut != 0 {
				sum += int64(n)
			}
		}
		least = min(least, sum)
	}
	for i, n := range w.population.People {
		if near(i, 10)&1 == 0 {
			value[siting.Room] += int64(n)
		}
	}
	value[siting.Room] -= least
	return value, known, missed, missedTypes
}

// every goes through all choices of so many of the places, with types.
func (w *small) every(visit func(types []int)) {
	types := make([]int, len(w.places))
	var next func(k, left int)
	next = func(k, left int) {
		if k == len(types) {
			if left == 0 {
				visit(types)
			}
			return
		}
		types[k] = 0
		next(k+1, left)
		for kind := 1; kind <= 2 && left > 0 && k > 0; kind++ {
			types[k] = kind
			next(k+1, left-1)
		}
		types[k] = 0
	}
	next(0, w.number)
}

// For every goal the best set is what going through all sets gives: among those that keep
// the rules, or miss them least where they cannot be kept.
func TestBestIsThatOfGoingThroughAll(t *testing.T) {
	given, held := 0, map[siting.Goal]int{}
	for seed := range uint64(40) {
		w := randomWorld(rand.New(rand.NewPCG(seed, 7)), seed%3 > 0)
		s, table := w.site(t)
		for _, g := range siting.Goals {
			typed := g == siting.Room || g == siting.Cost || g == siting.Time
			least, best, found := 1<<30, int64(math.MaxInt64), false
			w.every(func(types []int) {
				v, known, missed, missedTypes := w.worth(types, table)
				if typed {
					missed += missedTypes
				}
				if missed < least {
					least, best, found = missed, math.MaxInt64, false
				}
				if missed == least && known[g] && v[g] < best {
					best, found = v[g], true
				}
			})
			if g == siting.Areas || g == siting.Time && !found {
				continue
			}
			b, err := s.Best(t.Context(), g)
			if err != nil || !b.Found || b.Value != best || b.Bound > best || !b.Proven {
				t.Errorf("seed %d, %s: %v, %+v; going through all gives %d", seed, g, err, b, best)
				continue
			}
			if b.Giving.Least != least {
				t.Errorf("seed %d, %s: gives by %d, going through all by %d", seed, g, b.Giving.Least, least)
			}
			held[g]++
			if least > 0 {
				given++
			}
			if x, err := s.Score(t.Context(), siting.BestID(g)); err != nil || x.Values[g] != (siting.Value{Low: best, High: best, Known: true}) {
				t.Errorf("seed %d, %s: %v, measured %+v, found %d", seed, g, err, x.Values[g], best)
			}
		}
	}
	if given < 50 || held[siting.Time] < 15 || held[siting.Room] < 30 {
		t.Errorf("rules gave %d times; held: %v", given, held)
	}
}

// A best set is no worse than the others for its own goal, its bound is no more than its
// value, and a trade-off rises in one goal as it falls in the other, from the best of each.
func TestTradeoffsOfSmallWorlds(t *testing.T) {
	points := 0
	for seed := range uint64(12) {
		w := randomWorld(rand.New(rand.NewPCG(seed, 8)), seed%2 > 0)
		s, _ := w.site(t)
		for _, pair := range [][2]siting.Goal{{siting.Mean, siting.Cost}, {siting.Room, siting.Cost}, {siting.Within, siting.Far}, {siting.Cost, siting.Within}} {
			c, err := s.Curve(t.Context(), pair[0], pair[1])
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			a, _ := s.Best(t.Context(), pair[0])
			b, _ := s.Best(t.Context(), pair[1])
			for k, p := range c.Points {
				points++
				if p.A < a.Bound || p.B < b.Bound || p.Bound > p.A {
					t.Errorf("seed %d, %v: point %d is %+v, with the bests %d and %d", seed, pair, k+1, p, a.Value, b.Value)
				}
				if k > 0 && (p.B >= c.Points[k-1].B || p.Bound < c.Points[k-1].Bound) {
					t.Errorf("seed %d, %v: %+v comes after %+v", seed, pair, p, c.Points[k-1])
				}
			}
		}
		if _, err := s.Curve(t.Context(), siting.Worst, siting.Mean); err == nil {
			t.Error("there is a trade-off of what is no sum")
		}
	}
	if points < 50 {
		t.Errorf("only %d points", points)
	}
}
