package economy

import (
	"cmp"
	"slices"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// Composition is a vector of counts per office type that a round may turn out
// to have, with its exact cost a year in stated prices.
type Composition struct {
	Count                  []int // by type
	Establishment, Running programme.Amount
}

func (e *Economy) compositionOf(count []int) Composition {
	c := Composition{Count: count, Establishment: programme.ExactAmount(0), Running: programme.ExactAmount(0)}
	for t, n := range count {
		if n > 0 {
			c.Establishment = plusTimes(c.Establishment, n, e.Types[t].Unit[Establishment].Amount)
			c.Running = plusTimes(c.Running, n, e.Types[t].Unit[Running].Amount)
		}
	}
	return c
}

func plusTimes(sum programme.Amount, n int, a programme.Amount) programme.Amount {
	if !sum.Known || !a.Known {
		return programme.Amount{}
	}
	return programme.Amount{Low: sum.Low + money.Ore(n)*a.Low, High: sum.High + money.Ore(n)*a.High, Known: true}
}

// byCost orders the types from cheapest to dearest in a scenario, by one kind
// of cost and then the other; an unknown cost counts as nothing here.
func (e *Economy) byCost(kind Kind, sc Scenario) []TypeIndex {
	order := make([]TypeIndex, len(e.Types))
	for t := range order {
		order[t] = TypeIndex(t)
	}
	slices.SortStableFunc(order, func(a, b TypeIndex) int {
		x, y := &e.Types[a], &e.Types[b]
		return cmp.Or(cmp.Compare(end(x.Unit[kind].Amount, sc), end(y.Unit[kind].Amount, sc)),
			cmp.Compare(end(x.Unit[1-kind].Amount, sc), end(y.Unit[1-kind].Amount, sc)))
	})
	return order
}

func reversed(order []TypeIndex) []TypeIndex {
	out := slices.Clone(order)
	slices.Reverse(out)
	return out
}

// compose finds a round's compositions: all of them in ascending order of
// running cost, or the outermost ones by each kind of cost when they are too
// many to list. It returns the count vectors of the two scenarios.
func (e *Economy) compose(r *Round, d *demand) (low, high []int) {
	low = d.outermost(e.byCost(Running, Low), true)
	high = d.outermost(reversed(e.byCost(Running, High)), false)
	d.tighten()
	counts, all := d.vectors()
	if !all {
		counts = [][]int{low, high, d.outermost(e.byCost(Establishment, Low), true),
			d.outermost(reversed(e.byCost(Establishment, High)), false)}
		slices.SortFunc(counts, slices.Compare)
		counts = slices.CompactFunc(counts, slices.Equal)
	}
	r.Complete = all
	for _, c := range counts {
		r.Compositions = append(r.Compositions, e.compositionOf(c))
	}
	slices.SortStableFunc(r.Compositions, func(a, b Composition) int {
		return cmp.Or(cmp.Compare(a.Running.Low, b.Running.Low), cmp.Compare(a.Running.High, b.Running.High),
			cmp.Compare(a.Establishment.Low, b.Establishment.Low), slices.Compare(a.Count, b.Count))
	})
	return low, high
}

// possible finds, for every office of a round, the types that it has in some
// feasible assignment: an office of each group in turn is held to one type.
// Where proposals yield, an office has its proposed types still, and those
// that the scenarios give it.
func (e *Economy) possible(r *Round, d *demand) {
	rest := make([]typeSet, len(r.Offices))
	for i, o := range r.Offices {
		if rest[i] = e.Offices[o].claimed; r.Yielding && !e.Offices[o].Decided {
			rest[i] = e.everyType()
		}
	}
	type held struct{ claimed, free typeSet }
	known := map[held]typeSet{}
	for i, o := range r.Offices {
		of := &e.Offices[o]
		free := rest[i]
		may, ok := known[held{of.claimed, free}]
		if !ok {
			for t := range of.claimed.each {
				rest[i] = 1 << uint(t)
				if newDemand(d.least, d.most, d.low, d.high, rest).feasible() {
					may |= rest[i]
				}
			}
			rest[i] = free
			known[held{of.claimed, free}] = may
		}
		may |= 1<<uint(of.Type[Low]) | 1<<uint(of.Type[High])
		for t := range may.each {
			of.Possible = append(of.Possible, t)
		}
	}
}
