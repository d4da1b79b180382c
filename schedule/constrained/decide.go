package constrained

// Answer is what a decision procedure can say.
type answer uint8

const (
	unknown answer = iota
	yes
	no
)

// decide searches until it knows, or is told to stop.
func (s *solver) decide(stop func() bool) answer {
	if !s.propagate() {
		return no
	}
	limit := 4000
	for round, conflicts := 1, 0; ; round++ {
		for left := 100 * luby(round); left > 0; {
			if !s.propagate() {
				if s.levelNow() == 0 {
					return no
				}
				s.back(s.analyse())
				if !s.learn() {
					return no
				}
				s.gain /= 0.95
				left--
				if conflicts++; conflicts%64 == 0 && stop() {
					return unknown
				}
				continue
			}
			if !s.branch(round) {
				return yes
			}
		}
		s.back(0)
		if len(s.clauses) > limit {
			if !s.propagate() {
				return no
			}
			s.forget()
			limit += 500
		}
	}
}

// branch assumes something new; false if everything is decided. In the first round it starts what can start first;
// later it decides what had most to do with conflicts.
func (s *solver) branch(round int) bool {
	l := literal(-1)
	if round%2 == 1 && round < 8 {
		best := int32(-1)
		for j := range s.lo {
			if s.lo[j] < s.hi[j] && (best < 0 || s.lo[j] < s.lo[best] || s.lo[j] == s.lo[best] && s.hi[j] < s.hi[best]) {
				best = int32(j)
			}
		}
		if best < 0 {
			return false
		}
		l = s.by(best, s.lo[best])
	}
	for l < 0 {
		if len(s.heap) == 0 {
			return false
		}
		if v := s.pop(); s.value[2*v] == 0 {
			if l = literal(2 * v); !s.phase[v] {
				l++
			}
		}
	}
	s.limits = append(s.limits, mark{len(s.trail), len(s.bounds), len(s.arena)})
	return s.assume(l, reason{})
}

// luby is the i-th number of the sequence 1 1 2 1 1 2 4 … (Luby, Sinclair & Zuckerman 1993).
func luby(i int) int {
	for k := 1; ; k++ {
		if i == 1<<k-1 {
			return 1 << (k - 1)
		}
		if i < 1<<k-1 {
			return luby(i - 1<<(k-1) + 1)
		}
	}
}
