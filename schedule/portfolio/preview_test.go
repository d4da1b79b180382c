package portfolio

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// What is pinned stays when the rest has to move, and a preview names what moves and by how much.
func TestPreview(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 1, 1)
	a, b, pinned := line(s, 1, fixed(5)...), line(s, 2, fixed(5)...), line(s, 3, fixed(5)...)
	s.Activities[s.Projects[pinned].Milestone].Pinned = schedule.Known(20)
	s.Projects[a].Due, s.Projects[b].Due = schedule.Known(5), schedule.Known(10)
	before := mustSolve(t, s, Options{})
	changed := s.clone()
	changed.Activities[s.Projects[a].Milestone].Duration = schedule.Fixed(8)
	e, err := Preview(context.Background(), before, mustCompile(t, changed))
	if err != nil {
		t.Fatal(err)
	}
	want := []Move{{Key: 1, Before: a, After: a, Milestone: 3, From: 1, To: 1}, {Key: 2, Before: b, After: b, Start: 3, Milestone: 3, From: 1, To: 1}}
	if !slices.Equal(e.Moves, want) {
		t.Errorf("moves %+v, want %+v", e.Moves, want)
	}
}

// Three projects of five days under one leader, in this order by their due days; what each change of the Spec moves.
func TestPreviewByHand(t *testing.T) {
	for _, c := range []struct {
		what   string
		change func(s *Spec)
		want   []Move
	}{
		{"nothing", func(*Spec) {}, nil},
		{"the last takes longer", func(s *Spec) { s.Activities[2].Duration = schedule.Fixed(7) }, []Move{{Key: 3, Before: 2, After: 2, Milestone: 2, From: 1, To: 1}}},
		{"the second takes longer", func(s *Spec) { s.Activities[1].Duration = schedule.Fixed(6) },
			[]Move{{Key: 2, Before: 1, After: 1, Milestone: 1, From: 1, To: 1}, {Key: 3, Before: 2, After: 2, Start: 1, Milestone: 1, From: 1, To: 1}}},
		{"the second takes less, and frees its leader", func(s *Spec) { s.Activities[1].Duration = schedule.Fixed(3) },
			[]Move{{Key: 2, Before: 1, After: 1, Milestone: -2, From: 1, To: 1}, {Key: 3, Before: 2, After: 2, Start: -2, Milestone: -2, From: 1, To: 1}}},
		{"the last has a fixed day", func(s *Spec) { s.Activities[2].Pinned = schedule.Known(12) }, []Move{{Key: 3, Before: 2, After: 2, Start: 2, Milestone: 2, From: 1, To: 1}}},
		{"a new one comes last", func(s *Spec) { line(s, 4, schedule.Fixed(2)) }, []Move{{Key: 4, Before: -1, After: 3, To: 1}}},
		{"one is gone", func(s *Spec) {
			s.Projects, s.Activities = slices.Clone(s.Projects[:2]), slices.Clone(s.Activities[:2])
		}, []Move{{Key: 3, Before: 2, After: -1, From: 1}}},
		{"one more leader changes nothing by itself", func(s *Spec) { s.AddPool("leader", 1, 1) }, nil},
		{"the first is given to another", func(s *Spec) { s.AddPool("leader", 1, 1); s.Projects[0].Leader = 2 },
			[]Move{{Key: 1, Before: 0, After: 0, From: 1, To: 2}, {Key: 2, Before: 1, After: 1, Start: -5, Milestone: -5, From: 1, To: 1},
				{Key: 3, Before: 2, After: 2, Start: -5, Milestone: -5, From: 1, To: 1}}},
		{"the second has begun late", func(s *Spec) { s.Now = 8; happened(s, 0, 0, 5); happened(s, 1, 7, -1) },
			[]Move{{Key: 2, Before: 1, After: 1, Start: 2, Milestone: 2, From: 1, To: 1},
				{Key: 3, Before: 2, After: 2, Start: 2, Milestone: 2, From: 1, To: 1}}},
	} {
		s := &Spec{}
		s.AddPool("leader", 1, 1)
		for k := range 3 {
			p := line(s, uint64(k+1), schedule.Fixed(5))
			s.Projects[p].Due = schedule.Known(int32(5 * (k + 1)))
		}
		before := mustSolve(t, s, Options{})
		changed := s.clone()
		c.change(changed)
		e, err := Preview(context.Background(), before, mustCompile(t, changed))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
		} else if !slices.Equal(e.Moves, c.want) {
			t.Errorf("%s: %+v\nwant %+v", c.what, e.Moves, c.want)
		}
	}
}

// happened notes when an activity started and, from 0 on, when it finished.
func happened(s *Spec, a Activity, start, finish int32) {
	s.Activities[a].Started = schedule.Known(start)
	if finish >= 0 {
		s.Activities[a].Finished = schedule.Known(finish)
	}
}

// A preview of what cannot be is refused, and says which rule stands against it.
func TestPreviewOfTheImpossible(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 1, 1)
	line(s, 1, fixed(5, 5)...)
	before := mustSolve(t, s, Options{})
	changed := s.clone()
	changed.Activities[1].Deadline = schedule.Known(9)
	_, err := Preview(context.Background(), before, mustCompile(t, changed))
	var none *InfeasibleError
	if !errors.As(err, &none) || len(none.Violations) != 1 || none.Violations[0].Rule != "deadline" {
		t.Errorf("error %v; want the deadline", err)
	}
}
