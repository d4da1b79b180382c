package constrained

import (
	"fmt"
	"sort"

	"github.com/etablera/etablera/schedule"
)

// Violation is one rule that a schedule breaks.
type Violation struct {
	Rule     string // "length", "start", "release", "pinned", "deadline", "link" or "resource"
	Activity Activity
	Link     int
	Resource Resource
	Day      int32
	Text     string
}

func (v Violation) String() string { return v.Text }

// Check holds start days against every rule of a Spec and returns what they break. It knows nothing of how
// they were found and shares no code with what finds them: it reads the Spec alone, event by event.
// O((activities + demands) log).
func Check(s *Spec, start []int32) []Violation {
	if len(start) != len(s.Activities) {
		return []Violation{{Rule: "length", Activity: None, Link: -1, Resource: None,
			Text: fmt.Sprintf("%d start days for %d activities", len(start), len(s.Activities))}}
	}
	var out []Violation
	for i, a := range s.Activities {
		bad := func(rule, format string, args ...any) {
			out = append(out, Violation{Rule: rule, Activity: Activity(i), Link: -1, Resource: None, Day: start[i],
				Text: fmt.Sprintf("activity %d (%s) starts on day %d: ", i, a.Name, start[i]) + fmt.Sprintf(format, args...)})
		}
		if start[i] < 0 {
			bad("start", "days begin at 0")
		}
		if start[i] < a.Release {
			bad("release", "released on day %d", a.Release)
		}
		if a.Pinned.Known && start[i] != a.Pinned.Value {
			bad("pinned", "pinned to day %d", a.Pinned.Value)
		}
		if a.Deadline.Known && start[i]+a.Duration > a.Deadline.Value {
			bad("deadline", "finishes on day %d, deadline %d", start[i]+a.Duration, a.Deadline.Value)
		}
	}
	for i, l := range s.Links {
		before, after := start[l.From]+s.Activities[l.From].Duration, start[l.To]
		switch l.Kind {
		case schedule.StartStart:
			before = start[l.From]
		case schedule.FinishFinish:
			after += s.Activities[l.To].Duration
		}
		if after < before+l.Lag {
			out = append(out, Violation{Rule: "link", Activity: l.To, Link: i, Resource: None, Day: start[l.To],
				Text: fmt.Sprintf("link %d: activity %d (%s) comes on day %d, the link asks for %d", i, l.To, s.Activities[l.To].Name, after, before+l.Lag)})
		}
	}
	for r := range s.Resources {
		if v, ok := checkResource(s, Resource(r), start); !ok {
			out = append(out, v)
		}
	}
	return out
}

// change is what a resource gains or loses on a day: more in use, or another capacity.
type change struct{ day, use, capacity int32 }

// checkResource finds the first day on which more is used than there is.
func checkResource(s *Spec, r Resource, start []int32) (Violation, bool) {
	changes := usage(s, r, start)
	last := s.Resources[r].Capacity
	for _, step := range s.Resources[r].Steps {
		changes = append(changes, change{step.From, 0, step.Capacity - last})
		last = step.Capacity
	}
	sort.Slice(changes, func(a, b int) bool { return changes[a].day < changes[b].day })
	used, capacity := int32(0), s.Resources[r].Capacity
	for i, c := range changes {
		used += c.use
		capacity += c.capacity
		if settled := i+1 == len(changes) || changes[i+1].day > c.day; settled && used > capacity && used > 0 {
			return Violation{Rule: "resource", Activity: None, Link: -1, Resource: r, Day: c.day,
				Text: fmt.Sprintf("resource %d (%s): %d used on day %d, there are %d", r, s.Resources[r].Name, used, c.day, capacity)}, false
		}
	}
	return Violation{}, true
}

func usage(s *Spec, r Resource, start []int32) []change {
	var out []change
	for _, d := range s.Demands {
		if length := s.Activities[d.Activity].Duration; d.Resource == r && length > 0 {
			out = append(out, change{start[d.Activity], d.Amount, 0}, change{start[d.Activity] + length, -d.Amount, 0})
		}
	}
	for _, h := range s.Holds {
		if h.Resource != r {
			continue
		}
		first, last := int32(1<<30), int32(-1<<30)
		for i, a := range s.Activities {
			if a.Project == h.Project {
				first, last = min(first, start[i]), max(last, start[i]+a.Duration)
			}
		}
		if first < last {
			out = append(out, change{first, h.Amount, 0}, change{last, -h.Amount, 0})
		}
	}
	return out
}
