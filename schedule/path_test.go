package schedule

import (
	"testing"

	"pgregory.net/rapid"
)

// Paths that can be seen by eye.
func TestCriticalPathByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		spec *Spec
		want []PathStep
	}{
		{"series", chain(Fixed(3), Fixed(4)), []PathStep{
			{Activity: 0, Cause: ByNow, Drives: true}, {Activity: 1, Cause: ByLink, Drives: true}}},
		{"the longer branch", merge(Fixed(3), Fixed(8)), []PathStep{
			{Activity: 1, Cause: ByNow, Drives: true}, {Activity: 2, Cause: ByLink, Drives: true}}},
		{"of equals the first", merge(Fixed(8), Fixed(8)), []PathStep{
			{Activity: 0, Cause: ByNow, Drives: true}, {Activity: 2, Cause: ByLink, Drives: true}}},
		{"release", with(chain(Fixed(3), Fixed(4)), func(s *Spec) { s.Activities[1].Release = Known(10) }), []PathStep{
			{Activity: 1, Cause: ByRelease, Drives: true}}},
		{"through a start", with(chain(Fixed(3), Fixed(4)), func(s *Spec) { s.Links[0] = Link{0, 1, StartStart, 2} }), []PathStep{
			{Activity: 0, Cause: ByNow}, {Activity: 1, Cause: ByLink, Kind: StartStart, Lag: 2, Drives: true}}},
		{"through a finish", with(chain(Fixed(9), Fixed(4)), func(s *Spec) { s.Links[0] = Link{0, 1, FinishFinish, 2} }), []PathStep{
			{Activity: 0, Cause: ByNow, Drives: true}, {Activity: 1, Cause: ByLink, Kind: FinishFinish, Lag: 2}}},
		{"from what runs", with(chain(Fixed(9), Fixed(9), Fixed(4)), func(s *Spec) {
			s.Now = 12
			s.Activities[0].Status = Finished(On(0), On(10))
			s.Activities[1].Status = Started(On(11))
		}), []PathStep{{Activity: 1, Cause: ByActual, Drives: true}, {Activity: 2, Cause: ByLink, Drives: true}}},
		{"held back by now alone", with(chain(Fixed(9), Fixed(4)), func(s *Spec) {
			s.Now = 12
			s.Activities[0].Status = Finished(On(0), On(10))
		}), []PathStep{{Activity: 1, Cause: ByNow, Drives: true}}},
	} {
		got := mustCompile(t, c.spec).Plan().CriticalPath(0)
		if len(got) != len(c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: step %d is %+v, want %+v", c.name, i, got[i], c.want[i])
			}
		}
	}
}

// A critical path leads from its cause to the milestone without a gap, its days add up to the
// milestone's finish, and it has no slack.
func TestCriticalPathAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		p := n.Plan()
		for project := range s.Projects {
			path := p.CriticalPath(Project(project))
			last := path[len(path)-1].Activity
			if last != s.Projects[project].Milestone {
				t.Fatalf("the path ends with activity %d", last)
			}
			day := p.Start[path[0].Activity]
			for i, step := range path {
				a := step.Activity
				if i > 0 {
					before := path[i-1]
					if step.Cause != ByLink || !s.has(Link{before.Activity, a, step.Kind, step.Lag}) {
						t.Fatalf("step %+v after %+v is no link\n%s", step, before, describe(s))
					}
					day += step.Lag
				}
				if step.Drives {
					day += p.Duration[a]
				}
				if s.Activities[a].Status.State == NotStarted && p.Slack(a) != 0 {
					t.Fatalf("activity %d on the path has slack %d\n%s", a, p.Slack(a), describe(s))
				}
			}
			if day != p.MilestoneFinish(Project(project)) {
				t.Fatalf("the path %+v leads to day %d, the milestone to %d\n%s", path, day, p.MilestoneFinish(Project(project)), describe(s))
			}
			checkCause(t, s, p, path[0])
		}
	})
}

func checkCause(t *rapid.T, s *Spec, p *Plan, first PathStep) {
	spec, start := s.Activities[first.Activity], p.Start[first.Activity]
	ok := false
	switch first.Cause {
	case ByNow:
		ok = spec.Status.State == NotStarted && start == s.Now
	case ByRelease:
		ok = spec.Status.State == NotStarted && spec.Release == Known(start) && start > s.Now
	case ByActual:
		ok = spec.Status.State != NotStarted
	}
	if !ok {
		t.Fatalf("%+v cannot be the first step\n%s", first, describe(s))
	}
}

func (s *Spec) has(l Link) bool {
	for _, k := range s.Links {
		if k == l {
			return true
		}
	}
	return false
}

// Slack zero on a driving activity means that one day more moves the milestone by one day.
func TestCriticalDurationMovesMilestone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(false).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		p := n.Plan()
		for _, step := range p.CriticalPath(0) {
			if !step.Drives {
				continue
			}
			longer := append([]int32(nil), p.Duration...)
			longer[step.Activity]++
			if got := n.PlanWith(longer).MilestoneFinish(0); got != p.MilestoneFinish(0)+1 {
				t.Fatalf("a day more of activity %d moves the milestone from %d to %d", step.Activity, p.MilestoneFinish(0), got)
			}
		}
	})
}
