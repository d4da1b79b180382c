package portfolio

import (
	"fmt"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// chain writes down what a project waits for, the latest first.
func chain(p *Plan, of Project) []string {
	var out []string
	for _, w := range p.Waits(of) {
		out = append(out, fmt.Sprintf("%v of %d from %d to %d on %d", w.Why, w.Activity, w.From, w.To, w.On))
	}
	return out
}

// What one project of 3 and 4 days waits for, for each thing that can hold it. Today holds the project as a whole (−1).
func TestWaitsByHand(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(s *Spec)
		want   []string
	}{
		{"its own work", func(*Spec) {}, []string{"work of 1 from 3 to 7 on -1", "predecessor of 1 from 3 to 3 on 0", "work of 0 from 0 to 3 on -1", "today of -1 from 0 to 0 on -1"}},
		{"a lag", func(s *Spec) { s.Links[0].Lag = 2 },
			[]string{"work of 1 from 5 to 9 on -1", "predecessor of 1 from 3 to 5 on 0", "work of 0 from 0 to 3 on -1", "today of -1 from 0 to 0 on -1"}},
		{"a release", func(s *Spec) { s.Activities[1].Release = schedule.Known(9) }, []string{"work of 1 from 9 to 13 on -1", "release of 1 from 9 to 9 on -1"}},
		{"a fixed start", func(s *Spec) { s.Activities[1].Pinned = schedule.Known(8) }, []string{"work of 1 from 8 to 12 on -1", "fixed start of 1 from 8 to 8 on -1"}},
		{"a fixed start that does not wait", func(s *Spec) { s.Activities[1].Pinned = schedule.Known(3) },
			[]string{"work of 1 from 3 to 7 on -1", "predecessor of 1 from 3 to 3 on 0", "work of 0 from 0 to 3 on -1", "today of -1 from 0 to 0 on -1"}},
		{"what has begun", func(s *Spec) { s.Now = 2; happened(s, 0, 1, -1) },
			[]string{"work of 1 from 4 to 8 on -1", "predecessor of 1 from 4 to 4 on 0", "work of 0 from 1 to 4 on -1", "history of 0 from 1 to 1 on -1"}},
		{"what has finished", func(s *Spec) { s.Now = 9; happened(s, 0, 1, 8) }, []string{"work of 1 from 9 to 13 on -1", "today of -1 from 9 to 9 on -1"}},
		{"an authority", func(s *Spec) {
			s.Activities[1].Duration, s.Activities[1].Clock = schedule.Distribution{}, s.AddClock(ClockSpec{Steps: []ClockStep{{0, 20, 0}}})
		}, []string{"clock of 1 from 3 to 23 on -1", "predecessor of 1 from 3 to 3 on 0", "work of 0 from 0 to 3 on -1", "today of -1 from 0 to 0 on -1"}},
		{"a start that starts with another", func(s *Spec) { s.Links[0].Kind, s.Links[0].Lag = schedule.StartStart, 2 },
			[]string{"work of 1 from 2 to 6 on -1", "predecessor of 1 from 0 to 2 on 0", "today of -1 from 0 to 0 on -1"}},
		{"a finish held by another", func(s *Spec) { s.Links[0].Kind, s.Links[0].Lag = schedule.FinishFinish, 6 },
			[]string{"predecessor of 1 from 3 to 9 on 0", "work of 0 from 0 to 3 on -1", "today of -1 from 0 to 0 on -1"}},
		{"a greatest lag", func(s *Spec) { s.Activities[1].Release = schedule.Known(9); s.Links[0].Max = schedule.Known(2) },
			[]string{"work of 1 from 9 to 13 on -1", "release of 1 from 9 to 9 on -1"}},
	} {
		s := &Spec{}
		line(s, 1, fixed(3, 4)...)
		s.Projects[0].Unled = true
		c.change(s)
		if got := chain(mustSolve(t, s, Options{}), 0); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n\t%q\nwant\n\t%q", c.what, got, c.want)
		}
	}
}

// A team that has to finish elsewhere first is named, with where, and the chain goes on there.
func TestWaitForTeam(t *testing.T) {
	s := &Spec{}
	s.AddTeam(TeamSpec{Name: "fitters", Capacity: 1})
	for k := range 2 {
		p := line(s, uint64(k+1), schedule.Fixed(5))
		s.Projects[p].Unled, s.Projects[p].Due = true, schedule.Known(int32(5+5*k))
		s.AddDemand(Activity(k), 0, 1)
	}
	p := mustSolve(t, s, Options{})
	want := []Wait{
		{Why: ForWork, Project: 1, Activity: 1, From: 5, To: 10, On: -1, Before: -1, Team: -1, Link: -1},
		{Why: ForTeam, Project: 1, Activity: 1, From: 5, To: 5, On: 0, Before: 0, Team: 0, Link: -1},
		{Why: ForWork, Project: 0, Activity: 0, From: 0, To: 5, On: -1, Before: -1, Team: -1, Link: -1},
		{Why: ForNow, Project: 0, Activity: -1, From: 0, To: 0, On: -1, Before: -1, Team: -1, Link: -1},
	}
	if got := p.Waits(1); !slices.Equal(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

// A leader who is not there yet is a day, and one who is busy is a project; both name the leader or what the leader does.
func TestWaitForLeader(t *testing.T) {
	s := &Spec{Leaders: []LeaderSpec{{Steps: []Step{{6, 1}}}}}
	for k := range 2 {
		p := line(s, uint64(k+1), schedule.Fixed(5))
		s.Projects[p].Due = schedule.Known(int32(5 + 5*k))
	}
	p := mustSolve(t, s, Options{})
	list := p.Waits(1)
	if len(list) != 4 || list[1].Why != ForLeader || list[1].Leader != 1 || list[1].On != 0 || list[1].To != 11 || list[3].Why != ForLeader || list[3].On != -1 || list[3].To != 6 {
		t.Errorf("%+v", list)
	}
}

// Every reason has a word.
func TestWhyHasAWord(t *testing.T) {
	seen := map[string]bool{}
	for w := ForWork; w <= ForPlan; w++ {
		if s := w.String(); s == "" || seen[s] {
			t.Errorf("reason %d: %q", w, s)
		}
		seen[w.String()] = true
	}
}

// What is not done makes nobody wait: a way not taken stands between two activities of one project, and a team goes from the later of
// the two, by way of another project, to the earlier. That is no circle, and the earlier one waits for the team.
func TestWhatIsNotDoneMakesNoCircle(t *testing.T) {
	s := &Spec{Goals: []Goal{{Kind: Lateness}}}
	team := s.AddTeam(TeamSpec{Capacity: 1})
	choice := s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2), Decided: schedule.Known(0)})
	add := func(p Project, release, days, way int32, c Choice) Activity {
		a := s.AddActivity(ActivitySpec{Project: p, Release: schedule.Known(release), Duration: schedule.Fixed(days), Choice: c, Way: way})
		s.AddDemand(a, team, 1)
		return a
	}
	one, two := s.AddProject(ProjectSpec{Key: 1, Unled: true}), s.AddProject(ProjectSpec{Key: 2, Unled: true, Due: schedule.Known(25), Weight: 1})
	early, left, taken := add(one, 20, 5, 0, 0), add(one, 0, 5, 1, choice), add(one, 0, 5, 0, choice)
	other := add(two, 10, 15, 0, 0)
	s.AddLink(early, left, schedule.FinishStart, 0)
	s.AddLink(left, taken, schedule.FinishStart, 0)
	s.Projects[one].Milestone, s.Projects[two].Milestone = early, other
	p := mustSolve(t, s, Options{})
	if p.Start[early] != 25 || p.Start[left] != Absent || p.Start[taken] != 0 || p.Start[other] != 10 {
		t.Fatalf("starts %v", p.Start)
	}
	if w := p.Waits(one); len(w) < 2 || w[1].Why != ForTeam || w[1].Before != other {
		t.Errorf("the project waits %+v", w)
	}
}
