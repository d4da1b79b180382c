package plan_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func make2021(tb testing.TB, o plan.Options) *plan.Plan {
	tb.Helper()
	p, err := plan.Make(example(tb, "2021-09-24"), o)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// fingerprint is every figure of a plan, in order.
func fingerprint(tb testing.TB, p *plan.Plan) string {
	tb.Helper()
	var b strings.Builder
	for a := range p.Addresses() {
		f, ok := p.Shelf.Figure(a)
		if !ok {
			tb.Fatalf("%s is listed but not answered for", a)
		}
		fmt.Fprintln(&b, a, f.Value.Canonical())
	}
	return b.String()
}

// The figures that the issue of the seed report lacked: what the first round costs.
func TestCostOfTheFirstRound(t *testing.T) {
	p := make2021(t, plan.Options{Runs: 200})
	for a, want := range map[figure.Address]string{
		"economy/round/omgang-1/establishment":               "money 2465000000..2562500000",
		"economy/round/omgang-1/running":                     "money 5730000000..6460000000",
		"economy/round/omgang-1/composition/1/establishment": "money 2465000000",
		"economy/round/omgang-1/composition/1/running":       "money 5730000000",
		"economy/round/omgang-1/composition/2/establishment": "money 2562500000",
		"economy/round/omgang-1/composition/2/running":       "money 6460000000",
		"staffing/round/omgang-1/need":                       "count 40..92",
		"network/growth":                                     "count 46",
	} {
		if f, ok := p.Shelf.Figure(a); !ok || f.Value.Canonical() != want {
			t.Errorf("%s = %s (%v), want %s", a, f.Value.Canonical(), ok, want)
		}
	}
	if f, ok := p.Shelf.Figure("economy/round/omgang-1/composition/3/running"); ok {
		t.Errorf("a third composition costs %s", f.Value.Canonical())
	}
}

// Every figure stands on inputs that are there, down to facts with a source,
// and whatever is plain arithmetic gives its value again.
func TestEveryFigureExplainsItself(t *testing.T) {
	for _, day := range []string{"2021-09-24", "2022-12-31", "2025-06-30"} {
		p, err := plan.Make(example(t, day), plan.Options{Runs: 100})
		if err != nil {
			t.Fatal(err)
		}
		checked := map[figure.Address]bool{}
		for a := range p.Addresses() {
			checkFigure(t, p, a, checked)
		}
		if len(checked) < 1000 {
			t.Errorf("%s: only %d figures", day, len(checked))
		}
	}
}

func checkFigure(t *testing.T, p *plan.Plan, a figure.Address, checked map[figure.Address]bool) {
	if checked[a] {
		return
	}
	checked[a] = true
	f, ok := p.Shelf.Figure(a)
	if !ok {
		t.Errorf("%s is not there", a)
		return
	}
	if f.Rule == figure.Fact && f.Origin.Source.ID == "" && !strings.HasPrefix(string(a), "facts/sources/") {
		t.Errorf("the fact %s has no source", a)
	}
	in := make([]figure.Value, len(f.Inputs))
	for i, input := range f.Inputs {
		checkFigure(t, p, input, checked)
		g, _ := p.Shelf.Figure(input)
		in[i] = g.Value
	}
	if v, ok := figure.Eval(f.Rule, in); ok && len(in) > 0 && v != f.Value {
		t.Errorf("%s is %s, but %s of its inputs is %s", a, f.Value.Canonical(), f.Rule, v.Canonical())
	}
}

// The same snapshot and seed give the same plan to the byte, on one core or more.
func TestSamePlanOnAnyNumberOfCores(t *testing.T) {
	want := fingerprint(t, make2021(t, plan.Options{Runs: 500}))
	for _, cores := range []int{1, 2, 4} {
		before := runtime.GOMAXPROCS(cores)
		got := fingerprint(t, make2021(t, plan.Options{Runs: 500}))
		runtime.GOMAXPROCS(before)
		if got != want {
			t.Errorf("on %d cores the plan differs", cores)
		}
	}
	if fingerprint(t, make2021(t, plan.Options{Runs: 500, Seed: 2})) == want {
		t.Error("another seed gives the very same plan")
	}
}

// Making a plan leaves the facts as they were.
func TestMakeLeavesTheFacts(t *testing.T) {
	s := example(t, "2022-12-31")
	if _, err := plan.Make(s, plan.Options{Runs: 100}); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(s, example(t, "2022-12-31")) {
		t.Error("the plan changed the snapshot")
	}
}

// A plan needs a day to stand on, and can be called off.
func TestMakeRefuses(t *testing.T) {
	var noDay plan.NoDayError
	if _, err := plan.Make(&programme.Snapshot{}, plan.Options{}); !errors.As(err, &noDay) {
		t.Errorf("got %v", err)
	}
	early := example(t, "2021-09-24")
	early.Programme.AsOf = civil.MustDate("1900-01-01")
	var outside plan.DayOutsideError
	if _, err := plan.Make(early, plan.Options{}); !errors.As(err, &outside) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := plan.MakeContext(ctx, example(t, "2021-09-24"), plan.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A plan is called off in the midst of its simulation: the timetable itself says so.
func TestSimulationIsCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := plan.MakeContext(ctx, example(t, "2021-09-24"), plan.Options{})
	if !errors.Is(err, context.Canceled) || !strings.HasPrefix(err.Error(), "timetable:") {
		t.Errorf("got %v", err)
	}
}

// A programme of which next to nothing is known still has a plan.
func TestPlanOfAlmostNothing(t *testing.T) {
	full := example(t, "2021-09-24")
	for name, strip := range map[string]func(*programme.Snapshot){
		"no process":     func(s *programme.Snapshot) { s.Process, s.Durations = nil, nil },
		"no types":       func(s *programme.Snapshot) { s.OfficeTypes = nil },
		"no rounds":      func(s *programme.Snapshot) { s.Rounds, s.RoundCounts = nil, nil },
		"no projects":    func(s *programme.Snapshot) { s.Projects, s.Progress = nil, nil },
		"no offices":     func(s *programme.Snapshot) { s.Offices = nil },
		"no mandates":    func(s *programme.Snapshot) { s.Mandates = nil },
		"only the name ": func(s *programme.Snapshot) { *s = programme.Snapshot{Programme: s.Programme} },
	} {
		s := *full
		strip(&s)
		p, err := plan.Make(&s, plan.Options{Runs: 100})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		fingerprint(t, p)
	}
}
