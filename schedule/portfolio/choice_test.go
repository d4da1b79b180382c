package portfolio

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// The way that makes the project shortest is taken where the plan may choose, the likeliest where chance does, and the decided one always.
func TestChoices(t *testing.T) {
	for _, c := range []struct {
		choice ChoiceSpec
		want   int64
	}{
		{ChoiceSpec{Ways: []WaySpec{{Name: "rebuild"}, {Name: "let"}}}, 5},
		{ChoiceSpec{Ways: []WaySpec{{Name: "rebuild", Probability: 0.7}, {Name: "let", Probability: 0.3}}}, 9},
		{ChoiceSpec{Ways: []WaySpec{{Name: "rebuild"}, {Name: "let"}}, Decided: schedule.Known(0)}, 9},
	} {
		s := &Spec{Goals: []Goal{{Kind: Makespan}}}
		ch := s.AddChoice(c.choice)
		p := s.AddProject(ProjectSpec{Unled: true})
		a := s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(2)})
		for way, days := range []int32{6, 2} {
			x := s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(days), Choice: ch, Way: int32(way)})
			s.AddLink(a, x, schedule.FinishStart, 0)
			s.AddLink(x, 3, schedule.FinishStart, 0)
		}
		s.Projects[p].Milestone = s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(1)})
		if got := mustSolve(t, s, Options{}); got.Value[0] != c.want {
			t.Errorf("%v: makespan %d, want %d", c.choice, got.Value[0], c.want)
		}
	}
}

// The way that is taken at first, and whether the plan may take another.
func TestFirstWays(t *testing.T) {
	for _, c := range []struct {
		what string
		ch   ChoiceSpec
		way  int32
		open bool
		luck bool
	}{
		{"open", ChoiceSpec{Ways: make([]WaySpec, 2)}, 0, true, false},
		{"only one", ChoiceSpec{Ways: make([]WaySpec, 1)}, 0, false, false},
		{"decided", ChoiceSpec{Ways: make([]WaySpec, 3), Decided: schedule.Known(2)}, 2, false, false},
		{"by chance", ChoiceSpec{Ways: []WaySpec{{"", 0.2}, {"", 0.5}, {"", 0.3}}}, 1, false, true},
		{"by chance, equal", ChoiceSpec{Ways: []WaySpec{{"", 0.5}, {"", 0.5}}}, 0, false, true},
		{"by chance, until decided", ChoiceSpec{Ways: []WaySpec{{"", 0.2}, {"", 0.8}}, Decided: schedule.Known(0)}, 0, false, false},
	} {
		p := mustCompile(t, &Spec{Choices: []ChoiceSpec{c.ch}})
		way, open := p.firstWays()
		if way[0] != c.way || (len(open) == 1) != c.open || c.ch.random() != c.luck {
			t.Errorf("%s: way %d, open %v, by chance %v", c.what, way[0], open, c.ch.random())
		}
	}
}

// A number from 0 to 1 takes the way in whose share it lies; what rounding leaves over goes to the last that can be.
func TestWayOfANumber(t *testing.T) {
	ch := &ChoiceSpec{Ways: []WaySpec{{"", 0.25}, {"", 0}, {"", 0.75}, {"", 0}}}
	for u, want := range map[float64]int32{0: 0, 0.2499: 0, 0.25: 2, 0.9999: 2, 1: 2} {
		if got := ch.at(u); got != want {
			t.Errorf("%g: way %d, want %d", u, got, want)
		}
	}
}

// Two choices that only pay together are both taken: each shortens one of two branches.
func TestChoicesTogether(t *testing.T) {
	s := &Spec{Goals: []Goal{{Kind: Makespan}}}
	p := s.AddProject(ProjectSpec{Unled: true})
	for k := range 2 {
		ch := s.AddChoice(ChoiceSpec{Key: uint64(k), Ways: make([]WaySpec, 2)})
		for way, d := range []int32{9, 4} {
			s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(d), Choice: ch, Way: int32(way)})
		}
	}
	m := s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(1)})
	for a := range m {
		s.AddLink(a, m, schedule.FinishStart, 0)
	}
	s.Projects[p].Milestone = m
	x := mustSolve(t, s, Options{})
	if x.Value[0] != 5 || !slices.Equal(x.Way, []int32{1, 1}) || x.Start[0] != Absent || x.Start[1] != 0 || x.Bound[0] > 5 {
		t.Errorf("makespan %v, ways %v, starts %v, bound %v", x.Value, x.Way, x.Start, x.Bound)
	}
}
