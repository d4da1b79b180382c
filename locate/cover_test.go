package locate_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/etablera/etablera/locate"
)

// Points that the same sites cover are one class: weights and covers add up to what
// comparing every point with every site gives.
func TestCoverAgainstAllPairs(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		n, m := 1+r.IntN(3000), 1+r.IntN(40)
		x, y, w := make([]float64, n), make([]float64, n), make([]int64, n)
		for i := range x {
			x[i], y[i], w[i] = float64(r.IntN(300))/10, float64(r.IntN(300))/10, int64(r.IntN(9))
		}
		sx, sy := make([]float64, m), make([]float64, m)
		for j := range sx {
			sx[j], sy[j] = float64(r.IntN(300))/10, float64(r.IntN(300))/10
		}
		radius := 0.5 + 6*r.Float64()
		if seed%2 == 0 {
			radius = 5 // many points lie exactly on a circle
		}
		s := locate.Cover(x, y, w, sx, sy, radius)
		want := map[string]int64{}
		for i := range x {
			name := make([]byte, m)
			for j := range sx {
				dx, dy := x[i]-sx[j], y[i]-sy[j]
				if dx*dx+dy*dy <= radius*radius {
					name[j] = 1
				}
			}
			want[string(name)] += w[i]
		}
		if len(s.Classes) != len(want) {
			t.Fatalf("seed %d: %d classes, want %d", seed, len(s.Classes), len(want))
		}
		for i, c := range s.Classes {
			name := make([]byte, m)
			s.Service.Near(i, locate.Never, func(j int32, _ int64) { name[j] = 1 })
			if c.Weight != want[string(name)] {
				t.Fatalf("seed %d: class %d weighs %d, want %d", seed, i, c.Weight, want[string(name)])
			}
		}
	}
}

// The best cover by p of 15 sites is what trying all of them gives.
func TestCoverSolved(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	x, y := make([]float64, 20_000), make([]float64, 20_000)
	for i := range x {
		x[i], y[i] = 30*r.Float64(), 30*r.Float64()
	}
	s := locate.Cover(x, y, nil, x[:12], y[:12], 6)
	s.Rows = []locate.Row{locate.Exactly("p", 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)}
	want, _ := exhaust(s)
	a, err := locate.Solve(context.Background(), s, locate.Options{})
	if err != nil || a.Value != want || !a.Proven || len(slices.Compact(a.Options)) != 4 {
		t.Errorf("%+v, %v; want %d", a.Choice, err, want)
	}
}
