package constrained

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The packed serial scheme and the plain one give the same schedule, and its mirror image keeps every rule.
func TestFastEqualsSlow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSpec(t, false, false, false, false)
		p, err := Compile(s)
		if err != nil {
			t.Skip(err)
		}
		n := int(p.forward.n)
		key := make([]int64, n)
		for i := range key {
			key[i] = rapid.Int64Range(-100, 100).Draw(t, "key")
		}
		order := newSorter(p.forward).byKeys(key)
		fast, slow := make([]int32, n), make([]int32, n)
		end := newBuilder(p.forward, p.horizon+1).serial(order, fast)
		if !newStepwise(p).build(order, slow) || !slices.Equal(fast, slow) || end != p.Value(fast).Makespan {
			t.Fatalf("fast %v, slow %v, end %d", fast, slow, end)
		}
		m := newBuilder(p.mirror, p.horizon+1)
		end = m.serial(newSorter(p.mirror).byKeys(key), slow)
		for j := range slow {
			slow[j] = end - slow[j] - p.forward.dur[j]
		}
		if v := Check(s, slow); len(v) > 0 {
			t.Fatal(v)
		}
		end = newBuilder(p.forward, p.horizon+1).parallel(key, fast, &parallelScratch{})
		if v := Check(s, fast); len(v) > 0 || end != p.Value(fast).Makespan {
			t.Fatal(v, end)
		}
	})
}

// No bound lies above what the exact search finds, and what it refutes cannot be done.
func TestWithinAgreesWithBrute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSpec(t, false, rapid.Bool().Draw(t, "stepped"), rapid.Bool().Draw(t, "pinned"), false)
		p, err := Compile(s)
		if err != nil {
			t.Skip(err)
		}
		best, feasible := brute(s, p, 13)
		end := rapid.Int32Range(0, 16).Draw(t, "end")
		a, start := p.within(end, func() bool { return false })
		if want := feasible && best.Makespan <= end; (a == yes) != want {
			t.Fatalf("within %d: %v, best %v (%v)", end, a, best, feasible)
		}
		if a == yes && len(Check(s, start)) > 0 {
			t.Fatal(Check(s, start))
		}
		if feasible && p.bounds().Makespan > best.Makespan {
			t.Fatalf("bound %v above %v", p.bounds(), best)
		}
	})
}
