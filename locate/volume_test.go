package locate

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"
)

// plane is a p-median of n places at random, each with a weight; with costs, options cost
// as well.
func plane(r *rand.Rand, n, p int, costs bool) *Spec {
	x, y := make([]float64, n), make([]float64, n)
	s := &Spec{}
	var all []int32
	for i := range int32(n) {
		x[i], y[i] = 1000*r.Float64(), 1000*r.Float64()
		s.Classes = append(s.Classes, Class{Weight: 1 + r.Int64N(9), Unserved: Never, Row: i})
		o := Option{Site: i, Column: i}
		if costs {
			o.Cost = r.Int64N(800) - 100
		}
		s.Options = append(s.Options, o)
		all = append(all, i)
	}
	s.Service = &Points{X: x, Y: y, ColumnX: x, ColumnY: y}
	s.Rows = []Row{Exactly("p", int64(p), all...)}
	return s
}

// everyChoice visits the choices of k of the options.
func everyChoice(n, k int, visit func([]int32)) {
	list := make([]int32, 0, k)
	var next func(from int32)
	next = func(from int32) {
		if len(list) == k {
			visit(list)
			return
		}
		for j := from; j < int32(n); j++ {
			list = append(list, j)
			next(j + 1)
			list = list[:len(list)-1]
		}
	}
	next(0)
}

// optimum tries every choice of k options that respects the state.
func optimum(p *problem, k int, state []decided) (best int64) {
	best = math.MaxInt64
	everyChoice(len(state), k, func(options []int32) {
		in := make([]bool, len(state))
		for _, j := range options {
			in[j] = true
		}
		for j, d := range state {
			if d == chosen && !in[j] || d == closed && in[j] {
				return
			}
		}
		if c, ok := p.evaluate(options); ok {
			best = min(best, c.Value)
		}
	})
	return best
}

// The volume algorithm gives bounds: never above the optimum, in floating point or in
// integers, whatever rows and caps there are.
func TestVolumeStaysBelowTheOptimum(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 11))
		n, k := 6+r.IntN(5), 1+r.IntN(3)
		s := plane(r, n, k, seed%2 == 1)
		if seed%3 == 1 {
			s.Rows = append(s.Rows, NotTogether("pair", 0, 1), AtMost("few", 1, 1, 2, 3))
		}
		if seed%4 == 2 {
			s.Measures = []Measure{{Factor: 1}, {Name: "far", Capped: true, Cap: r.Int64N(4000)}}
			for i := range s.Classes {
				s.Classes[i].Measure = int32(i % 2)
			}
		}
		p := compile(s)
		want := optimum(p, k, p.state)
		d := newDual(p, p.hold(p.tops()), nil)
		start := p.noMultipliers()
		for i := range start.v {
			start.v[i] = 400 * r.Float64()
		}
		v := newVolume(d, &start)
		upper := float64(want)
		if want == math.MaxInt64 {
			upper = float64(p.worst())
		}
		for range 6 {
			before := v.bound
			v.run(context.Background(), 50, upper, math.Inf(1))
			if v.bound < before {
				t.Fatalf("seed %d: the bound fell from %f to %f", seed, before, v.bound)
			}
			if want < math.MaxInt64 && v.bound > upper+1e-6*math.Abs(upper) {
				t.Fatalf("seed %d: bound %f above the optimum %d", seed, v.bound, want)
			}
			e := p.exactly(&v.best, p.scaleFor(&v.best), d.cols, d.nested, p.state)
			if want < math.MaxInt64 && e.bound() > want {
				t.Fatalf("seed %d: exact bound %d above the optimum %d", seed, e.bound(), want)
			}
		}
		for j, y := range v.share {
			if y < -1e-9 || y > 1+1e-9 {
				t.Fatalf("seed %d: option %d is taken %f of the time", seed, j, y)
			}
		}
	}
}

// projective gives the lines of the projective plane of prime order q by a difference
// set: each of q²+q+1 lines has q+1 of as many points, and every point is on q+1 lines.
func projective(differences []int32, lines int32) *Spec {
	m := &Matrix{Columns: int(lines)}
	s := &Spec{Service: m}
	for i := range lines {
		row := make([]int64, lines)
		for j := range row {
			row[j] = 10_000
		}
		for _, d := range differences {
			row[(i+d)%lines] = 0
		}
		m.Costs = append(m.Costs, row...)
		s.Classes = append(s.Classes, Class{Weight: 1, Unserved: Never, Row: i})
		s.Options = append(s.Options, Option{Site: i, Column: i})
	}
	return s
}

// On projective planes symmetry gives the relaxation: each of L lines is taken p/L, each
// point is reached (q+1)·p/L, and the rest costs 10,000. The volume algorithm comes there
// from any start, and not above.
func TestVolumeComesNearTheRelaxation(t *testing.T) {
	for _, c := range []struct {
		differences []int32
		lines       int32
		p           int64
	}{{[]int32{0, 1, 3}, 7, 2}, {[]int32{0, 1, 3, 9}, 13, 3}, {[]int32{0, 1, 4, 14, 16}, 21, 4}} {
		s := projective(c.differences, c.lines)
		var all []int32
		for j := range c.lines {
			all = append(all, j)
		}
		s.Rows = []Row{Exactly("p", c.p, all...)}
		p := compile(s)
		want := 10_000 * (float64(c.lines) - float64(len(c.differences))*float64(c.p))
		for seed := range uint64(5) {
			r := rand.New(rand.NewPCG(seed, 12))
			start := p.noMultipliers()
			for i := range start.v {
				start.v[i] = 20_000 * r.Float64()
			}
			v := newVolume(newDual(p, p.hold(p.tops()), nil), &start)
			v.run(context.Background(), 3000, 1.5*want, math.Inf(1))
			if v.bound > want*(1+1e-9) || v.bound < 0.995*want {
				t.Errorf("%d lines, seed %d: bound %f, the relaxation is worth %f", c.lines, seed, v.bound, want)
			}
		}
	}
}
