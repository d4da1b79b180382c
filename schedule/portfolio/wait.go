package portfolio

import "github.com/etablera/etablera/schedule"

// Wait is one piece of the chain that a milestone hangs on.
type Wait struct {
	Why      Why
	Project  Project
	Activity Activity // −1 where the project as a whole waits for its leader
	From, To int32    // the days that this piece covers; equal where an event only passes on another's day
	// On is the project, and Before the activity or −1, that it waited for; −1 where none.
	On     Project
	Before Activity
	Leader Leader // ForLeader
	Team   Team   // ForTeam
	Link   int    // ForPredecessor: position in Spec.Links
}

// Waits says what the milestone of a project waits for, from its day back to where the chain begins: in today, a release, a
// fixed start, or what has happened. The chain crosses into other projects where a leader or a team had to finish there first.
// Each piece ends where the one before it in the list begins. O(chain × links into each).
func (p *Plan) Waits(of Project) []Wait {
	n := newNetwork(p.Portfolio, p.Schedule)
	w := newRows(n.nodes(), 1)
	for _, v := range n.order {
		n.planned(w, v)
	}
	spec := p.Portfolio.spec
	v, atFinish := int32(spec.Projects[of].Milestone), true
	var out []Wait
	for {
		d := n.driver(w, 0, v, atFinish)
		x := Wait{Project: n.project(v), Activity: -1, On: -1, Before: -1, Team: -1, Link: -1}
		if int(v) < len(spec.Activities) {
			x.Activity = Activity(v)
		}
		if atFinish {
			x.To = w.finish[v]
		} else {
			x.To = w.start[v]
		}
		x.From = x.To
		switch {
		case d == ownWork:
			x.Why, x.From = ForWork, w.start[v]
			if spec.Activities[v].Clock > 0 {
				x.Why = ForClock
			}
			out, atFinish = append(out, x), false
			continue
		case d == nothing:
			if x.Why = n.held[v]; int(v) < len(spec.Activities) && spec.Activities[v].Started.Known {
				x.Why = ForHistory
			}
			return append(out, x)
		}
		a := &n.arcs[d]
		if int(a.from) < len(spec.Activities) && a.kind == schedule.StartStart {
			x.From = w.start[a.from]
		} else {
			x.From = w.finish[a.from]
		}
		if x.Why = a.why; x.Why == ForPredecessor {
			x.Link = int(a.which)
		}
		if x.Why == ForTeam {
			x.Team = Team(a.which)
		} else if x.Why == ForLeader {
			x.Leader = Leader(a.which)
		}
		x.On = n.project(a.from)
		if int(a.from) < len(spec.Activities) {
			x.Before = Activity(a.from)
		}
		// That a project's activity follows its project's begin, and its end its last activity, is no wait.
		if passing := a.from == n.begin(x.Project) || v == n.end(x.Project); !passing {
			out = append(out, x)
		}
		v, atFinish = a.from, a.kind != schedule.StartStart
	}
}

// project returns the project of a node.
func (n *network) project(v int32) Project {
	k := int(v) - len(n.c.spec.Activities)
	switch {
	case k < 0:
		return n.c.spec.Activities[v].Project
	case k < len(n.c.spec.Projects):
		return Project(k)
	}
	return Project(k - len(n.c.spec.Projects))
}
