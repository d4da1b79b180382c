package economy

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// claimed returns the types that the claim that holds gives an office, whether
// it binds, and its position in TypeClaims. Without a claim, or with one that
// names no known type, it is every type and −1.
func claimed(x *programme.Index, id programme.OfficeID) (set typeSet, decided bool, at int) {
	every := typeSet(1)<<uint(len(x.S.OfficeTypes)) - 1
	claim, at := x.Claim(id)
	if claim == nil {
		return every, false, -1
	}
	for _, t := range claim.Types {
		if _, i := x.Type(t); i >= 0 {
			set |= 1 << uint(i)
		}
	}
	if set == 0 {
		return every, false, -1
	}
	return set, claim.Status == programme.Decided, at
}

// statedCounts are the latest known counts of a round, as positions in
// RoundCounts: one for each type and one for the total, −1 where nobody has said.
func statedCounts(x *programme.Index, id programme.RoundID) (byType []int, total int) {
	byType, total = make([]int, len(x.S.OfficeTypes)), -1
	for t := range byType {
		byType[t] = -1
	}
	for _, i := range x.RoundCounts(id) {
		c := &x.S.RoundCounts[i]
		slot := &total
		if c.Type != "" {
			_, t := x.Type(c.Type)
			if t < 0 {
				continue
			}
			slot = &byType[t]
		}
		if !c.Count.Known {
			continue
		}
		if *slot < 0 || x.S.KnownFrom(x.S.RoundCounts[*slot].Provenance) <= x.S.KnownFrom(c.Provenance) {
			*slot = i
		}
	}
	return byType, total
}

// demandOf makes the demand of a round's counts on its offices. The total is the
// stated one, at least the offices named; where none is stated it is the
// offices named, or what the counts need at least.
func (r *Round) demandOf(s *programme.Snapshot, allowed []typeSet) *demand {
	n, types := len(allowed), len(s.OfficeTypes)
	low, high, sum := make([]int, types), make([]int, types), 0
	for t, i := range r.countAt {
		if i >= 0 && !r.Contradiction {
			low[t] = s.RoundCounts[i].Count.Low
			sum += low[t]
		}
	}
	least, most := max(n, sum), max(n, sum)
	if r.totalAt >= 0 {
		c := s.RoundCounts[r.totalAt].Count
		least, most = max(n, c.Low), max(n, c.High)
	}
	for t, i := range r.countAt {
		high[t] = most
		if i >= 0 && !r.Contradiction {
			high[t] = min(most, s.RoundCounts[i].Count.High)
		}
	}
	return newDemand(least, most, low, high, allowed)
}

// reconcile returns the demand of a round. Counts by type bind the round and
// leave every composition open that they and the decided types allow
// (docs/decisions/0003); where there are proposals Yielding is then set, and they
// yield in each scenario, as few as can be. Without such counts proposals bind. Where not even
// the decided types have room, the counts are set aside.
func (e *Economy) reconcile(r *Round) *demand {
	s := e.x.S
	want, firm := make([]typeSet, len(r.Offices)), make([]typeSet, len(r.Offices))
	for i, o := range r.Offices {
		of := &e.Offices[o]
		want[i], firm[i] = of.claimed, of.claimed
		if !of.Decided {
			firm[i] = e.everyType()
		}
	}
	if counted := slices.ContainsFunc(r.countAt, func(at int) bool { return at >= 0 }); counted {
		if d := r.demandOf(s, firm); d.feasible() {
			r.Yielding = !slices.Equal(want, firm)
			return d
		}
	}
	d := r.demandOf(s, want)
	r.Contradiction = !d.feasible()
	if r.Contradiction {
		d = r.demandOf(s, want)
	}
	return d
}

// binding returns the types that each office may have, in the order given, when
// the round is to have the counts of one composition. The offices whose proposals
// hold at once are independent in a matroid, so keeping one after the other,
// from the last in order, keeps as many as can be.
func (e *Economy) binding(r *Round, order []OfficeIndex, count []int) []typeSet {
	allowed := make([]typeSet, len(order))
	var soft []int
	for i, o := range order {
		of := &e.Offices[o]
		if allowed[i] = of.claimed; r.Yielding && !of.Decided && of.claimed != e.everyType() {
			allowed[i] = e.everyType()
			soft = append(soft, i)
		}
	}
	for k := len(soft) - 1; k >= 0; k-- {
		i := soft[k]
		allowed[i] = e.Offices[order[i]].claimed
		if newMatcher(grouped(allowed), len(count)).most(count) < len(order) {
			allowed[i] = e.everyType()
		}
	}
	return allowed
}
