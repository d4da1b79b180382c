package portfolio

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// generated is the schedule of the projects in their order, with every rule asked of it.
func generated(t *testing.T, s *Spec) *Schedule {
	t.Helper()
	g := newGenerator(mustCompile(t, s))
	r := recipe{make([]Project, len(s.Projects)), make([]Leader, len(s.Projects)), make([]int32, len(s.Projects)), nil}
	for p := range s.Projects {
		r.order[p] = Project(p)
	}
	r.way, _ = g.c.firstWays()
	g.generate(&r)
	if v := Check(s, &g.now); len(v) > 0 || g.breach > 0 {
		t.Fatalf("%d rules are broken: %v", g.breach, v)
	}
	return &g.now
}

// Two activities of 4 and 3 days, the first from day 10 to 14, under every link: where the second starts and finishes.
func TestLinksByHand(t *testing.T) {
	for _, c := range []struct {
		what          string
		link          Link
		start, finish int32
	}{
		{"after the finish", Link{Kind: schedule.FinishStart}, 14, 17},
		{"five days after", Link{Kind: schedule.FinishStart, Lag: 5}, 19, 22},
		{"overlapping by three", Link{Kind: schedule.FinishStart, Lag: -3}, 11, 14},
		{"overlapping by more than there is", Link{Kind: schedule.FinishStart, Lag: -9}, 10, 13},
		{"five working days after Monday", Link{Kind: schedule.FinishStart, Lag: 5, LagCalendar: 1}, 19, 22},
		{"six working days after Monday", Link{Kind: schedule.FinishStart, Lag: 6, LagCalendar: 1}, 22, 25},
		{"one working day before Monday", Link{Kind: schedule.FinishStart, Lag: -1, LagCalendar: 1}, 11, 14},
		{"together with the start", Link{Kind: schedule.StartStart}, 10, 13},
		{"two days after the start", Link{Kind: schedule.StartStart, Lag: 2}, 12, 15},
		{"no earlier than the finish", Link{Kind: schedule.FinishFinish}, 10, 14},
		{"stretched to six days after the finish", Link{Kind: schedule.FinishFinish, Lag: 6}, 10, 20},
		{"a finish that asks for nothing", Link{Kind: schedule.FinishFinish, Lag: -2}, 10, 13},
	} {
		s := &Spec{}
		s.AddCalendar(NewCalendar("week", 7, week))
		p := s.AddProject(ProjectSpec{Unled: true, Release: 10, Milestone: 1})
		s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(4)})
		s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(3)})
		c.link.To = 1
		s.Links = []Link{c.link}
		if x := generated(t, s); x.Start[0] != 10 || x.Start[1] != c.start || x.Finish[1] != c.finish {
			t.Errorf("%s: from %d to %d, want %d to %d", c.what, x.Start[1], x.Finish[1], c.start, c.finish)
		}
	}
}

// What one activity of three days waits for: the latest of today, its project's release, its own and its calendar; a fixed start stands.
func TestStartsByHand(t *testing.T) {
	for _, c := range []struct {
		what          string
		now, project  int32
		own, pinned   schedule.Optional
		calendar      Calendar
		start, finish int32
	}{
		{"today", 3, 0, schedule.Optional{}, schedule.Optional{}, 0, 3, 6},
		{"the project's release", 3, 8, schedule.Optional{}, schedule.Optional{}, 0, 8, 11},
		{"its own release", 3, 8, schedule.Known(9), schedule.Optional{}, 0, 9, 12},
		{"an own release that has passed", 3, 8, schedule.Known(2), schedule.Optional{}, 0, 8, 11},
		{"Monday", 5, 0, schedule.Optional{}, schedule.Optional{}, 1, 7, 10},
		{"from Thursday over the weekend", 3, 0, schedule.Optional{}, schedule.Optional{}, 1, 3, 8},
		{"a fixed day", 3, 0, schedule.Optional{}, schedule.Known(20), 0, 20, 23},
		{"a fixed Saturday, worked from Monday", 3, 0, schedule.Optional{}, schedule.Known(12), 1, 12, 17},
	} {
		s := &Spec{Now: c.now}
		s.AddCalendar(NewCalendar("week", 7, week))
		p := s.AddProject(ProjectSpec{Unled: true, Release: c.project})
		s.AddActivity(ActivitySpec{Project: p, Calendar: c.calendar, Duration: schedule.Fixed(3), Release: c.own, Pinned: c.pinned})
		if x := generated(t, s); x.Start[0] != c.start || x.Finish[0] != c.finish {
			t.Errorf("%s: from %d to %d, want %d to %d", c.what, x.Start[0], x.Finish[0], c.start, c.finish)
		}
	}
}

// One team, projects of one activity in their order: who comes first takes it, a gap that fits is used, and what is away is waited for.
func TestTeamsByHand(t *testing.T) {
	for _, c := range []struct {
		what         string
		capacity     int32
		steps        []Step
		days, amount []int32
		release      []int32
		want         []int32
	}{
		{"one after the other", 1, nil, []int32{3, 4, 2}, []int32{1, 1, 1}, []int32{0, 0, 0}, []int32{0, 3, 7}},
		{"two at once", 2, nil, []int32{3, 4, 2}, []int32{1, 1, 1}, []int32{0, 0, 0}, []int32{0, 0, 3}},
		{"both of two", 2, nil, []int32{3, 4, 2}, []int32{1, 2, 1}, []int32{0, 0, 0}, []int32{0, 3, 0}},
		{"a gap that fits", 1, nil, []int32{3, 4, 2}, []int32{1, 1, 1}, []int32{5, 0, 0}, []int32{5, 0, 8}},
		{"and a shorter one in it", 1, nil, []int32{3, 4, 2}, []int32{1, 1, 1}, []int32{3, 0, 0}, []int32{3, 6, 0}},
		{"away from day 2 to 6", 1, []Step{{2, 0}, {6, 1}}, []int32{3, 2, 1}, []int32{1, 1, 1}, []int32{0, 0, 0}, []int32{6, 0, 9}},
		{"no use is no wait", 1, nil, []int32{3, 4, 2}, []int32{1, 0, 1}, []int32{0, 0, 0}, []int32{0, 0, 3}},
	} {
		s := &Spec{}
		s.AddTeam(TeamSpec{Capacity: c.capacity, Steps: c.steps})
		for k, d := range c.days {
			p := line(s, uint64(k+1), schedule.Fixed(d))
			s.Projects[p].Unled, s.Projects[p].Release = true, c.release[k]
			s.AddDemand(Activity(k), 0, c.amount[k])
		}
		if x := generated(t, s); !slices.Equal(x.Start, c.want) {
			t.Errorf("%s: starts %v, want %v", c.what, x.Start, c.want)
		}
	}
}

// Of leaders who are free it is the one who has been idle for the shortest time, so that long gaps stay whole for others; of equals
// the first.
func TestWhichLeaderIsChosen(t *testing.T) {
	for _, c := range []struct {
		what    string
		release int32
		may     []Leader
		want    Leader
	}{
		{"both have been idle, the second for longer", 12, nil, 1},
		{"the first is busy", 9, nil, 2},
		{"the third has never had anything", 12, []Leader{2, 3}, 2},
		{"only the third may", 12, []Leader{3}, 3},
		{"nobody may be but who is free first", 0, []Leader{1, 2}, 2},
	} {
		s := &Spec{}
		s.AddPool("leader", 3, 1)
		for k, d := range []int32{10, 4} {
			p := line(s, uint64(k+1), schedule.Fixed(d))
			s.Projects[p].Leader = Leader(k + 1)
		}
		p := line(s, 3, schedule.Fixed(6))
		s.Projects[p].Release, s.Projects[p].Leaders = c.release, c.may
		if x := generated(t, s); x.Leader[p] != c.want {
			t.Errorf("%s: leader %d, want %d", c.what, x.Leader[p], c.want)
		}
	}
	other := &Spec{}
	other.AddPool("leader", 3, 1)
	for k, d := range []int32{4, 10} {
		p := line(other, uint64(k+1), schedule.Fixed(d))
		other.Projects[p].Leader = Leader(k + 1)
	}
	other.Projects[line(other, 3, schedule.Fixed(6))].Release = 12
	if x := generated(t, other); x.Leader[2] != 2 {
		t.Errorf("the first has been idle for longer: leader %d, want 2", x.Leader[2])
	}
	s := &Spec{}
	s.AddPool("leader", 3, 1)
	line(s, 1, schedule.Fixed(5))
	if x := generated(t, s); x.Leader[0] != 1 {
		t.Errorf("of equals leader %d, want the first", x.Leader[0])
	}
}

// A leader of two projects at once takes a third when the shorter of them ends; one who leaves takes nothing that would outlast it.
func TestLeadersByHand(t *testing.T) {
	for _, c := range []struct {
		what    string
		leaders []LeaderSpec
		days    []int32
		start   []int32
		leader  []Leader
	}{
		{"two at once", []LeaderSpec{{Most: 2}}, []int32{5, 8, 3}, []int32{0, 0, 5}, []Leader{1, 1, 1}},
		{"the first leaves on day 4", []LeaderSpec{{Most: 1, Steps: []Step{{4, 0}}}, {Most: 1}}, []int32{6, 4, 5}, []int32{0, 0, 6}, []Leader{2, 1, 2}},
		{"the only one is away", []LeaderSpec{{Most: 1, Steps: []Step{{4, 0}, {9, 1}}}}, []int32{5, 4, 1}, []int32{9, 0, 14}, []Leader{1, 1, 1}},
		{"nobody until day 7", []LeaderSpec{{Steps: []Step{{7, 1}}}}, []int32{2, 2, 2}, []int32{7, 9, 11}, []Leader{1, 1, 1}},
		{"none stated is one", []LeaderSpec{{}}, []int32{2, 2, 2}, []int32{0, 2, 4}, []Leader{1, 1, 1}},
	} {
		s := &Spec{Leaders: c.leaders}
		for k, d := range c.days {
			line(s, uint64(k+1), schedule.Fixed(d))
		}
		if x := generated(t, s); !slices.Equal(x.Start, c.start) || !slices.Equal(x.Leader, c.leader) {
			t.Errorf("%s: starts %v under %v, want %v under %v", c.what, x.Start, x.Leader, c.start, c.leader)
		}
	}
}

// What is laid and lifted leaves the teams as they were.
func TestLiftGivesBack(t *testing.T) {
	s := checkScene()
	g := newGenerator(mustCompile(t, s))
	g.begin()
	before := slices.Clone(g.teams[0].free)
	g.layWithin(0, 3)
	taken := slices.Clone(g.teams[0].free)
	g.lift(0)
	for d, free := range g.teams[0].free {
		if want := append(slices.Clone(before), slices.Repeat([]int16{1}, len(taken))...)[d]; free != want {
			t.Errorf("day %d: %d free, want %d", d, free, want)
		}
	}
	if slices.Equal(before, taken) {
		t.Error("nothing was taken")
	}
}

// A greatest lag puts off the earlier end, whichever events it joins; what cannot be put off is told.
func TestGreatestLagsByHand(t *testing.T) {
	for _, c := range []struct {
		what string
		kind schedule.LinkKind
		max  int32
		want int32 // start of the first, of 4 days; the second, of 3, is released on day 20
	}{
		{"from finish to start", schedule.FinishStart, 0, 16},
		{"from finish to start, five days apart", schedule.FinishStart, 5, 11},
		{"from start to start", schedule.StartStart, 2, 18},
		{"from finish to finish", schedule.FinishFinish, 6, 13},
		{"far apart", schedule.FinishStart, 30, 0},
	} {
		s := &Spec{}
		p := s.AddProject(ProjectSpec{Unled: true, Milestone: 1})
		s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(4)})
		s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(3), Release: schedule.Known(20)})
		s.Links = []Link{{From: 0, To: 1, Kind: c.kind, Max: schedule.Known(c.max)}}
		if x := generated(t, s); x.Start[0] != c.want || x.Start[1] != 20 {
			t.Errorf("%s: starts %v, want %d and 20", c.what, x.Start, c.want)
		}
	}
}
