package portfolio

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// queue is projects of the given days under one leader, due on day 0, so that lateness is the sum of their finishes.
func queue(days ...int32) *Spec {
	s := &Spec{Goals: []Goal{{Kind: Lateness}}}
	s.AddPool("leader", 1, 1)
	for k, d := range days {
		p := line(s, uint64(k+1), schedule.Fixed(d))
		s.Projects[p].Due = schedule.Known(0)
	}
	return s
}

// What each change gives, reckoned by hand: shortest first is best, 2 + 5 + 9 days.
func TestWhatIfByHand(t *testing.T) {
	for _, c := range []struct {
		what   string
		change Change
		want   int64
	}{
		{"nothing", func(*Spec) {}, 0},
		{"one more leader: 2, 3 and 2 + 4", OneMoreLeader(1), 16 - 11},
		{"two more", func(s *Spec) { OneMoreLeader(1)(s); OneMoreLeader(1)(s) }, 16 - 9},
		{"who is released on day 0 cannot start earlier", StartEarlier(0, 30), 0},
		{"a day less", func(s *Spec) { s.Activities[2].Duration = schedule.Fixed(1) }, 16 - (1 + 4 + 8)},
		{"nobody for ten days", func(s *Spec) { s.Leaders[0].Steps = []Step{{0, 0}, {10, 1}} }, -30},
	} {
		s := queue(4, 3, 2)
		p := mustSolve(t, s, Options{})
		if p.Value[0] != 16 || !p.Proven {
			t.Fatalf("value %v, proven %v; want 16", p.Value, p.Proven)
		}
		e, err := WhatIf(context.Background(), p, c.change)
		if err != nil || e.Gain[0] != c.want {
			t.Errorf("%s: gain %v, error %v; want %d", c.what, e.Gain, err, c.want)
		}
		if len(s.Leaders) != 1 || s.Leaders[0].Steps != nil || s.Activities[2].Duration.Likely() != 2 {
			t.Fatalf("%s: the Spec itself has changed", c.what)
		}
	}
}

// An earlier start is worth what the release costs, and no more than that; never before day 0.
func TestStartEarlier(t *testing.T) {
	for _, c := range []struct {
		days int32
		want int64
	}{{0, 0}, {4, 4}, {10, 10}, {25, 10}} {
		s := queue(5)
		s.Projects[0].Release = 10
		e, err := WhatIf(context.Background(), mustSolve(t, s, Options{}), StartEarlier(0, c.days))
		if err != nil || e.Gain[0] != c.want {
			t.Errorf("%d days earlier: gain %v, error %v; want %d", c.days, e.Gain, err, c.want)
		}
	}
}

// Every order of three projects gives the sum of its finishes; the best of them is the plan's.
func TestAnotherOrderByHand(t *testing.T) {
	p := mustSolve(t, queue(4, 3, 2), Options{})
	for _, c := range []struct {
		order []Project
		want  int64
	}{
		{[]Project{0, 1, 2}, 4 + 7 + 9}, {[]Project{0, 2, 1}, 4 + 6 + 9}, {[]Project{1, 0, 2}, 3 + 7 + 9},
		{[]Project{1, 2, 0}, 3 + 5 + 9}, {[]Project{2, 0, 1}, 2 + 6 + 9}, {[]Project{2, 1, 0}, 2 + 5 + 9},
	} {
		e, err := AnotherOrder(context.Background(), p, c.order)
		if err != nil || e.Plan.Value[0] != c.want || e.Gain[0] != p.Value[0]-c.want || (len(e.Moves) == 0) != (c.want == 16) {
			t.Errorf("%v: value %v, gain %v, moves %v, error %v; want %d", c.order, e.Plan.Value, e.Gain, e.Moves, err, c.want)
		}
	}
}

// An order that leaves one out, names one twice or one that does not exist is refused.
func TestAnotherOrderRefuses(t *testing.T) {
	p := mustSolve(t, queue(4, 3, 2), Options{})
	for _, order := range [][]Project{nil, {0, 1}, {0, 1, 1}, {0, 1, 3}, {0, 1, -1}, {0, 1, 2, 2}} {
		_, err := AnotherOrder(context.Background(), p, order)
		var invalid *InvalidError
		if !errors.As(err, &invalid) {
			t.Errorf("%v: error %v", order, err)
		}
	}
}

// A change that makes the Spec wrong is refused with the mistake.
func TestWhatIfOfAWrongSpec(t *testing.T) {
	p := mustSolve(t, queue(4), Options{})
	_, err := WhatIf(context.Background(), p, func(s *Spec) { s.Projects[0].Leader = 5 })
	var invalid *InvalidError
	if !errors.As(err, &invalid) || !slices.Equal(invalid.Mistakes, []string{"projects[0] (line): leader is 5; want 0 … 1"}) {
		t.Errorf("error %v", err)
	}
}

// A copy shares no slice of its own with what it was made from.
func TestCloneIsItsOwn(t *testing.T) {
	s := checkScene()
	s.AddClock(ClockSpec{Steps: []ClockStep{{0, 1, 0}}})
	s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 1)})
	s.AddCause(CauseSpec{Key: 1})
	s.Risks, s.Rounds, s.Goals = []RiskSpec{{Key: 2}}, []RoundSpec{{By: 3}}, []Goal{{Kind: Peak}}
	o := s.clone()
	o.Calendars[0].Name, o.Clocks[0].Name, o.Leaders[0].Name, o.Teams[0].Name = "x", "x", "x", "x"
	o.Projects[0].Name, o.Activities[0].Name, o.Links[0].Lag, o.Demands[0].Amount = "x", "x", 99, 0
	o.Choices[0].Name, o.Causes[0].Name, o.Risks[0].Name, o.Rounds[0].Name, o.Goals[0].Kind = "x", "x", "x", "x", Level
	if s.Calendars[0].Name == "x" || s.Clocks[0].Name == "x" || s.Leaders[0].Name == "x" || s.Teams[0].Name == "x" || s.Projects[0].Name == "x" ||
		s.Activities[0].Name == "x" || s.Links[0].Lag == 99 || s.Demands[0].Amount == 0 || s.Choices[0].Name == "x" || s.Causes[0].Name == "x" ||
		s.Risks[0].Name == "x" || s.Rounds[0].Name == "x" || s.Goals[0].Kind != Peak {
		t.Error("a slice is shared")
	}
}
