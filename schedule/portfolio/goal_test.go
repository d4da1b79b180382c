package portfolio

import (
	"context"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// days is a schedule of projects of one activity each, so that its goals can be reckoned by hand.
func days(s *Spec, starts ...int32) *Schedule {
	x := &Schedule{Start: starts}
	for i, d := range starts {
		x.Finish = append(x.Finish, d+s.Activities[i].Duration.Likely())
		x.Leader = append(x.Leader, Leader(i+1))
	}
	return x
}

// Three projects of 3, 4 and 5 days that start on days 0, 2 and 6, and so end on 3, 6 and 11.
func TestGoalsByHand(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 3, 1)
	for k, d := range []int32{3, 4, 5} {
		p := line(s, uint64(k+1), schedule.Fixed(d))
		s.Projects[p].Due, s.Projects[p].Weight = schedule.Known(4), int32(k)
	}
	s.Projects[0].Due = schedule.Optional{}
	c := mustCompile(t, s)
	x := days(s, 0, 2, 6)
	for _, g := range []struct {
		goal Goal
		want int64
	}{
		{Goal{Kind: Lateness}, 1*2 + 2*7},
		{Goal{Kind: OpenBy, Day: 2}, 3},
		{Goal{Kind: OpenBy, Day: 3}, 2},
		{Goal{Kind: OpenBy, Day: 10}, 1},
		{Goal{Kind: OpenBy, Day: 11}, 0},
		{Goal{Kind: Level}, 1 + 1 + 4 + 1 + 1 + 1 + 5},
		{Goal{Kind: Peak}, 2},
		{Goal{Kind: Makespan}, 11},
	} {
		if got := c.value(x, g.goal); got != g.want {
			t.Errorf("%v: %d, want %d", g.goal, got, g.want)
		}
	}
	s.Now = 2
	if got := mustCompile(t, s).value(x, Goal{Kind: Level}); got != 4+1+1+1+5 {
		t.Errorf("level from day 2 on: %d, want 12", got)
	}
	s.Projects[1].Unled = true
	if got := mustCompile(t, s).value(x, Goal{Kind: Peak}); got != 1 {
		t.Errorf("peak of those that are led: %d, want 1", got)
	}
}

// A score is less where the first number that differs is less.
func TestScoreOrder(t *testing.T) {
	for _, c := range []struct {
		a, b Score
		want bool
	}{
		{Score{0, 5, 9}, Score{0, 5, 9}, false}, {Score{0, 4, 9}, Score{0, 5, 0}, true},
		{Score{1, 0, 0}, Score{0, 9, 9}, false}, {Score{0, 5, 8}, Score{0, 5, 9}, true},
	} {
		if c.a.less(c.b) != c.want {
			t.Errorf("%v before %v: want %v", c.a, c.b, c.want)
		}
	}
	if got := (Score{0, 4, 9, 7}).goals(); !slices.Equal(got, []int64{4, 9}) {
		t.Errorf("goals %v, want 4 and 9", got)
	}
}

// tiny is a few projects of one activity under one or two leaders, with a goal of each kind first.
func tiny(t *rapid.T, kind GoalKind) *Spec {
	n := func(lo, hi int, what string) int32 { return int32(rapid.IntRange(lo, hi).Draw(t, what)) }
	s := &Spec{Goals: []Goal{{Kind: kind, Day: n(2, 8, "day")}, {Kind: Makespan}}}
	s.AddPool("leader", int(n(1, 2, "leaders")), n(1, 2, "most"))
	for k := range n(1, 3, "projects") {
		p := line(s, uint64(k+1), schedule.Fixed(n(1, 4, "days")))
		s.Projects[p].Release, s.Projects[p].Due, s.Projects[p].Weight = n(0, 3, "release"), schedule.Known(n(1, 9, "due")), n(1, 3, "weight")
	}
	return s
}

// least tries every start of every project, under every leader, judged by Check alone, and returns the least of each goal by itself
// and the least of all in their order.
func least(s *Spec, c *Portfolio, horizon int32) (each, order []int64) {
	x := &Schedule{make([]int32, len(s.Projects)), make([]int32, len(s.Projects)), make([]Leader, len(s.Projects)), nil}
	var place func(p int)
	place = func(p int) {
		if p < len(s.Projects) {
			for l := range s.Leaders {
				for day := range horizon {
					x.Start[p], x.Finish[p], x.Leader[p] = day, day+s.Activities[p].Duration.Likely(), Leader(l+1)
					place(p + 1)
				}
			}
			return
		}
		if len(Check(s, x)) > 0 {
			return
		}
		v := make([]int64, len(c.goals))
		for i, g := range c.goals {
			v[i] = c.value(x, g)
		}
		if each == nil {
			each, order = slices.Clone(v), v
		}
		for i := range v {
			each[i] = min(each[i], v[i])
		}
		if slices.Compare(v, order) < 0 {
			order = v
		}
	}
	place(0)
	return each, order
}

// Each goal, put first, is met as well as by trying every schedule there is; and no bound lies above the least of its goal.
func TestGoalsByBruteForce(t *testing.T) {
	for name, kind := range map[string]GoalKind{"lateness": Lateness, "open by": OpenBy, "level": Level, "peak": Peak, "makespan": Makespan} {
		t.Run(name, func(t *testing.T) {
			some(t, 40, 8, func(t *rapid.T) {
				s := tiny(t, kind)
				c := mustCompileRapid(t, s)
				p, err := Solve(context.Background(), c, Options{Schedules: 300})
				if err != nil {
					t.Fatal(err)
				}
				horizon := int32(13)
				if len(s.Projects) == 3 && len(s.Leaders) == 2 {
					horizon = 8
				}
				each, order := least(s, c, horizon)
				if p.Value[0] > order[0] || p.Proven && horizon == 13 && !slices.Equal(p.Value, order) {
					t.Fatalf("plan %v, brute force %v", p.Value, order)
				}
				for i, b := range c.bounds() {
					if horizon == 13 && b > each[i] {
						t.Fatalf("goal %d: bound %d, and %d is reached", i, b, each[i])
					}
				}
			})
		})
	}
}

// Two goals the other way round give another plan: the light project that is due, or the heavy one that takes longer.
func TestOrderOfGoals(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 2, 1)
	for k, d := range []int32{6, 6} {
		line(s, uint64(k+1), schedule.Fixed(d))
	}
	for _, c := range []struct {
		goals []Goal
		want  []int64
	}{
		{[]Goal{{Kind: Makespan}, {Kind: Peak}}, []int64{6, 2}},
		{[]Goal{{Kind: Peak}, {Kind: Makespan}}, []int64{1, 12}},
		{[]Goal{{Kind: OpenBy, Day: 6}, {Kind: Peak}}, []int64{0, 2}},
		{[]Goal{{Kind: Level}, {Kind: Makespan}}, []int64{12, 12}},
		{[]Goal{{Kind: Makespan}, {Kind: Level}}, []int64{6, 24}},
	} {
		s.Goals = c.goals
		if p := mustSolve(t, s, Options{}); !slices.Equal(p.Value, c.want) {
			t.Errorf("%v: %v, want %v", c.goals, p.Value, c.want)
		}
	}
}

// The gap is the share of the bound by which a value lies above it.
func TestGap(t *testing.T) {
	p := &Plan{Value: []int64{12, 3, 0}, Bound: []int64{10, 0, 0}}
	for i, want := range []float64{0.2, 3, 0} {
		if got := p.Gap(i); got != want {
			t.Errorf("goal %d: %g, want %g", i, got, want)
		}
	}
}

// Nothing to plan is planned at once, whatever the goal, and simulated.
func TestNothingToPlan(t *testing.T) {
	for kind := Lateness; kind <= Makespan; kind++ {
		p := mustSolve(t, &Spec{Goals: []Goal{{Kind: kind}}}, Options{})
		if !p.Proven || p.Value[0] != 0 {
			t.Errorf("goal %d: %v, proven %v", kind, p.Value, p.Proven)
		}
		if r := mustSimulate(t, p, RunOptions{Runs: 5}); len(r.Projects) != 0 || r.Last[0] != 0 {
			t.Errorf("goal %d: %+v", kind, r)
		}
	}
}
