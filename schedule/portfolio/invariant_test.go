package portfolio

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// solved draws a portfolio with what is wished for, and plans it; what cannot be planned is skipped.
func solved(t *rapid.T, w wishes) (*Spec, *Plan) {
	s := drawSpec(t, w)
	p, err := Solve(context.Background(), mustCompileRapid(t, s), Options{Schedules: 25, Nodes: -1})
	var none *InfeasibleError
	if errors.As(err, &none) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s, p
}

// With leaders added, what was possible still is: no first goal, nor the goals in their order, are worse, whatever the Spec.
func TestMoreLeadersAreNeverWorse(t *testing.T) {
	some(t, 100, 25, func(t *rapid.T) {
		s, p := solved(t, wishes{teams: rapid.Bool().Draw(t, "teams"), level: rapid.Bool().Draw(t, "level"), choices: true})
		like := Leader(rapid.IntRange(1, len(s.Leaders)).Draw(t, "like"))
		e, err := WhatIf(context.Background(), p, OneMoreLeader(like))
		if err != nil {
			t.Fatal(err)
		}
		if slices.Compare(e.Plan.Value, p.Value) > 0 {
			t.Fatalf("%v without, %v with one like leader %d", p.Value, e.Plan.Value, like)
		}
		if v := Check(e.Plan.Portfolio.spec, e.Plan.Schedule); len(v) > 0 {
			t.Fatal(v)
		}
	})
}

// That a project may start earlier takes nothing away either.
func TestEarlierIsNeverWorse(t *testing.T) {
	some(t, 100, 25, func(t *rapid.T) {
		s, p := solved(t, wishes{teams: true, choices: true})
		q := Project(rapid.IntRange(0, len(s.Projects)-1).Draw(t, "project"))
		e, err := WhatIf(context.Background(), p, StartEarlier(q, 20))
		if err != nil {
			t.Fatal(err)
		}
		if slices.Compare(e.Plan.Value, p.Value) > 0 {
			t.Fatalf("%v before, %v where project %d may start earlier", p.Value, e.Plan.Value, q)
		}
	})
}

// A preview of nothing moves nothing, and one of a longer activity moves no project of another leader.
func TestPreviewMovesOnlyWhatIsForced(t *testing.T) {
	some(t, 100, 25, func(t *rapid.T) {
		s, p := solved(t, wishes{history: rapid.Bool().Draw(t, "history"), choices: true})
		same, err := Preview(context.Background(), p, mustCompileRapid(t, s.clone()))
		if err != nil || len(same.Moves) > 0 || slices.ContainsFunc(same.Gain, func(g int64) bool { return g != 0 }) {
			t.Fatalf("nothing has changed: %v, error %v", same, err)
		}
		changed := s.clone()
		q := Project(rapid.IntRange(0, len(s.Projects)-1).Draw(t, "project"))
		changed.Activities[s.Projects[q].Milestone].Duration = schedule.Fixed(9)
		e, err := Preview(context.Background(), p, mustCompileRapid(t, changed))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range e.Moves {
			if m.After != q && (p.Leader[m.Before] == 0 || p.Leader[m.Before] != p.Leader[q]) {
				t.Fatalf("project %d of leader %d takes longer, and %+v", q, p.Leader[q], m)
			}
		}
	})
}

// The same bytes on one, two or seven workers, whatever there is in the Spec; other seeds give other chance.
func TestWorkersChangeNothingAnywhere(t *testing.T) {
	some(t, 20, 6, func(t *rapid.T) {
		s, _ := solved(t, wishes{teams: true, history: true, handover: true, choices: true})
		for i := range s.Activities {
			if a := &s.Activities[i]; a.Clock == 0 {
				a.Duration = schedule.Triangular(1, 4, 20)
			}
		}
		p, err := Solve(context.Background(), mustCompileRapid(t, s), Options{Schedules: 5, Nodes: -1})
		if err != nil {
			t.Skip(err)
		}
		var want *Result
		for _, workers := range []int{1, 2, 7} {
			r, err := Simulate(context.Background(), p, RunOptions{Runs: 300, Workers: workers, Seed: 5})
			if err != nil {
				t.Fatal(err)
			}
			if want == nil {
				want = r
			} else if !reflect.DeepEqual(r, want) {
				t.Fatalf("%d workers give another result", workers)
			}
		}
	})
}

// A scenario compared with itself differs in nothing, run by run.
func TestCompareWithItself(t *testing.T) {
	p := mustSolve(t, programme(6), Options{Schedules: 10})
	a, b := mustSimulate(t, p, RunOptions{Runs: 500, Seed: 2}), mustSimulate(t, p, RunOptions{Runs: 500, Seed: 2})
	other := mustSimulate(t, p, RunOptions{Runs: 500, Seed: 3})
	differs := false
	for q := range p.Portfolio.spec.Projects {
		if d, err := Compare(a, b, Project(q), Project(q)); err != nil || d != (Difference{}) {
			t.Errorf("project %d: %+v, error %v", q, d, err)
		}
		d, err := Compare(a, other, Project(q), Project(q))
		if err != nil {
			t.Fatal(err)
		}
		differs = differs || d != Difference{}
	}
	if !differs {
		t.Error("another seed gives the same runs")
	}
}

// Quantiles rise, shares are shares, and in each run the last milestone is the latest one.
func TestResultsHangTogether(t *testing.T) {
	p := mustSolve(t, programme(8), Options{Schedules: 20})
	s := p.Portfolio.spec
	all := make([]Project, len(s.Projects))
	for q := range all {
		all[q] = Project(q)
	}
	r := mustSimulate(t, p, RunOptions{Runs: 1000})
	last, led := 0.0, false
	for q, x := range r.Projects {
		if !(x.P10 <= x.P50 && x.P50 <= x.P80 && x.P80 <= x.P90) || x.Leader < 0 || x.Leader+x.Team > 1 || x.Planned != p.Finish[s.Projects[q].Milestone] {
			t.Errorf("project %d: %+v", q, x)
		}
		last, led = last+x.Last, led || x.Leader > 0
	}
	if last < 1-1e-9 || last > 1+1e-9 || !led {
		t.Errorf("the last milestones add up to %g; a leader drives one: %v", last, led)
	}
	for i, x := range r.Activities {
		if x.Criticality < 0 || x.Criticality > 1 || x.Programme < 0 || x.Programme > x.Criticality+1 || x.Cruciality < -1 || x.Cruciality > 1 || x.Kept != 1 {
			t.Errorf("activity %d: %+v", i, x)
		}
	}
	for run := range r.Runs {
		latest := int32(0)
		for q := range all {
			latest = max(latest, r.Finish.At(schedule.Project(q), run))
		}
		if r.Last[run] != latest {
			t.Fatalf("run %d: last %d, want %d", run, r.Last[run], latest)
		}
	}
	for _, by := range []int32{0, 500, 1000, 5000} {
		x := r.Round(all, by)
		if x.All > x.Least || x.Product > x.Least+1e-12 || r.DateAndCost(all, by, 1<<60) != x.All || r.DateAndCost(all, by, -1) != 0 {
			t.Errorf("by day %d: %+v", by, x)
		}
	}
}

// A context that has ended stops planning and simulating.
func TestCancelled(t *testing.T) {
	p := mustSolve(t, programme(4), Options{Schedules: 5})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Solve(ctx, p.Portfolio, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("solve: %v", err)
	}
	if _, err := Simulate(ctx, p, RunOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("simulate: %v", err)
	}
	if _, err := WhatIf(ctx, p, OneMoreLeader(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("what if: %v", err)
	}
}
