package schedule

import (
	"testing"

	"pgregory.net/rapid"
)

// The layout carries over what the Spec says.
func TestNetworkTellsProjects(t *testing.T) {
	s := sound()
	n := mustCompile(t, s)
	if n.Now() != 100 || n.Projects() != 2 || n.Activities() != 3 {
		t.Errorf("now %d, %d projects, %d activities", n.Now(), n.Projects(), n.Activities())
	}
	if n.Start(0) != 0 || n.Milestone(0) != 1 || n.Start(1) != 2 || n.Milestone(1) != 2 {
		t.Errorf("ends %d %d %d %d", n.Start(0), n.Milestone(0), n.Start(1), n.Milestone(1))
	}
}

// Only links into events that are still to come bind.
func TestLinksIntoHistoryDoNotBind(t *testing.T) {
	running, done := Started(On(0)), Finished(On(0), On(1))
	for _, c := range []struct {
		kind        LinkKind
		from, to    Status
		binds, past bool
	}{
		{FinishStart, Status{}, Status{}, true, false},
		{FinishStart, running, Status{}, true, false},
		{FinishStart, done, Status{}, true, true},
		{FinishStart, done, running, false, true},
		{StartStart, Status{}, Status{}, true, false},
		{StartStart, running, Status{}, true, true},
		{StartStart, running, running, false, true},
		{FinishFinish, running, running, true, false},
		{FinishFinish, done, running, true, true},
		{FinishFinish, running, done, false, false},
	} {
		s := chain(Fixed(1), Fixed(1))
		s.Now = 5
		s.Activities[0].Status, s.Activities[1].Status = c.from, c.to
		s.Links[0].Kind = c.kind
		l := mustCompile(t, s).link[0]
		if l.binds != c.binds || l.past != c.past {
			t.Errorf("%+v: binds %v, past %v", c, l.binds, l.past)
		}
	}
}

func TestOverdue(t *testing.T) {
	for _, c := range []struct {
		name   string
		d      Distribution
		status Status
		want   bool
	}{
		{"not started", Fixed(3), Status{}, false},
		{"in time", Fixed(30), Started(On(80)), false},
		{"ends today by the plan, and did not", Fixed(20), Started(On(80)), true},
		{"beyond the maximum", Triangular(1, 2, 9), Started(On(80)), true},
		{"late, but possible", LogNormal(5, 10), Started(On(80)), false},
		{"somebody knows better", Fixed(3), StartedWithRemaining(On(80), 4), false},
		{"done", Fixed(3), Finished(On(80), On(100)), false},
	} {
		s := chain(c.d)
		s.Now = 100
		s.Activities[0].Status = c.status
		if got := mustCompile(t, s).Overdue(0); got != c.want {
			t.Errorf("%s: overdue %v", c.name, got)
		}
	}
}

// The order in which a Spec lists its links does not matter to the dates.
func TestOrderOfLinksDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		before := mustPlan(t, s)
		s.Links = rapid.Permutation(s.Links).Draw(t, "links")
		after := mustPlan(t, s)
		equalDays(t, "finish", after.Finish, before.Finish)
		equalDays(t, "late start", after.LateStart, before.LateStart)
	})
}

func mustPlan(t *rapid.T, s *Spec) *Plan {
	n, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return n.Plan()
}
