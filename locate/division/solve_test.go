package division

import (
	"context"
	"testing"

	"pgregory.net/rapid"
)

// For every goal and limits the answer is what looking at every division gives.
func TestSolveIsExhaustive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, limit := draw(t)
		least, found := p.brute(limit)
		for g := range Goals {
			a, err := Solve(context.Background(), p, g, limit, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if !a.Proven || a.Found != found {
				t.Fatalf("goal %d: proven %v, found %v where there is one: %v", g, a.Proven, a.Found, found)
			}
			if !found {
				if a.Bound != NoLimit {
					t.Errorf("goal %d: bound %d of nothing", g, a.Bound)
				}
				continue
			}
			if a.Values[g] != least[g] || a.Bound != least[g] {
				t.Errorf("goal %d: %d with the bound %d, want %d", g, a.Values[g], a.Bound, least[g])
			}
			if v := p.Measure(a.Division); v != a.Values || !v.Within(limit) || !p.Allowed(a.Division) {
				t.Errorf("goal %d: %v is said to be %v within %v", g, v, a.Values, limit)
			}
		}
	})
}
