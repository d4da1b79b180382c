package portfolio

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// A hand-over moves a project to another leader on its day: before it the first is busy, after it the second.
func TestHandover(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 2, 1)
	a := line(s, 1, fixed(20)...)
	s.Projects[a].Leader, s.Projects[a].Handover = 1, []Handover{{From: 8, To: 2}}
	b, c := line(s, 2, fixed(5)...), line(s, 3, fixed(5)...)
	s.Projects[b].Leader, s.Projects[c].Leader = 1, 2
	s.Projects[a].Due, s.Projects[a].Weight = schedule.Known(20), 9
	s.Projects[b].Due, s.Projects[c].Due = schedule.Known(5), schedule.Known(5)
	p := mustSolve(t, s, Options{})
	if p.Start[0] != 0 || p.Start[1] != 8 || p.Start[2] != 0 {
		t.Errorf("starts %v; want 0, 8 (after the hand-over) and 0 (before it)", p.Start)
	}
}

// Who leads a project that is under way from day 10 to 30 and that leader 1 has first.
func TestLegsByHand(t *testing.T) {
	for _, c := range []struct {
		what     string
		now      int32
		handover []Handover
		want     []leg
	}{
		{"nobody else", 0, nil, []leg{{1, 10, 30}}},
		{"another in between", 0, []Handover{{20, 2}}, []leg{{1, 10, 20}, {2, 20, 30}}},
		{"two others", 0, []Handover{{20, 2}, {25, 3}}, []leg{{1, 10, 20}, {2, 20, 25}, {3, 25, 30}}},
		{"there and back", 0, []Handover{{20, 2}, {25, 1}}, []leg{{1, 10, 20}, {2, 20, 25}, {1, 25, 30}}},
		{"before it starts", 0, []Handover{{5, 2}}, []leg{{2, 10, 30}}},
		{"on the day on which it starts", 0, []Handover{{10, 2}}, []leg{{2, 10, 30}}},
		{"when it is over", 0, []Handover{{30, 2}}, []leg{{1, 10, 30}}},
		{"in the past", 22, []Handover{{20, 2}}, []leg{{2, 22, 30}}},
		{"today", 20, []Handover{{20, 2}}, []leg{{2, 20, 30}}},
		{"from today on", 15, []Handover{{20, 2}}, []leg{{1, 15, 20}, {2, 20, 30}}},
		{"all over", 30, []Handover{{20, 2}}, nil},
	} {
		s := &Spec{Now: c.now}
		s.AddPool("leader", 3, 1)
		p := line(s, 1, schedule.Fixed(20))
		s.Projects[p].Handover = c.handover
		if got := mustCompile(t, s).legs(p, 1, 10, 30, nil); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
		s.Projects[p].Unled = true
		if got := mustCompile(t, s).legs(p, 1, 10, 30, nil); got != nil {
			t.Errorf("%s, and unled: %v", c.what, got)
		}
	}
}

// Without a hand-over nothing changes a leader: one leader for each project in every plan, and who has begun keeps it.
func TestOneLeaderFromStartToEnd(t *testing.T) {
	s := &Spec{Now: 3}
	s.AddPool("leader", 2, 1)
	a, b := line(s, 1, fixed(4, 40)...), line(s, 2, fixed(4, 4)...)
	happened(s, 0, 0, -1)
	s.Projects[a].Leader = 2
	s.Projects[b].Due, s.Projects[b].Weight = schedule.Known(1), 99
	x := mustSolve(t, s, Options{})
	if x.Leader[a] != 2 || x.Leader[b] != 1 || x.Start[2] != 3 || x.Finish[1] != 44 {
		t.Errorf("leaders %v, starts %v, finishes %v", x.Leader, x.Start, x.Finish)
	}
}
