package economy

import (
	"reflect"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// The selected value is the one that sorting puts there.
func TestSelectIsSort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SliceOfN(rapid.Int64Range(-9, 9), 1, 200).Draw(t, "values")
		k := rapid.IntRange(0, len(v)-1).Draw(t, "rank")
		sorted := slices.Sorted(slices.Values(v))
		if got := selectAt(v, k); got != sorted[k] {
			t.Fatalf("rank %d is %d, want %d", k, got, sorted[k])
		}
	})
}

// Of 1 to 10 the tenth part is 1, half is 5, and four fifths 8.
func TestQuantilesOf(t *testing.T) {
	v := []int64{9, 3, 1, 7, 10, 5, 2, 8, 4, 6}
	if got, want := quantilesOf(v, make([]int64, 10)), (Quantiles{1, 5, 8}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := quantilesOf([]int64{4}, nil), (Quantiles{4, 4, 4}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

// Ranking by buckets is ranking by sorting, whatever the spread.
func TestQuantilesAreSort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wide := rapid.SampledFrom([]int64{1, 1000, 1 << 20, 1 << 60}).Draw(t, "wide")
		v := rapid.SliceOfN(rapid.Int64Range(-wide, wide), 1, 300).Draw(t, "values")
		sorted := slices.Sorted(slices.Values(v))
		n := len(v)
		want := Quantiles{money.Ore(sorted[(n+9)/10-1]), money.Ore(sorted[(n+1)/2-1]), money.Ore(sorted[(4*n+4)/5-1])}
		if got := quantilesOf(v, make([]int64, n)); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

// slow costs every run as the plan is costed, with the opening of the run.
func (e *Economy) slow(p Period, k Kind, sc Scenario) Quantiles {
	runs := make([]int64, e.dates.Runs)
	for r := range runs {
		for i := range e.Offices {
			of := &e.Offices[i]
			base, days := e.samples(of)
			if !of.Opening.IsKnown() {
				continue
			}
			sp := of.spell
			if days != nil {
				sp.opening = base + civil.Date(days[r])
				sp.work = of.spell.work.stretched(e.cal.Number(sp.opening))
			}
			l := newLine(int(e.last-e.first) + 1)
			e.phase(l, &sp, of.Type[sc], sc)
			runs[r] += int64(e.read(l, p, k).Low)
		}
	}
	return quantilesOf(runs, make([]int64, len(runs)))
}

// The fast simulation gives what costing every run for itself gives, to within
// an öre per office and year of even profiles. The slow one moves weighted
// activities by whole working days, which tells in 100 tkr at most.
func TestFastEqualsSlow(t *testing.T) {
	weighted := rich()
	weighted.s.Process = []programme.Stage{{ID: "fit", CostWeight: 2}, {ID: "open", CostWeight: 1}}
	for i := range weighted.d.Projects {
		if p := &weighted.d.Projects[i]; p.Start.IsKnown() {
			p.Activities = []timetable.Activity{{Stage: "fit", Start: p.Start + 20, Finish: p.Planned - 30}, {Stage: "open", Start: p.Planned - 25, Finish: p.Planned + 10}}
		}
	}
	closing := rich()
	closing.s.OfficeEvents = append(closing.s.OfficeEvents, programme.Event{Office: "malmo", Kind: programme.Closed, Date: span("2023-02-10")})
	for name, c := range map[string]struct {
		s     *scene
		slack float64
	}{"even": {rich(), 0}, "weighted": {weighted, 1.0 / 400}, "closing": {closing, 0}} {
		c.s.sample(60, 30, 120)
		e := c.s.make(t)
		for _, p := range append(e.Years(), e.Tertials()...) {
			for _, k := range []Kind{Establishment, Running, All} {
				for sc := Low; sc <= High; sc++ {
					got, ok := e.QuantilesAt(p, k, sc)
					want := e.slow(p, k, sc)
					near := func(a, b money.Ore) bool {
						return max(a-b, b-a) <= 60+money.Ore(c.slack*float64(ore("40 mnkr")))
					}
					if !ok || !near(got.P10, want.P10) || !near(got.P50, want.P50) || !near(got.P80, want.P80) {
						t.Fatalf("%s: %v %v %v: %v, want %v", name, p, k, sc, got, want)
					}
				}
			}
		}
	}
}

// Quantiles stand in order, and the result is the same on any number of cores.
func TestSpreadIsOrderedAndSteady(t *testing.T) {
	s := many(40, 1500)
	x := s.index()
	one, err := OnDates(x, s.d, Options{Cores: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, cores := range []int{2, 7} {
		other, _ := OnDates(x, s.d, Options{Cores: cores})
		if !reflect.DeepEqual(one.spread, other.spread) {
			t.Errorf("%d cores give another result", cores)
		}
	}
	for _, q := range one.spread.at {
		if q.P10 > q.P50 || q.P50 > q.P80 {
			t.Fatalf("out of order: %v", q)
		}
	}
}

// Openings that are certain leave no spread; then the cost is the plan's.
func TestCertainOpeningsHaveNoSpread(t *testing.T) {
	s := seed()
	s.sample(100, 0, 0)
	e := s.make(t)
	for _, p := range e.Years() {
		q, ok := e.QuantilesAt(p, All, High)
		plan := e.At(p, All, Total, High).Low
		if !ok || q.P10 != q.P80 || max(q.P50-plan, plan-q.P50) > 28 {
			t.Errorf("%v: %v, the plan has %v", p, q, plan)
		}
	}
}

// Without a simulation there are no quantiles to ask for.
func TestNoSpreadWithoutSamples(t *testing.T) {
	e := seed().make(t)
	if _, ok := e.QuantilesAt(YearOf(2022), All, Low); ok {
		t.Error("a timetable without runs has a spread")
	}
	s := seed()
	s.sample(10, 5, 5)
	e = s.make(t)
	for _, p := range []Period{MonthOf(date("2022-03-01").Month()), YearOf(1999)} {
		if _, ok := e.QuantilesAt(p, All, Low); ok {
			t.Errorf("%v has a spread", p)
		}
	}
}
