package schedule

import "slices"

// Cause says why an activity on a critical path is where it is.
type Cause uint8

// The causes.
const (
	ByNow     Cause = iota // it could start at once: Now holds it back
	ByRelease              // its release day holds it back
	ByActual               // it has started
	ByLink                 // it waits for the activity before it on the path
)

// PathStep is one activity of a critical path.
type PathStep struct {
	Activity Activity
	Cause    Cause
	// Kind and Lag are those of the link from the step before (Cause = ByLink).
	Kind LinkKind
	Lag  int32
	// Drives tells that the activity's own duration lies on the path. If not, the path goes through its
	// start alone (to a start-start link) or through its finish alone (from a finish-finish link).
	Drives bool
}

// CriticalPath returns the chain of activities that decides when the project's milestone is finished,
// from what starts it to the milestone. Of several such chains it takes the one over the activities' own
// durations and the links that come first in the Spec. History is left out: the chain begins with the
// latest event that has happened, or with a release day, or now.
func (p *Plan) CriticalPath(project Project) []PathStep {
	n := p.network
	var path []PathStep
	for _, s := range n.trace(&p.dates, 0, n.ends[project].milestone, nil) {
		a := n.act[s.slot]
		if len(path) == 0 || path[len(path)-1].Activity != a {
			path = append(path, PathStep{Activity: a})
		}
		at := &path[len(path)-1]
		if s.link == ownDuration {
			at.Drives = true
			continue
		}
		if !s.tight || s.link == origin {
			at.Cause = n.cause(s.slot)
			break
		}
		l := &n.link[s.link]
		at.Cause, at.Kind, at.Lag = ByLink, l.kind, l.lag
	}
	slices.Reverse(path)
	return path
}

func (n *Network) cause(i int32) Cause {
	switch sl := &n.slots[i]; {
	case sl.state != NotStarted:
		return ByActual
	case sl.released:
		return ByRelease
	}
	return ByNow
}
