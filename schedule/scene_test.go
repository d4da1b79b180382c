package schedule

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func mustCompile(t testing.TB, s *Spec) *Network {
	t.Helper()
	n, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func mustSimulate(t testing.TB, n *Network, opt Options) *Result {
	t.Helper()
	r, err := Simulate(context.Background(), n, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// chain returns one project of activities in series, the last of which is the milestone.
func chain(durations ...Distribution) *Spec {
	var s Spec
	p := s.AddProject(1)
	for i, d := range durations {
		a := s.AddActivity(ActivitySpec{Project: p, Duration: d})
		if i > 0 {
			s.AddLink(a-1, a, FinishStart, 0)
		}
	}
	s.SetEnds(p, 0, Activity(len(durations)-1))
	return &s
}

// merge returns one project whose milestone, of no duration, waits for all the given activities.
func merge(durations ...Distribution) *Spec {
	var s Spec
	p := s.AddProject(1)
	end := Activity(len(durations))
	for _, d := range durations {
		a := s.AddActivity(ActivitySpec{Project: p, Duration: d})
		s.AddLink(a, end, FinishStart, 0)
	}
	s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(0)})
	s.SetEnds(p, 0, end)
	return &s
}

// anyDistribution draws a valid distribution of modest length.
func anyDistribution() *rapid.Generator[Distribution] {
	return rapid.Custom(func(t *rapid.T) Distribution {
		switch rapid.IntRange(0, 2).Draw(t, "shape") {
		case 0:
			return Fixed(rapid.Int32Range(0, 40).Draw(t, "days"))
		case 1:
			lo := rapid.Float64Range(0, 50).Draw(t, "min")
			likely := lo + rapid.Float64Range(0, 40).Draw(t, "to likely")
			return Triangular(lo, likely, likely+rapid.Float64Range(0, 60).Draw(t, "to max"))
		}
		median := rapid.Float64Range(0.5, 120).Draw(t, "median")
		return LogNormal(median, median*rapid.Float64Range(1, 3).Draw(t, "p90 factor"))
	})
}

// anySpec draws a valid Spec. With history, activities may have started or finished, also against their
// links, as happens in real life.
func anySpec(history bool) *rapid.Generator[*Spec] {
	return rapid.Custom(func(t *rapid.T) *Spec {
		s := &Spec{}
		if history {
			s.Now = rapid.Int32Range(-20, 60).Draw(t, "now")
		}
		for p := range rapid.IntRange(1, 3).Draw(t, "projects") {
			anyProject(t, s, uint64(p*7+1), history)
		}
		return s
	})
}

func anyProject(t *rapid.T, s *Spec, key uint64, history bool) {
	p := s.AddProject(key)
	size := rapid.IntRange(1, 7).Draw(t, "activities")
	var own []Activity
	for range size {
		a := ActivitySpec{Project: p, Duration: anyDistribution().Draw(t, "duration")}
		if rapid.IntRange(0, 3).Draw(t, "released") == 0 {
			a.Release = Known(rapid.Int32Range(-20, 80).Draw(t, "release"))
		}
		if history {
			a.Status = anyStatus(s.Now).Draw(t, "status")
		}
		own = append(own, s.AddActivity(a))
	}
	// Links go forward in a drawn order that is not that of the indices.
	rank := rapid.Permutation(own).Draw(t, "order")
	for i := range rank {
		for j := i + 1; j < len(rank); j++ {
			if rapid.IntRange(0, 2).Draw(t, "linked") == 0 {
				kind := LinkKind(rapid.IntRange(0, 2).Draw(t, "kind"))
				s.AddLink(rank[i], rank[j], kind, rapid.Int32Range(-5, 8).Draw(t, "lag"))
			}
		}
	}
	s.SetEnds(p, rank[0], rapid.SampledFrom(own).Draw(t, "milestone"))
}

func anyStatus(now int32) *rapid.Generator[Status] {
	return rapid.Custom(func(t *rapid.T) Status {
		lo := now - rapid.Int32Range(0, 60).Draw(t, "started ago")
		hi := lo + rapid.Int32Range(0, 10).Draw(t, "start known to")
		switch rapid.IntRange(0, 4).Draw(t, "state") {
		case 0:
			return Started(Between(lo, hi))
		case 1:
			return StartedWithRemaining(Between(lo, hi), rapid.Int32Range(0, 30).Draw(t, "remaining"))
		case 2:
			f := min(lo+rapid.Int32Range(0, 40).Draw(t, "took"), now)
			return Finished(Between(lo, hi), Between(f, max(f, hi)+rapid.Int32Range(0, 5).Draw(t, "finish known to")))
		}
		return Status{}
	})
}

// byHand computes starts and finishes from the Spec by plain recursion over every path, with nothing of
// the network's layout: the slow answer that the fast one must equal.
type byHand struct {
	spec     *Spec
	duration []int32
}

func (h byHand) start(a Activity) int32 {
	sp := h.spec.Activities[a]
	if sp.Status.State != NotStarted {
		return sp.Status.Start.clip(h.spec.Now).Middle()
	}
	day := h.spec.Now
	if sp.Release.Known && sp.Release.Value > day {
		day = sp.Release.Value
	}
	for _, l := range h.spec.Links {
		if l.To != a {
			continue
		}
		switch l.Kind {
		case FinishStart:
			day = max(day, h.finish(l.From)+l.Lag)
		case StartStart:
			day = max(day, h.start(l.From)+l.Lag)
		}
	}
	return day
}

func (h byHand) finish(a Activity) int32 {
	st := h.spec.Activities[a].Status
	if st.State == Done {
		return max(st.Finish.clip(h.spec.Now).Middle(), h.start(a))
	}
	day := h.start(a) + h.duration[a]
	for _, l := range h.spec.Links {
		if l.To == a && l.Kind == FinishFinish {
			day = max(day, h.finish(l.From)+l.Lag)
		}
	}
	return day
}

// equalDays fails unless got equals want, naming the first difference.
func equalDays(t interface {
	Helper()
	Fatalf(string, ...any)
}, what string, got, want []int32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%s[%d] = %d, want %d (all: %v, want %v)", what, i, got[i], want[i], got, want)
		}
	}
}

// near fails unless got lies within tolerance of want.
func near(t testing.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if !(got >= want-tolerance && got <= want+tolerance) {
		t.Errorf("%s = %.6g, want %.6g ± %g", what, got, want, tolerance)
	}
}

func describe(s *Spec) string {
	return fmt.Sprintf("now %d\nactivities %+v\nlinks %+v\nprojects %+v", s.Now, s.Activities, s.Links, s.Projects)
}
