package coverage_test

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
)

// Adding a site to an access is the access with the site, whatever the order; what
// it was made of stays as it was.
func TestWithIsMeasure(t *testing.T) {
	c := cover(t, world(office("a", 0), office("b", 50), office("c", 100)), coverage.Options{Population: street(5, 20, 45, 60, 90)})
	all, err := c.Measure(t.Context(), []int32{0, 1, 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range [][]int32{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
		a, err := c.Measure(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, site := range order {
			before := slices.Clone(a.Seconds)
			next, err := c.With(t.Context(), a, site)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(before, a.Seconds) {
				t.Error("the access that it was made of changed")
			}
			a = next
		}
		if !slices.Equal(a.Seconds, all.Seconds) || !slices.Equal(a.SecondSeconds, all.SecondSeconds) || !slices.Equal(a.Metres, all.Metres) || !slices.Equal(a.Nearest, all.Nearest) {
			t.Errorf("in the order %v: %+v, want %+v", order, a, all)
		}
	}
	some, _ := c.Measure(t.Context(), []int32{0, 1})
	if r, s := c.Reach(all, 0, 0), c.Shift(all, some, 0, 0); r.Within[0] != 400 || coverage.Sum(s.Lost) != 100 || s.LostSeconds != 100*30*60 {
		t.Errorf("%+v, %+v", r, s)
	}
}

// A candidate is a site that no state has open.
func TestCandidate(t *testing.T) {
	c := cover(t, world(office("a", 0)), coverage.Options{Population: street(40)})
	site := c.Candidate("torget", "Torget", "Boden", 65.8, 30)
	base, _ := c.AccessIn(0)
	with, err := c.With(t.Context(), base, site)
	if err != nil || with.Seconds[0] != 600 || base.Seconds[0] != 2400 || len(c.States[0].Open) != 1 || c.Sites[site].Name != "Torget" {
		t.Errorf("%v: %v, %v", err, with.Seconds[:1], base.Seconds[:1])
	}
}
