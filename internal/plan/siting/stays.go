package siting

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"reflect"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Stays says which places of a best set are chosen again under other assumptions.
type Stays struct {
	Variants []Variant
	Kept     []int // of each place of the best set: in how many variants
}

// Variant is one assumption changed.
type Variant struct {
	Kind  string // detour, list, group, visits, demand, years
	Of    any    // thousandths; a year; a position in the coverage's groups; "" ; a position in the demand scenarios; a number
	Found bool
	Same  int // places that the variant's set has in common with the best set
	Gap   float64
}

// Detours are the other lengths of road to great circle that are tried.
var Detours = []float64{1.1, 1.3}

// Stays solves a goal under each of the other assumptions, once: other detours where
// the times are estimated, other groups of people, visits in the place of people; for the
// areas other lists, for the room the scenarios of demand, for the cost other years. More
// visits of everybody alike change no choice but where room is short.
func (s *Siting) Stays(ctx context.Context, g Goal) (*Stays, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stay(ctx, g)
}

func (s *Siting) stay(ctx context.Context, g Goal) (*Stays, error) {
	if x := s.stays[g]; x != nil {
		return x, nil
	}
	b, err := s.best(ctx, g)
	if err != nil {
		return nil, err
	}
	x := &Stays{Kept: make([]int, len(b.Places))}
	variants, err := s.variants(ctx, g)
	if err != nil {
		return nil, err
	}
	for _, v := range variants {
		other, err := v.of.Best(ctx, g)
		if err != nil {
			return nil, fmt.Errorf("siting, %s %v: %w", v.Kind, v.Of, err)
		}
		v.Found, v.Gap = other.Found, other.Gap
		for k, p := range b.Places {
			for _, q := range other.Places {
				if p.Key == q.Key {
					v.Same++
					x.Kept[k]++
				}
			}
		}
		x.Variants = append(x.Variants, v.Variant)
	}
	s.stays[g] = x
	return x, nil
}

type tried struct {
	Variant
	of *Siting
}

// tryYears are the other years of running that are tried.
var tryYears = []int{1, 10}

func (s *Siting) variants(ctx context.Context, g Goal) ([]tried, error) {
	var out []tried
	try := func(kind string, of any, c *coverage.Coverage, access coverage.Options, o Options) *Siting {
		other := Make(s.facts, s.table, c, access, o)
		other.kinds, other.giving = s.kinds, s.giving // the rules and the places are the same
		out = append(out, tried{Variant{Kind: kind, Of: of}, other})
		return other
	}
	with := func(people []int32) *world {
		w := *s.world // the times are the same
		w.people, w.enough = people, nil
		return &w
	}
	switch g {
	case Areas:
		for _, y := range sweden.ListYears() {
			if y != s.Options.ListYear {
				o := s.Options
				o.ListYear = y
				try("list", y, s.coverage, s.access, o).world = s.world
			}
		}
		return out, nil
	case Cost:
		for _, years := range tryYears {
			if years != s.Options.Years {
				o := s.Options
				o.Years = years
				other := try("years", years, s.coverage, s.access, o)
				other.world, other.kinds = with(s.world.people), nil
			}
		}
		return out, nil
	case Time:
		return nil, nil
	}
	if e, ok := s.method().(coverage.Estimate); ok && reflect.DeepEqual(e.Parameters, estimate.Car()) {
		for _, d := range Detours {
			access := s.access
			p := e.Parameters
			p.Detour = d
			access.Method = coverage.Estimate{Parameters: p}
			try("detour", int(d*1000+0.5), coverage.Make(s.facts, s.table, access), access, s.Options)
		}
	}
	for i, group := range s.coverage.Groups() {
		if group.Key != s.Options.Group {
			o := s.Options
			o.Group = group.Key
			try("group", i, s.coverage, s.access, o).world = with(group.People)
		}
	}
	willing, err := s.visitors()
	if err != nil {
		return nil, err
	}
	try("visits", "", s.coverage, s.access, s.Options).world = with(willing)
	if g == Room {
		for i := range s.facts.S.DemandScenarios {
			if d := &s.facts.S.DemandScenarios[i]; d.PerMille.Known {
				try("demand", i, s.coverage, s.access, s.Options).world = with(scaled(s.world.people, d.PerMille.High))
			}
		}
	}
	return out, ctx.Err()
}

// visitors are the people who would visit some office with the mandate's own open, in
// tenths of a person.
func (s *Siting) visitors() ([]int32, error) {
	state := s.coverage.State(cmp.Or(s.Own(), coverage.Now))
	x, err := visits.Make(s.facts, s.coverage, visits.Options{}).StateAt(state)
	if err != nil {
		return nil, err
	}
	out := make([]int32, len(s.world.people))
	for i, n := range s.world.people {
		out[i] = int32(math.Round(10 * float64(n) * x.Willing[i]))
	}
	return out, nil
}

// scaled is people in per mille of what they are.
func scaled(people []int32, perMille int) []int32 {
	out := make([]int32, len(people))
	for i, n := range people {
		out[i] = int32(int64(n) * int64(perMille) / 1000)
	}
	return out
}
