package portfolio

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// k projects of d days each under some leaders: what no plan can beat.
func TestBoundsByHand(t *testing.T) {
	equal := func(n int, d int32, leaders ...LeaderSpec) *Spec {
		s := &Spec{Leaders: leaders}
		for k := range n {
			p := line(s, uint64(k+1), schedule.Fixed(d))
			s.Projects[p].Due = schedule.Known(10)
		}
		return s
	}
	one := LeaderSpec{Most: 1}
	for _, c := range []struct {
		what string
		s    *Spec
		goal Goal
		want int64
	}{
		{"one after the other", equal(3, 10, one), Goal{Kind: Makespan}, 30},
		{"five under two: one of them has three", equal(5, 10, one, one), Goal{Kind: Makespan}, 30},
		{"one who leads two", equal(4, 10, LeaderSpec{Most: 2}), Goal{Kind: Makespan}, 20},
		{"who is away from day 5 to 15", equal(2, 10, LeaderSpec{Most: 1, Steps: []Step{{5, 0}, {15, 1}}}), Goal{Kind: Makespan}, 30},
		{"by day 19 one of three", equal(3, 10, one), Goal{Kind: OpenBy, Day: 19}, 2},
		{"by day 20 two of three", equal(3, 10, one), Goal{Kind: OpenBy, Day: 20}, 1},
		{"by day 9 none", equal(3, 10, one), Goal{Kind: OpenBy, Day: 9}, 3},
		{"0, 10 and 20 days late", equal(3, 10, one), Goal{Kind: Lateness}, 30},
		{"nobody late", equal(3, 10, one, one, one), Goal{Kind: Lateness}, 0},
		{"three times ten days, one by one", equal(3, 10, one), Goal{Kind: Level}, 30},
		{"one at a time at the least", equal(3, 10, one), Goal{Kind: Peak}, 1},
	} {
		c.s.Goals = []Goal{c.goal}
		if got := mustCompile(t, c.s).bounds(); got[0] != c.want {
			t.Errorf("%s: %d, want %d", c.what, got[0], c.want)
		}
	}
}

// How long a project holds its leader at the least, whenever it starts: its longest chain, days off that no start avoids included.
func TestLeastOfAProject(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(s *Spec)
		want   int32
	}{
		{"three and four days", func(*Spec) {}, 7},
		{"four working days of five hold no weekend", func(s *Spec) { s.Activities[1].Calendar = 1 }, 7},
		{"six hold one", func(s *Spec) { s.Activities[1].Calendar, s.Activities[1].Duration = 1, schedule.Fixed(6) }, 11},
		{"a lag", func(s *Spec) { s.Links[0].Lag = 5 }, 12},
		{"an overlap", func(s *Spec) { s.Links[0].Lag = -2 }, 5},
		{"an overlap in working days may be many days", func(s *Spec) { s.Links[0].Lag, s.Links[0].LagCalendar = -1, 1 }, 4},
		{"together", func(s *Spec) { s.Links[0].Kind = schedule.StartStart }, 4},
		{"finishes three days after", func(s *Spec) { s.Links[0].Kind, s.Links[0].Lag = schedule.FinishFinish, 3 }, 6},
		{"a clock at its shortest", func(s *Spec) {
			s.Activities[0].Duration, s.Activities[0].Clock = schedule.Distribution{}, s.AddClock(ClockSpec{Steps: []ClockStep{{0, 9, 0}, {50, 6, 0}}})
		}, 10},
		{"what may fall away", func(s *Spec) { s.Activities[0].Choice = s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2)}) }, 4},
		{"no leader", func(s *Spec) { s.Projects[0].Unled = true }, 0},
		{"begun", func(s *Spec) { s.Activities[0].Started = schedule.Known(0) }, 0},
		{"handed over", func(s *Spec) { s.Projects[0].Handover = []Handover{{1, 1}} }, 0},
	} {
		s := &Spec{}
		s.AddCalendar(NewCalendar("week", 7, week))
		s.AddPool("leader", 1, 1)
		line(s, 1, fixed(3, 4)...)
		c.change(s)
		if got := mustCompile(t, s).least(0); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}

// Whether all has finished when the milestone has: not what a way that falls away would have held together.
func TestEndsWithItsMilestone(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(s *Spec)
		want   bool
	}{
		{"a line", func(*Spec) {}, true},
		{"something after the milestone", func(s *Spec) { s.Projects[0].Milestone = 1 }, false},
		{"an overlap", func(s *Spec) { s.Links[0].Lag = -1 }, false},
		{"a start that waits for a start", func(s *Spec) { s.Links[1].Kind = schedule.StartStart }, false},
		{"a finish that waits for a finish", func(s *Spec) { s.Links[1].Kind = schedule.FinishFinish }, true},
		{"the middle may fall away", func(s *Spec) { s.Activities[1].Choice = s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2)}) }, false},
		{"the first may", func(s *Spec) { s.Activities[0].Choice = s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2)}) }, true},
	} {
		s := &Spec{}
		s.AddPool("leader", 1, 1)
		line(s, 1, fixed(2, 3, 1)...)
		c.change(s)
		if got := mustCompile(t, s).ends(0); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// A team that one thing at a time can use is done on the day after the sum of the work, days away included; what has started or may
// fall away is not counted.
func TestTeamBoundByHand(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(s *Spec)
		want   int64
	}{
		{"three, four and five days", func(*Spec) {}, 12},
		{"from today", func(s *Spec) { s.Now = 6 }, 18},
		{"two at once", func(s *Spec) { s.Teams[0].Capacity = 2 }, 6},
		{"away for ten days", func(s *Spec) { s.Teams[0].Steps = []Step{{2, 0}, {12, 1}} }, 22},
		{"one has begun", func(s *Spec) { s.Activities[4].Started = schedule.Known(0) }, 7},
		{"one may fall away", func(s *Spec) { s.Activities[0].Choice = s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2)}) }, 9},
		{"nothing to do", func(s *Spec) { s.Demands = nil }, 0},
	} {
		s := &Spec{}
		s.AddTeam(TeamSpec{Capacity: 1})
		for k, d := range []int32{3, 4, 5} {
			p := line(s, uint64(k+1), fixed(d, 0)...)
			s.Projects[p].Unled = true
			s.AddDemand(Activity(2*k), 0, 1)
		}
		c.change(s)
		if got := mustCompile(t, s).teamBound(); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}

// The priority rules order four projects as their names say.
func TestPriorityRules(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 1, 1)
	for k, x := range []struct{ days, release, due, weight int32 }{{5, 0, 40, 1}, {20, 3, 30, 10}, {1, 9, 90, 1}} {
		p := line(s, uint64(k+1), schedule.Fixed(x.days))
		s.Projects[p].Release, s.Projects[p].Due, s.Projects[p].Weight = x.release, schedule.Known(x.due), x.weight
	}
	c := mustCompile(t, s)
	x := c.alone(nil)
	if !slices.Equal(x.start, []int32{0, 3, 9}) || !slices.Equal(x.milestone, []int32{5, 23, 10}) || !slices.Equal(x.last, x.milestone) {
		t.Errorf("alone from %v to %v, all over on %v", x.start, x.milestone, x.last)
	}
	want := [][]Project{{1, 0, 2}, {1, 0, 2}, {2, 0, 1}, {1, 0, 2}, {0, 1, 2}, {2, 1, 0}, {1, 0, 2}}
	for k, order := range c.orders(&x) {
		if !slices.Equal(order, want[k]) {
			t.Errorf("rule %d: %v, want %v", k, order, want[k])
		}
	}
}
