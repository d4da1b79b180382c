package division

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/locate"
	"pgregory.net/rapid"
)

// The order of sites changes no value and no bound.
func TestOrderOfSitesIsAllTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, limit := draw(t)
		to := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1)).Perm(p.Sites)
		q := *p
		q.Own = make([]int32, p.Sites)
		for i, r := range p.Own {
			q.Own[to[i]] = r
		}
		move := func(lists [][]int32) [][]int32 {
			out := make([][]int32, len(lists))
			for k, list := range lists {
				for _, i := range list {
					out[k] = append(out[k], int32(to[i]))
				}
			}
			return out
		}
		q.Kinds, q.Regions, q.Targets, q.Waits = move(p.Kinds), move(p.Regions), move(p.Targets), nil
		for _, w := range p.Waits {
			q.Waits = append(q.Waits, Wait{move([][]int32{w.Sites})[0], w.Cost})
		}
		for g := range Goals {
			a, err := Solve(context.Background(), p, g, limit, Options{})
			b, err2 := Solve(context.Background(), &q, g, limit, Options{})
			if err != nil || err2 != nil || a.Found != b.Found || a.Bound != b.Bound || a.Values[g] != b.Values[g] {
				t.Fatalf("goal %d: %+v %v, in another order %+v %v", g, a, err, b, err2)
			}
		}
	})
}

// A search that is cut short says nothing that is not so: its bound is below the least,
// and what it found is within the limits.
func TestCutShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, limit := draw(t)
		least, found := p.brute(limit)
		nodes := rapid.IntRange(1, 40).Draw(t, "nodes")
		for g := range Goals {
			a, err := Solve(context.Background(), p, g, limit, Options{Nodes: nodes})
			if err != nil {
				t.Fatal(err)
			}
			if a.Found && (!found || a.Values[g] < least[g] || !a.Values.Within(limit)) {
				t.Fatalf("goal %d: found %v", g, a.Values)
			}
			if found && a.Bound > least[g] {
				t.Fatalf("goal %d: the bound %d is above the least, %d", g, a.Bound, least[g])
			}
			if a.Proven && a.Found != found {
				t.Fatalf("goal %d: proven, found %v, want %v", g, a.Found, found)
			}
		}
	})
}

// With two rounds and no limits, waiting is a p-median that package locate solves
// another way; both prove the same value.
func TestWaitingAgreesWithLocate(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 5))
		p := random(rng, 12, 2, 60)
		p.Days, p.LeastKinds, p.LeastRegions, p.Sizes = []int64{1}, 0, 0, p.Sizes[:1]
		lists := locate.Lists{Columns: p.Sites, Start: []int64{0}}
		spec := locate.Spec{Service: &lists, Classes: []locate.Class{}}
		all := make([]int32, p.Sites)
		for i := range all {
			all[i] = int32(i)
			spec.Options = append(spec.Options, locate.Option{Site: int32(i), Column: int32(i)})
		}
		for k, w := range p.Waits {
			for _, i := range w.Sites {
				lists.Column, lists.Costs = append(lists.Column, i), append(lists.Costs, 0)
			}
			lists.Start = append(lists.Start, int64(len(lists.Column)))
			spec.Classes = append(spec.Classes, locate.Class{Weight: w.Cost, Unserved: 1, Row: int32(k)})
		}
		spec.Rows = []locate.Row{locate.Exactly("first round", int64(p.Sizes[0][0]), all...)}
		want, err := locate.Solve(t.Context(), &spec, locate.Options{Seed: 1})
		if err != nil || !want.Proven {
			t.Fatalf("%v %+v", err, want)
		}
		got, err := Solve(t.Context(), p, Waiting, Unlimited(), Options{})
		if err != nil || !got.Proven || got.Values[Waiting] != want.Value+p.Always {
			t.Errorf("seed %d: %v, %+v, locate says %d", seed, err, got, want.Value+p.Always)
		}
	}
}

// Problems of the size of a mandate are proven for every goal, with and without the
// others' limits, in two and three rounds.
func TestSizeOfAMandate(t *testing.T) {
	for rounds := 2; rounds <= 3; rounds++ {
		rng := rand.New(rand.NewPCG(uint64(rounds), 11))
		p := random(rng, 20, rounds, 600)
		p.LeastKinds, p.LeastRegions, p.Sizes = 0, 0, p.Sizes[:1]
		limit := p.Measure(p.Own)
		limit[Moves] = NoLimit
		for g := range Goals {
			held := limit
			held[g] = NoLimit
			for _, l := range []Values{Unlimited(), held} {
				a, err := Solve(t.Context(), p, g, l, Options{Nodes: 300_000})
				if err != nil || !a.Found || !a.Proven {
					t.Errorf("%d rounds, goal %d: %v, %+v", rounds, g, err, a)
				}
			}
		}
	}
}

// A search can be called off.
func TestCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Solve(ctx, six(), Waiting, Unlimited(), Options{}); err == nil {
		t.Error("no error")
	}
}
