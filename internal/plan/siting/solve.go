package siting

import (
	"context"
	"fmt"
	"slices"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate"
)

// Best is the best set found for a goal, and what is proven of it.
type Best struct {
	Goal   Goal
	Found  bool
	Places []Opened // in the order of the candidates; with the type chosen where the goal depends on types
	Value  int64    // of the goal: see Score.Values; the upper end where costs are ranges
	Bound  int64    // no set that keeps the rules, or misses them by no more than must be, has less
	Gap    float64
	Proven bool
	// Stopped says that the time limit came first, so that the answer depends on
	// the machine.
	Stopped bool
	// Lack says why the goal cannot be searched for: what it counts is not known.
	Lack string
	// Lacking is how many places, or types at places, had no part for that reason.
	Lacking int
	// Conflict is rules that cannot be kept together with so many offices, though all
	// but any one of them can, as far as the search can tell. Giving is then the least
	// by which all rules must give; the set misses them by so much.
	Conflict []int
	Giving   Giving

	certificate locate.Certificate
}

// Why a goal cannot be searched for; the texts are under "siting.lack." + reason.
const (
	LacksPlaces  = "places"  // there are fewer places than offices to open
	LacksTypes   = "types"   // there are no office types
	LacksOfficer = "officer" // nobody has said how many people an officer has room for
	LacksStaff   = "staff"   // nor how many officers any type has
	LacksCost    = "cost"    // no type has all its costs stated
	LacksDays    = "days"    // no type has a forecast
)

// lack is why a goal cannot be searched for, "" where it can.
func (s *Siting) lack(ctx context.Context, g Goal) (string, error) {
	if !g.isTyped() {
		return "", nil
	}
	kinds, err := s.kindsOf(ctx)
	if err != nil {
		return "", err
	}
	some := map[Goal]bool{}
	for k := range kinds {
		some[Cost] = some[Cost] || kinds[k].Cost.Known
		some[Time] = some[Time] || kinds[k].Trial.HasForecast()
		some[Room] = some[Room] || kinds[k].Staff.Known && kinds[k].Staff.Low > 0
	}
	switch {
	case len(kinds) == 0:
		return LacksTypes, nil
	case g == Room && s.Options.PerOfficer <= 0:
		return LacksOfficer, nil
	case !some[g]:
		return map[Goal]string{Cost: LacksCost, Time: LacksDays, Room: LacksStaff}[g], nil
	}
	return "", nil
}

// Best solves a goal, once.
func (s *Siting) Best(ctx context.Context, g Goal) (*Best, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.best(ctx, g)
}

func (s *Siting) best(ctx context.Context, g Goal) (*Best, error) {
	if b := s.bests[g]; b != nil {
		return b, nil
	}
	w, err := s.ready(ctx)
	if err != nil {
		return nil, err
	}
	b := &Best{Goal: g}
	if b.Lack, err = s.lack(ctx, g); err != nil {
		return nil, err
	}
	if len(w.all) < s.Options.Number {
		b.Lack = LacksPlaces
	}
	if b.Lack == "" {
		if err := s.search(ctx, w, b); err != nil {
			return nil, fmt.Errorf("siting for %s: %w", g, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.bests[g] = b
	return b, nil
}

// search finds the best set for a goal that can be searched for.
func (s *Siting) search(ctx context.Context, w *world, b *Best) (err error) {
	m := s.mustGive(w, b.Goal.isTyped())
	if b.Giving = m.Giving; m.Least > 0 || !m.told {
		if b.Conflict, err = s.conflict(ctx, w); err != nil {
			return err
		}
	}
	if !m.told && len(b.Conflict) > 0 {
		return nil
	}
	if b.Goal == Worst || b.Goal == County {
		return s.bisect(ctx, w, b)
	}
	o, near := s.limits(), (*Best)(nil)
	if o.Time == 0 {
		o.Nodes = usualNodes
		if b.Goal == Room {
			o.Nodes = roomNodes
		}
	}
	if b.Goal == Cost || b.Goal == Time {
		if near, err = s.best(ctx, Mean); err != nil {
			return err
		}
		o.Gap, o.Nodes = 0, linearNodes
	}
	q, a, err := s.solve(ctx, w, b.Goal.isTyped(), o, func(strict bool) (*question, error) {
		q, err := s.ask(ctx, w, strict, b.Goal)
		if err == nil && near != nil {
			q.prefer(w, s.Options.Number, placesOf(near.Places))
		}
		return q, err
	})
	if err != nil {
		return err
	}
	b.take(s, w, q, a)
	if b.Goal == Cost && near.Found && m.Least == 0 {
		s.moveTo(b, near.Places)
	}
	return nil
}

// usualNodes bound the work on a goal where no time does, roomNodes where capacities bind; giveNodes and linearNodes bound
// it where rules give, and where nothing but the
// offices' own figures counts; what is left of the gap shows.
const (
	usualNodes  = 400
	roomNodes   = 16
	giveNodes   = 100
	linearNodes = 400
)

// moveTo puts the offices of a set at other places that keep the rules, if each of these
// may have one of the set's types: for a goal that does not depend on places.
func (s *Siting) moveTo(b *Best, places []Opened) {
	types := make([]programme.TypeID, len(b.Places))
	for i := range types {
		types[i] = b.Places[i].Types[0]
	}
	crowds, room := make([]*crowd, len(places)), slices.Repeat([]int64{1}, len(types))
	for i := range places {
		crowds[i] = &crowd{people: 1, at: make([]int64, len(types))}
		for k, t := range types {
			if at := s.typeAt(t); slices.Contains(s.allowed(&places[i].Candidate), at) {
				crowds[i].near = append(crowds[i].near, k)
			}
		}
	}
	if seat(crowds, room) < int64(len(places)) || len(places) != len(types) {
		return
	}
	moved := slices.Clone(places)
	for i := range moved {
		moved[i].Types = []programme.TypeID{types[slices.Index(crowds[i].at, 1)]}
	}
	b.Places = moved
}

// take writes down an answer of the engine.
func (b *Best) take(s *Siting, w *world, q *question, a *locate.Answer) {
	b.Found, b.Stopped, b.Lacking, b.certificate = a.Found, a.Stopped, q.lacking, a.Certificate
	b.Places = q.opened(s, w, a.Options)
	b.Value, b.Bound = a.Value/q.scale, a.Bound
	if q.scale > 1 { // what is preferred adds less than one unit of the goal
		b.Bound = ceilDiv(a.Bound-(q.scale-1), q.scale)
	}
	b.settle()
}

// settle works out the gap.
func (b *Best) settle() {
	b.Proven = b.Found && b.Bound >= b.Value
	if b.Found && !b.Proven {
		b.Gap = float64(b.Value-b.Bound) / float64(max(b.Value, 1))
	}
}

func ceilDiv(a, b int64) int64 {
	if a > 0 {
		return (a + b - 1) / b
	}
	return a / b
}

func placesOf(opened []Opened) []Candidate {
	out := make([]Candidate, len(opened))
	for i := range opened {
		out[i] = opened[i].Candidate
	}
	return out
}

func (s *Siting) limits() locate.Options {
	return locate.Options{Seed: s.Options.Seed, Gap: s.Options.Gap, Time: s.Options.Time}
}
