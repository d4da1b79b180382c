package schedule

// step is one step of the way back from a project's milestone through what drove it.
type step struct {
	slot  int32
	link  int32 // what the step is: ownDuration, origin, or a position in Network.link
	tight bool  // the way from here to the milestone has no wait, and is not yet history
}

const (
	ownDuration = -1 // from the slot's finish to its start, over its duration
	origin      = -2 // the slot's start was driven by no other activity
)

// trace appends to steps the way back from the finish of slot i in one run.
//
// A finish is driven by the activity's own duration, or by a finish-finish link. The start of an
// unstarted activity is driven by the first link that is exactly fulfilled; if only its release day or
// Now holds it back, the way ends there, except that a start held back by Now is followed into the past:
// to the latest event that has happened and that it had waited for. A start that has happened is
// followed in the same way. So the steps marked tight are the critical path as usually understood, and
// the rest is how history led to it.
func (n *Network) trace(d *dates, run int, i int32, steps []step) []step {
	tight := true
	atFinish := true
	for {
		at := d.row(i) + run
		sl := &n.slots[i]
		driver := int32(origin)
		switch {
		case atFinish && d.finish[at] == d.start[at]+d.duration[at]:
			driver = ownDuration
		case atFinish:
			driver = n.fulfilled(d, run, i, true, d.finish[at])
		case sl.state == NotStarted:
			driver = n.fulfilled(d, run, i, false, d.start[at])
			if driver == origin && !sl.released {
				tight = false
				driver = n.past(d, run, i)
			}
		default:
			tight = false
			driver = n.past(d, run, i)
		}
		steps = append(steps, step{i, driver, tight})
		switch driver {
		case origin:
			return steps
		case ownDuration:
			atFinish = false
		default:
			l := &n.link[driver]
			i, atFinish = l.pred, l.kind != StartStart
		}
	}
}

// fulfilled returns the first link into the start, or into the finish, of slot i whose event falls
// exactly on day.
func (n *Network) fulfilled(d *dates, run int, i int32, intoFinish bool, day int32) int32 {
	for k := n.inFrom[i]; k < n.inFrom[i+1]; k++ {
		l := &n.link[k]
		if (l.kind == FinishFinish) == intoFinish && d.event(l, run) == day {
			return k
		}
	}
	return origin
}

// past returns the link into the start of slot i whose event has happened, and happened last.
func (n *Network) past(d *dates, run int, i int32) int32 {
	best := int32(origin)
	var latest int32
	for k := n.inFrom[i]; k < n.inFrom[i+1]; k++ {
		l := &n.link[k]
		if l.kind == FinishFinish || !l.past {
			continue
		}
		if e := d.event(l, run); best == origin || e > latest {
			best, latest = k, e
		}
	}
	return best
}
