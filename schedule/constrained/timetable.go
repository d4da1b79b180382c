package constrained

// capacityRow is the capacity of four resources on every day, packed as in network.
type capacityRow []uint64

// timetable propagates resources: on the days on which an activity surely runs it leaves less to the others
// (time-table filtering, explained day by day). O(n·(days of an activity)) for one pass.
type timetable struct {
	w        *network
	capacity []capacityRow
	free     [][]uint64
	lo, hi   []int32
	users    [][]int32 // by word
}

func newTimetable(w *network, capacity []capacityRow) timetable {
	t := timetable{w: w, capacity: capacity, lo: make([]int32, w.n), hi: make([]int32, w.n)}
	t.users = make([][]int32, w.words)
	for k := range capacity {
		t.free = append(t.free, make([]uint64, len(capacity[k])))
	}
	for j := int32(0); j < w.n; j++ {
		for _, n := range w.needs(j) {
			t.users[n.word] = append(t.users[n.word], j)
		}
	}
	return t
}

// lacks tells on which lanes a day has no room for a need.
func lacks(free, lane uint64) uint64 { return ^(free - lane) & guard }

// propagate is one pass over all activities with the bounds at its beginning.
func (t *timetable) propagate(s *solver) bool {
	copy(t.lo, s.lo)
	copy(t.hi, s.hi)
	for k := range t.free {
		copy(t.free[k], t.capacity[k])
	}
	for j := int32(0); j < t.w.n; j++ {
		if t.hi[j] >= t.lo[j]+t.w.dur[j] {
			continue
		}
		for _, n := range t.w.needs(j) {
			free := t.free[n.word]
			for u := t.hi[j]; u < t.lo[j]+t.w.dur[j]; u++ {
				if bad := lacks(free[u], n.lane); bad != 0 {
					s.conflict = t.cause(s, s.conflict[:0], j, n.word, u, bad)
					s.conflict = t.covers(s, s.conflict, j, u)
					return false
				}
				free[u] -= n.lane
			}
		}
	}
	for j := int32(0); j < t.w.n; j++ {
		if t.lo[j] < t.hi[j] && (!t.later(s, j) || !t.earlier(s, j)) {
			return false
		}
	}
	return true
}

// covers appends the literals that say, negated, that activity i runs on day u.
func (t *timetable) covers(s *solver, to []literal, i, u int32) []literal {
	if u < s.first[i]+s.span(i) {
		to = append(to, s.by(i, u)|1)
	}
	if d := u - t.w.dur[i]; d >= s.first[i] {
		to = append(to, s.by(i, d))
	}
	return to
}

// cause appends why day u has no room for activity j on one of the lanes in bad: enough others that run on it.
func (t *timetable) cause(s *solver, to []literal, j, word, u int32, bad uint64) []literal {
	shift := uint(0)
	for bad&(0x8000<<shift) == 0 {
		shift += 16
	}
	amount := func(i int32) int64 {
		for _, n := range t.w.needs(i) {
			if n.word == word {
				return int64(n.lane >> shift & 0x7fff)
			}
		}
		return 0
	}
	left := int64(t.capacity[word][u]>>shift&0x7fff) - amount(j)
	for _, i := range t.users[word] {
		if left < 0 {
			break
		}
		if i != j && t.hi[i] <= u && u < t.lo[i]+t.w.dur[i] && amount(i) > 0 {
			left -= amount(i)
			to = t.covers(s, to, i, u)
		}
	}
	return to
}

// later moves the earliest start of activity j behind the days that are full.
func (t *timetable) later(s *solver, j int32) bool {
	d := t.w.dur[j]
	for lo := t.lo[j]; lo <= t.hi[j]; {
		day, word, bad := int32(-1), int32(0), uint64(0)
		for _, n := range t.w.needs(j) {
			for u := min(lo+d, t.hi[j]) - 1; u >= lo; u-- {
				if b := lacks(t.free[n.word][u], n.lane); b != 0 && u > day {
					day, word, bad = u, n.word, b
					break
				}
			}
		}
		if day < 0 {
			return true
		}
		from := int32(len(s.arena))
		s.arena = t.cause(s, s.arena, j, word, day, bad)
		x := day - d
		if lo > t.lo[j] && x >= t.lo[j] {
			x = lo - 1 // what this pass has just assumed; the days between follow later
		}
		if x >= s.first[j] {
			s.arena = append(s.arena, s.by(j, x))
		}
		r := reason{byArena, from, int32(len(s.arena)) - from}
		if !s.assume(s.by(j, day)|1, r) {
			return false
		}
		lo = day + 1
	}
	return true
}

// earlier moves the latest start of activity j before the days that are full.
func (t *timetable) earlier(s *solver, j int32) bool {
	d := t.w.dur[j]
	for hi := t.hi[j]; hi > t.lo[j]; {
		day, word, bad := int32(1<<30), int32(0), uint64(0)
		for _, n := range t.w.needs(j) {
			for u := max(hi, t.lo[j]+d); u < hi+d; u++ {
				if b := lacks(t.free[n.word][u], n.lane); b != 0 && u < day {
					day, word, bad = u, n.word, b
					break
				}
			}
		}
		if day == 1<<30 || day-d < t.lo[j] {
			return true
		}
		from := int32(len(s.arena))
		s.arena = t.cause(s, s.arena, j, word, day, bad)
		x := day
		if hi < t.hi[j] && x < t.hi[j] {
			x = hi
		}
		if x < s.first[j]+s.span(j) {
			s.arena = append(s.arena, s.by(j, x)|1)
		}
		r := reason{byArena, from, int32(len(s.arena)) - from}
		if !s.assume(s.by(j, day-d), r) {
			return false
		}
		hi = day - d
	}
	return true
}
