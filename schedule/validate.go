package schedule

import (
	"fmt"
	"math"
)

// checker gathers mistakes.
type checker struct {
	spec     *Spec
	mistakes []Mistake
}

// validate returns every mistake of s that can be seen without following links.
func validate(s *Spec) error {
	c := &checker{spec: s}
	if !dayOK(s.Now) {
		c.add(Mistake{Code: BadDay, Project: NoProject, Activity: NoActivity, Link: -1,
			Found: fmt.Sprintf("now is day %d", s.Now), Want: wantDay})
	}
	c.projects()
	for i := range s.Activities {
		c.activity(Activity(i), &s.Activities[i])
	}
	for i, l := range s.Links {
		c.link(i, l)
	}
	c.chances()
	if c.mistakes != nil {
		return &InvalidError{c.mistakes}
	}
	return nil
}

var wantDay = fmt.Sprintf("want a day within ±%d", MaxDay)

func dayOK(d int32) bool { return -MaxDay <= d && d <= MaxDay }

func (c *checker) add(m Mistake) { c.mistakes = append(c.mistakes, m) }

func (c *checker) atProject(p Project, code Code, found, want string) {
	c.add(Mistake{Code: code, Project: p, Activity: NoActivity, Link: -1, Found: found, Want: want})
}

func (c *checker) atActivity(a Activity, code Code, found, want string) {
	c.add(Mistake{Code: code, Project: c.spec.Activities[a].Project, Activity: a, Link: -1, Found: found, Want: want})
}

func (c *checker) projects() {
	first := make(map[uint64]Project, len(c.spec.Projects))
	size := make([]int, len(c.spec.Projects))
	for _, a := range c.spec.Activities {
		if a.Project >= 0 && int(a.Project) < len(size) {
			size[a.Project]++
		}
	}
	for i, p := range c.spec.Projects {
		at := Project(i)
		if other, taken := first[p.Key]; taken {
			c.atProject(at, DuplicateKey, fmt.Sprintf("key %d is project %d's", p.Key, other), "want a key of its own")
		} else {
			first[p.Key] = at
		}
		c.end(at, "start", p.Start)
		c.end(at, "milestone", p.Milestone)
		if size[i] > MaxActivities {
			c.atProject(at, TooLarge, fmt.Sprintf("%d activities", size[i]), fmt.Sprintf("want at most %d", MaxActivities))
		}
	}
}

func (c *checker) end(p Project, what string, a Activity) {
	want := "want one of the project's own activities"
	switch {
	case a < 0 || int(a) >= len(c.spec.Activities):
		c.atProject(p, NoSuchActivity, fmt.Sprintf("%s is activity %d of %d", what, a, len(c.spec.Activities)), want)
	case c.hasProject(a) && c.spec.Activities[a].Project != p:
		c.atProject(p, OtherProject, fmt.Sprintf("%s is activity %d of project %d", what, a, c.spec.Activities[a].Project), want)
	}
}

// hasProject tells whether a names a project that exists; if not, that is the one mistake to name.
func (c *checker) hasProject(a Activity) bool {
	p := c.spec.Activities[a].Project
	return p >= 0 && int(p) < len(c.spec.Projects)
}

func (c *checker) activity(at Activity, a *ActivitySpec) {
	if !c.hasProject(at) {
		c.atActivity(at, NoSuchProject, fmt.Sprintf("project %d of %d", a.Project, len(c.spec.Projects)), "want the index of a project")
	}
	st := a.Status
	if a.Duration.IsZero() {
		if st.State == NotStarted || st.State == Running && !st.Remaining.Known {
			c.atActivity(at, MissingDuration, "its duration is unknown", "want a distribution, or known remaining days")
		}
	} else if code, want := a.Duration.check(); code != "" {
		c.atActivity(at, code, a.Duration.String(), want)
	}
	if a.Release.Known && !dayOK(a.Release.Value) {
		c.atActivity(at, BadDay, fmt.Sprintf("released on day %d", a.Release.Value), wantDay)
	}
	c.status(at, st)
	c.loads(at, a)
}

func (c *checker) status(at Activity, st Status) {
	if st.State > Done {
		c.atActivity(at, BadStatus, fmt.Sprintf("state %d", st.State), "want NotStarted, Running or Done")
		return
	}
	if st.Remaining.Known {
		r := st.Remaining.Value
		switch {
		case st.State != Running:
			c.atActivity(at, BadStatus, "remaining days although it is not running", "want them on a running activity only")
		case r < 0:
			c.atActivity(at, NegativeDuration, fmt.Sprintf("%d days remaining", r), "want 0 days or more")
		case r > MaxDuration:
			c.atActivity(at, BadDuration, fmt.Sprintf("%d days remaining", r), fmt.Sprintf("want at most %d", MaxDuration))
		}
	}
	if st.State != NotStarted {
		c.span(at, "started", st.Start)
	}
	if st.State == Done {
		c.span(at, "finished", st.Finish)
		if st.Finish.Lo < st.Start.Lo || st.Finish.Hi < st.Start.Hi {
			c.atActivity(at, BadStatus, fmt.Sprintf("finished %d … %d, started %d … %d",
				st.Finish.Lo, st.Finish.Hi, st.Start.Lo, st.Start.Hi), "want the finish after the start")
		}
	}
}

func (c *checker) span(at Activity, what string, s Span) {
	switch {
	case !dayOK(s.Lo) || !dayOK(s.Hi):
		c.atActivity(at, BadDay, fmt.Sprintf("%s %d … %d", what, s.Lo, s.Hi), wantDay)
	case s.Lo > s.Hi:
		c.atActivity(at, BadStatus, fmt.Sprintf("%s %d … %d", what, s.Lo, s.Hi), "want the earlier day first")
	case s.Lo > c.spec.Now:
		c.atActivity(at, BadStatus, fmt.Sprintf("%s on day %d", what, s.Lo), fmt.Sprintf("want no later than now, day %d", c.spec.Now))
	}
}

func (c *checker) link(i int, l Link) {
	bad := func(code Code, found, want string) {
		c.add(Mistake{Code: code, Project: NoProject, Activity: NoActivity, Link: i, Found: found, Want: want})
	}
	n := len(c.spec.Activities)
	outside := false
	for _, a := range [2]Activity{l.From, l.To} {
		if a < 0 || int(a) >= n {
			bad(NoSuchActivity, fmt.Sprintf("activity %d of %d", a, n), "want the index of an activity")
			outside = true
		}
	}
	if !outside && c.hasProject(l.From) && c.hasProject(l.To) {
		if from, to := c.spec.Activities[l.From].Project, c.spec.Activities[l.To].Project; from != to {
			bad(OtherProject, fmt.Sprintf("from project %d to project %d", from, to), "want both ends in one project")
		}
	}
	if l.Kind > FinishFinish {
		bad(BadLink, fmt.Sprintf("kind %d", l.Kind), "want FinishStart, StartStart or FinishFinish")
	}
	if math.Abs(float64(l.Lag)) > MaxDuration {
		bad(BadLink, fmt.Sprintf("lag %d", l.Lag), fmt.Sprintf("want a lag within ±%d", MaxDuration))
	}
}
