package constrained

// propagate draws every conclusion from what is assumed; false is a conflict, left in s.conflict as literals that
// are all false.
func (s *solver) propagate() bool {
	for {
		for s.head < len(s.trail) {
			l := s.trail[s.head]
			s.head++
			if !s.order(l) || !s.watch(l) {
				return false
			}
		}
		before := len(s.trail)
		if !s.table.propagate(s) {
			return false
		}
		if len(s.trail) == before {
			return true
		}
	}
}

// order follows a bound along the days of its activity and along the links.
func (s *solver) order(l literal) bool {
	r := reason{kind: byLiteral, at: int32(l)}
	j, t := s.day(int32(l >> 1))
	if l&1 == 0 {
		if t+1 < s.first[j]+s.span(j) && !s.assume(l+2, r) {
			return false
		}
		for _, a := range s.w.preds(j) {
			if d := t - a.wait; d < s.first[a.to]+s.span(a.to) && !s.assume(s.by(a.to, d), r) {
				return false
			}
		}
		return true
	}
	if t > s.first[j] && !s.assume(l-2, r) {
		return false
	}
	for _, a := range s.w.succs(j) {
		if d := t + a.wait; d >= s.first[a.to] && !s.assume(s.by(a.to, d)|1, r) {
			return false
		}
	}
	return true
}

// watch visits the learned clauses that watch the negation of l.
func (s *solver) watch(l literal) bool {
	no := l.not()
	list := s.watches[no]
	keep := list[:0]
	for i := 0; i < len(list); i++ {
		wt := list[i]
		if s.value[wt.other] == 1 {
			keep = append(keep, wt)
			continue
		}
		lits := s.clauses[wt.clause].lits
		if len(lits) == 0 {
			continue
		}
		if lits[0] == no {
			lits[0], lits[1] = lits[1], no
		}
		if s.value[lits[0]] == 1 {
			keep = append(keep, watcher{wt.clause, lits[0]})
			continue
		}
		moved := false
		for k := 2; k < len(lits); k++ {
			if s.value[lits[k]] != -1 {
				lits[1], lits[k] = lits[k], no
				s.watches[lits[1]] = append(s.watches[lits[1]], watcher{wt.clause, lits[0]})
				moved = true
				break
			}
		}
		if moved {
			continue
		}
		keep = append(keep, wt)
		if !s.assume(lits[0], reason{kind: byClause, at: wt.clause}) {
			keep = append(keep, list[i+1:]...)
			s.watches[no] = keep
			return false
		}
	}
	s.watches[no] = keep
	return true
}
