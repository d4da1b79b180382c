package locate_test

import (
	"context"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"reflect"
	"runtime"
	"sync"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
)

// coverFeatures are what a random covering may have beside a count.
type coverFeatures struct{ quotas, states, costs, types, periods, measures bool }

// coverScene makes a small random covering.
func coverScene(r *rand.Rand, f coverFeatures) *locate.Spec {
	classes, options := 1+r.IntN(30), 2+r.IntN(9)
	m := &locate.Matrix{Columns: options}
	s := &locate.Spec{Service: m}
	for range classes * options {
		c := int64(0)
		if r.IntN(3) > 0 {
			c = []int64{locate.Never, 40}[r.IntN(2)] // no less than any class costs unserved
		}
		m.Costs = append(m.Costs, c)
	}
	for i := range classes {
		c := locate.Class{Weight: int64(r.IntN(20)), Unserved: int64(r.IntN(4)), Row: int32(i)}
		if f.periods {
			c.Period = int32(r.IntN(3))
		}
		if f.measures {
			c.Measure = int32(r.IntN(2))
		}
		s.Classes = append(s.Classes, c)
	}
	var all []int32
	for j := range options {
		all = append(all, int32(j))
		o := locate.Option{Site: int32(j), Column: int32(j)}
		if f.types {
			o.Site, o.Column = int32(j/2), int32(r.IntN(options))
		}
		if f.costs {
			o.Cost = int64(r.IntN(60) - 10)
		}
		if f.states {
			o.State = [...]locate.State{0, 0, 0, 0, locate.Open, locate.Forbidden}[r.IntN(6)]
		}
		if f.periods {
			o.From = int32(r.IntN(3))
		}
		s.Options = append(s.Options, o)
	}
	if f.measures {
		s.Measures = []locate.Measure{{Factor: 2}, {Factor: int64(r.IntN(2))}}
		for range all {
			s.Measures[1].Costs = append(s.Measures[1].Costs, int64(r.IntN(9)))
		}
	}
	if k := int64(1 + r.IntN(options/2+1)); r.IntN(2) == 0 {
		s.Rows = append(s.Rows, locate.Exactly("p", k, all...))
	} else {
		s.Rows = append(s.Rows, locate.AtMost("p", k, all...))
	}
	if f.quotas {
		cut := 1 + r.IntN(options-1)
		if f.types {
			cut += cut % 2
		}
		s.Rows = append(s.Rows, locate.AtMost("north", int64(1+r.IntN(2)), all[:cut]...))
		if cut < options {
			s.Rows = append(s.Rows, locate.AtLeast("south", int64(r.IntN(2)), all[cut:]...))
		}
	}
	return s
}

// Every kind of covering has the answer that trying every choice gives, by its own way
// and by that of any problem, and certificates that an independent checker accepts.
func TestCoveringAgainstExhaustion(t *testing.T) {
	runs := 400
	if testing.Short() {
		runs = 40
	}
	for name, f := range map[string]coverFeatures{
		"plain": {}, "quotas": {quotas: true}, "states": {states: true}, "costs": {costs: true}, "types": {types: true}, "periods": {periods: true},
		"measures": {measures: true}, "all": {true, true, true, true, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			feasible := 0
			for seed := range runs {
				s := coverScene(rand.New(rand.NewPCG(uint64(seed), 21)), f)
				if !locate.IsCovering(s) {
					t.Fatalf("seed %d is not taken for a covering", seed)
				}
				if held(t, s, fmt.Sprintf("%s %d", name, seed)) {
					feasible++
				}
				if seed%4 == 0 {
					restore := locate.PlainCover()
					held(t, s, fmt.Sprintf("%s %d as any problem", name, seed))
					restore()
				}
				if t.Failed() {
					return
				}
			}
			if feasible < runs/4 {
				t.Errorf("only %d scenes were feasible", feasible)
			}
		})
	}
}

// What is not a covering is not taken for one.
func TestNotACovering(t *testing.T) {
	for name, spoil := range map[string]func(s *locate.Spec){
		"gradual": func(s *locate.Spec) {
			s.Classes[0].Weight, s.Classes[0].Unserved, s.Service.(*locate.Matrix).Costs[0] = 1, 3, 2
		},
		"must":   func(s *locate.Spec) { s.Classes[0].Weight, s.Classes[0].Unserved = 1, locate.Never },
		"budget": func(s *locate.Spec) { s.Rows = append(s.Rows, locate.Budget("b", 3, []int32{0, 1}, []int64{2, 2})) },
		"cap":    func(s *locate.Spec) { s.Measures = []locate.Measure{{Factor: 1, Capped: true, Cap: 50}} },
		"order":  func(s *locate.Spec) { s.Classes[0].Order = 2 },
		"full":   func(s *locate.Spec) { s.Capacities = locate.Enforced },
	} {
		s := coverScene(rand.New(rand.NewPCG(3, 21)), coverFeatures{})
		if spoil(s); locate.IsCovering(s) {
			t.Errorf("%s is taken for a covering", name)
		}
	}
}

// knotty makes a covering whose relaxation is far from whole: each class is covered by few
// of the sites, drawn at random.
func knotty(r *rand.Rand, sites, classes, p int) (*locate.Spec, []uint32) {
	l := &locate.Lists{Columns: sites, Start: []int64{0}}
	s := &locate.Spec{Service: l}
	var sets []uint32
	for i := range classes {
		set := uint32(0)
		for range 2 + r.IntN(3) {
			set |= 1 << r.IntN(sites)
		}
		for j := range sites {
			if set>>j&1 == 1 {
				l.Column, l.Costs = append(l.Column, int32(j)), append(l.Costs, 0)
			}
		}
		l.Start = append(l.Start, int64(len(l.Column)))
		sets = append(sets, set)
		s.Classes = append(s.Classes, locate.Class{Weight: int64(50 + r.IntN(50)), Unserved: 1, Row: int32(i)})
	}
	var all []int32
	for j := range sites {
		s.Options, all = append(s.Options, locate.Option{Site: int32(j), Column: int32(j)}), append(all, int32(j))
	}
	s.Rows = []locate.Row{locate.AtMost("p", int64(p), all...)}
	return s, sets
}

// least tries all choices of p sites.
func least(s *locate.Spec, sets []uint32, p int) int64 {
	best := int64(1 << 60)
	for set := range uint32(1) << len(s.Options) {
		if bits.OnesCount32(set) != p {
			continue
		}
		lost := int64(0)
		for i, c := range sets {
			if c&set == 0 {
				lost += s.Classes[i].Weight
			}
		}
		best = min(best, lost)
	}
	return best
}

// Where the relaxation leaves much open, the tree finds and proves the best; stopped at any
// number of nodes its bound is no better, and its certificate holds.
func TestKnottyCoverings(t *testing.T) {
	nodes := 0
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 22))
		s, sets := knotty(r, 16, 60, 5)
		want := least(s, sets, 5)
		a, err := locate.Solve(context.Background(), s, locate.Options{Seed: seed})
		if err != nil || a.Value != want || a.Bound != want || !a.Proven {
			t.Fatalf("seed %d: %v: value %d, bound %d, want %d", seed, err, a.Value, a.Bound, want)
		}
		if err := certificate.Check(s, &a.Certificate); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		nodes += a.Nodes
		for _, limit := range []int{1, 3, 9} {
			a, _ := locate.Solve(context.Background(), s, locate.Options{Seed: seed, Nodes: limit})
			if a.Bound > want || a.Value < want {
				t.Fatalf("seed %d, %d nodes: value %d, bound %d, best %d", seed, limit, a.Value, a.Bound, want)
			}
			if err := certificate.Check(s, &a.Certificate); err != nil {
				t.Fatalf("seed %d, %d nodes: %v", seed, limit, err)
			}
		}
	}
	if nodes < 100 {
		t.Errorf("%d nodes in all: the trees show nothing", nodes)
	}
}

// Other choices within the tolerance are met, best first.
func TestCoverAlternatives(t *testing.T) {
	some := 0
	for seed := range uint64(10) {
		s, _ := knotty(rand.New(rand.NewPCG(seed, 23)), 16, 60, 5)
		a, err := locate.Solve(context.Background(), s, locate.Options{Tolerance: 0.03})
		if err != nil {
			t.Fatal(err)
		}
		last := a.Value
		for _, c := range a.Alternatives {
			some++
			if v, _, err := certificate.Value(s, c.Options); err != nil || v != c.Value || v < last || float64(v) > 1.03*float64(a.Value) {
				t.Errorf("seed %d: %+v is worth %d (%v) beside %d", seed, c, v, err, a.Value)
			}
			last = c.Value
		}
	}
	if some == 0 {
		t.Error("no other choice was met")
	}
}

// The same seed gives the same answer, to the last number of its certificate, on any
// number of cores; also where the work is divided.
func TestCoveringOnAnyCores(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	n := 60_000
	x, y := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i], y[i] = 100*r.Float64(), 100*r.Float64()
	}
	large := locate.Cover(x, y, nil, x[:150], y[:150], 18)
	large.Rows = []locate.Row{locate.AtMost("p", 8, seq(150)...), locate.AtMost("west", 3, seq(70)...)}
	small, _ := knotty(r, 30, 300, 9)
	for name, s := range map[string]*locate.Spec{"large": large, "small": small} {
		var first *locate.Answer
		for _, cores := range []int{1, 2, 3} {
			was := runtime.GOMAXPROCS(cores)
			a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 3, Nodes: 8})
			runtime.GOMAXPROCS(was)
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = a
			} else if !reflect.DeepEqual(a, first) {
				t.Errorf("%s, %d cores: value %d, bound %d, %d steps; 1 core: %d, %d, %d", name, cores, a.Value, a.Bound, a.Iterations, first.Value, first.Bound, first.Iterations)
			}
		}
		if err := certificate.Check(s, &first.Certificate); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func seq(n int) []int32 {
	list := make([]int32, n)
	for j := range list {
		list[j] = int32(j)
	}
	return list
}

// Called off before it begins or on the way, a covering still has a choice, and a bound that
// holds.
func TestCoveringCalledOff(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 22))
	s, sets := knotty(r, 16, 60, 5)
	want := least(s, sets, 5)
	for questions := range 60 {
		ctx := &counted{Context: context.Background(), left: questions * questions}
		a, err := locate.Solve(ctx, s, locate.Options{})
		if err != nil || !a.Found || a.Value < want || a.Bound > want {
			t.Fatalf("after %d questions: %v: %+v; the best is %d", questions, err, a.Choice, want)
		}
		if err := certificate.Check(s, &a.Certificate); err != nil {
			t.Fatalf("after %d questions: %v", questions, err)
		}
	}
}

// counted is a context that ends after so many questions.
type counted struct {
	context.Context
	mu   sync.Mutex
	left int
}

func (c *counted) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left >= 0 {
		return nil
	}
	return context.Canceled
}
