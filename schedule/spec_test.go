package schedule

import "testing"

// The Add methods hand out the indices that the slices then have.
func TestAddMethods(t *testing.T) {
	var s Spec
	if p := s.AddProject(11); p != 0 {
		t.Errorf("first project is %d", p)
	}
	p := s.AddProject(22)
	if got := s.Projects[p]; got != (ProjectSpec{Key: 22, Start: NoActivity, Milestone: NoActivity}) {
		t.Errorf("a new project is %+v", got)
	}
	a := s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(1)})
	b := s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(2), Release: Known(0)})
	if a != 0 || b != 1 || s.Activities[b].Duration != Fixed(2) || s.Activities[a].Release.Known || !s.Activities[b].Release.Known {
		t.Errorf("%d, %d, %+v", a, b, s.Activities)
	}
	s.AddLink(a, b, StartStart, -3)
	if len(s.Links) != 1 || s.Links[0] != (Link{From: a, To: b, Kind: StartStart, Lag: -3}) {
		t.Errorf("%+v", s.Links)
	}
	s.SetEnds(p, a, b)
	if s.Projects[p].Start != a || s.Projects[p].Milestone != b {
		t.Errorf("%+v", s.Projects[p])
	}
}

// The zero values are the harmless ones.
func TestZeroValues(t *testing.T) {
	var a ActivitySpec
	if a.Release.Known || a.Status.State != NotStarted || a.Status.Remaining.Known || !a.Duration.IsZero() {
		t.Errorf("%+v", a)
	}
	if (Link{}).Kind != FinishStart {
		t.Error("the zero link is not finish-start")
	}
}
