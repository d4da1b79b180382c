package portfolio

import (
	"context"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// Leaders who leave for good do not spoil a proof: what cannot be led by one of them in time is led by another.
func TestProofPastLeaderWhoLeaves(t *testing.T) {
	some(t, 40, 8, func(t *rapid.T) {
		s := drawLines(t)
		for p := range s.Projects {
			s.Projects[p].Leaders = nil
		}
		s.Leaders[0].Steps = []Step{{int32(rapid.IntRange(1, 9).Draw(t, "leaves")), 0}}
		if len(s.Leaders) == 1 {
			s.AddLeader(LeaderSpec{Most: 1})
		} else {
			s.Leaders[1].Steps = nil
		}
		c := mustCompileRapid(t, s)
		p, err := Solve(context.Background(), c, Options{Schedules: 1, Nodes: 100_000})
		if err != nil {
			t.Fatal(err)
		}
		if best := brute(s, c, 18); !p.Proven || !slices.Equal(best, p.Value) {
			t.Fatalf("brute force %v, plan %v, proven %v", best, p.Value, p.Proven)
		}
	})
}

// The proof stands only where its conditions do: each of these takes one away.
func TestWhatIsProven(t *testing.T) {
	scene := func() *Spec {
		s := &Spec{Goals: []Goal{{Kind: Makespan}}}
		s.AddPool("leader", 1, 1)
		s.AddTeam(TeamSpec{Capacity: 4})
		s.AddClock(ClockSpec{Steps: []ClockStep{{0, 5, 0}, {30, 6, 0}}})
		for k := range 2 {
			line(s, uint64(k+1), fixed(3, 4)...)
		}
		s.AddDemand(0, 0, 2)
		s.AddDemand(2, 0, 2)
		return s
	}
	for _, c := range []struct {
		what   string
		change func(s *Spec)
		want   bool
	}{
		{"as it is", func(*Spec) {}, true},
		{"a level load rewards waiting", func(s *Spec) { s.Goals = append(s.Goals, Goal{Kind: Level}) }, false},
		{"the team can be short", func(s *Spec) { s.Demands[0].Amount = 3 }, false},
		{"the team can be short for a time", func(s *Spec) { s.Teams[0].Steps = []Step{{9, 3}, {10, 4}} }, false},
		{"a greatest lag", func(s *Spec) { s.Links[0].Max = schedule.Known(1) }, false},
		{"a clock that shrinks", func(s *Spec) { s.Clocks[0].Steps[1].Days = 4 }, false},
		{"a fixed start", func(s *Spec) { s.Activities[0].Pinned = schedule.Known(50) }, false},
		{"a deadline", func(s *Spec) { s.Activities[0].Deadline = schedule.Known(50) }, false},
		{"a release within the project", func(s *Spec) { s.Activities[1].Release = schedule.Known(9) }, false},
		{"a release that binds nothing", func(s *Spec) { s.Activities[1].Release = schedule.Known(0) }, true},
		{"a hand-over", func(s *Spec) { s.Projects[0].Handover = []Handover{{5, 1}} }, false},
		{"an open choice", func(s *Spec) { s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2)}) }, false},
		{"a decided choice", func(s *Spec) { s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2), Decided: schedule.Known(1)}) }, true},
		{"two activities without one before them", func(s *Spec) { s.Links = s.Links[1:] }, false},
		{"something has begun", func(s *Spec) { s.Now, s.Activities[0].Started = 1, schedule.Known(0) }, false},
		{"something is over", func(s *Spec) {
			s.Now = 9
			for i := range 2 {
				s.Activities[i].Started, s.Activities[i].Finished = schedule.Known(int32(i)), schedule.Known(int32(5+i))
			}
		}, true},
	} {
		s := scene()
		c.change(s)
		p := mustCompile(t, s)
		way, _ := p.firstWays()
		x := p.alone(way)
		if got := p.ordered(&x); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// Without nodes there is no proof; and a plan that meets its bounds needs none.
func TestProofNeedsNodes(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 1, 1)
	for k := range 4 {
		p := line(s, uint64(k+1), schedule.Fixed(int32(2+k*k)))
		s.Projects[p].Due, s.Projects[p].Weight = schedule.Known(int32(9-2*k)), int32(1+k%2)
	}
	s.Goals = []Goal{{Kind: Lateness}}
	none, some := mustSolve(t, s, Options{Nodes: -1}), mustSolve(t, s, Options{})
	if none.Proven || !some.Proven || some.Bound[0] != some.Value[0] || none.Bound[0] > some.Bound[0] {
		t.Errorf("without nodes %v (bound %v), with %v (bound %v)", none.Proven, none.Bound, some.Proven, some.Bound)
	}
	if few := mustSolve(t, s, Options{Nodes: 2}); few.Proven {
		t.Error("proven with two nodes")
	}
	s.Goals = []Goal{{Kind: Makespan}}
	if p := mustSolve(t, s, Options{Nodes: -1}); !p.Proven || p.Value[0] != 2+3+6+11 {
		t.Errorf("makespan %v, proven %v; want 22 and the bound met", p.Value, p.Proven)
	}
}
