package schedule

// dates are starts, finishes and durations of consecutive slots, in one or more runs. The value of run
// i and the slot that is k places after first stands at k·stride + i.
type dates struct {
	first                   int32
	stride                  int
	start, finish, duration []int32
}

func newDates(first int32, slots, stride int) dates {
	all := make([]int32, 3*slots*stride)
	part := slots * stride
	return dates{first, stride, all[:part:part], all[part : 2*part : 2*part], all[2*part:]}
}

// row returns the place of run 0 of a slot.
func (d *dates) row(slot int32) int { return int(slot-d.first) * d.stride }

// event returns the day that a link waits for: the start or finish of its predecessor, plus the lag.
func (d *dates) event(l *inLink, run int) int32 {
	at := d.row(l.pred) + run
	if l.kind == StartStart {
		return d.start[at] + l.lag
	}
	return d.finish[at] + l.lag
}

// forward settles start and finish of the slots from … to−1 for one run, given their durations, and
// given the starts of what has started and the finishes of what is done. O(V+E).
func (n *Network) forward(d *dates, run int, from, to int32) {
	for i := from; i < to; i++ {
		sl := &n.slots[i]
		at := d.row(i) + run
		links := n.in(i)
		if sl.state == NotStarted {
			start := sl.bound
			for k := range links {
				if l := &links[k]; l.kind != FinishFinish {
					start = max(start, d.event(l, run))
				}
			}
			d.start[at] = start
		}
		if sl.state == Done {
			continue
		}
		finish := d.start[at] + d.duration[at]
		for k := range links {
			if l := &links[k]; l.kind == FinishFinish {
				finish = max(finish, d.event(l, run))
			}
		}
		d.finish[at] = finish
	}
}
