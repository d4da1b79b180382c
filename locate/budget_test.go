package locate

import (
	"context"
	"math/rand/v2"
	"testing"
)

// The knapsack's bound is the cheapest choice under nested counts and the budget, or
// below it where it is cut off; with a target it proves just what is so.
func TestKnapsackAgainstAllSubsets(t *testing.T) {
	found, cut, proven := 0, 0, 0
	for seed := range uint64(6000) {
		r := rand.New(rand.NewPCG(seed, 8))
		rows, rho, state := nestedScene(r)
		row := Row{Min: -NoLimit, Max: int64(r.IntN(40))}
		for j := range rho {
			row.Options = append(row.Options, int32(j))
			row.Coefficients = append(row.Coefficients, int64(r.IntN(15)-2))
		}
		if seed%3 == 0 {
			row.Min, row.Max = int64(r.IntN(30)), NoLimit
		}
		p := &problem{rows: append(rows, row), state: state, relaxed: []int32{int32(len(rows))}}
		p.budget = p.newBudget()
		if p.budget == nil {
			continue
		}
		n := newNested(rows, len(rho))
		best, some := int64(0), false
		for set := range 1 << len(rho) {
			v, ok := subset(rows, n.kept, rho, state, set)
			activity := int64(0)
			for j := range rho {
				activity += row.Coefficients[j] * int64(set>>j&1)
			}
			if ok && broken(&row, activity) == 0 && (!some || v < best) {
				best, some = v, true
			}
		}
		k := newKnapsack(p.budget, n, rho, state)
		low := k.solve(k.endless(), 0, 10_000)
		if some && (low != best || !k.some || k.best != best) || !some && (k.some || low < 1<<40 && n.plain) {
			t.Fatalf("seed %d: %d (%v), want %d (%v): %+v %v %v", seed, low, k.some, best, some, p.rows, rho, state)
		}
		if !some {
			continue
		}
		found++
		if low := newKnapsack(p.budget, n, rho, state).solve(k.endless(), 0, 3); low > best {
			t.Fatalf("seed %d: %d when cut off, the best is %d", seed, low, best)
		} else if low < best {
			cut++
		}
		for _, target := range []int64{best - 3, best, best + 1} {
			if got := newKnapsack(p.budget, n, rho, state).solve(target, 0, 10_000) >= target; got != (target <= best) {
				t.Fatalf("seed %d: %d is reached: %v, the best is %d", seed, target, got, best)
			}
			proven++
		}
		float := make([]float64, len(rho))
		for j, x := range rho {
			float[j] = float64(x)
		}
		f := newKnapsack(p.budget, n, float, state)
		if low := f.solve(f.endless(), 1e-9, 10_000); low > float64(best)+1e-6 || low < float64(best)-1e-6 {
			t.Fatalf("seed %d: %v in floating point, want %d", seed, low, best)
		}
	}
	if found < 2000 || cut < 50 || proven < 6000 {
		t.Errorf("%d scenes, %d cut off, %d proofs: the test shows too little", found, cut, proven)
	}
}

// A budget over options that save is a knapsack problem: mostly the root alone proves
// what dynamic programming finds, where pricing the budget leaves a gap.
func TestBudgetIsProvenAtTheRoot(t *testing.T) {
	gaps := 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 9))
		n, limit := 30, int64(400)
		s := &Spec{Service: &Matrix{Columns: 1}}
		most := make([]int64, limit+1)
		var all []int32
		var sizes []int64
		for j := range n {
			size, worth := int64(20+r.IntN(90)), int64(1+r.IntN(500))
			s.Options = append(s.Options, Option{Site: int32(j), Cost: -worth})
			all, sizes = append(all, int32(j)), append(sizes, size)
			for b := limit; b >= size; b-- {
				most[b] = max(most[b], most[b-size]+worth)
			}
		}
		s.Rows = []Row{Budget("budget", limit, all, sizes)}
		a, err := Solve(context.Background(), s, Options{Seed: 1, Nodes: 1})
		if err != nil || a.Value < -most[limit] || a.Bound > -most[limit] || a.Nodes > 1 {
			t.Fatalf("seed %d: %v: value %d, bound %d, %d nodes; the best is %d", seed, err, a.Value, a.Bound, a.Nodes, -most[limit])
		}
		if a.Proven && len(a.Certificate.Nodes) > 1 {
			gaps++
		}
	}
	if gaps < 20 {
		t.Errorf("only %d are proven by more than a price", gaps)
	}
}
