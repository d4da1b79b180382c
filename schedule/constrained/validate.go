package constrained

import (
	"fmt"

	"github.com/etablera/etablera/schedule"
)

// reviewer gathers mistakes. After maxMistakes it stops, so that a hostile input cannot fill the memory.
type reviewer struct {
	s        *Spec
	mistakes []string
}

const maxMistakes = 100

func (v *reviewer) addf(format string, args ...any) {
	if len(v.mistakes) < maxMistakes {
		v.mistakes = append(v.mistakes, fmt.Sprintf(format, args...))
	}
}

// name says which activity it is, by its number where it has no name.
func (s *Spec) name(a Activity) string {
	if n := s.Activities[a].Name; n != "" {
		return fmt.Sprintf("activity %d (%s)", a, n)
	}
	return fmt.Sprintf("activity %d", a)
}

func within(x, lo, hi int32) bool { return lo <= x && x <= hi }

func review(s *Spec) error {
	v := &reviewer{s: s}
	if len(s.Activities) > MaxActivities {
		v.addf("%d activities: at most %d", len(s.Activities), MaxActivities)
		return &InvalidError{v.mistakes}
	}
	v.resources()
	v.activities()
	v.links()
	v.demands()
	v.horizon()
	if len(v.mistakes) > 0 {
		return &InvalidError{v.mistakes}
	}
	return nil
}

func (v *reviewer) resources() {
	for r, res := range v.s.Resources {
		if !within(res.Capacity, 0, MaxCapacity) {
			v.addf("resource %d (%s): capacity %d: use 0 to %d", r, res.Name, res.Capacity, MaxCapacity)
		}
		last := int32(-1)
		for _, step := range res.Steps {
			if !within(step.Capacity, 0, MaxCapacity) {
				v.addf("resource %d (%s): capacity %d from day %d: use 0 to %d", r, res.Name, step.Capacity, step.From, MaxCapacity)
			}
			if step.From <= last || step.From > MaxHorizon {
				v.addf("resource %d (%s): a step on day %d: days must rise, from 0 to %d", r, res.Name, step.From, MaxHorizon)
			}
			last = step.From
		}
	}
}

func (v *reviewer) activities() {
	for i := range v.s.Activities {
		a := &v.s.Activities[i]
		name := v.s.name(Activity(i))
		if !within(int32(a.Project), None, int32(len(v.s.Projects))-1) {
			v.addf("%s: project %d: there are %d", name, a.Project, len(v.s.Projects))
		}
		if !within(a.Duration, 0, schedule.MaxDuration) {
			v.addf("%s: duration %d: use 0 to %d days", name, a.Duration, schedule.MaxDuration)
		}
		if !within(a.Release, 0, MaxHorizon) {
			v.addf("%s: release day %d: use 0 to %d", name, a.Release, MaxHorizon)
		}
		if a.Pinned.Known && !within(a.Pinned.Value, 0, MaxHorizon) {
			v.addf("%s: pinned to day %d: use 0 to %d", name, a.Pinned.Value, MaxHorizon)
		}
		if a.Pinned.Known && a.Pinned.Value < a.Release {
			v.addf("%s: pinned to day %d, before its release day %d", name, a.Pinned.Value, a.Release)
		}
		if a.Weight < 0 {
			v.addf("%s: weight %d: use 0 or more", name, a.Weight)
		}
	}
	for p, project := range v.s.Projects {
		if project.Weight < 0 {
			v.addf("project %d (%s): weight %d: use 0 or more", p, project.Name, project.Weight)
		}
	}
}

func (v *reviewer) links() {
	n := int32(len(v.s.Activities))
	for i, l := range v.s.Links {
		if !within(int32(l.From), 0, n-1) || !within(int32(l.To), 0, n-1) {
			v.addf("link %d: from %d to %d: activities are 0 to %d", i, l.From, l.To, n-1)
		}
		if l.Kind > schedule.FinishFinish {
			v.addf("link %d: unknown kind %d", i, l.Kind)
		}
		if !within(l.Lag, -schedule.MaxDuration, schedule.MaxDuration) {
			v.addf("link %d: lag %d: use −%d to %[3]d days", i, l.Lag, schedule.MaxDuration)
		}
	}
}

func (v *reviewer) demands() {
	n, k, p := int32(len(v.s.Activities)), int32(len(v.s.Resources)), int32(len(v.s.Projects))
	most := make([]int32, k)
	for r := range most {
		most[r] = v.s.Resources[r].Capacity
		for _, step := range v.s.Resources[r].Steps {
			most[r] = max(most[r], step.Capacity)
		}
	}
	type pair struct {
		activity Activity
		resource Resource
	}
	sum := make(map[pair]int64, len(v.s.Demands))
	for i, d := range v.s.Demands {
		at := pair{d.Activity, d.Resource}
		switch {
		case !within(int32(d.Activity), 0, n-1) || !within(int32(d.Resource), 0, k-1):
			v.addf("demand %d: activity %d on resource %d: there are %d activities and %d resources", i, d.Activity, d.Resource, n, k)
		case d.Amount < 0:
			v.addf("demand %d: %s: amount %d: use 0 or more", i, v.s.name(d.Activity), d.Amount)
		default:
			if sum[at] += int64(d.Amount); sum[at] > int64(most[d.Resource]) && v.s.Activities[d.Activity].Duration > 0 {
				v.addf("demand %d: %s needs %d of resource %d (%s), which never has more than %d", i, v.s.name(d.Activity),
					sum[at], d.Resource, v.s.Resources[d.Resource].Name, most[d.Resource])
			}
		}
	}
	for i, h := range v.s.Holds {
		switch {
		case !within(int32(h.Project), 0, p-1) || !within(int32(h.Resource), 0, k-1):
			v.addf("hold %d: project %d on resource %d: there are %d projects and %d resources", i, h.Project, h.Resource, p, k)
		case !within(h.Amount, 0, most[h.Resource]):
			v.addf("hold %d: amount %d of resource %d (%s): use 0 to %d", i, h.Amount, h.Resource, v.s.Resources[h.Resource].Name, most[h.Resource])
		}
	}
}

func (v *reviewer) horizon() {
	if h := horizon(v.s); h > MaxHorizon {
		v.addf("the schedule may end as late as day %d: at most %d", h, MaxHorizon)
	}
}

// horizon returns a day before which some schedule ends if any exists: after the last day that the Spec
// names, one activity at a time.
func horizon(s *Spec) int64 {
	var last, sum int64
	for i := range s.Activities {
		a := &s.Activities[i]
		last = max(last, int64(a.Release))
		if a.Pinned.Known {
			last = max(last, int64(a.Pinned.Value)+int64(a.Duration))
		}
		sum += int64(a.Duration)
	}
	for _, r := range s.Resources {
		for _, step := range r.Steps {
			last = max(last, int64(step.From))
		}
	}
	for _, l := range s.Links {
		sum += int64(max(l.Lag, 0))
		if l.Kind == schedule.FinishFinish && int(l.From) < len(s.Activities) && l.From >= 0 {
			sum += int64(max(0, s.Activities[l.From].Duration))
		}
	}
	return last + sum
}
