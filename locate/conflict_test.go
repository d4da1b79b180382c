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
		"class whose places are ruled out": {func(s *locate.Spec) {
			m := s.Service.(*locate.Matrix)
			m.Costs[0], m.Costs[2], m.Costs[3] = locate.Never, locate.Never, locate.Never
			s.Options[1].State, s.Options[3].State = locate.Forbidden, locate.Forbidden
		}, locate.Conflict{Classes: []int32{0}, Options: []int32{1}}},
		"nobody in a class that cannot be served": {func(s *locate.Spec) {
			m := s.Service.(*locate.Matrix)
			for j := range 4 {
				m.Costs[j], m.Costs[2*4+j] = locate.Never, locate.Never
			}
			s.Classes[0].Weight = 0
		}, locate.Conflict{Classes: []int32{2}}},
		"nested": {func(s *locate.Spec) {
			s.Rows = []locate.Row{locate.AtMost("all", 3, 0, 1, 2, 3), locate.AtLeast("west", 2, 0, 1), locate.AtLeast("east", 2, 2, 3), locate.AtMost("spare", 1, 0)}
		}, locate.Conflict{Rows: []int32{0, 1, 2}}},
		"nested and ruled out": {func(s *locate.Spec) {
			s.Options[0].State, s.Options[2].State = locate.Forbidden, locate.Forbidden
			s.Rows = []locate.Row{locate.AtMost("all", 3, 0, 1, 2, 3), locate.AtLeast("west", 2, 0, 1)}
		}, locate.Conflict{Rows: []int32{1}, Options: []int32{0}}},
		"quota of nothing": {func(s *locate.Spec) {
			s.Rows = []locate.Row{locate.AtMost("all", 3, 0, 1, 2, 3), locate.AtLeast("none there", 1)}
		}, locate.Conflict{Rows: []int32{1}}},
		"one row against itself": {func(s *locate.Spec) {
			s.Rows = []locate.Row{{Name: "turned", Options: []int32{0, 1}, Min: 2, Max: 1}, locate.AtMost("all", 3, 0, 1, 2, 3)}
		}, locate.Conflict{Rows: []int32{0}}},
		"too few places": {func(s *locate.Spec) {
			m := s.Service.(*locate.Matrix)
			for k := range m.Costs {
				if m.Costs[k] > 1 {
					m.Costs[k] = locate.Never
				}
			}
			s.Classes = s.Classes[1:3]
			s.Rows = []locate.Row{locate.AtMost("p", 1, 0, 1, 2, 3)}
		}, locate.Conflict{Rows: []int32{0}, Classes: []int32{0, 1}}},
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

// Set covering with fewer places than it takes says which clients and which count
// cannot be had together, however the service is stated.
func TestTooFewPlacesAreNamed(t *testing.T) {
	services := map[string]locate.Service{
		"matrix": &locate.Matrix{Columns: 2, Costs: []int64{0, locate.Never, locate.Never, 0}},
		"lists":  &locate.Lists{Columns: 2, Start: []int64{0, 1, 2}, Column: []int32{0, 1}, Costs: []int32{0, 0}},
		"points": &locate.Points{X: []float64{0, 50}, Y: []float64{0, 0}, ColumnX: []float64{1, 49}, ColumnY: []float64{0, 0}, Radius: 10},
	}
	for name, service := range services {
		for _, pairs := range []int64{100_000, 0} {
			for _, cost := range []int64{0, 1} {
				s := &locate.Spec{Service: service, Rows: []locate.Row{locate.AtMost("p", 1, 0, 1)}}
				for i := range int32(2) {
					s.Classes = append(s.Classes, locate.Class{Weight: 1, Unserved: locate.Never, Row: i})
					s.Options = append(s.Options, locate.Option{Site: i, Column: i, Cost: cost})
				}
				restore := locate.CutFrom(pairs)
				a, err := locate.Solve(context.Background(), s, locate.Options{})
				restore()
				if err != nil || a.Found || a.Infeasible == nil {
					t.Fatalf("%s: %v, %+v", name, err, a)
				}
				if c := a.Infeasible; !slices.Equal(c.Rows, []int32{0}) || !slices.Equal(c.Classes, []int32{0, 1}) {
					t.Errorf("%s, cost %d: %+v", name, cost, c)
				}
			}
		}
	}
}

// Who does not ask why gets the same verdict without names.
func TestUnexplained(t *testing.T) {
	s := &locate.Spec{Classes: []locate.Class{{Weight: 1, Unserved: 1}}, Options: []locate.Option{{Site: 0, Column: 0}, {Site: 1, Column: 1}},
		Service: &locate.Matrix{Columns: 2, Costs: []int64{0, 0}}, Rows: []locate.Row{locate.AtLeast("three", 3, 0, 1)}}
	for _, unexplained := range []bool{false, true} {
		a, err := locate.Solve(context.Background(), s, locate.Options{Unexplained: unexplained})
		if err != nil || a.Found || a.Infeasible == nil || (len(a.Infeasible.Rows) == 0) != unexplained {
			t.Errorf("unexplained %v: %+v, %v", unexplained, a, err)
		}
	}
}
