package locate_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/locate"
)

// bounded gives a scene capacities that bind.
func bounded(r *rand.Rand, s *locate.Spec) {
	s.Capacities = locate.Enforced
	s.Options = s.Options[:min(len(s.Options), 6)]
	for k := range s.Rows {
		row := &s.Rows[k]
		for n := len(row.Options) - 1; n >= 0; n-- {
			if int(row.Options[n]) < len(s.Options) {
				continue
			}
			row.Options = append(row.Options[:n:n], row.Options[n+1:]...)
			if row.Coefficients != nil {
				row.Coefficients = append(row.Coefficients[:n:n], row.Coefficients[n+1:]...)
			}
		}
	}
	for j := range s.Options {
		if s.Options[j].Capacity = int64(r.IntN(14)); r.IntN(8) == 0 {
			s.Options[j].Capacity = 0
		}
	}
	for i := range s.Classes {
		if len(s.Measures) > 0 && s.Measures[s.Classes[i].Measure].Capped { // a cap may bind where only options count
			s.Classes[i].Measure = 0
		}
	}
	for m := range s.Measures {
		if s.Measures[m].Costs != nil {
			s.Measures[m].Costs = s.Measures[m].Costs[:len(s.Options)]
		}
	}
}

// backed has classes ask for a second option.
func backed(r *rand.Rand, s *locate.Spec) {
	for i := range s.Classes {
		s.Classes[i].Order = int32(r.IntN(3))
	}
}

var kindsBeyond = map[string]features{
	"median":   {must: true, count: true},
	"covering": {count: true},
	"network":  {must: true, costs: true, states: true},
	"gradual":  {gradual: true, costs: true},
	"types":    {types: true, costs: true, must: true},
	"quotas":   {quotas: true, count: true, must: true},
	"budget":   {budget: true, must: true},
	"pairs":    {pairs: true, count: true},
	"caps":     {caps: true, costs: true},
	"capmust":  {caps: true, must: true, count: true},
	"periods":  {periods: true, costs: true, types: true},
	"all":      {true, true, true, true, true, true, true, true, true, true, false},
	"all+p":    {true, true, true, true, true, true, true, true, true, true, true},
}

// Capacities and backup service have the answer that trying every choice gives, and a
// certificate that an independent checker accepts.
func TestSolveBeyondAgainstExhaustion(t *testing.T) {
	runs := 120
	if testing.Short() {
		runs = 15
	}
	for what, change := range map[string]func(*rand.Rand, *locate.Spec){"capacity": bounded, "backup": backed} {
		for name, f := range kindsBeyond {
			t.Run(what+" "+name, func(t *testing.T) {
				feasible := 0
				for seed := range runs {
					r := rand.New(rand.NewPCG(uint64(seed), 77))
					s := scene(r, f)
					change(r, s)
					if held(t, s, fmt.Sprintf("%s %s %d", what, name, seed)) {
						feasible++
					}
					if t.Failed() {
						return
					}
				}
				if feasible == 0 {
					t.Error("no scene was feasible: the test shows nothing")
				}
			})
		}
	}
}
