package schedule

// Plan is a deterministic plan: every activity has one duration. All slices are indexed by Activity.
type Plan struct {
	network *Network
	dates   dates // by slot
	// Start and Finish are the earliest days that links, releases, Now and the status allow.
	Start, Finish []int32
	// LateStart and LateFinish are the latest days that delay neither the project's milestone nor the
	// last finish of the project. For what has happened they equal Start and Finish.
	LateStart, LateFinish []int32
	// Duration is the total duration that the plan rests on; of a running activity, from its start.
	Duration []int32
}

// Plan returns the plan with each activity at the duration that a person would plan with
// ([Distribution.Likely]), and running activities at their median given what has elapsed.
func (n *Network) Plan() *Plan {
	return n.planWith(func(i int32, elapsed int32) int32 {
		if n.slots[i].state == Running {
			return n.dist[i].QuantileBeyond(0.5, elapsed)
		}
		return n.dist[i].Likely()
	})
}

// PlanAt returns the plan with each activity at its p-quantile, given what has elapsed of it. Mind that
// a project's P80 is not the plan of its activities' P80s; ask [Simulate] for that.
func (n *Network) PlanAt(p float64) *Plan {
	return n.planWith(func(i int32, elapsed int32) int32 {
		if n.slots[i].state == Running {
			return n.dist[i].QuantileBeyond(p, elapsed)
		}
		return n.dist[i].Quantile(p)
	})
}

// PlanWith returns the plan with the given total durations, by Activity. Those of activities that are
// done or have known remaining days are ignored, and a running one takes at least until tomorrow.
func (n *Network) PlanWith(durations []int32) *Plan {
	return n.planWith(func(i int32, elapsed int32) int32 {
		d := durations[n.act[i]]
		if n.slots[i].state == Running {
			return max(d, elapsed+1)
		}
		return max(d, 0)
	})
}

// planWith plans with the duration that total gives for a slot; elapsed is 0 unless it runs.
func (n *Network) planWith(total func(slot, elapsed int32) int32) *Plan {
	size := len(n.act)
	d := newDates(0, size, 1)
	for i := range n.slots {
		sl := &n.slots[i]
		switch sl.state {
		case NotStarted:
			d.duration[i] = total(int32(i), 0)
		case Running:
			d.start[i] = sl.start.Middle()
			if sl.remaining.Known {
				d.duration[i] = n.now + sl.remaining.Value - d.start[i]
			} else {
				d.duration[i] = total(int32(i), n.now-d.start[i])
			}
		case Done:
			d.start[i] = sl.start.Middle()
			d.finish[i] = max(sl.finish.Middle(), d.start[i])
			d.duration[i] = d.finish[i] - d.start[i]
		}
	}
	n.forward(&d, 0, 0, int32(size))
	late := n.backward(&d)

	p := &Plan{network: n, dates: d}
	all := make([]int32, 5*size)
	field := func() []int32 { f := all[:size:size]; all = all[size:]; return f }
	p.Start, p.Finish, p.Duration, p.LateStart, p.LateFinish = field(), field(), field(), field(), field()
	for i, a := range n.act {
		p.Start[a], p.Finish[a], p.Duration[a] = d.start[i], d.finish[i], d.duration[i]
		p.LateStart[a], p.LateFinish[a] = late.start[i], late.finish[i]
	}
	return p
}

// backward returns the latest starts and finishes that belong to the earliest ones in d. O(V+E).
func (n *Network) backward(d *dates) dates {
	size := int32(len(n.act))
	late := newDates(0, int(size), 1)
	for p := range n.ends {
		end := n.now
		for i := n.first[p]; i < n.first[p+1]; i++ {
			end = max(end, d.finish[i])
		}
		for i := n.first[p]; i < n.first[p+1]; i++ {
			late.start[i], late.finish[i] = end, end
		}
		m := n.ends[p].milestone
		late.finish[m] = d.finish[m]
	}
	for i := size - 1; i >= 0; i-- {
		state := n.slots[i].state
		if state == Done {
			late.finish[i] = d.finish[i]
		}
		late.start[i] = min(late.start[i], late.finish[i]-d.duration[i])
		if state != NotStarted {
			late.start[i] = d.start[i]
		}
		for _, l := range n.in(i) {
			if !l.binds {
				continue
			}
			to := late.start[i]
			if l.kind == FinishFinish {
				to = late.finish[i]
			}
			from := &late.finish[l.pred]
			if l.kind == StartStart {
				from = &late.start[l.pred]
			}
			*from = min(*from, to-l.lag)
		}
	}
	return late
}

// Slack returns by how many days the start or the finish of a, whichever has less room, may slip
// without delaying the project's milestone or its last finish.
func (p *Plan) Slack(a Activity) int32 {
	return min(p.LateStart[a]-p.Start[a], p.LateFinish[a]-p.Finish[a])
}

// MilestoneFinish returns the planned finish of a project's milestone.
func (p *Plan) MilestoneFinish(project Project) int32 {
	return p.Finish[p.network.Milestone(project)]
}
