package siting

import (
	"context"
	"fmt"
	"reflect"

	"github.com/etablera/etablera/internal/plan/coverage"
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
	Kind  string // detour, list, group
	Of    any    // thousandths, a year, a position in the coverage's groups
	Found bool
	Same  int // places that the variant's set has in common with the best set
	Gap   float64
}

// Detours are the other lengths of road to great circle that are tried.
var Detours = []float64{1.1, 1.3}

// Stays solves a goal under each of the other assumptions, once: other detours where
// the times are estimated, other groups of people, and for the areas other lists.
func (s *Siting) Stays(ctx context.Context, g Goal) (*Stays, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if x := s.stays[g]; x != nil {
		return x, nil
	}
	b, err := s.best(ctx, g)
	if err != nil {
		return nil, err
	}
	x := &Stays{Kept: make([]int, len(b.Places))}
	for _, v := range s.variants(g) {
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

func (s *Siting) variants(g Goal) []tried {
	var out []tried
	try := func(kind string, of any, c *coverage.Coverage, access coverage.Options, o Options) *Siting {
		other := Make(s.facts, s.table, c, access, o)
		out = append(out, tried{Variant{Kind: kind, Of: of}, other})
		return other
	}
	if e, ok := s.method().(coverage.Estimate); ok && g != Areas && reflect.DeepEqual(e.Parameters, estimate.Car()) {
		for _, d := range Detours {
			access := s.access
			p := e.Parameters
			p.Detour = d
			access.Method = coverage.Estimate{Parameters: p}
			try("detour", int(d*1000+0.5), coverage.Make(s.facts, s.table, access), access, s.Options)
		}
	}
	if g == Areas {
		for _, y := range sweden.ListYears() {
			if y != s.Options.ListYear {
				o := s.Options
				o.ListYear = y
				try("list", y, s.coverage, s.access, o).world = s.world
			}
		}
		return out
	}
	for i, group := range s.coverage.Groups() {
		if group.Key != s.Options.Group {
			o := s.Options
			o.Group = group.Key
			w := *s.world // the times are the same
			w.people = group.People
			try("group", i, s.coverage, s.access, o).world = &w
		}
	}
	return out
}
