package schedule

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// looped returns a project of n activities with the given links.
func looped(n int, links ...[2]Activity) *Spec {
	var s Spec
	p := s.AddProject(1)
	for range n {
		s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(1)})
	}
	for _, l := range links {
		s.AddLink(l[0], l[1], FinishStart, 0)
	}
	s.SetEnds(p, 0, Activity(n-1))
	return &s
}

// The cycle is named, without what only leads to it or away from it.
func TestCycleIsNamed(t *testing.T) {
	for _, c := range []struct {
		name  string
		spec  *Spec
		cycle []Activity
		says  string
	}{
		{"itself", looped(2, [2]Activity{1, 1}), []Activity{1}, "project 0: activities wait for one another: 1 → 1"},
		{"two", looped(2, [2]Activity{0, 1}, [2]Activity{1, 0}), []Activity{0, 1}, "0 → 1 → 0; remove one of these links"},
		{"three with a way in and out", looped(5, [2]Activity{0, 3}, [2]Activity{3, 1}, [2]Activity{1, 2}, [2]Activity{2, 3}, [2]Activity{2, 4}),
			[]Activity{1, 2, 3}, "1 → 2 → 3 → 1"},
		{"against the indices", looped(4, [2]Activity{3, 2}, [2]Activity{2, 0}, [2]Activity{0, 3}), []Activity{0, 3, 2}, "0 → 3 → 2 → 0"},
	} {
		_, err := Compile(c.spec)
		var cycle *CycleError
		if !errors.As(err, &cycle) {
			t.Errorf("%s: error %v, want a *CycleError", c.name, err)
			continue
		}
		if !slices.Equal(cycle.Cycle, c.cycle) || cycle.Project != 0 {
			t.Errorf("%s: cycle %v in project %d, want %v", c.name, cycle.Cycle, cycle.Project, c.cycle)
		}
		if got := err.Error(); !strings.Contains(got, c.says) {
			t.Errorf("%s: message %q does not say %q", c.name, got, c.says)
		}
	}
}

// A cycle counts whatever the kind of its links, and its project is named.
func TestCycleInSecondProject(t *testing.T) {
	s := chain(Fixed(1))
	p := s.AddProject(9)
	a := s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(1)})
	b := s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(1)})
	s.AddLink(a, b, StartStart, 0)
	s.AddLink(b, a, FinishFinish, 0)
	s.SetEnds(p, a, b)
	_, err := Compile(s)
	var cycle *CycleError
	if !errors.As(err, &cycle) || cycle.Project != p || !slices.Equal(cycle.Cycle, []Activity{a, b}) {
		t.Errorf("error %v", err)
	}
}

// Any network with one link turned back is refused, and what is named is a cycle of the Spec.
func TestCycleIsReal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "activities")
		s := looped(n)
		for i := 1; i < n; i++ {
			s.AddLink(Activity(rapid.IntRange(0, i-1).Draw(t, "from")), Activity(i), FinishStart, 0)
		}
		// A tree rooted at 0 reaches every activity, so any link to 0 closes a cycle.
		s.AddLink(Activity(rapid.IntRange(0, n-1).Draw(t, "back from")), 0, FinishStart, 0)
		_, err := Compile(s)
		var cycle *CycleError
		if !errors.As(err, &cycle) {
			t.Fatalf("error %v, want a *CycleError", err)
		}
		for i, a := range cycle.Cycle {
			b := cycle.Cycle[(i+1)%len(cycle.Cycle)]
			if !slices.ContainsFunc(s.Links, func(l Link) bool { return l.From == a && l.To == b }) {
				t.Fatalf("%v: no link from %d to %d", cycle.Cycle, a, b)
			}
		}
		sorted := slices.Clone(cycle.Cycle)
		slices.Sort(sorted)
		if len(slices.Compact(sorted)) != len(cycle.Cycle) || cycle.Cycle[0] != sorted[0] {
			t.Fatalf("%v repeats itself or begins late", cycle.Cycle)
		}
	})
}

// Every activity stands once, among its own project's, before all that wait for it.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(false).Draw(t, "spec")
		at, first, err := order(s)
		if err != nil {
			t.Fatal(err)
		}
		place := make([]int, len(at))
		for i := range place {
			place[i] = -1
		}
		for i, a := range at {
			if place[a] >= 0 {
				t.Fatalf("activity %d stands twice", a)
			}
			place[a] = i
			if p := s.Activities[a].Project; int32(i) < first[p] || int32(i) >= first[p+1] {
				t.Fatalf("activity %d of project %d at %d", a, p, i)
			}
		}
		for _, l := range s.Links {
			if place[l.From] >= place[l.To] {
				t.Fatalf("link %v leads backwards", l)
			}
		}
	})
}

// Activities given in an order that suits the links keep it: the layout is then the caller's own.
func TestOrderKeepsGoodOrder(t *testing.T) {
	at, _, err := order(chain(Fixed(1), Fixed(2), Fixed(3), Fixed(4)))
	if err != nil || !slices.Equal(at, []Activity{0, 1, 2, 3}) {
		t.Errorf("%v, %v", at, err)
	}
}
