package siting

import (
	"context"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Score is a set of offices by every goal and every rule, side by side.
type Score struct {
	ID      string
	Opened  []Opened // what is there beyond the offices that stay
	People  int64
	Reached int64 // people who reach any office at all
	// Values are person-seconds of those reached, people, people, seconds, parts of ten
	// thousand, areas, people, öre and working days.
	Values  map[Goal]Value
	Last    Value           // working days until the last office opens
	Rules   []programme.Tri // kept or not
	Against *Against        // nil where there is nothing to compare with

	access *coverage.Access
}

// Seconds is the time from every point to the nearest office with the set open.
func (x *Score) Seconds() []uint32 { return x.access.Seconds }

// Against is who gains and who loses beside the mandate's own offices.
type Against struct{ Shifts []Shift }

// Shift is that for a group of people in a unit, by positions in the coverage.
type Shift struct {
	Unit, Group int
	*coverage.Shift
}

// Sets are the ids of what is compared: the network before, the mandate's own
// offices, scenarios, and the best set for each goal.
func (s *Siting) Sets() []string {
	out := []string{s.Before()}
	if s.Own() != "" {
		out = append(out, s.Own())
	}
	for i := range s.coverage.States {
		if id := s.coverage.States[i].ID; strings.HasPrefix(id, "scenario-") {
			out = append(out, id)
		}
	}
	for _, g := range Goals {
		out = append(out, BestID(g))
	}
	return out
}

// BestID is the id of the best set for a goal; no state has such an id.
func BestID(g Goal) string { return "best-" + string(g) }

// goalOf is the goal whose best set an id names, "" for none.
func goalOf(id string) Goal {
	for _, g := range Goals {
		if BestID(g) == id {
			return g
		}
	}
	return ""
}

// Score measures a set, once; nil where there is none.
func (s *Siting) Score(ctx context.Context, id string) (*Score, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.score(ctx, id)
}

func (s *Siting) score(ctx context.Context, id string) (*Score, error) {
	if x := s.scores[id]; x != nil {
		return x, nil
	}
	w, err := s.ready(ctx)
	if err != nil {
		return nil, err
	}
	x := &Score{ID: id}
	all := slices.Clone(w.fixed)
	if g := goalOf(id); g != "" {
		b, err := s.best(ctx, g)
		if err != nil || !b.Found {
			return nil, err
		}
		x.Opened = slices.Clone(b.Places)
		for i := range x.Opened {
			if o := &x.Opened[i]; len(o.Types) == 0 {
				o.Types = s.claimed(o.Office)
			}
		}
		x.access = w.accessOf(b.Places)
		all = append(all, placesOf(b.Places)...)
	} else {
		state := s.coverage.State(id)
		if state < 0 {
			return nil, nil
		}
		if x.access, err = s.coverage.AccessIn(state); err != nil {
			return nil, err
		}
		all = all[:0]
		before := s.coverage.States[s.coverage.State(s.Before())].Open
		for _, site := range slices.Concat(s.coverage.States[state].Open, s.coverage.States[state].Unplaced) {
			c := s.office(site)
			all = append(all, c)
			if !slices.Contains(before, site) && !slices.Contains(s.coverage.States[s.coverage.State(s.Before())].Unplaced, site) {
				x.Opened = append(x.Opened, Opened{c, s.claimed(c.Office)})
			}
		}
	}
	if err := s.measure(ctx, w, x, all); err != nil {
		return nil, err
	}
	for k := range s.Rules {
		x.Rules = append(x.Rules, s.Rules[k].keeps(x.Opened))
	}
	if err := s.against(ctx, x); err != nil {
		return nil, err
	}
	s.scores[id] = x
	return x, nil
}

// accessOf is the access with these places beside the offices that stay.
func (w *world) accessOf(places []Opened) *coverage.Access {
	a := &coverage.Access{Seconds: slices.Clone(w.base)}
	for c := range w.candidates {
		if !slices.ContainsFunc(places, func(p Opened) bool { return p.Key == w.candidates[c].Key }) {
			continue
		}
		for i, t := range w.times.Row(c) {
			a.Seconds[i] = min(a.Seconds[i], t)
		}
	}
	return a
}

func (s *Siting) measure(ctx context.Context, w *world, x *Score, all []Candidate) (err error) {
	sum := map[Goal]int64{Within: 0, Far: 0, Mean: 0, Areas: 0}
	for i, n := range w.people {
		t := x.access.Seconds[i]
		x.People += int64(n)
		if t != coverage.Unreachable {
			x.Reached += int64(n)
			sum[Mean] += int64(n) * int64(t)
		}
		if t > uint32(s.Options.Minutes*60) {
			sum[Within] += int64(n)
		}
		if t > uint32(s.Options.Far*60) {
			sum[Far] += int64(n)
		}
	}
	listed, _ := sweden.AreasListedIn(s.Options.ListYear)
	for _, a := range listed {
		if !slices.ContainsFunc(all, func(c Candidate) bool { return c.serves(a, s.within()) }) {
			sum[Areas]++
		}
	}
	sum[Worst], sum[County] = w.worstOf(x.access.Seconds), s.countyOf(w, x.access.Seconds)
	x.Values = map[Goal]Value{}
	for g, n := range sum {
		x.Values[g] = exactly(n)
	}
	if len(x.Opened) == 0 {
		x.Values[Cost] = exactly(0)
		return nil
	}
	cost, err := s.costOf(ctx, x.Opened, x.ID == s.Own() || goalOf(x.ID) != "")
	if err != nil {
		return err
	}
	x.Values[Cost] = Value{int64(cost.Low), int64(cost.High), cost.Known}
	if x.Values[Time], x.Last, err = s.daysOf(ctx, x.Opened); err != nil {
		return err
	}
	x.Values[Room], err = s.roomOf(ctx, w, x.Opened)
	return err
}

// Listed is how many areas are on the list.
func (s *Siting) Listed() int {
	listed, _ := sweden.AreasListedIn(s.Options.ListYear)
	return len(listed)
}

// against compares a best set or a scenario with the mandate's own offices, for
// everyone and the vulnerable in the country, and everyone by category.
func (s *Siting) against(ctx context.Context, x *Score) error {
	if s.Own() == "" || x.ID == s.Own() || x.ID == s.Before() {
		return nil
	}
	own, err := s.score(ctx, s.Own())
	if err != nil || own == nil {
		return err
	}
	x.Against = &Against{}
	groups, units := s.coverage.Groups(), s.coverage.Units()
	for u := range units {
		for g := range groups {
			country := units[u].Kind == programme.EveryCountry && (groups[g].Key == coverage.Everyone || groups[g].Key == coverage.Vulnerable)
			category := units[u].Kind == programme.EveryCategory && groups[g].Key == coverage.Everyone
			if country || category {
				x.Against.Shifts = append(x.Against.Shifts, Shift{u, g, s.coverage.Shift(own.access, x.access, u, g)})
			}
		}
	}
	return nil
}
