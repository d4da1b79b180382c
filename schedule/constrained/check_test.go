package constrained

import (
	"testing"

	"github.com/etablera/etablera/schedule"
)

// Every rule that a schedule can break is found, by its name.
func TestCheckFindsEachRule(t *testing.T) {
	base := func() *Spec {
		s := &Spec{}
		p := s.AddProject(ProjectSpec{Name: "P"})
		a := s.AddActivity(ActivitySpec{Name: "a", Project: p, Duration: 3})
		b := s.AddActivity(ActivitySpec{Name: "b", Project: p, Duration: 2})
		s.AddLink(a, b, schedule.FinishStart, 1)
		r := s.AddResource("crew", 2)
		s.AddDemand(a, r, 2)
		s.AddDemand(b, r, 1)
		return s
	}
	cases := []struct {
		name  string
		edit  func(*Spec)
		start []int32
		rule  string
	}{
		{"kept", nil, []int32{0, 4}, ""},
		{"length", nil, []int32{0}, "length"},
		{"before day 0", nil, []int32{-1, 4}, "start"},
		{"link", nil, []int32{0, 3}, "link"},
		{"release", func(s *Spec) { s.Activities[0].Release = 1 }, []int32{0, 4}, "release"},
		{"pinned", func(s *Spec) { s.Activities[1].Pinned = schedule.Known(5) }, []int32{0, 4}, "pinned"},
		{"deadline", func(s *Spec) { s.Activities[1].Deadline = schedule.Known(5) }, []int32{0, 4}, "deadline"},
		{"start-start", func(s *Spec) { s.Links[0] = Link{0, 1, schedule.StartStart, 5} }, []int32{0, 4}, "link"},
		{"finish-finish", func(s *Spec) { s.Links[0] = Link{0, 1, schedule.FinishFinish, 4} }, []int32{0, 4}, "link"},
		{"overlap", func(s *Spec) { s.Links = nil }, []int32{0, 2}, "resource"},
		{"back to back", func(s *Spec) { s.Links = nil }, []int32{0, 3}, ""},
		{"step down", func(s *Spec) { s.Resources[0].Steps = []Step{{5, 0}} }, []int32{0, 4}, "resource"},
		{"step down after", func(s *Spec) { s.Resources[0].Steps = []Step{{6, 0}} }, []int32{0, 4}, ""},
		{"hold on idle days", func(s *Spec) {
			s.AddHold(0, 0, 1)
			s.Demands = s.Demands[1:]
			s.Resources[0].Steps = []Step{{3, 0}, {4, 2}}
		},
			[]int32{0, 4}, "resource"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := base()
			if c.edit != nil {
				c.edit(s)
			}
			v := Check(s, c.start)
			if c.rule == "" && len(v) > 0 {
				t.Fatalf("found %v in a schedule that keeps every rule", v)
			}
			if c.rule != "" && (len(v) == 0 || v[0].Rule != c.rule) {
				t.Fatalf("found %v, want rule %s", v, c.rule)
			}
		})
	}
}
