package schedule

import "slices"

// Network is a checked Spec, laid out for computing. Its activities stand in slots: project by project,
// and within a project in an order in which every link leads forward, so one pass over the slots
// settles all dates. It is never changed after Compile.
type Network struct {
	now    int32
	slots  []slot
	act    []Activity // slot → activity
	slotOf []int32    // activity → slot
	first  []int32    // project → first slot; one more entry closes the last project
	link   []inLink   // links by the slot that they lead into …
	inFrom []int32    // … which owns link[inFrom[slot]:inFrom[slot+1]]
	ends   []ends
	table  []*table
	dist   []Distribution // by slot

	factors  []FactorSpec
	deviates []*deviates // by table; nil where no common cause reads it
	risks    []RiskSpec
	impact   []int32 // risk → table
	risk     []Risk  // risks by the slot that they may strike …
	riskFrom []int32 // … which owns risk[riskFrom[slot]:riskFrom[slot+1]]
}

// slot is what the inner loops need of an activity.
type slot struct {
	state     State
	remaining Optional
	bound     int32 // earliest start by Now and release (NotStarted)
	released  bool  // bound is the release day, and later than Now
	start     Span  // actual (Running, Done)
	finish    Span  // actual (Done)
	table     int32 // −1 where the duration is unknown
	ordinal   uint32
	common    Factor // −1 where there is none
	mixed     bool   // its chance is in part a common cause
	weight    [3]float64
}

// inLink is a link seen from the slot that it leads into.
type inLink struct {
	pred int32
	lag  int32
	kind LinkKind
	// binds is false where the link leads into an event that has happened.
	binds bool
	// past tells that the event of the predecessor has happened.
	past bool
}

// ends are the two activities that a project is told by.
type ends struct {
	key              uint64
	start, milestone int32 // slots
}

// Compile checks s and lays it out. The error is an *InvalidError with every mistake, or a *CycleError.
// O(V+E), apart from compiling each distinct distribution once.
func Compile(s *Spec) (*Network, error) {
	if err := validate(s); err != nil {
		return nil, err
	}
	act, first, err := order(s)
	if err != nil {
		return nil, err
	}
	n := &Network{now: s.Now, act: act, first: first, slotOf: make([]int32, len(act))}
	for i, a := range act {
		n.slotOf[a] = int32(i)
	}
	n.layChances(s)
	n.layActivities(s)
	n.layLinks(s)
	n.ends = make([]ends, len(s.Projects))
	for i, p := range s.Projects {
		n.ends[i] = ends{key: p.Key, start: n.slotOf[p.Start], milestone: n.slotOf[p.Milestone]}
	}
	return n, nil
}

func (n *Network) layActivities(s *Spec) {
	n.slots = make([]slot, len(n.act))
	n.dist = make([]Distribution, len(n.act))
	ordinal := make([]uint32, len(s.Projects))
	var ts tables
	for a := range s.Activities {
		spec := &s.Activities[a]
		i := n.slotOf[a]
		sl := slot{state: spec.Status.State, remaining: spec.Status.Remaining, bound: s.Now, table: -1}
		sl.ordinal = ordinal[spec.Project]
		ordinal[spec.Project]++
		if spec.Release.Known && spec.Release.Value > s.Now {
			sl.bound, sl.released = spec.Release.Value, true
		}
		sl.start = spec.Status.Start.clip(s.Now)
		sl.finish = spec.Status.Finish.clip(s.Now)
		if sl.state != Done && !sl.remaining.Known {
			sl.table = ts.index(spec.Duration)
		}
		sl.mix(spec)
		n.slots[i] = sl
		n.dist[i] = spec.Duration
	}
	n.impact = make([]int32, len(n.risks))
	for i := range n.risks {
		n.impact[i] = ts.index(n.risks[i].Impact)
	}
	n.table = ts.all
	n.deviates = make([]*deviates, len(n.table))
	for i := range n.slots {
		if sl := &n.slots[i]; sl.mixed && sl.table >= 0 && n.deviates[sl.table] == nil {
			n.deviates[sl.table] = newDeviates(n.table[sl.table])
		}
	}
}

// mix lays out what the chance of an activity is made of.
func (sl *slot) mix(a *ActivitySpec) {
	sl.common = -1
	if a.Common.Weight != 0 {
		sl.common = a.Common.On
	}
	sl.mixed = a.Common.Weight != 0 || a.Together != 0
	sl.weight = [3]float64{a.Common.Weight, a.Together, float64(remainder(a.Common, Load{Weight: a.Together}))}
}

// layChances lays out the common causes, and the risks by slot.
func (n *Network) layChances(s *Spec) {
	n.factors, n.risks = slices.Clone(s.Factors), slices.Clone(s.Risks)
	n.riskFrom = make([]int32, len(n.act)+1)
	for i, a := range n.act {
		n.risk = append(n.risk, s.Activities[a].Risks...)
		n.riskFrom[i+1] = int32(len(n.risk))
	}
}

func (n *Network) layLinks(s *Spec) {
	n.inFrom = make([]int32, len(n.act)+1)
	for _, l := range s.Links {
		n.inFrom[n.slotOf[l.To]+1]++
	}
	for i := range n.act {
		n.inFrom[i+1] += n.inFrom[i]
	}
	n.link = make([]inLink, len(s.Links))
	next := append([]int32(nil), n.inFrom...)
	for _, l := range s.Links {
		to, from := n.slotOf[l.To], n.slotOf[l.From]
		in := inLink{pred: from, lag: l.Lag, kind: l.Kind}
		if l.Kind == FinishFinish {
			in.binds = n.slots[to].state != Done
		} else {
			in.binds = n.slots[to].state == NotStarted
		}
		if l.Kind == StartStart {
			in.past = n.slots[from].state != NotStarted
		} else {
			in.past = n.slots[from].state == Done
		}
		n.link[next[to]] = in
		next[to]++
	}
}

// in returns the links into a slot.
func (n *Network) in(i int32) []inLink { return n.link[n.inFrom[i]:n.inFrom[i+1]] }

// Activities returns the number of activities.
func (n *Network) Activities() int { return len(n.act) }

// Projects returns the number of projects.
func (n *Network) Projects() int { return len(n.ends) }

// Now returns the day of the status.
func (n *Network) Now() int32 { return n.now }

// Milestone returns the activity whose finish project p is judged by.
func (n *Network) Milestone(p Project) Activity { return n.act[n.ends[p].milestone] }

// Start returns the activity whose start counts as the start of project p.
func (n *Network) Start(p Project) Activity { return n.act[n.ends[p].start] }

// Overdue tells whether activity a has run longer than its distribution holds possible. Its finish is
// then taken as the next day, which says no more than that it is not finished: ask for its remaining days.
func (n *Network) Overdue(a Activity) bool {
	sl := &n.slots[n.slotOf[a]]
	return sl.state == Running && !sl.remaining.Known &&
		n.dist[n.slotOf[a]].Survivor(n.now-sl.start.Middle()) == 0
}
