package constrained

import (
	"errors"
	"strings"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// Each mistake is named with its place.
func TestCompileNamesMistakes(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Spec)
		want string
	}{
		{"duration", func(s *Spec) { s.Activities[0].Duration = -1 }, "activity 0 (a): duration -1"},
		{"release", func(s *Spec) { s.Activities[1].Release = -2 }, "activity 1 (b): release day -2"},
		{"pin", func(s *Spec) { s.Activities[0].Release, s.Activities[0].Pinned = 5, schedule.Known(4) }, "pinned to day 4, before its release day 5"},
		{"project", func(s *Spec) { s.Activities[0].Project = 9 }, "activity 0 (a): project 9"},
		{"link", func(s *Spec) { s.AddLink(0, 7, schedule.FinishStart, 0) }, "link 0: from 0 to 7"},
		{"kind", func(s *Spec) { s.AddLink(0, 1, 9, 0) }, "unknown kind 9"},
		{"lag", func(s *Spec) { s.AddLink(0, 1, schedule.StartStart, 1<<20) }, "lag 1048576"},
		{"demand", func(s *Spec) { s.AddDemand(0, 0, 3) }, "needs 3 of resource 0 (crew), which never has more than 2"},
		{"demands together", func(s *Spec) { s.AddDemand(0, 0, 2); s.AddDemand(0, 0, 1) }, "demand 1: activity 0 (a) needs 3"},
		{"no such resource", func(s *Spec) { s.AddDemand(0, 4, 1) }, "demand 0: activity 0 on resource 4"},
		{"hold", func(s *Spec) { s.AddHold(0, 0, 3) }, "hold 0: amount 3"},
		{"steps", func(s *Spec) { s.Resources[0].Steps = []Step{{4, 1}, {4, 2}} }, "days must rise"},
		{"capacity", func(s *Spec) { s.Resources[0].Capacity = 1 << 16 }, "capacity 65536"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &Spec{}
			p := s.AddProject(ProjectSpec{Name: "P"})
			s.AddActivity(ActivitySpec{Name: "a", Project: p, Duration: 3})
			s.AddActivity(ActivitySpec{Name: "b", Project: p, Duration: 3})
			s.AddResource("crew", 2)
			c.edit(s)
			var invalid *InvalidError
			if _, err := Compile(s); !errors.As(err, &invalid) || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("%v, want %q", err, c.want)
			}
		})
	}
}

// Activities that wait for one another are named in the order in which they do.
func TestCompileNamesCycle(t *testing.T) {
	s := &Spec{}
	for range 4 {
		s.AddActivity(ActivitySpec{Project: None, Duration: 1})
	}
	s.AddLink(0, 1, schedule.FinishStart, 0)
	s.AddLink(1, 2, schedule.FinishStart, 0)
	s.AddLink(2, 1, schedule.StartStart, 0)
	var cycle *CycleError
	if _, err := Compile(s); !errors.As(err, &cycle) || len(cycle.Cycle) != 2 {
		t.Fatal(err)
	}
}
