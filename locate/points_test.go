package locate

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Near gives what asking every column gives, by every metric, limit and radius.
func TestNearAgainstAllColumns(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 4))
		p := &Points{Metric: Metric(seed % 3)}
		spread := 1 + 200*r.Float64()
		for range 1 + r.IntN(20) {
			p.X, p.Y = append(p.X, spread*(3*r.Float64()-1)), append(p.Y, spread*(3*r.Float64()-1))
		}
		for range 1 + r.IntN(60) {
			p.ColumnX, p.ColumnY = append(p.ColumnX, spread*r.Float64()), append(p.ColumnY, float64(r.IntN(3)))
		}
		if seed%5 == 0 {
			p.Radius = spread / 2
		}
		for i := range p.X {
			limit := int64(r.IntN(int(2*spread) + 1))
			if r.IntN(4) == 0 {
				limit = Never
			}
			var got, want []int32
			p.Near(i, limit, func(j int32, c int64) {
				got = append(got, j)
				if c != p.Cost(i, int(j)) {
					t.Fatalf("seed %d: cost %d, want %d", seed, c, p.Cost(i, int(j)))
				}
			})
			for j := range p.ColumnX {
				if c := p.Cost(i, j); c < limit {
					want = append(want, int32(j))
				}
				if c := p.Cost(i, j); c != Never && c > p.farthest(i) {
					t.Fatalf("seed %d: cost %d beyond the farthest %d", seed, c, p.farthest(i))
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d: row %d within %d: %v, want %v", seed, i, limit, got, want)
			}
		}
	}
}

// A sparse list and a matrix with the same costs answer alike.
func TestListsAsMatrix(t *testing.T) {
	m := &Matrix{Columns: 3, Costs: []int64{4, Never, 2, Never, Never, 7}}
	l := &Lists{Columns: 3, Start: []int64{0, 2, 3}, Column: []int32{0, 2, 2}, Costs: []int32{4, 2, 7}}
	for i := range 2 {
		for j := range 3 {
			if l.Cost(i, j) != m.Cost(i, j) {
				t.Errorf("cost %d, %d: %d, want %d", i, j, l.Cost(i, j), m.Cost(i, j))
			}
		}
		for _, limit := range []int64{0, 3, 5, Never} {
			var a, b []int64
			l.Near(i, limit, func(j int32, c int64) { a = append(a, int64(j), c) })
			m.Near(i, limit, func(j int32, c int64) { b = append(b, int64(j), c) })
			if !slices.Equal(a, b) {
				t.Errorf("row %d below %d: %v, want %v", i, limit, a, b)
			}
		}
	}
	if r, c := l.Size(); r != 2 || c != 3 {
		t.Errorf("size %d × %d", r, c)
	}
}
