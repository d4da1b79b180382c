package locate

import (
	"context"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"
)

// started is a search that has climbed.
func started(s *Spec, seed uint64) (*run, *volume) {
	r := &run{ctx: context.Background(), p: compile(s), rng: rand.New(rand.NewPCG(seed, 1)), trim: trimPairs}
	r.value = r.p.worst() + 1
	for j := range r.p.state {
		r.cand = append(r.cand, int32(j))
	}
	r.hold()
	start := r.first()
	v := r.climb(&start)
	r.prices = &v.best
	return r, v
}

// Between two choices the path has choices of the same count that keep what both share
// and take nothing else than what one of them has; the one given is worth what it seems.
func TestPathStaysBetween(t *testing.T) {
	long := 0
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 14))
		n, k := 40+rng.IntN(40), 5+rng.IntN(6)
		p := compile(plane(rng, n, k, seed%2 == 0))
		s := newSearch(p, p.hold(p.tops()), p.state)
		from, to := sorted(rng.Perm(n)[:k]), sorted(rng.Perm(n)[:k])
		s.start(from)
		s.index(append(slices.Clone(from), to...))
		middle := s.path(from, to)
		if missing(from, to) < 3 {
			if middle != nil {
				t.Fatalf("seed %d: a path between neighbours", seed)
			}
			continue
		}
		long++
		slices.Sort(middle)
		if len(middle) != k || slices.Equal(middle, from) || slices.Equal(middle, to) {
			t.Fatalf("seed %d: %v is not between %v and %v", seed, middle, from, to)
		}
		for _, j := range middle {
			if !slices.Contains(from, j) && !slices.Contains(to, j) {
				t.Fatalf("seed %d: %d is in neither choice", seed, j)
			}
		}
		for _, j := range from {
			if slices.Contains(to, j) && !slices.Contains(middle, j) {
				t.Fatalf("seed %d: %d is in both choices and was lost", seed, j)
			}
		}
		s.start(middle)
		if c, ok := p.evaluate(middle); !ok || math.Abs(s.value()-float64(c.Value)) > 1e-6 {
			t.Fatalf("seed %d: worth %f, in truth %d (%v)", seed, s.value(), c.Value, ok)
		}
	}
	if long < 10 {
		t.Errorf("only %d pairs were far apart", long)
	}
}

func sorted(list []int) []int32 {
	var out []int32
	for _, j := range list {
		out = append(out, int32(j))
	}
	slices.Sort(out)
	return out
}

// Recombining never loses the best, and what it remembers is worth what it says.
func TestRecombineNeverLoses(t *testing.T) {
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 15))
		r, v := started(plane(rng, 90, 6+rng.IntN(6), false), seed)
		before := r.value
		if seed%2 == 0 {
			r.better(v.share)
		} else {
			r.recombine(v.share)
		}
		if r.value > before || r.pool[0].Value != r.value {
			t.Errorf("seed %d: %d before, %d after, the best remembered is %d", seed, before, r.value, r.pool[0].Value)
		}
		for _, c := range r.pool {
			if again, ok := r.p.evaluate(c.Options); !ok || again.Value != c.Value {
				t.Errorf("seed %d: %v is worth %d, not %d", seed, c.Options, again.Value, c.Value)
			}
		}
	}
}

// The elite is in order, within its size, and no two of it are near each other.
func TestEliteDiffers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 16))
	var elite []Choice
	least := int64(math.MaxInt64)
	for range 400 {
		c := Choice{Options: sorted(rng.Perm(14)[:6]), Value: rng.Int64N(1000)}
		least = min(least, c.Value)
		elite = admit(elite, c)
		if len(elite) > eliteSize || elite[0].Value != least || !slices.IsSortedFunc(elite, compareChoices) {
			t.Fatalf("%v is no elite with the best at %d", elite, least)
		}
		for a := range elite {
			for b := range a {
				if missing(elite[a].Options, elite[b].Options) < 3 {
					t.Fatalf("%v and %v are nearly the same", elite[a], elite[b])
				}
			}
		}
	}
}

// What is left when some is decided is solved to its optimum, which trying every choice
// gives; where the choice given is as good, nothing is found.
func TestRemainderAgainstExhaustion(t *testing.T) {
	found := 0
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 17))
		n, k := 9+rng.IntN(3), 3+rng.IntN(2)
		s := plane(rng, n, k, seed%2 == 0)
		if seed%3 == 0 {
			for i := range s.Classes {
				s.Classes[i].Unserved = 300
			}
		}
		r, _ := started(s, seed)
		r.bound = 0
		than, ok := r.p.evaluate(sorted(rng.Perm(n)[:k]))
		if !ok {
			t.Fatal("a choice is not allowed")
		}
		state := make([]decided, n)
		for j := range state {
			_, in := slices.BinarySearch(than.Options, int32(j))
			switch {
			case in && rng.IntN(3) == 0:
				state[j] = chosen
			case !in && rng.IntN(3) == 0:
				state[j] = closed
			}
		}
		want := optimum(r.p, k, state)
		c, better := r.remainder(than, state, 1000)
		if better {
			found++
		}
		if better != (want < than.Value) || better && c.Value != want {
			t.Errorf("seed %d: %d → %d (%v), the optimum is %d", seed, than.Value, c.Value, better, want)
		}
	}
	if found < 20 {
		t.Errorf("only %d were improved", found)
	}
}

// Districts never make a choice worse; with the whole as one district it is the optimum.
func TestDistrictsAgainstExhaustion(t *testing.T) {
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 18))
		n, k := 12, 3
		r, _ := started(plane(rng, n, k, false), seed)
		r.bound, r.cand = 0, sorted(rng.Perm(n))
		r.s.rows.has = nil
		from, _ := r.p.evaluate(sorted(rng.Perm(n)[:k]))
		to := r.districts(from)
		if want := optimum(r.p, k, r.p.state); to.Value != want {
			t.Errorf("seed %d: from %d to %d, the optimum is %d", seed, from.Value, to.Value, want)
		}
	}
}

// A large p-median, which begins on a core and adds up in parts, has the same answer on
// one core and on two, and a bound below its value.
func TestSameLargeAnswerOnAnyCores(t *testing.T) {
	was, wasEntries := coreEntries, dividedEntries
	coreEntries, dividedEntries = 1000, 500
	defer func() { coreEntries, dividedEntries = was, wasEntries }()
	var answers [2]*Answer
	for k := range answers {
		old := runtime.GOMAXPROCS(k + 1)
		a, err := Solve(context.Background(), plane(rand.New(rand.NewPCG(5, 19)), 420, 9, false), Options{Seed: 3, Nodes: 12})
		runtime.GOMAXPROCS(old)
		if err != nil || a.Bound > a.Value {
			t.Fatalf("%v, value %d, bound %d", err, a.Value, a.Bound)
		}
		if a.Gap() > 0.01 {
			t.Errorf("the gap is %f", a.Gap())
		}
		answers[k] = a
	}
	if !reflect.DeepEqual(answers[0], answers[1]) {
		t.Errorf("value %d and bound %d on one core, %d and %d on two", answers[0].Value, answers[0].Bound, answers[1].Value, answers[1].Bound)
	}
}
