package road

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Every id finds its place among the distinct ids in order, whatever the ids: small and dense, far apart, negative.
func TestNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		refs := rapid.SliceOfN(rapid.OneOf(rapid.Int64Range(0, 20), rapid.Int64Range(11_000_000_000, 11_000_010_000), rapid.Int64(), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 0, -1})), 0, 60).Draw(t, "refs")
		want := slices.Compact(slices.Sorted(slices.Values(refs)))
		var s survey
		s.number(slices.Clone(refs))
		if !slices.Equal(s.ids, want) || len(s.refs) != len(refs) || len(s.lat) != len(want) {
			t.Fatalf("%v: %v", refs, s.ids)
		}
		for i, id := range refs {
			if s.ids[s.refs[i]] != id || s.position(id) != int(s.refs[i]) {
				t.Fatalf("%d is %d at %d", id, s.ids[s.refs[i]], s.refs[i])
			}
		}
	})
}
