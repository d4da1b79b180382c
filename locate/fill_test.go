package locate

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// What is filled by selection is what filling in sorted order gives, in floating point
// and in integers.
func TestFillAgainstSorting(t *testing.T) {
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 4))
		var items []item[int64]
		var float []item[float64]
		for k := range r.IntN(120) {
			x := item[int64]{int64(1 + r.IntN(9)), int64(1 + r.IntN(6)), int32(k), 0}
			items = append(items, x)
			float = append(float, item[float64]{float64(x.worth), x.weight, x.class, 0})
		}
		sorted, capacity := slices.Clone(items), int64(r.IntN(300))
		slices.SortFunc(sorted, ahead)
		want, room, whole := int64(0), capacity, 0
		for _, x := range sorted {
			take := min(room, x.weight)
			want, room = want+take*x.worth, room-take
			if take == x.weight && room >= 0 {
				whole++
			}
		}
		rest := int64(0)
		if whole < len(sorted) {
			rest = capacity
			for _, x := range sorted[:whole] {
				rest -= x.weight
			}
		}
		got, n, part := fill(items, capacity)
		slices.SortFunc(items[:n], ahead)
		if got != want || n != whole || part != rest || !slices.Equal(items[:n], sorted[:n]) || part > 0 && items[n] != sorted[n] {
			t.Fatalf("seed %d: %d, %d whole and %d, want %d, %d and %d", seed, got, n, part, want, whole, rest)
		}
		if f, m, p := fill(float, capacity); f != float64(want) || m != n || p != part {
			t.Fatalf("seed %d: %v in floating point, want %d", seed, f, want)
		}
	}
}
