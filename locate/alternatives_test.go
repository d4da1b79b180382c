package locate_test

import (
	"context"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"

	"github.com/etablera/etablera/locate"
)

// ways counts the choices of a Spec by their value.
func ways(s *locate.Spec) map[int64]int {
	count := map[int64]int{}
	chosen := make([]bool, len(s.Options))
	for set := range 1 << len(chosen) {
		for j := range chosen {
			chosen[j] = set>>j&1 == 1
		}
		if v, _, ok := worth(s, chosen); ok {
			count[v]++
		}
	}
	return count
}

// All choices within the tolerance are listed, each once, or as many of the best as were
// asked for; the answer says which.
func TestAllAlternativesAgainstExhaustion(t *testing.T) {
	runs := 15
	if testing.Short() {
		runs = 8
	}
	lists, cut := 0, 0
	for name, f := range kindsBeyond {
		for seed := range runs {
			r := rand.New(rand.NewPCG(uint64(seed), 78))
			s := scene(r, f)
			switch seed % 5 {
			case 0:
				bounded(r, s)
			case 1:
				backed(r, s)
			}
			o := locate.Options{Seed: 1, Tolerance: 0.3 * r.Float64(), Base: int64(r.IntN(200)), All: 1 + r.IntN(40)}
			restore := func() {}
			if seed%2 == 0 {
				restore = locate.CutFrom(0)
			}
			a, err := locate.Solve(context.Background(), s, o)
			restore()
			if err != nil {
				t.Fatal(err)
			}
			if !a.Found {
				continue
			}
			limit := int64(math.Floor(float64(a.Value) + o.Tolerance*math.Abs(float64(a.Value-o.Base))))
			want, count, got := ways(s), -1, map[int64]int{a.Value: 1}
			for v, n := range want {
				if v <= limit {
					count += n
				}
			}
			seen := map[string]bool{string(key(a.Options)): true}
			last := a.Value
			for _, c := range a.Alternatives {
				v, measures, ok := worth(s, choiceOf(s, c.Options))
				if !ok || v != c.Value || v < last || v > limit || seen[key(c.Options)] || a.Options != nil && s.Capacities == locate.Reported && !reflect.DeepEqual(measures, c.Measures) {
					t.Fatalf("%s %d: %+v is worth %d (%v), limit %d", name, seed, c, v, ok, limit)
				}
				seen[key(c.Options)], last = true, v
				got[v]++
			}
			if a.Complete != (count <= o.All) || len(a.Alternatives) != min(count, o.All) {
				t.Fatalf("%s %d: %d alternatives (complete: %v), there are %d and %d were asked for", name, seed, len(a.Alternatives), a.Complete, count, o.All)
			}
			for v, n := range want {
				if v < last && got[v] != n {
					t.Fatalf("%s %d: %d choices of value %d, there are %d", name, seed, got[v], v, n)
				}
			}
			lists++
			if !a.Complete {
				cut++
			}
		}
	}
	if cut < lists/20 || cut > lists*19/20 {
		t.Errorf("%d of %d lists are cut: the test shows too little", cut, lists)
	}
}

func key(options []int32) string {
	var b []byte
	for _, j := range options {
		b = append(b, byte(j))
	}
	return string(b)
}

// The list is the same on any number of cores.
func TestSameAlternativesOnAnyCores(t *testing.T) {
	s := district(60, 24, 4, 1.3)
	var first *locate.Answer
	for _, cores := range []int{1, 2} {
		was := runtime.GOMAXPROCS(cores)
		a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 2, Tolerance: 0.01, All: 5})
		runtime.GOMAXPROCS(was)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = a
		} else if !reflect.DeepEqual(a, first) {
			t.Errorf("%d cores: %+v, want %+v", cores, a.Alternatives, first.Alternatives)
		}
	}
	if len(first.Alternatives) == 0 {
		t.Error("no alternatives: the test shows nothing")
	}
}
