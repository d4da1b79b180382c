package siting

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
)

// roomOf is how many people are left without room, when those within Options.Minutes of
// some office are divided among the offices so that as many as can be have room. An
// office has room for the least number of officers that its type is stated to have, times
// Options.PerOfficer. Who is near an office that stays has room: of it no number is known.
// Unknown where the type or the officers of some office are.
func (s *Siting) roomOf(ctx context.Context, w *world, opened []Opened) (Value, error) {
	kinds, err := s.kindsOf(ctx)
	if err != nil || s.Options.PerOfficer <= 0 {
		return Value{}, err
	}
	room := make([]int64, len(opened))
	rows := make([][]uint32, len(opened))
	for i := range opened {
		o := &opened[i]
		if len(o.Types) != 1 {
			return Value{}, nil
		}
		k := slices.IndexFunc(kinds, func(k Kind) bool { return k.ID == o.Types[0] })
		if k < 0 || !kinds[k].Staff.Known {
			return Value{}, nil
		}
		room[i] = int64(kinds[k].Staff.Low) * int64(s.Options.PerOfficer)
		if rows[i], err = s.secondsTo(ctx, w, &o.Candidate); err != nil || rows[i] == nil {
			return Value{}, err
		}
	}
	limit := uint32(s.Options.Minutes * 60)
	crowds := map[string]*crowd{}
	var order []*crowd
	left := int64(0)
	for i, n := range w.people {
		if n == 0 || w.base[i] <= limit {
			continue
		}
		key := make([]byte, len(rows))
		var near []int
		for k := range rows {
			if rows[k][i] <= limit {
				key[k], near = 1, append(near, k)
			}
		}
		left += int64(n)
		if crowds[string(key)] == nil {
			crowds[string(key)] = &crowd{near: near, at: make([]int64, len(rows))}
			order = append(order, crowds[string(key)])
		}
		crowds[string(key)].people += int64(n)
	}
	return exactly(left - seat(order, room)), nil
}

// secondsTo is the time from every point to a place; nil where it has none.
func (s *Siting) secondsTo(ctx context.Context, w *world, c *Candidate) ([]uint32, error) {
	for k := range w.candidates {
		if w.candidates[k].Key == c.Key {
			return w.times.Row(k), nil
		}
	}
	for site := range s.coverage.Sites {
		if s.coverage.Sites[site].Key == c.Key && s.coverage.Sites[site].IsPlaced {
			row, _, err := s.coverage.Row(ctx, int32(site))
			return row, err
		}
	}
	return nil, nil
}

// crowd is people who are near the same offices, and where they have room.
type crowd struct {
	people int64
	near   []int
	at     []int64 // by office
}

// seat gives as many people room as can have it, by augmenting paths between offices
// (Edmonds & Karp, Journal of the ACM 19 (1972) 248–264).
func seat(crowds []*crowd, room []int64) int64 {
	seated := int64(0)
	for _, c := range crowds {
		for c.people > 0 {
			n := augment(crowds, c, room)
			if n == 0 {
				break
			}
			c.people -= n
			seated += n
		}
	}
	return seated
}

// augment seats some of a crowd: at an office with room, or where others who could sit
// elsewhere move on.
func augment(crowds []*crowd, c *crowd, room []int64) int64 {
	type step struct {
		from  int // office whose people move on; −1 for the crowd itself
		whose *crowd
	}
	came := make([]*step, len(room))
	var queue []int
	for _, k := range c.near {
		came[k], queue = &step{-1, c}, append(queue, k)
	}
	for len(queue) > 0 {
		k := queue[0]
		queue = queue[1:]
		if room[k] > 0 {
			n := min(room[k], c.people)
			for at := k; came[at].from >= 0; at = came[at].from {
				n = min(n, came[at].whose.at[came[at].from])
			}
			room[k] -= n
			for at := k; ; at = came[at].from {
				came[at].whose.at[at] += n
				if came[at].from < 0 {
					return n
				}
				came[at].whose.at[came[at].from] -= n
			}
		}
		for _, other := range crowds {
			if other.at[k] == 0 {
				continue
			}
			for _, to := range other.near {
				if came[to] == nil {
					came[to], queue = &step{k, other}, append(queue, to)
				}
			}
		}
	}
	return 0
}

// reach finds which points some place could reach, or an office that stays does.
func (w *world) reach() {
	w.reachable = make([]bool, w.points)
	for i := range w.reachable {
		w.reachable[i] = w.base[i] != coverage.Unreachable
	}
	for c := range w.candidates {
		for i, t := range w.times.Row(c) {
			w.reachable[i] = w.reachable[i] || t != coverage.Unreachable
		}
	}
}
