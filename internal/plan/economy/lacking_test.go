package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Without one type's running cost every sum that such an office is in is
// unknown, in plan and simulation; before the first of them opens, and for the
// other kind of cost, nothing changes.
func TestOneUnknownUnitCost(t *testing.T) {
	with, without := seed(), seed()
	without.s.OfficeTypes[flexi].Costs = without.s.OfficeTypes[flexi].Costs[:1]
	with.sample(50, 10, 40)
	without.sample(50, 10, 40)
	full, e := with.make(t), without.make(t)
	value := func(e *Economy, a figure.Address) string {
		f, ok := e.Figure(a)
		if !ok {
			t.Fatalf("%s is not there", a)
		}
		return f.Value.Canonical()
	}
	for _, a := range []figure.Address{"economy/2023/running/total", "economy/2023/running/round/1", "economy/2023/running/total/high", "economy/2023/all/total",
		"economy/2022/running/total/p50", "economy/2023/all/total/p80", "economy/2023/all/mandate/m", "economy/2023/balance", "economy/2022-12/running/total"} {
		if got := value(e, a); got != "money ?" {
			t.Errorf("%s = %s, want it unknown", a, got)
		}
	}
	for _, a := range []figure.Address{"economy/2021/running/total", "economy/2021/all/total", "economy/2022/establishment/total", "economy/2022/establishment/total/p80",
		"economy/2021/all/total/p80", "economy/2022/establishment/mandate/m", "economy/2022-03/running/total"} {
		if got, want := value(e, a), value(full, a); got != want || got == "money ?" {
			t.Errorf("%s = %s, want %s", a, got, want)
		}
	}
	var flexis money.Ore
	for i := range full.Offices {
		if full.Offices[i].Type[Low] == flexi {
			flexis += full.At(YearOf(2023), Running, OfOffice(OfficeIndex(i)), Low).Low
		}
	}
	want := full.At(YearOf(2023), Running, Total, Low).Low - flexis
	if got, _ := e.KnownPart(YearOf(2023), Running, Total); got != programme.ExactAmount(want) || flexis <= 0 {
		t.Errorf("the known part is %v, want %v", got, want)
	}
	if got := value(e, "economy/2023/running/total/known"); got != figure.OfMoney(want).Canonical() {
		t.Errorf("the known part is %s, want %v", got, want)
	}
}

// A programme whose costs nobody has stated costs an unknown amount, never nothing.
func TestNoCostsAreUnknown(t *testing.T) {
	types, none := seed(), seed()
	for i := range types.s.OfficeTypes {
		types.s.OfficeTypes[i].Costs = nil
	}
	none.s.OfficeTypes, none.s.RoundCounts = nil, nil
	for name, s := range map[string]*scene{"types without costs": types, "no types": none} {
		s.sample(50, 10, 40)
		e := s.make(t)
		for _, k := range []Kind{Establishment, Running, All} {
			for _, p := range []Period{YearOf(2022), TertialOf(2022, 3), YearOf(2021), YearOf(2023)} {
				for _, path := range []string{"/total", "/total/low", "/mandate/m", "/total/p50", "/total/p80"} {
					f, ok := e.Figure(at(p, k) + figure.Address(path))
					if ok && f.Value.Known {
						t.Errorf("%s: %s = %s", name, f.Address, f.Value.Canonical())
					}
				}
			}
		}
	}
}

// An office that opens late in some runs only leaves the quantiles of those
// periods unknown, though the plan has it earlier.
func TestQuantilesAreUnknownWhereARunReaches(t *testing.T) {
	s := seed()
	s.s.OfficeTypes[flexi].Costs = s.s.OfficeTypes[flexi].Costs[1:]
	s.sample(50, 10, 300)
	e := s.make(t)
	plan, _ := e.Figure("economy/2023/establishment/total")
	runs, _ := e.Figure("economy/2023/establishment/total/p80")
	if !plan.Value.Known || runs.Value.Known {
		t.Errorf("2023: the plan has %s, the runs %s", plan.Value.Canonical(), runs.Value.Canonical())
	}
}
