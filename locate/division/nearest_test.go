package division

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// Waits give the time to the nearest open site, for any that are open, to the unit; and
// there are no two for the same sites.
func TestNearestLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 3))
		sites := 1 + rng.IntN(7)
		times, base, people := plane(rng, sites, 20)
		waits, always := Nearest(times, base, people)
		seen := map[string]bool{}
		for _, w := range waits {
			key := ""
			for _, i := range w.Sites {
				key += string(rune('a' + i))
			}
			if seen[key] {
				t.Fatalf("two waits for %s", key)
			}
			seen[key] = true
		}
		for set := range 1 << sites {
			want, got := int64(0), always
			for p, n := range people {
				nearest := base[p]
				for i := range sites {
					if set>>i&1 == 1 {
						nearest = min(nearest, times[i][p])
					}
				}
				want += n * nearest
			}
			for _, w := range waits {
				open := false
				for _, i := range w.Sites {
					open = open || set>>i&1 == 1
				}
				if !open {
					got += w.Cost
				}
			}
			if got != want {
				t.Fatalf("sites %b: %d, want %d", set, got, want)
			}
		}
	})
}
