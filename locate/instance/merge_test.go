package instance

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// Fast equals slow: the merged classes are the sets of covering sites that measuring every pair gives, with their weights, in the order of
// their first clients, whatever the radius and however the places lie.
func TestMerge(t *testing.T) {
	for seed := range uint64(64) {
		random := rand.New(rand.NewPCG(seed, 41))
		in := &Instance{Metric: Euclid, Sites: Places{N: 1 + random.IntN(30)}, Clients: Places{N: 1000 + random.IntN(2000)}}
		if seed >= 56 { // several blocks, and more uncertain sites at a time than a mask holds
			in.Sites.N, in.Clients.N = 20+random.IntN(100), 20_000
		}
		for range in.Sites.N {
			in.Sites.X, in.Sites.Y = append(in.Sites.X, float64(random.IntN(31))), append(in.Sites.Y, random.Float64()*30)
		}
		for range in.Clients.N {
			x, y := random.Float64()*30, random.Float64()*30
			if seed%3 == 0 { // whole coordinates: many lie just on a rim
				x, y = float64(random.IntN(31)), float64(random.IntN(31))
			}
			in.Clients.X, in.Clients.Y, in.Clients.Weight = append(in.Clients.X, x), append(in.Clients.Y, y), append(in.Clients.Weight, random.Int64N(100))
		}
		radius := []float64{5, 3.3, 0.2, 80}[seed%4]
		m := in.merge(radius)
		if m == nil {
			t.Fatalf("seed %d: not merged", seed)
		}
		var order []string
		weight := map[string]int64{}
		for i := range in.Clients.N {
			sites := []int32{}
			for j := range in.Sites.N {
				if in.Within(i, j, radius) {
					sites = append(sites, int32(j))
				}
			}
			key := fmt.Sprint(sites)
			if !slices.Contains(order, key) {
				order = append(order, key)
			}
			weight[key] += in.Clients.WeightOf(i)
		}
		if len(order) != len(m.weight) {
			t.Fatalf("seed %d: %d classes, want %d", seed, len(m.weight), len(order))
		}
		for c, key := range order {
			if got := fmt.Sprint(m.lists.Column[m.lists.Start[c]:m.lists.Start[c+1]]); got != key || m.weight[c] != weight[key] {
				t.Fatalf("seed %d, class %d: %s of weight %d, want %s of %d", seed, c, got, m.weight[c], key, weight[key])
			}
		}
	}
}

// Few clients, or distances that are not in the plane, are left as they are.
func TestMergeIsNotForAll(t *testing.T) {
	if read(t, smallPlane).merge(5) != nil || read(t, smallSquare).merge(5) != nil {
		t.Error("merged")
	}
}
