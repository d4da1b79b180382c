package certificate_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
)

// scene is a random problem with what the kinds use: unserved costs, nested and other rows, measures with caps, states.
func scene(seed uint64) *locate.Spec {
	random := rand.New(rand.NewPCG(seed, 21))
	classes, options := 1+random.IntN(7), 1+random.IntN(7)
	m := &locate.Matrix{Columns: options}
	s := &locate.Spec{Service: m}
	for i := range classes {
		c := locate.Class{Weight: int64(1 + random.IntN(5)), Unserved: locate.Never, Row: int32(i)}
		if random.IntN(2) == 0 {
			c.Unserved = int64(random.IntN(30))
		}
		s.Classes = append(s.Classes, c)
		for range options {
			cost := int64(random.IntN(20))
			if random.IntN(8) == 0 {
				cost = locate.Never
			}
			m.Costs = append(m.Costs, cost)
		}
	}
	var all []int32
	var costs []int64
	for j := range options {
		all = append(all, int32(j))
		costs = append(costs, int64(random.IntN(9)))
		o := locate.Option{Site: int32(j), Column: int32(j), Cost: int64(random.IntN(25) - 5)}
		if random.IntN(9) == 0 {
			o.State = locate.State(1 + random.IntN(2))
		}
		s.Options = append(s.Options, o)
	}
	if random.IntN(2) == 0 {
		s.Rows = append(s.Rows, locate.AtMost("p", int64(1+random.IntN(options)), all...))
	}
	if random.IntN(2) == 0 && options > 2 {
		s.Rows = append(s.Rows, locate.AtLeast("inner", int64(random.IntN(2)), all[:2]...))
	}
	if random.IntN(3) == 0 {
		s.Rows = append(s.Rows, locate.Budget("budget", int64(5+random.IntN(20)), all, costs))
	}
	if random.IntN(3) == 0 {
		s.Measures = []locate.Measure{{Name: "m", Factor: int64(random.IntN(3)), Capped: random.IntN(2) == 0, Cap: int64(10 + random.IntN(80)), Costs: costs}}
	}
	return s
}

// least tries every choice by Value; ok says whether any is allowed.
func least(s *locate.Spec) (best int64, ok bool) {
	for choice := range 1 << len(s.Options) {
		var open []int32
		for j := range s.Options {
			if choice>>j&1 != 0 {
				open = append(open, int32(j))
			}
		}
		if v, _, err := certificate.Value(s, open); err == nil && (!ok || v < best) {
			best, ok = v, true
		}
	}
	return best, ok
}

// random multipliers that keep the rules.
func vector(random *rand.Rand, s *locate.Spec, kept []int32) locate.Multipliers {
	const scale = 3
	v := locate.Multipliers{Classes: make([]int64, len(s.Classes)), Measures: make([]int64, len(s.AllMeasures())), Rows: make([]int64, len(s.AllRows()))}
	for m, measure := range s.AllMeasures() {
		if measure.Capped {
			v.Measures[m] = int64(random.IntN(4))
		}
	}
	for r, row := range s.AllRows() {
		if x := int64(random.IntN(9) - 4); !slices.Contains(kept, int32(r)) && (x > 0 && row.Max != locate.NoLimit || x < 0 && row.Min != -locate.NoLimit) {
			v.Rows[r] = x
		}
	}
	for i, c := range s.Classes {
		most := int64(60)
		if c.Unserved != locate.Never {
			m := s.AllMeasures()[c.Measure]
			most = min(most, (scale*m.Factor+v.Measures[c.Measure])*c.Weight*c.Unserved)
		}
		v.Classes[i] = random.Int64N(most + 1)
	}
	return v
}

// proven is the greatest bound that the checker accepts for a certificate.
func proven(s *locate.Spec, c locate.Certificate) int64 {
	low, high := int64(-1_000_000), int64(1_000_000)
	for low < high {
		middle := low + (high-low+1)/2
		if c.Bound = middle; certificate.Check(s, &c) == nil {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// Whatever multipliers there are that keep the rules, no bound that the checker accepts is above the optimum found by trying all.
func TestNoBoundAboveTheOptimum(t *testing.T) {
	tight, infeasible := 0, 0
	for seed := range uint64(3000) {
		s := scene(seed)
		want, ok := least(s)
		random := rand.New(rand.NewPCG(seed, 22))
		c := locate.Certificate{Scale: 3, Nodes: []locate.Node{{Branch: -1}}}
		for r, row := range s.Rows {
			if row.Coefficients == nil && random.IntN(2) == 0 {
				c.Kept = append(c.Kept, int32(r))
			}
		}
		if random.IntN(2) == 0 { // a tree of one decision
			c.Nodes = []locate.Node{{Branch: int32(random.IntN(len(s.Options))), Open: 1, Closed: 2}, {Vector: 1, Branch: -1}, {Vector: 2, Branch: -1}}
			c.Vectors = append(c.Vectors, vector(random, s, c.Kept), vector(random, s, c.Kept))
		}
		c.Vectors = append(c.Vectors, vector(random, s, c.Kept))
		got := proven(s, c)
		switch {
		case !ok:
			infeasible++
		case got > want:
			t.Fatalf("seed %d: the checker accepts %d, and the optimum is %d", seed, got, want)
		case got == want:
			tight++
		}
	}
	if tight < 20 || infeasible < 50 {
		t.Errorf("%d tight bounds and %d infeasible problems: too few to test anything", tight, infeasible)
	}
}

// The solver's certificate is accepted as it is. With a bound that is one higher, or a multiplier changed against the rules, it is not.
func TestSolverCertificates(t *testing.T) {
	for seed := range uint64(300) {
		s := scene(seed)
		if s.Validate() != nil {
			continue
		}
		want, ok := least(s)
		a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 1})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if a.Found != ok || ok && (a.Value != want || a.Bound > want) {
			t.Fatalf("seed %d: %+v, want %d (%v)", seed, a, want, ok)
		}
		if !ok {
			continue
		}
		if err := certificate.Check(s, &a.Certificate); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		higher := a.Certificate
		higher.Bound = want + 1
		if certificate.Check(s, &higher) == nil {
			t.Fatalf("seed %d: a bound above the optimum was accepted", seed)
		}
	}
}

// simple is a p-median of two classes and two options: both are served by either.
func simple() (*locate.Spec, *locate.Certificate) {
	s := &locate.Spec{Service: &locate.Matrix{Columns: 2, Costs: []int64{1, 5, 5, 1}},
		Classes: []locate.Class{{Weight: 1, Unserved: locate.Never}, {Weight: 1, Unserved: 9, Row: 1}},
		Options: []locate.Option{{}, {Site: 1, Column: 1}}, Rows: []locate.Row{locate.Exactly("p", 1, 0, 1)}}
	return s, &locate.Certificate{Bound: 6, Scale: 1, Kept: []int32{0}, Vectors: []locate.Multipliers{{Classes: []int64{5, 5}}}, Nodes: []locate.Node{{Branch: -1}}}
}

// A certificate that breaks a rule is refused with the reason.
func TestTampered(t *testing.T) {
	s, c := simple()
	if err := certificate.Check(s, c); err != nil {
		t.Fatal(err)
	}
	for want, change := range map[string]func(s *locate.Spec, c *locate.Certificate){
		"do not give the bound 7":        func(_ *locate.Spec, c *locate.Certificate) { c.Bound = 7 },
		"class 0: the multiplier -1":     func(_ *locate.Spec, c *locate.Certificate) { c.Vectors[0].Classes[0] = -1 },
		"class 1: the multiplier 10":     func(_ *locate.Spec, c *locate.Certificate) { c.Vectors[0].Classes[1] = 10 },
		"vector 0 has 1, 0":              func(_ *locate.Spec, c *locate.Certificate) { c.Vectors[0].Classes = []int64{5} },
		"vector 3 is not there":          func(_ *locate.Spec, c *locate.Certificate) { c.Nodes[0].Vector = 3 },
		"node 0 is not there, or is met": func(_ *locate.Spec, c *locate.Certificate) { c.Bound, c.Nodes[0].Branch = 7, 1 },
		"option 9 is not there":          func(_ *locate.Spec, c *locate.Certificate) { c.Bound, c.Nodes[0].Branch = 7, 9 },
		"option 1 is not forced": func(_ *locate.Spec, c *locate.Certificate) {
			c.Bound, c.Nodes[0].Branch, c.Nodes[0].Fixed = 7, 0, []locate.Decision{{Option: 1}}
		},
		"the scale is 0":                  func(_ *locate.Spec, c *locate.Certificate) { c.Scale = 0 },
		"there are 0 nodes":               func(_ *locate.Spec, c *locate.Certificate) { c.Nodes = nil },
		"kept row 4 is not there":         func(_ *locate.Spec, c *locate.Certificate) { c.Kept = []int32{4} },
		"has a coefficient other than 1":  func(s *locate.Spec, _ *locate.Certificate) { s.Rows[0].Coefficients = []int64{1, 2} },
		"or the row is kept":              func(_ *locate.Spec, c *locate.Certificate) { c.Vectors[0].Rows = []int64{1} },
		"measure 0: the multiplier 1":     func(_ *locate.Spec, c *locate.Certificate) { c.Vectors[0].Measures = []int64{1} },
		"a sum does not fit into 64 bits": func(_ *locate.Spec, c *locate.Certificate) { c.Vectors[0].Classes[0] = 1<<63 - 1 },
		"overlap without being nested": func(s *locate.Spec, c *locate.Certificate) {
			s.Options = append(s.Options, locate.Option{Site: 2, Column: 1})
			s.Rows, c.Kept = []locate.Row{locate.AtMost("a", 1, 0, 1), locate.AtMost("b", 1, 1, 2)}, []int32{0, 1}
		},
		"names a side without a limit": func(s *locate.Spec, c *locate.Certificate) {
			s.Rows[0], c.Kept, c.Vectors[0].Rows = locate.AtMost("a", 1, 0, 1), nil, []int64{-1}
		},
	} {
		s, c := simple()
		change(s, c)
		if err := certificate.Check(s, c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// A choice that breaks a rule has no value.
func TestValueRefuses(t *testing.T) {
	s, _ := simple()
	s.Options[1].State = locate.Open
	s.Measures = []locate.Measure{{Factor: 1, Capped: true, Cap: 6, Costs: []int64{0, 1}}}
	for want, open := range map[string][]int32{"option 5 is not there": {5}, "is chosen twice": {1, 1}, "option 1 must stay": {0}, "row 0 (p) is 2": {0, 1},
		"above its cap": {1}} {
		if _, _, err := certificate.Value(s, open); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v, want %q", open, err, want)
		}
	}
	s.Measures[0].Cap = 7
	if v, m, err := certificate.Value(s, []int32{1}); err != nil || v != 7 || m[0] != 7 {
		t.Error(v, m, err)
	}
}
