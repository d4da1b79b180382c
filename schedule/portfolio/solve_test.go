package portfolio

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// Whatever the Spec, a plan keeps every rule, its values are those of its days, and no bound lies above it.
func TestPlansKeepEveryRule(t *testing.T) {
	some(t, 100, 30, func(t *rapid.T) {
		b := func(what string) bool { return rapid.Bool().Draw(t, what) }
		s := drawSpec(t, wishes{b("teams"), b("history"), b("pins"), b("maxima"), b("level"), false, b("handover"), b("choices")})
		c, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Solve(context.Background(), c, Options{Schedules: 40, Nodes: 300})
		var none *InfeasibleError
		if errors.As(err, &none) {
			t.Skip(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		if v := Check(s, p.Schedule); len(v) > 0 {
			t.Fatal(v)
		}
		for i, g := range c.goals {
			if p.Value[i] != c.value(p.Schedule, g) || p.Gap(i) < 0 {
				t.Fatalf("goal %v: value %d, bound %d", g, p.Value[i], p.Bound[i])
			}
		}
	})
}

// The rules that cannot be broken by waiting are never broken: without pins, deadlines, greatest lags and hand-overs there is
// always a plan.
func TestThereIsAlwaysAPlan(t *testing.T) {
	some(t, 100, 30, func(t *rapid.T) {
		s := drawSpec(t, wishes{teams: true, history: true, choices: true})
		if _, err := Solve(context.Background(), mustCompileRapid(t, s), Options{Schedules: 10, Nodes: -1}); err != nil {
			t.Fatal(err)
		}
	})
}

func mustCompileRapid(t *rapid.T, s *Spec) *Portfolio {
	c, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// drawLines draws few short projects that only leaders hold back.
func drawLines(t *rapid.T) *Spec {
	n := func(lo, hi int, what string) int32 { return int32(rapid.IntRange(lo, hi).Draw(t, what)) }
	s := &Spec{Goals: []Goal{{Kind: Lateness}, {Kind: Makespan}}}
	if n(0, 1, "goals") == 0 {
		s.Goals = []Goal{{Kind: OpenBy, Day: n(3, 12, "day")}, {Kind: Lateness}}
	}
	s.AddCalendar(NewCalendar("week", 14, week))
	for range n(1, 2, "leaders") {
		l := LeaderSpec{Most: n(1, 2, "most")}
		if n(0, 2, "away") == 0 {
			l.Steps = []Step{{n(2, 4, "away"), n(0, 1, "left")}, {n(5, 8, "back"), 1}}
		}
		s.AddLeader(l)
	}
	for k := range n(1, 3, "projects") {
		p := line(s, uint64(k+1), fixed(n(1, 4, "days"), n(0, 2, "days"))...)
		s.Projects[p].Release, s.Projects[p].Due, s.Projects[p].Weight = n(0, 3, "release"), schedule.Known(n(1, 9, "due")), n(1, 3, "weight")
		if n(0, 3, "leader") == 0 {
			s.Projects[p].Leaders = []Leader{1}
		}
		s.Activities[s.Projects[p].Milestone-1].Calendar = Calendar(n(0, 1, "calendar"))
	}
	return s
}

// brute tries every leader and every start day of every project, judged by Check alone.
func brute(s *Spec, c *Portfolio, horizon int32) []int64 {
	var best []int64
	x := &Schedule{make([]int32, len(s.Activities)), make([]int32, len(s.Activities)), make([]Leader, len(s.Projects)), nil}
	var place func(p Project)
	place = func(p Project) {
		if int(p) == len(s.Projects) {
			if len(Check(s, x)) > 0 {
				return
			}
			var v []int64
			for _, g := range c.goals {
				v = append(v, c.value(x, g))
			}
			if best == nil || slices.Compare(v, best) < 0 {
				best = v
			}
			return
		}
		for l := range s.Leaders {
			for day := range horizon {
				x.Leader[p] = Leader(l + 1)
				first := s.Projects[p].Milestone - 1
				for a := first; a <= first+1; a++ {
					// Working days one by one: on a day off nothing starts.
					start := day
					if a > first {
						start = x.Finish[a-1]
					}
					finish, left := start, s.Activities[a].Duration.Likely()
					for ; left > 0; finish++ {
						if s.Activities[a].Calendar == 0 || week(finish) {
							left--
						}
					}
					x.Start[a], x.Finish[a] = start, finish
				}
				place(p + 1)
			}
		}
	}
	place(0)
	return best
}

// Where a plan is called proven, no leader and no day of any project would have been better.
func TestProvenPlansAreBest(t *testing.T) {
	some(t, 60, 10, func(t *rapid.T) {
		s := drawLines(t)
		c := mustCompileRapid(t, s)
		p, err := Solve(context.Background(), c, Options{Schedules: 1, Nodes: 100_000})
		if err != nil {
			t.Fatal(err)
		}
		if !p.Proven {
			t.Fatal("not proven")
		}
		if best := brute(s, c, 20); !slices.Equal(best, p.Value) {
			t.Fatalf("brute force %v, plan %v, bound %v", best, p.Value, p.Bound)
		}
	})
}

// With one leader more, what is proven is never worse, and what if says how much is gained.
func TestOneMoreLeaderIsNeverWorse(t *testing.T) {
	some(t, 100, 30, func(t *rapid.T) {
		s := drawLines(t)
		s.Leaders = s.Leaders[:1]
		for p := range s.Projects {
			s.Projects[p].Leaders = nil
		}
		p, err := Solve(context.Background(), mustCompileRapid(t, s), Options{Nodes: 100_000})
		if err != nil {
			t.Fatal(err)
		}
		e, err := WhatIf(context.Background(), p, OneMoreLeader(1))
		if err != nil {
			t.Fatal(err)
		}
		if slices.Compare(e.Plan.Value, p.Value) > 0 || len(s.Leaders) != 1 {
			t.Fatalf("%v with one, %v with two", p.Value, e.Plan.Value)
		}
	})
}

// Three equal projects and one leader: each waits for the one before it, and a second leader saves one round.
func TestScarceLeader(t *testing.T) {
	s := &Spec{Goals: []Goal{{Kind: Makespan}}}
	s.AddPool("leader", 1, 1)
	for k := range 3 {
		line(s, uint64(k+1), fixed(4, 6)...)
	}
	p := mustSolve(t, s, Options{})
	if p.Value[0] != 30 || p.Bound[0] != 30 || !p.Proven {
		t.Fatalf("value %v, bound %v, proven %v; want 30", p.Value, p.Bound, p.Proven)
	}
	e, err := WhatIf(context.Background(), p, OneMoreLeader(1))
	if err != nil || e.Gain[0] != 10 || len(e.Moves) == 0 {
		t.Fatalf("gain %v, moves %v, error %v; want 10", e.Gain, e.Moves, err)
	}
	last := Project(slices.Index(p.Finish, 30) / 2)
	var why []Why
	for _, w := range p.Waits(last) {
		why = append(why, w.Why)
	}
	want := []Why{ForWork, ForPredecessor, ForWork, ForLeader, ForWork, ForPredecessor, ForWork, ForLeader, ForWork, ForPredecessor, ForWork, ForNow}
	if !slices.Equal(why, want) {
		t.Fatalf("the last waits for %v, want %v", why, want)
	}
}

// Of two goals the first decides: heavy and late before light and due.
func TestGoalsInOrder(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 1, 1)
	a, b := line(s, 1, fixed(10)...), line(s, 2, fixed(3)...)
	s.Projects[a].Due, s.Projects[b].Due = schedule.Known(10), schedule.Known(3)
	s.Projects[a].Weight = 9
	s.Goals = []Goal{{Kind: Lateness}}
	if p := mustSolve(t, s, Options{}); p.Value[0] != 10 || p.Start[a] != 0 {
		t.Errorf("lateness %d, the heavy one starts on day %d", p.Value[0], p.Start[a])
	}
	s.Goals = []Goal{{Kind: OpenBy, Day: 3}, {Kind: Lateness}}
	if p := mustSolve(t, s, Options{}); p.Value[0] != 1 || p.Start[b] != 0 {
		t.Errorf("%d not open by day 3, the light one starts on day %d", p.Value[0], p.Start[b])
	}
	s.AddPool("leader", 1, 1)
	s.Goals = []Goal{{Kind: Peak}, {Kind: Makespan}}
	if p := mustSolve(t, s, Options{}); p.Value[0] != 1 || p.Value[1] != 13 {
		t.Errorf("peak and makespan %v; want 1 and 13", p.Value)
	}
}

// A fixed start that what comes before it cannot reach is refused, and the rule is named.
func TestInfeasible(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 1, 1)
	p := line(s, 1, fixed(9, 1)...)
	s.Activities[s.Projects[p].Milestone].Pinned = schedule.Known(5)
	_, err := Solve(context.Background(), mustCompile(t, s), Options{})
	var none *InfeasibleError
	if !errors.As(err, &none) || len(none.Violations) == 0 || none.Violations[0].Rule != "link" {
		t.Fatalf("error %v; want one that names the link", err)
	}
}

// A greatest lag puts off the earlier end: what must follow within two days waits for what the later end waits for.
func TestGreatestLag(t *testing.T) {
	s := &Spec{}
	p := s.AddProject(ProjectSpec{Unled: true, Milestone: 1})
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(3)})
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(1), Release: schedule.Known(20)})
	s.Links = append(s.Links, Link{From: 0, To: 1, Max: schedule.Known(2)})
	x := mustSolve(t, s, Options{})
	if x.Start[0] != 15 || x.Start[1] != 20 {
		t.Errorf("starts %v; want 15 and 20", x.Start)
	}
}

// The same seed gives the same plan.
func TestSameSeedSamePlan(t *testing.T) {
	s := programme(12)
	a, b := mustSolve(t, s, Options{Seed: 7}), mustSolve(t, s, Options{Seed: 7})
	if !slices.Equal(a.Start, b.Start) || !slices.Equal(a.Leader, b.Leader) {
		t.Error("two plans from one seed differ")
	}
}

// programme is a programme of n projects of ten activities under two calendars, a permit, teams and n/5 leaders.
func programme(n int) *Spec {
	s := &Spec{}
	r := random{1}
	cal := s.AddCalendar(NewCalendar("week", 3650, week))
	clock := s.AddClock(ClockSpec{Steps: []ClockStep{{0, 70, 70}}})
	s.AddPool("leader", max(1, n/5), 1)
	s.AddTeam(TeamSpec{Capacity: 3})
	cause := s.AddCause(CauseSpec{Key: 1, Spread: 0.2})
	for k := range n {
		p := s.AddProject(ProjectSpec{Key: uint64(k + 1), Release: int32(r.below(100)), Due: schedule.Known(int32(300 + r.below(900)))})
		for j := range 10 {
			a := ActivitySpec{Project: p, Calendar: cal, Duration: schedule.Triangular(5, float64(5+r.below(20)), 45)}
			if j == 4 {
				a = ActivitySpec{Project: p, Clock: clock, Complex: 0.3}
			} else if j%3 == 0 {
				a.Causes = []Cause{cause}
			}
			i := s.AddActivity(a)
			if j > 0 {
				s.AddLink(i-Activity(1+r.below(min(j, 2))), i, schedule.FinishStart, 0)
			}
			if j == 6 {
				s.AddDemand(i, 0, 1)
			}
			if j == 9 {
				s.AddLink(i-1, i, schedule.FinishStart, 0)
				s.Projects[p].Milestone = i
			}
		}
	}
	return s
}
