package constrained

import (
	"context"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// On small problems without due dates or holds the answer is proven and is what trying everything gives.
func TestSolveIsOptimalOnSmallProblems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSpec(t, false, rapid.Bool().Draw(t, "stepped"), rapid.Bool().Draw(t, "pinned"), false)
		p, err := Compile(s)
		if err != nil {
			t.Skip(err)
		}
		want, feasible := brute(s, p, 13)
		got, err := Solve(context.Background(), p, Options{Seed: 1, Schedules: 60})
		var none *InfeasibleError
		if errors.As(err, &none) {
			if feasible {
				t.Fatalf("%v, and %v is possible", err, want)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if !feasible || got.Score != want || !got.Proven {
			t.Fatalf("got %+v, want %v (%v)", got, want, feasible)
		}
	})
}

// Every answer keeps every rule, no bound lies above the best, and no answer is better than the best.
func TestSolveKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSpec(t, rapid.Bool().Draw(t, "dated"), rapid.Bool().Draw(t, "stepped"), false, rapid.Bool().Draw(t, "held"))
		p, err := Compile(s)
		if err != nil {
			t.Skip(err)
		}
		best, feasible := brute(s, p, 13)
		got, err := Solve(context.Background(), p, Options{Seed: 1, Schedules: 60})
		if err != nil {
			return // it may fail to find one; it may not claim a wrong one
		}
		if v := Check(s, got.Start); len(v) > 0 {
			t.Fatal(v)
		}
		if feasible && (got.Bound.Tardiness > best.Tardiness || got.Score.Less(best)) {
			t.Fatalf("got %+v, best %v", got, best)
		}
		if feasible && got.Proven && got.Score != best {
			t.Fatalf("said to be proven: %+v, best %v", got, best)
		}
	})
}

// The same options give the same bytes.
func TestSolveIsDeterministic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, err := Compile(drawSpec(t, false, false, false, rapid.Bool().Draw(t, "held")))
		if err != nil {
			t.Skip(err)
		}
		opt := Options{Seed: rapid.Uint64().Draw(t, "seed"), Schedules: 50, Workers: rapid.IntRange(0, 3).Draw(t, "workers")}
		a, errA := Solve(context.Background(), p, opt)
		b, errB := Solve(context.Background(), p, opt)
		if (errA == nil) != (errB == nil) || errA == nil && (!slices.Equal(a.Start, b.Start) || a.Schedules != b.Schedules) {
			t.Fatalf("%+v %v, then %+v %v", a, errA, b, errB)
		}
	})
}

// Work without a bound is refused, and an ended context gives what there is.
func TestSolveNeedsABound(t *testing.T) {
	s := &Spec{}
	s.AddActivity(ActivitySpec{Project: None, Duration: 1})
	p, _ := Compile(s)
	if _, err := Solve(context.Background(), p, Options{Schedules: -1}); err == nil {
		t.Fatal("endless work was accepted")
	}
}
