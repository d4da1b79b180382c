package portfolio

import (
	"fmt"
	"math"
	"slices"

	"github.com/etablera/etablera/schedule"
)

// mistakes gathers what is wrong with a Spec.
type mistakes struct {
	s    *Spec
	list []string
}

func (m *mistakes) add(format string, args ...any) {
	m.list = append(m.list, fmt.Sprintf(format, args...))
}

// within notes a mistake unless lo ≤ x ≤ hi.
func (m *mistakes) within(what string, x, lo, hi int) bool {
	if x < lo || x > hi {
		m.add("%s is %d; want %d … %d", what, x, lo, hi)
	}
	return x >= lo && x <= hi
}

// day notes a mistake unless the day lies on the axis.
func (m *mistakes) day(what string, d schedule.Optional) {
	if d.Known {
		m.within(what, int(d.Value), 0, MaxDay/2)
	}
}

// check returns every mistake in the Spec.
func check(s *Spec) []string {
	m := &mistakes{s: s}
	m.within("now", int(s.Now), 0, MaxDay/2)
	m.shared()
	for i := range s.Projects {
		m.project(i)
	}
	for i := range s.Activities {
		m.activity(i)
	}
	m.links()
	m.chance()
	return m.list
}

// shared checks calendars, clocks, leaders and teams.
func (m *mistakes) shared() {
	for i, c := range m.s.Calendars {
		ok := m.within(fmt.Sprintf("calendars[%d] (%s): length", i, c.Name), int(c.Length), 7, MaxDay) &&
			m.within(fmt.Sprintf("calendars[%d] (%s): words of 64 bits", i, c.Name), len(c.Bits), int(c.Length+63)/64, MaxDay)
		if !ok {
			continue
		}
		working := false
		for t := c.Length - 7; t < c.Length; t++ {
			working = working || c.Works(t)
		}
		if !working {
			m.add("calendars[%d] (%s) has no working day in its last week; want one, for that week repeats", i, c.Name)
		}
	}
	for i, c := range m.s.Clocks {
		if len(c.Steps) == 0 || c.Steps[0].From != 0 {
			m.add("clocks[%d] (%s) says nothing of day 0; want its first step from day 0", i, c.Name)
		}
		for k, st := range c.Steps {
			m.within(fmt.Sprintf("clocks[%d] (%s): days of step %d", i, c.Name, k), int(st.Days), 0, 3660)
			m.within(fmt.Sprintf("clocks[%d] (%s): extra days of step %d", i, c.Name, k), int(st.Extra), 0, 3660)
			if k > 0 && st.From <= c.Steps[k-1].From {
				m.add("clocks[%d] (%s): step %d is from day %d, not after the step before", i, c.Name, k, st.From)
			}
		}
	}
	for i, l := range m.s.Leaders {
		m.steps(fmt.Sprintf("leaders[%d] (%s)", i, l.Name), l.Most, l.Steps)
	}
	for i, t := range m.s.Teams {
		m.steps(fmt.Sprintf("teams[%d] (%s)", i, t.Name), t.Capacity, t.Steps)
	}
}

func (m *mistakes) steps(what string, first int32, steps []Step) {
	m.within(what+": capacity", int(first), 0, math.MaxInt16)
	for k, st := range steps {
		m.within(fmt.Sprintf("%s: capacity from step %d", what, k), int(st.Capacity), 0, math.MaxInt16)
		m.within(fmt.Sprintf("%s: day of step %d", what, k), int(st.From), 0, MaxDay/2)
		if k > 0 && st.From <= steps[k-1].From {
			m.add("%s: step %d is from day %d, not after the step before", what, k, st.From)
		}
	}
}

func (m *mistakes) project(i int) {
	p, what := &m.s.Projects[i], fmt.Sprintf("projects[%d] (%s)", i, m.s.Projects[i].Name)
	for j := range i {
		if m.s.Projects[j].Key == p.Key {
			m.add("%s has the key of projects[%d]; want keys that are unique", what, j)
		}
	}
	if m.within(what+": milestone", int(p.Milestone), 0, len(m.s.Activities)-1) {
		if a := m.s.Activities[p.Milestone]; a.Project != Project(i) || a.Choice != 0 {
			m.add("%s: its milestone is of project %d or depends on a choice; want one of its own that is always done", what, a.Project)
		}
	}
	m.within(what+": release", int(p.Release), 0, MaxDay/2)
	m.day(what+": due day", p.Due)
	m.within(what+": weight", int(p.Weight), 0, 1<<20)
	m.within(what+": leader", int(p.Leader), 0, len(m.s.Leaders))
	for _, l := range p.Leaders {
		m.within(what+": possible leader", int(l), 1, len(m.s.Leaders))
	}
	if !p.Unled && len(m.s.Leaders) == 0 {
		m.add("%s needs a leader and there is none; want leaders, or the project unled", what)
	}
	for k, h := range p.Handover {
		m.within(what+": leader of a hand-over", int(h.To), 1, len(m.s.Leaders))
		m.within(what+": day of a hand-over", int(h.From), 0, MaxDay/2)
		if k > 0 && h.From <= p.Handover[k-1].From {
			m.add("%s: hand-over %d is on day %d, not after the one before", what, k, h.From)
		}
	}
}

func (m *mistakes) activity(i int) {
	a, what := &m.s.Activities[i], fmt.Sprintf("activities[%d] (%s)", i, m.s.Activities[i].Name)
	m.within(what+": project", int(a.Project), 0, len(m.s.Projects)-1)
	m.within(what+": calendar", int(a.Calendar), 0, len(m.s.Calendars))
	m.within(what+": clock", int(a.Clock), 0, len(m.s.Clocks))
	m.day(what+": release", a.Release)
	m.day(what+": deadline", a.Deadline)
	m.day(what+": pinned start", a.Pinned)
	if !(a.Complex >= 0 && a.Complex <= 1) {
		m.add("%s: probability %g of a complex case; want 0 … 1", what, a.Complex)
	}
	m.history(what, a)
	if a.Duration.IsZero() == (a.Clock == 0) && !a.Finished.Known {
		m.add("%s has a duration and a clock, or neither; want one of them", what)
	}
	if !a.Duration.IsZero() {
		if _, err := schedule.NewSampler(a.Duration); err != nil {
			m.add("%s: %v", what, err)
		}
	}
	if m.within(what+": choice", int(a.Choice), 0, len(m.s.Choices)) && a.Choice > 0 {
		m.within(what+": way", int(a.Way), 0, len(m.s.Choices[a.Choice-1].Ways)-1)
	}
	for _, c := range a.Causes {
		m.within(what+": cause", int(c), 0, len(m.s.Causes)-1)
	}
}

// history notes what cannot have happened.
func (m *mistakes) history(what string, a *ActivitySpec) {
	if a.Finished.Known && !a.Started.Known {
		m.add("%s has finished and not started; want its start", what)
	}
	if a.Started.Known {
		m.within(what+": start that has happened", int(a.Started.Value), 0, int(m.s.Now))
	}
	if a.Finished.Known {
		m.within(what+": finish that has happened", int(a.Finished.Value), int(a.Started.Value), int(m.s.Now))
	}
}

func (m *mistakes) links() {
	n := len(m.s.Activities) - 1
	for i, l := range m.s.Links {
		what := fmt.Sprintf("links[%d]", i)
		if !m.within(what+": from", int(l.From), 0, n) || !m.within(what+": to", int(l.To), 0, n) {
			continue
		}
		if m.s.Activities[l.From].Project != m.s.Activities[l.To].Project || l.From == l.To || l.Kind > schedule.FinishFinish {
			m.add("%s from %d to %d, kind %d: want two activities of one project and a kind that exists", what, l.From, l.To, l.Kind)
		}
		m.within(what+": lag", int(l.Lag), -3660, 3660)
		m.within(what+": calendar of the lag", int(l.LagCalendar), 0, len(m.s.Calendars))
		if l.Max.Known {
			m.within(what+": greatest lag", int(l.Max.Value), -3660, MaxDay)
		}
	}
	for i, d := range m.s.Demands {
		what := fmt.Sprintf("demands[%d]", i)
		if m.within(what+": activity", int(d.Activity), 0, n) && m.within(what+": team", int(d.Team), 0, len(m.s.Teams)-1) {
			t := m.s.Teams[d.Team]
			last := t.Capacity
			if len(t.Steps) > 0 {
				last = t.Steps[len(t.Steps)-1].Capacity
			}
			m.within(what+": amount, where the team's last capacity is the most", int(d.Amount), 0, int(last))
		}
	}
}

// chance checks choices, causes, risks, rounds and goals.
func (m *mistakes) chance() {
	for i, c := range m.s.Choices {
		what := fmt.Sprintf("choices[%d] (%s)", i, c.Name)
		sum := 0.0
		for _, w := range c.Ways {
			sum += w.Probability
			if !(w.Probability >= 0) {
				m.add("%s: way %s has probability %g; want 0 or more", what, w.Name, w.Probability)
			}
		}
		if len(c.Ways) == 0 || sum != 0 && !(math.Abs(sum-1) < 1e-9) {
			m.add("%s: %d ways whose probabilities add up to %g; want at least one way, and 1 or none", what, len(c.Ways), sum)
		}
		if c.Decided.Known {
			m.within(what+": decided way", int(c.Decided.Value), 0, len(c.Ways)-1)
		}
	}
	for i, c := range m.s.Causes {
		if !(c.Spread >= 0 && c.Spread <= 3) {
			m.add("causes[%d] (%s): spread %g; want 0 … 3", i, c.Name, c.Spread)
		}
	}
	for i, r := range m.s.Risks {
		m.risk(fmt.Sprintf("risks[%d] (%s)", i, r.Name), &r)
	}
	for i, r := range m.s.Rounds {
		for _, p := range r.Projects {
			m.within(fmt.Sprintf("rounds[%d] (%s): project", i, r.Name), int(p), 0, len(m.s.Projects)-1)
		}
	}
	if slices.ContainsFunc(m.s.Goals, func(g Goal) bool { return g.Kind > Makespan }) {
		m.add("goals %v: want kinds that exist", m.s.Goals)
	}
}

func (m *mistakes) risk(what string, r *RiskSpec) {
	if !(r.Probability >= 0 && r.Probability <= 1) || !(r.Factor >= 0 && r.Factor <= 100) {
		m.add("%s: probability %g, factor %g; want 0 … 1 and 0 … 100", what, r.Probability, r.Factor)
	}
	if !r.Days.IsZero() {
		if _, err := schedule.NewSampler(r.Days); err != nil {
			m.add("%s: %v", what, err)
		}
	}
	for _, a := range r.Activities {
		m.within(what+": activity", int(a), 0, len(m.s.Activities)-1)
	}
	if r.OnProject {
		m.within(what+": project", int(r.WholeProject), 0, len(m.s.Projects)-1)
	}
}
