package constrained

// literal is a Boolean variable (even) or its negation (odd).
type literal int32

func (l literal) not() literal { return l ^ 1 }

// reason says why a literal holds: decided, another literal, a clause that was learned, or an explanation that
// lives until the search goes back.
type reason struct {
	kind uint8
	at   int32 // the literal, the clause, or the first place in the arena
	size int32
}

const (
	decided uint8 = iota
	byLiteral
	byClause
	byArena
)

type clause struct {
	lits  []literal // the first two are watched
	level int32     // decision levels it spans; few means useful
}

type watcher struct {
	clause int32
	other  literal
}

// solver decides whether a schedule of at most some length exists, by lazy clause generation (Schutt and others
// 2011): conflicts of the time-table are explained in terms of "activity j starts by day t" and learned from.
type solver struct {
	base, first []int32 // variable of [start ≤ first day], and that day
	lo, hi      []int32 // bounds of starts
	owner       []int32 // activity of a variable
	value       []int8  // by literal: 1 true, −1 false, 0 open
	level       []int32
	why         []reason
	phase       []bool
	trail       []literal
	limits      []mark
	head        int
	bounds      []bound
	arena       []literal
	clauses     []clause
	watches     [][]watcher
	conflict    []literal
	heat        []float64
	gain        float64
	heap        []int32
	spot        []int32
	seen        []bool
	learned     []literal
	levels      []int32 // stamp by level, for counting
	stamp       int32
	w           *network
	table       timetable
}

type mark struct{ trail, bounds, arena int }

type bound struct{ activity, lo, hi int32 }

func (s *solver) levelNow() int32 { return int32(len(s.limits)) }

// newSolver gives every activity the starts lo … hi.
func newSolver(w *network, lo, hi []int32, capacity []capacityRow) *solver {
	s := &solver{w: w, lo: append([]int32(nil), lo...), hi: append([]int32(nil), hi...), gain: 1}
	s.base, s.first = make([]int32, w.n), append([]int32(nil), lo...)
	vars := int32(0)
	for j := range lo {
		s.base[j] = vars
		for range hi[j] - lo[j] {
			s.owner = append(s.owner, int32(j))
		}
		vars += hi[j] - lo[j]
	}
	s.value, s.level, s.why = make([]int8, 2*vars), make([]int32, vars), make([]reason, vars)
	s.phase, s.heat, s.spot = make([]bool, vars), make([]float64, vars), make([]int32, vars)
	s.watches, s.seen, s.levels = make([][]watcher, 2*vars), make([]bool, vars), make([]int32, vars+2)
	for v := range vars {
		s.phase[v] = true
		s.spot[v] = v
		s.heap = append(s.heap, v)
	}
	s.table = newTimetable(w, capacity)
	return s
}

// by returns the literal "activity j starts by day t", for a day inside its first bounds.
func (s *solver) by(j, t int32) literal { return literal(2 * (s.base[j] + t - s.first[j])) }

// day returns activity and day of a variable.
func (s *solver) day(v int32) (int32, int32) {
	j := s.owner[v]
	return j, s.first[j] + v - s.base[j]
}

// span returns the number of variables of activity j.
func (s *solver) span(j int32) int32 {
	if int(j)+1 < len(s.base) {
		return s.base[j+1] - s.base[j]
	}
	return int32(len(s.level)) - s.base[j]
}

// assume makes a literal true and keeps the bounds of its activity. It is false if the literal is false already.
func (s *solver) assume(l literal, r reason) bool {
	switch s.value[l] {
	case 1:
		return true
	case -1:
		s.conflict = append(s.conflict[:0], l)
		s.conflict = s.explain(s.conflict, l, r)
		return false
	}
	v := int32(l >> 1)
	s.value[l], s.value[l^1] = 1, -1
	s.level[v], s.why[v] = s.levelNow(), r
	s.trail = append(s.trail, l)
	j, t := s.day(v)
	if l&1 == 0 && t < s.hi[j] {
		s.bounds = append(s.bounds, bound{j, s.lo[j], s.hi[j]})
		s.hi[j] = t
	} else if l&1 == 1 && t >= s.lo[j] {
		s.bounds = append(s.bounds, bound{j, s.lo[j], s.hi[j]})
		s.lo[j] = t + 1
	}
	return true
}

// explain appends the literals, all false, whose negations imply l.
func (s *solver) explain(to []literal, l literal, r reason) []literal {
	switch r.kind {
	case byLiteral:
		to = append(to, literal(r.at).not())
	case byClause:
		for _, m := range s.clauses[r.at].lits {
			if m != l {
				to = append(to, m)
			}
		}
	case byArena:
		to = append(to, s.arena[r.at:r.at+r.size]...)
	}
	return to
}

// back undoes everything above a level.
func (s *solver) back(level int32) {
	if s.levelNow() <= level {
		return
	}
	m := s.limits[level]
	for i := len(s.trail) - 1; i >= m.trail; i-- {
		l := s.trail[i]
		v := int32(l >> 1)
		s.value[l], s.value[l^1] = 0, 0
		s.phase[v] = l&1 == 0
		if s.spot[v] < 0 {
			s.push(v)
		}
	}
	for i := len(s.bounds) - 1; i >= m.bounds; i-- {
		b := s.bounds[i]
		s.lo[b.activity], s.hi[b.activity] = b.lo, b.hi
	}
	s.trail, s.bounds, s.arena = s.trail[:m.trail], s.bounds[:m.bounds], s.arena[:m.arena]
	s.limits, s.head = s.limits[:level], m.trail
}
