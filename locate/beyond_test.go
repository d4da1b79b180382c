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

// bounded gives a scene capacities that bind.
func bounded(r *rand.Rand, s *locate.Spec) {
	s.Capacities = locate.Enforced
	s.Options = s.Options[:min(len(s.Options), 6)]
	for k := range s.Rows {
		row := &s.Rows[k]
		for n := len(row.Options) - 1; n >= 0; n-- {
			if int(row.Options[n]) < len(s.Options) {
				continue
			}
			row.Options = append(row.Options[:n:n], row.Options[n+1:]...)
			if row.Coefficients != nil {
				row.Coefficients = append(row.Coefficients[:n:n], row.Coefficients[n+1:]...)
			}
		}
	}
	for j := range s.Options {
		if s.Options[j].Capacity = int64(r.IntN(14)); r.IntN(8) == 0 {
			s.Options[j].Capacity = 0
		}
	}
	for i := range s.Classes {
		if len(s.Measures) > 0 && s.Measures[s.Classes[i].Measure].Capped { // a cap may bind where only options count
			s.Classes[i].Measure = 0
		}
	}
	for m := range s.Measures {
		if s.Measures[m].Costs != nil {
			s.Measures[m].Costs = s.Measures[m].Costs[:len(s.Options)]
		}
	}
}

// backed has classes ask for a second option.
func backed(r *rand.Rand, s *locate.Spec) {
	for i := range s.Classes {
		s.Classes[i].Order = int32(r.IntN(3))
	}
}

var kindsBeyond = map[string]features{
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

// Capacities and backup service have the answer that trying every choice gives, and a
// certificate that an independent checker accepts.
func TestSolveBeyondAgainstExhaustion(t *testing.T) {
	runs := 60
	if testing.Short() {
		runs = 15
	}
	for what, change := range map[string]func(*rand.Rand, *locate.Spec){"capacity": bounded, "backup": backed} {
		for name, f := range kindsBeyond {
			t.Run(what+" "+name, func(t *testing.T) {
				feasible := 0
				for seed := range runs {
					r := rand.New(rand.NewPCG(uint64(seed), 77))
					s := scene(r, f)
					change(r, s)
					if held(t, s, fmt.Sprintf("%s %s %d", what, name, seed)) {
						feasible++
					}
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
}

// district is a problem of the size of a county: places in the plane, and room for
// little more than everybody.
func district(n, options, p int, slack float64) *locate.Spec {
	r := rand.New(rand.NewPCG(1, 1))
	at := &locate.Points{}
	s := &locate.Spec{Service: at, Capacities: locate.Enforced}
	total := int64(0)
	for i := range n {
		at.X, at.Y = append(at.X, float64(r.IntN(10_000))), append(at.Y, float64(r.IntN(10_000)))
		s.Classes = append(s.Classes, locate.Class{Weight: int64(1 + r.IntN(100)), Unserved: locate.Never, Row: int32(i)})
		total += s.Classes[i].Weight
	}
	var all []int32
	for j := range options {
		at.ColumnX, at.ColumnY = append(at.ColumnX, at.X[j]), append(at.ColumnY, at.Y[j])
		room := slack * float64(total) / float64(p) * (0.7 + 0.6*r.Float64())
		s.Options = append(s.Options, locate.Option{Site: int32(j), Column: int32(j), Capacity: int64(room)})
		all = append(all, int32(j))
	}
	s.Rows = []locate.Row{locate.Exactly("p", int64(p), all...)}
	return s
}

// The same seed gives the same answer on any number of cores, with capacities and with
// backup service, and its certificate holds.
func TestSameAnswerBeyondOnAnyCores(t *testing.T) {
	backup := district(80, 40, 7, 1.2)
	backup.Capacities = locate.Reported
	for i := range backup.Classes {
		backup.Classes[i].Order = int32(1 + i%2)
	}
	budget := district(80, 40, 7, 1.2)
	budget.Capacities = locate.Reported
	var costs []int64
	for j := range budget.Options {
		costs = append(costs, int64(100+j*j%37))
	}
	budget.Rows = []locate.Row{locate.Budget("budget", 800, budget.Rows[0].Options, costs)}
	for name, s := range map[string]*locate.Spec{"capacity": district(80, 40, 7, 1.2), "backup": backup, "budget": budget} {
		var first *locate.Answer
		for _, cores := range []int{1, 2, 3} {
			was := runtime.GOMAXPROCS(cores)
			a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 3, Nodes: 60})
			runtime.GOMAXPROCS(was)
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = a
			} else if !reflect.DeepEqual(a, first) {
				t.Errorf("%s, %d cores: value %d, bound %d; 1 core: %d, %d", name, cores, a.Value, a.Bound, first.Value, first.Bound)
			}
		}
		if err := certificate.Check(s, &first.Certificate); err != nil {
			t.Error(name, err)
		}
		if v, _, err := checked(s, first); err != nil || v != first.Value || name == "capacity" && first.Gap() > 0.02 {
			t.Errorf("%s: %d (%v), it says %d, bound %d", name, v, err, first.Value, first.Bound)
		}
	}
}

// A certificate that is tampered with, or held against roomier options, proves nothing;
// flows that are tampered with are no division.
func TestTamperedBeyond(t *testing.T) {
	s := district(40, 12, 4, 1.1)
	a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 1})
	if err != nil || !a.Proven {
		t.Fatal(err, a)
	}
	refused := func(what string, change func(s *locate.Spec, c *locate.Certificate)) {
		c, other := a.Certificate, *s
		c.Vectors = slices.Clone(c.Vectors)
		for k := range c.Vectors {
			c.Vectors[k].Classes = slices.Clone(c.Vectors[k].Classes)
		}
		other.Options = slices.Clone(s.Options)
		change(&other, &c)
		if certificate.Check(&other, &c) == nil {
			t.Error(what + " is accepted")
		}
	}
	refused("a higher bound", func(_ *locate.Spec, c *locate.Certificate) { c.Bound++ })
	refused("a price that is no multiple", func(_ *locate.Spec, c *locate.Certificate) { c.Vectors[c.Nodes[0].Vector].Classes[0]-- })
	refused("more room", func(s *locate.Spec, _ *locate.Certificate) {
		for j := range s.Options {
			s.Options[j].Capacity *= 2
		}
	})
	refused("room without end", func(s *locate.Spec, _ *locate.Certificate) {
		for j := range s.Options {
			s.Options[j].Capacity = 0
		}
	})
	for what, change := range map[string]func(f []locate.Flow) []locate.Flow{
		"less":    func(f []locate.Flow) []locate.Flow { return f[1:] },
		"more":    func(f []locate.Flow) []locate.Flow { f[0].Weight++; return f },
		"nothing": func(f []locate.Flow) []locate.Flow { f[0].Weight = 0; return f },
		"twice":   func(f []locate.Flow) []locate.Flow { return append(f, f[0]) },
		"who":     func(f []locate.Flow) []locate.Flow { f[0].Class = 99; return f },
		"where":   func(f []locate.Flow) []locate.Flow { f[0].Option = -1; return f },
		"all to one": func(f []locate.Flow) []locate.Flow {
			for k := range f {
				f[k].Option = a.Options[0]
			}
			return f
		},
	} {
		if _, _, err := certificate.Divided(s, a.Options, change(slices.Clone(a.Flows))); err == nil {
			t.Errorf("flows with %s are accepted", what)
		}
	}
	if _, _, err := certificate.Value(s, a.Options); err == nil {
		t.Error("a value without flows")
	}
}

// Divide says what no choice of options can serve, whether or not capacities bind.
func TestDivide(t *testing.T) {
	s := &locate.Spec{Service: &locate.Matrix{Columns: 2, Costs: []int64{1, 9, 2, 3}},
		Classes: []locate.Class{{Weight: 5, Unserved: locate.Never}, {Weight: 4, Unserved: 7, Row: 1}},
		Options: []locate.Option{{Capacity: 6}, {Site: 1, Column: 1, Capacity: 2}}}
	for _, c := range []struct {
		options []int32
		want    []locate.Flow
		ok      bool
	}{
		{[]int32{0, 1}, []locate.Flow{{0, 0, 5}, {1, 0, 1}, {1, 1, 2}}, true},
		{[]int32{0}, []locate.Flow{{0, 0, 5}, {1, 0, 1}}, true},
		{[]int32{1}, []locate.Flow{{0, 1, 2}}, false},
	} {
		if got, ok := locate.Divide(s, c.options); ok != c.ok || !slices.Equal(got, c.want) {
			t.Errorf("%v: %v (%v), want %v (%v)", c.options, got, ok, c.want, c.ok)
		}
	}
	s.Capacities = locate.Enforced
	if loads := locate.Loads(s, []int32{1, 0}); !slices.Equal(loads, []locate.Load{{1, 2, 2}, {0, 6, 6}}) {
		t.Errorf("loads %v", loads)
	}
	if a, err := locate.Solve(context.Background(), s, locate.Options{}); err != nil || a.Value != 5+2+6+7 || len(a.Flows) != 3 || !a.Proven {
		t.Errorf("%+v, %v", a, err)
	}
}

// A bound is what the certificate proves, also where every option saves.
func TestBoundIsCertified(t *testing.T) {
	held(t, scene(rand.New(rand.NewPCG(1245, 77)), kindsBeyond["all"]), "all 1245")
}
