package locate_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/etablera/etablera/locate"
)

// network is a plain problem to break: 4 classes that must be served by 4 options.
func network() *locate.Spec {
	s := &locate.Spec{Service: &locate.Matrix{Columns: 4, Costs: []int64{
		1, 5, 9, 9,
		5, 1, 5, 9,
		9, 5, 1, 5,
		9, 9, 5, 1,
	}}}
	for i := range int32(4) {
		s.Classes = append(s.Classes, locate.Class{Weight: 1, Unserved: locate.Never, Row: i})
		s.Options = append(s.Options, locate.Option{Site: i, Column: i, Cost: 2})
	}
	return s
}

// What cannot be met together is named, and nothing beside it.
func TestConflictNamesWhatCannotBeMet(t *testing.T) {
	cases := map[string]struct {
		spoil func(s *locate.Spec)
		want  locate.Conflict
	}{
		"counts": {func(s *locate.Spec) {
			s.Rows = []locate.Row{locate.AtMost("spare", 3, 0, 1), locate.AtLeast("three", 3, 0, 1, 2, 3), locate.AtMost("two", 2, 0, 1, 2, 3)}
		}, locate.Conflict{Rows: []int32{1, 2}}},
		"budget": {func(s *locate.Spec) {
			s.Rows = []locate.Row{locate.Budget("money", 9, []int32{0, 1, 2, 3}, []int64{5, 5, 5, 5}), locate.AtLeast("two", 2, 0, 1, 2, 3)}
		}, locate.Conflict{Rows: []int32{0, 1}}},
		"states": {func(s *locate.Spec) {
			s.Options[0].State, s.Options[1].State = locate.Open, locate.Open
			s.Rows = []locate.Row{locate.NotTogether("apart", 0, 1), locate.AtMost("spare", 3, 0, 1, 2, 3)}
		}, locate.Conflict{Rows: []int32{0}, Options: []int32{0, 1}}},
		"cap": {func(s *locate.Spec) {
			s.Measures = []locate.Measure{{Factor: 1, Capped: true, Cap: 5}}
			s.Rows = []locate.Row{locate.AtMost("two", 2, 0, 1, 2, 3)}
		}, locate.Conflict{Rows: []int32{0}, Measures: []int32{0}, Classes: []int32{0, 1, 2, 3}}},
		"class": {func(s *locate.Spec) {
			m := s.Service.(*locate.Matrix)
			for j := range 4 {
				m.Costs[2*4+j] = locate.Never
			}
		}, locate.Conflict{Classes: []int32{2}}},
	}
	for name, c := range cases {
		s := network()
		c.spoil(s)
		a, err := locate.Solve(context.Background(), s, locate.Options{})
		if err != nil || a.Infeasible == nil || a.Found {
			t.Errorf("%s: %v, %+v", name, err, a)
			continue
		}
		got := *a.Infeasible
		slices.Sort(got.Rows)
		slices.Sort(got.Options)
		if name == "cap" { // which classes take part depends on the order of questions; one is enough
			if len(got.Classes) == 0 {
				t.Errorf("cap: no class is named")
			}
			got.Classes = c.want.Classes
		}
		if !slices.Equal(got.Rows, c.want.Rows) || !slices.Equal(got.Options, c.want.Options) ||
			!slices.Equal(got.Measures, c.want.Measures) || !slices.Equal(got.Classes, c.want.Classes) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// A conflict cannot be met, and without any one of its rows it can.
func TestConflictIsLeast(t *testing.T) {
	some := 0
	for seed := range uint64(300) {
		s := scene(rand.New(rand.NewPCG(seed, 13)), features{quotas: true, budget: true, pairs: true, count: true, states: true})
		a, err := locate.Solve(context.Background(), s, locate.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if a.Infeasible == nil || len(a.Infeasible.Rows) == 0 {
			continue
		}
		some++
		rows := s.Rows
		for drop := -1; drop < len(a.Infeasible.Rows); drop++ {
			s.Rows = nil
			for k, r := range a.Infeasible.Rows {
				if k != drop && int(r) < len(rows) {
					s.Rows = append(s.Rows, rows[r])
				}
			}
			q := *s
			q.Options = slices.Clone(s.Options)
			for j := range q.Options {
				if !slices.Contains(a.Infeasible.Options, int32(j)) {
					q.Options[j].State = locate.Free
				}
			}
			if _, found := exhaust(&q); found != (drop >= 0) {
				t.Fatalf("seed %d: %+v without %d: feasible %v", seed, a.Infeasible, drop, found)
			}
		}
		s.Rows = rows
	}
	if some < 10 {
		t.Errorf("only %d scenes were infeasible", some)
	}
}
