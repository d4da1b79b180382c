package constrained

import (
	"context"
	"fmt"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// With one leader projects follow one another, whatever lies idle within them; with two they run side by side.
func TestLeaderIsHeldFromStartToEnd(t *testing.T) {
	for leaders, want := range map[int32]int32{1: 14, 2: 7} {
		s := &Spec{}
		leader := s.AddResource("leader", leaders)
		for k := range 2 {
			p := s.AddProject(ProjectSpec{Name: fmt.Sprint(k)})
			a := s.AddActivity(ActivitySpec{Project: p, Duration: 1})
			b := s.AddActivity(ActivitySpec{Project: p, Duration: 1})
			s.AddLink(a, b, schedule.FinishStart, 5)
			s.AddHold(p, leader, 1)
		}
		p, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Solve(context.Background(), p, Options{Seed: 1, Schedules: 100})
		if err != nil || r.Score.Makespan != want || len(Check(s, r.Start)) > 0 {
			t.Fatalf("%d leaders: %+v, %v, want %d", leaders, r, err, want)
		}
	}
}

// A pinned start stays, and what cannot go before it is refused.
func TestPinnedStays(t *testing.T) {
	s := &Spec{}
	a := s.AddActivity(ActivitySpec{Project: None, Duration: 3})
	b := s.AddActivity(ActivitySpec{Project: None, Duration: 1, Pinned: schedule.Known(4)})
	s.AddLink(a, b, schedule.FinishStart, 0)
	p, _ := Compile(s)
	r, err := Solve(context.Background(), p, Options{Seed: 1})
	if err != nil || r.Start[b] != 4 || !r.Proven {
		t.Fatalf("%+v, %v", r, err)
	}
	s.Activities[a].Release = 2
	p, _ = Compile(s)
	if _, err := Solve(context.Background(), p, Options{Seed: 1}); err == nil {
		t.Fatal("a pin that cannot be kept was accepted")
	}
}
