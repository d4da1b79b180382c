package constrained

// CriticalPath returns the makespan that links and release days alone ask for.
func (p *Problem) CriticalPath() int32 { return p.forward.critical().length }

// bounds are what no schedule can beat.
func (p *Problem) bounds() Score {
	out := Score{Makespan: p.CriticalPath()}
	lo, _, ok := p.window(unbounded)
	if !ok {
		return out
	}
	out = p.Value(lo)
	out.Late = 0
	for r := range p.spec.Resources {
		out.Makespan = max(out.Makespan, p.energy(Resource(r), lo))
	}
	return out
}

// energy returns a day before which a resource cannot do all its work: nothing starts before its earliest day, and what
// has started by then leaves at least its tail. For every earliest day among the users: the work of those that start no
// sooner, at full capacity, and the shortest tail behind it. O(users²).
func (p *Problem) energy(r Resource, lo []int32) int32 {
	res := &p.spec.Resources[r]
	most := int64(res.Capacity)
	for _, s := range res.Steps {
		most = max(most, int64(s.Capacity))
	}
	tail := p.forward.tails()
	var users []Demand
	for _, d := range p.spec.Demands {
		if d.Resource == r && d.Amount > 0 && p.forward.dur[d.Activity] > 0 {
			users = append(users, d)
		}
	}
	best := int32(0)
	for _, first := range users {
		begin := lo[first.Activity]
		work, behind := int64(0), int32(unbounded)
		for _, d := range users {
			if lo[d.Activity] >= begin {
				work += int64(d.Amount) * int64(p.forward.dur[d.Activity])
				behind = min(behind, tail[d.Activity]-p.forward.dur[d.Activity])
			}
		}
		if most > 0 {
			best = max(best, begin+int32((work+most-1)/most)+behind)
		}
	}
	return best
}

// tails returns the least distance from each start to the end of the schedule.
func (w *network) tails() []int32 {
	out := append([]int32(nil), w.tail...)
	for k := len(w.order) - 1; k >= 0; k-- {
		j := w.order[k]
		for _, a := range w.succs(j) {
			out[j] = max(out[j], out[a.to]+a.wait)
		}
	}
	return out
}
