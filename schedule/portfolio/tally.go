package portfolio

import "github.com/etablera/etablera/schedule"

// tally holds totals over runs. They are whole numbers, so that the order of adding cannot matter.
type tally struct {
	activity []activitySums
	project  []projectSums
	broken   []int64 // by link: greatest lags broken
	kept     []int64 // by activity: fixed starts kept
	driver   []int64 // by project: runs in which its milestone was the last
}

// activitySums are an activity's totals: of its duration, alone and times milestones, and of being on a critical chain.
type activitySums struct{ d, dd, df, dl, critical, programme int64 }

// projectSums are a project's totals: of its milestone, and of what its own chain began with.
type projectSums struct {
	f, ff  int64
	led, t int64 // runs in which the chain came from a leader, a team
}

func newTally(n *network) *tally {
	s := n.c.spec
	return &tally{make([]activitySums, len(s.Activities)), make([]projectSums, len(s.Projects)), make([]int64, len(s.Links)),
		make([]int64, len(s.Activities)), make([]int64, len(s.Projects))}
}

func (t *tally) add(o *tally) {
	for i := range t.activity {
		a, b := &t.activity[i], &o.activity[i]
		*a = activitySums{a.d + b.d, a.dd + b.dd, a.df + b.df, a.dl + b.dl, a.critical + b.critical, a.programme + b.programme}
		t.kept[i] += o.kept[i]
	}
	for i := range t.project {
		a, b := &t.project[i], &o.project[i]
		*a = projectSums{a.f + b.f, a.ff + b.ff, a.led + b.led, a.t + b.t}
		t.driver[i] += o.driver[i]
	}
	for i := range t.broken {
		t.broken[i] += o.broken[i]
	}
}

// keep sets aside the milestones, first starts, the last milestone and the cost of each run of the block.
func (w *worker) keep() {
	s := w.m.c.spec
	last := w.m.last[w.run0 : w.run0+w.count]
	cost := w.m.cost[w.run0 : w.run0+w.count]
	for p := range s.Projects {
		spec := &s.Projects[p]
		finish := w.m.finish[p][w.run0 : w.run0+w.count]
		start := w.m.start[p][w.run0 : w.run0+w.count]
		copy(finish, w.finishes(int32(spec.Milestone)))
		copy(start, finish)
		for _, a := range w.m.c.activities(Project(p)) {
			for r, d := range w.starts(int32(a)) {
				if d != never {
					start[r] = min(start[r], d)
				}
			}
		}
		for r, f := range finish {
			if f > last[r] || p == 0 {
				last[r], w.owner[r] = f, Project(p)
			}
			cost[r] += spec.Cost.at(start[r], f)
		}
	}
}

// at returns what a project costs given its start and its milestone.
func (c *Cost) at(start, finish int32) int64 {
	return c.Fixed + c.PerDay*int64(finish-start) + c.AfterOpening*int64(max(0, c.Until-finish))
}

// observe counts what the block shows: sums for correlations, chains, broken lags and kept starts.
func (w *worker) observe() {
	s := w.m.c.spec
	last := w.m.last[w.run0 : w.run0+w.count]
	for p := range s.Projects {
		t, ends := &w.project[p], w.m.finish[p][w.run0:w.run0+w.count]
		for r, f := range ends {
			t.f += int64(f)
			t.ff += int64(f) * int64(f)
			w.chain(Project(p), r)
			if w.owner[r] == Project(p) {
				w.driver[p]++
				w.programme(Project(p), r)
			}
		}
		for _, i := range w.m.c.activities(Project(p)) {
			a := &w.activity[i]
			var d, dd, df, dl int64
			for r, x := range w.durations(int32(i)) {
				days := int64(x)
				d += days
				dd += days * days
				df += days * int64(ends[r])
				dl += days * int64(last[r])
			}
			a.d, a.dd, a.df, a.dl = a.d+d, a.dd+dd, a.df+df, a.dl+dl
		}
	}
	w.rules()
}

// chain follows the milestone of a project back as far as its own activities go.
func (w *worker) chain(p Project, r int) {
	m, v, atFinish := w.m, int32(w.m.c.spec.Projects[p].Milestone), true
	for {
		switch k := m.driver(&w.rows, r, v, atFinish); k {
		case ownWork:
			w.activity[v].critical++
			atFinish = false
		case nothing:
			return
		default:
			a := &m.arcs[k]
			if m.project(a.from) != p {
				if a.why == ForTeam {
					w.project[p].t++
				} else {
					w.project[p].led++
				}
				return
			}
			v, atFinish = a.from, a.kind != schedule.StartStart
		}
	}
}

// programme follows the last milestone of a run back through all projects.
func (w *worker) programme(p Project, r int) {
	m, v, atFinish := w.m, int32(w.m.c.spec.Projects[p].Milestone), true
	for {
		switch k := m.driver(&w.rows, r, v, atFinish); k {
		case ownWork:
			w.activity[v].programme++
			atFinish = false
		case nothing:
			return
		default:
			v, atFinish = m.arcs[k].from, m.arcs[k].kind != schedule.StartStart
		}
	}
}

// rules counts greatest lags that are broken and fixed starts that are kept.
func (w *worker) rules() {
	s := w.m.c.spec
	for _, k := range w.m.c.maxOf.of {
		l := &s.Links[k]
		from, to := w.finishes(int32(l.From)), w.starts(int32(l.To))
		switch l.Kind {
		case schedule.StartStart:
			from = w.starts(int32(l.From))
		case schedule.FinishFinish:
			to = w.finishes(int32(l.To))
		}
		for r := range from {
			if from[r] != never && to[r] != never && to[r]-from[r] > l.Max.Value {
				w.broken[k]++
			}
		}
	}
	for i := range s.Activities {
		if !s.Activities[i].Pinned.Known {
			continue
		}
		for _, d := range w.starts(int32(i)) {
			if d == s.Activities[i].Pinned.Value {
				w.kept[i]++
			}
		}
	}
}
