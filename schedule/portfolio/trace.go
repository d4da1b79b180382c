package portfolio

import "github.com/etablera/etablera/schedule"

// What drove an event, where it was no arc.
const (
	ownWork = -1 // the activity's own duration
	nothing = -2 // a day: release, fixed start, today, history, the plan
)

// driver returns the arc that drove the start or the finish of a node in one run, or ownWork, or nothing. Of several, the first.
func (n *network) driver(w *rows, run int, v int32, atFinish bool) int32 {
	at := int(v)*w.stride + run
	activities := int32(len(n.c.spec.Activities))
	if v < activities {
		a := &n.c.spec.Activities[v]
		if a.Finished.Known || a.Started.Known && !atFinish {
			return nothing
		}
	}
	best, latest := int32(nothing), n.base[v]
	if atFinish {
		if v >= activities {
			atFinish = false
		} else {
			best, latest = ownWork, w.finish[at]-1
		}
	}
	for k := n.from[v]; k < n.from[v+1]; k++ {
		a := &n.arcs[k]
		if (a.kind == schedule.FinishFinish) != atFinish {
			continue
		}
		from := int(a.from)*w.stride + run
		// What is held by a day and by an arc alike is put down to the arc.
		if day := a.day(w.start[from], w.finish[from]); day > latest || day == latest && best == nothing {
			best, latest = k, day
		}
	}
	return best
}
