package locate

import "slices"

// fixCost bounds the work of fixing options one by one under nested counts.
const fixCost = 1500

// fix lists the free options whose opposite the bound rules out: with it, no choice
// costs less than upper (reduced-cost fixing).
func (e *exact) fix(n *nested, state []decided, upper int64, thorough bool) []Decision {
	if n.plain {
		return e.fixPlain(n, state, upper)
	}
	free := 0
	for _, s := range state {
		if s == open {
			free++
		}
	}
	if free > fixCost || !thorough && free > fixCost/10 {
		return nil
	}
	taken := make([]bool, len(state))
	for _, j := range e.taken {
		taken[j] = true
	}
	trial := slices.Clone(state)
	var fixed []Decision
	var work []int32
	for j, s := range state {
		if s != open {
			continue
		}
		trial[j] = chosen
		if taken[j] {
			trial[j] = closed
		}
		sum, list, ok := choose(n, e.rho, trial, work)
		work, trial[j] = list, open
		if !ok || ceilDiv(e.base+sum, e.scale) >= upper {
			fixed = append(fixed, Decision{int32(j), taken[j]})
		}
	}
	return fixed
}

// fixPlain does the same under one count over all options, in one pass: an option
// that comes in sends out the dearest free one, or the other way round.
func (e *exact) fixPlain(n *nested, state []decided, upper int64) []Decision {
	low, high := 0, len(state)
	if len(n.groups) == 2 {
		low, high = max(n.groups[0].min, 0), min(n.groups[0].max, high)
	}
	in := make([]bool, len(state))
	worst, next := int64(-Never), int64(Never)
	for _, j := range e.taken {
		in[j] = true
		if state[j] == open {
			worst = max(worst, e.rho[j])
		}
	}
	for j, s := range state {
		if s == open && !in[j] {
			next = min(next, e.rho[j])
		}
	}
	full, least := len(e.taken) == high, len(e.taken) == low
	var fixed []Decision
	for j, s := range state {
		if s != open {
			continue
		}
		if total, ok := e.flipped(j, in[j], full, least, worst, next); !ok || ceilDiv(total, e.scale) >= upper {
			fixed = append(fixed, Decision{int32(j), in[j]})
		}
	}
	return fixed
}

// flipped is the bound's total with one option decided the other way; not ok where
// no choice is left.
func (e *exact) flipped(j int, in, full, least bool, worst, next int64) (int64, bool) {
	change := e.rho[j]
	switch {
	case in && least:
		if next == Never {
			return 0, false
		}
		change = next - change
	case in:
		change = -change
		if full && next < 0 {
			change += next
		}
	case full:
		if worst == -Never {
			return 0, false
		}
		change -= worst
	case least && worst > 0:
		change -= worst
	}
	return e.total + change, true
}
