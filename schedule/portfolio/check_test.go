package portfolio

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// checkScene is two projects under one leader with a team, a pin, a deadline, a greatest lag and a working week.
func checkScene() *Spec {
	s := &Spec{Now: 1}
	s.AddCalendar(NewCalendar("week", 14, week))
	s.AddPool("leader", 1, 1)
	s.AddPool("other", 1, 1)
	s.AddTeam(TeamSpec{Name: "team", Capacity: 1})
	a, b := line(s, 1, fixed(3, 2)...), line(s, 2, fixed(4, 2)...)
	s.Projects[a].Leaders, s.Projects[b].Leaders = []Leader{1}, []Leader{1}
	s.Activities[0].Calendar, s.Activities[1].Calendar = 1, 1
	s.Activities[1].Deadline = schedule.Known(60)
	s.Links[0].Max = schedule.Known(4)
	s.Activities[3].Pinned = schedule.Known(25)
	s.AddDemand(1, 0, 1)
	s.AddDemand(2, 0, 1)
	return s
}

// The checker finds every kind of mistake: each case breaks one rule of a good schedule by hand.
func TestCheckFindsEveryBreach(t *testing.T) {
	s := checkScene()
	good := mustSolve(t, s, Options{}).Schedule
	if v := Check(s, good); len(v) > 0 {
		t.Fatal(v)
	}
	move := func(x *Schedule, a Activity, start, finish int32) { x.Start[a], x.Finish[a] = start, finish }
	for _, c := range []struct {
		rule string
		do   func(x *Schedule)
	}{
		{"shape", func(x *Schedule) { x.Start = x.Start[1:] }},
		{"release", func(x *Schedule) { move(x, 0, 0, 3) }},
		{"duration", func(x *Schedule) { x.Finish[0]++ }},
		{"calendar", func(x *Schedule) { move(x, 0, 5, 10) }},
		{"pinned", func(x *Schedule) { move(x, 3, 26, 28) }},
		{"deadline", func(x *Schedule) { move(x, 1, 63, 65) }},
		{"link", func(x *Schedule) { move(x, 1, 1, 3) }},
		{"greatest lag", func(x *Schedule) { move(x, 1, 56, 58) }},
		{"team", func(x *Schedule) { move(x, 1, x.Start[2], x.Start[2]+2) }},
		{"leader", func(x *Schedule) { move(x, 0, 7, 10) }},
		{"leader", func(x *Schedule) { x.Leader[0] = 2 }},
		{"leader", func(x *Schedule) { x.Leader[1] = 0 }},
		{"way", func(x *Schedule) { move(x, 2, Absent, Absent) }},
	} {
		bad := good.clone()
		c.do(bad)
		if v := Check(s, bad); !slices.ContainsFunc(v, func(v Violation) bool { return v.Rule == c.rule }) {
			t.Errorf("%s: found %v", c.rule, v)
		}
	}
}

// What has started is kept even where its leader then leads more than stated; nothing is added to it before there is room.
func TestHistoryIsKept(t *testing.T) {
	s := &Spec{Now: 5}
	s.AddPool("leader", 1, 1)
	for k := range 3 {
		p := line(s, uint64(k+1), fixed(10)...)
		if k < 2 {
			s.Projects[p].Leader = 1
			s.Activities[k].Started = schedule.Known(int32(k))
		}
	}
	p := mustSolve(t, s, Options{})
	if !slices.Equal(p.Start, []int32{0, 1, 11}) || !slices.Equal(p.Finish, []int32{10, 11, 21}) {
		t.Errorf("from %v to %v", p.Start, p.Finish)
	}
}
