package locate

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// tight draws a transportation problem whose capacities bind.
func tight(r *rand.Rand, n, m int) *transport {
	t := &transport{n: n, m: m}
	for range n {
		t.weight = append(t.weight, int64(r.IntN(7)))
		for range m {
			c := int64(r.IntN(40))
			if r.IntN(5) == 0 {
				c = Never
			}
			t.cost = append(t.cost, c)
		}
		left := punish(m, 40)
		if r.IntN(2) == 0 {
			left = int64(r.IntN(50))
		}
		t.cost = append(t.cost, left)
	}
	for range m {
		room := int64(r.IntN(2 * (3*n/m + 1)))
		if r.IntN(6) == 0 {
			room = Never
		}
		t.room = append(t.room, room)
	}
	return t
}

// A division is feasible, and its prices prove that none is cheaper: what classes pay,
// less what the room is worth, is what the division costs (strong duality).
func TestTransportMeetsItsDual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 5))
		x := tight(r, 1+r.IntN(60), 1+r.IntN(9))
		x.solve()
		rest, cost, dual := append([]int64(nil), x.weight...), int64(0), int64(0)
		for k, list := range x.flow {
			load := int64(0)
			for _, s := range list {
				c := x.cost[int(s.class)*(x.m+1)+k]
				if s.weight <= 0 || c == Never {
					t.Fatalf("place %d has %d of class %d at cost %d", k, s.weight, s.class, c)
				}
				rest[s.class] -= s.weight
				load += s.weight
				cost += s.weight * c
			}
			if load != x.load[k] || k < x.m && load > x.room[k] {
				t.Fatalf("place %d has %d (noted as %d), and room for %d", k, load, x.load[k], x.room[k])
			}
		}
		for i, w := range rest {
			if w != 0 {
				t.Fatalf("class %d lacks %d", i, w)
			}
			dual += x.weight[i] * x.unit(i)
		}
		for k, p := range x.price[:x.m] {
			switch {
			case p < 0 || p > 0 && x.room[k] == Never:
				t.Fatalf("room at %d costs %d", k, p)
			case p > 0:
				dual -= p * x.room[k]
			}
		}
		if dual != cost {
			t.Fatalf("the division costs %d, its prices prove %d", cost, dual)
		}
	})
}

// One evaluation of 1,000 classes and 50 options.
func BenchmarkTransport(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		t := tight(rand.New(rand.NewPCG(1, 6)), 1000, 50)
		b.StartTimer()
		t.solve()
	}
}
