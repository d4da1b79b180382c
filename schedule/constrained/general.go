package constrained

// stepwise makes schedules for problems that are not plain: with capacity over time, pins and holds. It works
// on one array of free amounts per resource and day.
type stepwise struct {
	p     *Problem
	days  int32
	empty [][]int32 // resource, day: free when nothing runs
	free  [][]int32
	holds [][]Hold // by project
	state []projectState
	done  []bool
	wants [][]Demand
}

// projectState is how far a project has come while a schedule is made.
type projectState struct{ left, first, last int32 }

func newStepwise(p *Problem) *stepwise {
	b := &stepwise{p: p, days: p.horizon + 1, state: make([]projectState, len(p.spec.Projects)), done: make([]bool, p.forward.n)}
	for r := range p.spec.Resources {
		res := &p.spec.Resources[r]
		day := make([]int32, b.days)
		for t, c, next := int32(0), res.Capacity, 0; t < b.days; t++ {
			if next < len(res.Steps) && res.Steps[next].From == t {
				c = res.Steps[next].Capacity
				next++
			}
			day[t] = c
		}
		b.empty = append(b.empty, day)
		b.free = append(b.free, make([]int32, b.days))
	}
	b.holds = make([][]Hold, len(p.spec.Projects))
	for _, h := range p.spec.Holds {
		if h.Amount > 0 {
			b.holds[h.Project] = append(b.holds[h.Project], h)
		}
	}
	b.wants = make([][]Demand, p.forward.n)
	for _, d := range p.spec.Demands {
		if d.Amount > 0 && p.forward.dur[d.Activity] > 0 {
			b.wants[d.Activity] = append(b.wants[d.Activity], d)
		}
	}
	return b
}

// build is the serial scheme with holds: a project that has begun keeps what it holds open-endedly until its last
// activity is placed; an activity whose project cannot begin is passed over until another project has ended.
// False if something could not be placed at all.
func (b *stepwise) build(order, start []int32) bool {
	for r := range b.free {
		copy(b.free[r], b.empty[r])
	}
	for i := range b.state {
		b.state[i] = projectState{}
	}
	acts := b.p.spec.Activities
	for j := range acts {
		b.done[j] = false
		if p := acts[j].Project; p >= 0 {
			b.state[p].left++
		}
	}
	left := len(acts)
	for j := range acts {
		if pin := acts[j].Pinned; pin.Known {
			b.put(int32(j), pin.Value, start)
			left--
		}
	}
	from := 0
	for left > 0 {
		placed := false
		for k := from; k < len(order); k++ {
			j := order[k]
			if b.done[j] {
				if k == from {
					from++
				}
				continue
			}
			if !b.ready(j) {
				continue
			}
			t := b.earliest(j, start)
			if t < 0 {
				continue
			}
			b.put(j, t, start)
			left--
			placed = true
			break
		}
		if !placed {
			return false
		}
	}
	return true
}

func (b *stepwise) ready(j int32) bool {
	for _, a := range b.p.forward.preds(j) {
		if !b.done[a.to] {
			return false
		}
	}
	return true
}

// earliest returns the first day for activity j, or −1 where there is none.
func (b *stepwise) earliest(j int32, start []int32) int32 {
	w := b.p.forward
	t, d := w.head[j], w.dur[j]
	for _, a := range w.preds(j) {
		t = max(t, start[a.to]+a.wait)
	}
again:
	for ; t+d < b.days; t++ {
		for _, n := range b.wants[j] {
			free := b.free[n.Resource]
			for u := t + d - 1; u >= t; u-- {
				if free[u] < n.Amount {
					t = u
					continue again
				}
			}
		}
		if u := b.held(j, t); u >= t {
			t = u
			continue again
		}
		return t
	}
	return -1
}

// held returns the last day on which what the project holds, or would hold with j from t on, is not free, or −1.
// What the project's own activities use of a held resource comes on top.
func (b *stepwise) held(j, t int32) int32 {
	p := b.p.spec.Activities[j].Project
	if p < 0 || len(b.holds[p]) == 0 {
		return -1
	}
	st, d := &b.state[p], b.p.forward.dur[j]
	to := b.days
	switch {
	case st.first < st.last || st.left < b.size(p):
		to = st.first
	case st.left == 1:
		to = t + d
	}
	for _, h := range b.holds[p] {
		for u := to - 1; u >= t; u-- {
			need := h.Amount
			if u < t+d {
				need += b.want(j, h.Resource)
			}
			if b.free[h.Resource][u] < need {
				return u
			}
		}
	}
	return -1
}

func (b *stepwise) want(j int32, r Resource) int32 {
	sum := int32(0)
	for _, n := range b.wants[j] {
		if n.Resource == r {
			sum += n.Amount
		}
	}
	return sum
}

func (b *stepwise) size(p Project) int32 {
	n := int32(0)
	for i := range b.p.spec.Activities {
		if b.p.spec.Activities[i].Project == p {
			n++
		}
	}
	return n
}

// put places an activity and settles what its project holds.
func (b *stepwise) put(j, t int32, start []int32) {
	d := b.p.forward.dur[j]
	start[j], b.done[j] = t, true
	for _, n := range b.wants[j] {
		b.add(n.Resource, t, t+d, -n.Amount)
	}
	p := b.p.spec.Activities[j].Project
	if p < 0 {
		return
	}
	st := &b.state[p]
	begun := st.first < st.last || st.left < b.size(p)
	st.left--
	for _, h := range b.holds[p] {
		switch {
		case !begun:
			b.add(h.Resource, t, b.days, -h.Amount)
		case t < st.first:
			b.add(h.Resource, t, st.first, -h.Amount)
		}
	}
	if !begun {
		st.first, st.last = t, t+d
	}
	st.first, st.last = min(st.first, t), max(st.last, t+d)
	if st.left == 0 {
		for _, h := range b.holds[p] {
			b.add(h.Resource, st.last, b.days, h.Amount)
		}
	}
}

func (b *stepwise) add(r Resource, from, to, amount int32) {
	free := b.free[r]
	for u := from; u < min(to, b.days); u++ {
		free[u] += amount
	}
}
