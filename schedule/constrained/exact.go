package constrained

// within decides whether a schedule that ends by a day exists; holds are left out, so that only "no" is certain
// where there are any. The answer yes comes with start days.
func (p *Problem) within(end int32, stop func() bool) (answer, []int32) {
	w := p.forward
	lo, hi, ok := p.window(end)
	if !ok {
		return no, nil
	}
	s := newSolver(w, lo, hi, p.capacityRows(end))
	a := s.decide(stop)
	if a != yes {
		return a, nil
	}
	return yes, append([]int32(nil), s.lo...)
}

// window returns the starts that links, dates and an end leave to each activity; false if to one none.
func (p *Problem) window(end int32) (lo, hi []int32, ok bool) {
	w := p.forward
	lo, hi = make([]int32, w.n), make([]int32, w.n)
	for _, j := range w.order {
		lo[j] = w.head[j]
		if pin := p.spec.Activities[j].Pinned; pin.Known {
			lo[j] = max(lo[j], pin.Value)
		}
		for _, a := range w.preds(j) {
			lo[j] = max(lo[j], lo[a.to]+a.wait)
		}
	}
	for k := len(w.order) - 1; k >= 0; k-- {
		j := w.order[k]
		hi[j] = min(end-w.tail[j], p.latest[j])
		for _, a := range w.succs(j) {
			hi[j] = min(hi[j], hi[a.to]-a.wait)
		}
		if hi[j] < lo[j] {
			return nil, nil, false
		}
	}
	return lo, hi, true
}

// capacityRows lays the capacities out day by day.
func (p *Problem) capacityRows(end int32) []capacityRow {
	w := p.forward
	rows := make([]capacityRow, w.words)
	for k := range rows {
		rows[k] = make(capacityRow, end+1)
		for t := range rows[k] {
			rows[k][t] = w.full[k]
		}
	}
	for r := range p.spec.Resources {
		res := &p.spec.Resources[r]
		for i, step := range res.Steps {
			until := end + 1
			if i+1 < len(res.Steps) {
				until = min(until, res.Steps[i+1].From)
			}
			word, amount := lane(Resource(r), step.Capacity)
			_, mask := lane(Resource(r), MaxCapacity)
			for t := step.From; t < until; t++ {
				rows[word][t] = rows[word][t]&^mask + amount
			}
		}
	}
	return rows
}
