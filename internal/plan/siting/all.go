package siting

import (
	"context"
	"iter"

	"github.com/etablera/etablera/internal/plan/figure"
)

// All lists every figure that there is when every goal has been searched for: it
// searches for those that have not. Trade-offs and other assumptions are listed once
// somebody has asked for them.
func (s *Siting) All() iter.Seq[figure.Address] {
	var all []figure.Address
	at := func(segments ...any) { all = append(all, figure.At(append([]any{Segment}, segments...)...)) }
	for a := range s.Addresses() {
		all = append(all, a)
	}
	for _, what := range []any{"number", FromLocality, FromArea, FromOffice, "lacking"} {
		at("candidates", what)
	}
	for i := range s.facts.S.OfficeTypes {
		for _, what := range []any{"cost", "days", "officers"} {
			at("type", s.facts.S.OfficeTypes[i].ID, what)
		}
	}
	if g, err := s.Giving(context.Background()); err == nil && g.Least > 0 {
		at("give", "least")
		for k := range g.Parts {
			at("give", k+1)
		}
	}
	for _, g := range Goals {
		b, err := s.Best(context.Background(), g)
		if err != nil {
			break
		}
		if b.Found {
			at("best", g, "value")
			at("best", g, "bound")
			at("best", g, "gap")
		}
		for k := range b.Places {
			at("best", g, "place", k+1, "name")
			if g.isTyped() {
				at("best", g, "place", k+1, "type")
			}
		}
		for k := range b.Conflict {
			at("conflict", g, k+1)
		}
	}
	for _, id := range s.Sets() {
		if x, err := s.Score(context.Background(), id); err == nil && x != nil {
			s.listSet(x, at)
		}
	}
	s.listAsked(at)
	return func(yield func(figure.Address) bool) {
		for _, a := range all {
			if !yield(a) {
				return
			}
		}
	}
}

func (s *Siting) listSet(x *Score, at func(...any)) {
	for _, what := range []any{"opened", "share", "kept", "broken", "last"} {
		at("set", x.ID, what)
	}
	for _, g := range Goals {
		at("set", x.ID, g)
	}
	for k := range s.Rules {
		at("rule", k+1, x.ID)
	}
	if x.Against == nil {
		return
	}
	for _, h := range x.Against.Shifts {
		u := &s.coverage.Units()[h.Unit]
		for _, what := range []string{"gained", "lost"} {
			at("against", x.ID, u.Kind, u.Key, s.coverage.Groups()[h.Group].Key, what)
		}
	}
}

// listAsked lists what is there because somebody has asked for it.
func (s *Siting) listAsked(at func(...any)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, g := range Goals {
		if x := s.stays[g]; x != nil {
			for k := range x.Kept {
				at("best", g, "place", k+1, "stays")
			}
			for k := range x.Variants {
				at("variant", g, k+1)
			}
		}
		for _, h := range Goals {
			if c := s.curves[[2]Goal{g, h}]; c != nil {
				for k := range c.Points {
					at("curve", g, h, k+1, "a")
					at("curve", g, h, k+1, "b")
					at("curve", g, h, k+1, "bound")
				}
			}
		}
	}
}
