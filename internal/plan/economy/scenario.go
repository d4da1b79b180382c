package economy

import (
	"cmp"
	"slices"
)

// settle gives every office of a round a type in both scenarios.
func (e *Economy) settle(r *Round, d *demand) {
	low, high := e.compose(r, d)
	order := slices.Clone(r.Offices)
	slices.SortStableFunc(order, func(a, b OfficeIndex) int {
		x, y := e.Offices[a].Opening, e.Offices[b].Opening
		if x.IsKnown() != y.IsKnown() {
			// No date is later than any date.
			return cmp.Compare(b2i(y.IsKnown()), b2i(x.IsKnown()))
		}
		return cmp.Compare(x, y)
	})
	r.Unnamed[High] = e.assign(order, e.binding(r, order, high), high, reversed(e.byCost(Running, High)), High, false)
	slices.Reverse(order)
	r.Unnamed[Low] = e.assign(order, e.binding(r, order, low), low, reversed(e.byCost(Running, Low)), Low, true)
	e.possible(r, d)
	differ := !slices.Equal(r.Unnamed[Low], r.Unnamed[High])
	for _, o := range r.Offices {
		of := &e.Offices[o]
		of.Released = !of.claimed.has(of.Type[Low]) || !of.claimed.has(of.Type[High])
		if of.Released {
			r.Released = append(r.Released, o)
		}
		differ = differ || of.Type[Low] != of.Type[High]
	}
	r.Greedy = differ && (r.Yielding || len(d.groups) > 1 || d.least != d.most)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// assign gives the offices, in the order given, the dearest type that is left
// and that leaves the rest possible. Offices that nobody has named have no date:
// they take the dearest first where unnamedFirst, else what is left. It returns
// their counts by type. The counts must be feasible for the offices.
func (e *Economy) assign(offices []OfficeIndex, allowed []typeSet, count []int, dearest []TypeIndex, sc Scenario, unnamedFirst bool) []int {
	left := slices.Clone(count)
	unnamed := -len(offices)
	for _, n := range count {
		unnamed += n
	}
	p := placing{left: left, m: newMatcher(grouped(allowed), len(count)), rest: len(offices)}
	taken := make([]int, len(count))
	for range unnamed {
		if !unnamedFirst {
			break
		}
		taken[p.take(dearest, e.everyType())]++
	}
	for i, o := range offices {
		p.leave(allowed[i])
		e.Offices[o].Type[sc] = p.take(dearest, allowed[i])
	}
	if unnamedFirst {
		return taken
	}
	return left
}

// placing is an assignment under way: what is left of each type, and the
// offices that wait for one.
type placing struct {
	left []int
	m    *matcher
	rest int
}

// leave takes an office out of those that wait.
func (p *placing) leave(allowed typeSet) {
	i := slices.IndexFunc(p.m.groups, func(g group) bool { return g.allowed == allowed })
	p.m.groups[i].size--
	p.rest--
}

// take uses up one of the first type in order that is allowed, left, and leaves a
// type for everybody who waits.
func (p *placing) take(order []TypeIndex, allowed typeSet) TypeIndex {
	for _, t := range order {
		if !allowed.has(t) || p.left[t] == 0 {
			continue
		}
		p.left[t]--
		// Among offices that may all have the same types any choice leaves the rest possible.
		if len(p.m.groups) == 1 && p.m.groups[0].allowed == allowed || p.m.most(p.left) == p.rest {
			return t
		}
		p.left[t]++
	}
	panic("economy: a composition that its offices cannot have")
}
