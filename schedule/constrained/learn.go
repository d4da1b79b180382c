package constrained

import "slices"

// analyse turns a conflict into a clause with one literal of the present level (first unique implication point) and
// returns the level to go back to.
func (s *solver) analyse() int32 {
	s.learned = append(s.learned[:0], 0)
	open, at := 0, len(s.trail)-1
	cause := s.conflict
	var scratch, marked []literal
	for {
		for _, m := range cause {
			v := int32(m >> 1)
			if s.seen[v] || s.level[v] == 0 {
				continue
			}
			s.seen[v] = true
			marked = append(marked, m)
			s.warm(v)
			if s.level[v] == s.levelNow() {
				open++
			} else {
				s.learned = append(s.learned, m)
			}
		}
		for !s.seen[s.trail[at]>>1] {
			at--
		}
		l := s.trail[at]
		at--
		if open--; open == 0 {
			s.learned[0] = l.not()
			break
		}
		scratch = s.explain(scratch[:0], l, s.why[l>>1])
		cause = scratch
	}
	s.shorten(scratch)
	for _, m := range marked {
		s.seen[m>>1] = false
	}
	back := int32(0)
	for i := 1; i < len(s.learned); i++ {
		if l := s.level[s.learned[i]>>1]; l > back {
			back = l
			s.learned[1], s.learned[i] = s.learned[i], s.learned[1]
		}
	}
	return back
}

// shorten drops literals that the others imply in one step.
func (s *solver) shorten(scratch []literal) {
	kept := s.learned[:1]
	for _, m := range s.learned[1:] {
		r := s.why[m>>1]
		needed := r.kind == decided
		if !needed {
			scratch = s.explain(scratch[:0], m.not(), r)
			for _, c := range scratch {
				if !s.seen[c>>1] && s.level[c>>1] > 0 {
					needed = true
					break
				}
			}
		}
		if needed {
			kept = append(kept, m)
		}
	}
	s.learned = kept
}

// learn stores the clause and asserts its first literal.
func (s *solver) learn() bool {
	if len(s.learned) == 1 {
		return s.assume(s.learned[0], reason{})
	}
	s.stamp++
	levels := int32(0)
	for _, m := range s.learned {
		if l := s.level[m>>1]; s.levels[l] != s.stamp {
			s.levels[l] = s.stamp
			levels++
		}
	}
	c := int32(len(s.clauses))
	lits := slices.Clone(s.learned)
	s.clauses = append(s.clauses, clause{lits: lits, level: levels})
	s.watches[lits[0]] = append(s.watches[lits[0]], watcher{c, lits[1]})
	s.watches[lits[1]] = append(s.watches[lits[1]], watcher{c, lits[0]})
	return s.assume(lits[0], reason{kind: byClause, at: c})
}

// forget drops the half of the clauses that span most levels. It is called on level 0, where no clause is a reason
// that is still asked for.
func (s *solver) forget() {
	order := make([]int32, len(s.clauses))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(s.clauses[a].level - s.clauses[b].level) })
	keep := make([]bool, len(s.clauses))
	for i, c := range order {
		keep[c] = i < len(order)/2 || s.clauses[c].level <= 3
	}
	var left []clause
	for i := range s.clauses {
		if keep[i] {
			left = append(left, s.clauses[i])
		}
	}
	s.clauses = left
	for i := range s.watches {
		s.watches[i] = s.watches[i][:0]
	}
	for i, c := range s.clauses {
		s.watches[c.lits[0]] = append(s.watches[c.lits[0]], watcher{int32(i), c.lits[1]})
		s.watches[c.lits[1]] = append(s.watches[c.lits[1]], watcher{int32(i), c.lits[0]})
	}
}
