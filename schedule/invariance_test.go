package schedule

import (
	"context"
	"hash/fnv"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// simulate is Simulate for the property tests.
func simulate(t *rapid.T, s *Spec, runs int) *Result {
	n, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Simulate(context.Background(), n, Options{Runs: runs, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// neverEarlier fails if any run of any project finishes earlier in b than in a.
func neverEarlier(t *rapid.T, what string, s *Spec, a, b *Result) {
	for p := range Project(a.Finish.Projects()) {
		for run := range a.Runs {
			if x, y := a.Finish.At(p, run), b.Finish.At(p, run); y < x {
				t.Fatalf("%s: project %d, run %d: day %d becomes %d\n%s", what, p, run, x, y, describe(s))
			}
		}
	}
}

// Time that passes without news makes no run's finish earlier: what runs has taken longer, and what has
// not started cannot start before now.
func TestTimeWithoutNewsIsNoGoodNews(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		before := simulate(t, s, 260)
		s.Now += rapid.Int32Range(1, 40).Draw(t, "days pass")
		neverEarlier(t, "time passes", s, before, simulate(t, s, 260))
	})
}

// One more link makes no run's finish earlier.
func TestMoreLinksAreNeverEarlier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		if len(s.Links) == 0 {
			return
		}
		all := slices.Clone(s.Links)
		drop := rapid.IntRange(0, len(all)-1).Draw(t, "dropped")
		s.Links = slices.Delete(slices.Clone(all), drop, drop+1)
		without := simulate(t, s, 260)
		s.Links = all
		neverEarlier(t, "a link more", s, without, simulate(t, s, 260))
	})
}

// A later release makes no run's finish earlier.
func TestLaterReleaseIsNeverEarlier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		before := simulate(t, s, 260)
		a := rapid.IntRange(0, len(s.Activities)-1).Draw(t, "activity")
		r := &s.Activities[a].Release
		*r = Known(max(r.Value, s.Now) + rapid.Int32Range(0, 40).Draw(t, "later"))
		neverEarlier(t, "a later release", s, before, simulate(t, s, 260))
	})
}

// shift moves every day of a Spec.
func shift(s *Spec, by int32) *Spec {
	moved := &Spec{Now: s.Now + by, Projects: s.Projects, Links: s.Links}
	for _, a := range s.Activities {
		if a.Release.Known {
			a.Release.Value += by
		}
		a.Status.Start.Lo += by
		a.Status.Start.Hi += by
		a.Status.Finish.Lo += by
		a.Status.Finish.Hi += by
		moved.Activities = append(moved.Activities, a)
	}
	return moved
}

// No day is special: moving all days moves all results by as much and changes nothing else.
func TestShiftInTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		by := rapid.Int32Range(-5000, 5000).Draw(t, "shift")
		moved := shift(s, by)
		p, q := mustPlan(t, s), mustPlan(t, moved)
		for a := range s.Activities {
			if q.Start[a] != p.Start[a]+by || q.LateFinish[a] != p.LateFinish[a]+by || q.Slack(Activity(a)) != p.Slack(Activity(a)) {
				t.Fatalf("activity %d: %d … %d becomes %d … %d on a shift of %d", a, p.Start[a], p.LateFinish[a], q.Start[a], q.LateFinish[a], by)
			}
		}
		r, m := simulate(t, s, 100), simulate(t, moved, 100)
		for p := range Project(r.Finish.Projects()) {
			for run := range 100 {
				if m.Finish.At(p, run) != r.Finish.At(p, run)+by {
					t.Fatalf("project %d, run %d: %d becomes %d", p, run, r.Finish.At(p, run), m.Finish.At(p, run))
				}
			}
		}
		for a := range s.Activities {
			if r.Activities[a].Criticality != m.Activities[a].Criticality || r.Activities[a].Excess != m.Activities[a].Excess {
				t.Fatalf("activity %d: %+v becomes %+v", a, r.Activities[a], m.Activities[a])
			}
		}
	})
}

// Numbering is the caller's affair: a plan is the same whatever indices activities have.
func TestRenumbering(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		indices := make([]Activity, len(s.Activities))
		for a := range indices {
			indices[a] = Activity(a)
		}
		to := rapid.Permutation(indices).Draw(t, "numbers")
		other := &Spec{Now: s.Now, Activities: make([]ActivitySpec, len(to))}
		for a, b := range to {
			other.Activities[b] = s.Activities[a]
		}
		for _, p := range s.Projects {
			other.Projects = append(other.Projects, ProjectSpec{p.Key, to[p.Start], to[p.Milestone]})
		}
		for _, l := range s.Links {
			other.AddLink(to[l.From], to[l.To], l.Kind, l.Lag)
		}
		p, q := mustPlan(t, s), mustPlan(t, other)
		for a, b := range to {
			if p.Start[a] != q.Start[b] || p.Finish[a] != q.Finish[b] || p.LateStart[a] != q.LateStart[b] || p.LateFinish[a] != q.LateFinish[b] {
				t.Fatalf("activity %d, then %d: other dates\n%s", a, b, describe(s))
			}
		}
	})
}

// A project's results, of its activities too, do not depend on what stands beside it.
func TestSubsetOfProjects(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		all := simulate(t, s, 200)
		keep := Project(rapid.IntRange(0, len(s.Projects)-1).Draw(t, "kept"))
		alone := &Spec{Now: s.Now}
		number := map[Activity]Activity{}
		for a, spec := range s.Activities {
			if spec.Project == keep {
				spec.Project = 0
				number[Activity(a)] = alone.AddActivity(spec)
			}
		}
		for _, l := range s.Links {
			if s.Activities[l.From].Project == keep {
				alone.AddLink(number[l.From], number[l.To], l.Kind, l.Lag)
			}
		}
		p := s.Projects[keep]
		alone.Projects = []ProjectSpec{{p.Key, number[p.Start], number[p.Milestone]}}
		one := simulate(t, alone, 200)
		equalDays(t, "finish", one.Finish.Append(nil, 0), all.Finish.Append(nil, keep))
		if one.Projects[0] != all.Projects[keep] {
			t.Fatalf("%+v, among others %+v", one.Projects[0], all.Projects[keep])
		}
		for a, b := range number {
			if one.Activities[b] != all.Activities[a] {
				t.Fatalf("activity %d: %+v, among others %+v", a, one.Activities[b], all.Activities[a])
			}
		}
	})
}

// A Network is only read: plans and simulations beside each other and one after another agree.
func TestNetworkIsNotChanged(t *testing.T) {
	n := mustCompile(t, programme(6))
	plan, result := n.Plan(), mustSimulate(t, n, Options{Runs: 400, Seed: 1})
	results := make(chan *Result)
	for range 4 {
		go func() {
			n.PlanAt(0.8)
			r, _ := Simulate(context.Background(), n, Options{Runs: 400, Seed: 1})
			results <- r
		}()
	}
	for range 4 {
		if r := <-results; !reflect.DeepEqual(r, result) {
			t.Error("a simulation beside others gives another result")
		}
	}
	equalDays(t, "finish", n.Plan().Finish, plan.Finish)
}

// The bytes of a result are a promise: a frozen forecast must be found again by a later version. If this
// fails, the random numbers, their use or the rounding of durations have changed.
func TestResultIsPinned(t *testing.T) {
	s := programme(8)
	s.Now = 40
	s.Activities[0].Status = Finished(Between(0, 10), On(30))
	s.Activities[1].Status = Started(Between(31, 39))
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 1000, Seed: 2021})
	h := fnv.New64a()
	for p := range Project(8) {
		for _, day := range r.Finish.Append(nil, p) {
			h.Write([]byte{byte(day), byte(day >> 8)})
		}
	}
	if got, want := h.Sum64(), uint64(0x6072955ebdae3df6); got != want {
		t.Errorf("hash of the samples is %#x, want %#x", got, want)
	}
}
