package siting

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate"
)

// Best is the best set found for a goal, and what is proven of it.
type Best struct {
	Goal   Goal
	Found  bool
	Places []Candidate // in the order of the candidates
	Value  int64       // of the goal: person-seconds, people or areas
	Bound  int64       // no set that keeps the rules has less
	Gap    float64
	Proven bool
	// Stopped says that the time limit came first, so that the answer depends on
	// the machine.
	Stopped bool
	// Conflict is rules that cannot be kept together with so many offices, though all
	// but any one of them can, as far as the search can tell.
	Conflict []int

	certificate locate.Certificate
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
	spec := s.spec(w, g)
	a, err := locate.Solve(ctx, spec, s.limits())
	if err != nil {
		return nil, fmt.Errorf("siting for %s: %w", g, err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	b := &Best{Goal: g, Found: a.Found, Value: a.Value, Bound: a.Bound, Gap: a.Gap(), Proven: a.Proven, Stopped: a.Stopped, certificate: a.Certificate}
	for _, j := range a.Options {
		b.Places = append(b.Places, w.candidates[j])
	}
	if !a.Found && a.Infeasible != nil {
		for _, row := range a.Infeasible.Rows {
			if row > 0 && int(row) <= len(s.Rules) { // row 0 is the number asked for
				b.Conflict = append(b.Conflict, int(row)-1)
			}
		}
	}
	s.bests[g] = b
	return b, nil
}

func (s *Siting) limits() locate.Options {
	return locate.Options{Seed: s.Options.Seed, Gap: s.Options.Gap, Time: s.Options.Time}
}

// spec states the problem: one option per candidate, one measure per goal, one row per
// rule.
func (s *Siting) spec(w *world, goals ...Goal) *locate.Spec {
	d := s.demandOf(w, goals...)
	spec := &locate.Spec{Classes: d.classes, Service: &d.lists}
	for m, g := range goals {
		spec.Measures = append(spec.Measures, locate.Measure{Name: string(g)})
		if m == 0 {
			spec.Measures[m].Factor = 1
		}
	}
	all := make([]int32, len(w.candidates))
	for c := range w.candidates {
		all[c] = int32(c)
		spec.Options = append(spec.Options, locate.Option{Site: int32(c), Column: int32(c)})
	}
	spec.Rows = append(spec.Rows, locate.Exactly("number", int64(s.Options.Number), all...))
	for k := range s.Rules {
		r := &s.Rules[k]
		holds, wrong := r.sort(w)
		row := locate.AtLeast(fmt.Sprint(k), int64(r.Min), holds...)
		if r.Max >= 0 {
			row.Max = int64(r.Max)
		}
		spec.Rows = append(spec.Rows, row)
		for _, j := range wrong {
			spec.Options[j].State = locate.Forbidden
		}
	}
	return spec
}

// sort finds the candidates that a rule counts, and those that it rules out.
func (r *Rule) sort(w *world) (holds, wrong []int32) {
	for c := range w.candidates {
		switch at := r.holds(&w.candidates[c]); {
		case at == programme.Yes:
			holds = append(holds, int32(c))
		case r.Only && r.In[w.candidates[c].Municipality]:
			wrong = append(wrong, int32(c))
		}
	}
	return holds, wrong
}
