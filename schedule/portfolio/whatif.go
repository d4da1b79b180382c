package portfolio

import (
	"context"
	"slices"
)

// Change alters a copy of a Spec; it may append and assign, but not write through inner slices that it has not made.
type Change func(*Spec)

// OneMoreLeader adds a leader like the one that is given.
func OneMoreLeader(like Leader) Change {
	return func(s *Spec) { s.AddLeader(s.Leaders[like-1]) }
}

// StartEarlier lets a project start up to days earlier than its release.
func StartEarlier(p Project, days int32) Change {
	return func(s *Spec) { s.Projects[p].Release = max(0, s.Projects[p].Release-days) }
}

// Effect is what a change would give: less is better in every goal.
type Effect struct {
	Plan  *Plan
	Gain  []int64 // by goal: value before − value after
	Moves []Move
}

// WhatIf solves the Spec with a change, by the options that the plan was solved with, and says what that gives. Both are the best of as
// many schedules from the same seed; neither is proven unless its plan says so, so a gain may hold some luck. The former schedule and
// order are tried as well, so that what only adds to what there is never looks worse.
func WhatIf(ctx context.Context, before *Plan, change Change) (*Effect, error) {
	s := before.Portfolio.spec.clone()
	change(s)
	c, err := Compile(s)
	if err != nil {
		return nil, err
	}
	opt := before.options
	opt.from = before
	after, err := Solve(ctx, c, opt)
	if err != nil {
		return nil, err
	}
	return effect(before, after), nil
}

func effect(before, after *Plan) *Effect {
	e := &Effect{Plan: after, Moves: Moves(before, after)}
	for i := range after.Value {
		if i < len(before.Value) {
			e.Gain = append(e.Gain, before.Value[i]-after.Value[i])
		}
	}
	return e
}

// AnotherOrder generates the one schedule of an order of all projects, and says what that gives. Projects that have started, and then
// those with fixed starts, come first all the same.
func AnotherOrder(ctx context.Context, before *Plan, order []Project) (*Effect, error) {
	n := len(before.Portfolio.spec.Projects)
	seen := make([]bool, n)
	for _, p := range order {
		if p < 0 || int(p) >= n || seen[p] {
			return nil, &InvalidError{[]string{"the order does not name each project once"}}
		}
		seen[p] = true
	}
	if len(order) != n {
		return nil, &InvalidError{[]string{"the order does not name each project once"}}
	}
	s := newSearch(before.Portfolio, 0)
	copy(s.recipe.order, order)
	copy(s.recipe.way, before.Way)
	s.try()
	after, err := s.result(before.Portfolio.bounds(), false)
	if err != nil {
		return nil, err
	}
	after.options = before.options
	return effect(before, after), ctx.Err()
}

// clone returns a copy whose own slices are its own.
func (s *Spec) clone() *Spec {
	o := *s
	o.Calendars, o.Clocks, o.Leaders, o.Teams = slices.Clone(s.Calendars), slices.Clone(s.Clocks), slices.Clone(s.Leaders), slices.Clone(s.Teams)
	o.Projects, o.Activities, o.Links, o.Demands = slices.Clone(s.Projects), slices.Clone(s.Activities), slices.Clone(s.Links), slices.Clone(s.Demands)
	o.Choices, o.Causes, o.Risks = slices.Clone(s.Choices), slices.Clone(s.Causes), slices.Clone(s.Risks)
	o.Rounds, o.Goals = slices.Clone(s.Rounds), slices.Clone(s.Goals)
	return &o
}
