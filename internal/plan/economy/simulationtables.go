package economy

import (
	"math/bits"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
)

func (s *simulation) layTables(e *Economy) {
	last := e.cal.Last()
	n := int(last-s.day0) + 1
	s.number, s.tertial, s.remaining = make([]int32, n), make([]uint8, n), make([]int32, n)
	for q := range s.periods {
		first, after := s.tertialStart(q), s.tertialStart(q+1)
		s.length = append(s.length, int64(first.DaysUntil(after)))
		s.ends = append(s.ends, e.cal.Number(after))
		for d := first; d < after; d++ {
			s.tertial[d-s.day0], s.remaining[d-s.day0] = uint8(q), int32(d.DaysUntil(after))
		}
	}
	s.ends = append(s.ends, 1<<30)
	for i := range s.number {
		d := s.day0 + civil.Date(i)
		s.number[i] = e.cal.Number(d)
		if d >= s.tertialStart(s.periods) {
			s.tertial[i] = uint8(s.periods)
		}
	}
	s.step = make([]uint64, e.cal.Len()+1)
	for n := 1; n < len(s.step); n++ {
		s.step[n] = (1 << stepBits) / uint64(n)
	}
	// A block of runs stays within a core's cache.
	s.block = max(16, min(maxBlock, (256<<10)/(16*len(s.classes)*(s.periods+1))))
}

func (s *simulation) layCosts(e *Economy) {
	for sc := Low; sc <= High; sc++ {
		s.cost[sc], s.rate[sc] = make([]int64, len(e.Types)*s.periods), make([]int64, len(e.Types)*s.periods)
		for t := range e.Types {
			for q := range s.periods {
				year := e.First + q/3
				if u := &e.Types[t].Unit[Establishment]; u.Amount.Known {
					s.cost[sc][t*s.periods+q] = int64(in(u.byYear, e.First, year, sc))
				}
				if u := &e.Types[t].Unit[Running]; u.Amount.Known {
					days := newYear(year).DaysUntil(newYear(year + 1))
					s.rate[sc][t*s.periods+q] = int64(money.Scale(in(u.byYear, e.First, year, sc), 1<<rateBits, int64(days)))
				}
			}
		}
	}
}

// layTotals makes room for the sums; where types are settled and costs exact
// both scenarios share it.
func (s *simulation) layTotals() {
	s.scenarios = 2
	if slices.Equal(s.cost[Low], s.cost[High]) && slices.Equal(s.rate[Low], s.rate[High]) &&
		!slices.ContainsFunc(s.classes, func(c class) bool { return c.types[Low] != c.types[High] }) {
		s.scenarios = 1
	}
	for sc := Low; sc < s.scenarios; sc++ {
		s.steady[sc] = make([]int64, s.periods)
		for i := range s.classes {
			s.classes[i].settleSteady(s, sc)
		}
		for k := range s.totals[sc] {
			s.totals[sc][k] = make([][]int64, s.periods)
			for q := range s.periods {
				s.totals[sc][k][q] = make([]int64, s.runs)
			}
		}
	}
}

// mulShift is a·b·2^-shift rounded half away from zero, for b and shift above zero.
// The product has 128 bits, so a sum over thousands of offices does not overflow.
func mulShift(a, b int64, shift uint) int64 {
	if a < 0 {
		return -mulShift(-a, b, shift)
	}
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	lo, carry := bits.Add64(lo, 1<<(shift-1), 0)
	return int64((hi+carry)<<(64-shift) | lo>>shift)
}
