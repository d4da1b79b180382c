package staffing

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// addRound finds the need of a round over its feasible compositions.
func (s *Staffing) addRound(id programme.RoundID) {
	r := Round{ID: id}
	for i := range s.Offices {
		if o := &s.Offices[i]; o.Round == id {
			o.round = len(s.Rounds)
			r.Offices = append(r.Offices, i)
		}
	}
	s.settle(&r)
	for _, i := range r.Offices {
		switch o := &s.Offices[i]; {
		case o.Released:
			r.Released++
		case o.Basis == Proposed:
			r.OnProposals++
		}
	}
	r.Need = s.needOfRound(&r, func(*Office) bool { return true }, true)
	r.Unnamed = programme.Between(r.demand.least-len(r.Offices), r.demand.most-len(r.Offices))
	s.Rounds = append(s.Rounds, r)
}

// settle finds a demand of a round that can be met. Counts by type bind the round
// and set proposals for single offices aside (docs/decisions/0003); without such
// counts proposals hold. Where not even the decided types have room, the counts
// are set aside.
func (s *Staffing) settle(r *Round) {
	none := make([]int, len(s.types))
	counted := slices.ContainsFunc(s.types, func(t officeType) bool { return s.count(r.ID, t.id) >= 0 })
	for _, i := range r.Offices {
		s.Offices[i].Released = counted && s.Offices[i].Basis == Proposed
	}
	r.demand = s.demandOf(r)
	if _, ok := r.demand.cheapest(make([]int, len(r.demand.groups)), false, none); ok {
		return
	}
	for _, i := range r.Offices {
		s.Offices[i].Released = false
	}
	r.Contradiction = len(s.types) > 0
	n := len(r.Offices)
	r.demand = s.demandOf(r)
	r.demand.low, r.demand.least, r.demand.most = none, n, n
	for t := range r.demand.high {
		r.demand.high[t] = n
	}
}

// demandOf makes the demand of a round's counts. Where no total is stated it is
// the offices that are named, or as many as the counts ask for at least.
func (s *Staffing) demandOf(r *Round) *demand {
	d := &demand{low: make([]int, len(s.types)), high: make([]int, len(s.types))}
	counts, sum := make([]int, len(s.types)), 0
	for t := range s.types {
		if counts[t] = s.count(r.ID, s.types[t].id); counts[t] >= 0 {
			d.low[t] = s.facts.S.RoundCounts[counts[t]].Count.Low
			sum += d.low[t]
		}
	}
	n := len(r.Offices)
	d.least, d.most = max(n, sum), max(n, sum)
	if total := s.count(r.ID, ""); total >= 0 {
		c := s.facts.S.RoundCounts[total].Count
		d.least, d.most = max(n, c.Low), max(n, c.High)
	}
	for t := range s.types {
		if d.high[t] = max(d.most, d.low[t]); counts[t] >= 0 {
			d.high[t] = s.facts.S.RoundCounts[counts[t]].Count.High
		}
	}
	for _, i := range r.Offices {
		allowed := s.binding(&s.Offices[i])
		k := d.group(allowed)
		if k < 0 {
			k = len(d.groups)
			d.groups = append(d.groups, group{allowed: allowed})
		}
		d.groups[k].size++
	}
	return d
}

func (d *demand) group(allowed []bool) int {
	return slices.IndexFunc(d.groups, func(g group) bool { return slices.Equal(g.allowed, allowed) })
}

// count returns the position of the latest known count of a type in a round, or
// of its offices in all where the type is empty; −1 if there is none.
func (s *Staffing) count(round programme.RoundID, of programme.TypeID) int {
	best := -1
	for _, i := range s.facts.RoundCounts(round) {
		c := &s.facts.S.RoundCounts[i]
		if c.Type == of && c.Count.Known && (best < 0 || s.facts.S.KnownFrom(c.Provenance) >= s.facts.S.KnownFrom(s.facts.S.RoundCounts[best].Provenance)) {
			best = i
		}
	}
	return best
}

// needOfRound is the range of the need of those offices that open says are open,
// over every composition of the whole round. unnamed adds the offices that the
// round has by its counts and that nobody has named.
func (s *Staffing) needOfRound(r *Round, open func(*Office) bool, unnamed bool) Need {
	counted, some := make([]int, len(r.demand.groups)), unnamed && r.demand.most > len(r.Offices)
	for _, i := range r.Offices {
		if o := &s.Offices[i]; open(o) {
			counted[s.groupOf(r, o)]++
			some = true
		}
	}
	if !some {
		return noNeed
	}
	low, high := make([]int, len(s.types)), make([]int, len(s.types))
	lowTravelling, highTravelling := make([]int, len(s.types)), make([]int, len(s.types))
	for t, kind := range s.types {
		if !kind.staff.Known && r.demand.high[t] > 0 {
			return Need{}
		}
		low[t], high[t] = kind.staff.Low, -kind.staff.High
		if kind.travelling {
			lowTravelling[t], highTravelling[t] = low[t], high[t]
		}
	}
	extent := func(low, high []int) programme.Range {
		least, ok := r.demand.cheapest(counted, unnamed, low)
		most, ok2 := r.demand.cheapest(counted, unnamed, high)
		if !ok || !ok2 {
			return programme.Range{}
		}
		return programme.Between(least, -most)
	}
	return Need{extent(low, high), extent(lowTravelling, highTravelling)}
}

// binding is the types that an office may have in its round: every type where
// its proposal had to yield.
func (s *Staffing) binding(o *Office) []bool {
	if o.Released {
		return slices.Repeat([]bool{true}, len(s.types))
	}
	return o.allowed
}

// groupOf returns the group of an office in its round's demand.
func (s *Staffing) groupOf(r *Round, o *Office) int { return r.demand.group(s.binding(o)) }
