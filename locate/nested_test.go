package locate

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// nestedScene makes random rows, nested and not, and random prices and decisions.
func nestedScene(r *rand.Rand) (rows []Row, rho []int64, state []decided) {
	n := 1 + r.IntN(9)
	for range n {
		rho = append(rho, int64(r.IntN(21)-10))
		state = append(state, [...]decided{open, open, open, open, chosen, closed}[r.IntN(6)])
	}
	for range r.IntN(5) {
		from := r.IntN(n)
		to := from + 1 + r.IntN(n-from)
		row := Row{Min: -NoLimit, Max: NoLimit}
		for j := from; j < to; j++ {
			row.Options = append(row.Options, int32(j))
		}
		if r.IntN(2) == 0 {
			row.Max = int64(r.IntN(len(row.Options) + 1))
		}
		if r.IntN(2) == 0 {
			row.Min = int64(r.IntN(3))
		}
		rows = append(rows, row)
	}
	return rows, rho, state
}

// The choice under the rows kept costs what the cheapest of all subsets costs, in
// floating point and in integers.
func TestChooseAgainstAllSubsets(t *testing.T) {
	some := 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		rows, rho, state := nestedScene(r)
		if seed%3 == 0 && len(rows) > 0 {
			rows = rows[:1]
			rows[0].Options = rows[0].Options[:0]
			for j := range rho {
				rows[0].Options = append(rows[0].Options, int32(j))
			}
		}
		n := newNested(rows, len(rho))
		best, found := int64(0), false
		for set := range 1 << len(rho) {
			if v, ok := subset(rows, n.kept, rho, state, set); ok && (!found || v < best) {
				best, found = v, true
			}
		}
		got, taken, ok := choose(n, rho, state, nil)
		if ok != found || ok && got != best {
			t.Fatalf("seed %d: %d (%v), want %d (%v): %+v %v %v", seed, got, ok, best, found, rows, rho, state)
		}
		float := make([]float64, len(rho))
		for j, x := range rho {
			float[j] = float64(x)
		}
		if f, _, okF := choose(n.copy(), float, state, nil); okF != ok || ok && f != float64(got) {
			t.Fatalf("seed %d: %v in floating point, %d in integers", seed, f, got)
		}
		if ok && !slices.IsSorted(taken) {
			t.Fatalf("seed %d: %v is not in order", seed, taken)
		}
		if found {
			some++
		}
	}
	if some < 500 {
		t.Errorf("only %d scenes had a choice", some)
	}
}

func subset(rows []Row, kept []int32, rho []int64, state []decided, set int) (int64, bool) {
	sum := int64(0)
	for j := range rho {
		in := set>>j&1 == 1
		if in && state[j] == closed || !in && state[j] == chosen {
			return 0, false
		}
		if in {
			sum += rho[j]
		}
	}
	for _, k := range kept {
		count := int64(0)
		for _, j := range rows[k].Options {
			count += int64(set >> j & 1)
		}
		if broken(&rows[k], count) > 0 {
			return 0, false
		}
	}
	return sum, true
}

// What is fixed is exactly what the bound with the opposite decision allows to be fixed.
func TestFixPlainAgainstTrials(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 2))
		_, rho, state := nestedScene(r)
		row := Row{Min: int64(r.IntN(4)), Max: int64(2 + r.IntN(5))}
		for j := range rho {
			row.Options = append(row.Options, int32(j))
		}
		if seed%2 == 0 {
			row.Max = row.Min
		}
		n := newNested([]Row{row}, len(rho))
		e := &exact{scale: 1, rho: rho}
		e.choose(n, state)
		if !e.likely {
			continue
		}
		upper := e.total + int64(r.IntN(8))
		got := e.fixPlain(n, state, upper)
		n.plain = false
		want := e.fix(n, state, upper, true)
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: %v, want %v (rho %v, state %v, row %d-%d, upper %d of %d)", seed, got, want, rho, state, row.Min, row.Max, upper, e.total)
		}
	}
}

// The k cheapest come first, whatever the list.
func TestSelectCheapest(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		n := 1 + r.IntN(200)
		rho, list := make([]float64, n), make([]int32, n)
		for j := range rho {
			rho[j], list[j] = float64(r.IntN(30)), int32(j)
		}
		want := slices.Clone(list)
		slices.SortFunc(want, cheaper(rho))
		k := r.IntN(n + 1)
		selectCheapest(list, rho, k)
		slices.Sort(list[:k])
		slices.Sort(want[:k])
		if !slices.Equal(list[:k], want[:k]) {
			t.Fatalf("seed %d: the %d cheapest of %d are wrong", seed, k, n)
		}
	}
}
