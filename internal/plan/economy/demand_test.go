package economy

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawDemand draws a small demand that may be impossible.
func drawDemand(t *rapid.T) (*demand, []typeSet) {
	types := rapid.IntRange(1, 4).Draw(t, "types")
	allowed := drawAllowed(t, rapid.IntRange(0, 5).Draw(t, "offices"), types)
	low, high := make([]int, types), make([]int, types)
	for i := range low {
		low[i] = rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "low")
		high[i] = low[i] + rapid.IntRange(0, 3).Draw(t, "more")
	}
	least := len(allowed) + rapid.IntRange(0, 2).Draw(t, "unnamed")
	most := least + rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "slack")
	return newDemand(least, most, low, high, allowed), allowed
}

// vectorsByHand tries every assignment of named and unnamed offices.
func vectorsByHand(d *demand, allowed []typeSet) [][]int {
	types := len(d.low)
	var out [][]int
	for n := d.least; n <= d.most; n++ {
		all := slices.Clone(allowed)
		for len(all) < n {
			all = append(all, 1<<types-1)
		}
		everyAssignment(all, types, func(_ []TypeIndex, count []int) {
			for i, c := range count {
				if c < d.low[i] || c > d.high[i] {
					return
				}
			}
			out = append(out, slices.Clone(count))
		})
	}
	slices.SortFunc(out, slices.Compare)
	return slices.CompactFunc(out, slices.Equal)
}

// A demand is feasible when some assignment meets it; its vectors are those of
// all assignments that do; tightening loses none and leaves no slack.
func TestVectorsAreThoseOfAssignments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, allowed := drawDemand(t)
		want := vectorsByHand(d, allowed)
		if got := d.feasible(); got != (len(want) > 0) {
			t.Fatalf("feasible: %v, with %d vectors", got, len(want))
		}
		if len(want) == 0 {
			return
		}
		d.tighten()
		for i := range d.low {
			of := func(a, b []int) int { return a[i] - b[i] }
			if low, high := slices.MinFunc(want, of)[i], slices.MaxFunc(want, of)[i]; d.low[i] != low || d.high[i] != high {
				t.Fatalf("type %d lies in %d–%d, said to be %d–%d", i, low, high, d.low[i], d.high[i])
			}
		}
		got, all := d.vectors()
		if !all || !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%v (%v), want %v", got, all, want)
		}
	})
}

// Going by cost, the outermost vectors cost least and most of all.
func TestOutermostCostsMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, allowed := drawDemand(t)
		want := vectorsByHand(d, allowed)
		if len(want) == 0 {
			t.Skip("impossible")
		}
		// Types cost more the later they stand; ties are drawn as well.
		price := make([]int, len(d.low))
		dearest := make([]TypeIndex, len(d.low))
		for i := range price {
			price[i] = i * rapid.IntRange(0, 1).Draw(t, "step")
			if i > 0 {
				price[i] = max(price[i], price[i-1])
			}
			dearest[len(price)-1-i] = TypeIndex(i)
		}
		cost := func(v []int) (sum int) {
			for i, n := range v {
				sum += n * price[i]
			}
			return sum
		}
		by := func(a, b []int) int { return cost(a) - cost(b) }
		before := slices.Clone(d.low)
		if got := d.outermost(dearest, false); cost(got) != cost(slices.MaxFunc(want, by)) {
			t.Fatalf("most: %v costs %d, %v costs more", got, cost(got), slices.MaxFunc(want, by))
		}
		if got := d.outermost(reversed(dearest), true); cost(got) != cost(slices.MinFunc(want, by)) {
			t.Fatalf("least: %v costs %d, %v costs less", got, cost(got), slices.MinFunc(want, by))
		}
		if !slices.Equal(before, d.low) {
			t.Fatal("the demand was changed")
		}
	})
}

// Too many vectors are not listed.
func TestTooManyVectors(t *testing.T) {
	n := 300
	d := newDemand(n, n, make([]int, 4), []int{n, n, n, n}, slices.Repeat([]typeSet{15}, n))
	if got, all := d.vectors(); all || got != nil {
		t.Errorf("%d vectors of millions are said to be all", len(got))
	}
}
