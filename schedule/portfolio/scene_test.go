package portfolio

import (
	"context"
	"testing"

	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// week works five days of seven.
func week(d int32) bool { return d%7 < 5 }

// line is a project whose activities follow one another, the last being its milestone.
func line(s *Spec, key uint64, days ...schedule.Distribution) Project {
	p := s.AddProject(ProjectSpec{Key: key, Name: "line"})
	for i, d := range days {
		a := s.AddActivity(ActivitySpec{Project: p, Duration: d})
		if i > 0 {
			s.AddLink(a-1, a, schedule.FinishStart, 0)
		}
		s.Projects[p].Milestone = a
	}
	return p
}

func fixed(days ...int32) []schedule.Distribution {
	var out []schedule.Distribution
	for _, d := range days {
		out = append(out, schedule.Fixed(d))
	}
	return out
}

func mustCompile(t testing.TB, s *Spec) *Portfolio {
	t.Helper()
	c, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func mustSolve(t testing.TB, s *Spec, opt Options) *Plan {
	t.Helper()
	p, err := Solve(context.Background(), mustCompile(t, s), opt)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func mustSimulate(t testing.TB, p *Plan, opt RunOptions) *Result {
	t.Helper()
	r, err := Simulate(context.Background(), p, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// some is rapid.Check with so many draws, and few under -short: for what is costly. A failure may take as many more as it needs.
func some(t *testing.T, most, few int, prop func(t *rapid.T)) {
	t.Helper()
	if testing.Short() {
		most = few
	}
	red := false
	rapid.Check(t, func(t *rapid.T) {
		if most--; most < 0 && !red {
			return
		}
		defer func() { red = red || t.Failed() }()
		prop(t)
	})
}

// wishes say what drawSpec may draw.
type wishes struct{ teams, history, pins, maxLags, level, chance, handover, choices bool }

// drawSpec draws a small portfolio with calendars, clocks, lags, leaders of several kinds and what else is wished for.
func drawSpec(t *rapid.T, w wishes) *Spec {
	n := func(lo, hi int, what string) int32 { return int32(rapid.IntRange(lo, hi).Draw(t, what)) }
	s := &Spec{Now: n(0, 20, "now")}
	s.AddCalendar(NewCalendar("week", 60, week))
	s.AddCalendar(NewCalendar("odd", 40, func(d int32) bool { return d%3 != 1 }))
	s.AddClock(ClockSpec{Name: "permit", Steps: []ClockStep{{0, n(1, 10, "clock"), 5}, {30, n(1, 10, "clock"), 3}}})
	for range n(1, 3, "leaders") {
		l := LeaderSpec{Most: n(1, 2, "most")}
		if n(0, 2, "steps") == 0 {
			l.Steps = []Step{{15, 0}, {n(16, 40, "step"), 2}}
		}
		s.AddLeader(l)
	}
	if w.teams {
		for range n(1, 2, "teams") {
			s.AddTeam(TeamSpec{Capacity: n(1, 3, "capacity"), Steps: []Step{{n(10, 30, "step"), n(0, 2, "capacity")}, {n(31, 60, "step"), 2}}})
		}
	}
	if w.choices {
		s.AddChoice(ChoiceSpec{Key: 1, Ways: make([]WaySpec, 2)})
	}
	for k := range n(1, 5, "projects") {
		drawProject(t, s, uint64(k+1), w)
	}
	s.Goals = []Goal{{Kind: Lateness}, {Kind: OpenBy, Day: n(20, 80, "open by")}, {Kind: Makespan}}
	if w.level {
		s.Goals = []Goal{{Kind: GoalKind(n(2, 3, "level"))}, {Kind: Makespan}}
	}
	return s
}

func drawProject(t *rapid.T, s *Spec, key uint64, w wishes) {
	n := func(lo, hi int, what string) int32 { return int32(rapid.IntRange(lo, hi).Draw(t, what)) }
	p := s.AddProject(ProjectSpec{Key: key, Release: n(0, 30, "release"), Due: schedule.Known(n(5, 90, "due")), Weight: n(0, 3, "weight"),
		Unled: n(0, 7, "unled") == 0})
	if n(0, 3, "leader") == 0 {
		s.Projects[p].Leaders = []Leader{1}
	}
	if w.handover && n(0, 2, "handover") == 0 {
		s.Projects[p].Handover = []Handover{{n(10, 60, "day"), 1}}
	}
	first := Activity(len(s.Activities))
	running := w.history && n(0, 1, "running") == 0
	for k := range Activity(n(1, 5, "activities")) {
		a := ActivitySpec{Project: p, Calendar: Calendar(n(0, 2, "calendar")), Duration: schedule.Fixed(n(0, 9, "days"))}
		if n(0, 4, "clock") == 0 {
			a.Clock, a.Duration, a.Complex = 1, schedule.Distribution{}, float64(n(0, 1, "complex"))
		}
		if running && k == 0 {
			a.Started = schedule.Known(n(0, int(s.Now), "started"))
		} else if w.pins && n(0, 9, "pin") == 0 {
			a.Pinned = schedule.Known(n(40, 90, "pin"))
		}
		if w.choices && p == 0 && k > 0 && n(0, 1, "choice") == 0 {
			a.Choice, a.Way = 1, n(0, 1, "way")
		}
		i := s.AddActivity(a)
		if w.teams && n(0, 1, "demand") == 0 {
			s.AddDemand(i, Team(n(0, len(s.Teams)-1, "team")), n(0, 2, "amount"))
		}
		for j := first; j < i; j++ {
			if n(0, 1, "linked") == 0 {
				l := Link{From: j, To: i, Kind: schedule.LinkKind(n(0, 2, "kind")), Lag: n(-3, 6, "lag"), LagCalendar: Calendar(n(0, 2, "calendar"))}
				if w.maxLags && n(0, 3, "max") == 0 {
					l.Max = schedule.Known(n(10, 30, "max"))
				}
				s.Links = append(s.Links, l)
			}
		}
	}
	end := s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(0)})
	for j := first; j < end; j++ {
		s.AddLink(j, end, schedule.FinishStart, 0)
	}
	s.Projects[p].Milestone = end
}
