package constrained

import "github.com/etablera/etablera/schedule"

// Problem is a checked Spec, laid out for computing. It is never changed, and many goroutines may use it.
type Problem struct {
	spec    *Spec
	horizon int32
	forward *network
	// mirror is the problem with time reversed; nil unless plain.
	mirror *network
	// latest is the latest start that deadlines and pinned successors leave; unbounded where none does.
	latest []int32
	// plain: capacities are constant, nothing is pinned or held, and the goal is the makespan alone.
	plain bool
	// dated: there are due dates, so lateness comes before the makespan.
	dated bool
	held  bool
}

const unbounded = 1 << 29

// Compile checks a Spec and lays it out. The Spec must not change afterwards. Errors are *InvalidError
// and *CycleError. O(activities + links + demands).
func Compile(s *Spec) (*Problem, error) {
	if err := review(s); err != nil {
		return nil, err
	}
	p := &Problem{spec: s, horizon: int32(horizon(s)), plain: true}
	net, err := newNetwork(s)
	if err != nil {
		return nil, err
	}
	p.forward = net
	for i := range s.Activities {
		a := &s.Activities[i]
		p.dated = p.dated || a.Due.Known
		p.plain = p.plain && !a.Pinned.Known && !a.Deadline.Known
	}
	for i := range s.Projects {
		p.dated = p.dated || s.Projects[i].Due.Known
	}
	for i := range s.Resources {
		p.plain = p.plain && len(s.Resources[i].Steps) == 0
	}
	for _, h := range s.Holds {
		p.held = p.held || h.Amount > 0
	}
	p.plain = p.plain && !p.dated && !p.held
	if p.plain {
		p.mirror = net.mirrored()
	}
	p.latest = p.latestStarts()
	return p, nil
}

// Spec returns the Spec that the Problem was made of.
func (p *Problem) Spec() *Spec { return p.spec }

// latestStarts passes deadlines and pins backwards over the links.
func (p *Problem) latestStarts() []int32 {
	late := make([]int32, p.forward.n)
	for i := range late {
		a := &p.spec.Activities[i]
		late[i] = unbounded
		if a.Deadline.Known {
			late[i] = a.Deadline.Value - a.Duration
		}
		if a.Pinned.Known {
			late[i] = min(late[i], a.Pinned.Value)
		}
	}
	net := p.forward
	for k := len(net.order) - 1; k >= 0; k-- {
		j := net.order[k]
		for _, arc := range net.succs(j) {
			late[j] = min(late[j], late[arc.to]-arc.wait)
		}
	}
	return late
}

// waitOf returns the least distance from the start of l.From to the start of l.To.
func waitOf(s *Spec, l Link) int32 {
	switch l.Kind {
	case schedule.StartStart:
		return l.Lag
	case schedule.FinishFinish:
		return s.Activities[l.From].Duration + l.Lag - s.Activities[l.To].Duration
	}
	return s.Activities[l.From].Duration + l.Lag
}
