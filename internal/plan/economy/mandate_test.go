package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
)

// shared is a programme in which two mandates and no mandate open offices.
func shared() *scene {
	s := seed()
	s.add("extra", "", "2022-01-10", "2022-09-01")
	s.add("loose", "", "2022-02-01", "2022-10-03")
	s.d.Projects[14].Mandate, s.d.Projects[15].Mandate = "older", ""
	s.claim("extra", "decided", "small")
	s.claim("loose", "decided", "large")
	s.sample(200, 30, 120)
	return s
}

// The mandates share out the whole: their costs add up to the programme's.
func TestMandatesAddUp(t *testing.T) {
	e := shared().make(t)
	if len(e.Mandates) != 3 {
		t.Fatalf("%d mandates, want 3", len(e.Mandates))
	}
	for _, p := range append(e.Years(), e.Months()...) {
		for _, k := range []Kind{Establishment, Running, All} {
			for sc := Low; sc <= High; sc++ {
				var sum money.Ore
				for m := range e.Mandates {
					sum += e.At(p, k, OfMandate(MandateIndex(m)), sc).Low
				}
				if got := e.At(p, k, Total, sc).Low; got != sum {
					t.Fatalf("%v %v: the whole is %v, its mandates %v", p, k, got, sum)
				}
			}
		}
	}
}

// A mandate's quantiles are those of a programme that holds nothing but its offices.
func TestMandateIsCostedByItself(t *testing.T) {
	both := shared().make(t)
	alone := shared()
	alone.d.Projects = alone.d.Projects[:14]
	only := alone.make(t)
	m, ok := both.Mandate("m")
	for _, y := range []int{2022, 2023} {
		for sc := Low; sc <= High; sc++ {
			got, simulated := both.QuantilesOf(YearOf(y), All, OfMandate(m), sc)
			want, _ := only.QuantilesAt(YearOf(y), All, sc)
			if !ok || !simulated || got != want {
				t.Errorf("%d: %v, want %v", y, got, want)
			}
		}
	}
	if whole, _ := both.QuantilesAt(YearOf(2023), All, High); whole.P80 <= 0 {
		t.Errorf("the whole has %v", whole)
	}
	if _, ok := both.QuantilesOf(YearOf(2022), All, OfRound(0), Low); ok {
		t.Error("a round has quantiles")
	}
}

// The book answers for mandates by id, and for offices without one by a mark.
func TestBookOfMandates(t *testing.T) {
	s := shared()
	e := s.make(t)
	shelf, seen := s.shelf(e), map[figure.Address]bool{}
	for _, a := range []figure.Address{"economy/2022/all/mandate/m", "economy/2022/all/mandate/older/p80", "economy/2022/all/mandate/_/low", "economy/2022/investment/mandate/m"} {
		check(t, shelf, a, seen)
	}
	f, _ := shelf.Figure("economy/2022/running/mandate/older/low")
	if len(f.Inputs) != 1 || f.Inputs[0] != "economy/2022/running/office/extra/low" {
		t.Errorf("the older mandate rests on %v", f.Inputs)
	}
	if _, ok := shelf.Figure("economy/2022/all/mandate/none"); ok {
		t.Error("a mandate without offices is answered for")
	}
}
