package locate_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/locate"
)

// All points of a trade-off are the efficient values that trying every choice gives,
// and each is bounded by itself.
func TestTradeoffAgainstExhaustion(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 11))
		s := scene(r, features{count: seed%2 == 0, quotas: seed%3 == 0})
		for i := range s.Classes {
			s.Classes[i].Measure = int32(r.IntN(2))
		}
		costs := make([]int64, len(s.Options))
		for j := range costs {
			costs[j] = int64(r.IntN(15))
		}
		s.Measures = []locate.Measure{{Name: "access"}, {Name: "cost", Costs: costs}}
		points, err := locate.Tradeoff(context.Background(), s, 0, 1, 0, locate.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := efficient(s)
		if len(points) != len(want) {
			t.Fatalf("seed %d: %d points, want %v", seed, len(points), want)
		}
		for k, p := range points {
			if [2]int64{p.A, p.B} != want[k] || p.Bound != p.A {
				t.Errorf("seed %d: point %d is %d, %d (bound %d), want %v", seed, k, p.A, p.B, p.Bound, want[k])
			}
		}
	}
}

// efficient lists the values of two measures that no choice beats in both, least first
// measure first.
func efficient(s *locate.Spec) (list [][2]int64) {
	all := map[[2]int64]bool{}
	for set := range 1 << len(s.Options) {
		chosen := make([]bool, len(s.Options))
		for j := range chosen {
			chosen[j] = set>>j&1 == 1
		}
		if _, m, ok := worth(s, chosen); ok {
			all[[2]int64{m[0], m[1]}] = true
		}
	}
	for len(all) > 0 {
		var best *[2]int64
		for v := range all {
			if best == nil || v[0] < best[0] || v[0] == best[0] && v[1] < best[1] {
				best = &v
			}
		}
		list = append(list, *best)
		for v := range all {
			if v[1] >= best[1] {
				delete(all, v)
			}
		}
	}
	return list
}

// A trade-off in a few points begins and ends where the full one does.
func TestTradeoffInPoints(t *testing.T) {
	s := scene(rand.New(rand.NewPCG(4, 11)), features{})
	costs := make([]int64, len(s.Options))
	for j := range costs {
		costs[j] = int64(3 + j)
	}
	s.Measures = []locate.Measure{{}, {Costs: costs}}
	all, _ := locate.Tradeoff(context.Background(), s, 0, 1, 0, locate.Options{})
	few, err := locate.Tradeoff(context.Background(), s, 0, 1, 3, locate.Options{})
	if err != nil || len(few) > 3 || few[0].A != all[0].A || few[len(few)-1].B != all[len(all)-1].B {
		t.Errorf("%v: %+v against %+v", err, few, all)
	}
	for _, bad := range [][3]int{{0, 0, 0}, {0, 5, 0}, {0, 1, 1}, {-1, 0, 0}} {
		if _, err := locate.Tradeoff(context.Background(), s, bad[0], bad[1], bad[2], locate.Options{}); err == nil {
			t.Errorf("%v was accepted", bad)
		}
	}
}
