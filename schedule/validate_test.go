package schedule

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sound returns a Spec without a mistake: project 0 with activities 0 → 1, project 1 with activity 2.
func sound() *Spec {
	s := chain(Fixed(5), Triangular(1, 2, 3))
	s.Now = 100
	p := s.AddProject(2)
	a := s.AddActivity(ActivitySpec{Project: p, Duration: LogNormal(5, 9)})
	s.SetEnds(p, a, a)
	return s
}

// mistake is a change to a sound Spec, and what must be said about it.
type mistake struct {
	name     string
	make     func(*Spec)
	code     Code
	project  Project
	activity Activity
	link     int
	says     string
}

const (
	none   = NoActivity
	noLink = -1
)

var mistakesOfProjects = []mistake{
	{"now out of range", func(s *Spec) { s.Now = MaxDay + 1 }, BadDay, NoProject, none, noLink, "spec: day: now is day 16777217"},
	{"key used twice", func(s *Spec) { s.Projects[1].Key = 1 }, DuplicateKey, 1, none, noLink, "key 1 is project 0's"},
	{"no milestone", func(s *Spec) { s.Projects[0].Milestone = NoActivity }, NoSuchActivity, 0, none, noLink, "milestone is activity -1 of 3"},
	{"start out of range", func(s *Spec) { s.Projects[0].Start = 3 }, NoSuchActivity, 0, none, noLink, "start is activity 3 of 3"},
	{"milestone of another", func(s *Spec) { s.Projects[0].Milestone = 2 }, OtherProject, 0, none, noLink, "milestone is activity 2 of project 1"},
}

var mistakesOfActivities = []mistake{
	{"project out of range", func(s *Spec) { s.Activities[1].Project = 2 }, NoSuchProject, 2, 1, noLink, "project 2 of 2"},
	{"project negative", func(s *Spec) { s.Activities[1].Project = -1 }, NoSuchProject, -1, 1, noLink, "project -1 of 2"},
	{"no duration", func(s *Spec) { s.Activities[0].Duration = Distribution{} }, MissingDuration, 0, 0, noLink, "its duration is unknown"},
	{"no duration, running", func(s *Spec) {
		s.Activities[0] = ActivitySpec{Status: Started(On(90))}
	}, MissingDuration, 0, 0, noLink, "its duration is unknown"},
	{"fixed negative", func(s *Spec) { s.Activities[2].Duration = Fixed(-1) }, NegativeDuration, 1, 2, noLink, "fixed(-1)"},
	{"triangular negative", func(s *Spec) { s.Activities[2].Duration = Triangular(-1, 2, 3) }, NegativeDuration, 1, 2, noLink, "want 0 days or more"},
	{"log-normal negative", func(s *Spec) { s.Activities[2].Duration = LogNormal(-5, 3) }, NegativeDuration, 1, 2, noLink, "want 0 days or more"},
	{"triangular in disorder", func(s *Spec) { s.Activities[2].Duration = Triangular(3, 2, 4) }, BadDuration, 1, 2, noLink, "min ≤ likely ≤ max"},
	{"triangular not a number", func(s *Spec) { s.Activities[2].Duration = Triangular(0, math.NaN(), 4) }, BadDuration, 1, 2, noLink, "min ≤ likely ≤ max"},
	{"triangular infinite", func(s *Spec) { s.Activities[2].Duration = Triangular(0, 1, math.Inf(1)) }, BadDuration, 1, 2, noLink, "want at most 32768"},
	{"log-normal median 0", func(s *Spec) { s.Activities[2].Duration = LogNormal(0, 3) }, BadDuration, 1, 2, noLink, "0 < median ≤ p90"},
	{"log-normal p90 below", func(s *Spec) { s.Activities[2].Duration = LogNormal(5, 3) }, BadDuration, 1, 2, noLink, "0 < median ≤ p90"},
	{"log-normal not a number", func(s *Spec) { s.Activities[2].Duration = LogNormal(math.NaN(), 3) }, BadDuration, 1, 2, noLink, "0 < median ≤ p90"},
	{"log-normal too long", func(s *Spec) { s.Activities[2].Duration = LogNormal(5, 1e6) }, BadDuration, 1, 2, noLink, "want at most 32768"},
	{"fixed too long", func(s *Spec) { s.Activities[2].Duration = Fixed(MaxDuration + 1) }, BadDuration, 1, 2, noLink, "want at most 32768"},
	{"release out of range", func(s *Spec) { s.Activities[2].Release = Known(-MaxDay - 1) }, BadDay, 1, 2, noLink, "released on day -16777217"},
	{"no such state", func(s *Spec) { s.Activities[2].Status.State = 3 }, BadStatus, 1, 2, noLink, "state 3"},
	{"remaining of unstarted", func(s *Spec) { s.Activities[2].Status.Remaining = Known(3) }, BadStatus, 1, 2, noLink, "not running"},
	{"remaining of done", func(s *Spec) {
		s.Activities[2].Status = Status{State: Done, Remaining: Known(3)}
	}, BadStatus, 1, 2, noLink, "not running"},
	{"remaining negative", func(s *Spec) { s.Activities[2].Status = StartedWithRemaining(On(9), -1) }, NegativeDuration, 1, 2, noLink, "-1 days remaining"},
	{"remaining too long", func(s *Spec) { s.Activities[2].Status = StartedWithRemaining(On(9), 1e6) }, BadDuration, 1, 2, noLink, "1000000 days remaining"},
	{"started in the future", func(s *Spec) { s.Activities[2].Status = Started(On(101)) }, BadStatus, 1, 2, noLink, "want no later than now, day 100"},
	{"start in disorder", func(s *Spec) { s.Activities[2].Status = Started(Between(9, 8)) }, BadStatus, 1, 2, noLink, "earlier day first"},
	{"start out of range", func(s *Spec) { s.Activities[2].Status = Started(On(-MaxDay - 1)) }, BadDay, 1, 2, noLink, "started -16777217"},
	{"finished in the future", func(s *Spec) { s.Activities[2].Status = Finished(On(9), On(101)) }, BadStatus, 1, 2, noLink, "finished on day 101"},
	{"finished before it started", func(s *Spec) { s.Activities[2].Status = Finished(On(9), On(8)) }, BadStatus, 1, 2, noLink, "want the finish after the start"},
}

var mistakesOfLinks = []mistake{
	{"link from nowhere", func(s *Spec) { s.AddLink(-1, 0, FinishStart, 0) }, NoSuchActivity, NoProject, none, 1, "link 1: no-such-activity: activity -1 of 3"},
	{"link to nowhere", func(s *Spec) { s.AddLink(0, 3, FinishStart, 0) }, NoSuchActivity, NoProject, none, 1, "activity 3 of 3"},
	{"link between projects", func(s *Spec) { s.AddLink(0, 2, FinishStart, 0) }, OtherProject, NoProject, none, 1, "from project 0 to project 1"},
	{"link of no kind", func(s *Spec) { s.Links[0].Kind = 3 }, BadLink, NoProject, none, 0, "kind 3"},
	{"lag too long", func(s *Spec) { s.Links[0].Lag = -MaxDuration - 1 }, BadLink, NoProject, none, 0, "lag -32769"},
}

// Each mistake is found, and said to be where it is.
func TestMistakes(t *testing.T) {
	for _, c := range slices.Concat(mistakesOfProjects, mistakesOfActivities, mistakesOfLinks) {
		t.Run(c.name, func(t *testing.T) {
			s := sound()
			c.make(s)
			_, err := Compile(s)
			var invalid *InvalidError
			if !errors.As(err, &invalid) {
				t.Fatalf("error %v, want an *InvalidError", err)
			}
			if len(invalid.Mistakes) != 1 {
				t.Fatalf("%d mistakes, want 1:\n%v", len(invalid.Mistakes), err)
			}
			m := invalid.Mistakes[0]
			if m.Code != c.code || m.Project != c.project || m.Activity != c.activity || m.Link != c.link {
				t.Errorf("mistake %+v", m)
			}
			if !strings.Contains(err.Error(), c.says) {
				t.Errorf("message %q does not say %q", err, c.says)
			}
		})
	}
}

// A sound Spec, and the unusual but sound, are accepted.
func TestSoundSpecs(t *testing.T) {
	for name, change := range map[string]func(*Spec){
		"as it is":                          func(*Spec) {},
		"done without a duration":           func(s *Spec) { s.Activities[0] = ActivitySpec{Status: Finished(On(1), On(1))} },
		"remaining without a duration":      func(s *Spec) { s.Activities[0] = ActivitySpec{Status: StartedWithRemaining(On(1), 0)} },
		"started today":                     func(s *Spec) { s.Activities[0].Status = Started(On(100)) },
		"a month that today is in":          func(s *Spec) { s.Activities[0].Status = Started(Between(90, 112)) },
		"started and finished in one month": func(s *Spec) { s.Activities[0].Status = Finished(Between(70, 90), Between(70, 90)) },
		"a link twice":                      func(s *Spec) { s.AddLink(0, 1, StartStart, 3) },
	} {
		s := sound()
		change(s)
		if _, err := Compile(s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Compile(&Spec{}); err != nil {
		t.Errorf("empty: %v", err)
	}
}

// One mistake does not hide another.
func TestAllMistakesAreNamed(t *testing.T) {
	s := sound()
	s.Projects[1].Key = 1
	s.Activities[0].Duration = Fixed(-2)
	s.Activities[2].Duration = Triangular(3, 2, 1)
	s.Activities[2].Status = Started(On(500))
	s.AddLink(7, 9, 5, 1e6)
	_, err := Compile(s)
	var invalid *InvalidError
	if !errors.As(err, &invalid) {
		t.Fatal(err)
	}
	var codes []Code
	for _, m := range invalid.Mistakes {
		codes = append(codes, m.Code)
	}
	want := []Code{DuplicateKey, NegativeDuration, BadDuration, BadStatus, NoSuchActivity, NoSuchActivity, BadLink, BadLink}
	if len(codes) != len(want) {
		t.Fatalf("%v, want %v", codes, want)
	}
	for i := range want {
		if codes[i] != want[i] {
			t.Fatalf("%v, want %v", codes, want)
		}
	}
	if got := strings.Count(err.Error(), "\n"); got != len(want)-1 {
		t.Errorf("%d lines", got+1)
	}
}

// More activities than one project may have.
func TestTooLargeProject(t *testing.T) {
	var s Spec
	p := s.AddProject(1)
	for range MaxActivities + 1 {
		s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(1)})
	}
	s.SetEnds(p, 0, 0)
	_, err := Compile(&s)
	var invalid *InvalidError
	if !errors.As(err, &invalid) || invalid.Mistakes[0].Code != TooLarge {
		t.Errorf("error %v, want too-large", err)
	}
}

// The generator of the property tests makes sound Specs only, and Compile leaves them as they are.
func TestGeneratedSpecsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		before := describe(s)
		if _, err := Compile(s); err != nil {
			t.Fatal(err)
		}
		if describe(s) != before {
			t.Fatal("Compile changed the Spec")
		}
	})
}

// Whatever stands in a Spec, Compile answers with a Network or a typed error and never fails otherwise.
func FuzzCompile(f *testing.F) {
	f.Add(int32(0), int32(0), int32(1), uint8(0), int32(0), 1.0, 2.0, uint8(0), int32(0), int32(0))
	f.Add(int32(5), int32(1), int32(0), uint8(2), int32(-9), math.NaN(), 2.0, uint8(1), int32(3), int32(9))
	f.Add(int32(math.MaxInt32), int32(-1), int32(7), uint8(9), int32(math.MinInt32), -1.0, math.Inf(1), uint8(2), int32(math.MinInt32), int32(math.MaxInt32))
	f.Fuzz(func(t *testing.T, now, from, to int32, kind uint8, lag int32, x, y float64, state uint8, lo, hi int32) {
		s := chain(LogNormal(x, y), Triangular(x, y, y+x), Fixed(3))
		s.Now = now
		s.AddLink(Activity(from), Activity(to), LinkKind(kind), lag)
		s.Activities[1].Status = Status{State: State(state), Start: Between(lo, hi), Finish: Between(lo, hi)}
		n, err := Compile(s)
		var invalid *InvalidError
		var cycle *CycleError
		if err != nil {
			if !errors.As(err, &invalid) && !errors.As(err, &cycle) {
				t.Fatalf("error of type %T", err)
			}
			return
		}
		p := n.Plan()
		for a := range s.Activities {
			if p.Finish[a] < p.Start[a] || p.Slack(Activity(a)) < 0 {
				t.Fatalf("activity %d: %d … %d, slack %d", a, p.Start[a], p.Finish[a], p.Slack(Activity(a)))
			}
		}
	})
}
