package siting

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate"
)

// A goal that is the greatest of many, as the longest time of anybody is, is no sum. It is
// found by asking at which least level there is a set that keeps the rules and lets nobody,
// or no county, be worse off (bisection over the levels that occur; for times Minieka,
// SIAM Review 12 (1970) 138–139). Each question is one of covering: of everybody, or of a
// share of every county. A question that the engine cannot decide within levelNodes leaves
// a gap, which shows.

// levelNodes bounds the work on one question, and levelDoubts is after how many that are
// left undecided the search ends: what is left of the gap shows.
const (
	levelNodes  = 20
	levelDoubts = 1
)

// levels are what a goal of this kind can be, rising, and the question at each.
type levels struct {
	all []int64
	ask func(level int64, strict bool) *question // nil where not even all places together are enough
}

// bisect finds the least level at which there is a set.
func (s *Siting) bisect(ctx context.Context, w *world, b *Best) error {
	l := s.worstLevels(w)
	if b.Goal == County {
		l = s.countyLevels(w)
	}
	// No level below all[low] is possible; a set of all[high] has been found, if any has.
	low, high := 0, len(l.all)
	try := func(k int) (bool, bool, error) {
		o := s.limits()
		o.Nodes, o.Gap, o.Unexplained = levelNodes, 1, true
		q, a, err := s.solve(ctx, w, false, o, func(strict bool) (*question, error) { return l.ask(l.all[k], strict), nil })
		if err != nil || a == nil {
			return false, err == nil, err
		}
		if a.Found {
			b.Found, b.Value, b.Places = true, l.all[k], q.opened(s, w, a.Options)
		}
		b.Stopped = b.Stopped || a.Stopped && s.Options.Time > 0
		return a.Found, !a.Found && a.Infeasible != nil, nil
	}
	// The search begins at the best of the sets for the goals nearest to it.
	for _, seed := range []Goal{Far, Within, Mean} {
		start, err := s.best(ctx, seed)
		if err != nil {
			return err
		}
		if k := l.at(s.levelOf(w, b.Goal, start.Places)); start.Found && (!b.Found || k < high) {
			b.Found, b.Places, b.Value, high = true, start.Places, l.all[k], k
		}
	}
	doubt, doubts := 0, 0 // levels below doubt are not found, though not ruled out
	for from := low; from < high && doubts <= levelDoubts && ctx.Err() == nil; from = max(low, doubt) {
		k := from + (high-from)/2
		found, none, err := try(k)
		switch {
		case err != nil:
			return err
		case found:
			// The set may be better than was asked.
			high = min(k, l.at(s.levelOf(w, b.Goal, b.Places)))
			b.Value = l.all[high]
		case none:
			low = k + 1
		default:
			doubt, doubts = k+1, doubts+1
		}
	}
	if low < len(l.all) {
		b.Bound = l.all[low]
	}
	b.settle()
	return nil
}

// at is the position of the least level that is no less than a value.
func (l *levels) at(value int64) int {
	k, _ := slices.BinarySearch(l.all, value)
	return k
}

// levelOf is the level of a set.
func (s *Siting) levelOf(w *world, g Goal, places []Opened) int64 {
	seconds := w.accessOf(places).Seconds
	if g == Worst {
		return w.worstOf(seconds)
	}
	return s.countyOf(w, seconds)
}

// worstOf is the longest time of anybody whom some place could reach.
func (w *world) worstOf(seconds []uint32) int64 {
	longest := int64(0)
	for i, n := range w.people {
		if n > 0 && w.reachable[i] {
			longest = max(longest, capped(seconds[i]))
		}
	}
	return longest
}

// worstLevels are the times that occur. The least is no shorter than the nearest
// candidate, or office that stays, to the person for whom that is farthest.
func (s *Siting) worstLevels(w *world) *levels {
	l := &levels{}
	floor := int64(0)
	nearest := slices.Clone(w.base)
	for c := range w.candidates {
		for i, t := range w.times.Row(c) {
			nearest[i] = min(nearest[i], t)
		}
	}
	floor = w.worstOf(nearest)
	for i, n := range w.people {
		if n == 0 || !w.reachable[i] {
			continue
		}
		l.all = append(l.all, capped(w.base[i]))
		for c := range w.candidates {
			l.all = append(l.all, capped(w.times.Row(c)[i]))
		}
	}
	slices.Sort(l.all)
	l.all = slices.Compact(l.all)
	l.all = l.all[l.at(floor):]
	l.ask = func(level int64, strict bool) *question {
		d := &demand{lists: locate.Lists{Columns: len(w.candidates) + 1, Start: []int64{0}}}
		if level < never && !d.everybody(w, uint32(level)) {
			return nil
		}
		q := &question{spec: &locate.Spec{Classes: d.classes, Service: &d.lists}}
		s.finish(w, q, strict)
		return q
	}
	return l
}

// everybody must be within a time of some place; false where no place is near enough to
// somebody. Who is served wherever another is need not be asked for.
func (d *demand) everybody(w *world, limit uint32) bool {
	var sets [][]int32
	seen := map[string]bool{}
	var key []byte
	for i, n := range w.people {
		if n == 0 || !w.reachable[i] || w.base[i] <= limit {
			continue
		}
		var set []int32
		key = key[:0]
		for c := range w.candidates {
			if w.times.Row(c)[i] <= limit {
				set = append(set, int32(c))
				key = append(key, byte(c), byte(c>>8), byte(c>>16))
			}
		}
		if len(set) == 0 {
			return false
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			sets = append(sets, set)
		}
	}
	for _, set := range smallest(sets) {
		for _, c := range set {
			d.entry(int(c), 0)
		}
		d.end(1, locate.Never, 0)
	}
	return true
}

// smallest are the sets that hold no other: whoever serves those serves all.
func smallest(sets [][]int32) [][]int32 {
	slices.SortStableFunc(sets, func(a, b []int32) int { return len(a) - len(b) })
	var kept [][]int32
	for _, set := range sets {
		if !slices.ContainsFunc(kept, func(k []int32) bool { return isPart(k, set) }) {
			kept = append(kept, set)
		}
	}
	return kept
}

// isPart says whether every member of a is one of b; both rise.
func isPart(a, b []int32) bool {
	for _, x := range a {
		for len(b) > 0 && b[0] < x {
			b = b[1:]
		}
		if len(b) == 0 || b[0] != x {
			return false
		}
	}
	return true
}

// finish adds the places, the rules and the number to a question about classes alone.
func (s *Siting) finish(w *world, q *question, strict bool) {
	q.places(w)
	s.addRules(w, q, false, strict)
	q.number(s.Options.Number)
}

// perMyriad is the grain of shares.
const perMyriad = 10_000

// counties are the people of each county by point.
func (s *Siting) counties() []coverage.Unit {
	var out []coverage.Unit
	for _, u := range s.coverage.Units() {
		if u.Kind == programme.EveryCounty {
			out = append(out, u)
		}
	}
	return out
}

// countyOf is the share without an office within Options.Minutes, in parts of ten
// thousand rounded up, of the county where it is highest.
func (s *Siting) countyOf(w *world, seconds []uint32) int64 {
	highest := int64(0)
	for _, u := range s.counties() {
		far, all := int64(0), int64(0)
		for _, i := range u.Points {
			all += int64(w.people[i])
			if seconds[i] > uint32(s.Options.Minutes*60) {
				far += int64(w.people[i])
			}
		}
		if all > 0 {
			highest = max(highest, ceilDiv(far*perMyriad, all))
		}
	}
	return highest
}

// countyLevels are the shares from what all places together would leave.
func (s *Siting) countyLevels(w *world) *levels {
	nearest := slices.Clone(w.base)
	for c := range w.candidates {
		for i, t := range w.times.Row(c) {
			nearest[i] = min(nearest[i], t)
		}
	}
	l := &levels{}
	for n := s.countyOf(w, nearest); n <= perMyriad; n++ {
		l.all = append(l.all, n)
	}
	l.ask = func(level int64, strict bool) *question {
		d := &demand{lists: locate.Lists{Columns: len(w.candidates) + 1, Start: []int64{0}}}
		q := &question{spec: &locate.Spec{}}
		for _, u := range s.counties() {
			part, all := *w, int64(0)
			part.people = make([]int32, len(w.people))
			for _, i := range u.Points {
				part.people[i] = w.people[i]
				all += int64(w.people[i])
			}
			if all == 0 {
				continue
			}
			d.cover(&part, int32(len(q.spec.Measures)), s.Options.Minutes)
			q.spec.Measures = append(q.spec.Measures, locate.Measure{Name: u.Key, Capped: true, Cap: all * level / perMyriad})
		}
		q.spec.Classes, q.spec.Service = d.classes, &d.lists
		s.finish(w, q, strict)
		return q
	}
	return l
}
