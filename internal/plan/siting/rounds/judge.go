package rounds

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/locate/division"
)

// Scope is which goals take part in a judgement.
type Scope string

// The scopes: goals whose values are known, and all of them.
const (
	Known Scope = "known"
	All   Scope = "all"
)

// Scopes lists them.
var Scopes = []Scope{Known, All}

// Verdict is what is proven of the own division.
type Verdict string

// The verdicts.
const (
	Dominated    Verdict = "dominated"     // another is no worse in any goal that takes part, and better in one
	NotDominated Verdict = "not-dominated" // proven: none is
	Undecided    Verdict = "undecided"     // none found, none ruled out
)

// Judgement is how the mandate's own division stands against all others.
type Judgement struct {
	Scope    Scope
	Goals    []Goal // that take part
	WithOpen bool   // the time until rounds are open takes part as well
	Verdict  Verdict
	Steps    []Step // one for each goal that takes part
}

// Step is one goal of a judgement: how much better it can be with no other worse.
type Step struct {
	Goal   Goal
	Better bool // something is found; its divisions have the ids LeastID and SmallID
	Proven bool // the least is proven; where nothing is better, that nothing can be
	// Slower says that every division found has a round open later than the own has.
	Slower bool
	bound  int64
}

// Judge judges the own division, once.
func (r *Rounds) Judge(ctx context.Context, s Scope) (*Judgement, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.judge(ctx, s)
}

func (r *Rounds) judge(ctx context.Context, s Scope) (*Judgement, error) {
	if j := r.judged[s]; j != nil {
		return j, nil
	}
	w, err := r.ready(ctx)
	if err != nil {
		return nil, err
	}
	own, err := r.find(ctx, Own)
	if err != nil {
		return nil, err
	}
	j := &Judgement{Scope: s, WithOpen: own.Open != nil}
	limit := division.Unlimited()
	for _, g := range Goals {
		if s == All || w.known[g] {
			j.Goals = append(j.Goals, g)
			limit[g.engine()] = own.values[g.engine()]
		}
	}
	proven := true
	for _, g := range j.Goals {
		step, err := r.step(ctx, w, own, j, g, limit)
		if err != nil {
			return nil, err
		}
		j.Steps = append(j.Steps, *step)
		if step.Better && !step.Slower {
			j.Verdict = Dominated
		}
		proven = proven && step.Proven && !step.Better
	}
	switch {
	case j.Verdict == Dominated:
	case proven:
		j.Verdict = NotDominated
	default:
		j.Verdict = Undecided
	}
	r.judged[s] = j
	return j, nil
}

// step asks how much less of a goal there can be with no other worse, and how few offices
// must be moved for any less.
func (r *Rounds) step(ctx context.Context, w *world, own *Division, j *Judgement, g Goal, limit division.Values) (*Step, error) {
	out := &Step{Goal: g}
	now := own.values[g.engine()]
	first, of, err := r.efficient(ctx, w, g, limit, j.Goals)
	if err != nil {
		return nil, err
	}
	out.Proven, out.bound = first.Proven, first.Bound
	if !first.Found || first.Values[g.engine()] >= now {
		out.Proven = first.Bound >= now
		return out, nil
	}
	out.Better = true
	least, err := r.keep(ctx, w, LeastID(j.Scope, g), of)
	if err != nil {
		return nil, err
	}
	limit[g.engine()] = now - 1
	few, err := division.Solve(ctx, &w.problem, division.Moves, limit, r.limits())
	if err != nil {
		return nil, fmt.Errorf("rounds, fewest moves for %s: %w", g, err)
	}
	small := least
	if few.Found {
		if small, err = r.keep(ctx, w, SmallID(j.Scope, g), few.Division); err != nil {
			return nil, err
		}
	}
	out.Slower = slower(least, own) && slower(small, own)
	return out, nil
}

// SameOpen is by how many working days a round may be open later and still count as open
// as early: chance in the simulation moves a median by days.
const SameOpen = 5

// slower says whether some round is open later than in the own division.
func slower(d, own *Division) bool {
	for k := range d.Open {
		if d.Open[k].Days > own.Open[k].Days+SameOpen {
			return true
		}
	}
	return false
}
