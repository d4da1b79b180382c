package schedule

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

type days = []int32

// planCase is a network with the dates that were worked out by hand.
type planCase struct {
	name                                 string
	spec                                 *Spec
	start, finish, lateStart, lateFinish days
}

var plansAhead = []planCase{
	{"series", chain(Fixed(3), Fixed(4), Fixed(5)), days{0, 3, 7}, days{3, 7, 12}, days{0, 3, 7}, days{3, 7, 12}},
	{"merge", merge(Fixed(3), Fixed(8)), days{0, 0, 8}, days{3, 8, 8}, days{5, 0, 8}, days{8, 8, 8}},
	{"lag", with(chain(Fixed(3), Fixed(4)), func(s *Spec) { s.Links[0].Lag = 2 }), days{0, 5}, days{3, 9}, days{0, 5}, days{3, 9}},
	{"overlap", with(chain(Fixed(3), Fixed(4)), func(s *Spec) { s.Links[0].Lag = -2 }), days{0, 1}, days{3, 5}, days{0, 1}, days{3, 5}},
	{"overlap never before now", with(chain(Fixed(3), Fixed(4)), func(s *Spec) { s.Links[0].Lag = -9 }), days{0, 0}, days{3, 4}, days{1, 0}, days{4, 4}},
	{"start-start", with(chain(Fixed(9), Fixed(4)), func(s *Spec) { s.Links[0] = Link{0, 1, StartStart, 2} }),
		days{0, 2}, days{9, 6}, days{0, 2}, days{9, 6}},
	{"finish-finish stretches", with(chain(Fixed(9), Fixed(4)), func(s *Spec) { s.Links[0] = Link{0, 1, FinishFinish, 2} }),
		days{0, 0}, days{9, 11}, days{0, 7}, days{9, 11}},
	{"release", with(chain(Fixed(3), Fixed(4)), func(s *Spec) { s.Activities[1].Release = Known(10) }),
		days{0, 10}, days{3, 14}, days{7, 10}, days{10, 14}},
	{"release in the past", with(chain(Fixed(3)), func(s *Spec) { s.Now = 20; s.Activities[0].Release = Known(10) }),
		days{20}, days{23}, days{20}, days{23}},
	{"after the milestone", with(chain(Fixed(3), Fixed(4), Fixed(5)), func(s *Spec) { s.SetEnds(0, 0, 1) }),
		days{0, 3, 7}, days{3, 7, 12}, days{0, 3, 7}, days{3, 7, 12}},
	{"beside the milestone", with(merge(Fixed(3), Fixed(8)), func(s *Spec) { s.SetEnds(0, 0, 0) }),
		days{0, 0, 8}, days{3, 8, 8}, days{0, 0, 8}, days{3, 8, 8}},
}

var plansUnderWay = []planCase{
	{"running", with(chain(Fixed(10), Fixed(4)), func(s *Spec) { s.Now = 6; s.Activities[0].Status = Started(On(2)) }),
		days{2, 12}, days{12, 16}, days{2, 12}, days{12, 16}},
	{"running beyond its duration", with(chain(Fixed(10), Fixed(4)), func(s *Spec) { s.Now = 60; s.Activities[0].Status = Started(On(2)) }),
		days{2, 61}, days{61, 65}, days{2, 61}, days{61, 65}},
	{"remaining known", with(chain(Fixed(10), Fixed(4)), func(s *Spec) { s.Now = 60; s.Activities[0].Status = StartedWithRemaining(On(2), 5) }),
		days{2, 65}, days{65, 69}, days{2, 65}, days{65, 69}},
	{"nothing remaining", with(chain(Fixed(10), Fixed(4)), func(s *Spec) { s.Now = 60; s.Activities[0].Status = StartedWithRemaining(On(2), 0) }),
		days{2, 60}, days{60, 64}, days{2, 60}, days{60, 64}},
	{"start known to a month", with(chain(Fixed(30)), func(s *Spec) { s.Now = 25; s.Activities[0].Status = Started(Between(0, 21)) }),
		days{10}, days{40}, days{10}, days{40}},
	{"done", with(chain(Fixed(10), Fixed(4)), func(s *Spec) { s.Now = 60; s.Activities[0].Status = Finished(On(2), On(7)) }),
		days{2, 60}, days{7, 64}, days{2, 60}, days{7, 64}},
	{"done, with a lag that still runs", with(chain(Fixed(10), Fixed(4)), func(s *Spec) {
		s.Now = 60
		s.Activities[0].Status = Finished(On(2), On(55))
		s.Links[0].Lag = 30
	}), days{2, 85}, days{55, 89}, days{2, 85}, days{55, 89}},
	{"done against its link", with(chain(Fixed(10), Fixed(4)), func(s *Spec) { s.Now = 60; s.Activities[1].Status = Finished(On(2), On(7)) }),
		days{60, 2}, days{70, 7}, days{60, 2}, days{70, 7}},
	{"running against its link, held at its finish", with(chain(Fixed(10), Fixed(4)), func(s *Spec) {
		s.Now = 60
		s.Activities[1].Status = StartedWithRemaining(On(50), 3)
		s.Links[0].Kind = FinishFinish
	}), days{60, 50}, days{70, 70}, days{60, 50}, days{70, 70}},
	{"start and finish known to one month", with(chain(Fixed(1)), func(s *Spec) {
		s.Now = 60
		s.Activities[0].Status = Finished(Between(30, 50), Between(30, 50))
	}), days{40}, days{40}, days{40}, days{40}},
}

// Small networks whose dates can be worked out by hand.
func TestPlanByHand(t *testing.T) {
	for _, c := range slices.Concat(plansAhead, plansUnderWay) {
		t.Run(c.name, func(t *testing.T) {
			p := mustCompile(t, c.spec).Plan()
			equalDays(t, "start", p.Start, c.start)
			equalDays(t, "finish", p.Finish, c.finish)
			equalDays(t, "late start", p.LateStart, c.lateStart)
			equalDays(t, "late finish", p.LateFinish, c.lateFinish)
		})
	}
}

func with(s *Spec, change func(*Spec)) *Spec {
	change(s)
	return s
}

// Each kind of plan rests on the durations that it says.
func TestPlanDurations(t *testing.T) {
	s := chain(Triangular(10, 20, 60), LogNormal(40, 80), Fixed(5))
	n := mustCompile(t, s)
	equalDays(t, "likely", n.Plan().Duration, []int32{20, 40, 5})
	equalDays(t, "P90", n.PlanAt(0.9).Duration, []int32{Triangular(10, 20, 60).Quantile(0.9), 80, 5})
	equalDays(t, "given", n.PlanWith([]int32{7, 8, -9}).Duration, []int32{7, 8, 0})
	if got := n.PlanAt(0.9).MilestoneFinish(0); got != Triangular(10, 20, 60).Quantile(0.9)+85 {
		t.Errorf("P90 plan finishes on %d", got)
	}

	s.Now = 50
	s.Activities[0].Status = Started(On(0))
	n = mustCompile(t, s)
	equalDays(t, "likely given 50", n.Plan().Duration, []int32{Triangular(10, 20, 60).QuantileBeyond(0.5, 50), 40, 5})
	equalDays(t, "P90 given 50", n.PlanAt(0.9).Duration, []int32{Triangular(10, 20, 60).QuantileBeyond(0.9, 50), 80, 5})
	equalDays(t, "given, but 50 have passed", n.PlanWith([]int32{7, 8, 9}).Duration, []int32{51, 8, 9})
}

// Earliest never lies after latest, and history has no slack.
func TestEarliestBeforeLatest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		p := mustPlan(t, s)
		for a, spec := range s.Activities {
			if p.LateStart[a] < p.Start[a] || p.LateFinish[a] < p.Finish[a] {
				t.Fatalf("activity %d: %d … %d, latest %d … %d\n%s", a, p.Start[a], p.Finish[a], p.LateStart[a], p.LateFinish[a], describe(s))
			}
			if spec.Status.State == Done && p.Slack(Activity(a)) != 0 {
				t.Fatalf("activity %d is done and has slack %d", a, p.Slack(Activity(a)))
			}
		}
	})
}

// lateFinish and lateStart are the backward pass by plain recursion, end being the last finish of the
// activity's project.
func (h byHand) lateFinish(a Activity, end int32) int32 {
	sp := h.spec.Activities[a]
	if sp.Status.State == Done {
		return h.finish(a)
	}
	day := end
	if h.spec.Projects[sp.Project].Milestone == a {
		day = h.finish(a)
	}
	for _, l := range h.spec.Links {
		to := h.spec.Activities[l.To].Status.State
		switch {
		case l.From != a:
		case l.Kind == FinishStart && to == NotStarted:
			day = min(day, h.lateStart(l.To, end)-l.Lag)
		case l.Kind == FinishFinish && to != Done:
			day = min(day, h.lateFinish(l.To, end)-l.Lag)
		}
	}
	return day
}

func (h byHand) lateStart(a Activity, end int32) int32 {
	if h.spec.Activities[a].Status.State != NotStarted {
		return h.start(a)
	}
	day := min(end, h.lateFinish(a, end)-h.duration[a])
	for _, l := range h.spec.Links {
		if l.From == a && l.Kind == StartStart && h.spec.Activities[l.To].Status.State == NotStarted {
			day = min(day, h.lateStart(l.To, end)-l.Lag)
		}
	}
	return day
}

// The backward pass equals plain recursion.
func TestBackwardEqualsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(rapid.Bool().Draw(t, "history")).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		p := n.Plan()
		ends := testEnds(n, p)
		slow := byHand{s, p.Duration}
		for a := range s.Activities {
			end := ends[2*s.Activities[a].Project+1]
			if got, want := p.LateFinish[a], slow.lateFinish(Activity(a), end); got != want {
				t.Fatalf("late finish of %d: %d, by hand %d\n%s", a, got, want, describe(s))
			}
			if got, want := p.LateStart[a], slow.lateStart(Activity(a), end); got != want {
				t.Fatalf("late start of %d: %d, by hand %d\n%s", a, got, want, describe(s))
			}
		}
	})
}

// testEnds returns what late dates are measured against: the milestones, and the last finish of each project.
func testEnds(n *Network, p *Plan) []int32 {
	var days []int32
	for project := range n.ends {
		last := n.now
		for i := n.first[project]; i < n.first[project+1]; i++ {
			last = max(last, p.Finish[n.act[i]])
		}
		days = append(days, p.MilestoneFinish(Project(project)), last)
	}
	return days
}

// A late start is exactly the last that does no harm: holding the activity back until then changes
// neither milestone nor last finish, and one day more changes one of them.
func TestLateStartIsTight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		a := Activity(rapid.IntRange(0, len(s.Activities)-1).Draw(t, "activity"))
		if s.Activities[a].Status.State != NotStarted {
			return
		}
		p := n.Plan()
		want := testEnds(n, p)
		hold := func(day int32) []int32 {
			s.Activities[a].Release = Known(day)
			held, err := Compile(s)
			if err != nil {
				t.Fatal(err)
			}
			return testEnds(held, held.Plan())
		}
		equalDays(t, "ends at the late start", hold(p.LateStart[a]), want)
		later := hold(p.LateStart[a] + 1)
		for i := range want {
			if later[i] != want[i] {
				return
			}
		}
		t.Fatalf("activity %d may start after its late start %d\n%s", a, p.LateStart[a], describe(s))
	})
}

// More duration never makes any start or finish earlier.
func TestMonotoneInDurations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		durations := make([]int32, len(s.Activities))
		longer := make([]int32, len(s.Activities))
		for a := range durations {
			durations[a] = rapid.Int32Range(0, 80).Draw(t, "duration")
			longer[a] = durations[a] + rapid.Int32Range(0, 3).Draw(t, "more")
		}
		p, q := n.PlanWith(durations), n.PlanWith(longer)
		for a := range durations {
			if q.Start[a] < p.Start[a] || q.Finish[a] < p.Finish[a] {
				t.Fatalf("activity %d: %d … %d becomes %d … %d\n%s", a, p.Start[a], p.Finish[a], q.Start[a], q.Finish[a], describe(s))
			}
		}
	})
}

// The same with a higher quantile.
func TestMonotoneInQuantile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		x := rapid.Float64Range(0.01, 0.99).Draw(t, "p")
		y := rapid.Float64Range(x, 0.99).Draw(t, "higher")
		p, q := n.PlanAt(x), n.PlanAt(y)
		for a := range s.Activities {
			if q.Finish[a] < p.Finish[a] {
				t.Fatalf("activity %d finishes on %d at %g, on %d at %g", a, p.Finish[a], x, q.Finish[a], y)
			}
		}
	})
}

// What is done stays as it was, whatever the plan rests on.
func TestDoneIsUntouched(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		p := n.PlanAt(rapid.Float64Range(0, 1).Draw(t, "p"))
		for a, spec := range s.Activities {
			st := spec.Status
			if st.State == NotStarted {
				continue
			}
			start := st.Start.clip(s.Now).Middle()
			if p.Start[a] != start || p.LateStart[a] != start {
				t.Fatalf("activity %d started on %d, planned on %d", a, start, p.Start[a])
			}
			if st.State == Done {
				if f := max(start, st.Finish.clip(s.Now).Middle()); p.Finish[a] != f || p.LateFinish[a] != f {
					t.Fatalf("activity %d finished on %d, planned on %d", a, f, p.Finish[a])
				}
			}
		}
	})
}

// A plan is what the caller may keep and change: two plans share nothing.
func TestPlansAreIndependent(t *testing.T) {
	n := mustCompile(t, chain(Fixed(1), Fixed(2)))
	a, b := n.Plan(), n.Plan()
	for i := range a.Start {
		a.Start[i], a.Finish[i], a.LateStart[i], a.LateFinish[i], a.Duration[i] = 9, 9, 9, 9, 9
	}
	equalDays(t, "start", b.Start, []int32{0, 1})
	equalDays(t, "finish", b.Finish, []int32{1, 3})
	equalDays(t, "duration", b.Duration, []int32{1, 2})
}
