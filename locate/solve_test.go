package locate_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
)

// Every kind of problem, with and without each rule, has the answer that trying every
// choice gives, and a certificate that an independent checker accepts.
func TestSolveAgainstExhaustion(t *testing.T) {
	kinds := map[string]features{
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
	runs := 300
	if testing.Short() {
		runs = 60
	}
	for name, f := range kinds {
		t.Run(name, func(t *testing.T) {
			feasible := 0
			for seed := range runs {
				s := scene(rand.New(rand.NewPCG(uint64(seed), 7)), f)
				if held(t, s, fmt.Sprintf("%s %d", name, seed)) {
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

// held solves a Spec and holds the answer against trying everything.
func held(t *testing.T, s *locate.Spec, name string) bool {
	t.Helper()
	want, found := exhaust(s)
	a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 1})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if a.Found != found {
		t.Fatalf("%s: found %v, want %v (best %d, bound %d, infeasible %+v)", name, a.Found, found, want, a.Bound, a.Infeasible)
	}
	if !found {
		if a.Infeasible == nil {
			t.Errorf("%s: infeasible, and it does not say so (bound %d)", name, a.Bound)
		}
		return false
	}
	value, _, ok := worth(s, choiceOf(s, a.Options))
	if !ok || value != a.Value {
		t.Errorf("%s: the choice is worth %d (feasible: %v), it says %d", name, value, ok, a.Value)
	}
	if a.Value != want || !a.Proven || a.Bound != want {
		t.Errorf("%s: value %d, bound %d, proven %v; the best is %d", name, a.Value, a.Bound, a.Proven, want)
	}
	if err := certificate.Check(s, &a.Certificate); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return true
}
