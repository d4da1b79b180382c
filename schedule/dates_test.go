package schedule

import (
	"testing"

	"pgregory.net/rapid"
)

// The forward pass finds the longest path: plain recursion over all paths of the Spec agrees with it.
func TestForwardEqualsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(rapid.Bool().Draw(t, "history")).Draw(t, "spec")
		p := mustPlan(t, s)
		slow := byHand{s, p.Duration}
		for a := range s.Activities {
			a := Activity(a)
			if got, want := p.Start[a], slow.start(a); got != want {
				t.Fatalf("start of %d: %d, by hand %d\n%s", a, got, want, describe(s))
			}
			if got, want := p.Finish[a], slow.finish(a); got != want {
				t.Fatalf("finish of %d: %d, by hand %d\n%s", a, got, want, describe(s))
			}
		}
	})
}

// Every link that leads into the future holds, and so do releases and Now.
func TestForwardKeepsEveryRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		p := mustPlan(t, s)
		for _, l := range s.Links {
			to := s.Activities[l.To].Status.State
			switch {
			case l.Kind == FinishStart && to == NotStarted && p.Start[l.To] < p.Finish[l.From]+l.Lag,
				l.Kind == StartStart && to == NotStarted && p.Start[l.To] < p.Start[l.From]+l.Lag,
				l.Kind == FinishFinish && to != Done && p.Finish[l.To] < p.Finish[l.From]+l.Lag:
				t.Fatalf("link %+v is broken\n%s", l, describe(s))
			}
		}
		for a, spec := range s.Activities {
			if p.Finish[a] < p.Start[a] {
				t.Fatalf("activity %d finishes before it starts", a)
			}
			if spec.Status.State == NotStarted && (p.Start[a] < s.Now || spec.Release.Known && p.Start[a] < spec.Release.Value) {
				t.Fatalf("activity %d starts on %d, too early\n%s", a, p.Start[a], describe(s))
			}
			if spec.Status.State != Done && p.Finish[a] < s.Now {
				t.Fatalf("activity %d is unfinished and finishes on %d, before now\n%s", a, p.Finish[a], describe(s))
			}
		}
	})
}

// The place of a run in the rows follows from stride and first slot.
func TestDatesLayout(t *testing.T) {
	d := newDates(10, 3, 4)
	if len(d.start) != 12 || len(d.finish) != 12 || len(d.duration) != 12 {
		t.Fatalf("%d, %d, %d", len(d.start), len(d.finish), len(d.duration))
	}
	if d.row(10) != 0 || d.row(12) != 8 {
		t.Errorf("rows %d, %d", d.row(10), d.row(12))
	}
	d.start[5], d.finish[5] = 100, 200
	if got := d.event(&inLink{pred: 11, lag: 3, kind: StartStart}, 1); got != 103 {
		t.Errorf("start event %d", got)
	}
	for _, kind := range []LinkKind{FinishStart, FinishFinish} {
		if got := d.event(&inLink{pred: 11, lag: -3, kind: kind}, 1); got != 197 {
			t.Errorf("finish event %d", got)
		}
	}
}
