package locate_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
)

// Every kind of problem, with and without each rule, has the answer that trying every
// choice gives, and a certificate that an independent checker accepts.
func TestSolveAgainstExhaustion(t *testing.T) {
	kinds := map[string]features{
		"median":   {must: true, count: true},
		"covering": {count: true},
		"network":  {must: true, costs: true, states: true},
		"gradual":  {gradual: true, costs: true},
		"types":    {types: true, costs: true, must: true},
		"quotas":   {quotas: true, count: true, must: true},
		"budget":   {budget: true, must: true},
		"pairs":    {pairs: true, count: true},
		"caps":     {caps: true, costs: true},
		"capmust":  {caps: true, must: true, count: true},
		"periods":  {periods: true, costs: true, types: true},
		"all":      {true, true, true, true, true, true, true, true, true, true, false},
		"all+p":    {true, true, true, true, true, true, true, true, true, true, true},
	}
	runs := 300
	if testing.Short() {
		runs = 25
	}
	for name, f := range kinds {
		t.Run(name, func(t *testing.T) {
			feasible := 0
			for seed := range runs {
				s := scene(rand.New(rand.NewPCG(uint64(seed), 7)), f)
				if held(t, s, fmt.Sprintf("%s %d", name, seed)) {
					feasible++
				}
				restore := locate.CutFrom(0)
				held(t, s, fmt.Sprintf("%s %d, lists cut", name, seed))
				restore()
				if t.Failed() {
					return
				}
			}
			if feasible == 0 {
				t.Error("no scene was feasible: the test shows nothing")
			}
		})
	}
}

// checked is what the checker finds an answer's choice worth.
func checked(s *locate.Spec, a *locate.Answer) (int64, []int64, error) {
	if s.Capacities == locate.Enforced {
		return certificate.Divided(s, a.Options, a.Flows)
	}
	return certificate.Value(s, a.Options)
}

// held solves a Spec and holds the answer against trying everything.
func held(t *testing.T, s *locate.Spec, name string) bool {
	t.Helper()
	want, found := exhaust(s)
	a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 1})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if a.Found != found {
		t.Fatalf("%s: found %v, want %v (best %d, bound %d, infeasible %+v)", name, a.Found, found, want, a.Bound, a.Infeasible)
	}
	if !found {
		if a.Infeasible == nil {
			t.Errorf("%s: infeasible, and it does not say so (bound %d)", name, a.Bound)
		}
		return false
	}
	value, _, ok := worth(s, choiceOf(s, a.Options))
	if !ok || value != a.Value {
		t.Errorf("%s: the choice is worth %d (feasible: %v), it says %d", name, value, ok, a.Value)
	}
	if v, measures, err := checked(s, a); err != nil || v != a.Value || !slices.Equal(measures, a.Measures) {
		t.Errorf("%s: the checker finds the value %d, %v (%v), it says %d, %v", name, v, measures, err, a.Value, a.Measures)
	}
	if a.Value != want || !a.Proven || a.Bound != want {
		t.Errorf("%s: value %d, bound %d, proven %v; the best is %d", name, a.Value, a.Bound, a.Proven, want)
	}
	if err := certificate.Check(s, &a.Certificate); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return true
}

// The same seed gives the same answer, to the last number of its certificate, on one
// core and on two.
func TestSameAnswerOnAnyCores(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	p := &locate.Points{}
	s := &locate.Spec{Service: p}
	var all []int32
	n, nodes := int32(400), 40
	if testing.Short() {
		n, nodes = 300, 12
	}
	for i := range n {
		p.X, p.Y = append(p.X, float64(r.IntN(10_000))), append(p.Y, float64(r.IntN(10_000)))
		s.Classes = append(s.Classes, locate.Class{Weight: int64(1 + r.IntN(50)), Unserved: locate.Never, Row: i})
		s.Options = append(s.Options, locate.Option{Site: i, Column: i})
		all = append(all, i)
	}
	p.ColumnX, p.ColumnY = p.X, p.Y
	s.Rows = []locate.Row{locate.Exactly("p", 12, all...), locate.AtMost("west", 5, all[:3*n/8]...)}
	var first *locate.Answer
	for _, cores := range []int{1, 2, 3} {
		was := runtime.GOMAXPROCS(cores)
		a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 3, Tolerance: 0.02, Nodes: nodes})
		runtime.GOMAXPROCS(was)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = a
		} else if !reflect.DeepEqual(a, first) {
			t.Errorf("%d cores: value %d, bound %d, %d evaluations; 1 core: %d, %d, %d",
				cores, a.Value, a.Bound, a.Iterations, first.Value, first.Bound, first.Iterations)
		}
	}
	if err := certificate.Check(s, &first.Certificate); err != nil {
		t.Error(err)
	}
	if len(first.Alternatives) == 0 {
		t.Error("nothing within 2 % was met")
	}
	for _, c := range first.Alternatives {
		if v, _, ok := worth(s, choiceOf(s, c.Options)); !ok || v != c.Value || v < first.Value || float64(v) > 1.02*float64(first.Value) {
			t.Errorf("alternative %+v: worth %d (%v) beside %d", c, v, ok, first.Value)
		}
	}
}

// A search that is called off still says what it has, and that holds.
func TestCancelledAnswerHolds(t *testing.T) {
	s := scene(rand.New(rand.NewPCG(9, 7)), features{must: true, count: true})
	want, _ := exhaust(s)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a, err := locate.Solve(ctx, s, locate.Options{})
	if err != nil || a.Bound > want || a.Found && a.Value < want {
		t.Errorf("%v: %+v; the best is %d", err, a, want)
	}
	if err := certificate.Check(s, &a.Certificate); err != nil {
		t.Error(err)
	}
}

// Nobody asks for nothing: a class of weight 0 that must be served and cannot be is
// served, to the solver and to the checker, and costs nothing.
func TestNobodyAsksForNothing(t *testing.T) {
	s := &locate.Spec{Service: &locate.Matrix{Columns: 1, Costs: []int64{8, locate.Never, 1}}, Options: []locate.Option{{}},
		Classes: []locate.Class{{Weight: 1, Unserved: 8}, {Unserved: locate.Never, Row: 1}, {Unserved: locate.Never, Row: 2}}}
	held(t, s, "nobody")
	_, most := exhaust(s)
	a, err := locate.Solve(context.Background(), s, locate.Options{})
	if err != nil || !most || !a.Found || a.Value != 8 {
		t.Fatalf("%v: %+v", err, a)
	}
	a.Certificate.Vectors = []locate.Multipliers{{Classes: []int64{0, 9 * a.Certificate.Scale, 0}}}
	a.Certificate.Nodes, a.Certificate.Bound = []locate.Node{{Branch: -1}}, 9
	if certificate.Check(s, &a.Certificate) == nil {
		t.Error("a bound of 9 by the price of a class of nobody is accepted")
	}
}

// Where choosing nothing is feasible an answer has a choice, however little work it was allowed.
func TestNothingChosenIsAChoice(t *testing.T) {
	ended, stop := context.WithCancel(context.Background())
	stop()
	checked := 0
	for seed := range uint64(700) {
		s := scene(rand.New(rand.NewPCG(seed, 99)), features{caps: true, costs: true})
		most, _, err := certificate.Value(s, nil)
		if err != nil {
			continue
		}
		checked++
		for _, ctx := range []context.Context{context.Background(), ended} {
			a, err := locate.Solve(ctx, s, locate.Options{Seed: 1, Nodes: 1})
			if err != nil || !a.Found || a.Value > most {
				t.Fatalf("seed %d: %v: found %v, value %d; choosing nothing costs %d", seed, err, a.Found, a.Value, most)
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d scenes", checked)
	}
}
