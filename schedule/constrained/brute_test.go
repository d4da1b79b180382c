package constrained

import (
	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// drawSpec draws a small problem; the flags say which rules it may hold.
func drawSpec(t *rapid.T, dated, stepped, pinned, held bool) *Spec {
	s := &Spec{}
	n := rapid.IntRange(1, 4).Draw(t, "n")
	projects := rapid.IntRange(1, 2).Draw(t, "projects")
	for range projects {
		p := ProjectSpec{Name: "p"}
		if dated && rapid.Bool().Draw(t, "due?") {
			p.Due, p.Weight = schedule.Known(rapid.Int32Range(0, 8).Draw(t, "due")), rapid.Int32Range(0, 3).Draw(t, "weight")
		}
		s.AddProject(p)
	}
	for range rapid.IntRange(0, 2).Draw(t, "resources") {
		r := s.AddResource("r", rapid.Int32Range(1, 3).Draw(t, "capacity"))
		if stepped && rapid.Bool().Draw(t, "step?") {
			from := rapid.Int32Range(0, 4).Draw(t, "from")
			s.Resources[r].Steps = []Step{{from, rapid.Int32Range(0, 3).Draw(t, "low")}, {from + 2, s.Resources[r].Capacity}}
		}
	}
	for i := range n {
		a := ActivitySpec{Project: Project(rapid.IntRange(-1, projects-1).Draw(t, "project")), Duration: rapid.Int32Range(0, 3).Draw(t, "duration"),
			Release: rapid.Int32Range(0, 2).Draw(t, "release")}
		if pinned && rapid.IntRange(0, 4).Draw(t, "pin?") == 0 {
			a.Pinned = schedule.Known(a.Release + rapid.Int32Range(0, 3).Draw(t, "pin"))
		}
		if pinned && rapid.IntRange(0, 4).Draw(t, "deadline?") == 0 {
			a.Deadline = schedule.Known(rapid.Int32Range(1, 9).Draw(t, "deadline"))
		}
		j := s.AddActivity(a)
		for k := range i {
			if rapid.IntRange(0, 2).Draw(t, "link?") == 0 {
				s.AddLink(Activity(k), j, schedule.LinkKind(rapid.IntRange(0, 2).Draw(t, "kind")), rapid.Int32Range(-1, 1).Draw(t, "lag"))
			}
		}
		for r := range s.Resources {
			if amount := rapid.Int32Range(0, s.Resources[r].Capacity).Draw(t, "amount"); amount > 0 {
				s.AddDemand(j, Resource(r), amount)
			}
		}
	}
	if held && len(s.Resources) > 0 {
		leader := s.AddResource("leader", 1)
		for p := range s.Projects {
			s.AddHold(Project(p), leader, 1)
		}
	}
	return s
}

// brute tries every start day up to the horizon and returns the best score.
func brute(s *Spec, p *Problem, most int32) (Score, bool) {
	start := make([]int32, len(s.Activities))
	best, found := worst, false
	var walk func(i int)
	walk = func(i int) {
		if i == len(start) {
			if len(Check(s, start)) == 0 {
				if v := p.Value(start); v.Less(best) {
					best, found = v, true
				}
			}
			return
		}
		for d := int32(0); d <= most; d++ {
			start[i] = d
			ok := true
			for _, l := range s.Links {
				if (int(l.To) == i && int(l.From) < i) && start[i] < start[l.From]+waitOf(s, l) {
					ok = false
				}
			}
			if ok && (p.dated || d+s.Activities[i].Duration < best.Makespan) {
				walk(i + 1)
			}
		}
		start[i] = 0
	}
	walk(0)
	return best, found
}
