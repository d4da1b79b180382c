package portfolio

import (
	"slices"

	"github.com/etablera/etablera/schedule"
)

// Why says what a day rests on.
type Why uint8

// The reasons.
const (
	ForWork        Why = iota // the activity's own duration
	ForClock                  // an external clock
	ForPredecessor            // a link
	ForLeader                 // the leader was busy, or not yet there
	ForTeam                   // a team was busy, or not yet there
	ForRelease                // a release day
	ForPin                    // a fixed start
	ForNow                    // nothing starts before today
	ForHistory                // it has happened
	ForPlan                   // the plan's own decision to wait: for a greatest lag, or for an even load
)

var whys = [...]string{"work", "clock", "predecessor", "leader", "team", "release", "fixed start", "today", "history", "plan"}

func (w Why) String() string { return whys[w] }

// arc makes an event of node to wait for one of node from.
type arc struct {
	from, to int32
	kind     schedule.LinkKind
	lag      int32
	cal      *calendar
	why      Why
	which    int32 // link, leader or team
}

// network is a plan's activities with their links, and with the waits for leaders and teams in the plan's order, as one acyclic
// network. Its nodes are the activities, then for each project its begin (it has its leader) and its end (everything has
// finished).
type network struct {
	c     *Portfolio
	plan  *Schedule
	arcs  []arc // by node to, then links first
	from  []int32
	order []int32
	base  []int32 // by node: the day before which it cannot start
	held  []Why   // what base rests on
}

func (n *network) begin(p Project) int32 { return int32(len(n.c.spec.Activities)) + int32(p) }
func (n *network) end(p Project) int32 {
	return int32(len(n.c.spec.Activities)+len(n.c.spec.Projects)) + int32(p)
}
func (n *network) nodes() int { return len(n.c.spec.Activities) + 2*len(n.c.spec.Projects) }

// newNetwork builds the network of a schedule. O(activities + links + uses × capacity).
func newNetwork(c *Portfolio, s *Schedule) *network {
	n := &network{c: c, plan: s}
	n.base, n.held = make([]int32, n.nodes()), make([]Why, n.nodes())
	for i := range c.spec.Activities {
		a := &c.spec.Activities[i]
		n.base[i], n.held[i] = c.spec.Now, ForNow
		if a.Started.Known {
			n.held[i] = ForHistory
		} else if a.Pinned.Known {
			n.raise(int32(i), a.Pinned.Value, ForPin)
			n.held[i] = ForPin
		} else if a.Release.Known {
			n.raise(int32(i), a.Release.Value, ForRelease)
		}
	}
	for p := range c.spec.Projects {
		b := n.begin(Project(p))
		n.base[b], n.held[b] = c.spec.Now, ForNow
		n.raise(b, c.spec.Projects[p].Release, ForRelease)
	}
	for i := range c.spec.Links {
		l := &c.spec.Links[i]
		if c.neverDone(s, l.From) || c.neverDone(s, l.To) {
			continue // it binds nothing, and a circle through what is not done is no circle
		}
		n.arcs = append(n.arcs, arc{int32(l.From), int32(l.To), l.Kind, l.Lag, c.calendars[l.LagCalendar], ForPredecessor, int32(i)})
	}
	for i := range c.spec.Activities {
		p := c.spec.Activities[i].Project
		n.arcs = append(n.arcs, arc{from: n.begin(p), to: int32(i), why: ForLeader},
			arc{from: int32(i), to: n.end(p), why: ForPredecessor, which: -1})
	}
	n.leaderFlow(s)
	n.teamFlow(s)
	for !n.sort() {
		n.cut()
	}
	n.floor()
	return n
}

// neverDone says whether an activity belongs to a way that a plan does not take and that no run takes by chance.
func (c *Portfolio) neverDone(s *Schedule, a Activity) bool {
	return s.Start[a] == Absent && !c.spec.Choices[c.spec.Activities[a].Choice-1].random()
}

func (n *network) raise(node, day int32, why Why) {
	if day > n.base[node] {
		n.base[node], n.held[node] = day, why
	}
}

// sort groups the arcs by where they lead and orders the nodes so that arcs lead forward. It returns false where they lead in
// a circle; then order lacks the nodes on it and after it.
func (n *network) sort() bool {
	nodes := n.nodes()
	n.order = n.order[:0]
	by := group(nodes, len(n.arcs), func(i int) int { return int(n.arcs[i].to) })
	out := group(nodes, len(n.arcs), func(i int) int { return int(n.arcs[i].from) })
	waits := make([]int32, nodes)
	for i := range n.arcs {
		waits[n.arcs[i].to]++
	}
	for v := range nodes {
		if waits[v] == 0 {
			n.order = append(n.order, int32(v))
		}
	}
	for at := 0; at < len(n.order); at++ {
		for _, k := range out.at(n.order[at]) {
			to := n.arcs[k].to
			if waits[to]--; waits[to] == 0 {
				n.order = append(n.order, to)
			}
		}
	}
	sorted := make([]arc, len(n.arcs))
	for k, i := range by.of {
		sorted[k] = n.arcs[i]
	}
	n.arcs, n.from = sorted, by.from
	return len(n.order) == nodes
}

// cut takes out one wait for a leader or a team on a circle, and lets what waited start on its planned day at the earliest. Only a
// negative lag makes a circle: an activity that may not finish until shortly before another does, while the other waits for its team.
func (n *network) cut() {
	open := make([]bool, n.nodes())
	for v := range open {
		open[v] = true
	}
	for _, v := range n.order {
		open[v] = false
	}
	for _, within := range [...]bool{true, false} {
		for k := range n.arcs {
			a := &n.arcs[k]
			if a.why == ForPredecessor || !open[a.from] || !open[a.to] || a.from == n.begin(n.project(a.to)) || within && n.project(a.from) != n.project(a.to) {
				continue
			}
			day := int32(0)
			if p := n.project(a.to); a.to == n.begin(p) {
				day, _ = n.c.span(n.plan, p)
			} else {
				day = n.plan.Start[a.to]
			}
			n.raise(a.to, day, ForPlan)
			n.arcs = slices.Delete(n.arcs, k, k+1)
			return
		}
	}
}

func (n *network) in(v int32) []arc { return n.arcs[n.from[v]:n.from[v+1]] }

// floor settles all days as they are planned, and where the plan waits for longer than anything asks it to, takes that as its
// decision, which simulation keeps.
func (n *network) floor() {
	rows := newRows(n.nodes(), 1)
	for _, v := range n.order {
		n.planned(rows, v)
		if int(v) < len(n.plan.Start) && n.plan.Start[v] != Absent && rows.start[v] < n.plan.Start[v] {
			n.base[v], n.held[v] = n.plan.Start[v], ForPlan
			n.planned(rows, v)
		}
	}
}

// rows are starts and finishes of nodes in one or more runs: run r of node v stands at v·stride + r.
type rows struct {
	stride        int
	start, finish []int32
}

func newRows(nodes, stride int) *rows {
	return &rows{stride, make([]int32, nodes*stride), make([]int32, nodes*stride)}
}

// never is the day of what is not done: no link from it ever binds.
const never = -1 << 20

// planned settles one node of rows of stride 1 with the plan's durations.
func (n *network) planned(w *rows, v int32) {
	c := n.c
	start, finish := n.base[v], int32(never)
	for k := range n.in(v) {
		a := &n.in(v)[k]
		day := a.day(w.start[a.from], w.finish[a.from])
		if a.kind == schedule.FinishFinish {
			finish = max(finish, day)
		} else {
			start = max(start, day)
		}
	}
	switch {
	case int(v) >= len(c.spec.Activities):
		finish = start
	case n.plan.Start[v] == Absent:
		start, finish = never, never
	case c.spec.Activities[v].Finished.Known:
		start, finish = n.plan.Start[v], n.plan.Finish[v]
	case c.spec.Activities[v].Started.Known:
		start = n.plan.Start[v]
		finish = max(finish, c.ownFinish(Activity(v), start))
	default:
		if n.held[v] != ForPin || start > n.base[v] {
			start = c.snap(Activity(v), start)
		}
		finish = max(finish, c.ownFinish(Activity(v), start))
	}
	w.start[v], w.finish[v] = start, finish
}

// day returns the day on which an arc lets its later end happen.
func (a *arc) day(start, finish int32) int32 {
	event := finish
	if a.kind == schedule.StartStart {
		event = start
	}
	if event < 0 {
		return never
	}
	return a.cal.shift(event, a.lag)
}
