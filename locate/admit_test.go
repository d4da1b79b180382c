package locate

import (
	"context"
	"math/rand/v2"
	"runtime"
	"testing"
)

// With only some lists held the answer is as good and the bound as true: value and bound
// agree with what all lists give, on one core and on two.
func TestSomeListsAgainstAll(t *testing.T) {
	lists, entries, core := manyLists, someEntries, coreEntries
	defer func() { manyLists, someEntries, coreEntries = lists, entries, core }()
	for seed := range uint64(6) {
		n, k := 150+int(seed)*20, 4+int(seed)
		s := plane(rand.New(rand.NewPCG(seed, 20)), n, k, seed%2 == 0)
		manyLists, someEntries, coreEntries = lists, entries, core
		all, err := Solve(context.Background(), s, Options{Seed: seed})
		if err != nil || !all.Proven {
			t.Fatalf("seed %d: %v, not proven", seed, err)
		}
		manyLists, someEntries, coreEntries = 1, int64(n)*20, 500
		for cores := 1; cores <= 2; cores++ {
			old := runtime.GOMAXPROCS(cores)
			some, err := Solve(context.Background(), s, Options{Seed: seed, Nodes: 400})
			runtime.GOMAXPROCS(old)
			if err != nil || some.Value < all.Value || some.Bound > all.Value {
				t.Fatalf("seed %d: %v, value %d and bound %d, the optimum is %d", seed, err, some.Value, some.Bound, all.Value)
			}
			if some.Gap() > 0.002 {
				t.Errorf("seed %d: the gap is %f", seed, some.Gap())
			}
		}
	}
}

// Prices from the Spec are those from the lists.
func TestPriceAllAgainstLists(t *testing.T) {
	s := plane(rand.New(rand.NewPCG(3, 21)), 80, 5, true)
	r, v := started(s, 1)
	value, rho, _ := r.priceAll(&v.best)
	rho = append([]float64(nil), rho...)
	r.cols = &columns{lists: make([][]entry, len(r.p.serves)), held: make([]bool, len(r.p.serves)), top: r.cols.top}
	other, again, _ := r.priceAll(&v.best)
	if value-other > 1e-3 || other-value > 1e-3 {
		t.Errorf("%f from the lists, %f from the Spec", value, other)
	}
	for j := range rho {
		if d := rho[j] - again[j]; d > 1e-3 || d < -1e-3 {
			t.Errorf("option %d: %f from the lists, %f from the Spec", j, rho[j], again[j])
		}
	}
}
